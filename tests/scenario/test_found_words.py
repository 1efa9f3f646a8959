"""Which words find which entries: every form of a word, in plain and in sealed texts, and all of them."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from tests.access.oosterdelta_visible import VISIBLE
from tests.api.caller import caller
from tests.demo_bundles import DEMO
from tests.scenario.finding import CASE, found_keys

AFTER_ALL = "2026-07-24 12:00"
FORMS = (
    ("gesprek", "gesprekken"),
    ("brief", "brieven"),
    ("afspraak", "afspraken"),
    ("voorval", "voorvallen"),
    ("avond", "avonden"),
)
"""One of a thing, and more of it."""
IN_A_PROTECTED_TEXT = "r12-address-shelter-mirjam"
"""Says "brieven" and "gesprekken", and neither "brief" nor "gesprek"."""
LINKED_THEN = (
    ("2023-02-07 12:00", "anneke-postma"),
    ("2023-02-07 12:00", "esther-hoving"),
    ("2023-02-20 12:00", "chantal-dieters"),
    ("2023-10-03 12:00", "inge-terpstra"),
)


@pytest.fixture
def find(look, story):
    """Find words at a moment, as somebody: on the page and with a program."""

    def found(moment: str, key: str, words: str) -> list[str]:
        page = look(moment, key, "/search")
        return found_keys(caller(story, key), page, words)

    return found


def entries() -> list[dict]:
    """Return the entries of the case, as its bundle says them."""
    (case,) = json.loads((DEMO / "oosterdelta.json").read_text(encoding="utf-8"))["cases"]
    assert case["reference"] == CASE
    return case["entries"]


def sentences(part: Any) -> Iterator[str]:
    """Yield the texts of an entry that are no code or key: what has a space in it."""
    if isinstance(part, str) and " " in part:
        yield part.lower()
    elif isinstance(part, dict | list):
        for one in part.values() if isinstance(part, dict) else part:
            yield from sentences(one)


def saying(*words: str) -> set[str]:
    """Return the keys of the entries of which a text says one of these words."""
    wanted = re.compile(rf"\b({'|'.join(words)})\b")
    return {entry["key"] for entry in entries() if any(map(wanted.search, sentences(entry)))}


@pytest.mark.parametrize("forms", FORMS)
def test_either_form_of_a_word_finds_the_entries_that_say_one_of_them(find, forms):
    one, more = forms
    assert saying(one) - saying(more)
    assert saying(more) - saying(one)
    for word in forms:
        assert set(find(AFTER_ALL, "petra-zuidema", word)) == saying(*forms), word


@pytest.mark.parametrize("forms", [("brief", "brieven"), ("gesprek", "gesprekken")])
def test_either_form_of_a_word_finds_a_protected_text_for_whom_it_was_disclosed_to(find, forms):
    assert IN_A_PROTECTED_TEXT in saying(forms[1]) - saying(forms[0])
    for word in forms:
        assert IN_A_PROTECTED_TEXT in find("2023-02-20 12:00", "chantal-dieters", word), word
        assert IN_A_PROTECTED_TEXT not in find("2023-02-20 12:00", "esther-hoving", word), word


@pytest.mark.parametrize("words", ["school", "moeder", "moeder school"])
def test_a_seat_finds_every_entry_that_says_the_words_newest_first(find, words):
    expected = set.intersection(*(saying(word, f"{word}s") for word in words.split()))
    assert len(expected) > 2
    occurred = {entry["key"]: datetime.fromisoformat(entry["occurred_at"]) for entry in entries()}
    found = find(AFTER_ALL, "petra-zuidema", words)
    assert len(found) == len(set(found))
    assert set(found) == expected
    moments = [occurred[key] for key in found]
    assert moments == sorted(moments, reverse=True)


@pytest.mark.parametrize("forms", [("school", "scholen"), ("gesprek", "gesprekken"), ("moeder", "moeders")])
def test_partners_find_all_that_says_the_word_in_what_they_may_read(find, forms):
    found = {}
    for line in VISIBLE:
        if (line.at, line.user) in LINKED_THEN:
            found[line.user] = set(find(line.at, line.user, forms[0]))
            assert found[line.user] == saying(*forms) & set(line.entries.split()), line.user
    assert len(found) == len(LINKED_THEN)
    assert any(found.values())
    assert saying(*forms) > set.union(*found.values())
