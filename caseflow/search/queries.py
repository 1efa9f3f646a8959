"""What a search finds, in what its reader may read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.named import THROUGH_ALL
from caseflow.audit import reads
from caseflow.casefile.portrait import portray_these
from caseflow.models.vocabulary import Category, EntryKind
from caseflow.search.matching import holds
from caseflow.search.snippets import snippet_of

PAGE = 50
"""How many hits stand on a page."""


@dataclass(frozen=True)
class Hit:
    """An entry that holds all the words, with the words around the first of them."""

    entry_id: UUID
    kind: EntryKind
    category: Category
    case_id: UUID
    reference: str
    occurred_at: datetime
    snippet: str


@dataclass(frozen=True)
class Hits:
    """A page of hits, newest first, and where the next page goes on."""

    items: tuple[Hit, ...]
    after: tuple[datetime, UUID] | None


def find(
    session: Session, question: str, *, limit: int = PAGE, after: tuple[datetime, UUID] | None = None
) -> Hits:
    """Return what holds all the words of a question, newest first."""
    condition = holds(session, question)
    if condition is None:
        return Hits((), None)
    entry = models.Entry
    wanted = (
        select(entry.id, entry.kind, entry.category, entry.case_id, models.Case.reference, entry.occurred_at)
        .join(models.Case, models.Case.id == entry.case_id)
        .where(condition)
        .order_by(entry.occurred_at.desc(), entry.id.desc())
        .limit(limit + 1)
    )
    if after is not None:
        wanted = wanted.where(tuple_(entry.occurred_at, entry.id) < tuple_(*after))
    rows = session.execute(wanted, execution_options=THROUGH_ALL).all()
    shown = rows[:limit]
    drafts = portray_these(session, None, [row.id for row in shown], told=False).entries if shown else {}
    hits = tuple(Hit(*row, snippet=snippet_of(drafts[row.id].draft, question)) for row in shown)
    _saw(session, hits, {key: found.draft.concerns for key, found in drafts.items()})
    more = len(rows) > limit
    return Hits(hits, (hits[-1].occurred_at, hits[-1].entry_id) if more else None)


def _saw(session: Session, hits: tuple[Hit, ...], concerns: Mapping[UUID, tuple[UUID, ...]]) -> None:
    for case_id in {hit.case_id for hit in hits}:
        found = [hit.entry_id for hit in hits if hit.case_id == case_id]
        about = {party_id for entry_id in found for party_id in concerns[entry_id]}
        reads.saw(session, "search.read", case_id, party_ids=about, entry_ids=found)
