"""Whether an entry may travel: asked of its source, answered by somebody there, and until then it stays."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import Address, Entry, EntryRelease, ReleaseNote, ReleaseRequest, UserRole
from caseflow.models.vocabulary import Role
from tests.sharing.links import CASE

MONITOR = "r23-vt-monitor-3"
"""An assessment of Veilig Thuis, its source, that waits for it."""


@pytest.fixture
def source(entry):
    return f"{CASE}/entries/{entry(MONITOR)}/source"


@pytest.fixture
def esther(sign_in):
    return sign_in("esther-hoving")


def of_entry(source):
    return source.removesuffix("/source")


def ask(director, people, source, **others):
    fields = {
        "organisation_id": people.organisation("Politie, basisteam Oosterdelta"),
        "asked_id": people.user("esther-hoving"),
        "question": "De politie moet weten of de voorwaarden zijn gehaald.",
    }
    return director.get(source).submit(button="De bron vragen", **(fields | others))


def answer(asked, outcome="granted", reason="Wij vinden dat nodig."):
    page = asked.get("/shared").follow("Politie, basisteam Oosterdelta")
    return page.submit(button="Antwoord versturen", outcome=outcome, reason=reason)


def released(app):
    with app.app_context(), Session(db.engine) as session:
        found = (
            select(EntryRelease).join(Entry, Entry.id == EntryRelease.entry_id).where(Entry.key == MONITOR)
        )
        return [one.organisation_id for one in session.scalars(found)]


def test_until_the_source_agrees_an_entry_does_not_travel(sign_in, director, esther, people, source):
    page = of_entry(source)
    karin = sign_in("karin-boelens")
    assert karin.get(page).status == 404
    assert "Gevraagd" in ask(director, people, source).text
    assert karin.get(page).status == 404
    answered = answer(esther)
    assert "Toegekend" in answered.text
    assert "Uw antwoord is vastgelegd." in answered.whole_text
    assert answered.links["Terug naar Met mij gedeeld"] == "/shared"
    assert karin.get(page).status == 200
    assert [str(one) for one in released(people.app)] == [
        people.organisation("Politie, basisteam Oosterdelta")
    ]
    with people.app.app_context(), Session(db.engine) as session:
        notes = session.scalars(select(ReleaseNote).join(Entry, Entry.id == ReleaseNote.entry_id))
        assert people.user("esther-hoving") in {str(one.by_id) for one in notes}


def test_what_was_asked_and_answered_stands_on_the_entry_on_today_and_with_who_was_asked(
    director, esther, people, source, clock
):
    ask(director, people, source)
    page = of_entry(source)
    assert "gevraagd aan Esther Hoving" in director.get(page).text
    asked = esther.get("/shared").text
    assert "Mag een stuk verder?" in asked
    assert "Politie, basisteam Oosterdelta" in asked
    clock.set(clock() + timedelta(minutes=5))
    answer(esther, "refused", "Dat hoort niet bij hun taak.")
    assert released(people.app) == []
    assert "Dat hoort niet bij hun taak." in director.get(page).text
    today = director.get("/today").text
    assert "Beantwoord sinds u voor het laatst keek" in today
    assert "Mag een stuk naar Politie, basisteam Oosterdelta?" in today
    assert "Niemand anders schreef iets." in today
    director.get("/today").submit(button="Dit heb ik gezien")
    assert "Beantwoord sinds" not in director.get("/today").text
    assert "Wat ik als bron heb geantwoord" in esther.get("/shared").text


def test_a_request_that_gets_no_answer_in_time_stands_on_today(sign_in, people, source, clock):
    ask(sign_in("ilse-brand"), people, source)
    said = "Gevraagd, en niet op tijd beantwoord"
    assert said not in sign_in("ilse-brand").get("/today").text
    clock.set(clock() + timedelta(days=30))
    assert said in sign_in("ilse-brand").get("/today").text


def test_who_directs_cases_elsewhere_finds_what_they_are_asked_on_today(
    director, esther, people, source, clock
):
    let_direct(people, "esther-hoving")
    ask(director, people, source)
    words = "Mag een stuk naar Politie, basisteam Oosterdelta?"
    assert words not in director.get("/today").text, "who asked does not answer"
    today = esther.get("/today")
    assert "uw antwoord is nodig" in today.text
    assert "Ilse Brand" in today.text
    assert "Te laat" not in today.text
    page = today.follow(words)
    assert esther.get(page.links["Terug naar Vandaag"]).path == "/today"
    clock.set(clock() + timedelta(minutes=5))
    page = page.submit(button="Antwoord versturen", outcome="granted", reason="Wij vinden dat nodig.")
    assert "Toegekend" in page.text
    assert words not in esther.get("/today").text


def test_what_waits_for_the_source_no_more_or_was_taken_back_leaves_their_today(
    director, esther, people, source
):
    let_direct(people, "esther-hoving")
    ask(director, people, source)
    ask(director, people, source, question="Nog eens, met spoed.")
    words = "Mag een stuk naar Politie, basisteam Oosterdelta?"
    assert esther.get("/today").text.count(words) == 1
    with people.app.app_context(), Session(db.engine) as session:
        session.execute(update(Entry).where(Entry.key == MONITOR).values(onward="none"))
        session.commit()
    assert words not in esther.get("/today").text


def let_direct(people, key):
    """Let somebody at a partner direct cases there, and be no partner's professional."""
    mine = UserRole.user_id == UUID(people.user(key))
    with people.app.app_context(), Session(db.engine) as session:
        session.execute(update(UserRole).where(mine).values(role=Role.CASE_DIRECTOR))
        session.commit()


