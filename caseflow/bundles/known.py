"""Which things of a bundle's directory are known here already, and rows for those that are not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.bundles.directory import Directory, Thing
from caseflow.casefile.members import Points
from caseflow.casefile.reading import Problems
from caseflow.casefile.rows import PlacedRow

Named = tuple[Points, str]
AT_ONCE = 10_000
"""How many names are asked about in one statement."""


@dataclass(frozen=True)
class Needed:
    """Which things of a directory matter: what the new cases point to, and what no case points to at all."""

    by_new_cases: frozenset[Named]
    by_none: frozenset[Named]

    def __contains__(self, named: Named) -> bool:
        return named in self.by_new_cases or named in self.by_none


def match_directory(
    session: Session, directory: Directory, needed: Needed, problems: Problems
) -> list[PlacedRow]:
    """Give things that are known here their ids, and return rows for the others.

    An organisation is known by key, name and kind, a team by key, organisation and name, a user by e-mail address, a
    person by everything that is said of them when a birth date is among it: a name alone would make one person of
    two. Persons that only cases point to that stand here already are let be. A known user is never changed.
    """
    rows = [
        *_organisations(session, directory, needed, problems),
        *_teams(session, directory),
        *_users(session, directory, needed, problems),
        *_persons(session, directory, needed),
    ]
    directory.settle()
    return rows


def _organisations(
    session: Session, directory: Directory, needed: Needed, problems: Problems
) -> Iterator[PlacedRow]:
    own = models.Organisation
    statement = select(own.id, own.key, own.name, own.kind, own.wgs_participant)
    known = {(key, name, kind): (id_, wgs) for id_, key, name, kind, wgs in session.execute(statement)}
    for position, key, thing in directory.each(Points.ORGANISATION):
        wgs = thing.get("wgs_participant")
        if (key, thing["name"], thing["kind"]) not in known:
            row = {"key": key, "name": thing["name"], "kind": thing["kind"], "wgs_participant": wgs}
            yield own, {"id": directory.ids[Points.ORGANISATION][key]} | row
            yield from _agreements(directory.ids[Points.ORGANISATION][key], thing)
            continue
        id_, known_wgs = known[key, thing["name"], thing["kind"]]
        directory.ids[Points.ORGANISATION][key] = id_
        if wgs is not None and wgs != known_wgs and (Points.ORGANISATION, key) in needed:
            at = f"/organisations/{position}/wgs_participant"
            problems.add(at, "This organisation is known here with another value.")


def _agreements(organisation_id: UUID, thing: Thing) -> Iterator[PlacedRow]:
    """Yield the agreements with an organisation that is new here; with one that is known, those that stand count."""
    for one in thing.get("agreements", []):
        until = one.get("until")
        yield (
            models.SharingAgreement,
            {
                "id": uuid4(),
                "organisation_id": organisation_id,
                "name": one["name"],
                "edition": one["version"],
                "from_on": date.fromisoformat(one["from"]),
                "until_on": None if until is None else date.fromisoformat(until),
                "covers": one["covers"],
                "recorded_at": datetime.fromisoformat(one["recorded_at"].upper()),
            },
        )


def _teams(session: Session, directory: Directory) -> Iterator[PlacedRow]:
    own = models.Team
    known = {
        (key, organisation_id, name): id_
        for id_, key, organisation_id, name in session.execute(
            select(own.id, own.key, own.organisation_id, own.name)
        )
    }
    for _, key, thing in directory.each(Points.TEAM):
        organisation_id = directory.ids[Points.ORGANISATION][thing["organisation"]]
        if id_ := known.get((key, organisation_id, thing["name"])):
            directory.ids[Points.TEAM][key] = id_
            continue
        row = {"key": key, "organisation_id": organisation_id, "name": thing["name"]}
        yield own, {"id": directory.ids[Points.TEAM][key]} | row


def _users(session: Session, directory: Directory, needed: Needed, problems: Problems) -> Iterator[PlacedRow]:
    own = models.User
    statement = select(own.id, own.email, own.name, own.organisation_id)
    known = {email: (id_, name, works_at) for id_, email, name, works_at in session.execute(statement)}
    for position, key, thing in directory.each(Points.USER):
        if thing["email"].casefold() not in known:
            yield from _new_user(directory, key, thing)
            continue
        id_, name, works_at = known[thing["email"].casefold()]
        directory.ids[Points.USER][key] = id_
        if (Points.USER, key) not in needed:
            continue
        at, message = f"/users/{position}", "The user with this e-mail address is known here with another"
        if name != thing["name"]:
            problems.add(f"{at}/name", f"{message} name.")
        if works_at != directory.ids[Points.ORGANISATION][thing["organisation"]]:
            problems.add(f"{at}/organisation", f"{message} organisation.")


def _new_user(directory: Directory, key: str, thing: Thing) -> Iterator[PlacedRow]:
    user_id = directory.ids[Points.USER][key]
    yield (
        models.User,
        {
            "id": user_id,
            "key": key,
            "email": thing["email"].casefold(),
            "name": thing["name"],
            "organisation_id": directory.ids[Points.ORGANISATION][thing["organisation"]],
            "team_id": directory.ids[Points.TEAM][thing["team"]] if "team" in thing else None,
        },
    )
    for role in thing["roles"]:
        yield models.UserRole, {"user_id": user_id, "role": role}


MEMBERS = ("key", "name", "born_on", "died_on", "gender", "research_objection_on")


def _persons(session: Session, directory: Directory, needed: Needed) -> Iterator[PlacedRow]:
    wanted = {
        key: _person(thing)
        for _, key, thing in directory.each(Points.PERSON)
        if (Points.PERSON, key) in needed
    }
    known = _known_persons(session, [person["name"] for person in wanted.values()])
    for key, person in wanted.items():
        id_ = known.get(tuple(person[name] for name in MEMBERS))
        if id_ is not None and (person["born_on"] is not None or (Points.PERSON, key) in needed.by_none):
            directory.ids[Points.PERSON][key] = id_
        else:
            yield models.Person, {"id": directory.ids[Points.PERSON][key]} | person


def _person(thing: Thing) -> dict[str, Any]:
    days = {name: date.fromisoformat(text) for name, text in thing.items() if name.endswith("_on")}
    return {name: days.get(name, thing.get(name)) for name in MEMBERS}


def _known_persons(session: Session, names: list[str]) -> dict[tuple[Any, ...], UUID]:
    own = models.Person
    columns = [getattr(own, name) for name in MEMBERS]
    return {
        tuple(members): id_
        for start in range(0, len(names), AT_ONCE)
        for id_, *members in session.execute(
            select(own.id, *columns).where(own.name.in_(names[start : start + AT_ONCE]))
        )
    }
