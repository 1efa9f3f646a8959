"""Reads an entry that fits the schema of a bundle into a draft: keys become ids, texts become dates and moments."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from caseflow.casefile.audience import Disclosure, Release
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.indexing import texts_in
from caseflow.casefile.kinds import (
    DATA_OF,
    AddressData,
    Agreement,
    AssessmentData,
    Data,
    DocumentData,
    MeasureData,
)
from caseflow.casefile.members import Points, member_name, points_to
from caseflow.casefile.reading import Reading, escaped
from caseflow.casefile.rows import decoded_size
from caseflow.models.vocabulary import EntryKind

LARGEST_EXACT = 2**53
"""Beyond this a whole number does not fit a score exactly."""
MOST_TEXT = 250_000
"""The longest that all texts of an entry are together: PostgreSQL indexes no more. Unit: characters."""
MAX_DOCUMENT_BYTES = 20 * 1024**2
"""The largest document that a file holds. Unit: bytes."""


def read_entry(entry: Mapping[str, Any], reading: Reading, at: str) -> EntryDraft | None:
    """Read an entry that fits the schema; None when something is wrong with it, which `reading` then tells."""
    before = len(reading.problems)
    shape = DATA_OF[EntryKind(entry["kind"])]
    data = entry.get("data", {})
    values = _read(shape, data, reading, f"{at}/data")
    own = _read(EntryDraft, entry, reading, at)
    if len(reading.problems) > before:
        return None
    made = shape(**values)
    _check(made, reading, f"{at}/data")
    if sum(map(len, texts_in(made))) > MOST_TEXT:
        reading.complain(f"{at}/data", f"These texts are longer than {MOST_TEXT} characters together.")
    if own["recorded_at"] is None:
        own["recorded_at"] = own["occurred_at"]
    if own["source_id"] is None:
        own["source_id"] = reading.organisation_of[own["author_id"]]
    return EntryDraft(**own, data=made) if len(reading.problems) == before else None


def _check(data: Data, reading: Reading, at: str) -> None:
    if isinstance(data, AddressData):
        reading.period(data.from_on, data.until_on, f"{at}/until")
    elif isinstance(data, MeasureData):
        reading.period(data.from_at, data.until_at, f"{at}/until")
    elif isinstance(data, AssessmentData):
        for name, score in data.scores.items():
            if abs(score) > LARGEST_EXACT:
                reading.complain(f"{at}/scores/{escaped(name)}", "This number is too large.")
    elif isinstance(data, DocumentData):
        _check_content(data.content or "", reading, f"{at}/base64")


def _check_content(content: str, reading: Reading, at: str) -> None:
    if decoded_size(content) > MAX_DOCUMENT_BYTES:
        reading.complain(at, f"The document is larger than {MAX_DOCUMENT_BYTES // 1024**2} MB.")
        return
    try:
        decoded = b64decode(content, validate=True)
    except ValueError:
        decoded = b""
    if b64encode(decoded).decode() != content:
        reading.complain(at, "This is not base64.")


def _read(shape: type[Any], said: Mapping[str, Any], reading: Reading, at: str) -> dict[str, Any]:
    return {
        name: read(said[member], reading, f"{at}/{member}") if member in said else default()
        for name, member, read, default in _PLANS[shape]
    }


Reader = Callable[[Any, Reading, str], Any]
PARTS = (Agreement, Disclosure, Release)
"""What stands in lists of an entry, with members of its own."""


def _plan(shape: type[Any]) -> tuple[tuple[str, str, Reader, Callable[[], Any]], ...]:
    hints = get_type_hints(shape)
    return tuple(
        (field.name, member, _reader(field, hints[field.name]), _default(field))
        for field in fields(shape)
        if (member := member_name(field)) is not None
    )


def _default(field: Field[Any]) -> Callable[[], Any]:
    if field.default_factory is not MISSING:
        return field.default_factory
    value = None if field.default is MISSING else field.default
    return lambda: value


def _reader(field: Field[Any], hint: Any) -> Reader:
    several = get_origin(hint) is tuple
    (kind, *_) = [arg for arg in get_args(hint) if arg is not type(None)] or [hint]
    if points := points_to(field):
        return partial(_find_each if several else _find, points)
    if several:
        return partial(_each, _READERS.get(kind) or partial(_word, kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return partial(_word, kind)
    return _READERS.get(kind, _as_it_is)


def _find(points: Points, key: str, reading: Reading, at: str) -> UUID | None:
    return reading.find(points, key, at)


def _find_each(points: Points, keys: list[str], reading: Reading, at: str) -> tuple[UUID, ...]:
    return reading.find_each(points, keys, at)


def _each(read: Reader, values: list[Any], reading: Reading, at: str) -> tuple[Any, ...]:
    return tuple(read(value, reading, f"{at}/{position}") for position, value in enumerate(values))


def _word(vocabulary: type[StrEnum], value: str, _reading: Reading, _at: str) -> StrEnum:
    return vocabulary(value)


def _as_it_is(value: Any, _reading: Reading, _at: str) -> Any:
    return value


def _part(shape: type[Any], value: Mapping[str, Any], reading: Reading, at: str) -> Any:
    return shape(**_read(shape, value, reading, at))


_READERS: dict[Any, Reader] = {
    int: lambda number, _reading, _at: int(number),
    date: lambda text, reading, at: reading.day(text, at),
    datetime: lambda text, reading, at: reading.moment(text, at),
    **{shape: partial(_part, shape) for shape in PARTS},
    str: _as_it_is,
}

_PLANS = {shape: _plan(shape) for shape in (EntryDraft, *PARTS, *DATA_OF.values())}
