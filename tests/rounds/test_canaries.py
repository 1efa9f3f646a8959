"""Every text of the scenario carries a word of its own; whoever walks past everything meets only what they may read."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.access.mistakes import mistaken_about_entries
from tests.app_fixtures import SettableClock, running
from tests.databases import ENGINES, fresh_database
from tests.rounds.allowed import Scenario
from tests.rounds.aviary import Aviary, fill
from tests.rounds.canaries import canaries
from tests.rounds.installation import Installation, at

CASE = "OD-2023-004"
TOLD = "2026-07-24T12:00"
"""When the story had been told to its end."""
WALKS = {
    "2023-02-07T12:00": "esther-hoving karin-boelens anneke-postma wouter-holtrop floor-ketelaar henk-dijkgraaf",
    "2023-02-20T12:00": "chantal-dieters joost-veldman samira-benali rosa-tjin daan-merkelbach petra-zuidema",
    "2023-05-02T12:00": "yvonne-maas liesbeth-oort ilse-brand",
    "2023-09-15T12:00": "karin-boelens fatma-yildiz gerard-nijland inge-terpstra marco-lubbers marit-kloosterman",
    "2023-11-20T12:00": "farouk-amrani jeroen-kwakkel",
    "2024-03-14T11:59": "stefan-ruiter robin-schaaf femke-haan",
    "2025-05-20T12:00": "carolien-wit anneke-postma lotte-prins ruud-sanders astrid-kooiman bram-vos "
    "paul-evers tim-oudkerk mieke-soer",
}
"""Everybody once, most of them while their link runs; the evaluator and the administrator while much is open."""
FEWER = {
    "2023-02-07T12:00": "karin-boelens",
    "2023-02-20T12:00": "chantal-dieters",
    "2025-05-20T12:00": "farouk-amrani ruud-sanders",
}
"""The rules are the same text on both databases: on PostgreSQL some walks show that they mean the same."""


@pytest.fixture(scope="module", params=ENGINES)
def aviary(request: pytest.FixtureRequest) -> Iterator[Aviary]:
    """The scenario full of tokens, brought in by the importer, once for each database."""
    clock = SettableClock(at("2022-01-03T12:00"))
    scenario = Scenario(canaries())
    with fresh_database(request) as url, running(url, clock) as app:
        fill(app, scenario)
        yield Aviary(Installation(app, clock), scenario, at(TOLD))


def walks(engine: str) -> list[tuple[str, str, str]]:
    chosen = WALKS if engine == "sqlite" else FEWER
    return [(engine, key, moment) for moment, keys in chosen.items() for key in keys.split()]


@pytest.mark.parametrize(
    ("aviary", "key", "moment"), [one for engine in ENGINES for one in walks(engine)], indirect=["aviary"]
)
def test_nobody_meets_a_word_outside_what_they_may_read(
    aviary: Aviary, caplog: pytest.LogCaptureFixture, key: str, moment: str
):
    before = aviary.installation.contents()
    caplog.set_level(logging.DEBUG)
    leaks = aviary.walk(key, moment, caplog)
    assert not leaks, "\n".join(leaks)
    assert aviary.installation.contents() == before, "somebody who only looked changed something"


@pytest.mark.parametrize("aviary", ["sqlite"], indirect=True)
def test_every_word_of_the_file_stands_on_a_page(aviary: Aviary, caplog: pytest.LogCaptureFixture):
    """A crawl that meets nothing finds no leaks; and nothing that was taken in is out of reach."""
    leaks = [
        leak
        for key in ("petra-zuidema", "ruud-sanders")
        for leak in aviary.walk(key, TOLD, caplog, thorough=True)
    ]
    assert not leaks, "\n".join(leaks)
    places = aviary.scenario.canaries.places
    unmet = sorted(places[one] for one in places.keys() - aviary.met)
    assert [one for one in unmet if one[0] in {"cases", "persons"}] == []


def test_everybody_walks():
    walkers = {key for keys in WALKS.values() for key in keys.split()}
    assert walkers == {user["key"] for user in canaries().bundle["users"]}


@pytest.mark.parametrize("aviary", ["sqlite"], indirect=True)
@pytest.mark.parametrize("rule", ["not_protected_or_disclosed", "recorded", "travels"])
def test_a_mistake_in_a_rule_is_met(aviary: Aviary, rule: str):
    with mistaken_about_entries(aviary.installation.engine, rule):
        assert aviary.look_at("esther-hoving", "2023-02-20T12:00", f"/cases/{CASE}/timeline")
