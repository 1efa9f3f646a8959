"""Chance that falls the same way for the same seed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")

TODAY = date(2026, 11, 1)
"""The day on which a synthetic region stands still."""


class Chance:
    """Draws ids, days and choices."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - nothing is secret about a synthetic region

    def id(self) -> UUID:
        """Draw an id."""
        return UUID(int=self._random.getrandbits(128), version=4)

    def one(self, things: Sequence[T]) -> T:
        """Draw one thing."""
        return things[int(self._random.random() * len(things))]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """Draw several different things, at most as many as there are."""
        return self._random.sample(things, min(count, len(things)))

    def weighted(self, things: Sequence[T], weights: Sequence[float]) -> T:
        """Draw one thing, the heavier the likelier."""
        return self._random.choices(things, weights)[0]

    def holds(self, probability: float) -> bool:
        """Let something be so with a probability."""
        return self._random.random() < probability

    def number(self, least: int, most: int) -> int:
        """Draw a whole number, both ends included."""
        return least + int(self._random.random() * (most - least + 1))

    def spread(self, mean: float, most: int) -> int:
        """Draw a whole number of which most are small and a few are large."""
        return min(1 + int(self._random.expovariate(1 / mean)), most)

    def moment_after(self, day: date, days: int) -> datetime:
        """Draw a moment in office hours within so many days after a day."""
        drawn = datetime.combine(day + timedelta(days=self.number(0, days)), time(8), UTC)
        return drawn + timedelta(minutes=self.number(0, 540))
