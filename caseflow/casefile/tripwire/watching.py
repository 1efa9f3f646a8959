"""The trip-wire itself: what is about to be saved, held against the protected facts of the case.

Whoever may know a fact is stopped and shown where its words stand. Whoever may not know it notices nothing: their text
is saved as it is, is held back from everybody but the directors and their own organisation, and waits for a director
(ADR 0009). The same statements run whether something is found or not, so that time tells nothing either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, can
from caseflow.access.guard import actor_of
from caseflow.access.protected import partners_read
from caseflow.audit import reads
from caseflow.audit.trail import record
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.problems import Problem, RefusedEntryError
from caseflow.casefile.tripwire.facts import words_of
from caseflow.casefile.tripwire.finding import Span
from caseflow.casefile.tripwire.texts import texts_by_field
from caseflow.models import Entry, WordCheck

AROUND = 40
"""How much of the text stands on either side of the words. Unit: characters."""
Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is to be marked."""


@dataclass(frozen=True)
class Hit:
    """Protected words in a field."""

    field: str
    text: str
    spans: tuple[Span, ...]

    @property
    def words(self) -> str:
        """The words themselves."""
        return " … ".join(self.text[span.start : span.end] for span in self.spans)

    @property
    def pieces(self) -> Pieces:
        """The text around the words, the words marked."""
        return tuple(_pieces(self.text, self.spans))


class ProtectedWordsError(RefusedEntryError):
    """An entry holds protected words that its writer knows, and others could read it."""

    def __init__(self, hits: Iterable[Hit], *problems: Problem) -> None:
        self.hits = tuple(hits)
        found = (Problem(hit.field, "protected_words", {"words": hit.words}) for hit in self.hits)
        super().__init__((*found, *problems))


@dataclass(frozen=True)
class Sighting:
    """What was found in a text: of facts that its writer may know, and whether of others too."""

    hits: tuple[Hit, ...] = ()
    hidden: bool = False


def look(session: Session, case_id: UUID, draft: EntryDraft, *, edited: UUID | None = None) -> Sighting:
    """Search an entry, before it is saved, for the protected words of its case."""
    if draft.directors_only or draft.protected:
        return Sighting()
    words = words_of(session, case_id, apart_from=edited)
    known = _known_facts(session, case_id)
    found = [Hit(field, text, words.find(text)) for field, text in texts_by_field(draft)]
    shown = [replace(hit, spans=tuple(one for one in hit.spans if one.facts & known)) for hit in found]
    return Sighting(
        hits=tuple(hit for hit in shown if hit.spans),
        hidden=any(not span.facts & known for hit in found for span in hit.spans),
    )


def _known_facts(session: Session, case_id: UUID) -> frozenset[UUID]:
    facts = select(Entry.id).where(Entry.case_id == case_id, Entry.protected.is_(True))
    return frozenset(session.scalars(facts))


def stop_unless_allowed(session: Session, case_id: UUID, sighting: Sighting, because: str | None) -> None:
    """Go on only when nothing was found that the writer knows, or when a seat says why it is no leak.

    Raises:
        ProtectedWordsError: something was found.
    """
    if not sighting.hits:
        return
    if because and can(session, Act.FACT_DISCLOSE, case_id):
        return
    facts = {fact for hit in sighting.hits for span in hit.spans for fact in span.facts}
    reads.saw(session, "words.read", case_id, entry_ids=facts & _known_facts(session, case_id))
    raise ProtectedWordsError(sighting.hits)


def note_check(
    session: Session, case_id: UUID, entry: tuple[UUID, int], sighting: Sighting, because: str | None
) -> None:
    """Write down what was found in the version of an entry that was just saved.

    Raises:
        ProtectedWordsError: a seat would allow words that a partner could read at once.
    """
    entry_id, version = entry
    seated = can(session, Act.FACT_DISCLOSE, case_id)
    allowed = bool(sighting.hits)
    if seated and version == 1 and not allowed:
        return
    if allowed and partners_read(session, case_id, entry_id):
        raise ProtectedWordsError(sighting.hits, Problem("words", "partners_read"))
    actor = actor_of(session)
    check = WordCheck(
        id=uuid4(),
        entry_id=entry_id,
        version=version,
        checked_at=actor.now,
        held=sighting.hidden,
        decided_by_id=actor.user_id if allowed else None,
        decided_at=actor.now if allowed else None,
    )
    check.reason = because if allowed else None
    session.add(check)
    session.flush()
    if allowed:
        record(session, "words.allowed", case_id=case_id, entry_ids=[entry_id])


def _pieces(text: str, spans: tuple[Span, ...]) -> Iterator[tuple[str, bool]]:
    at = max(spans[0].start - AROUND, 0)
    if at:
        yield "… ", False
    for span in spans:
        if span.start - at > 2 * AROUND:
            yield text[at : at + AROUND] + " … " + text[span.start - AROUND : span.start], False
        elif span.start > at:
            yield text[at : span.start], False
        yield text[span.start : span.end], True
        at = span.end
    if at < len(text):
        yield text[at : at + AROUND] + (" …" if at + AROUND < len(text) else ""), False
