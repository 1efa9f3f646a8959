"""Every text of the scenario carries a word of its own; whoever walks past everything meets only what they may read."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from caseflow import models
from caseflow.access import entries, guard
from caseflow.access.system import system_session
from caseflow.bundles.exporting import NoSuchCaseError, export_case
from caseflow.bundles.importing import import_bundle
from caseflow.db import db
from tests.access import things
from tests.access.asking import asking
from tests.access.mistakes import anything
from tests.api.caller import caller
from tests.app_fixtures import SettableClock, running
from tests.databases import ENGINES, fresh_database
from tests.rounds.addresses import Things, things_in
from tests.rounds.allowed import Scenario
from tests.rounds.canaries import TOKEN, canaries
from tests.rounds.installation import Installation, at
from tests.rounds.walking import Walk, words_of

CASE = "OD-2023-004"
TOLD = "2026-07-24T12:00"
"""When the story had been told to its end."""
SEARCHES = 16
"""How many words each walker searches for: a user may search sixty times in five minutes."""
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


@dataclass
class Aviary:
    """A running application in which every text carries a token."""

    installation: Installation
    scenario: Scenario
    met: set[str] = field(default_factory=set)
    leaks: list[str] = field(default_factory=list)
    walked: int = 0

    @cached_property
    def things(self) -> Things:
        return things_in(self.installation.app)

    def walk(
        self, key: str, moment: str, log: pytest.LogCaptureFixture, *, thorough: bool = False
    ) -> list[str]:
        """Let somebody walk past everything, and write down what they should not have met."""
        installation = self.installation
        self.leaks.clear()
        visitor = installation.visitor(key, moment)
        allowed = self.scenario.allowed(key, at(moment))
        later = allowed | self.scenario.allowed(key, at(TOLD))
        """A preview shows the first day of a link: in a story told afterwards, with what was written by then."""
        who = f"{key} at {moment}"

        def look_on(address: str, answer: TestResponse) -> None:
            known = later if address.endswith("/preview") and answer.status_code == 200 else allowed
            self._compare(f"{who}: {address}", words_of(answer), known, address)

        walk = Walk(visitor, caller(installation.app, key), self.things, self.walked, look_on, thorough)
        self.walked += 1
        walk.everywhere(self._to_search(allowed, key))
        self._compare(f"{who}: the log", "\n".join(log.messages), allowed, "")
        self._compare(f"{who}: export", self._exported(key, at(moment)), allowed, "")
        return self.leaks

    def look_at_timeline(self, key: str, moment: str) -> list[str]:
        """Let somebody open one page, and return what they should not have met."""
        self.leaks.clear()
        visitor = self.installation.visitor(key, moment)
        answer = visitor.client.get(f"/cases/{CASE}/timeline")
        self._compare("timeline", words_of(answer), self.scenario.allowed(key, at(moment)), "")
        return self.leaks

    def _to_search(self, allowed: set[str], key: str) -> list[str]:
        """Choose words that must not be found, others for everybody."""
        hidden = sorted(self.scenario.canaries.places.keys() - allowed)
        step = max(1, len(hidden) // SEARCHES)
        return hidden[len(key) % step :: step][:SEARCHES]

    def _compare(self, where: str, words: str, allowed: set[str], address: str) -> None:
        asked = address.rpartition(" for ")[2].lower()
        if asked:
            words = re.sub(rf'value="{asked}"', "", words, flags=re.IGNORECASE)
        met = {one.lower() for one in TOKEN.findall(unescape(words))}
        self.met |= met
        for token in sorted(met - allowed):
            place = "/".join(map(str, self.scenario.canaries.places[token]))
            self.leaks.append(f"{where}: {token} of {place}")

    def _exported(self, key: str, now: datetime) -> str:
        with (
            self.installation.app.app_context(),
            db.engine.connect() as connection,
            asking(connection, _user(connection, key), now) as session,
        ):
            try:
                return str(export_case(session, CASE))
            except NoSuchCaseError:
                return ""


def _user(connection: Connection, key: str) -> things.User:
    with Session(connection, info={"system": "tests"}) as session:
        user = session.scalars(select(models.User).where(models.User.key == key)).one()
        roles = session.scalars(select(models.UserRole.role).where(models.UserRole.user_id == user.id)).all()
        return things.User(user.id, user.organisation_id, user.team_id, frozenset(roles))


@pytest.fixture(scope="module", params=ENGINES)
def aviary(request: pytest.FixtureRequest) -> Iterator[Aviary]:
    """The scenario full of tokens, brought in by the importer, once for each database."""
    clock = SettableClock(at("2022-01-03T12:00"))
    scenario = Scenario(canaries())
    with fresh_database(request) as url, running(url, clock) as app:
        fill(app, scenario)
        yield Aviary(Installation(app, clock), scenario)


def fill(app: Flask, scenario: Scenario) -> None:
    with app.app_context(), system_session("canaries") as session:
        import_bundle(session, scenario.canaries.words())


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
def test_a_mistake_in_a_rule_is_met(aviary: Aviary, monkeypatch: pytest.MonkeyPatch, rule: str):
    monkeypatch.setattr(entries, rule, anything)
    forget_rules(aviary.installation.app)
    try:
        leaks = aviary.look_at_timeline("esther-hoving", "2023-02-20T12:00")
    finally:
        monkeypatch.undo()
        forget_rules(aviary.installation.app)
    assert leaks


def forget_rules(app: Flask) -> None:
    """Let rules be made anew: they are written once."""
    guard.rule_about_rows_of.cache_clear()
    with app.app_context():
        db.engine.clear_compiled_cache()
