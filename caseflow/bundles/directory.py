"""The organisations, teams, users and persons of a bundle: what their keys mean, and who is known here already."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from caseflow.casefile.members import Points
from caseflow.casefile.reading import Problems, Reading

LISTS = {
    Points.ORGANISATION: "organisations",
    Points.TEAM: "teams",
    Points.USER: "users",
    Points.PERSON: "persons",
}
"""The lists of a bundle in which keys are given out."""

Thing = dict[str, Any]


@dataclass
class Directory:
    """What stands in the directory of a bundle, by key, and the ids that it gets or has."""

    things: dict[Points, dict[str, Thing]]
    ids: dict[Points, dict[str, UUID]]
    organisation_of: dict[UUID, UUID] = field(default_factory=dict)

    def each(self, points: Points) -> Iterator[tuple[int, str, Thing]]:
        """Yield position, key and content of a list."""
        for position, (key, thing) in enumerate(self.things[points].items()):
            yield position, key, thing

    def settle(self) -> None:
        """Note which user belongs to which organisation, now that ids are what they are.

        In place: readers of cases hold on to the same mapping.
        """
        users, organisations = self.ids[Points.USER], self.ids[Points.ORGANISATION]
        self.organisation_of.clear()
        self.organisation_of.update(
            (users[key], organisations[user["organisation"]])
            for _, key, user in self.each(Points.USER)
            if user["organisation"] in organisations
        )

    def identity(self, points: Points, key: str) -> Any:
        """Return who or what a key means, said without keys."""
        thing = self.things[points][key]
        match points:
            case Points.ORGANISATION:
                return [key, thing["name"], thing["kind"]]
            case Points.TEAM:
                return [key, self.identity(Points.ORGANISATION, thing["organisation"]), thing["name"]]
            case Points.USER:
                return [key, thing["email"].casefold()]
            case _:
                return thing


def read_directory(document: Thing, problems: Problems) -> Directory:
    """Read the directory of a bundle that fits the schema; every thing gets a new id for now."""
    directory = Directory({}, {})
    for points, name in LISTS.items():
        directory.things[points] = by_key(document.get(name, []), f"/{name}", problems)
        directory.ids[points] = {key: uuid4() for key in directory.things[points]}
    _check_agreements(directory, problems)
    _check_teams(directory, problems)
    _check_users(directory, problems)
    _check_persons(directory, problems)
    directory.settle()
    return directory


def by_key(things: list[Thing], at: str, problems: Problems) -> dict[str, Thing]:
    """Return things by key; a key that is given out twice is a problem."""
    found: dict[str, Thing] = {}
    for position, thing in enumerate(things):
        if thing["key"] in found:
            problems.add(f"{at}/{position}/key", f"The key {thing['key']!r} is given out twice.")
        found.setdefault(thing["key"], thing)
    return found


def _check_agreements(directory: Directory, problems: Problems) -> None:
    reading = Reading({}, {}, problems)
    for position, _, organisation in directory.each(Points.ORGANISATION):
        for number, one in enumerate(organisation.get("agreements", [])):
            at = f"/organisations/{position}/agreements/{number}"
            begins = reading.day(one["from"], f"{at}/from")
            ends = reading.day(one["until"], f"{at}/until") if "until" in one else None
            reading.moment(one["recorded_at"], f"{at}/recorded_at")
            if begins is not None and ends is not None and ends <= begins:
                problems.add(f"{at}/until", "The end does not come after the beginning.")


def _check_teams(directory: Directory, problems: Problems) -> None:
    for position, _, team in directory.each(Points.TEAM):
        _point(directory, Points.ORGANISATION, team, f"/teams/{position}", problems)


def _check_users(directory: Directory, problems: Problems) -> None:
    emails: set[str] = set()
    for position, _, user in directory.each(Points.USER):
        at = f"/users/{position}"
        _point(directory, Points.ORGANISATION, user, at, problems)
        if _point(directory, Points.TEAM, user, at, problems):
            team = directory.things[Points.TEAM][user["team"]]
            known = team["organisation"] in directory.things[Points.ORGANISATION]
            if known and team["organisation"] != user["organisation"]:
                problems.add(f"{at}/team", "This team is of another organisation.")
        if (email := user["email"].casefold()) in emails:
            problems.add(f"{at}/email", "This e-mail address stands here twice.")
        emails.add(email)


def _check_persons(directory: Directory, problems: Problems) -> None:
    reading = Reading({}, {}, problems)
    for position, _, person in directory.each(Points.PERSON):
        at = f"/persons/{position}"
        days = {
            name: reading.day(person[name], f"{at}/{name}")
            for name in ("born_on", "died_on", "research_objection_on")
            if name in person
        }
        reading.period(days.get("born_on"), days.get("died_on"), f"{at}/died_on")


def _point(directory: Directory, points: Points, thing: Thing, at: str, problems: Problems) -> bool:
    key = thing.get(points.value)
    if key is None:
        return False
    if key not in directory.things[points]:
        problems.add(f"{at}/{points}", f"There is no {points} with the key {key!r} here.")
        return False
    return True
