"""What people can do to follow a case through. What a milestone said before is kept."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.shown import hidden_from
from caseflow.audit.former import keeping
from caseflow.audit.trail import record
from caseflow.cases.refusals import EditConflictError, RefusedError, same_version, saving
from caseflow.clock import local_date
from caseflow.models import Milestone, Party, User
from caseflow.schedule.milestones import Due, on_done
from caseflow.schedule.planning import plan


@dataclass(frozen=True)
class NewMilestone:
    """Something that will be due."""

    kind: str
    due_on: date
    owner_id: UUID
    party_id: UUID | None


@dataclass(frozen=True)
class Done:
    """That it was done, when, and with what result."""

    done_on: date
    result: str | None
    version: int


@dataclass(frozen=True)
class Moved:
    """A new day and owner."""

    due_on: date
    owner_id: UUID
    version: int


@dataclass(frozen=True)
class Dropped:
    """Why it does not have to happen."""

    because: str
    version: int


def set_milestone(session: Session, case_id: UUID, new: NewMilestone) -> None:
    """Put a milestone in the case.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: the owner or party is not one that the case can have.
    """
    require(session, Act.MILESTONE_SET, case_id)
    _check_owner(session, case_id, new.owner_id)
    if new.party_id is not None:
        _check_party(session, case_id, new.party_id)
    plan(session, case_id, new.owner_id, [Due(new.kind, new.due_on, new.party_id)])
    record(session, "milestone.set", case_id=case_id, party_ids=[new.party_id] if new.party_id else [])


def complete(session: Session, case_id: UUID, milestone_id: UUID, done: Done) -> None:
    """State that a milestone was done; what follows from it is planned.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: done in the future.
    """
    milestone = _to_change(session, case_id, milestone_id, done.version)
    today = local_date(actor_of(session).now)
    if done.done_on > today:
        raise RefusedError("done_on", "in_the_future")
    first_time = milestone.done_on is None or milestone.done_on > today
    with saving(session), keeping(session, milestone):
        milestone.done_on, milestone.result, milestone.not_applicable = done.done_on, done.result, None
    if first_time:
        plan(
            session,
            case_id,
            _owner(milestone, session),
            on_done(milestone.kind, milestone.due_on, done.done_on),
        )
    record(session, "milestone.done", case_id=case_id, party_ids=_about(milestone))


def move(session: Session, case_id: UUID, milestone_id: UUID, moved: Moved) -> None:
    """Give a milestone another day or owner.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: the owner cannot be, or the law fixed the moment.
    """
    milestone = _to_change(session, case_id, milestone_id, moved.version)
    if milestone.due_at is not None and moved.due_on != milestone.due_on:
        raise RefusedError("due_on", "fixed_by_law")
    _check_owner(session, case_id, moved.owner_id)
    with saving(session), keeping(session, milestone):
        milestone.due_on, milestone.owner_id = moved.due_on, moved.owner_id
    record(session, "milestone.moved", case_id=case_id, party_ids=_about(milestone))


def drop(session: Session, case_id: UUID, milestone_id: UUID, dropped: Dropped) -> None:
    """State that a milestone does not have to happen, and why.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
    """
    milestone = _to_change(session, case_id, milestone_id, dropped.version)
    with saving(session), keeping(session, milestone):
        milestone.not_applicable, milestone.done_on, milestone.result = dropped.because, None, None
    record(session, "milestone.dropped", case_id=case_id, party_ids=_about(milestone))


def take_up_again(session: Session, case_id: UUID, milestone_id: UUID, version: int) -> None:
    """Undo: the milestone is open again.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
    """
    milestone = _to_change(session, case_id, milestone_id, version)
    with saving(session), keeping(session, milestone):
        milestone.not_applicable = milestone.done_on = milestone.result = None
    record(session, "milestone.reopened", case_id=case_id, party_ids=_about(milestone))


def _to_change(session: Session, case_id: UUID, milestone_id: UUID, version: int) -> Milestone:
    require(session, Act.MILESTONE_SET, case_id)
    wanted = select(Milestone).where(Milestone.id == milestone_id, Milestone.case_id == case_id)
    milestone = session.scalars(wanted).one_or_none()
    if milestone is None:
        raise EditConflictError
    same_version(milestone.version, version)
    return milestone


def _about(milestone: Milestone) -> list[UUID]:
    return [] if milestone.party_id is None else [milestone.party_id]


def _owner(milestone: Milestone, session: Session) -> UUID:
    return milestone.owner_id or actor_of(session).user_id


def _check_owner(session: Session, case_id: UUID, owner_id: UUID) -> None:
    """Refuse who is unknown, and in the same words for whom the case does not exist."""
    hidden = hidden_from(User.__table__.c.id, literal(case_id))
    known = select(User.id).where(User.id == owner_id, User.deactivated_at.is_(None), ~hidden)
    if session.scalar(known) is None:
        raise RefusedError("owner_id", "unknown")


def _check_party(session: Session, case_id: UUID, party_id: UUID) -> None:
    if session.scalar(select(Party.id).where(Party.id == party_id, Party.case_id == case_id)) is None:
        raise RefusedError("party_id", "unknown")
