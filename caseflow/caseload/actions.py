"""What people can do about who holds a case."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.through import through
from caseflow.audit.former import keeping
from caseflow.audit.trail import record
from caseflow.caseload.people import candidates
from caseflow.cases.refusals import EditConflictError, RefusedError, same_version, saving
from caseflow.clock import local_date
from caseflow.models import Case, Deputy, FormerDirector, Milestone
from caseflow.sharing.moments import from_moment, midnight


@dataclass(frozen=True)
class Handover:
    """Who directs the case from now on, seen from the version that was on the page."""

    director_id: UUID
    version: int


@dataclass(frozen=True)
class NewDeputy:
    """Who stands in for the director, from and until which day."""

    user_id: UUID
    from_on: date
    until_on: date


def hand_over(session: Session, case_id: UUID, handover: Handover) -> None:
    """Let another director of the team direct the case from now on; what the former had to do in it goes along.

    Raises:
        ForbiddenError: the actor neither directs the case nor leads its team.
        EditConflictError: somebody else changed the case meanwhile.
        RefusedError: who was chosen cannot direct it.
    """
    require(session, Act.CASE_ASSIGN, case_id)
    by_right = through(session, case_id)  # who hands their own case over gives it away here
    with saving(session):
        case = session.scalars(select(Case).where(Case.id == case_id)).one()
        same_version(case.version, handover.version)
        _check_candidate(session, case_id, "director_id", handover.director_id)
        session.add(_former(session, case))
        session.flush()  # while the case is still the actor's, in the eyes of the database too
        _pass_on(session, case, handover.director_id)
        case.director_id = handover.director_id
    record(session, "case.assigned", case_id=case_id, through=by_right)


def appoint_deputy(session: Session, case_id: UUID, new: NewDeputy) -> None:
    """Let somebody stand in for the director, from a day until a day.

    Raises:
        ForbiddenError: the actor does not lead the case's team.
        RefusedError: who was chosen cannot, or stands in then already, or the days cannot be.
    """
    require(session, Act.DEPUTY_APPOINT, case_id)
    now = actor_of(session).now
    if new.from_on < local_date(now):
        raise RefusedError("from_on", "past")
    if new.until_on <= new.from_on:
        raise RefusedError("until_on", "not_after")
    _check_candidate(session, case_id, "user_id", new.user_id)
    from_at, until_at = from_moment(new.from_on, now), midnight(new.until_on)
    _check_free(session, case_id, new.user_id, from_at, until_at)
    session.add(Deputy(case_id=case_id, user_id=new.user_id, from_at=from_at, until_at=until_at))
    record(session, "deputy.appointed", case_id=case_id)


def end_deputy(session: Session, case_id: UUID, deputy_id: UUID, version: int) -> None:
    """End somebody's standing in now; what was yet to begin does not begin.

    Raises:
        ForbiddenError: the actor does not lead the case's team.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: it has ended already.
    """
    require(session, Act.DEPUTY_APPOINT, case_id)
    now = actor_of(session).now
    with saving(session):
        wanted = select(Deputy).where(Deputy.id == deputy_id, Deputy.case_id == case_id)
        deputy = session.scalars(wanted).one_or_none()
        if deputy is None:
            raise EditConflictError
        if deputy.until_at <= now:
            raise RefusedError("deputy", "over")
        same_version(deputy.version, version)
        if deputy.from_at >= now:
            session.delete(deputy)
        else:
            deputy.until_at = now
    record(session, "deputy.ended", case_id=case_id)


def _check_candidate(session: Session, case_id: UUID, field: str, user_id: UUID) -> None:
    if user_id not in dict(candidates(session, case_id)):
        raise RefusedError(field, "unknown")


def _check_free(
    session: Session, case_id: UUID, user_id: UUID, from_at: datetime, until_at: datetime
) -> None:
    overlapping = select(Deputy.id).where(
        Deputy.case_id == case_id,
        Deputy.user_id == user_id,
        Deputy.from_at < until_at,
        Deputy.until_at > from_at,
    )
    if session.scalar(overlapping.limit(1)) is not None:
        raise RefusedError("user_id", "already")


def _former(session: Session, case: Case) -> FormerDirector:
    """Return who directed it until now, since the last change of director or since it was opened."""
    now = actor_of(session).now
    last = session.scalar(select(func.max(FormerDirector.until_at)).where(FormerDirector.case_id == case.id))
    since = last or midnight(case.opened_on)
    return FormerDirector(case_id=case.id, user_id=case.director_id, from_at=min(since, now), until_at=now)


def _pass_on(session: Session, case: Case, director_id: UUID) -> None:
    """Give what the director still had to do in this case to the next."""
    theirs = select(Milestone).where(
        Milestone.case_id == case.id,
        Milestone.owner_id == case.director_id,
        Milestone.done_on.is_(None),
        Milestone.not_applicable.is_(None),
    )
    for milestone in session.scalars(theirs).all():
        with keeping(session, milestone):
            milestone.owner_id = director_id
