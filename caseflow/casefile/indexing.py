"""What search finds an entry by: stems in plain, or keyed hashes of them where the text is sealed."""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

import snowballstemmer

from caseflow import models
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.kinds import Agreement, DocumentData
from caseflow.sealing import keyring

MAX_WORD = 64
"""The longest word that is told apart; longer ones are cut. Unit: characters."""
REMEMBERED_WORDS = 20_000
"""How many words' stems are kept at hand; about 4 MB."""

_WORD = re.compile(r"[^\W_]+")
_NOT_SAID = frozenset({"domain", "media_type", "content", "filename"})
"""Texts of an entry that are no language, or are sealed on their own."""


class _Stemming(threading.local):
    """A stemmer keeps the word it is busy with, so every thread has its own."""

    def __init__(self) -> None:
        self.stemmer = snowballstemmer.stemmer("dutch")


_stemming = _Stemming()


def stems(text: str) -> list[str]:
    """Return the Dutch word stems of a text, in order: case-folded and without diacritics."""
    return [_stem(word[:MAX_WORD]) for word in _WORD.findall(_bare(text.casefold()))]


def _bare(text: str) -> str:
    """Take the diacritics off; most texts have none."""
    if text.isascii():
        return text
    taken_apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in taken_apart if not unicodedata.combining(letter))


@lru_cache(maxsize=REMEMBERED_WORDS)
def _stem(word: str) -> str:
    stem: str = _stemming.stemmer.stemWord(word)
    return stem


def tokens(text: str) -> set[str]:
    """Return the keyed hashes under which the words of a sealed text are found."""
    return {keyring().token(stem) for stem in stems(text)}


def search_rows(entry_id: UUID, draft: EntryDraft) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    """Yield the search rows of an entry."""
    said = " ".join(texts_of(draft))
    sealed = set[str]()
    if draft.is_sealed:
        sealed |= tokens(said)
    elif said:
        yield models.SearchTerms, {"entry_id": entry_id, "terms": " ".join(stems(said))}
    # A file's name often says where it comes from.
    if isinstance(draft.data, DocumentData) and not draft.source_confidential:
        sealed |= tokens(draft.data.filename)
    for token in sorted(sealed):
        yield models.SearchToken, {"entry_id": entry_id, "token": token}


def texts_of(draft: EntryDraft) -> Iterator[str]:
    """Yield every text that an entry says: its body first."""
    yield from filter(None, (draft.body, draft.statement))
    yield from texts_in(draft.data)


def texts_in(part: Any) -> Iterator[str]:
    """Yield the texts of what an entry holds."""
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in _NOT_SAID or isinstance(value, StrEnum):
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _texts_among(value)


def _texts_among(values: tuple[Any, ...]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Agreement):
            yield from texts_in(value)
        elif isinstance(value, str) and not isinstance(value, StrEnum):
            yield value
