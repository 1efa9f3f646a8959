"""What a search finds on a day, for everyone, and that it finds nothing that its reader may not open."""

from dataclasses import replace
from datetime import datetime

import pytest

from caseflow.access import guard
from caseflow.clock import AMSTERDAM
from caseflow.db import GuardedSession, db
from caseflow.search.queries import find
from tests.access.oosterdelta_visible import NEVER, VISIBLE
from tests.api.caller import caller
from tests.cases.story import actor_named
from tests.scenario.finding import found_by_program, found_on_page
from tests.scenario.reading import CASE, TIMELINE, items

MOMENT = "2023-02-20 12:00"
FOUND = {
    "anneke-postma": (0, 0),
    "joost-veldman": (0, 0),
    "esther-hoving": (0, 0),
    "karin-boelens": (1, 1),
    "chantal-dieters": (2, 3),
}
WORDS = ("Duindoornhof", "Westerkoog", "Vuurtorenplein", "Mirjam", "Dennis", "school", "opvang", "schulden")
"""The marks of protected places, and words of every day."""
ALWAYS_THERE = ("huisverbod", "Dennis", "politie")
"""Words that stand in the file from its second day on."""
PEOPLE = (*FOUND, "wouter-holtrop", "samira-benali", "daan-merkelbach", "floor-ketelaar", "paul-evers")
OUTSIDE = (*NEVER, "hanna-lok")


@pytest.mark.parametrize("key", FOUND)
def test_a_protected_place_is_found_by_whom_it_was_disclosed_to(look, story, key):
    page = look(MOMENT, key, "/search")
    hits = [len(found_on_page(page, word)) for word in ("Duindoornhof", "Westerkoog")]
    assert tuple(hits) == FOUND[key]
    program = caller(story, key)
    asked = [program.post("/search", {"q": word}).get_json() for word in ("Duindoornhof", "Westerkoog")]
    assert tuple(len(answer["items"]) for answer in asked) == FOUND[key]


def test_nobody_finds_what_they_cannot_open(look, story):
    seen = {}
    for key in PEOPLE:
        opened = set()
        page, program = look(MOMENT, key, "/search"), caller(story, key)
        own = program.keys("OD-2023-004")
        found = set()
        for word in WORDS:
            hits = found_on_page(page, word)
            assert len(hits) <= len(own), (key, word)
            assert all(page.visitor.get(href).status == 200 for href in {*hits} - opened), (key, word)
            opened |= {*hits}
            answer = program.post("/search", {"q": word}, limit=200).get_json()
            said = {f"/cases/{one['case_reference']}/entries/{one['entry_id']}" for one in answer["items"]}
            assert said == set(hits), (key, word)
            found |= said
        assert bool(found) == bool(own), key
        seen[key] = len(found)
    assert [key for key, count in seen.items() if not count] == ["wouter-holtrop", "paul-evers"]


def test_who_stands_outside_finds_nothing_at_all(look, story):
    for key in OUTSIDE:
        page, program = look(MOMENT, key, "/search"), caller(story, key)
        assert not any(found_on_page(page, word) for word in WORDS), key
        assert not any(found_by_program(program, word) for word in WORDS), key


def test_whoever_never_has_the_case_finds_none_of_it_at_any_moment(story):
    moments = [
        datetime.fromisoformat(at).replace(tzinfo=AMSTERDAM) for at in sorted({one.at for one in VISIBLE})
    ]
    with story.app_context():
        for key in (*NEVER, "petra-zuidema"):
            actor = actor_named(key, moments[0])
            for moment in moments:
                with GuardedSession(db=db) as session:
                    guard.bind(session, replace(actor, now=moment))
                    found = [word for word in ALWAYS_THERE if find(session, word).items]
                assert found == ([] if key in NEVER else [*ALWAYS_THERE]), (key, moment)


def test_a_seat_finds_what_its_timeline_says(look):
    hits = found_on_page(look(MOMENT, "ilse-brand", "/search"), "Duindoornhof")
    assert len(hits) == 2
    assert all(href.startswith(f"{CASE}/entries/") for href in hits)
    assert sum("Duindoornhof" in text for text in items(look(MOMENT, "ilse-brand", TIMELINE))) == 2


def test_the_log_says_whom_the_hits_are_about(look):
    found_on_page(look(MOMENT, "karin-boelens", "/search"), "Duindoornhof")
    (row,) = [
        one.text
        for one in look(MOMENT, "ilse-brand", f"{CASE}/access").main.find_all("tr")
        if "Zag zoekresultaten" in one.text
    ]
    assert "Karin Boelens" in row
    assert "Mirjam Veerstra" in row
