"""What somebody could send in each kind of field, by what the field asks for."""

from collections.abc import Iterator

from werkzeug.test import TestResponse

from tests.pages import Visitor
from tests.rounds.forms import Form, Sent, Value, send

HUGE = "x" * 1_000_000
NUL = "a\x00b"
SURROGATE = b"a\xed\xa0\x80b"
TOO_LARGE = str(2**63)
TEXTS = {"empty": "", "a million characters": HUGE, "a NUL": NUL, "a lone surrogate": SURROGATE}
DAYS = {
    f"the day {day}": day
    for day in ("2023-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "9999-99-99", "2023-13-01")
}
MOMENTS = {
    f"the moment {day}": f"{day}T12:00" for day in ("2023-02-30", "0000-00-00", "0001-01-01", "9999-12-31")
}
NUMBERS = {"minus one": "-1", "two to the 63rd": TOO_LARGE, "no number": "one", "thirty digits": "1" * 30}
CHOICES: dict[str, Value] = {"a word not offered": "weather", "a NUL": NUL}
OURS: dict[str, Value] = {
    "two to the 63rd": TOO_LARGE,
    "minus one": "-1",
    "a lone surrogate": SURROGATE,
} | CHOICES
TIMES: dict[str, Value] = {"a million characters": HUGE, "a NUL": NUL}
WRONG: dict[str, dict[str, Value]] = {
    "text": TEXTS | {"a moment": "2023-01-01T00:00"},
    "textarea": TEXTS,
    "search": TEXTS,
    "email": TEXTS,
    "tel": TEXTS,
    "password": TEXTS,
    "hidden": OURS,
    "date": TIMES | DAYS,
    "time": TIMES | {"no hour": "25:61"},
    "datetime-local": TIMES | MOMENTS | {"a day": "2023-01-01"},
    "number": TEXTS | NUMBERS,
    "choice": CHOICES,
    "button": CHOICES,
    "file": {"a NUL": NUL, "a million characters": HUGE},
}
"""By kind of field. A kind that is not here fails the test that asks for it."""
NEVER_TAKEN = {
    ("date", name) for name in DAYS if name not in {"the day 0001-01-01", "the day 9999-12-31"}
} | {(kind, "a NUL") for kind in ("text", "textarea", "date", "datetime-local", "number")}
"""What is refused wherever it is sent."""
FEW = ("a NUL", "a lone surrogate", "a million characters", "the day 2023-02-30", "the day 9999-99-99",
       "the moment 2023-02-30", "the moment 0001-01-01", "two to the 63rd", "a word not offered",
       "a foreign id")  # fmt: skip
"""What databases differ in: sent on both."""


def wrong_values(form: Form, name: str, foreign: list[str]) -> Iterator[tuple[str, Value]]:
    """Give what is wrong for a field, with a word for it."""
    yield from WRONG[form.kind(name)].items()
    if form.kind(name) == "choice":
        yield from (("a foreign id", one) for one in foreign)


def with_field(sent: Sent, name: str, *values: Value) -> Sent:
    """Send other values in one field."""
    return sent | {name: [*values]}


def without_field(sent: Sent, name: str) -> Sent:
    """Leave a field out."""
    return {other: values for other, values in sent.items() if other != name}


def ways_to_send(visitor: Visitor, form: Form, sent: Sent, name: str) -> Iterator[tuple[str, TestResponse]]:
    """Send a field in every wrong way, whatever its value."""
    yield "not at all", send(visitor, form, without_field(sent, name))
    yield "as a file", send(visitor, form, without_field(sent, name), {name: b"a text\x00\xff"})
