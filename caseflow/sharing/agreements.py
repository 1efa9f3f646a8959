"""Agreements with organisations on sharing: which version is in force on which day. Privacy officers keep them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.shown import organisation_name, user_name
from caseflow.audit.trail import record
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.models import Organisation, SharingAgreement


@dataclass(frozen=True)
class NewAgreement:
    """A version of an agreement: with whom, what it is called, what it covers, and from and until which day."""

    organisation_id: UUID
    name: str
    edition: str
    covers: str
    from_on: date
    until_on: date | None


@dataclass(frozen=True)
class AgreementLine:
    """A version of an agreement with an organisation, from (included) until (excluded; open when there is none)."""

    id: UUID
    organisation: str
    name: str
    edition: str
    covers: str
    from_on: date
    until_on: date | None
    recorded_by: str | None
    recorded_at: datetime
    in_force: bool
    is_over: bool


LINES: Select[Any] = select(
    SharingAgreement.id,
    organisation_name(SharingAgreement.__table__.c.organisation_id).label("organisation"),
    SharingAgreement.name,
    SharingAgreement.edition,
    SharingAgreement.covers,
    SharingAgreement.from_on,
    SharingAgreement.until_on,
    user_name(SharingAgreement.__table__.c.recorded_by_id).label("recorded_by"),
    SharingAgreement.recorded_at,
).order_by("organisation", SharingAgreement.from_on.desc(), SharingAgreement.id)
IN_FORCE = (
    select(SharingAgreement.id)
    .where(
        SharingAgreement.organisation_id == bindparam("organisation_id"),
        SharingAgreement.from_on <= bindparam("day"),
        or_(SharingAgreement.until_on.is_(None), SharingAgreement.until_on > bindparam("day")),
    )
    .limit(1)
)


def has_agreement(session: Session, organisation_id: UUID, day: date) -> bool:
    """Whether an agreement with an organisation is in force on a day. For who has the directory."""
    return session.scalar(IN_FORCE, {"organisation_id": organisation_id, "day": day}) is not None


def agreements(session: Session) -> list[AgreementLine]:
    """Return every agreement, by organisation, the youngest first.

    Raises:
        ForbiddenError: the actor is no privacy officer.
    """
    require(session, Act.AGREEMENT_KEEP)
    today = local_date(actor_of(session).now)
    return [
        AgreementLine(
            **row._asdict(),
            in_force=row.from_on <= today and (row.until_on is None or row.until_on > today),
            is_over=row.until_on is not None and row.until_on <= today,
        )
        for row in session.execute(LINES)
    ]


def get_agreement(session: Session, agreement_id: UUID) -> AgreementLine | None:
    """Return one of them, or nothing.

    Raises:
        ForbiddenError: the actor is no privacy officer.
    """
    return next((line for line in agreements(session) if line.id == agreement_id), None)


def record_agreement(session: Session, new: NewAgreement) -> None:
    """Write down a version of an agreement. Versions before it stay; they may hold at the same time.

    Raises:
        ForbiddenError: the actor is no privacy officer.
        RefusedError: the organisation is unknown, this version of it is there already, or a day cannot be.
    """
    require(session, Act.AGREEMENT_KEEP)
    actor = actor_of(session)
    known = select(Organisation.id).where(Organisation.id == new.organisation_id)
    if session.scalar(known) is None:
        raise RefusedError("organisation_id", "unknown")
    if new.until_on is not None and new.until_on <= new.from_on:
        raise RefusedError("until_on", "not_after")
    same = select(SharingAgreement.id).where(
        SharingAgreement.organisation_id == new.organisation_id,
        SharingAgreement.name == new.name,
        SharingAgreement.edition == new.edition,
    )
    if session.scalars(same.limit(1)).first() is not None:
        raise RefusedError("edition", "already")
    session.add(
        SharingAgreement(
            id=uuid4(),
            organisation_id=new.organisation_id,
            name=new.name,
            edition=new.edition,
            covers=new.covers,
            from_on=new.from_on,
            until_on=new.until_on,
            recorded_by_id=actor.user_id,
            recorded_at=actor.now,
        )
    )
    session.flush()
    record(session, "agreement.recorded")


def end_agreement(session: Session, agreement_id: UUID, until_on: date) -> None:
    """Let an agreement end on a day, today or later, and no later than it would. That it was there stays.

    Raises:
        ForbiddenError: the actor is no privacy officer.
        EditConflictError: it is not there, or is over.
        RefusedError: the day cannot be.
    """
    require(session, Act.AGREEMENT_KEEP)
    today = local_date(actor_of(session).now)
    found = session.get(SharingAgreement, agreement_id)
    if found is None or (found.until_on is not None and found.until_on <= today):
        raise EditConflictError
    if until_on < today:
        raise RefusedError("until_on", "before_today")
    if found.until_on is not None and until_on > found.until_on:
        raise RefusedError("until_on", "later_than_agreed")
    if until_on < found.from_on:
        raise RefusedError("until_on", "not_after")
    found.until_on = until_on
    session.flush()
    record(session, "agreement.ended")
