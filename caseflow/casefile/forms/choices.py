"""What the reader may choose from while writing an entry in one case."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from caseflow.models.vocabulary import Category, EntryKind

Named = tuple[UUID, Any]
"""An id and what it is called on screen."""


@dataclass(frozen=True)
class Choices:
    """Lists for one reader in one case. A linked professional gets what the scope of their links opens."""

    may_disclose: bool
    """Whether they decide for whom an entry is, and where it comes from."""
    parties: tuple[Named, ...]
    categories: tuple[Category, ...]
    organisations: tuple[Named, ...]
    users: tuple[Named, ...]
    own_organisation_id: UUID

    def kinds(self) -> tuple[EntryKind, ...]:
        """Return the kinds that the reader can write: what only ever stands in one category needs that category."""
        return tuple(
            kind
            for kind in EntryKind
            if kind is not EntryKind.ADDRESS or Category.WHEREABOUTS in self.categories
        )

    def with_known(self, users: Mapping[UUID, Any], organisations: Mapping[UUID, Any]) -> "Choices":
        """Add who already stands on an entry, so that editing it does not lose them."""
        return replace(
            self,
            organisations=_with(self.organisations, organisations),
            users=_with(self.users, users),
        )


def _with(named: tuple[Named, ...], more: Mapping[UUID, Any]) -> tuple[Named, ...]:
    there = {key for key, _name in named}
    return (*named, *((key, name) for key, name in more.items() if key not in there))
