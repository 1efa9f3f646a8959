"""Which texts of the scenario somebody may come across at a moment: the rules read aloud, asked of the bundle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from tests.access import oracle, things
from tests.rounds.canaries import Canaries, Path_

HERE = UUID("5c1f3a52-6f0e-4a5b-9d27-0a1b2c3d4e5f")
Members = dict[str, Any]
ONLY_FROM_A_SEAT = {"municipality", "problem_statement", "goal", "phases", "closures", "consents"}
"""What only a seat reads; of a link, the weighing as well."""
TELLS_ORIGIN = {"from_organisation", "filename"}
"""What gives away where an entry comes from: who made a report, and what a file is called."""


def ident(kind: str, key: str | int) -> UUID:
    """Make an id of a key."""
    return uuid5(HERE, f"{kind} {key}")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


class Scenario:
    """The bundle as a world for the oracle."""

    def __init__(self, canaries: Canaries) -> None:
        self.canaries = canaries
        self.bundle = canaries.bundle
        self.case = self.bundle["cases"][0]
        self.home = {user["key"]: user["organisation"] for user in self.bundle["users"]}

    @cached_property
    def world(self) -> things.World:
        return things.World(
            organisations=tuple(ident("organisation", one["key"]) for one in self.bundle["organisations"]),
            teams=tuple(
                (ident("team", one["key"]), ident("organisation", one["organisation"]))
                for one in self.bundle["teams"]
            ),
            users=tuple(_user(one) for one in self.bundle["users"]),
            persons=tuple(ident("person", one["key"]) for one in self.bundle["persons"]),
            cases=(self._case(),),
            info_requests=tuple(
                _info_request(self.case, one, place) for place, one in enumerate(self.case["info_requests"])
            ),
        )

    def _case(self) -> things.Case:
        case = self.case
        return things.Case(
            id=ident("case", case["reference"]),
            organisation=ident("organisation", case["organisation"]),
            team=ident("team", case["team"]),
            director=ident("user", case["director"]),
            deputies=tuple(_deputy(one, place) for place, one in enumerate(case["deputies"])),
            exclusions=tuple(_exclusion(one, place) for place, one in enumerate(case["exclusions"])),
            parties=tuple(
                things.Party(ident("party", one["key"]), ident("person", one["person"]))
                for one in case["parties"]
            ),
            relationships=tuple(_relationship(one, place) for place, one in enumerate(case["relationships"])),
            links=tuple(_link(one, place) for place, one in enumerate(case["links"])),
            entries=tuple(self._entry(one) for one in case["entries"]),
            milestones=tuple(_milestone(one) for one in case["milestones"]),
        )

    def _entry(self, entry: Members) -> things.Entry:
        source = entry.get("source", self.home[entry["author"]])
        return things.Entry(
            id=ident("entry", entry["key"]),
            kind=entry["kind"],
            category=entry["category"],
            concerns=frozenset(ident("party", one) for one in entry["concerns"]),
            occurred_at=moment(entry["occurred_at"]),
            recorded_at=moment(entry.get("recorded_at", entry["occurred_at"])),
            author=ident("user", entry["author"]),
            source=ident("organisation", source),
            directors_only=entry.get("directors_only", False),
            protected=entry.get("protected", False),
            onward=entry.get("onward", "free"),
            source_confidential=entry.get("source_confidential", False),
            disclosures=tuple(
                things.Disclosure(ident("disclosure", f"{entry['key']} {one}"), ident("user", one), None)
                for one in entry.get("disclosed_to", [])
            ),
            released_to=frozenset(ident("organisation", one) for one in entry.get("released_to", [])),
            release_requests=tuple(
                _release_request(one, place)
                for place, one in enumerate(self.case["release_requests"])
                if one["entry"] == entry["key"]
            ),
        )

    def allowed(self, key: str, now: datetime) -> set[str]:
        """Return the tokens that a user may come across."""
        asked = Asked(self, key, now)
        return {token for token, place in self.canaries.places.items() if asked.may_know(place)}


def _user(user: Members) -> things.User:
    team = ident("team", user["team"]) if "team" in user else None
    organisation = ident("organisation", user["organisation"])
    return things.User(ident("user", user["key"]), organisation, team, frozenset(user["roles"]))


def _deputy(deputy: Members, place: int) -> things.Period:
    user = ident("user", deputy["user"])
    return things.Period(ident("deputy", place), user, moment(deputy["from"]), moment(deputy["until"]))


def _exclusion(exclusion: Members, place: int) -> things.Exclusion:
    begins = moment(exclusion["from"]) if "from" in exclusion else None
    return things.Exclusion(ident("exclusion", place), ident("user", exclusion["user"]), begins)


def _relationship(one: Members, place: int) -> things.Relationship:
    ends = ident("party", one["from"]), ident("party", one["to"])
    return things.Relationship(ident("relationship", place), *ends, one["kind"])


def _milestone(one: Members) -> things.Milestone:
    return things.Milestone(
        ident("milestone", one["key"]), ident("user", one["owner"]) if "owner" in one else None
    )


def _release_request(one: Members, place: int) -> things.ReleaseRequest:
    organisation = ident("organisation", one["organisation"])
    asked = ident("user", one["asked"])
    return things.ReleaseRequest(ident("release", place), organisation, asked, moment(one["asked_at"]))


def _info_request(case: Members, one: Members, place: int) -> things.InfoRequest:
    case_id = ident("case", case["reference"])
    return things.InfoRequest(
        id=ident("request", place),
        asked_by=ident("user", one["asked_by"]),
        organisation=ident("organisation", one["organisation"]),
        asked=ident("user", one["asked"]) if "asked" in one else None,
        case=None if "person" in one else case_id,
        place=case_id if "person" in one else None,
        parties=frozenset(ident("party", party) for party in one.get("about", [])),
        outcome=one.get("answer", {}).get("outcome"),
        asked_at=moment(one["asked_at"]),
    )


def _link(link: Members, place: int) -> things.Link:
    return things.Link(
        id=ident("link", place),
        organisation=ident("organisation", link["organisation"]),
        professionals=frozenset(ident("user", one) for one in link["professionals"]),
        cells=frozenset(
            (ident("party", row["party"]), category)
            for row in link["scope"]
            for category in row["categories"]
        ),
        from_at=moment(link["from"]),
        until_at=moment(link["until"]),
        revoked_at=moment(link["revoked_at"]) if "revoked_at" in link else None,
        may_contribute=link.get("may_contribute", True),
    )


class Asked:
    """A user at a moment, and every text of the bundle put before the rules."""

    def __init__(self, scenario: Scenario, key: str, now: datetime) -> None:
        self.scenario = scenario
        self.key = key
        world = scenario.world
        user = next(one for one in world.users if one.id == ident("user", key))
        self.reader = oracle.reader(world, user, now)
        self.case = world.cases[0]
        self.seated = self.reader.has_seat(self.case)

    def may_know(self, place: Path_) -> bool:
        """Whether the text at a place of the bundle may be known."""
        if place[0] == "organisations" and "agreements" in place:
            return self.reader.has_directory
        if place[0] != "cases":
            return self._in_directory(str(place[0]), int(place[1]))
        part = str(place[2])
        if part in ONLY_FROM_A_SEAT or place[-1] == "weighing":
            return self.seated
        if part in {"release_requests", "info_requests"}:
            return self._may_know_what_was_asked(part, int(place[3]), str(place[-1]))
        asked = {
            "entries": self.reader.knows_origin if place[-1] in TELLS_ORIGIN else self.reader.reads,
            "links": self.reader.reads_link,
            "relationships": self.reader.reads_relationship,
            "milestones": self.reader.reads_milestone,
            "exclusions": self.reader.reads_exclusion,
        }[part]
        return asked(self.case, getattr(self.case, part)[int(place[3])])

    def _may_know_what_was_asked(self, part: str, number: int, member: str) -> bool:
        if part == "info_requests":
            request = self.scenario.world.info_requests[number]
            reads = self.reader.reads_why if member == "reason" else self.reader.reads_info_request
            return reads(request)
        wanted = ident("release", number)
        return any(
            self.reader.reads_release_request(self.case, entry, one)
            for entry in self.case.entries
            for one in entry.release_requests
            if one.id == wanted
        )

    def _in_directory(self, part: str, number: int) -> bool:
        one = self.scenario.bundle[part][number]
        if part == "organisations":
            return self._knows_organisation(one["key"])
        if part == "users":
            return self._knows_user(one)
        if part == "teams":
            return self.reader.knows_team(ident("team", one["key"]))
        return self.reader.knows_person(ident("person", one["key"]))

    def _knows_organisation(self, key: str) -> bool:
        return self.reader.knows_organisation(ident("organisation", key)) or key in self.named

    def _knows_user(self, user: Members) -> bool:
        known = next(one for one in self.scenario.world.users if one.id == ident("user", user["key"]))
        return self.reader.knows_user(known) or user["key"] in self.named

    @cached_property
    def named(self) -> set[str]:
        """Keys of users and organisations that stand on what they may read."""
        users = {*self._named_on_entries(), *self._named_on_links(), *self._named_on_what_was_asked()}
        return users | {self.scenario.home[one] for one in users if one in self.scenario.home}

    def _named_on_entries(self) -> Iterator[str]:
        for entry, known in zip(self.scenario.case["entries"], self.case.entries, strict=True):
            if not self.reader.reads(self.case, known):
                continue
            said = entry.get("data", {})
            if self.reader.knows_origin(self.case, known):
                yield from (entry["author"], entry.get("source", entry["author"]))
            else:
                said = {name: value for name, value in said.items() if name not in TELLS_ORIGIN}
            yield from _keys_in(said)

    def _named_on_what_was_asked(self) -> Iterator[str]:
        for part in ("release_requests", "info_requests"):
            for number, one in enumerate(self.scenario.case[part]):
                if self._may_know_what_was_asked(part, number, "question"):
                    yield from (one[name] for name in ("asked_by", "asked", "organisation") if name in one)
                if self._may_know_what_was_asked(part, number, "reason") and "answer" in one:
                    yield one["answer"].get("by", one["asked_by"])

    def _named_on_links(self) -> Iterator[str]:
        for link, known in zip(self.scenario.case["links"], self.case.links, strict=True):
            if self.reader.reads_link(self.case, known):
                yield from (link["organisation"], *link["professionals"])
        for party in self.scenario.case["parties"]:
            if self.reader.identifies(self.case, ident("party", party["key"])):
                yield from (role["source"] for role in party["roles"] if "source" in role)


def _keys_in(value: Any) -> Iterator[str]:
    """Give every word of what a kind of entry adds: whoever it names is named to its readers."""
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys_in(one)
