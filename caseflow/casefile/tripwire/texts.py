"""Every text of an entry by the field that it stands in: what people typed, titles and names of files among it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.kinds import Agreement

NO_TEXT = frozenset({"key", "media_type", "content"})
"""What is text to a computer only. What a file holds is not looked into."""

Part = TypeVar("Part", bound=Any)


def texts_by_field(draft: EntryDraft) -> Iterator[tuple[str, str]]:
    """Yield the name of a field of the draft or of its data, and a text in it."""
    for part in (draft, draft.data):
        for field in fields(part):
            if field.name not in NO_TEXT:
                yield from ((field.name, text) for text in _texts(getattr(part, field.name)))


def _texts(value: Any) -> Iterator[str]:
    match value:
        case StrEnum():
            return
        case str():
            yield value
        case tuple():
            for each in value:
                yield from _texts(each)
        case Mapping():
            yield from value
        case Agreement():
            yield from (text for field in fields(value) for text in _texts(getattr(value, field.name)))


def rewritten(draft: EntryDraft, change: Callable[[str], str]) -> EntryDraft:
    """Return the entry with every text changed."""
    return replace(_rewritten(draft, change), data=_rewritten(draft.data, change))


def _rewritten(part: Part, change: Callable[[str], str]) -> Part:
    said = {field.name: getattr(part, field.name) for field in fields(part) if field.name not in NO_TEXT}
    return replace(part, **{name: _changed(value, change) for name, value in said.items()})


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case StrEnum():
            return value
        case str():
            return change(value)
        case tuple():
            return tuple(_changed(each, change) for each in value)
        case Mapping():
            return {change(name): score for name, score in value.items()}
        case Agreement():
            return _rewritten(value, change)
    return value
