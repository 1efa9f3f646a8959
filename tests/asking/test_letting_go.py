"""A source that agrees takes no protected words along: the entry is held back, and the source notices nothing."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import Entry, WordCheck
from tests.app_fixtures import SettableClock, copy_of_story, running, signed_in_visitor
from tests.asking.conftest import THAT_DAY
from tests.asking.test_releases import MONITOR, answer, ask, of_entry
from tests.casefile.test_nothing_noticed import masked, said
from tests.sharing.links import CASE, People
from tests.statements import counted

SAID = "Moeder verblijft aan de Zandkreekstraat 41."
PLACE = "Zandkreekstraat 41, Middelwijk"


@pytest.fixture
def source(entry):
    return f"{CASE}/entries/{entry(MONITOR)}/source"


@pytest.fixture
def esther(sign_in):
    return sign_in("esther-hoving")


@pytest.fixture
def police(sign_in):
    return sign_in("karin-boelens")


def says(app, body=SAID):
    with app.app_context(), Session(db.engine) as session:
        session.scalars(select(Entry).where(Entry.key == MONITOR)).one().body = body
        session.commit()


def edited_elsewhere(app):
    """The entry came in with a bundle as a later version; nobody searched that one."""
    with app.app_context(), Session(db.engine) as session:
        entry = Entry.__table__
        session.execute(update(entry).where(entry.c.key == MONITOR).values(version=3))
        session.commit()


def protect(director, people):
    """Protect the place that stands in the entry already; the page says so, and nothing is decided there."""
    mirjam = people.party("mirjam")
    place = {"party_id": mirjam, "concerns": [mirjam], "use": "shelter", "category": "whereabouts"}
    page = director.get(f"{CASE}/entries/new/address").submit(text=PLACE, protected=True, **place)
    assert "Zandkreekstraat 41" in page.html
    return page


def check_of(app):
    with app.app_context(), Session(db.engine) as session:
        found = select(WordCheck).join(Entry, Entry.id == WordCheck.entry_id).where(Entry.key == MONITOR)
        latest = session.scalars(found.order_by(WordCheck.version.desc()).limit(1)).one()
        return latest.held, latest.decided_at, latest.reason_sealed


def decide(director, source, how, reason=""):
    entry_id = of_entry(source).rsplit("/", 1)[1]
    version = next(
        field.get("value")
        for form in director.get(f"{CASE}/protected-words").main.find_all("form")
        for field in form.find_all("input")
        if entry_id in form.get("action") and field.get("name") == "version"
    )
    settling = {"how": how, "reason": reason, "version": version}
    return director.post(f"{CASE}/protected-words/{entry_id}", settling)


def names_the_case(page):
    return "Tegengehouden: bekijk deze teksten" in page.text


def test_words_that_became_protected_after_the_question_do_not_travel_with_the_answer(
    director, esther, police, people, source
):
    ask(director, people, source)
    says(people.app)
    protect(director, people)
    assert not names_the_case(director.get("/today"))
    answered = answer(esther)
    assert "Toegekend" in answered.text
    assert "Uw antwoord is vastgelegd." in answered.whole_text
    assert police.get(of_entry(source)).status == 404
    assert "Zandkreekstraat" in esther.get(of_entry(source)).text
    assert names_the_case(director.get("/today"))
    assert "Bij partners weggehouden" in director.get(of_entry(source)).text


def test_what_the_director_decides_about_it_counts(director, esther, police, people, source):
    ask(director, people, source)
    says(people.app)
    protect(director, people)
    answer(esther)
    refused = decide(director, source, "allowed", "Vals alarm.")
    assert refused.status == 422
    assert "Een partner kan dit stuk nu lezen" in refused.errors[0]
    assert police.get(of_entry(source)).status == 404
    assert decide(director, source, "redacted").status == 200
    page = police.get(of_entry(source))
    assert (page.status, "[afgeschermd]" in page.text, "Zandkreek" in page.html) == (200, True, False)
    assert not names_the_case(director.get("/today"))


def test_words_that_were_left_as_they_are_while_no_partner_read_them_wait_for_a_director_again(
    director, esther, police, people, source
):
    ask(director, people, source)
    says(people.app)
    protect(director, people)
    assert decide(director, source, "allowed", "Alleen de bron leest dit.").status == 200
    answer(esther)
    assert police.get(of_entry(source)).status == 404
    assert check_of(people.app) == (True, None, None)
    assert names_the_case(director.get("/today"))


def test_what_was_kept_from_partners_stays_decided(director, esther, police, people, source):
    ask(director, people, source)
    says(people.app)
    protect(director, people)
    assert decide(director, source, "held_back", "Van de opvang.").status == 200
    before = check_of(people.app)
    answer(esther)
    assert police.get(of_entry(source)).status == 404
    assert check_of(people.app) == before
    assert not names_the_case(director.get("/today"))


def test_an_entry_travels_once_the_words_are_taken_out(director, esther, police, people, source):
    ask(director, people, source)
    says(people.app)
    protect(director, people)
    assert decide(director, source, "redacted").status == 200
    answer(esther)
    assert police.get(of_entry(source)).status == 200
    assert check_of(people.app)[0] is False


@pytest.fixture(params=["sqlite", "postgresql"])
def two_cases(request):
    """A case in which the words of the entry are protected, and one in which they never were."""
    with (
        copy_of_story(request) as one,
        copy_of_story(request) as other,
        running(one, SettableClock(THAT_DAY)) as right,
        running(other, SettableClock(THAT_DAY)) as wrong,
    ):
        yield right, wrong


def grants(app, *, stays):
    """All that somebody at the source sees of their answer, and the statements that it took."""
    people, director = People(app), signed_in_visitor(app, "ilse-brand", THAT_DAY)
    with app.app_context(), Session(db.engine) as session:
        here = f"{CASE}/entries/{session.scalars(select(Entry.id).where(Entry.key == MONITOR)).one()}"
    ask(director, people, f"{here}/source")
    says(app)
    protect(director, people)
    if not stays:
        with app.app_context(), Session(db.engine) as session:
            protected = update(Entry.__table__).where(Entry.__table__.c.protected)
            session.execute(protected.values(protected=False, directors_only=True))
            session.commit()
    esther = signed_in_visitor(app, "esther-hoving", THAT_DAY)
    asked = esther.get("/shared").follow("Politie, basisteam Oosterdelta")
    with counted(app) as ran:
        answered = asked.submit(button="Antwoord versturen", outcome="granted", reason="Dat is nodig.")
    read = [esther.get(path) for path in (here, "/shared", f"{CASE}/timeline", answered.path, CASE)]
    reads_it = signed_in_visitor(app, "karin-boelens", THAT_DAY).get(here).status
    return (
        reads_it,
        masked([said(page.response) for page in (answered, *read)]),
        [" ".join(one.split()) for one in ran],
    )


def test_whoever_agrees_sees_and_runs_the_same_whether_or_not_words_are_found(two_cases):
    right, wrong = two_cases
    held, answers, ran = grants(right, stays=True)
    went, same_answers, same_ran = grants(wrong, stays=False)
    assert (held, went) == (404, 200)
    assert answers == same_answers
    assert ran == same_ran


def test_what_is_found_is_said_of_the_version_that_stands(director, esther, people, source):
    ask(director, people, source)
    says(people.app)
    edited_elsewhere(people.app)
    protect(director, people)
    answer(esther)
    with people.app.app_context(), Session(db.engine) as session:
        found = session.execute(select(Entry.key, WordCheck.version, WordCheck.held).join(WordCheck)).all()
    assert (MONITOR, 3, True) in found
