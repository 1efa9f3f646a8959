"""What a search finds on a day, for everyone, and that it finds nothing that its reader may not open."""

import pytest

from tests.api.caller import caller
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
PEOPLE = (*FOUND, "wouter-holtrop", "samira-benali", "daan-merkelbach", "floor-ketelaar", "paul-evers")
OUTSIDE = ("marit-kloosterman", "lotte-prins", "ruud-sanders", "astrid-kooiman", "hanna-lok", "bram-vos")


def found_on_page(page, word):
    """Return the addresses of all hits, page by page."""
    page = page.submit(q=word, button="Zoeken")
    hits = []
    while True:
        hits += [
            one.find_all("a")[0].get("href") for one in page.main.walk() if "timeline__item" in one.classes
        ]
        if not any(button.text == "Oudere stukken" for button in page.main.find_all("button")):
            return hits
        page = page.submit(button="Oudere stukken")


@pytest.mark.parametrize("key", FOUND)
def test_a_protected_place_is_found_by_whom_it_was_disclosed_to(look, story, key):
    page = look(MOMENT, key, "/search")
    hits = [len(found_on_page(page, word)) for word in ("Duindoornhof", "Westerkoog")]
    assert tuple(hits) == FOUND[key]
    program = caller(story, key)
    asked = [program.post("/search", {"q": word}).get_json() for word in ("Duindoornhof", "Westerkoog")]
    assert tuple(len(answer["items"]) for answer in asked) == FOUND[key]


def test_nobody_finds_what_they_cannot_open(look, story):
    for key in PEOPLE:
        page, program = look(MOMENT, key, "/search"), caller(story, key)
        own = program.keys("OD-2023-004")
        for word in WORDS:
            hits = found_on_page(page, word)
            assert len(hits) <= len(own), (key, word)
            assert all(page.visitor.get(href).status == 200 for href in hits), (key, word)
            answer = program.post("/search", {"q": word}, limit=200).get_json()
            said = {f"/cases/{one['case_reference']}/entries/{one['entry_id']}" for one in answer["items"]}
            assert said == set(hits), (key, word)


def test_who_stands_outside_finds_nothing_at_all(look):
    for key in OUTSIDE:
        page = look(MOMENT, key, "/search")
        assert not any(found_on_page(page, word) for word in WORDS), key


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
