"""What programs write: by the rules of the pages, once, as whose token it is."""

import pytest

from tests.api.caller import row_counts
from tests.api.test_reading import CASE, at

ENTRIES = f"/cases/{CASE}/entries"
KEY = "3f2a9c1e-5d"
NOTE = {
    "kind": "contact",
    "occurred_at": "2023-02-07T09:30:00+01:00",
    "category": "safety",
    "concerns": ["jip", "noor"],
    "body": "Opgehaald door oma, zoals afgesproken.",
    "data": {"channel": "phone", "minutes": 10},
}


@pytest.fixture(autouse=True)
def _in_february(clock):
    clock.set(at("2023-02-07 12:00"))


def test_a_director_writes_an_entry_and_reads_it_back(as_):
    who = as_("ilse-brand")
    answer = who.post(ENTRIES, NOTE)
    assert answer.status_code == 201
    written = answer.get_json()
    assert {name: written[name] for name in NOTE} == NOTE | {"concerns": written["concerns"]}
    assert sorted(written["concerns"]) == ["jip", "noor"]
    assert (written["key"], written["author"], written["source"]) == (None, "ilse-brand", "gemeente")
    assert written["recorded_at"] == "2023-02-07T12:00:00+01:00"
    assert answer.location == f"/api/v1/entries/{written['id']}"
    assert who.get(f"/entries/{written['id']}").get_json() == written


def test_members_of_a_bundle_are_taken_and_its_key_stays_in_the_bundle(as_):
    answer = as_("ilse-brand").post(
        ENTRIES, NOTE | {"key": "r99-note", "author": "ilse-brand", "source": "politie"}
    )
    assert answer.status_code == 201
    assert (answer.get_json()["key"], answer.get_json()["source"]) == (None, "politie")


def test_a_partner_writes_within_the_scope_of_the_link(as_):
    who = as_("anneke-postma")
    parties = {one["key"] for one in who.get(f"/cases/{CASE}").get_json()["parties"]}
    answer = who.post(ENTRIES, NOTE | {"concerns": sorted(parties)})
    assert answer.status_code == 201
    assert answer.get_json()["source"] == answer.get_json()["author"].replace(
        "anneke-postma", "school-zilvermeeuw"
    )


def test_outside_the_scope_there_is_nothing_to_write_in(as_, story):
    who = as_("anneke-postma")
    before = row_counts(story)
    parties = sorted(one["key"] for one in who.get(f"/cases/{CASE}").get_json()["parties"])
    outside = (
        who.post(ENTRIES, NOTE | {"concerns": parties, "category": "finance"}),
        who.post(ENTRIES, NOTE | {"concerns": ["dennis"]}),
        who.post(ENTRIES, NOTE | {"concerns": ["nobody"]}),
        as_("jeroen-kwakkel").post(ENTRIES, NOTE),
        as_("ruud-sanders").post(ENTRIES, NOTE),
        who.post("/cases/OD-1999-404/entries", NOTE),
    )
    assert {answer.status_code for answer in outside} == {404}
    assert len({answer.data for answer in outside}) == 1
    assert row_counts(story) == before


@pytest.mark.parametrize(
    "decided",
    [
        {"source": "politie"},
        {"directors_only": True},
        {"onward": "ask_source", "released_to": ["school-zilvermeeuw"]},
    ],
)
def test_a_partner_does_not_decide_what_seats_decide(as_, decided):
    who = as_("anneke-postma")
    parties = sorted(one["key"] for one in who.get(f"/cases/{CASE}").get_json()["parties"])
    answer = who.post(ENTRIES, NOTE | {"concerns": parties} | decided)
    assert answer.status_code == 422


def test_nobody_writes_in_the_name_of_another(as_):
    answer = as_("ilse-brand").post(ENTRIES, NOTE | {"author": "karin-boelens"})
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.get_json()["errors"]] == ["#/author"]


def test_what_was_sent_twice_is_written_once_and_answered_the_same(as_, story):
    who = as_("ilse-brand")
    first = who.post(ENTRIES, NOTE, key=KEY)
    before = row_counts(story)
    second = who.post(ENTRIES, NOTE, key=KEY)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.location == second.location
    assert first.data == second.data
    assert row_counts(story) == before
    assert who.post(ENTRIES, NOTE | {"body": "Iets anders."}, key=KEY).status_code == 409


