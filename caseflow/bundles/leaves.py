"""Checks of single values: types, words, numbers and texts, each with a short message."""

import re
from collections.abc import Callable
from typing import Any

from caseflow.bundles.documents import Unusable
from caseflow.casefile.reading import Problems

Check = Callable[[Any, str, Problems], None]
Schema = dict[str, Any]

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tab and line ends, and halves of characters."""
MAX_NAME = 200
"""The longest name of a free member, such as a score. Unit: characters."""
LARGEST_COUNT = 2**31 - 1
"""The largest whole number that a column of numbers holds on every database."""
LONGEST_QUOTE = 40
"""How much of a wrong text is repeated. Unit: characters."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_EMAIL = re.compile(r"[^@\s]{1,190}@[^@\s]{1,190}")
_FORMATS: dict[str, tuple[re.Pattern[str], str]] = {
    "date": (_DATE, "This is not a date such as 2026-03-03."),
    "date-time": (_MOMENT, "This is not a moment with its offset, such as 2026-03-03T10:00:00+01:00."),
    "email": (_EMAIL, "This is not an e-mail address."),
}
_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "object": ((dict,), "This must be an object."),
    "array": ((list,), "This must be a list."),
    "string": ((str,), "This must be a text."),
    "boolean": ((bool,), "This must be true or false."),
    "number": ((int, float), "This must be a number."),
    "integer": ((int, float), "This must be a whole number."),
}


def quoted(text: str) -> str:
    """Return a text as it may stand in a message: short, and in plain characters."""
    return ascii(text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…")


def of_type(kind: str, check: Check) -> Check:
    types, message = _TYPES[kind]
    no_bool = kind in {"number", "integer"}

    def typed(value: Any, at: str, problems: Problems) -> None:
        if isinstance(value, Unusable):
            problems.add(at, value.message)
        elif not isinstance(value, types) or (no_bool and isinstance(value, bool)):
            problems.add(at, message)
        else:
            check(value, at, problems)

    return typed


def choice(words: list[Any]) -> Check:
    known = frozenset(words)
    message = "Choose one of: " + ", ".join(map(str, words)) + "."

    def check(value: Any, at: str, problems: Problems) -> None:
        plain = isinstance(value, str | int | float) and not isinstance(value, bool)
        if not plain or value not in known:
            problems.add(at, value.message if isinstance(value, Unusable) else message)

    return check


def number(schema: Schema) -> Check:
    whole = schema["type"] == "integer"
    least, most = schema.get("minimum"), schema.get("maximum", LARGEST_COUNT if whole else None)

    def check(value: float, at: str, problems: Problems) -> None:
        if whole and not float(value).is_integer():
            problems.add(at, "This must be a whole number.")
        elif (least is not None and value < least) or (most is not None and value > most):
            problems.add(
                at, f"This must be {least} to {most}." if most else f"This must be at least {least}."
            )

    return check


def text(schema: Schema) -> Check:
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength")
    pattern = re.compile(schema["pattern"].removesuffix("$") + r"\Z") if "pattern" in schema else None
    shape, message = _FORMATS.get(schema.get("format", ""), (None, ""))

    def check(value: str, at: str, problems: Problems) -> None:
        if longest is not None and len(value) > longest:
            problems.add(at, f"This text is longer than {longest} characters.")
        elif len(value) < shortest:
            problems.add(at, "This text is empty.")
        elif pattern is not None and not pattern.search(value):
            problems.add(
                at, f"{quoted(value)} does not have the form {pattern.pattern.removesuffix(chr(92) + 'Z')}."
            )
        elif shape is not None and not shape.fullmatch(value):
            problems.add(at, message)
        elif UNPRINTABLE.search(value):
            problems.add(at, "This text holds control characters or half characters.")

    return check
