"""Fields that hand over what a draft holds: words of a vocabulary, ids, moments, whole numbers, or None when empty.

Their messages stand beside the field and say what to do.
"""

import math
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    DateField,
    Field,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.validators import Length, StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, DateTimeLocalInput, ListWidget, TextInput

from caseflow.clock import AMSTERDAM
from caseflow.web.terms import term

W = TypeVar("W", bound=StrEnum)

MAX_TEXT = 20_000
"""The longest text that an entry holds. Unit: characters. Source: the bundle format."""
YEARS = range(1900, 2201)
"""Years that a date can lie in; anything else is a slip of the finger."""
NOT_LISTED = _l("Choose from the list.")


class Needed:
    """Something must be filled in. Keeps what a field already said about what was typed."""

    field_flags: ClassVar[dict[str, Any]] = {"required": True}

    def __init__(self, message: Any) -> None:
        self.message = message

    def __call__(self, _form: Any, field: Field) -> None:
        """Check one field.

        Raises:
            StopValidation: it is empty.
        """
        if field.errors:
            raise StopValidation
        if field.data is None or field.data in ("", ()):
            raise StopValidation(self.message)


def text_length(most: int = MAX_TEXT) -> Length:
    """Return the check that a text is not too long."""
    return Length(max=most, message=_l("This is too long. Use at most %(max)d characters."))


class Line(StringField):
    """One line of text; None when empty."""

    def __init__(self, label: Any = None, validators: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(label, [*validators, text_length()], **_filtered(more, _none_when_empty))


class Paragraph(TextAreaField):
    """Some lines of text; None when empty."""

    def __init__(self, label: Any = None, validators: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(label, [*validators, text_length()], **_filtered(more, _none_when_empty))


def _filtered(more: dict[str, Any], last: Any) -> dict[str, Any]:
    """Return the options of a field with one more filter, after those that every field has."""
    return more | {"filters": [*more.get("filters", ()), last]}


def _none_when_empty(value: Any) -> Any:
    return value or None


def options(named: Iterable[tuple[Any, Any]], empty: Any = None) -> list[SelectChoice]:
    """Return the options of a list; `empty` is what the option says that chooses nothing."""
    blank = [] if empty is None else [SelectChoice("", empty)]
    return [*blank, *(SelectChoice(str(value), label) for value, label in named)]


class Listed:
    """What is chosen from a list: whatever else is sent gets one message, beside the field."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was chosen.

        Raises:
            ValueError: it is not of the form that the list has.
        """
        try:
            super().process_formdata(valuelist)  # type: ignore[misc]  # mixed in before a field of WTForms
        except ValueError as error:
            raise ValueError(str(NOT_LISTED)) from error

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not on the list.

        Raises:
            ValidationError: it is not.
        """
        chosen = self.data  # type: ignore[attr-defined]  # the field's
        values = chosen if isinstance(chosen, tuple) else (chosen,)
        listed = {self.coerce(one.value) for one in self.choices or ()}  # type: ignore[attr-defined]  # the field's
        if not listed.issuperset(values):
            raise ValidationError(str(NOT_LISTED))


class Word(Listed, SelectField, Generic[W]):
    """One word of a vocabulary; None when none is chosen."""

    def __init__(
        self,
        label: Any,
        vocabulary: type[W],
        validators: Iterable[Any] = (),
        *,
        empty: Any = "",
        **more: Any,
    ) -> None:
        word = _or_none(vocabulary)  # once more as a filter: stripping makes plain text of a word
        super().__init__(label, [*validators], coerce=word, **_filtered(more, word))
        self.vocabulary = vocabulary
        self.empty = empty
        self.offer(vocabulary)

    def offer(self, words: Iterable[W]) -> None:
        """Let the reader choose from these words only."""
        self.choices = options(((word.value, term(word)) for word in words), self.empty)


class Words(Listed, SelectMultipleField, Generic[W]):
    """Words of a vocabulary, as check boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any, vocabulary: type[W], validators: Iterable[Any] = (), **more: Any) -> None:
        choices = options((word.value, term(word)) for word in vocabulary)
        super().__init__(
            label, [*validators], coerce=vocabulary, choices=choices, **_filtered(more, _distinct)
        )


class Pick(Listed, SelectField):
    """One person, organisation or user of a list that the form is given; None when none is chosen."""

    def __init__(self, label: Any, validators: Iterable[Any] = (), *, empty: Any = "", **more: Any) -> None:
        super().__init__(label, [*validators], coerce=_or_none(_uuid), choices=[], **more)
        self.empty = empty

    def offer(self, named: Iterable[tuple[UUID, Any]]) -> None:
        """Let the reader choose from these."""
        self.choices = options(named, self.empty)


class Picks(Listed, SelectMultipleField):
    """Persons, organisations or users of a list that the form is given, as check boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any, validators: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(label, [*validators], coerce=_uuid, choices=[], **_filtered(more, _distinct))

    def offer(self, named: Iterable[tuple[UUID, Any]]) -> None:
        """Let the reader choose from these."""
        self.choices = options(named)


def _distinct(values: Any) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values or ()))


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _or_none(coerce: Any) -> Any:
    return lambda value: None if value in (None, "") else coerce(value)


class YesNo(RadioField):
    """Yes, no, or not known."""

    def __init__(self, label: Any, **more: Any) -> None:
        choices = options([("yes", _l("Yes")), ("no", _l("No")), ("", _l("Not known"))])
        super().__init__(label, choices=choices, coerce=_yes_no, **more)

    def pre_validate(self, form: Any) -> None:
        """Take anything that could be read: what is not yes or no is not known."""


def _yes_no(value: Any) -> bool | None:
    return {"yes": True, "no": False, True: True, False: False}.get(value)


class Tick(BooleanField):
    """One check box."""


class Scale(Listed, SelectField):
    """A step of a scale, each with its words; None when none is chosen."""

    def __init__(
        self, label: Any, steps: Iterable[tuple[int, Any]], validators: Iterable[Any] = (), **more: Any
    ) -> None:
        choices = options(steps, empty="")
        super().__init__(label, [*validators], coerce=_or_none(int), choices=choices, **more)


class Number(Field):
    """A whole number between two bounds; None when empty."""

    widget = TextInput()

    def __init__(
        self, label: Any, least: int, most: int, validators: Iterable[Any] = (), **more: Any
    ) -> None:
        super().__init__(label, [*validators], render_kw={"inputmode": "numeric"}, **more)
        self.least, self.most = least, most

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed.

        Raises:
            ValueError: it is not a number between the bounds.
        """
        self.data = None
        typed = valuelist[0].strip() if valuelist else ""
        if not typed:
            return
        if not (typed.isascii() and typed.isdigit() and len(typed) < len(str(MAX_TEXT)) * 2):
            raise ValueError(self._message())
        if not self.least <= int(typed) <= self.most:
            raise ValueError(self._message())
        self.data = int(typed)

    def _message(self) -> str:
        return str(_l("Fill in a whole number from %(least)s to %(most)s.", least=self.least, most=self.most))


class Score(Field):
    """A number, with a comma or a point; None when empty."""

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data:g}"

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed.

        Raises:
            ValueError: it is not a number.
        """
        self.data = None
        typed = valuelist[0].strip() if valuelist else ""
        if not typed:
            return
        try:
            number = float(typed.replace(",", "."))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise ValueError(str(_l("Fill in a number, such as 3 or 2,5.")))
        self.data = number


class Day(DateField):
    """A day; None when empty. Takes what a date picker sends, and 3-3-2026 as it is typed."""

    def __init__(self, label: Any = None, validators: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(label, [*validators], format=["%Y-%m-%d", "%d-%m-%Y"], **more)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed.

        Raises:
            ValueError: it is not a day, or lies in a year that cannot be meant.
        """
        self.data = None
        typed = valuelist[0].strip() if valuelist else ""
        if not typed:
            return
        day = _first_read(typed, self.strptime_format)
        if day is None or day.year not in YEARS:
            raise ValueError(str(_l("Fill in a date, such as 3-3-2026.")))
        self.data = date(day.year, day.month, day.day)


