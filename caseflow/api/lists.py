"""Lists, a page at a time: how many, and from where on."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from flask import request

from caseflow.api.definitions import Shape
from caseflow.api.problems import WrongParameterError
from caseflow.casefile.reading import FIRST_YEAR, LAST_YEAR

DEFAULT, MOST = 50, 200
"""How many items a page has when nobody says, and at most."""
LONGEST_CURSOR = 200
"""The longest cursor there is. Unit: characters."""
PAGING: tuple[Shape, ...] = (
    {
        "name": "limit",
        "in": "query",
        "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT},
    },
    {
        "name": "cursor",
        "in": "query",
        "description": "`next` of the page before",
        "schema": {"type": "string", "maxLength": LONGEST_CURSOR},
    },
)

Found = TypeVar("Found")
Word = TypeVar("Word", bound=StrEnum)


def limit() -> int:
    """Return how many items are wanted.

    Raises:
        WrongParameterError: not a number that a page can have.
    """
    text = request.args.get("limit", str(DEFAULT))
    if not text.isascii() or not text.isdigit() or len(text) > len(str(MOST)) or not 1 <= int(text) <= MOST:
        raise WrongParameterError("limit", f"This must be a whole number from 1 to {MOST}.")
    return int(text)


def after(read: Callable[[str], Found]) -> Found | None:
    """Return where the page before ended; `read` makes it out of the text, and raises ValueError when it cannot.

    Raises:
        WrongParameterError: the cursor is not one that this list gives out.
    """
    cursor = request.args.get("cursor")
    if cursor is None:
        return None
    try:
        return read(_opened(cursor))
    except ValueError as error:
        raise WrongParameterError("cursor", "This is not a cursor of this list.") from error


def listed(items: Iterable[Any], last: object | None) -> dict[str, Any]:
    """Say a page of a list; `last` is where the next page goes on from, when there is one."""
    return {"items": list(items), "next": None if last is None else _sealed(str(last))}


def word(name: str, vocabulary: type[Word]) -> Word | None:
    """Return a filter that is a word of a vocabulary.

    Raises:
        WrongParameterError: it is another word.
    """
    text = request.args.get(name)
    if text is None:
        return None
    if text not in set(vocabulary):
        raise WrongParameterError(name, f"Choose one of: {', '.join(vocabulary)}.")
    return vocabulary(text)


def day(name: str) -> date | None:
    """Return a filter that is a day.

    Raises:
        WrongParameterError: it is none, or of another century.
    """
    text = request.args.get(name)
    if text is None:
        return None
    try:
        found = date.fromisoformat(text) if len(text) == len("2026-03-03") else None
    except ValueError:
        found = None
    if found is None or not FIRST_YEAR <= found.year < LAST_YEAR:
        raise WrongParameterError(name, "This is not a date such as 2026-03-03.")
    return found


def an_id(text: str) -> UUID:
    """Read an id exactly as a cursor has it.

    Raises:
        ValueError: it is none.
    """
    found = UUID(text)
    if str(found) != text:
        raise ValueError(text)
    return found


def _sealed(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _opened(cursor: str) -> str:
    if len(cursor) > LONGEST_CURSOR or not cursor.isascii():
        raise ValueError(cursor)
    text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    if _sealed(text) != cursor:  # the decoder passes over what is not base64
        raise ValueError(cursor)
    return text
