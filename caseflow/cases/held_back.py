"""Texts that are held back from partners, because protected words were found in them, and that nobody looked at yet."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseflow.audit import reads
from caseflow.models import Case, Entry, WordCheck


@dataclass(frozen=True)
class Waiting:
    """A case with texts to look at, and how many."""

    reference: str
    count: int


_LATEST = select(func.max(WordCheck.version)).where(WordCheck.entry_id == Entry.id).correlate(Entry)
WAITING: Any = (
    select(Case.id, Case.reference, func.count().label("held"))
    .join(Entry, Entry.case_id == Case.id)
    .join(WordCheck, WordCheck.entry_id == Entry.id)
    .where(
        WordCheck.held.is_(True),
        WordCheck.decided_at.is_(None),
        WordCheck.version == _LATEST.scalar_subquery(),
        Entry.directors_only.is_(False),
        Entry.protected.is_(False),
    )
    .group_by(Case.id, Case.reference)
    .order_by(Case.reference)
)


def waiting(session: Session) -> list[Waiting]:
    """Return the cases in which a seat has something to look at; nothing for who has no seat."""
    rows = session.execute(WAITING).all()
    for row in rows:
        reads.saw(session, "today.read", row.id)
    return [Waiting(row.reference, row.held) for row in rows]
