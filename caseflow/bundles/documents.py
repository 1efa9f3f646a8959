"""Reads the bytes of a bundle, within hard limits, into what the schema can then be asked about."""

import json
import math
from collections import Counter
from typing import Any

from caseflow.casefile.reading import Problem

MAX_BUNDLE_BYTES = 64 * 1024**2
"""The largest bundle that is read: a document of 20 MB in base64, and room to spare. Unit: bytes."""
MAX_PARTS = 3_000_000
"""How many members and elements a bundle may have, so that what it takes in memory has a bound."""
MAX_DIGITS = 18
"""The longest whole number that surely fits 64 bits. Unit: digits."""


class BundleError(ValueError):
    """A bundle cannot be taken: every problem with its place, up to a number, and how many there are in all."""

    def __init__(self, problems: list[Problem], count: int | None = None) -> None:
        self.problems = problems
        self.count = len(problems) if count is None else count
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """Return the problems, one line each."""
        more = self.count - len(self.problems)
        return [str(problem) for problem in self.problems] + ([f"And {more} more."] if more else [])


class Unusable:
    """A number or word that JSON readers take and no database can keep; stands where it stood."""

    def __init__(self, message: str) -> None:
        self.message = message


class Repeated(dict[str, Any]):
    """An object in which members stand twice."""

    def __init__(self, members: dict[str, Any], twice: list[str]) -> None:
        super().__init__(members)
        self.twice = twice


def read_document(raw: bytes) -> Any:
    """Read the JSON of a bundle. What no schema allows is still in it: `Unusable` and `Repeated`.

    Raises:
        BundleError: it is too large, no UTF-8, or no JSON.
    """
    if len(raw) > MAX_BUNDLE_BYTES:
        raise _refusal(f"The file is larger than {MAX_BUNDLE_BYTES // 1024**2} MB.")
    if not raw.strip():
        raise _refusal("The file is empty.")
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _refusal("The file begins with a byte order mark. Save it as UTF-8 without one.")
    if raw.count(b",") + raw.count(b"[") + raw.count(b"{") > MAX_PARTS:
        raise _refusal("The file has too many parts.")
    return _parse(_decode(raw))


def _refusal(message: str) -> BundleError:
    return BundleError([Problem("", message)])


def _decode(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise _refusal(f"The file is not UTF-8: see byte {error.start}.") from error


def _parse(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=lambda word: Unusable(f"{word} is not a number."),
        )
    except RecursionError as error:
        raise _refusal("The file is nested too deeply.") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _refusal(f"The file is not JSON: {error.msg.lower()} at {place}.") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    times = Counter(name for name, _ in pairs)
    return Repeated(members, [name for name, number in times.items() if number > 1])


def _whole_number(digits: str) -> int | Unusable:
    return int(digits) if len(digits.lstrip("-")) <= MAX_DIGITS else Unusable("This number is too large.")


def _number(digits: str) -> float | Unusable:
    number = float(digits)
    return number if math.isfinite(number) else Unusable("This number is too large.")
