"""What a partner read through a link, from the log: which entries, by whom, and when. For seats."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.shown import user_name
from caseflow.audit import reads
from caseflow.audit.chain import ROW
from caseflow.models import AuditRow, Entry
from caseflow.models.vocabulary import Category, EntryKind


@dataclass(frozen=True)
class ReadEntry:
    """An entry that was shown through a link: to whom, how often, and when last."""

    id: UUID
    kind: EntryKind
    category: Category
    occurred_at: datetime
    protected: bool
    readers: tuple[str, ...]
    times: int
    last_at: datetime


@dataclass(frozen=True)
class Reading:
    """All that was read through a link; how often it was used, and when first and last."""

    entries: tuple[ReadEntry, ...]
    uses: int
    first_at: datetime | None
    last_at: datetime | None


@dataclass
class _Shown:
    readers: set[str]
    times: int
    last_at: datetime


THROUGH = (
    select(AuditRow.at, AuditRow.entry_ids, user_name(ROW.c.user_id).label("user"))
    .where(AuditRow.chain == bindparam("case_id"), AuditRow.through.contains(bindparam("right")))
    .order_by(AuditRow.position)
)
ENTRIES = select(Entry.id, Entry.kind, Entry.category, Entry.occurred_at, Entry.protected).order_by(
    Entry.occurred_at.desc(), Entry.id
)


def read_through(session: Session, case_id: UUID, link_id: UUID) -> Reading:
    """Return what was read through a link of a case."""
    rows = session.execute(THROUGH, {"case_id": case_id, "right": f"link:{link_id}"}).all()
    shown: dict[UUID, _Shown] = {}
    for row in rows:
        for entry_id in map(UUID, row.entry_ids.split()):
            one = shown.setdefault(entry_id, _Shown(set(), 0, row.at))
            one.readers.add(row.user or "")
            one.times, one.last_at = one.times + 1, row.at
    reads.saw(session, "link.reading", case_id, entry_ids=shown)
    return Reading(
        entries=_entries(session, shown),
        uses=len(rows),
        first_at=rows[0].at if rows else None,
        last_at=rows[-1].at if rows else None,
    )


def _entries(session: Session, shown: dict[UUID, _Shown]) -> tuple[ReadEntry, ...]:
    if not shown:
        return ()
    return tuple(
        ReadEntry(*row, tuple(sorted(one.readers)), one.times, one.last_at)
        for row in session.execute(ENTRIES.where(Entry.id.in_(shown)))
        for one in (shown[row.id],)
    )
