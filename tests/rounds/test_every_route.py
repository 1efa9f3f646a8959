"""What holds for every page, found by its route: headers, one heading, no names in titles, few statements."""

from __future__ import annotations

from itertools import product

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from caseflow import models
from caseflow.access.system import system_session
from caseflow.web.headers import HEADERS
from tests.pages import Page, look_over_page
from tests.rounds.addresses import Things, addresses, routes, things_in
from tests.rounds.agreed import agreed
from tests.rounds.discovering import one_of_each_kind
from tests.rounds.installation import Installation, at
from tests.statement_count import MOST, counted

CASE = "OD-2023-004"
MOMENT = "2024-03-14T11:59"
WHO = ("ilse-brand", "chantal-dieters", "petra-zuidema", "ruud-sanders", "astrid-kooiman")
"""Everybody on SQLite; on PostgreSQL, which answers with the same pages, who sees most of them."""
OF_ONE_ROUTE = 3
EVERY_TIME = 3
"""Statements that find out who asks and where the reading log stands."""
OWN_POLICY = {"casefile.document": "default-src 'none'; sandbox"}
"""A file is given in a policy that lets it do nothing at all."""


@pytest.fixture(scope="module")
def things(shared_story: Installation) -> Things:
    with shared_story.app.app_context(), system_session("pages for tests") as session:
        agreed(session, CASE, at("2023-02-20T10:00"), at("2024-12-20T10:00"))
    return things_in(shared_story.app)


@pytest.fixture(scope="module")
def names(shared_story: Installation) -> set[str]:
    """The names of everybody in a file, whole and in parts."""
    with shared_story.app.app_context(), system_session("names for tests") as session:
        whole = session.scalars(select(models.Person.name)).all()
    return {part for name in whole for part in (name, name.split()[-1]) if len(part) > 3}


@pytest.mark.parametrize(
    ("shared_story", "key"), [*product(["sqlite"], WHO), ("postgresql", WHO[0])], indirect=["shared_story"]
)
def test_every_page_keeps_the_rules_of_the_house(
    shared_story: Installation, things: Things, names: set[str], key: str
):
    visitor = shared_story.visitor(key, MOMENT)
    before = shared_story.contents()
    wrong: list[str] = []
    for rule in routes(shared_story.app, "GET"):
        every = [
            one
            for one in one_of_each_kind(addresses(rule, things), things)
            if CASE in one or "<ref" not in rule.rule
        ]
        for address in every[:: 1 + len(every) // OF_ONE_ROUTE]:
            visitor.client.get(
                address
            )  # what is compiled or sent for the first time is not what a page costs
            with counted(shared_story.app) as statements:
                answer = visitor.client.get(address)
            wrong += [f"{address}: {one}" for one in objections(rule.endpoint, answer, names)]
            if len(statements) > MOST + EVERY_TIME:
                wrong.append(f"{address}: {len(statements)} statements")
            if answer.mimetype == "text/html" and answer.status_code == 200:
                page = Page(visitor, answer)
                wrong += [f"{address}: titled {page.title}" for name in names if name in page.title]
    assert not wrong, "\n".join(wrong)
    assert shared_story.contents() == before, "looking changed something"


def objections(endpoint: str, answer: TestResponse, names: set[str]) -> list[str]:
    """Say what is wrong with an answer."""
    expected = HEADERS | ({"Content-Security-Policy": OWN_POLICY[endpoint]} if endpoint in OWN_POLICY else {})
    found = [
        name for name, value in expected.items() if answer.headers.get(name) not in {value, HEADERS[name]}
    ]
    if answer.headers["Cache-Control"] != "no-store":
        found.append("may be stored")
    if answer.status_code >= 500:
        found.append(f"answered {answer.status_code}")
    found += [f"sends to {answer.location}" for name in names if name in (answer.location or "")]
    if answer.mimetype == "text/html" and answer.data and not answer.location:
        try:
            look_over_page(answer.request.path, answer.get_data(as_text=True))
        except AssertionError as error:
            found.append(str(error)[:300])
    return found
