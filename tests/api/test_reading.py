"""What programs read: as their user may see it, at the moment of asking."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.db import db
from tests.app_fixtures import MORNING

CASE = "OD-2023-004"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


SEEN = (
    ("2023-01-25 08:59", "anneke-postma", "", ""),
    ("2023-02-07 12:00", "anneke-postma", "jip noor", "r09-act-pickup r10-pickup-agreement"),
    ("2023-09-01 12:00", "anneke-postma", "noor", "r15-signal-school"),
    ("2024-07-23 17:00", "anneke-postma", "", ""),
    ("2023-03-01 12:00", "joost-veldman", "tess", "r12-safety-school-tess"),
    (
        "2023-01-24 15:59",
        "wouter-holtrop",
        "mirjam dennis tess jip noor",
        (
            "r01-incident r01-rihg r01-home-ban r02-address-dennis r02-report r03-phone-mirjam "
            "r07-vt-assessment r08-home-ban-extension"
        ),
    ),
    ("2023-01-24 16:00", "wouter-holtrop", "", ""),
    (
        "2023-02-20 12:00",
        "chantal-dieters",
        "mirjam tess jip noor",
        (
            "r03-address-home r03-phone-mirjam r04-contact-home r04-child-check r09-act-alert r09-act-pickup "
            "r09-act-shelter r09-act-trauma r09-act-support r10-pickup-agreement r11-contact-mirjam "
            "r12-decision-shelter r12-address-shelter-mirjam r12-address-shelter-children r12-address-school-tess "
            "r12-safety-school-tess"
        ),
    ),
    ("2023-08-31 12:00", "gerard-nijland", "mirjam", "r25-eviction-threat r25-act-payment"),
    (
        "2023-09-06 12:00",
        "stefan-ruiter",
        "dennis",
        (
            "r05-contact-dennis r05-alcohol r09-act-referral r18-om-decision r18-supervision r18-address-dennis "
            "r26-notice-probation"
        ),
    ),
    ("2023-02-07 12:00", "paul-evers", "", ""),
    ("2023-02-07 12:00", "marit-kloosterman", "", ""),
    ("2023-02-07 12:00", "lotte-prins", "", ""),
)


def test_a_linked_professional_reads_exactly_what_the_link_gives(as_, clock, story):
    for moment, key, parties, entries in SEEN:
        clock.set(at(moment))
        who = as_(key)
        assert who.keys(CASE) == set(entries.split()), (moment, key)
        assert {one["reference"] for one in who.items("/cases")} >= ({CASE} if parties else set())
        answer = who.get(f"/cases/{CASE}")
        assert answer.status_code == (200 if parties else 404), (moment, key)
        if parties:
            assert len(answer.get_json()["parties"]) == len(parties.split())


@pytest.mark.parametrize("path", ["", "/entries", "/milestones", "/access-log"])
def test_what_one_may_not_see_is_byte_for_byte_what_is_not_there(as_, clock, path):
    clock.set(at("2023-02-07 12:00"))
    who = as_("jeroen-kwakkel")
    hidden, absent = who.get(f"/cases/{CASE}{path}"), who.get(f"/cases/OD-1999-404{path}")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.data == absent.data
    assert dict(hidden.headers) == dict(absent.headers)


def test_a_hidden_entry_is_byte_for_byte_an_absent_one(as_, clock):
    clock.set(at("2023-02-07 12:00"))
    entry = next(
        one for one in as_("ilse-brand").items(f"/cases/{CASE}/entries") if one["key"] == "r11-incident"
    )
    who = as_("anneke-postma")
    hidden = who.get(f"/entries/{entry['id']}")
    absent = who.get("/entries/00000000-0000-4000-8000-000000000000")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.data == absent.data


def test_a_director_reads_the_whole_case(as_, clock):
    clock.set(at("2024-07-24 12:00"))
    who = as_("ilse-brand")
    assert len(who.keys(CASE)) == 104
    case = who.get(f"/cases/{CASE}").get_json()
    assert case["status"] == "closed"
    assert case["director"] == {"key": "ilse-brand", "name": "Ilse Brand"}
    assert case["problem_statement"]
    mirjam = next(one for one in case["parties"] if one["key"] == "mirjam")
    assert mirjam["label"] == mirjam["name"]
    assert mirjam["born_on"]


def test_a_party_without_identity_in_scope_is_a_letter_and_an_id(as_, clock, story):
    clock.set(at("2023-08-31 12:00"))
    who = as_("gerard-nijland")
    (party,) = who.get(f"/cases/{CASE}").get_json()["parties"]
    assert party["label"].startswith("Party ")
    assert party["label"].endswith(", adult")
    assert party["key"] == party["id"]
    assert {"name", "born_on", "gender"}.isdisjoint(party)
    assert "problem_statement" not in who.get(f"/cases/{CASE}").get_json()
    for entry in who.items(f"/cases/{CASE}/entries"):
        assert entry["concerns"] == [party["id"]]


def test_a_confidential_source_is_absent_for_who_may_not_know_it(as_, clock):
    clock.set(at("2023-05-16 12:00"))
    shown = {
        key: next(
            one for one in as_(key).items(f"/cases/{CASE}/entries") if one["key"] == "r10-signal-street"
        )
        for key in ("ilse-brand", "samira-benali", "yvonne-maas")
    }
    assert shown["ilse-brand"]["source"] == shown["samira-benali"]["source"] == "lokaal-team"
    assert {"source", "author"}.isdisjoint(shown["yvonne-maas"])
    assert shown["yvonne-maas"]["body"] == shown["ilse-brand"]["body"]


def test_entries_come_newest_first_and_can_be_filtered(as_, clock):
    who = as_("ilse-brand")
    everything = who.items(f"/cases/{CASE}/entries", limit=7)
    assert len({one["id"] for one in everything}) == len(everything) == 120
    moments = [datetime.fromisoformat(one["occurred_at"]) for one in everything]
    assert moments == sorted(moments, reverse=True)
    for name, wanted in (("kind", "incident"), ("category", "whereabouts")):
        found = who.keys(CASE, **{name: wanted})
        assert found == {one["key"] for one in everything if one[name] == wanted} != set()
    about = {one["key"] for one in everything if "tess" in one["concerns"]}
    assert who.keys(CASE, party="tess") == about != set()
    in_january = {one["key"] for one in everything if one["occurred_at"].startswith("2023-01")}
    assert who.keys(CASE, **{"from": "2023-01-01", "until": "2023-01-31"}) == in_january != set()


def test_a_document_holds_its_file_only_when_it_is_asked_for_by_itself(as_):
    who = as_("ilse-brand")
    documents = who.items(f"/cases/{CASE}/entries", kind="document")
    assert documents
    for one in documents:
        assert "base64" not in one["data"]
        assert who.get(f"/entries/{one['id']}").get_json()["data"]["base64"]


def test_a_list_says_of_an_entry_to_whom_it_was_released_as_the_entry_itself_does(as_, story):
    who = as_("ilse-brand")
    first = who.items(f"/cases/{CASE}/entries", limit=1)[0]
    assert not first.get("protected")
    with story.app_context(), Session(db.engine) as session:
        entry = session.get_one(models.EntryOrigin, UUID(first["id"]))
        note = {"organisation_id": entry.source_id, "by_id": entry.author_id, "at": MORNING}
        session.add(models.ReleaseNote(entry_id=entry.entry_id, **note))
        session.commit()
    listed = who.items(f"/cases/{CASE}/entries", limit=1)[0]
    assert listed["releases"]
    assert listed == who.get(f"/entries/{first['id']}").get_json()


def test_lists_of_cases_go_on_where_the_page_before_ended(as_):
    who = as_("rob-steenhuis")
    pages = [one["reference"] for one in who.items("/cases", limit=5)]
    assert pages == sorted(pages) == [one["reference"] for one in who.items("/cases")]
    assert len(pages) == 11


def test_milestones_say_how_they_stand_on_the_day(as_, clock):
    clock.set(at("2023-10-21 12:00"))
    who = as_("ilse-brand")
    lines = who.items(f"/cases/{CASE}/milestones", limit=9)
    assert [one["key"] for one in lines if one["status"] == "overdue"] == ["m15-3"]
    assert [one["due_on"] for one in lines] == sorted(one["due_on"] for one in lines)
    assert {one["owner"]["key"] for one in lines if one["owner"]} >= {"ilse-brand"}


def test_a_search_finds_what_its_user_may_read_and_nothing_else(as_, clock):
    clock.set(at("2023-02-20 12:00"))
    found = {
        "anneke-postma": (0, 0),
        "karin-boelens": (1, 1),
        "chantal-dieters": (2, 3),
        "lotte-prins": (0, 0),
    }
    for key, expected in found.items():
        who = as_(key)
        hits = [
            who.post("/search", {"q": word}).get_json()["items"] for word in ("Duindoornhof", "Westerkoog")
        ]
        assert tuple(map(len, hits)) == expected, key
        for hit in (hit for page in hits for hit in page):
            assert hit["case_reference"] == CASE
            assert who.get(f"/entries/{hit['entry_id']}").status_code == 200


def test_hits_come_in_pages(as_):
    who = as_("ilse-brand")
    whole = who.post("/search", {"q": "Dennis"}, limit=200).get_json()["items"]
    assert len(whole) > 20
    first = who.post("/search", {"q": "Dennis"}, limit=15).get_json()
    second = who.post("/search", {"q": "Dennis"}, limit=200, cursor=first["next"]).get_json()
    assert first["items"] + second["items"] == whole


def test_the_log_names_who_read_what_and_is_for_seats_and_the_privacy_officer(as_, clock):
    clock.set(at("2023-02-07 12:00"))
    as_("anneke-postma").keys(CASE)
    lines = as_("ilse-brand").items(f"/cases/{CASE}/access-log")
    read = next(one for one in lines if one["act"] == "timeline.read")
    assert (read["user"], read["entry_count"]) == ("Anneke Postma", 2)
    assert read["through"].startswith("link:")
    officer = as_("ruud-sanders").items(f"/cases/{CASE}/access-log", limit=1)
    assert len(officer) > len(lines)
    assert all(one["parties"] == [] for one in officer)
    assert as_("anneke-postma").get(f"/cases/{CASE}/access-log").status_code == 404


def test_me_says_whose_token_it_is(as_):
    answer = as_("petra-zuidema").get("/me").get_json()
    assert answer["user"]["name"] == "Petra Zuidema"
    assert answer["roles"] == ["team_lead"]
    assert answer["organisation"]["key"] == "gemeente"
