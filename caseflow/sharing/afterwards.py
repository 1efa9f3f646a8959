"""What a partner read through a link, from the log: which entries, about whom, by whom, and when. For seats."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.shown import user_name
from caseflow.audit import reads
from caseflow.audit.chain import ROW
from caseflow.models import AuditRow, Entry, Party, Person
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
class ReadPerson:
    """Somebody in the case who was shown through a link, by name or by letter alone: to whom, how often, when last."""

    id: UUID
    name: str
    readers: tuple[str, ...]
    times: int
    last_at: datetime


@dataclass(frozen=True)
class Reading:
    """All that was read through a link; how often it was used, and when first and last."""

    entries: tuple[ReadEntry, ...]
    people: tuple[ReadPerson, ...]
    nothing: bool
    """No entry and nobody was shown: also none that has been removed from the file since."""
    uses: int
    first_at: datetime | None
    last_at: datetime | None


@dataclass
class _Shown:
    last_at: datetime
    readers: set[str] = field(default_factory=set)
    times: int = 0


THROUGH = (
    select(AuditRow.at, AuditRow.entry_ids, AuditRow.party_ids, user_name(ROW.c.user_id).label("user"))
    .where(AuditRow.chain == bindparam("case_id"), AuditRow.through.contains(bindparam("right")))
    .order_by(AuditRow.position)
)
ENTRIES = select(Entry.id, Entry.kind, Entry.category, Entry.occurred_at, Entry.protected).order_by(
    Entry.occurred_at.desc(), Entry.id
)
PEOPLE = (
    select(Party.id, Person.name).join(Person, Person.id == Party.person_id).order_by(Person.name, Party.id)
)


def read_through(session: Session, case_id: UUID, link_id: UUID) -> Reading:
    """Return what was read through a link of a case."""
    rows = session.execute(THROUGH, {"case_id": case_id, "right": f"link:{link_id}"}).all()
    entries, people = _shown(rows, "entry_ids"), _shown(rows, "party_ids")
    reads.saw(session, "link.reading", case_id, party_ids=people, entry_ids=entries)
    return Reading(
        entries=_entries(session, entries),
        people=_people(session, people),
        nothing=not entries and not people,
        uses=len(rows),
        first_at=rows[0].at if rows else None,
        last_at=rows[-1].at if rows else None,
    )


def _shown(rows: Iterable[Any], column: str) -> dict[UUID, _Shown]:
    """Gather whom each of the ids in a column of the log was shown to; the rows come from the first to the last."""
    shown: dict[UUID, _Shown] = {}
    for row in rows:
        for one_id in map(UUID, getattr(row, column).split()):
            one = shown.setdefault(one_id, _Shown(row.at))
            one.readers.add(row.user or "")
            one.times, one.last_at = one.times + 1, row.at
    return shown


def _entries(session: Session, shown: dict[UUID, _Shown]) -> tuple[ReadEntry, ...]:
    if not shown:
        return ()
    return tuple(
        ReadEntry(*row, tuple(sorted(one.readers)), one.times, one.last_at)
        for row in session.execute(ENTRIES.where(Entry.id.in_(shown)))
        for one in (shown[row.id],)
    )


def _people(session: Session, shown: dict[UUID, _Shown]) -> tuple[ReadPerson, ...]:
    if not shown:
        return ()
    return tuple(
        ReadPerson(*row, tuple(sorted(one.readers)), one.times, one.last_at)
        for row in session.execute(PEOPLE.where(Party.id.in_(shown)))
        for one in (shown[row.id],)
    )
