"""What keeps an entry from being kept, and what has to be known to say so."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from caseflow.casefile.kinds import MeasureData


@dataclasses.dataclass(frozen=True)
class Problem:
    """Something that is not possible: in which field, and why."""

    field: str
    code: str
    values: dict[str, Any] = dataclasses.field(default_factory=dict)


class RefusedEntryError(ValueError):
    """An entry is not kept, and why not."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(f"{problem.field}: {problem.code}" for problem in self.problems))


@dataclasses.dataclass(frozen=True)
class Known:
    """What the rules have to know of the case and of who writes."""

    now: datetime
    party_ids: frozenset[UUID]
    organisation_ids: frozenset[UUID]
    works_at: Mapping[UUID, UUID | None]
    """People at work and their organisation; none for who stands on the entry and is not known otherwise."""
    home_bans: tuple[MeasureData, ...] = ()
