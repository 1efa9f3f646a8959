"""Lists of boxes to tick: people, and cells of a scope matrix."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from wtforms import SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.widgets import CheckboxInput, ListWidget

from caseflow.models.vocabulary import Category
from caseflow.web.fields import NOT_LISTED, options_of


class Ticks(SelectMultipleField):
    """What is ticked; whatever else is sent gets one message, beside the field."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any, read: Callable[[Any], Any], **options: Any) -> None:
        super().__init__(label, coerce=read, choices=[], **options)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was ticked.

        Raises:
            ValueError: it is not of the form that the list has.
        """
        try:
            self.data = list(dict.fromkeys(self.coerce(value) for value in valuelist))
        except ValueError as error:
            raise ValueError(str(NOT_LISTED)) from error

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not on the list.

        Raises:
            ValidationError: it is not.
        """
        offered = [choice.value for choice in self.choices or () if isinstance(choice, SelectChoice)]
        if not {self.coerce(value) for value in offered}.issuperset(self.data or ()):
            raise ValidationError(str(NOT_LISTED))


class Picks(Ticks):
    """Some of the people that the form is given."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, _uuid, **options)

    def offer(self, named: Iterable[tuple[UUID, str]]) -> None:
        """Let the reader choose from these."""
        self.choices = options_of(named)


class Cells(Ticks):
    """Cells of a scope matrix: a party and a category each."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, _cell, **options)

    def offer(self, party_ids: Iterable[UUID]) -> None:
        """Let the reader choose from every category about these parties."""
        self.choices = options_of(
            (cell_value(one, category), "") for one in party_ids for category in Category
        )

    @property
    def ticked(self) -> set[str]:
        """The boxes to show ticked."""
        return {cell_value(*cell) for cell in self.data or ()}


def cell_value(party_id: UUID, category: Category) -> str:
    """Return what the box of a cell sends."""
    return f"{party_id}:{category.value}"


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _cell(value: Any) -> tuple[UUID, Category]:
    if isinstance(value, tuple):
        party_id, category = value
        return party_id, category
    party_text, _colon, word = str(value).partition(":")
    return UUID(party_text), Category(word)
