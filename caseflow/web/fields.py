"""Fields that hand over what a command holds: a word of a vocabulary, an id, a day, a text, or None when empty.

Their messages stand beside the field and say what to do.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import (
    DateField,
    Field,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.validators import InputRequired, Length, NumberRange, StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

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
CHOOSE = _l("Make a choice")
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
        if field.data is None or field.data in ("", ()):
            raise StopValidation(self.message)


class Line(StringField):
    """One line of text; None when empty."""

    longest: ClassVar[int] = LONGEST_LINE

    def __init__(self, label: Any = None, validators: Iterable[Any] = (), **options: Any) -> None:
        length = Length(max=self.longest, message=TOO_LONG)
        super().__init__(label, [*validators, length], **_filtered(options, _none_when_empty))


class Paragraph(TextAreaField):
    """Some lines of text; None when empty."""

    def __init__(self, label: Any = None, validators: Iterable[Any] = (), **options: Any) -> None:
        length = Length(max=LONGEST_TEXT, message=TOO_LONG)
        super().__init__(label, [*validators, length], **_filtered(options, _none_when_empty))


def options_of(named: Iterable[tuple[Any, Any]], empty: Any = None) -> list[SelectChoice]:
    """Make the options of a list from values with their words; with one for nothing unless that is None."""
    blank = [] if empty is None else [SelectChoice("", empty)]
    return [*blank, *(SelectChoice(str(value), words) for value, words in named)]


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


class OneOf(Listed, SelectField):
    """One of a list; None when none is chosen."""

    def __init__(
        self, label: Any, validators: Iterable[Any], read: Callable[[Any], Any], **options: Any
    ) -> None:
        super().__init__(label, [*validators], coerce=_or_none(read), **{"choices": []} | options)


class SomeOf(Listed, SelectMultipleField):
    """Some of a list, as check boxes: each once, in the order in which they were sent."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(
        self, label: Any, validators: Iterable[Any], read: Callable[[Any], Any], **options: Any
    ) -> None:
        listed = {"choices": []} | _filtered(options, _distinct)
        super().__init__(label, [*validators], coerce=read, **listed)


class Word(OneOf, Generic[W]):
    """One word of a vocabulary."""

    def __init__(
        self,
        label: Any,
        vocabulary: type[W],
        validators: Iterable[Any] = (),
        *,
        empty: Any = CHOOSE,
        **options: Any,
    ) -> None:
        super().__init__(label, validators, vocabulary, **options)
        self.empty = empty
        self.offer(vocabulary)

    def offer(self, words: Iterable[W]) -> None:
        """Let the reader choose from these words only."""
        self.choices = options_of(((word.value, term(word)) for word in words), self.empty)


class Words(SomeOf, Generic[W]):
    """Words of a vocabulary."""

    def __init__(
        self, label: Any, vocabulary: type[W], validators: Iterable[Any] = (), **options: Any
    ) -> None:
        super().__init__(label, validators, vocabulary, **options)
        self.choices = options_of((word.value, term(word)) for word in vocabulary)


class Pick(OneOf):
    """One of the people, organisations or teams that the form is given."""

    def __init__(
        self, label: Any, validators: Iterable[Any] = (), *, empty: Any = CHOOSE, **options: Any
    ) -> None:
        super().__init__(label, validators, _uuid, **options)
        self.empty = empty

    def offer(self, named: Iterable[tuple[UUID, Any]], empty: Any = "") -> None:
        """Let the reader choose from these; with what the field says for nothing, unless told otherwise."""
        self.choices = options_of(named, self.empty if empty == "" else empty)


class Picks(SomeOf):
    """Some of the people, organisations or users that the form is given."""

    def __init__(self, label: Any, validators: Iterable[Any] = (), **options: Any) -> None:
        super().__init__(label, validators, _uuid, **options)

    def offer(self, named: Iterable[tuple[UUID, Any]]) -> None:
        """Let the reader choose from these."""
        self.choices = options_of(named)


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
        read = first_read(typed, DAY_FORMATS)
        if read is None or read.year not in YEARS:
            raise ValueError(str(NOT_A_DAY))
        self.data = read.date()


class VersionField(IntegerField):
    """The version of what is edited, as it was when the page was shown."""

    widget = HiddenInput()

    def __init__(self, **options: Any) -> None:
        super().__init__(validators=[InputRequired(), NumberRange(min=1, max=2**31 - 1)], **options)

    def catch_up(self, version: int) -> None:
        """Take the newest version: who saves again has seen what somebody else made of it."""
        self.raw_data, self.data = None, version


def first_read(typed: str, formats: Iterable[str]) -> datetime | None:
    """Return the moment that was typed in one of these formats, without a zone; None when it is in none."""
    for form in formats:
        try:
            return datetime.strptime(typed, form)  # noqa: DTZ007 - the zone is the reader's, and added by who asks
        except ValueError:
            continue
    return None


def _filtered(options: dict[str, Any], last: Callable[[Any], Any]) -> dict[str, Any]:
    return options | {"filters": [*options.get("filters", ()), last]}


def _none_when_empty(value: Any) -> Any:
    return value or None


def _distinct(values: Any) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values or ()))


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value in {None, ""} else read(value)


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)
