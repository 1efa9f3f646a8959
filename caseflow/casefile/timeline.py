"""The timeline of a case: what the reader may know of what happened, newest first, a page at a time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from caseflow.access import shown
from caseflow.access.aside import aside
from caseflow.access.named import about, opening
from caseflow.access.rules.entries import ORIGIN
from caseflow.audit import reads
from caseflow.casefile.portrait import Known, Portrait, portray_these
from caseflow.clock import AMSTERDAM
from caseflow.models import Entry, EntryConcern, EntryOrigin
from caseflow.models.vocabulary import Category, EntryKind

PAGE = 50
"""How many entries a page shows."""


@dataclass(frozen=True)
class Wanted:
    """What the reader asked the timeline for; days are Amsterdam's, both included."""

    kind: EntryKind | None = None
    category: Category | None = None
    party_id: UUID | None = None
    source_id: UUID | None = None
    from_on: date | None = None
    until_on: date | None = None
    older_than: UUID | None = None
    newer_than: UUID | None = None


@dataclass(frozen=True)
class TimelinePage:
    """Some entries, newest first, and where the newer and the older ones begin."""

    entries: tuple[Portrait, ...]
    users: dict[UUID, Known]
    organisations: dict[UUID, Known]
    newer_than: UUID | None
    older_than: UUID | None


IDS = select(Entry.id).where(Entry.case_id == bindparam("case_id"))


def _sources() -> Select[Any]:
    """Take one entry of each source: to try the rule on each entry of a long case takes longer than all the rest.

    Distinct, so that PostgreSQL finishes it before it looks the entries up: it takes no index by a query's own answer.
    """
    origin, one = aside(ORIGIN), aliased(EntryOrigin)
    source = select(origin.c.source_id).where(origin.c.case_id == bindparam("case_id")).distinct().subquery()
    known = (
        select(one.entry_id)
        .where(one.case_id == bindparam("case_id"), one.source_id == source.c.source_id)
        .limit(1)
        .correlate(source)
        .scalar_subquery()
    )
    name = shown.organisation_name(ORIGIN.c.source_id).label("name")
    return (
        select(EntryOrigin.source_id, name)
        .where(EntryOrigin.entry_id.in_(select(known).select_from(source).distinct()))
        .order_by("name")
    )


SOURCES = _sources()


def timeline(
    session: Session, case_id: UUID, wanted: Wanted, *, limit: int = PAGE, told: bool = False
) -> TimelinePage:
    """Return a page of the timeline; `told` also to whom and by whom entries were disclosed and released."""
    ids, is_more = _page_of_ids(session, case_id, wanted, limit)
    found = portray_these(session, case_id, ids, told=told) if ids else None
    entries = tuple(found.entries[entry_id] for entry_id in ids) if found else ()
    reads.saw(
        session,
        "timeline.read",
        case_id,
        party_ids={party_id for entry in entries for party_id in entry.draft.concerns},
        entry_ids=ids,
    )
    backwards = wanted.newer_than is not None
    return TimelinePage(
        entries=entries,
        users=found.users if found else {},
        organisations=found.organisations if found else {},
        newer_than=ids[0] if ids and (is_more if backwards else wanted.older_than is not None) else None,
        older_than=ids[-1] if ids and (backwards or is_more) else None,
    )


def sources(session: Session, case_id: UUID) -> list[tuple[UUID, str]]:
    """Return the organisations that entries of the case come from, as far as the reader may know them."""
    rows = session.execute(SOURCES, {"case_id": case_id}, execution_options=about(case_id))
    return [(row.source_id, row.name) for row in rows]


def _page_of_ids(session: Session, case_id: UUID, wanted: Wanted, limit: int) -> tuple[list[UUID], bool]:
    statement = IDS.where(*_conditions(wanted))
    if wanted.newer_than is not None:
        ordered = _beside(statement, wanted.newer_than, newer=True).order_by(Entry.occurred_at, Entry.id)
    else:
        statement = _beside(statement, wanted.older_than, newer=False) if wanted.older_than else statement
        ordered = statement.order_by(Entry.occurred_at.desc(), Entry.id.desc())
    page = ordered.limit(limit + 1)
    found = list(session.scalars(page, {"case_id": case_id}, execution_options=opening(case_id)))
    ids = found[:limit]
    return (ids[::-1] if wanted.newer_than is not None else ids), len(found) > limit


def _beside(statement: Select[Any], entry_id: UUID, *, newer: bool) -> Select[Any]:
    """Go on from an entry that the reader may know; from one that they may not know there is nothing."""
    at = select(Entry.occurred_at).where(Entry.id == entry_id).scalar_subquery()
    if newer:
        return statement.where(
            or_(Entry.occurred_at > at, and_(Entry.occurred_at == at, Entry.id > entry_id))
        )
    return statement.where(or_(Entry.occurred_at < at, and_(Entry.occurred_at == at, Entry.id < entry_id)))


def _conditions(wanted: Wanted) -> Collection[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.kind is not None:
        conditions.append(Entry.kind == wanted.kind)
    if wanted.category is not None:
        conditions.append(Entry.category == wanted.category)
    if wanted.party_id is not None:
        concerned = select(EntryConcern.entry_id).where(EntryConcern.party_id == wanted.party_id)
        conditions.append(Entry.id.in_(concerned))
    if wanted.source_id is not None:
        from_source = select(EntryOrigin.entry_id).where(EntryOrigin.source_id == wanted.source_id)
        conditions.append(Entry.id.in_(from_source))
    if wanted.from_on is not None:
        conditions.append(Entry.occurred_at >= _midnight(wanted.from_on))
    if wanted.until_on is not None:
        conditions.append(Entry.occurred_at < _midnight(wanted.until_on + timedelta(days=1)))
    return conditions


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)
