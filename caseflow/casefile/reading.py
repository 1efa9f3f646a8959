"""What keys mean while something is read, and everything that is wrong with it, with the place where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from caseflow.casefile.members import Points

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Dates outside these years are mistakes."""

Day = TypeVar("Day", bound=date)


@dataclass(frozen=True)
class Problem:
    """Something wrong: where (a JSON pointer), and what."""

    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.pointer or '/'}: {self.message}"


@dataclass
class Reading:
    """What keys mean in one case, and the problems found so far."""

    parties: Mapping[str, UUID]
    users: Mapping[str, UUID]
    organisations: Mapping[str, UUID]
    organisation_of: Mapping[UUID, UUID]
    """Users and the organisation that they belong to."""
    problems: list[Problem] = field(default_factory=list)

    def complain(self, pointer: str, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(pointer, message))

    def find(self, points: Points, key: str, at: str) -> UUID | None:
        """Return what a key stands for; a key that stands for nothing is a problem."""
        found = {
            Points.PARTY: self.parties,
            Points.USER: self.users,
            Points.ORGANISATION: self.organisations,
        }[points].get(key)
        if found is None:
            self.complain(at, f"There is no {points} with the key {key!r} here.")
        return found

    def find_each(self, points: Points, keys: list[str], at: str) -> tuple[UUID, ...]:
        """Return what several keys stand for; a key that is there twice is a problem."""
        for position, key in enumerate(keys):
            if key in keys[:position]:
                self.complain(f"{at}/{position}", f"{key!r} stands here twice.")
        found = (self.find(points, key, f"{at}/{position}") for position, key in enumerate(keys))
        return tuple(each for each in found if each is not None)

    def date(self, text: str, at: str) -> date | None:
        """Return a date; one of another century is a problem."""
        return self._in_range(date.fromisoformat, text, at)

    def moment(self, text: str, at: str) -> datetime | None:
        """Return a moment in UTC; one of another century is a problem."""
        found = self._in_range(datetime.fromisoformat, text.upper(), at)
        return None if found is None else found.astimezone(UTC)

    def _in_range(self, parse: Callable[[str], Day], text: str, at: str) -> Day | None:
        try:
            found = parse(text)
        except ValueError:
            self.complain(at, "This is no date of the calendar.")
            return None
        if FIRST_YEAR <= found.year < LAST_YEAR:
            return found
        self.complain(at, f"The year is not between {FIRST_YEAR} and {LAST_YEAR}.")
        return None

    def period(self, part: Any, first: str, last: str, at: str) -> None:
        """Check that a period ends after it begins (a day may be both)."""
        begins, ends = getattr(part, first), getattr(part, last)
        if begins is None or ends is None:
            return
        if ends < begins or (isinstance(ends, datetime) and ends == begins):
            self.complain(at, "The end does not come after the beginning.")


def escaped(name: str) -> str:
    """Return a member's name as it stands in a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")