def test_only_who_was_asked_sees_and_answers_it(sign_in, director, people, source, clock):
    ask(director, people, source)
    [address] = [
        one for words, one in director.get(source).links.items() if words == "Politie, basisteam Oosterdelta"
    ]
    for other in ("karin-boelens", "anneke-postma", "lotte-prins", "ruud-sanders"):
        assert sign_in(other).get(address).status == 404, other
    seat = director.get(address)
    assert seat.status == 200
    assert "Antwoord versturen" not in seat.html
    assert director.post(address, {"outcome": "granted", "reason": "x"}).status == 200
    assert released(people.app) == []


def test_who_is_excluded_or_no_longer_linked_loses_the_request(director, esther, people, source):
    ask(director, people, source)
    page = esther.get("/shared").follow("Politie, basisteam Oosterdelta")
    people.exclude("esther-hoving")
    assert esther.get(page.path).status == 404
    assert "Politie" not in esther.get("/shared").text
    assert esther.post(page.path, {"outcome": "granted", "reason": "x"}).status == 404
    assert released(people.app) == []


def test_asking_again_takes_back_what_was_asked_before(director, esther, people, source):
    ask(director, people, source)
    ask(director, people, source, question="Nog eens, met spoed.")
    shared = esther.get("/shared").text
    assert shared.count("Politie, basisteam Oosterdelta") == 1
    assert "Ingetrokken" in director.get(source).text
    with people.app.app_context(), Session(db.engine) as session:
        police = people.organisation("Politie, basisteam Oosterdelta")
        asked = session.scalars(select(ReleaseRequest)).all()
        states = [one.withdrawn_at is None for one in asked if str(one.organisation_id) == police]
        assert sorted(states) == [False, True]


def test_what_does_not_wait_for_its_source_any_more_is_not_released(director, esther, people, source):
    ask(director, people, source)
    page = esther.get("/shared").follow("Politie, basisteam Oosterdelta")
    with people.app.app_context(), Session(db.engine) as session:
        session.execute(update(Entry).where(Entry.key == MONITOR).values(onward="none"))
        session.commit()
    page = page.submit(button="Antwoord versturen", outcome="granted", reason="Goed.")
    assert "hoeft niet meer beantwoord te worden" in page.text
    assert released(people.app) == []


def test_what_a_seat_wrote_down_meanwhile_is_no_error(director, esther, people, source):
    ask(director, people, source)
    edit = director.get(f"{of_entry(source)}/edit")
    edit.submit(button="Opslaan", released_to=[people.organisation("Politie, basisteam Oosterdelta")])
    assert "Toegekend" in answer(esther).text
    assert len(released(people.app)) == 1


def test_a_wrong_form_says_what_to_do(director, people, source, clock):
    for fields, said in (
        ({"organisation_id": ""}, "Kies een organisatie."),
        ({"asked_id": ""}, "Kies een persoon."),
        ({"question": " "}, "waarom deze organisatie"),
        ({"due_on": "2023-11-20"}, "Kies een dag na vandaag."),
        ({"due_on": "gisteren"}, "Vul een datum in"),
        ({"asked_id": people.user("karin-boelens")}, "Kies uit de lijst."),
        ({"organisation_id": people.organisation("Veilig Thuis Deltaregio")}, "Kies uit de lijst."),
    ):
        page = ask(director, people, source, **fields)
        assert page.status == 422, fields
        assert said in " ".join(page.errors), page.errors


def test_a_protected_place_is_not_told_to_a_source(director, people, source, story):
    with story.app_context(), Session(db.engine) as session:
        place = next(one.text for one in session.scalars(select(Address).where(Entry.protected.is_(True))))
    page = ask(director, people, source, question=f"Zij zijn nu hier: {place}")
    assert page.status == 422
    assert "afgeschermde plek" in " ".join(page.errors)
