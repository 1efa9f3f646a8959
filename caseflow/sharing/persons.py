"""What a privacy officer keeps from people at work by who somebody is: of a person that they need not see the case of.

A privacy officer reads no case and no name of a person: who it is about they know already, and say by name and birth
date. The answer says whether that person is known here, so it is counted and written down like any other look.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.alike import acts_told, beside, in_turn, spread, told_about
from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.oversight import persons_called
from caseflow.access.shown import is_not_over, organisation_name, user_name, user_organisation_id
from caseflow.audit.trail import record
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.models import PersonExclusion, PersonTie, User
from caseflow.sharing.exclusions import end


class Kept(StrEnum):
    """Why: somebody may know nothing of a person, or the account is that person's own."""

    EXCLUDED = "excluded"
    OWN = "own"


TABLES: dict[Kept, Any] = {Kept.EXCLUDED: PersonExclusion, Kept.OWN: PersonTie}


@dataclass(frozen=True)
class NewKept:
    """Which user, of what kind, and about whom by full name and birth date."""

    user_id: UUID
    kind: Kept
    name: str
    born_on: date
    reason: str


@dataclass(frozen=True)
class KeptLine:
    """A user from whom every case of a person is kept. Who the person is, is not told again."""

    id: UUID
    kind: Kept
    user: str
    organisation: str
    reason: str | None
    set_by: str | None
    from_at: datetime | None
    until_at: datetime | None
    is_over: bool


def kept(session: Session) -> list[KeptLine]:
    """Return everything that is and was kept from somebody by who they are; never from the reader themselves.

    Once, however many records there are of that person.

    Raises:
        ForbiddenError: the actor is no privacy officer.
    """
    require(session, Act.ACCOUNT_TIE)
    return sorted(_kept(session), key=lambda line: (line.is_over, line.user, str(line.id)))


def get_kept(session: Session, line_id: UUID) -> KeptLine | None:
    """Return one of them, or nothing.

    Raises:
        ForbiddenError: the actor is no privacy officer.
    """
    return next((line for line in kept(session) if line.id == line_id), None)


def keep(session: Session, new: NewKept) -> bool:
    """Keep every case of a person from a user, from now on; whether such a person is known here.

    Somebody may be known twice under the same name and birth date: both are kept from the user, also where the actor
    may not know of one of them.

    Raises:
        ForbiddenError: the actor is no privacy officer.
        RefusedError: the user is unknown, or this is kept from them already.
    """
    require(session, Act.ACCOUNT_TIE)
    actor = actor_of(session)
    in_turn(session)
    known = select(User.id).where(User.id == new.user_id, User.deactivated_at.is_(None))
    if session.scalar(known) is None:
        raise RefusedError("user_id", "unknown")
    persons = persons_called(session, new.name, new.born_on)
    record(session, "person.asked")
    if not persons:
        return False
    model = TABLES[new.kind]
    there = set(_persons_kept(session, model, new.user_id))
    if there >= set(persons):
        raise RefusedError("user_id", "already")
    first_id, *rest = sorted(set(persons) - there)
    first = model(id=uuid4(), person_id=first_id)
    others = [model(id=beside(first.id, person_id), person_id=person_id) for person_id in rest]
    for one in (first, *others):
        one.user_id, one.reason = new.user_id, new.reason
        one.set_by_id, one.from_at = actor.user_id, actor.now
        session.add(one)
    spread(session, first)
    if new.kind is Kept.EXCLUDED:
        record(session, "exclusion.set")
    else:
        record(session, "account.tied")
    return True


def release(session: Session, line_id: UUID) -> None:
    """End it for every record of that person: what else lets them in does so again.

    Raises:
        ForbiddenError: the actor is no privacy officer.
        EditConflictError: it is not there, or is over.
    """
    require(session, Act.ACCOUNT_TIE)
    excluded = session.scalars(select(PersonExclusion).where(PersonExclusion.id == line_id)).one_or_none()
    tied = session.scalars(select(PersonTie).where(PersonTie.id == line_id)).one_or_none()
    if excluded is not None:
        end(session, excluded)
        record(session, "exclusion.lifted")
    elif tied is not None:
        end(session, tied)
        record(session, "account.untied")
    else:
        raise EditConflictError


def _kept(session: Session) -> list[KeptLine]:
    now = actor_of(session).now
    rows = {kind: session.execute(_stated(model)).all() for kind, model in TABLES.items()}
    told = {kind: acts_told([row[0] for row in found]) for kind, found in rows.items()}
    return [
        KeptLine(
            id=one.id,
            kind=kind,
            user=name,
            organisation=organisation,
            reason=one.reason,
            set_by=set_by,
            from_at=one.from_at,
            until_at=one.until_at,
            is_over=one.until_at is not None and one.until_at <= now,
        )
        for kind, found in rows.items()
        for one, name, organisation, set_by in found
        if one.id in told[kind]
    ]


def _stated(model: Any) -> Any:
    return select(
        model,
        user_name(model.__table__.c.user_id),
        organisation_name(user_organisation_id(model.__table__.c.user_id)),
        user_name(model.__table__.c.set_by_id),
    )


def _persons_kept(session: Session, model: Any, user_id: UUID) -> list[UUID]:
    """Return from which persons somebody is kept, as far as the actor may know."""
    told = told_about(session, model, {user_id})
    own = select(model.id, model.person_id).where(model.user_id == user_id, is_not_over(model.__table__))
    return [row.person_id for row in session.execute(own) if row.id in told]
