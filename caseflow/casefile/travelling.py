"""What was asked of the source of an entry: whether it may travel to an organisation, and what was answered."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from caseflow.access import shown
from caseflow.access.guard import actor_of
from caseflow.audit import reads
from caseflow.clock import local_date
from caseflow.models import Entry, ReleaseRequest
from caseflow.models.vocabulary import EntryKind, RequestOutcome


@dataclass(frozen=True)
class ReleaseLine:
    """A request to a source, and how it stands."""

    id: UUID
    case_id: UUID
    reference: str
    entry_id: UUID
    kind: EntryKind
    organisation_id: UUID
    organisation: str
    asked_by: str
    asked_id: UUID
    asked: str
    question: str
    asked_at: datetime
    due_on: date
    outcome: RequestOutcome | None
    reason: str | None
    answered_at: datetime | None
    withdrawn_at: datetime | None
    late: bool = False
    mine: bool = False
    """The reader is who was asked."""

    @property
    def is_open(self) -> bool:
        """It waits for an answer."""
        return self.outcome is None and self.withdrawn_at is None


LINES: Select[Any] = (
    select(
        ReleaseRequest.id,
        ReleaseRequest.case_id,
        shown.case_reference(ReleaseRequest.__table__.c.case_id).label("reference"),
        ReleaseRequest.entry_id,
        Entry.kind,
        ReleaseRequest.organisation_id,
        shown.organisation_name(ReleaseRequest.__table__.c.organisation_id).label("organisation"),
        shown.user_name(ReleaseRequest.__table__.c.asked_by_id).label("asked_by"),
        ReleaseRequest.asked_id,
        shown.user_name(ReleaseRequest.__table__.c.asked_id).label("asked"),
        ReleaseRequest.question,
        ReleaseRequest.asked_at,
        ReleaseRequest.due_on,
        ReleaseRequest.outcome,
        ReleaseRequest.reason,
        ReleaseRequest.answered_at,
        ReleaseRequest.withdrawn_at,
    )
    .join(Entry, Entry.id == ReleaseRequest.entry_id)
    .order_by(ReleaseRequest.asked_at.desc(), ReleaseRequest.id)
)


def asked_about(session: Session, entry_id: UUID) -> list[ReleaseLine]:
    """Return what was asked of the source of an entry, newest first; to others than seats, what they were asked."""
    return release_lines(session, LINES.where(ReleaseRequest.entry_id == entry_id))


def release_lines(session: Session, wanted: Select[Any]) -> list[ReleaseLine]:
    """Return what a selection of requests to sources says, and note that it was shown."""
    actor = actor_of(session)
    today = local_date(actor.now)
    rows = session.execute(wanted).all()
    for row in rows:
        reads.saw_part(session, row.case_id, entry_ids=[row.entry_id])
    return [
        ReleaseLine(
            **row._asdict(),
            late=row.due_on < today and row.outcome is None and row.withdrawn_at is None,
            mine=row.asked_id == actor.user_id,
        )
        for row in rows
    ]
