"""What somebody may not see and what does not exist get the same answer, byte for byte."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select
from werkzeug.routing import Rule

from caseflow.access.system import system_session
from caseflow.models import BreakGlass, Case, Party, PersonExclusion, User
from tests.api.caller import Caller, caller
from tests.pages import Visitor
from tests.rounds.addresses import NOWHERE, PARAMETERS, Things, filled_in, routes, things_in
from tests.rounds.agreed import agreed
from tests.rounds.answers import asked
from tests.rounds.installation import Installation
from tests.rounds.installation import at as moment

CASE = "OD-2023-004"
NO_CASE = "XX-2023-999"
MOMENT = "2023-02-20T12:00"
NO_CASE_FOR = (
    "marit-kloosterman",
    "wouter-holtrop",
    "bram-vos",
    "paul-evers",
    "lotte-prins",
    "astrid-kooiman",
)
"""Another director, an excluded user, an unlinked colleague, an empty scope, an evaluator, an administrator."""
LINKED = "esther-hoving"
"""She sees the case, and not all of it."""
MOST = 8
"""How many things of one kind are tried."""


@pytest.fixture(scope="module")
def things(shared_story: Installation) -> Things:
    """Look up everything there is, with one each of what the story has none of, all over."""
    over = {"from_at": moment("2023-01-02T12:00"), "until_at": moment("2023-01-02T16:00")}
    with shared_story.app.app_context(), system_session("addresses for tests") as session:
        case_id = session.scalars(select(Case.id).where(Case.reference == CASE)).one()
        person_id = session.scalars(select(Party.person_id).where(Party.case_id == case_id)).first()
        user_id = session.scalars(select(User.id).where(User.key == "rosa-tjin")).one()
        who = {"user_id": user_id, "reason": "Nu."}
        agreed(session, CASE, over["from_at"], over["until_at"])
        session.add(PersonExclusion(person_id=person_id, **who, **over))
        session.add(BreakGlass(case_id=case_id, at=over["from_at"], until_at=over["until_at"], **who))
    return things_in(shared_story.app)


def named_routes(installation: Installation) -> list[tuple[str, Rule]]:
    """Give every route that names a thing, with every method it answers."""
    named = [
        (method, rule)
        for method in ("GET", "POST")
        for rule in routes(installation.app, method)
        if rule.arguments - {"kind", "version"}
    ]
    assert len(named) > len(PARAMETERS)
    return named


def values_for(rule: Rule, things: Things, **chosen: object) -> dict[str, object]:
    """Fill in a route: what is there in the case, but for what is chosen."""
    values: dict[str, object] = {"reference": CASE, "kind": "contact", "version": 1}
    for name in PARAMETERS:
        values[name] = next(one for one, case in things.ids[name].items() if case in {CASE, None})
    role = values["role_id"]
    assert isinstance(role, UUID)
    values["party_id"] = things.role_of[role] if "role_id" in rule.arguments else values["party_id"]
    return values | chosen


def arrived(installation: Installation, key: str) -> tuple[Visitor, Caller]:
    visitor = installation.visitor(key, MOMENT)
    visitor.known_token = visitor.token()
    return visitor, caller(installation.app, key)


@pytest.mark.parametrize("key", NO_CASE_FOR)
def test_a_hidden_case_answers_as_one_that_does_not_exist(
    shared_story: Installation, things: Things, key: str
):
    visitor, door = arrived(shared_story, key)
    for method, rule in named_routes(shared_story):
        hidden = filled_in(rule, values_for(rule, things))
        nowhere = {name: NOWHERE for name in PARAMETERS if name in rule.arguments}
        absent = filled_in(rule, values_for(rule, things, reference=NO_CASE, **nowhere))
        answer = asked(visitor, door, method, hidden)
        assert answer[0] == 404, (method, hidden)
        assert answer == asked(visitor, door, method, absent), (method, hidden)


def ids_to_try(name: str, things: Things) -> list[UUID]:
    """Give ids of one kind: some of the case and some of other ones."""
    own = [one for one, case in things.ids[name].items() if case in {CASE, None}]
    foreign = [one for one, case in things.ids[name].items() if case not in {CASE, None}]
    return own[:: 1 + len(own) // MOST] + foreign[:3]


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_a_hidden_thing_in_a_case_answers_as_one_that_does_not_exist(
    shared_story: Installation, things: Things, name: str
):
    visitor, door = arrived(shared_story, LINKED)
    for method, rule in named_routes(shared_story):
        if name not in rule.arguments:
            continue
        absent = asked(visitor, door, method, filled_in(rule, values_for(rule, things, **{name: NOWHERE})))
        assert absent[0] == 404, (method, rule.rule)
        hidden = 0
        for one in ids_to_try(name, things):
            address = filled_in(rule, values_for(rule, things, **{name: one}))
            answer = asked(visitor, door, method, address)
            if answer[0] == 404:
                hidden += 1
                assert answer == absent, (method, address)
        assert hidden, f"{method} {rule.rule} hides nothing from {LINKED}"
