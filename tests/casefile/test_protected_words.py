"""Protected words do not get into what others read: whoever knows the place is stopped and shown where they stand."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.cases.held_back import Waiting, waiting
from caseflow.db import db
from caseflow.models import AuditRow, Entry, WordCheck
from caseflow.models.vocabulary import Category
from tests.casefile.conftest import CASE, amsterdam, value_of, values_of

NOON = amsterdam("2023-02-20T12:00")
"""Mirjam and the children are in the shelter; it is protected, and so is the school of Tess."""
SAID = "Moeder belde vanuit Duin-doornhof 17, Westerkoog."

on_sqlite = pytest.mark.parametrize("story_url", ["sqlite"], indirect=True)
"""What has nothing to do with the kind of database."""


@pytest.fixture(autouse=True)
def at_noon(clock):
    clock.set(NOON)


def contact(visitor, body, *about, **more):
    page = visitor.get(f"{CASE}/entries/new/contact")
    return page.submit(body=body, concerns=values_of(page, "concerns", *(about or ("Mirjam",))), **more)


def checks(app):
    with app.app_context(), Session(db.engine) as session:
        return list(session.scalars(select(WordCheck).order_by(WordCheck.checked_at, WordCheck.version)))


def acts(app):
    with app.app_context(), Session(db.engine) as session:
        return set(session.scalars(select(AuditRow.act)))


def test_a_director_is_stopped_and_shown_where_the_words_stand(sign_in, file):
    before = file.count()
    answer = contact(sign_in("ilse-brand", "en"), SAID)
    assert answer.status == 422
    (error,) = answer.errors
    assert error.startswith("What happened? – These words have to stay secret: “Duin-doornhof 17”.")
    assert [mark.text for mark in answer.root.find_all("mark")] == ["Duin-doornhof 17"]
    assert SAID in answer.html
    assert file.count() == before


def test_what_stood_marked_counts_as_read(sign_in, story):
    contact(sign_in("ilse-brand"), SAID)
    assert "words.read" in acts(story)


def where_it_stands_already(visitor):
    """Write a place in a contact, protect it, and return the page that says where it stands already."""
    contact(visitor, "Opgehaald bij de Havenkade 8.", "Noor")
    page = visitor.get(f"{CASE}/entries/new/address")
    place = {
        "text": "Havenkade 8, Oosterdelta",
        "use": "family",
        "party_id": value_of(page, "party_id", "Noor"),
    }
    return page.submit(**place, concerns=values_of(page, "concerns", "Noor"), protected="y")


@on_sqlite
@pytest.mark.parametrize(
    ("way", "said", "flags"),
    [
        ("directors_only", SAID, (True, False)),
        ("protected", SAID, (False, True)),
        ("redacted", "Moeder belde vanuit [afgeschermd], Westerkoog.", (False, False)),
    ],
)
def test_each_way_out_saves_the_entry(sign_in, file, way, said, flags):
    answer = contact(sign_in("ilse-brand"), SAID).submit(words=way)
    assert answer.status == 200
    draft = file.latest().draft
    assert (draft.body, (draft.directors_only, draft.protected)) == (said, flags)
    assert draft.category == (Category.WHEREABOUTS if way == "protected" else Category.CARE)


def test_words_can_be_allowed_with_a_reason_while_no_partner_could_read_them(sign_in, file, story):
    stopped = contact(sign_in("ilse-brand", "en"), SAID, "Bas", category="work")
    assert stopped.status == 422
    unexplained = stopped.submit(words="allowed")
    assert unexplained.status == 422
    assert "Write why" in unexplained.text
    answer = unexplained.submit(words_because="Een andere Duindoornhof, in Zeeland.")
    assert (answer.status, file.latest().draft.body) == (200, SAID)
    (check,) = checks(story)
    with story.app_context():
        assert check.reason == "Een andere Duindoornhof, in Zeeland."
    assert (check.held, check.decided_at) == (False, NOON)
    assert "words.allowed" in acts(story)


def test_no_reason_opens_words_to_a_partner_who_reads_that_category_now(sign_in, file):
    before = file.count()
    stopped = contact(sign_in("ilse-brand", "en"), SAID, "Noor", category="safety")
    answer = stopped.submit(words="allowed", words_because="Vals alarm.")
    assert answer.status == 422
    assert "A partner can read this entry now" in answer.errors[0]
    assert file.count() == before


@on_sqlite
def test_what_only_directors_read_is_not_stopped(sign_in, file):
    visitor = sign_in("ilse-brand")
    assert visitor.get(f"{CASE}/timeline").submit(note=SAID).status == 200
    assert file.latest().draft.body == SAID
    assert contact(visitor, SAID, directors_only="y").status == 200


@on_sqlite
def test_editing_is_watched_as_well(sign_in, file):
    visitor = sign_in("ilse-brand", "en")
    contact(visitor, "Moeder belde.")
    entry = file.latest()
    page = visitor.get(f"{CASE}/entries/{entry.id}/edit")
    stopped = page.submit(body=SAID)
    assert stopped.status == 422
    assert stopped.submit(words="redacted").status == 200
    assert file.entry(entry.id).draft.body == "Moeder belde vanuit [protected], Westerkoog."


KINDS = {
    "voice": {"theme": "Wonen op Duindoornhof", "body": "Het is hier rustig."},
    "decision": {"body": "Besloten.", "decided_by": "Bewoners Duindoornhof 17"},
    "analysis": {"triggers-0": "Post naar Duindoornhof 17"},
    "conference": {"decisions-0": "Brief naar Duindoornhof 17"},
    "assessment": {"instrument": "LIRIK", "conclusion": "Veilig op Duindoornhof 17"},
    "action": {"title": "Sleutel van Duindoornhof 17"},
    "report": {"body": "Melding op Duindoornhof 17"},
    "address": {"text": "Duindoornhof 17, Westerkoog", "use": "other", "protected": False},
}


@on_sqlite
@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_every_kind_is_watched(sign_in, kind):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/new/{kind}")
    fields = dict(KINDS[kind])
    for name in ("party_id", "about_id"):
        if any(one.get("name") == name for one in page.root.find_all("select")):
            fields[name] = value_of(page, name, "Mirjam")
    if kind == "action":
        fields["owner_organisation_id"] = value_of(page, "owner_organisation_id", "Gemeente Oosterdelta")
    answer = page.submit(concerns=values_of(page, "concerns", "Mirjam"), **fields)
    assert answer.status == 422
    assert "These words have to stay secret" in answer.errors[0]
    assert len(answer.errors) == 1


@on_sqlite
def test_the_name_of_a_file_is_watched(sign_in):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/new/document")
    file = (b"%PDF-1.7", "huur_Duindoornhof17.pdf")
    answer = page.submit(upload=file, concerns=values_of(page, "concerns", "Mirjam"))
    assert answer.status == 422
    assert answer.errors[0].startswith("File – These words have to stay secret: “Duindoornhof17”")


def test_a_partner_who_knows_the_place_is_stopped_and_takes_the_words_out(sign_in, file):
    visitor = sign_in("chantal-dieters", "en")
    stopped = contact(visitor, SAID, "Mirjam")
    assert stopped.status == 422
    ways = [one.get("value") for one in stopped.root.find_all("input") if one.get("name") == "words"]
    assert ways == ["redacted"]
    assert stopped.submit(words="redacted").status == 200
    assert file.latest().draft.body == "Moeder belde vanuit [protected], Westerkoog."


@on_sqlite
def test_a_partner_overrides_nothing(sign_in, file):
    before = file.count()
    page = sign_in("chantal-dieters", "en").get(f"{CASE}/entries/new/contact")
    concerns = values_of(page, "concerns", "Mirjam")
    for way in ("allowed", "directors_only", "protected", "held_back"):
        sent = {"words": way, "words_because": "Vals alarm.", "body": SAID, "concerns": concerns}
        answer = page.visitor.post(
            f"{CASE}/entries/new/contact",
            {"occurred_at": "2023-02-20T11:00", "category": "care", "onward": "free"} | sent,
        )
        assert answer.status == 422
    assert file.count() == before


def test_what_a_partner_writes_who_may_not_know_is_held_back_for_a_director(sign_in, file):
    page = sign_in("anneke-postma").get(f"{CASE}/entries/new/contact")
    about = [str(file.party(name)) for name in ("Jip", "Noor")]
    written = page.submit(body="Jip zegt dat hij op Duindoornhof woont.", concerns=about)
    assert (written.status, written.errors) == (200, [])
    entry = file.latest()
    assert entry.draft.directors_only is False
    assert file.entry(entry.id, "anneke-postma").draft.body == entry.draft.body
    with pytest.raises(KeyError):
        file.entry(entry.id, "karin-boelens")
    with file.session() as session:
        assert waiting(session) == [Waiting("OD-2023-004", 1)]
    director = sign_in("ilse-brand", "en")
    assert "Kept from partners" in director.get(f"{CASE}/entries/{entry.id}").text
    assert "Kept from" not in sign_in("anneke-postma", "en").get(f"{CASE}/entries/{entry.id}").text
    assert "OD-2023-004" in director.get("/today").text
    page = director.get(f"{CASE}/protected-words")
    assert [mark.text for mark in page.root.find_all("mark")] == ["Duindoornhof"]
    assert page.submit(how="held_back", reason="Blijft bij de school.").status == 200
    with file.session() as session:
        assert waiting(session) == []


def test_a_place_that_becomes_protected_is_shown_where_it_stands_already(sign_in, file):
    visitor = sign_in("ilse-brand", "en")
    contact(visitor, "Opgehaald bij de Havenkade 8.", "Noor")
    page = visitor.get(f"{CASE}/entries/new/address")
    place = {
        "text": "Havenkade 8, Oosterdelta",
        "use": "family",
        "party_id": value_of(page, "party_id", "Noor"),
    }
    answer = page.submit(**place, concerns=values_of(page, "concerns", "Noor"), protected="y")
    assert (answer.status, answer.path) == (200, f"{CASE}/protected-words")
    assert "these words stand already in 1 entry" in answer.text
    assert [mark.text for mark in answer.root.find_all("mark")] == ["Havenkade 8"]
    done = answer.submit(how="redacted")
    assert (done.status, list(done.root.find_all("mark"))) == (200, [])
    with file.session() as session:
        bodies = session.scalars(select(Entry.body).where(Entry.body.startswith("Opgehaald bij de"))).all()
    assert bodies == ["Opgehaald bij de [protected]."]


@on_sqlite
def test_two_who_decide_at_once_do_not_undo_each_other(sign_in):
    visitor = sign_in("ilse-brand", "en")
    listed = where_it_stands_already(visitor)
    again = visitor.get(f"{CASE}/protected-words")
    assert listed.submit(how="held_back", reason="Van oma.").status == 200
    late = again.submit(how="allowed", reason="Vals alarm.")
    assert late.status == 422
    assert "A partner can read this entry now" in late.errors[0]


@on_sqlite
def test_nothing_found_says_what_to_do_and_who_has_no_seat_finds_no_page(sign_in):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/protected-words")
    assert "No protected words anywhere" in page.text
    assert sign_in("chantal-dieters").get(f"{CASE}/protected-words").status == 404
    assert sign_in("ruud-sanders").get(f"{CASE}/protected-words").status == 404


@on_sqlite
def test_what_is_asked_wrongly_is_said_beside_its_field(sign_in):
    visitor = sign_in("ilse-brand", "en")
    listed = where_it_stands_already(visitor)
    undecided = listed.submit(reason="Zomaar.")
    assert (undecided.status, "Choose what to do." in undecided.text, "Zomaar." in undecided.html) == (
        422,
        True,
        True,
    )
    assert undecided.submit(how="held_back", reason="").status == 422
