"""The timeline by source: what came from there, and not a word about a source that is kept from the reader."""

from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import Entry, EntryOrigin
from tests.api.caller import caller
from tests.casefile.conftest import CASE, amsterdam, value_of
from tests.casefile.test_timeline import items

LOCAL_TEAM = "Lokaal team De Kreken"
SIGNAL = "langzaam door de straat"
"""What the local team saw, which does not want to be known for it."""
OPEN_NOTE = {
    "kind": "contact",
    "occurred_at": "2023-02-07T09:00:00+01:00",
    "category": "safety",
    "concerns": ["mirjam", "noor"],
    "body": "Thuis is het rustig.",
    "onward": "free",
    "data": {},
}


@pytest.fixture(autouse=True)
def _in_february(clock):
    clock.set(amsterdam("2023-02-07T12:00"))


@pytest.fixture
def local_team(sign_in):
    """The value behind the local team in the director's filter."""
    return value_of(sign_in("ilse-brand").get(f"{CASE}/timeline"), "source", LOCAL_TEAM)


def offered(page):
    """The sources that a reader can choose from."""
    (box,) = [one for one in page.root.find_all("select") if one.get("name") == "source"]
    return {option.text: option.get("value") for option in box.find_all("option") if option.get("value")}


@pytest.mark.parametrize("key", ["ilse-brand", "samira-benali"])
def test_what_came_from_a_source_is_found_by_who_may_know_it(sign_in, key, local_team):
    page = sign_in(key).get(f"{CASE}/timeline")
    assert len(items(page)) > 1
    found = page.submit(button="Tonen", source=local_team)
    assert found.status == 200
    (signal,) = items(found)
    assert SIGNAL in signal


def test_each_source_has_its_own_entries_and_together_they_are_all(sign_in):
    page = sign_in("esther-hoving").get(f"{CASE}/timeline")
    by_source = {
        name: items(page.submit(button="Tonen", source=value)) for name, value in offered(page).items()
    }
    assert len(by_source) > 1
    assert all(by_source.values())
    withheld = [text for text in items(page) if "Bron niet getoond" in text]
    (signal,) = withheld
    assert SIGNAL in signal
    assert sorted([*withheld, *(text for texts in by_source.values() for text in texts)]) == sorted(
        items(page)
    )


@pytest.mark.parametrize("key", ["karin-boelens", "esther-hoving"])
def test_asking_for_a_source_that_is_kept_from_the_reader_answers_as_for_one_that_is_not_there(
    sign_in, key, local_team
):
    visitor = sign_in(key)
    page = visitor.get(f"{CASE}/timeline")
    assert any(SIGNAL in text for text in items(page))
    assert LOCAL_TEAM not in offered(page)
    kept = visitor.get(f"{CASE}/timeline?source={local_team}")
    absent = visitor.get(f"{CASE}/timeline?source={uuid4()}")
    assert (kept.status, kept.whole_text) == (absent.status, absent.whole_text)
    assert items(kept) == items(absent) == items(page)


@pytest.mark.parametrize("key", ["karin-boelens", "esther-hoving"])
def test_a_source_known_by_one_entry_does_not_give_away_another(sign_in, story, key, local_team):
    answer = caller(story, "samira-benali").post("/cases/OD-2023-004/entries", OPEN_NOTE)
    assert answer.status_code == 201, answer.get_json()
    page = sign_in(key).get(f"{CASE}/timeline")
    assert offered(page)[LOCAL_TEAM] == local_team
    assert any(SIGNAL in text for text in items(page))
    (note,) = items(page.submit(button="Tonen", source=local_team))
    assert OPEN_NOTE["body"] in note
    assert len(items(sign_in("ilse-brand").get(f"{CASE}/timeline?source={local_team}"))) == 2


def test_where_an_entry_comes_from_says_in_which_case_that_is(story):
    """Else a source would be missing from the list to filter by."""
    with story.app_context(), Session(db.engine) as session:
        pairs = session.execute(
            select(Entry.case_id, EntryOrigin.case_id).join(EntryOrigin, EntryOrigin.entry_id == Entry.id)
        ).all()
    assert pairs
    assert all(own == said for own, said in pairs)
