"""How safe it is in a case: measures that run, the safety plan in force, the latest violence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.named import about
from caseflow.access.writing import table_of
from caseflow.audit import reads
from caseflow.clock import local_date
from caseflow.models import Entry, Incident, IncidentMark, Measure, SafetyPlan
from caseflow.models.vocabulary import Certainty, EntryKind, IncidentContext, MeasureKind

SOON = timedelta(days=7)
"""How long before its end a measure is pointed out."""
RECENT = timedelta(days=30)
"""How long an incident is pointed out."""


@dataclass(frozen=True)
class RunningMeasure:
    """A legal measure that runs."""

    id: UUID
    kind: MeasureKind
    until_at: datetime | None
    ends_soon: bool


@dataclass(frozen=True)
class CurrentPlan:
    """The safety plan in force."""

    id: UUID
    version: int
    agreed_at: datetime
    valid_until: date | None
    has_lapsed: bool


@dataclass(frozen=True)
class LastIncident:
    """The latest violence that was not refuted. Severity 1 to 3."""

    id: UUID
    occurred_at: datetime
    severity: int
    certainty: Certainty | None
    is_breach: bool
    is_recent: bool


@dataclass(frozen=True)
class Safety:
    """How safe it is, as far as the reader may know."""

    measures: tuple[RunningMeasure, ...]
    plan: CurrentPlan | None
    incident: LastIncident | None

    def entry_ids(self) -> set[UUID]:
        """Return the entries that this says something of."""
        others = {one.id for one in (self.plan, self.incident) if one is not None}
        return {measure.id for measure in self.measures} | others


MEASURE, PLAN, INCIDENT = (table_of(model) for model in (Measure, SafetyPlan, Incident))
BREACH = (
    select(IncidentMark.entry_id)
    .where(IncidentMark.entry_id == Entry.id, IncidentMark.context == IncidentContext.BREACH_OF_MEASURE)
    .correlate(Entry)
    .exists()
)
SAFETY = (
    select(
        Entry.id,
        Entry.kind,
        Entry.occurred_at,
        Entry.certainty,
        MEASURE.c.measure,
        MEASURE.c.from_at,
        MEASURE.c.until_at,
        MEASURE.c.against_id,
        PLAN.c.plan_version,
        PLAN.c.valid_until,
        INCIDENT.c.severity,
        BREACH.label("is_breach"),
    )
    .outerjoin(MEASURE, MEASURE.c.id == Entry.id)
    .outerjoin(PLAN, PLAN.c.id == Entry.id)
    .outerjoin(INCIDENT, INCIDENT.c.id == Entry.id)
    .where(
        Entry.case_id == bindparam("case_id"),
        Entry.kind.in_((EntryKind.MEASURE, EntryKind.SAFETY_PLAN, EntryKind.INCIDENT)),
    )
    .order_by(Entry.occurred_at.desc(), PLAN.c.plan_version.desc(), Entry.id)
)


def safety_of(session: Session, case_id: UUID) -> Safety:
    """Return how safe it is in a case, as far as the reader may know."""
    now = actor_of(session).now
    rows = session.execute(SAFETY, {"case_id": case_id}, execution_options=about(case_id)).all()
    plans = [row for row in rows if row.kind is EntryKind.SAFETY_PLAN]
    incidents = [
        row
        for row in rows
        if row.kind is EntryKind.INCIDENT
        and row.occurred_at <= now
        and row.certainty is not Certainty.REFUTED
    ]
    safety = Safety(
        measures=tuple(_measure(row, rows, now) for row in rows if _runs(row, now)),
        plan=_plan(max(plans, key=lambda row: row.plan_version), now) if plans else None,
        incident=_incident(incidents[0], now) if incidents else None,
    )
    reads.saw_part(session, case_id, entry_ids=safety.entry_ids())
    return safety


def _runs(row: Any, now: datetime) -> bool:
    return (
        row.kind is EntryKind.MEASURE
        and row.from_at <= now
        and (row.until_at is None or now < row.until_at)
        and row.certainty is not Certainty.REFUTED
    )


def _measure(row: Any, rows: Sequence[Any], now: datetime) -> RunningMeasure:
    until_at = _extended_until(row, rows)
    soon = until_at is not None and until_at - now <= SOON
    return RunningMeasure(row.id, row.measure, until_at, soon)


def _extended_until(row: Any, rows: Sequence[Any]) -> datetime | None:
    """Return when a measure ends, with what was decided already to go on from it without a gap."""
    until_at: datetime | None = row.until_at
    later = (one for one in rows if (one.measure, one.against_id) == (row.measure, row.against_id))
    for one in sorted(later, key=lambda one: one.from_at):
        if until_at is None or one.certainty is Certainty.REFUTED:
            continue
        if row.from_at < one.from_at <= until_at and (one.until_at is None or one.until_at > until_at):
            until_at = one.until_at
    return until_at


def _plan(row: Any, now: datetime) -> CurrentPlan:
    lapsed = row.valid_until is not None and row.valid_until < local_date(now)
    return CurrentPlan(row.id, row.plan_version, row.occurred_at, row.valid_until, lapsed)


def _incident(row: Any, now: datetime) -> LastIncident:
    recent = now - row.occurred_at <= RECENT
    return LastIncident(row.id, row.occurred_at, row.severity, row.certainty, bool(row.is_breach), recent)
