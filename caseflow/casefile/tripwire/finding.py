"""Finds protected words in texts: case, spacing, punctuation, diacritics and look-alikes do not hide them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from caseflow.casefile.tripwire.letters import folded, places
from caseflow.casefile.tripwire.phrases import Phrase
from caseflow.casefile.tripwire.telling import phrases_of_address, phrases_of_prose
from caseflow.models.vocabulary import AddressUse


@dataclass(frozen=True)
class Fact:
    """A protected entry: the text of an address with its use, when it is one, and running text about it."""

    entry_id: UUID
    use: AddressUse | None = None
    text: str = ""
    prose: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span:
    """Where in a text protected words stand, and of which facts they are."""

    start: int
    end: int
    facts: frozenset[UUID]


class ProtectedWords:
    """The words to watch in one case."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        watched: defaultdict[Phrase, set[UUID]] = defaultdict(set)
        for fact in facts:
            for phrase in _phrases(fact):
                watched[phrase].add(fact.entry_id)
        self._facts = {phrase: frozenset(ids) for phrase, ids in watched.items()}
        self._phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in watched:
            self._phrases[phrase.folded].append(phrase)

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def of_facts(self, entry_ids: frozenset[UUID]) -> bool:
        """Whether anything of these facts is watched."""
        return any(not ids.isdisjoint(entry_ids) for ids in self._facts.values())

    def find(self, text: str) -> tuple[Span, ...]:
        """Return where protected words stand in a text, in order; what touches or overlaps is one."""
        flat = folded(text)
        there = [one for one in self._phrases if one in flat]
        if not there:
            return ()
        at = places(text)
        found = (span for one in there for span in self._where(one, flat, text, at))
        return tuple(_joined(sorted(found, key=lambda span: (span.start, -span.end))))

    def _where(self, one: str, flat: str, text: str, at: list[int]) -> Iterator[Span]:
        place = flat.find(one)
        while place >= 0:
            start, end = at[place], at[place + len(one) - 1] + 1
            for phrase in self._phrases[one]:
                if phrase.counts(text, start, end):
                    yield Span(phrase.begin_of(text, start), end, self._facts[phrase])
            place = flat.find(one, place + 1)


def _phrases(fact: Fact) -> Iterator[Phrase]:
    if fact.use is not None:
        yield from phrases_of_address(fact.use, fact.text)
    for text in fact.prose:
        yield from phrases_of_prose(text)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end), last.facts | span.facts)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
