"""A running application in which every text carries a token, and somebody who walks through all of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from html import unescape
from typing import Protocol

import pytest
from flask import Flask
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from caseflow import models
from caseflow.access.system import system_session
from caseflow.bundles.exporting import NoSuchCaseError, export_case
from caseflow.bundles.importing import import_bundle
from caseflow.db import db
from tests.access import things
from tests.access.asking import asking
from tests.api.caller import caller
from tests.rounds.addresses import Things, things_in
from tests.rounds.canaries import TOKEN, Canaries
from tests.rounds.installation import Installation, at
from tests.rounds.walking import Walk, words_of

SEARCHES = 16
"""How many words each walker searches for: a user may search sixty times in five minutes."""


class Planted(Protocol):
    """A bundle full of tokens, and who may come across which."""

    canaries: Canaries

    def allowed(self, key: str, now: datetime) -> set[str]:
        """Return the tokens that a user may come across at a moment."""


@dataclass
class Aviary:
    """A running application in which every text carries a token."""

    installation: Installation
    scenario: Planted
    told: datetime
    """When everything in it has happened."""
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
        later = allowed | self.scenario.allowed(key, self.told)
        """A preview shows the first day of a link: in a story told afterwards, with what was written by then."""
        who = f"{key} at {moment}"

        def look_on(address: str, answer: TestResponse) -> None:
            known = later if address.endswith("/preview") and answer.status_code == 200 else allowed
            self._compare(f"{who}: {address}", words_of(answer), known, address)

        walk = Walk(visitor, caller(installation.app, key), self.things, self.walked, look_on, thorough)
        self.walked += 1
        walk.everywhere(self._to_search(allowed, key))
        self._compare(f"{who}: the log", "\n".join(log.messages), allowed, "")
        self._compare(f"{who}: export", self.exported(key, at(moment)), allowed, "")
        return self.leaks

    def look_at(self, key: str, moment: str, address: str) -> list[str]:
        """Let somebody open one page, and return what they should not have met."""
        self.leaks.clear()
        answer = self.installation.visitor(key, moment).client.get(address)
        self._compare(address, words_of(answer), self.scenario.allowed(key, at(moment)), "")
        return self.leaks

    def not_allowed(self, key: str, now: datetime, words: str) -> list[str]:
        """Return what somebody should not have met in some words."""
        self.leaks.clear()
        self._compare(key, words, self.scenario.allowed(key, now), "")
        return [*self.leaks]

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

    def exported(self, key: str, now: datetime) -> str:
        """Return what somebody may take along of every case."""
        with (
            self.installation.app.app_context(),
            db.engine.connect() as connection,
            asking(connection, _user(connection, key), now) as session,
        ):
            return "\n".join(_export(session, one) for one in self.things.references)


def _export(session: Session, reference: str) -> str:
    try:
        return str(export_case(session, reference))
    except NoSuchCaseError:
        return ""


def _user(connection: Connection, key: str) -> things.User:
    with Session(connection, info={"system": "tests"}) as session:
        user = session.scalars(select(models.User).where(models.User.key == key)).one()
        roles = session.scalars(select(models.UserRole.role).where(models.UserRole.user_id == user.id)).all()
        return things.User(user.id, user.organisation_id, user.team_id, frozenset(roles))


def fill(app: Flask, scenario: Planted) -> None:
    with app.app_context(), system_session("canaries") as session:
        import_bundle(session, scenario.canaries.words())
