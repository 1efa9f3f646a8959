"""Phases, and the beginning and end of an episode: two people close a case, one reopens it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, ForbiddenError, require
from caseflow.access.guard import actor_of
from caseflow.audit.trail import record
from caseflow.cases.refusals import RefusedError
from caseflow.clock import local_date
from caseflow.models import Case, Closure, ClosureProposal, PhaseChange
from caseflow.models.vocabulary import ClosureReason, Phase
from caseflow.schedule.milestones import FOLLOW_UP, WHILE_OPEN, on_closing, on_reopening
from caseflow.schedule.planning import drop, plan


@dataclass(frozen=True)
class NewPhase:
    """The phase that the case enters, from which day, and why."""

    phase: Phase
    from_on: date
    reason: str


@dataclass(frozen=True)
class Proposal:
    """Why direction may end, and what was learnt."""

    reason: ClosureReason
    lessons: str | None


@dataclass(frozen=True)
class Reopening:
    """From which day and why direction starts again, and what to write at milestones that lapse by it."""

    reopened_on: date
    reason: str
    lapsed_because: str


def enter_phase(session: Session, case_id: UUID, new: NewPhase) -> None:
    """Let the case enter a phase; it may go back as well as on.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: it is closed or in that phase, or the day lies before the last change or in the future.
    """
    require(session, Act.CASE_EDIT, case_id)
    _lock(session, case_id)
    if _open_closure(session, case_id) is not None:
        raise RefusedError("phase", "closed")
    last = _last_phase(session, case_id)
    if last is not None and last.phase == new.phase:
        raise RefusedError("phase", "already")
    if new.from_on > _today(session):
        raise RefusedError("from_on", "in_the_future")
    if last is not None and new.from_on < last.from_on:
        raise RefusedError("from_on", "before_last")
    _add_phase(session, case_id, new)
    record(session, "phase.entered", case_id=case_id)


def propose_closing(session: Session, case_id: UUID, proposal: Proposal) -> None:
    """Propose to close; somebody else decides.

    Raises:
        ForbiddenError: the actor neither directs nor deputises.
        RefusedError: the case is closed, or a proposal waits already.
    """
    require(session, Act.CASE_CLOSE_PROPOSE, case_id)
    _lock(session, case_id)
    if _open_closure(session, case_id) is not None:
        raise RefusedError("reason", "closed")
    if _waiting(session, case_id) is not None:
        raise RefusedError("reason", "waiting")
    actor = actor_of(session)
    session.add(
        ClosureProposal(
            case_id=case_id,
            proposed_by_id=actor.user_id,
            proposed_at=actor.now,
            reason=proposal.reason,
            lessons=proposal.lessons,
        )
    )
    record(session, "closing.proposed", case_id=case_id)


def withdraw_proposal(session: Session, case_id: UUID, because: str) -> None:
    """Take one's own proposal back.

    Raises:
        ForbiddenError: the actor neither directs nor deputises, or somebody else proposed it.
        RefusedError: no proposal waits.
    """
    require(session, Act.CASE_CLOSE_PROPOSE, case_id)
    proposal = _waiting_or_refuse(session, case_id)
    if proposal.proposed_by_id != actor_of(session).user_id:
        raise ForbiddenError(Act.CASE_CLOSE_PROPOSE)
    _decide(session, proposal, because)
    record(session, "closing.withdrawn", case_id=case_id)


def refuse_proposal(session: Session, case_id: UUID, because: str) -> None:
    """Send a proposal back with a reason.

    Raises:
        ForbiddenError: the actor may not second it.
        RefusedError: it is one's own, or none waits.
    """
    require(session, Act.CASE_CLOSE_SECOND, case_id)
    _decide(session, _not_own(session, _waiting_or_refuse(session, case_id)), because)
    record(session, "closing.refused", case_id=case_id)


def second_proposal(session: Session, case_id: UUID, lapsed_because: str) -> None:
    """Close the case: what was only due while it was open lapses, and follow-up is planned.

    Raises:
        ForbiddenError: the actor may not second it.
        RefusedError: it is one's own, or none waits.
    """
    require(session, Act.CASE_CLOSE_SECOND, case_id)
    _lock(session, case_id)
    proposal = _not_own(session, _waiting_or_refuse(session, case_id))
    actor = actor_of(session)
    today = _today(session)
    _decide(session, proposal, None)
    session.add(
        Closure(
            case_id=case_id,
            closed_on=today,
            reason=proposal.reason,
            reviewed_by_id=actor.user_id,
            lessons=proposal.lessons,
        )
    )
    drop(session, case_id, WHILE_OPEN, today, lapsed_because)
    plan(session, case_id, _director(session, case_id), on_closing(today))
    record(session, "case.closed", case_id=case_id)


def reopen(session: Session, case_id: UUID, reopening: Reopening) -> None:
    """Start the next episode, in phase 1; follow-up of the last one lapses.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: the case is open, or the day lies before the closing or in the future.
    """
    require(session, Act.CASE_REOPEN, case_id)
    _lock(session, case_id)
    closure = _open_closure(session, case_id)
    if closure is None:
        raise RefusedError("reopened_on", "open")
    if reopening.reopened_on > _today(session):
        raise RefusedError("reopened_on", "in_the_future")
    if reopening.reopened_on < closure.closed_on:
        raise RefusedError("reopened_on", "before_closing")
    closure.reopened_on = reopening.reopened_on
    drop(session, case_id, {FOLLOW_UP}, _today(session), reopening.lapsed_because)
    _add_phase(session, case_id, NewPhase(Phase.IMMEDIATE_SAFETY, reopening.reopened_on, reopening.reason))
    plan(session, case_id, _director(session, case_id), on_reopening(reopening.reopened_on))
    record(session, "case.reopened", case_id=case_id)


def _lock(session: Session, case_id: UUID) -> None:
    """Let one person at a time close or reopen a case."""
    session.scalars(select(Case).where(Case.id == case_id).with_for_update()).one()


def _today(session: Session) -> date:
    return local_date(actor_of(session).now)


def _last_phase(session: Session, case_id: UUID) -> PhaseChange | None:
    by_last = (
        select(PhaseChange)
        .where(PhaseChange.case_id == case_id, PhaseChange.from_on <= _today(session))
        .order_by(PhaseChange.from_on.desc(), PhaseChange.position.desc())
    )
    return session.scalars(by_last.limit(1)).one_or_none()


def _add_phase(session: Session, case_id: UUID, new: NewPhase) -> None:
    last = session.scalar(select(func.max(PhaseChange.position)).where(PhaseChange.case_id == case_id))
    session.add(
        PhaseChange(
            case_id=case_id, phase=new.phase, from_on=new.from_on, reason=new.reason, position=(last or 0) + 1
        )
    )


def _open_closure(session: Session, case_id: UUID) -> Closure | None:
    today = _today(session)
    standing = select(Closure).where(
        Closure.case_id == case_id,
        Closure.closed_on <= today,
        or_(Closure.reopened_on.is_(None), Closure.reopened_on > today),
    )
    return session.scalars(standing.order_by(Closure.closed_on.desc()).limit(1)).one_or_none()


def _waiting(session: Session, case_id: UUID) -> ClosureProposal | None:
    waiting = select(ClosureProposal).where(
        ClosureProposal.case_id == case_id, ClosureProposal.decided_at.is_(None)
    )
    return session.scalars(waiting).one_or_none()


def _waiting_or_refuse(session: Session, case_id: UUID) -> ClosureProposal:
    proposal = _waiting(session, case_id)
    if proposal is None:
        raise RefusedError("decision", "nothing_waits")
    return proposal


def _not_own(session: Session, proposal: ClosureProposal) -> ClosureProposal:
    if proposal.proposed_by_id == actor_of(session).user_id:
        raise RefusedError("decision", "own")
    return proposal


def _decide(session: Session, proposal: ClosureProposal, refused_because: str | None) -> None:
    actor = actor_of(session)
    proposal.decided_by_id, proposal.decided_at = actor.user_id, actor.now
    proposal.refused_because = refused_because


def _director(session: Session, case_id: UUID) -> UUID:
    return session.scalars(select(Case.director_id).where(Case.id == case_id)).one()
