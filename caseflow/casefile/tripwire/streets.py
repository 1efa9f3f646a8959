"""The ways in which a street, with or without a number, is written."""

import re
from collections.abc import Iterator

from caseflow.casefile.tripwire.letters import folded
from caseflow.casefile.tripwire.phrases import Phrase, Seen
from caseflow.casefile.tripwire.words import (
    ARTICLES,
    NO_STREETS,
    ORDINARY,
    SHORT_ENDS,
    SHORT_TITLES,
    STREET_ENDS,
    SURE_STREET_ENDS,
)

WITH_NUMBER = re.compile(
    r"^(?P<before>(?:\d{1,4}e\s+)?[^\d]*[^\W\d][^\d]*?)\s*(?P<number>\d{1,5})(?!\d)(?P<after>.*)$", re.DOTALL
)
"""A street, a number, and what comes behind."""
LONG_NAME = 10
"""From how many letters on a name of two words that does not end like a street tells without its number."""
SHORTEST = 3
"""The least that stands before the end of a street's name: not every `laan` is somebody's. Unit: characters."""
_WORD = re.compile(r"[^\W_]+")


def is_no_street(before: str) -> bool:
    """Whether what stands before a number counts rooms or floors."""
    names = words_of(before)
    return not names or names[-1] in NO_STREETS


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return [folded(word) for word in _WORD.findall(text)]


def spellings(street: str, number: str = "") -> Iterator[Phrase]:
    """Yield what a street is found by: alone where the name tells enough, and with its number in any case.

    A street that is called like an ordinary word (Markt, Brink) is told by its number only.
    """
    for name in {*_names(street)}:
        for written in {*_shortened(name)}:
            joined = "".join(written)
            if _tells(name) and len(joined) > SHORTEST and written[-1] not in _VERY_SHORT:
                yield Phrase(joined)
            if number:
                yield Phrase(joined + folded(number), Seen.ANYWHERE if _tells(name) else Seen.AS_WORDS)


def _names(street: str) -> Iterator[tuple[str, ...]]:
    """Yield a street's name in words, and the part of it by which people call it."""
    words = [word for word in words_of(street) if word]
    while len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    if not words:
        return
    whole = tuple(_end_apart(words))
    yield whole
    if len(words) > 1 and whole[-1] in _ENDS:
        called = whole[-2:]
        if len(called[0]) >= SHORTEST:
            yield called


def _end_apart(words: list[str]) -> Iterator[str]:
    """Put the end of the name apart, written out: kerk, straat."""
    yield from words[:-1]
    last = words[-1]
    for end in _ENDS:
        for written in (end, *_SHORT.get(end, ())):
            if last == written and len(words) > 1:
                yield end
                return
            if last.endswith(written) and len(last) - len(written) >= SHORTEST and _may_end(written, end):
                yield from (last.removesuffix(written), end)
                return
    yield last


def _may_end(written: str, end: str) -> bool:
    """A shortened end of two letters is the end of many words."""
    return written == end or len(written) >= SHORTEST


def _shortened(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    heads = {name[0], *_TITLES.get(name[0], ())} if len(name) > 1 else {name[0]}
    lasts = {name[-1], *_SHORT.get(name[-1], ())} if len(name) > 1 else {name[-1]}
    for head in heads:
        if len(name) == 1:
            yield (head,)
            continue
        for last in lasts:
            yield (head, *name[1:-1], last)


def _tells(name: tuple[str, ...]) -> bool:
    if len(name) == 1 or "".join(name) in ORDINARY:
        return False
    return name[-1] in _SURE_ENDS or sum(map(len, name)) >= LONG_NAME


def _same_titles() -> dict[str, tuple[str, ...]]:
    """Return each title, long and short, with the other ways to write it."""
    same: dict[str, set[str]] = {}
    for long, shorts in SHORT_TITLES.items():
        for one in (long, *shorts):
            same.setdefault(folded(one), set()).update(map(folded, (long, *shorts)))
    return {one: tuple(sorted(others)) for one, others in same.items()}


_ENDS = tuple(map(folded, STREET_ENDS))
_SURE_ENDS = frozenset(map(folded, SURE_STREET_ENDS))
_SHORT = {folded(end): tuple(map(folded, shorts)) for end, shorts in SHORT_ENDS.items()}
_VERY_SHORT = frozenset(short for shorts in _SHORT.values() for short in shorts if len(short) < SHORTEST)
_TITLES = _same_titles()
