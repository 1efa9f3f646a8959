"""For whom a case does not exist: family, a neighbour, whoever has an interest of their own in it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, Uuid, bindparam, cast, literal, null, select
from sqlalchemy.orm import Session

from caseflow.access.alike import end_others, spread, told_about
from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.oversight import directs, stands_in
from caseflow.access.shown import is_not_over, is_party_of, organisation_name
from caseflow.access.through import through
from caseflow.audit import reads
from caseflow.audit.trail import record
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.models import Exclusion, Party, Person, PersonExclusion, PersonTie, User
from caseflow.sharing.moments import from_moment


@dataclass(frozen=True)
class NewExclusion:
    """Whom to exclude, why, and from which day: from the case, or from every case that one of its parties is in."""

    user_id: UUID
    reason: str
    from_on: date
    party_id: UUID | None = None


@dataclass(frozen=True)
class ExclusionLine:
    """Somebody for whom the case does not exist, from (always when there is none) until (still when there is none)."""

    id: UUID
    user: str
    organisation: str
    reason: str
    from_at: datetime | None
    until_at: datetime | None
    is_over: bool
    by_person: bool
    person: str | None
    """Because of whom, for who may know the person by name."""


def _lines(model: Any, person: Any) -> Any:
    return select(
        model.id,
        model.user_id,
        User.name,
        organisation_name(User.__table__.c.organisation_id).label("organisation"),
        model.reason,
        model.from_at,
        model.until_at,
        person.label("person"),
    ).join(User, User.id == model.user_id)


EXCLUSIONS = (
    _lines(Exclusion, cast(null(), Text()))
    .where(Exclusion.case_id == bindparam("case_id"))
    .order_by(User.name, Exclusion.id)
)
BY_PERSON = (
    _lines(PersonExclusion, Person.name)
    .outerjoin(Person, Person.id == PersonExclusion.person_id)
    .where(is_party_of(PersonExclusion.__table__.c.person_id, bindparam("case_id", type_=Uuid())))
    .order_by(User.name, PersonExclusion.id)
)


def exclusions(session: Session, case_id: UUID) -> list[ExclusionLine]:
    """Return who is and was excluded from a case; never the reader's own exclusion that is yet to begin.

    Raises:
        ForbiddenError: the actor neither holds a seat nor watches over the case.
    """
    require(session, Act.EXCLUSION_READ, case_id)
    reads.saw(session, "exclusions.read", case_id)
    now = actor_of(session).now
    of_case = session.execute(EXCLUSIONS, {"case_id": case_id}).all()
    of_persons = session.execute(BY_PERSON, {"case_id": case_id}).all()
    told = told_about(session, PersonExclusion, {row.user_id for row in of_persons})
    found = [
        *(_line(row, now, by_person=False) for row in of_case),
        *(_line(row, now, by_person=True) for row in of_persons if row.id in told),
    ]
    return sorted(found, key=lambda line: (line.is_over, line.user))


def _line(row: Any, now: datetime, *, by_person: bool) -> ExclusionLine:
    return ExclusionLine(
        id=row.id,
        user=row.name,
        organisation=row.organisation,
        reason=row.reason,
        from_at=row.from_at,
        until_at=row.until_at,
        is_over=row.until_at is not None and row.until_at <= now,
        by_person=by_person,
        person=row.person,
    )


def get_exclusion(session: Session, case_id: UUID, exclusion_id: UUID) -> ExclusionLine | None:
    """Return one exclusion of a case, or nothing.

    Raises:
        ForbiddenError: the actor neither holds a seat nor watches over the case.
    """
    return next(
        (line for line in exclusions(session, case_id) if line.id == exclusion_id and not line.is_over), None
    )


def exclude(session: Session, case_id: UUID, new: NewExclusion) -> None:
    """Let the case not exist for somebody, from a day on; or every case of one of its parties. They are told nothing.

    Raises:
        ForbiddenError: the actor may not set exclusions here.
        RefusedError: they hold the case, are excluded already or unknown, or the day has passed.
    """
    require(session, Act.EXCLUSION_SET, case_id)
    now = actor_of(session).now
    if new.from_on < local_date(now):
        raise RefusedError("from_on", "past")
    person_id = None if new.party_id is None else _person(session, case_id, new.party_id)
    _check_user(session, case_id, new.user_id, person_id)
    by_right = through(session, case_id)  # who excludes themselves gives it away here
    said = {"user_id": new.user_id, "reason": new.reason, "from_at": from_moment(new.from_on, now)}
    if person_id is None:
        session.add(Exclusion(case_id=case_id, **said))
    else:
        by_person = PersonExclusion(person_id=person_id, set_by_id=actor_of(session).user_id, **said)
        session.add(by_person)
        spread(session, by_person)
    about = [] if new.party_id is None else [new.party_id]
    record(session, "exclusion.set", case_id=case_id, party_ids=about, through=by_right)


def lift(session: Session, case_id: UUID, exclusion_id: UUID) -> None:
    """End an exclusion: what else lets them in does so again. That it was there stays, unless it had not begun.

    Of every case of a person it ends for every record of that person.

    Raises:
        ForbiddenError: the actor may not set exclusions here.
        EditConflictError: it is not there any more, or came along with one that the actor does not read.
    """
    require(session, Act.EXCLUSION_SET, case_id)
    by_case = select(Exclusion).where(Exclusion.id == exclusion_id, Exclusion.case_id == case_id)
    here = is_party_of(PersonExclusion.__table__.c.person_id, literal(case_id))
    by_person = select(PersonExclusion).where(PersonExclusion.id == exclusion_id, here)
    found = session.scalars(by_case).one_or_none() or session.scalars(by_person).one_or_none()
    if found is None or not _is_told(session, found):
        raise EditConflictError
    end(session, found)
    record(session, "exclusion.lifted", case_id=case_id)


def end(session: Session, one: Exclusion | PersonExclusion | PersonTie) -> None:
    """End it now, with what came of the same act; what has not begun leaves nothing behind.

    Raises:
        EditConflictError: it is over.
    """
    now = actor_of(session).now
    if one.until_at is not None and one.until_at <= now:
        raise EditConflictError
    never_began = one.from_at is not None and one.from_at >= now
    if not isinstance(one, Exclusion):
        end_others(session, one, None if never_began else now)
    if never_began:
        session.delete(one)
    else:
        one.until_at = now
    session.flush()


def _person(session: Session, case_id: UUID, party_id: UUID) -> UUID:
    here = select(Party.person_id).where(Party.id == party_id, Party.case_id == case_id)
    found = session.scalar(here)
    if found is None:
        raise RefusedError("party_id", "unknown")
    return found


def _check_user(session: Session, case_id: UUID, user_id: UUID, person_id: UUID | None) -> None:
    known = session.scalar(select(User.id).where(User.id == user_id, User.deactivated_at.is_(None)))
    if known is None:
        raise RefusedError("user_id", "unknown")
    if _is_set(session, case_id, user_id, person_id):
        raise RefusedError("user_id", "already")
    if directs(session, case_id, user_id):
        raise RefusedError("user_id", "directs")
    if stands_in(session, case_id, user_id):
        raise RefusedError("user_id", "stands_in")


def _is_set(session: Session, case_id: UUID, user_id: UUID, person_id: UUID | None) -> bool:
    """Whether the same is set already, as far as the actor may know."""
    if person_id is None:
        same = select(Exclusion.id).where(Exclusion.case_id == case_id, Exclusion.user_id == user_id)
        return session.scalar(same.where(is_not_over(Exclusion.__table__))) is not None
    own = PersonExclusion
    same = select(own.id).where(own.person_id == person_id, own.user_id == user_id)
    there = session.scalars(same.where(is_not_over(own.__table__))).all()
    return not told_about(session, own, {user_id}).isdisjoint(there)


def _is_told(session: Session, one: Exclusion | PersonExclusion) -> bool:
    return isinstance(one, Exclusion) or one.id in told_about(session, PersonExclusion, {one.user_id})