class Moment(Field):
    """A day and a time in Amsterdam; None when empty. What was not touched keeps its seconds."""

    widget = DateTimeLocalInput()
    formats = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d-%m-%Y %H:%M", "%Y-%m-%d %H:%M")

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else _local_text(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed.

        Raises:
            ValueError: it is not a moment, did not exist, or lies in a year that cannot be meant.
        """
        self.data = None
        typed = valuelist[0].strip() if valuelist else ""
        if not typed:
            return
        if isinstance(self.object_data, datetime) and typed == _local_text(self.object_data):
            self.data = self.object_data
            return
        read = _first_read(typed, self.formats)
        if read is None or read.year not in YEARS:
            raise ValueError(str(_l("Fill in a date and a time, such as 3-3-2026 14:05.")))
        moment = read.replace(tzinfo=AMSTERDAM)
        if _local_text(datetime.fromtimestamp(moment.timestamp(), AMSTERDAM)) != _local_text(moment):
            raise ValueError(str(_l("This time does not exist: the clock was put forward that night.")))
        self.data = moment


def _local_text(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")


def _first_read(typed: str, formats: Iterable[str]) -> datetime | None:
    for form in formats:
        try:
            return datetime.strptime(typed, form)  # noqa: DTZ007 - the zone is the reader's, and added by who asks
        except ValueError:
            continue
    return None
