"""Fields that only entries have: yes or no, steps of a scale, numbers, and moments.

Their messages stand beside the field and say what to do.
"""

import math
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField
from wtforms.widgets import DateTimeLocalInput, Input, TextInput

from caseflow.clock import AMSTERDAM
from caseflow.web.fields import LONGEST_TEXT, YEARS, Line, OneOf, first_read, options_of

MOST_DIGITS = 9
"""The longest whole number that is read."""


class LongLine(Line):
    """One line that may be as long as a text: what another system hands over is."""

    longest = LONGEST_TEXT


class YesNo(RadioField):
    """Yes, no, or not known."""

    def __init__(self, label: Any, **more: Any) -> None:
        choices = options_of([("yes", _l("Yes")), ("no", _l("No")), ("", _l("Not known"))])
        super().__init__(label, choices=choices, coerce=_yes_no, **more)

    def pre_validate(self, form: Any) -> None:
        """Take anything that could be read: what is not yes or no is not known."""


def _yes_no(value: Any) -> bool | None:
    return {"yes": True, "no": False, True: True, False: False}.get(value)


class Scale(OneOf):
    """A step of a scale, each with its words."""

    def __init__(
        self, label: Any, steps: Iterable[tuple[int, Any]], validators: Iterable[Any] = (), **more: Any
    ) -> None:
        super().__init__(label, validators, int, choices=options_of(steps, empty=""), **more)


class Typed(Field):
    """What is typed in one line and read from it; None when empty. What cannot be read stays as it was typed."""

    widget: Input = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.shown(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed.

        Raises:
            ValueError: it cannot be read.
        """
        self.data = None
        typed = valuelist[0].strip() if valuelist else ""
        if typed:
            self.data = self.read(typed)

    def shown(self, value: Any) -> str:
        """Return how a value is typed."""
        return str(value)

    def read(self, typed: str) -> Any:
        """Return the value that was typed.

        Raises:
            ValueError: it cannot be read.
        """
        raise NotImplementedError


class Number(Typed):
    """A whole number between two bounds."""

    def __init__(
        self, label: Any, least: int, most: int, validators: Iterable[Any] = (), **more: Any
    ) -> None:
        super().__init__(label, [*validators], render_kw={"inputmode": "numeric"}, **more)
        self.least, self.most = least, most

    def read(self, typed: str) -> int:
        """Return the number that was typed.

        Raises:
            ValueError: it is not a number between the bounds.
        """
        digits = typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS
        if not digits or not self.least <= int(typed) <= self.most:
            raise ValueError(
                str(
                    _l("Fill in a whole number from %(least)s to %(most)s.", least=self.least, most=self.most)
                )
            )
        return int(typed)


class Score(Typed):
    """A number, with a comma or a point."""

    def shown(self, value: Any) -> str:
        """Return the number without needless decimals."""
        return f"{value:g}"

    def read(self, typed: str) -> float:
        """Return the number that was typed.

        Raises:
            ValueError: it is not a number.
        """
        try:
            number = float(typed.replace(",", "."))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise ValueError(str(_l("Fill in a number, such as 3 or 2,5.")))
        return number


class Moment(Typed):
    """A day and a time in Amsterdam. What was not touched keeps its seconds."""

    widget = DateTimeLocalInput()
    formats = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d-%m-%Y %H:%M", "%Y-%m-%d %H:%M")

    def shown(self, value: Any) -> str:
        """Return the moment as a browser takes it."""
        return _local_text(value)

    def read(self, typed: str) -> datetime:
        """Return the moment that was typed.

        Raises:
            ValueError: it is not a moment, did not exist, or lies in a year that cannot be meant.
        """
        if isinstance(self.object_data, datetime) and typed == _local_text(self.object_data):
            return self.object_data
        read = first_read(typed, self.formats)
        if read is None or read.year not in YEARS:
            raise ValueError(str(_l("Fill in a date and a time, such as 3-3-2026 14:05.")))
        moment = read.replace(tzinfo=AMSTERDAM)
        if _local_text(datetime.fromtimestamp(moment.timestamp(), AMSTERDAM)) != _local_text(moment):
            raise ValueError(str(_l("This time does not exist: the clock was put forward that night.")))
        return moment


def _local_text(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")
