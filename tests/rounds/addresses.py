"""Every address of the application: each route, filled in with whatever there is in the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from caseflow import models
from caseflow.access.system import system_session

NOWHERE = UUID("00000000-0000-4000-8000-000000000000")
PARAMETERS = {
    "entry_id": models.Entry,
    "party_id": models.Party,
    "role_id": models.PartyRole,
    "relationship_id": models.Relationship,
    "link_id": models.Link,
    "milestone_id": models.Milestone,
    "deputy_id": models.Deputy,
    "exclusion_id": models.Exclusion,
    "glass_id": models.BreakGlass,
    "disclosure_id": models.EntryDisclosure,
    "kept_id": models.PersonExclusion,
    "consent_id": models.Consent,
    "agreement_id": models.SharingAgreement,
    "person_id": models.Person,
    "release_id": models.ReleaseRequest,
    "request_id": models.InfoRequest,
}
"""What the ids in addresses are ids of."""


@dataclass(frozen=True)
class Things:
    """Everything that an address may name, whoever may see it."""

    ids: dict[str, dict[UUID, str | None]]
    """By parameter: id and reference of its case; a person and an agreement have none, what is asked may have none."""
    kinds: dict[UUID, str]
    """The kind of every entry."""
    role_of: dict[UUID, UUID]
    """The party of every role."""
    told_of: dict[UUID, UUID]
    """The entry of every disclosure."""
    asked_of: dict[UUID, UUID]
    """The entry of every request to a source."""
    references: list[str]


def things_in(app: Flask) -> Things:
    """Look up everything there is."""
    with app.app_context(), system_session("addresses for tests") as session:
        reference = dict(session.execute(select(models.Case.id, models.Case.reference)).all())
        role_of = dict(session.execute(select(models.PartyRole.id, models.PartyRole.party_id)).all())
        told = select(models.EntryDisclosure.id, models.EntryDisclosure.entry_id)
        told_of = dict(session.execute(told).all())
        asked = select(models.ReleaseRequest.id, models.ReleaseRequest.entry_id)
        asked_of = dict(session.execute(asked).all())
        kinds = dict(session.execute(select(models.Entry.id, models.Entry.kind)).all())
        ids = {name: _ids(session, name, reference, role_of) for name in PARAMETERS}
    by_kind = {key: str(kind) for key, kind in kinds.items()}
    return Things(ids, by_kind, role_of, told_of, asked_of, sorted(reference.values()))


def _ids(
    session: Session, name: str, reference: dict[UUID, str], role_of: dict[UUID, UUID]
) -> dict[UUID, str | None]:
    model = PARAMETERS[name]
    if name in {"person_id", "kept_id", "agreement_id", "request_id"}:
        return dict.fromkeys(session.scalars(select(model.id)))
    if name == "role_id":
        of_party = dict(session.execute(select(models.Party.id, models.Party.case_id)).all())
        return {role: reference[of_party[party]] for role, party in role_of.items()}
    if name == "disclosure_id":
        of_entry = select(model.id, models.Entry.case_id).join(
            models.Entry, models.Entry.id == model.entry_id
        )
        return {key: reference[case] for key, case in session.execute(of_entry)}
    return {key: reference[case] for key, case in session.execute(select(model.id, model.case_id))}


def routes(app: Flask, method: str) -> Iterator[Rule]:
    """Go through the routes that answer a method, without the files that are the same for everybody."""
    for rule in app.url_map.iter_rules():
        if method in (rule.methods or ()) and rule.endpoint != "static":
            yield rule


def addresses(rule: Rule, things: Things) -> Iterator[str]:
    """Fill in a route with everything of each case."""
    for reference in things.references if "reference" in rule.arguments else [""]:
        for values in _values(rule, reference, things):
            yield filled_in(rule, values)


def _values(rule: Rule, reference: str, things: Things) -> Iterator[dict[str, object]]:
    names = sorted(rule.arguments - {"reference"})
    choices = [[*_choices(name, rule, reference, things)] for name in names]
    for chosen in product(*choices):
        values: dict[str, object] = {"reference": reference, **dict(zip(names, chosen, strict=True))}
        role, party = values.get("role_id"), values.get("party_id")
        if isinstance(role, UUID) and things.role_of[role] != party:
            continue
        told = values.get("disclosure_id")
        if isinstance(told, UUID) and things.told_of[told] != values["entry_id"]:
            continue
        release = values.get("release_id")
        if isinstance(release, UUID) and things.asked_of[release] != values["entry_id"]:
            continue
        if "/disclosures" in rule.rule and values["entry_id"] not in things.told_of.values():
            continue
        yield values


def _choices(name: str, rule: Rule, reference: str, things: Things) -> Iterator[object]:
    if name in PARAMETERS:
        for one, case in things.ids[name].items():
            if case == reference or not case or not reference:
                yield one
    elif name == "kind":
        yield from sorted(set(things.kinds.values()))
    elif name == "version":
        yield 1
    else:
        raise AssertionError(f"{rule.rule}: what is a {name}? Say so in PARAMETERS.")


def filled_in(rule: Rule, values: dict[str, object]) -> str:
    """Write the address of a route."""
    path = rule.rule
    for name in rule.arguments:
        start = path.index("<")
        while not path[start : path.index(">", start)].endswith((f":{name}", f"<{name}")):
            start = path.index("<", start + 1)
        path = path[:start] + quote(str(values[name])) + path[path.index(">", start) + 1 :]
    return path
