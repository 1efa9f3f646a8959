"""The words around a hit."""

import re

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.indexing import stems, texts_of

AROUND = 80
"""How much of the text stands on either side of a hit. Unit: characters."""
_WORD = re.compile(r"[^\W_]+")


def snippet_of(draft: EntryDraft, question: str) -> str:
    """Return the part of an entry around the first word that was asked for, or how the entry begins."""
    asked = set(stems(question))
    said = list(texts_of(draft))
    for text in said:
        for word in _WORD.finditer(text):
            if asked.intersection(stems(word.group())):
                return _around(text, word.start(), word.end())
    return _around(said[0], 0, 0) if said else ""


def _around(text: str, start: int, end: int) -> str:
    first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space > end else last
    return f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"
