"""For whom a case does not exist: family, a neighbour, whoever has an interest of their own in it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.oversight import directs, stands_in
from caseflow.access.shown import organisation_name
from caseflow.access.through import through
from caseflow.audit import reads
from caseflow.audit.trail import record
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.models import Exclusion, User
from caseflow.sharing.moments import from_moment


@dataclass(frozen=True)
class NewExclusion:
    """Whom to exclude, why, and from which day."""

    user_id: UUID
    reason: str
    from_on: date


@dataclass(frozen=True)
class ExclusionLine:
    """Somebody for whom the case does not exist, from a moment on; always when there is none."""

    id: UUID
    user: str
    organisation: str
    reason: str
    from_at: datetime | None


EXCLUSIONS = (
    select(
        Exclusion.id,
        User.name,
        organisation_name(User.__table__.c.organisation_id),
        Exclusion.reason,
        Exclusion.from_at,
    )
    .join(User, User.id == Exclusion.user_id)
    .where(Exclusion.case_id == bindparam("case_id"))
    .order_by(User.name, Exclusion.id)
)


def exclusions(session: Session, case_id: UUID) -> list[ExclusionLine]:
    """Return who is excluded from a case; never the reader's own exclusion that is yet to begin.

    Raises:
        ForbiddenError: the actor neither holds a seat nor watches over the case.
    """
    require(session, Act.EXCLUSION_READ, case_id)
    reads.saw(session, "exclusions.read", case_id)
    return [ExclusionLine(*row) for row in session.execute(EXCLUSIONS, {"case_id": case_id})]


def get_exclusion(session: Session, case_id: UUID, exclusion_id: UUID) -> ExclusionLine | None:
    """Return one exclusion of a case, or nothing.

    Raises:
        ForbiddenError: the actor neither holds a seat nor watches over the case.
    """
    return next((line for line in exclusions(session, case_id) if line.id == exclusion_id), None)


def exclude(session: Session, case_id: UUID, new: NewExclusion) -> None:
    """Let the case not exist for somebody, from a day on. They are told nothing.

    Raises:
        ForbiddenError: the actor may not set exclusions here.
        RefusedError: they hold the case, are excluded already or unknown, or the day has passed.
    """
    require(session, Act.EXCLUSION_SET, case_id)
    now = actor_of(session).now
    if new.from_on < local_date(now):
        raise RefusedError("from_on", "past")
    _check_user(session, case_id, new.user_id)
    by_right = through(session, case_id)  # who excludes themselves gives it away here
    session.add(
        Exclusion(
            case_id=case_id, user_id=new.user_id, reason=new.reason, from_at=from_moment(new.from_on, now)
        )
    )
    record(session, "exclusion.set", case_id=case_id, through=by_right)


def lift(session: Session, case_id: UUID, exclusion_id: UUID) -> None:
    """Take an exclusion away: what else lets them in does so again.

    Raises:
        ForbiddenError: the actor may not set exclusions here.
        EditConflictError: it is not there any more.
    """
    require(session, Act.EXCLUSION_SET, case_id)
    wanted = select(Exclusion).where(Exclusion.id == exclusion_id, Exclusion.case_id == case_id)
    exclusion = session.scalars(wanted).one_or_none()
    if exclusion is None:
        raise EditConflictError
    session.delete(exclusion)
    record(session, "exclusion.lifted", case_id=case_id)


def _check_user(session: Session, case_id: UUID, user_id: UUID) -> None:
    known = session.scalar(select(User.id).where(User.id == user_id, User.deactivated_at.is_(None)))
    if known is None:
        raise RefusedError("user_id", "unknown")
    excluded = select(Exclusion.id).where(Exclusion.case_id == case_id, Exclusion.user_id == user_id)
    if session.scalar(excluded) is not None:
        raise RefusedError("user_id", "already")
    if directs(session, case_id, user_id):
        raise RefusedError("user_id", "directs")
    if stands_in(session, case_id, user_id):
        raise RefusedError("user_id", "stands_in")