def test_a_refused_entry_leaves_its_key_free(as_):
    who = as_("ilse-brand")
    assert who.post(ENTRIES, NOTE | {"category": "weather"}, key=KEY).status_code == 422
    assert who.post(ENTRIES, NOTE, key=KEY).status_code == 201


def test_a_key_of_another_user_means_nothing(as_):
    as_("ilse-brand").post(ENTRIES, NOTE, key=KEY)
    answer = as_("petra-zuidema").post(ENTRIES, NOTE, key=KEY)
    assert answer.status_code == 201
    assert answer.get_json()["author"] == "petra-zuidema"


def test_what_may_no_longer_be_read_is_not_said_again(as_, clock):
    who = as_("anneke-postma")
    parties = sorted(one["key"] for one in who.get(f"/cases/{CASE}").get_json()["parties"])
    assert who.post(ENTRIES, NOTE | {"concerns": parties}, key=KEY).status_code == 201
    clock.set(at("2024-07-24 12:00"))
    answer = who.post(ENTRIES, NOTE | {"concerns": parties}, key=KEY)
    assert answer.status_code == 404
    assert answer.data == who.get(ENTRIES).data


def _open_milestone(who) -> dict:
    return next(one for one in who.items(f"/cases/{CASE}/milestones") if one["status"] == "coming")


def test_a_milestone_is_done_once(as_):
    who = as_("ilse-brand")
    line = _open_milestone(who)
    path = f"/milestones/{line['id']}/done"
    body = {"done_on": "2023-02-06", "result": "Besproken", "version": line["version"]}
    first, second = who.post(path, body, key=KEY), who.post(path, body, key=KEY)
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.data == second.data
    done = first.get_json()
    assert (done["status"], done["done_on"], done["result"]) == ("done", "2023-02-06", "Besproken")
    assert who.post(path, body).status_code == 409


def test_without_a_body_a_milestone_was_done_today(as_):
    who = as_("ilse-brand")
    answer = who.send("POST", f"/milestones/{_open_milestone(who)['id']}/done")
    assert (answer.status_code, answer.get_json()["done_on"]) == (200, "2023-02-07")


def test_a_milestone_is_not_done_tomorrow(as_):
    who = as_("ilse-brand")
    answer = who.post(f"/milestones/{_open_milestone(who)['id']}/done", {"done_on": "2023-02-08"})
    assert answer.status_code == 422
    assert answer.get_json()["errors"] == [{"pointer": "#/done_on", "detail": "This moment has yet to come."}]


def test_only_seats_say_that_a_milestone_was_done(as_, story):
    line = _open_milestone(as_("ilse-brand"))
    before = row_counts(story)
    for key in ("esther-hoving", "jeroen-kwakkel", "ruud-sanders"):
        assert as_(key).post(f"/milestones/{line['id']}/done").status_code == 404
    assert row_counts(story) == before


SHELTERED = {"occurred_at": "2023-02-07T11:30:00+01:00", "body": "Jip zegt dat hij op Duindoornhof 17 woont."}


def test_a_directors_entry_with_protected_words_is_refused_by_field(as_):
    who = as_("ilse-brand")
    answer = who.post(ENTRIES, NOTE | SHELTERED)
    assert answer.status_code == 422
    (error,) = answer.get_json()["errors"]
    assert error["pointer"] == "#/body"
    assert "Duindoornhof 17" in error["detail"]
    document = {"filename": "Duindoornhof17.txt", "media_type": "text/plain", "base64": "YQ=="}
    named = who.post(ENTRIES, NOTE | {"kind": "document", "data": document})
    assert [one["pointer"] for one in named.get_json()["errors"]] == ["#/data/filename"]
    assert who.post(ENTRIES, NOTE | SHELTERED | {"directors_only": True}).status_code == 201


def test_a_partner_who_may_not_know_the_place_is_answered_as_ever(as_):
    who = as_("anneke-postma")
    parties = {one["key"] for one in who.get(f"/cases/{CASE}").get_json()["parties"]}
    answer = who.post(ENTRIES, NOTE | SHELTERED | {"concerns": sorted(parties)})
    assert answer.status_code == 201
    written = answer.get_json()
    assert (written["body"], written.get("directors_only", False)) == (SHELTERED["body"], False)
    assert as_("karin-boelens").get(f"/entries/{written['id']}").status_code == 404
    assert as_("ilse-brand").get(f"/entries/{written['id']}").status_code == 200
