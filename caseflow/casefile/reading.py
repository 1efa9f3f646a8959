"""What keys mean while something is read, and everything that is wrong with it, with the place where it stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import UUID

from caseflow.casefile.members import Points

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Dates outside these years are mistakes."""
MOST_PROBLEMS = 100
"""How many problems are told; of the others, only how many there are."""
LONGEST_POINTER = 200
"""How much of a place is told: names of members are the sender's. Unit: characters."""

Day = TypeVar("Day", bound=date)


@dataclass(frozen=True)
class Problem:
    """Something wrong: where (a JSON pointer), and what."""

    pointer: str
    message: str

    def __str__(self) -> str:
        place = self.pointer if len(self.pointer) <= LONGEST_POINTER else f"{self.pointer[:LONGEST_POINTER]}…"
        return f"{ascii(place)[1:-1] or 'The whole file'}: {self.message}"


@dataclass
class Problems:
    """The first problems found, and how many there are in all."""

    found: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, pointer: str, message: str) -> None:
        """Note a problem."""
        self.count += 1
        if self.count <= MOST_PROBLEMS:
            self.found.append(Problem(pointer, message))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)

    def __len__(self) -> int:
        return self.count


@dataclass
class Reading:
    """What keys mean in one case, and the problems found so far."""

    keys: Mapping[Points, Mapping[str, UUID]]
    organisation_of: Mapping[UUID, UUID]
    """Users and the organisation that they belong to."""
    problems: Problems = field(default_factory=Problems)
    used: set[tuple[Points, str]] = field(default_factory=set)
    """The keys that were looked up."""

    def complain(self, pointer: str, message: str) -> None:
        """Note a problem."""
        self.problems.add(pointer, message)

    def find(self, points: Points, key: str, at: str) -> UUID | None:
        """Return what a key stands for; a key that stands for nothing is a problem."""
        found = self.keys[points].get(key)
        self.used.add((points, key))
        if found is None:
            self.complain(at, f"There is no {points} with the key {key!r} here.")
        return found

    def find_each(self, points: Points, keys: list[str], at: str) -> tuple[UUID, ...]:
        """Return what several keys stand for; a key that is there twice is a problem."""
        if len(set(keys)) < len(keys):
            self.complain(at, "The same key stands here twice.")
        found = (self.find(points, key, f"{at}/{position}") for position, key in enumerate(keys))
        return tuple(each for each in found if each is not None)

    def day(self, text: str, at: str) -> date | None:
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

    def period(self, begins: date | None, ends: date | None, at: str) -> None:
        """Check that a period ends after it begins; a day may be both."""
        if begins is None or ends is None:
            return
        if ends < begins or (isinstance(ends, datetime) and ends == begins):
            self.complain(at, "The end does not come after the beginning.")


def escaped(name: str) -> str:
    """Return a member's name as it stands in a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")
