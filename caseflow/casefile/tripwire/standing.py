"""Which entries of a case hold protected words, though others than directors could read them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.shown import user_name
from caseflow.audit import reads
from caseflow.casefile.tripwire.columns import texts_in_case
from caseflow.casefile.tripwire.facts import words_of
from caseflow.casefile.tripwire.finding import ProtectedWords
from caseflow.casefile.tripwire.watching import Hit
from caseflow.db import unseal
from caseflow.models import Entry, WordCheck
from caseflow.models.vocabulary import Category, EntryKind


@dataclass(frozen=True)
class Decided:
    """What a seat decided about the words in an entry."""

    by: str
    at: datetime
    reason: str | None


@dataclass(frozen=True)
class Holder:
    """An entry that holds protected words; `held` when it is kept back from partners for them."""

    id: UUID
    kind: EntryKind
    category: Category
    occurred_at: datetime
    version: int
    hits: tuple[Hit, ...]
    held: bool
    decided: Decided | None


CHECKS = (
    select(
        WordCheck.id,
        WordCheck.entry_id,
        WordCheck.held,
        user_name(WordCheck.__table__.c.decided_by_id).label("decided_by"),
        WordCheck.decided_at,
        WordCheck.reason_sealed,
    )
    .join(Entry, Entry.id == WordCheck.entry_id)
    .where(Entry.case_id == bindparam("case_id"))
    .order_by(WordCheck.version)
)


def holders(session: Session, case_id: UUID, facts: Collection[UUID] | None = None) -> list[Holder]:
    """Return the entries that hold protected words, of some facts or of all, newest first; for seats.

    The facts whose words are shown count as read.
    """
    words = words_of(session, case_id)
    wanted = None if facts is None else frozenset(facts)
    if not words or (wanted is not None and not words.of_facts(wanted)):
        return []
    found = hits_among(session, case_id, words, wanted)
    checks = {row.entry_id: row for row in session.execute(CHECKS, {"case_id": case_id})}
    entry = Entry
    heads = select(entry.id, entry.kind, entry.category, entry.occurred_at, entry.version)
    rows = session.execute(heads.where(entry.id.in_(found)).order_by(entry.occurred_at.desc(), entry.id))
    lines = [_holder(row, tuple(found[row.id]), checks.get(row.id)) for row in rows.all()]
    saw_words(session, case_id, (hit for line in lines for hit in line.hits), [line.id for line in lines])
    return lines


def is_held_back(session: Session, entry_id: UUID) -> bool:
    """Whether an entry is kept from partners for protected words; no, to who has no seat."""
    latest = select(WordCheck.held).where(WordCheck.entry_id == entry_id).order_by(WordCheck.version.desc())
    return session.scalar(latest.limit(1)) is True


def keys_with_protected_words(session: Session, case_id: UUID) -> list[str]:
    """Return the keys of entries that hold protected words and are kept from nobody; for a system session."""
    words = words_of(session, case_id)
    found = hits_among(session, case_id, words) if words else {}
    held = {row.entry_id for row in session.execute(CHECKS, {"case_id": case_id}) if row.held}
    wanted = select(Entry.key).where(Entry.id.in_(found.keys() - held)).order_by(Entry.key)
    return [key for key in session.scalars(wanted) if key]


def hits_among(
    session: Session,
    case_id: UUID,
    words: ProtectedWords,
    facts: frozenset[UUID] | None = None,
    among: Collection[UUID] | None = None,
) -> dict[UUID, list[Hit]]:
    """Return the protected words in the entries of a case, by entry."""
    found: defaultdict[UUID, list[Hit]] = defaultdict(list)
    for said in texts_in_case(session, case_id):
        if among is not None and said.entry_id not in among:
            continue
        spans = words.find(said.text)
        if facts is not None:
            spans = tuple(span for span in spans if not span.facts.isdisjoint(facts))
        if spans:
            found[said.entry_id].append(Hit(said.field, said.text, spans))
    return dict(found)


def saw_words(session: Session, case_id: UUID, hits: Any, entry_ids: Collection[UUID]) -> None:
    """Tell the log which facts and which entries were shown."""
    facts = {fact for hit in hits for span in hit.spans for fact in span.facts}
    if facts or entry_ids:
        reads.saw(session, "words.read", case_id, entry_ids={*facts, *entry_ids})


def _holder(row: Any, hits: tuple[Hit, ...], check: Row[Any] | None) -> Holder:
    return Holder(
        id=row.id,
        kind=row.kind,
        category=row.category,
        occurred_at=row.occurred_at,
        version=row.version,
        hits=hits,
        held=check is not None and check.held,
        decided=None if check is None or check.decided_at is None else _decided(check),
    )


def _decided(check: Row[Any]) -> Decided:
    sealed = check.reason_sealed
    reason = None if sealed is None else unseal(sealed, "word_check", "reason", check.id)
    return Decided(check.decided_by, check.decided_at, reason)
