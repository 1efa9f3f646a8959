"""Fields that hand over what a command holds: a word of a vocabulary, an id, a day, a text, or None when empty.

Their messages stand beside the field and say what to do.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.validators import InputRequired, Length, NumberRange, StopValidation, ValidationError
from wtforms.widgets import HiddenInput

from caseflow.web.terms import term

W = TypeVar("W", bound=StrEnum)

LONGEST_LINE = 200
"""The longest name or title. Unit: characters."""
LONGEST_TEXT = 20_000
"""The longest text in a file. Unit: characters. Source: the bundle format."""
YEARS = range(1900, 2201)
"""Years that a date can lie in; anything else is a slip of the finger."""
DAY_FORMATS = ("%Y-%m-%d", "%d-%m-%Y")
"""What a date picker sends, and what people type."""
CHOOSE = _l("Choose")
NOT_LISTED = _l("Choose from the list.")
NOT_A_DAY = _l("Fill in a date, such as 3-3-2026.")
TOO_LONG = _l("This is too long. Use at most %(max)d characters.")


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
        if field.data is None or field.data == "":
            raise StopValidation(self.message)


class Line(StringField):
    """One line of text; None when empty."""

    def __init__(self, label: Any = None, validators: Iterable[Any] = (), **options: Any) -> None:
        length = Length(max=LONGEST_LINE, message=TOO_LONG)
        super().__init__(label, [*validators, length], **_none_when_empty(options))


class Paragraph(TextAreaField):
    """Some lines of text; None when empty."""

    def __init__(self, label: Any = None, validators: Iterable[Any] = (), **options: Any) -> None:
        length = Length(max=LONGEST_TEXT, message=TOO_LONG)
        super().__init__(label, [*validators, length], **_none_when_empty(options))


def options_of(named: Iterable[tuple[Any, Any]], empty: Any = None) -> list[SelectChoice]:
    """Make the options of a list from values with their words; with one for nothing unless that is None."""
    blank = [] if empty is None else [SelectChoice("", empty or CHOOSE)]
    return [*blank, *(SelectChoice(str(value), words) for value, words in named)]


class Listed(SelectField):
    """What is chosen from a list; None when nothing is. Whatever else is sent gets one message, beside the field."""

    def __init__(
        self, label: Any, validators: Iterable[Any], read: Callable[[Any], Any], **options: Any
    ) -> None:
        super().__init__(label, [*validators], coerce=_or_none(read), choices=[], **options)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was chosen.

        Raises:
            ValueError: it is not of the form that the list has.
        """
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(str(NOT_LISTED)) from error

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not on the list.

        Raises:
            ValidationError: it is not.
        """
        offered = [choice.value for choice in self.choices or () if isinstance(choice, SelectChoice)]
        if self.data not in {self.coerce(value) for value in offered}:
            raise ValidationError(str(NOT_LISTED))


class Word(Listed, Generic[W]):
    """One word of a vocabulary."""

    def __init__(
        self,
        label: Any,
        vocabulary: type[W],
        validators: Iterable[Any] = (),
        *,
        empty: Any = "",
        **options: Any,
    ) -> None:
        super().__init__(label, validators, vocabulary, **options)
        self.choices = options_of(((word.value, term(word)) for word in vocabulary), empty)


class Pick(Listed):
    """One of the people, organisations or teams that the form is given."""

    def __init__(self, label: Any, validators: Iterable[Any] = (), **options: Any) -> None:
        super().__init__(label, validators, _uuid, **options)

    def offer(self, named: Iterable[tuple[UUID, str]], empty: str | None = "") -> None:
        """Let the reader choose from these; without a blank when it is None."""
        self.choices = options_of(named, empty)


class Day(DateField):
    """A day; None when empty. Takes what a date picker sends, and 3-3-2026 as it is typed."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed.

        Raises:
            ValueError: it is not a day, or lies in a year that cannot be meant.
        """
        self.data = None
        typed = valuelist[0].strip() if valuelist else ""
        if not typed:
            return
        self.data = _first_read(typed)
        if self.data is None or self.data.year not in YEARS:
            raise ValueError(str(NOT_A_DAY))


class VersionField(IntegerField):
    """The version of what is edited, as it was when the page was shown."""

    widget = HiddenInput()

    def __init__(self, **options: Any) -> None:
        super().__init__(validators=[InputRequired(), NumberRange(min=1, max=2**31 - 1)], **options)

    def catch_up(self, version: int) -> None:
        """Take the newest version: who saves again has seen what somebody else made of it."""
        self.raw_data, self.data = None, version


def _none_when_empty(options: dict[str, Any]) -> dict[str, Any]:
    return options | {"filters": [*options.get("filters", ()), lambda value: value or None]}


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value in {None, ""} else read(value)


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _first_read(typed: str) -> date | None:
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(typed, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
