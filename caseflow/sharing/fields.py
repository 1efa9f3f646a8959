"""The boxes of a scope matrix."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from caseflow.models.vocabulary import Category
from caseflow.web.fields import SomeOf, options_of


class Cells(SomeOf):
    """Cells of a scope matrix: a party and a category each."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, (), _cell, **options)
        self.offered: set[str] = set()

    def offer(self, party_ids: Iterable[UUID]) -> None:
        """Let the reader choose from every category about these parties."""
        self.offer_only((one, category) for one in party_ids for category in Category)

    def offer_only(self, cells: Iterable[tuple[UUID, Category]]) -> None:
        """Let the reader choose from these cells."""
        self.offered = {cell_value(*cell) for cell in cells}
        self.choices = options_of((value, "") for value in sorted(self.offered))

    def tick(self, cells: Iterable[tuple[UUID, Category]]) -> None:
        """Show these boxes ticked, whatever was sent."""
        self.data: Any = tuple(sorted(cells))

    @property
    def ticked(self) -> set[str]:
        """The boxes to show ticked."""
        return {cell_value(*cell) for cell in self.data or ()}


def cell_value(party_id: UUID, category: Category) -> str:
    """Return what the box of a cell sends."""
    return f"{party_id}:{category.value}"


def _cell(value: Any) -> tuple[UUID, Category]:
    if isinstance(value, tuple):
        party_id, category = value
        return party_id, category
    party_text, _colon, word = str(value).partition(":")
    return UUID(party_text), Category(word)
