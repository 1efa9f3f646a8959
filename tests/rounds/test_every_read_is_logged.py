"""Whatever answers with something of a case leaves a row in the log of that case; found by its route."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import bindparam, select
from werkzeug.test import TestResponse

from caseflow import models
from caseflow.access.system import system_session
from tests.api.caller import DOOR, caller
from tests.rounds.addresses import Things, addresses, routes, things_in
from tests.rounds.agreed import agreed
from tests.rounds.discovering import one_of_each_kind
from tests.rounds.installation import Installation, at

CASE = "OD-2023-004"
MOMENT = "2024-03-14T11:59"
LEAST = {"ilse-brand": 40, "samira-benali": 6, "petra-zuidema": 40, "ruud-sanders": 3}
"""How many addresses about the case answer, to who directs it, a partner, the team lead and a privacy officer."""
OF_ONE_ROUTE = 2

PROSE = ("/exclusions",)
"""What is written there is about users, and may mention anybody."""
ROWS = select(models.AuditRow.party_ids).where(
    models.AuditRow.chain == bindparam("chain"), models.AuditRow.position > bindparam("known")
)


@pytest.fixture(scope="module")
def things(shared_story: Installation) -> Things:
    with shared_story.app.app_context(), system_session("pages for tests") as session:
        agreed(session, CASE, at("2023-02-20T10:00"), at("2024-12-20T10:00"))
    return things_in(shared_story.app)


@pytest.fixture(scope="module")
def names(shared_story: Installation) -> dict[UUID, str]:
    """The names of the parties of the case."""
    with shared_story.app.app_context(), system_session("names for tests") as session:
        named = select(models.Party.id, models.Person.name).join(models.Person).join(models.Case)
        return dict(session.execute(named.where(models.Case.reference == CASE)).all())


class Logs:
    """What comes into the logs of cases, from one look to the next."""

    def __init__(self, installation: Installation) -> None:
        self.app = installation.app
        self.length: dict[UUID, int] = {}
        self.news()

    def news(self) -> dict[str, list[str]]:
        """Return the parties that each new row names, by the reference of its case."""
        heads = select(models.AuditHead.chain, models.AuditHead.position, models.Case.reference)
        heads = heads.join(models.Case, models.Case.id == models.AuditHead.chain)
        news: dict[str, list[str]] = {}
        with self.app.app_context(), system_session("log for tests") as session:
            for chain, position, reference in session.execute(heads).all():
                known = self.length.get(chain, 0)
                if position > known:
                    news[reference] = list(session.scalars(ROWS, {"chain": chain, "known": known}))
                self.length[chain] = position
        return news


def addresses_of_case(installation: Installation, things: Things) -> Iterator[str]:
    """Go through everything that can be asked for about one case, a few of each route."""
    its_own = {
        name: {key: case for key, case in ids.items() if case in {CASE, None}}
        for name, ids in things.ids.items()
    }
    here = replace(things, ids=its_own, references=[CASE])
    for rule in routes(installation.app, "GET"):
        about_a_case = rule.arguments - {"agreement_id"}
        every = [*one_of_each_kind(addresses(rule, here), here)] if about_a_case else []
        yield from every[:: 1 + len(every) // OF_ONE_ROUTE]


def door(installation: Installation, key: str) -> Callable[[str], TestResponse]:
    """Give somebody's way to ask: pages in a browser, calls with a token."""
    visitor, program = installation.visitor(key, MOMENT), caller(installation.app, key)

    def ask(address: str) -> TestResponse:
        call = address.removeprefix(DOOR)
        return program.get(call) if call != address else visitor.client.get(address)

    return ask


@pytest.mark.parametrize("key", LEAST)
def test_every_page_and_call_about_a_case_that_answers_is_in_the_log_of_the_case(
    shared_story: Installation, things: Things, names: dict[UUID, str], key: str
):
    ask, logs = door(shared_story, key), Logs(shared_story)
    wrong, answered = [], set()
    for address in addresses_of_case(shared_story, things):
        answer = ask(address)
        rows = logs.news().get(CASE, [])
        if answer.status_code == 200:
            answered.add(address)
        if (answer.status_code == 200) is not bool(rows):
            wrong.append(f"{address}: {answer.status_code} and {len(rows)} rows")
        text = "" if address.endswith(PROSE) else answer.get_data().decode(errors="replace")
        told = " ".join(rows)
        wrong += [
            f"{address} names {name}" for one, name in names.items() if name in text and str(one) not in told
        ]
    assert not wrong, "\n".join(wrong)
    assert len(answered) >= LEAST[key]
    assert any(address.startswith(DOOR) for address in answered)


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("ilse-brand", "/today"),
        ("samira-benali", "/today"),
        ("petra-zuidema", "/today"),
        ("petra-zuidema", "/cases?status=all"),
        ("petra-zuidema", "/cases?sort=last_entry"),
        ("petra-zuidema", "/caseload"),
        ("petra-zuidema", "/caseload/reviews"),
        ("petra-zuidema", "/caseload?status=closed"),
    ],
)
def test_a_list_is_in_the_log_of_every_case_that_it_shows(
    shared_story: Installation, things: Things, key: str, address: str
):
    visitor, logs = shared_story.visitor(key, MOMENT), Logs(shared_story)
    shown = visitor.get(address).text
    assert set(logs.news()) == {one for one in things.references if one in shown} != set()


def test_who_read_this_file_names_who_saw_the_case_in_a_list(shared_story: Installation):
    shared_story.visitor("petra-zuidema", MOMENT).get("/cases?status=all")
    log = shared_story.visitor("ilse-brand", MOMENT).get(f"/cases/{CASE}/access?act=cases.list").text
    assert "Petra Zuidema" in log
    assert "Mirjam Veerstra" in log
