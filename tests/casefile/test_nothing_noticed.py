"""To a partner who may not know a protected place, a case with it and one without it answer the same, byte for byte.

Whoever guesses addresses in what they write learns nothing: not from the answer, nor from reading it back, searching
it, editing it, or from the JSON door.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import Entry, WordCheck
from tests.api.caller import caller
from tests.app_fixtures import SettableClock, copy_of_story, running, signed_in_visitor
from tests.casefile.conftest import CASE, REFERENCE, amsterdam
from tests.statements import counted

NOON = amsterdam("2023-02-20T12:00")
GUESS = "Jip woont op Duindoornhof 17, 3252 CJ."
RANDOM = re.compile(rb"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
TOKEN = re.compile(rb'(name="csrf_token"(?: type="hidden")? value=")[^"]*')


@pytest.fixture(params=["sqlite", "postgresql"])
def two_cases(request) -> Iterator[tuple[Flask, Flask]]:
    """The story with its protected facts, and the story in which those entries are nothing to guess at."""
    with (
        copy_of_story(request) as one,
        copy_of_story(request) as other,
        running(one, SettableClock(NOON)) as with_facts,
        running(other, SettableClock(NOON)) as without,
    ):
        with without.app_context(), Session(db.engine) as session:
            unprotected = update(Entry.__table__).where(Entry.__table__.c.protected)
            session.execute(unprotected.values(protected=False, directors_only=True))
            session.commit()
        yield with_facts, without


def masked(answers: list[bytes]) -> list[bytes]:
    """Return answers with random ids by the order in which they first appear, and tokens gone."""
    seen: dict[bytes, bytes] = {}

    def numbered(match: re.Match[bytes]) -> bytes:
        return seen.setdefault(match[0].replace(b"-", b""), b"<%d>" % len(seen))

    return [RANDOM.sub(numbered, TOKEN.sub(rb"\1", answer)) for answer in answers]


def said(response) -> bytes:
    headers = sorted((name, value) for name, value in response.headers if name != "Set-Cookie")
    return repr((response.status_code, headers)).encode() + response.data


def parties(app: Flask) -> list[str]:
    """What the form offers to tick, in the partner's own labels."""
    page = signed_in_visitor(app, "anneke-postma", NOON).get(f"{CASE}/entries/new/contact")
    return [one.get("value") for one in page.root.find_all("input") if one.get("name") == "concerns"]


def writes_and_reads_back(app: Flask) -> list[bytes]:
    """Everything a partner can do with a guess, and what comes back."""
    visitor = signed_in_visitor(app, "anneke-postma", NOON)
    answers = [visitor.get(f"{CASE}/timeline").submit(note=GUESS)]
    a_minute_later(app)
    answers.append(visitor.get(f"{CASE}/entries/new/contact").submit(body=GUESS, concerns=parties(app)))
    own = answers[-1].path
    answers.append(visitor.get(f"{own}/edit").submit(body=f"{GUESS} Zegt hij."))
    answers.append(visitor.get(f"{own}/edit").submit(body="Jip zegt niets."))
    answers.append(visitor.get(f"{own}/edit").submit(body=GUESS))
    a_minute_later(app)
    page = visitor.get(f"{CASE}/entries/new/document")
    file = (b"%PDF-1.7", "Duindoornhof17.pdf")
    answers.append(page.submit(upload=file, concerns=parties(app), category="safety"))
    answers += [visitor.get(path) for path in (own, f"{CASE}/timeline", "/today", "/cases", CASE)]
    answers.append(visitor.get(f"{CASE}/protected-words"))
    answers.append(visitor.get("/search").submit(q="duindoornhof"))
    door = caller(app, "anneke-postma")
    entry = {
        "kind": "contact",
        "occurred_at": "2023-02-20T11:00:00+01:00",
        "category": "safety",
        "concerns": parties(app),
        "body": GUESS,
    }
    through_the_door = [
        door.post(f"/cases/{REFERENCE}/entries", entry, key="a-guess-1"),
        door.get(f"/cases/{REFERENCE}/entries"),
        door.post("/search", {"q": "duindoornhof"}),
    ]
    return [said(page.response) for page in answers] + [said(answer) for answer in through_the_door]


def a_minute_later(app: Flask) -> None:
    """Entries of one moment stand in the order of their random ids."""
    clock: Callable[[], datetime] = app.extensions["caseflow_clock"]
    assert isinstance(clock, SettableClock)
    clock.set(clock() + timedelta(minutes=1))


def held(app: Flask) -> int:
    with app.app_context(), Session(db.engine) as session:
        return session.scalar(select(func.count()).where(WordCheck.held)) or 0


def test_a_guess_is_answered_the_same_whether_or_not_it_is_right(two_cases):
    right, wrong = (writes_and_reads_back(app) for app in two_cases)
    assert [held(app) > 0 for app in two_cases] == [True, False]
    assert any(GUESS.encode() in answer for answer in right)
    for one, other in zip(masked(right), masked(wrong), strict=True):
        assert one == other


def test_a_guess_runs_the_same_statements_whether_or_not_it_is_right(two_cases):
    ran = []
    for app in two_cases:
        visitor = signed_in_visitor(app, "anneke-postma", NOON)
        page = visitor.get(f"{CASE}/timeline")
        with counted(app) as seen:
            page.submit(note=GUESS)
        ran.append([re.sub(r"\s+", " ", one) for one in seen])
    assert ran[0] == ran[1]
