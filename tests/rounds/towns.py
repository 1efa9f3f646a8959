"""Random worlds as bundles that the importer takes, so that they can be walked through from page to page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from caseflow import models
from tests.access import things
from tests.access.worlds import START, numbered

Members = dict[str, Any]
OPENED = date(2026, 3, 2)
FOR_EVER = START.replace(year=2027)
"""The end, in a bundle, of a disclosure that has none."""


def town(number: int) -> things.World:
    """Return a world as far as its bundle goes: a link names people of its own organisation and rests on no consent,
    and nothing was asked.
    """
    world = numbered(number)
    home = {user.id: user.organisation for user in world.users}
    kept = {party.person for case in world.cases for party in case.parties}
    return replace(
        world,
        cases=tuple(
            replace(case, links=tuple(_of_its_own(link, home) for link in case.links), consents=())
            for case in world.cases
        ),
        info_requests=(),
        person_exclusions=tuple(one for one in world.person_exclusions if one.person in kept),
        person_ties=tuple(one for one in world.person_ties if one.person in kept),
    )


def _of_its_own(link: things.Link, home: dict[UUID, UUID]) -> things.Link:
    return replace(
        link,
        professionals=frozenset(user for user in link.professionals if home[user] == link.organisation),
        rests_on=(),
    )


def key(one: UUID) -> str:
    """Return the key of a thing in a bundle."""
    return f"k{one.int:x}"


def reference(case: things.Case) -> str:
    """Return the reference of a case."""
    return f"TOWN-{case.id.int >> 64}"


def bundle_of(world: things.World) -> Members:
    """Write a world as a bundle. What is about a person stands with the first case that they are in."""
    return {
        "format": "caseflow-bundle/1",
        "organisations": [
            {"key": key(one), "name": f"Organisatie {place}", "kind": "other"}
            for place, one in enumerate(world.organisations)
        ],
        "teams": [
            {"key": key(team), "organisation": key(home), "name": f"Team {place}"}
            for place, (team, home) in enumerate(world.teams)
        ],
        "users": [_user(one) for one in world.users],
        "persons": [{"key": key(one), "name": f"Persoon {place}"} for place, one in enumerate(world.persons)],
        "cases": [_case(one, world) for one in world.cases],
    }


def _user(one: things.User) -> Members:
    team = {"team": key(one.team)} if one.team else {}
    who = {"key": key(one.id), "email": f"{key(one.id)}@town.example", "name": f"Gebruiker {key(one.id)[-1]}"}
    return {**who, "organisation": key(one.organisation), "roles": sorted(one.roles), **team}


def _case(case: things.Case, world: things.World) -> Members:
    return {
        "reference": reference(case),
        "organisation": key(case.organisation),
        "team": key(case.team),
        "director": key(case.director),
        "opened_on": OPENED.isoformat(),
        "problem_statement": "Waar het om gaat.",
        "goal": "Wat wij willen.",
        "phases": [{"phase": "recovery", "from": OPENED.isoformat(), "reason": "Het gaat beter."}],
        "deputies": [{"user": key(one.user), **_period(one)} for one in case.deputies],
        "parties": [
            {"key": key(one.id), "person": key(one.person), "roles": [{"role": "victim"}]}
            for one in case.parties
        ],
        "relationships": [
            {"from": key(one.one), "to": key(one.other), "kind": one.kind, "note": "Hoe zij elkaar kennen."}
            for one in case.relationships
        ],
        "links": [_link(one) for one in case.links],
        "exclusions": [
            {"user": key(one.user), "reason": "Waarom niet.", **_period(one)} for one in case.exclusions
        ],
        "person_exclusions": _of_persons(world.person_exclusions, case, world),
        "person_ties": _of_persons(world.person_ties, case, world),
        "break_glass": [_glass(one) for one in case.broken_glass],
        "entries": [_entry(one) for one in case.entries],
        "milestones": [_milestone(one) for one in case.milestones],
        "word_checks": [
            {"entry": key(one.id), "at": _at(one.recorded_at), "held": one.held[-1]}
            for one in case.entries
            if one.held
        ],
    }


def _of_persons(every: tuple[things.OfPerson, ...], case: things.Case, world: things.World) -> list[Members]:
    return [
        {"user": key(one.user), "party": key(party), "reason": "Van wie.", **_period(one)}
        for one in every
        for first, party in [first_case_of(one, world)]
        if first is case
    ]


def first_case_of(one: things.OfPerson, world: things.World) -> tuple[things.Case, UUID]:
    """Return where in a bundle something about a person stands: the case, and their party in it."""
    return next(
        (case, party.id) for case in world.cases for party in case.parties if party.person == one.person
    )


def _link(one: things.Link) -> Members:
    parties = sorted({party for party, _category in one.cells})
    revoked = {"revoked_at": _at(one.revoked_at)} if one.revoked_at else {}
    return {
        "organisation": key(one.organisation),
        "professionals": sorted(map(key, one.professionals)),
        "purpose": "Waarvoor.",
        "basis": "public_task",
        "weighing": "Na wikken en wegen.",
        **_period(one),
        **revoked,
        "may_contribute": one.may_contribute,
        "scope": [
            {"party": key(party), "categories": sorted(name for other, name in one.cells if other == party)}
            for party in parties
        ],
    }


def _entry(one: things.Entry) -> Members:
    return {
        "key": key(one.id),
        "kind": one.kind,
        "occurred_at": _at(one.occurred_at),
        "recorded_at": _at(one.recorded_at),
        "author": key(one.author),
        "source": key(one.source),
        "source_confidential": one.source_confidential,
        "category": one.category,
        "concerns": sorted(map(key, one.concerns)),
        "directors_only": one.directors_only,
        "protected": one.protected,
        "onward": one.onward,
        "released_to": sorted(map(key, one.released_to)),
        "disclosures": [_disclosure(told) for told in one.disclosures],
        "body": "Wat er was.",
        "statement": "Wat er werd gezegd.",
        "data": _details(one),
    }


def _details(one: things.Entry) -> Members:
    about = min(map(key, one.concerns))
    return {
        "contact": {"channel": "phone", "with": [about]},
        "decision": {"decided_by": "De tafel"},
        "incident": {"forms": ["physical"], "severity": 1, "against": [about]},
        "voice": {"party": about, "theme": "Thuis", "wish": "Rust"},
    }[one.kind]


def _disclosure(one: things.Disclosure) -> Members:
    revoked = {"revoked_at": _at(one.revoked_at), "revoked_because": "Voorbij."} if one.revoked_at else {}
    bounds = {"until": _at(FOR_EVER), **_period(one)}
    return {"user": key(one.user), "reason": "Om te helpen.", **bounds, **revoked}


def _milestone(one: things.Milestone) -> Members:
    owner = {"owner": key(one.owner)} if one.owner else {}
    due = {"due": OPENED.isoformat(), "done_on": OPENED.isoformat(), "result": "Het is gelukt."}
    return {"key": key(one.id), "kind": "m10-plan", **owner, **due}


def _glass(one: things.BreakGlass) -> Members:
    bounds = {"at": _at(one.from_at), "until": _at(one.until_at)}
    return {"user": key(one.user), "reason": "Nood.", **bounds}


def _period(one: things.Period | things.Exclusion | things.Link) -> Members:
    begins = {"from": _at(one.from_at)} if one.from_at else {}
    return begins | ({"until": _at(one.until_at)} if one.until_at else {})


def _at(moment: datetime) -> str:
    return moment.isoformat()


def stored_user(engine: Engine, chosen: str) -> things.User:
    """Look up a user of a town with the id that the database gave."""
    with Session(engine) as session:
        user = session.scalars(select(models.User).where(models.User.key == chosen)).one()
        roles = session.scalars(select(models.UserRole.role).where(models.UserRole.user_id == user.id)).all()
        return things.User(user.id, user.organisation_id, user.team_id, frozenset(roles))
