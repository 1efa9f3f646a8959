"""What can be looked up about following a case through."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.shown import user_name
from caseflow.audit import reads
from caseflow.clock import local_date
from caseflow.models import Closure, ClosureProposal, Milestone, PhaseChange
from caseflow.models.vocabulary import ClosureReason, Phase


class Standing(StrEnum):
    """How a milestone stands today. Derived from its dates, never stored."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    COMING = "coming"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class MilestoneLine:
    """A milestone as a list shows it."""

    id: UUID
    kind: str
    party_id: UUID | None
    owner_id: UUID | None
    owner: str | None
    due_on: date
    due_at: datetime | None
    done_on: date | None
    not_applicable: str | None
    result: str | None
    version: int
    standing: Standing
    days_late: int


@dataclass(frozen=True)
class PhaseLine:
    """A phase that the case entered."""

    phase: Phase
    from_on: date
    reason: str | None


@dataclass(frozen=True)
class ClosureLine:
    """An end of the case, and whether it was reopened."""

    closed_on: date
    reason: ClosureReason
    reviewed_by: str | None
    lessons: str | None
    reopened_on: date | None


@dataclass(frozen=True)
class ProposalLine:
    """A proposal to close, and what became of it."""

    id: UUID
    proposed_by_id: UUID
    proposed_by: str
    proposed_at: datetime
    reason: ClosureReason
    lessons: str | None
    decided_by: str | None
    decided_at: datetime | None
    refused_because: str | None


MILESTONES = (
    select(
        Milestone.id,
        Milestone.kind,
        Milestone.party_id,
        Milestone.owner_id,
        user_name(Milestone.__table__.c.owner_id).label("owner"),
        Milestone.due_on,
        Milestone.due_at,
        Milestone.done_on,
        Milestone.not_applicable,
        Milestone.result,
        Milestone.version,
    )
    .where(Milestone.case_id == bindparam("case_id"))
    .order_by(Milestone.due_on, Milestone.due_at, Milestone.id)
)
PHASES = (
    select(PhaseChange.phase, PhaseChange.from_on, PhaseChange.reason)
    .where(PhaseChange.case_id == bindparam("case_id"), PhaseChange.from_on <= bindparam("today"))
    .order_by(PhaseChange.from_on.desc(), PhaseChange.position.desc())
)
CLOSURES = (
    select(
        Closure.closed_on,
        Closure.reason,
        user_name(Closure.__table__.c.reviewed_by_id).label("reviewed_by"),
        Closure.lessons,
        Closure.reopened_on,
    )
    .where(Closure.case_id == bindparam("case_id"), Closure.closed_on <= bindparam("today"))
    .order_by(Closure.closed_on.desc())
)
PROPOSALS = (
    select(
        ClosureProposal.id,
        ClosureProposal.proposed_by_id,
        user_name(ClosureProposal.__table__.c.proposed_by_id).label("proposed_by"),
        ClosureProposal.proposed_at,
        ClosureProposal.reason,
        ClosureProposal.lessons,
        user_name(ClosureProposal.__table__.c.decided_by_id).label("decided_by"),
        ClosureProposal.decided_at,
        ClosureProposal.refused_because,
    )
    .where(ClosureProposal.case_id == bindparam("case_id"))
    .order_by(ClosureProposal.proposed_at.desc())
)


def milestones(session: Session, case_id: UUID) -> list[MilestoneLine]:
    """Return the milestones of a case that the reader may see, by due date."""
    now = actor_of(session).now
    lines = [_line(row._asdict(), now) for row in session.execute(MILESTONES, {"case_id": case_id})]
    reads.saw(
        session, "milestones.read", case_id, party_ids=[line.party_id for line in lines if line.party_id]
    )
    return lines


def get_milestone(session: Session, case_id: UUID, milestone_id: UUID) -> MilestoneLine | None:
    """Return one milestone of a case, or nothing."""
    return next((line for line in milestones(session, case_id) if line.id == milestone_id), None)


def standing_of(
    now: datetime, due_on: date, due_at: datetime | None, done_on: date | None, not_applicable: str | None
) -> Standing:
    """Say how a milestone stood at a moment: what was done later was still open then."""
    today = local_date(now)
    if done_on is not None and done_on <= today:
        return Standing.DONE
    if not_applicable is not None:
        return Standing.NOT_APPLICABLE
    if today > due_on or (due_at is not None and now > due_at):
        return Standing.OVERDUE
    return Standing.DUE_TODAY if today == due_on else Standing.COMING


def phases(session: Session, case_id: UUID) -> list[PhaseLine]:
    """Return the phases that the case has been in, the present one first."""
    reads.saw_part(session, case_id)
    rows = session.execute(PHASES, {"case_id": case_id, "today": local_date(actor_of(session).now)})
    return [PhaseLine(*row) for row in rows]


def closures(session: Session, case_id: UUID) -> list[ClosureLine]:
    """Return how the case ended before, the last time first; a reopening yet to come does not count."""
    reads.saw_part(session, case_id)
    today = local_date(actor_of(session).now)
    found = [ClosureLine(*row) for row in session.execute(CLOSURES, {"case_id": case_id, "today": today})]
    return [
        line if line.reopened_on is None or line.reopened_on <= today else replace(line, reopened_on=None)
        for line in found
    ]


def proposals(session: Session, case_id: UUID) -> list[ProposalLine]:
    """Return the proposals to close, the newest first."""
    reads.saw_part(session, case_id)
    return [ProposalLine(*row) for row in session.execute(PROPOSALS, {"case_id": case_id})]


def _line(row: dict[str, Any], now: datetime) -> MilestoneLine:
    due_on: date = row["due_on"]
    standing = standing_of(now, due_on, row["due_at"], row["done_on"], row["not_applicable"])
    ended: date = row["done_on"] if standing is Standing.DONE else local_date(now)
    late = (ended - due_on).days if standing in {Standing.DONE, Standing.OVERDUE} else 0
    return MilestoneLine(**row, standing=standing, days_late=max(late, 0))
