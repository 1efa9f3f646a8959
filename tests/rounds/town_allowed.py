"""Which texts of a random town somebody may come across: every place in its bundle put before the oracle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from uuid import UUID

from tests.access import oracle, things
from tests.rounds.canaries import Path_, planted
from tests.rounds.towns import bundle_of, first_case_of, key, town


class Town:
    """A random town as a bundle full of tokens."""

    def __init__(self, number: int) -> None:
        self.world = town(number)
        self.canaries = planted(bundle_of(self.world))

    def allowed(self, user: str, now: datetime) -> set[str]:
        """Return the tokens that a user may come across at a moment."""
        asked = Asked(self.world, user, now)
        return {token for token, place in self.canaries.places.items() if asked.may_know(place)}


class Asked:
    """A user of a town at a moment, and every text put before the rules."""

    def __init__(self, world: things.World, user: str, now: datetime) -> None:
        self.world = world
        someone = next(one for one in world.users if key(one.id) == user)
        self.reader = oracle.reader(world, someone, now)

    def may_know(self, place: Path_) -> bool:
        """Whether the text at a place of the bundle may be known."""
        part, number, *rest = place
        if part == "cases":
            return self._in_case(self.world.cases[int(number)], *map(str, rest))
        one = getattr(self.world, str(part))[int(number)]
        match part:
            case "organisations":
                return self.reader.knows_organisation(one) or one in self.named
            case "users":
                return self.reader.knows_user(one) or one.id in self.named
            case "teams":
                return self.reader.knows_team(one[0])
        return self.reader.knows_person(one)

    def _in_case(self, case: things.Case, part: str, *rest: str) -> bool:
        if part in {"problem_statement", "goal", "phases"} or rest[-1:] == ("weighing",):
            return self.reader.opens_wholly(case)
        if "disclosures" in rest:
            return self.reader.has_seat(case)
        asked = {
            "entries": self.reader.reads,
            "links": self.reader.reads_inside_link,
            "relationships": self.reader.reads_relationship,
            "milestones": self.reader.reads_milestone,
            "exclusions": self.reader.reads_exclusion,
            "break_glass": self.reader.reads_broken_glass,
        }
        if part in asked:
            name = "broken_glass" if part == "break_glass" else part
            return asked[part](case, getattr(case, name)[int(rest[0])])
        here = [one for one in getattr(self.world, part) if first_case_of(one, self.world)[0] is case]
        about = {
            "person_exclusions": self.reader.reads_person_exclusion,
            "person_ties": self.reader.reads_tie,
        }
        return about[part](here[int(rest[0])])

    @cached_property
    def named(self) -> set[UUID]:
        """Users and organisations that stand on what they may read."""
        users = {*self._named()}
        return users | {self.reader.organisation_of.get(one, one) for one in users}

    def _named(self) -> Iterator[UUID]:
        for case in self.world.cases:
            for entry in case.entries:
                if self.reader.knows_origin(case, entry):
                    yield from (entry.author, entry.source)
            for link in case.links:
                if self.reader.reads_link(case, link):
                    yield from (link.organisation, *link.professionals)
