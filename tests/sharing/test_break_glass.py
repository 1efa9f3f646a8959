"""In an emergency a director opens a case of their organisation: four hours, no protected facts, and told at once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.system import system_session
from caseflow.accounts.actions import set_password
from caseflow.db import db
from caseflow.models import AuditRow, BreakGlass, Case, User
from tests.sharing.links import CASE

REASON = "Marit meldt dat vader onderweg is naar de woning."
PASSWORD = "vier gele fietsen"
REFUSED = "Er is geen toegang geopend."


@pytest.fixture
def stranger(story, sign_in):
    """A director of the same organisation without a part in the case, who has a password."""
    with story.app_context(), system_session("test") as session:
        email = session.scalars(select(User.email).where(User.key == "marit-kloosterman")).one()
        set_password(session, email, PASSWORD, datetime(2026, 11, 23, 7, tzinfo=UTC))
    return sign_in("marit-kloosterman")


def break_glass(visitor, **others):
    fields = {"reference": "OD-2023-004", "reason": REASON, "password": PASSWORD} | others
    return visitor.get("/break-glass").submit(button="Deze casus vier uur openen", **fields)


def logged(app):
    with app.app_context(), Session(db.engine) as session:
        rows = session.execute(
            select(AuditRow.act, AuditRow.through)
            .join(Case, Case.id == AuditRow.case_id)
            .order_by(AuditRow.at)
        )
        return [tuple(row) for row in rows]


def test_a_reference_in_small_letters_with_spaces_opens_the_case_as_well(stranger):
    page = break_glass(stranger, reference="  od-2023-004 ")
    assert (page.status, page.path) == (200, CASE)
    assert "Noodtoegang, tot" in page.whole_text


def test_a_director_reads_a_case_of_the_organisation_for_four_hours_and_no_longer(
    story, sign_in, stranger, clock
):
    assert stranger.get(CASE).status == 404
    page = break_glass(stranger)
    assert page.path == CASE
    assert "Noodtoegang, tot" in page.whole_text
    assert "Waar het om gaat" in page.text
    assert stranger.get(f"{CASE}/timeline").status == 200
    for shut in ("parties", "access", "manage", "exclusions", "break-glass", "entries/new", "export"):
        assert stranger.get(f"{CASE}/{shut}").status == 404, shut
    clock.set(clock() + timedelta(hours=4) - timedelta(seconds=1))
    assert "Noodtoegang, tot" in sign_in("marit-kloosterman").get(CASE).whole_text
    clock.set(clock() + timedelta(seconds=1))
    assert sign_in("marit-kloosterman").get(CASE).status == 404


def test_everything_that_is_read_is_written_down_as_break_glass(story, stranger):
    break_glass(stranger)
    stranger.get(f"{CASE}/timeline")
    with story.app_context(), Session(db.engine) as session:
        [glass] = session.scalars(select(BreakGlass.id))
    mine = [act for act, through in logged(story) if through == f"break_glass:{glass}"]
    assert {"break_glass.opened", "overview.read", "timeline.read"} <= set(mine)


def test_who_is_nobody_of_the_case_gets_one_answer_whatever_there_is(story, sign_in, stranger, people):
    absent = break_glass(stranger, reference="XX-1999-001")
    people.exclude("marit-kloosterman")
    hidden = break_glass(stranger, reference="OD-2023-004")
    elsewhere = break_glass(stranger, reference="OD-9999-999")
    assert {page.status for page in (absent, hidden, elsewhere)} == {422}
    assert {page.errors[0] for page in (absent, hidden, elsewhere)} == {absent.errors[0]}
    assert REFUSED in absent.errors[0]
    assert REASON in hidden.html
    assert ("break_glass.refused", "role:case_director") in logged(story)


def test_a_wrong_password_says_nothing_about_the_case(story, stranger):
    there = break_glass(stranger, password="wrong")
    absent = break_glass(stranger, reference="XX-1999-001", password="wrong")
    assert (there.status, there.errors) == (422, absent.errors)
    assert "Uw wachtwoord" in there.errors[0]
    assert stranger.get(CASE).status == 404


def test_who_keeps_trying_has_to_wait(story, stranger):
    for number in range(5):
        break_glass(stranger, reference=f"XX-1999-00{number}")
    assert break_glass(stranger).status == 429
    assert stranger.get(CASE).status == 404


@pytest.mark.parametrize("who", ["anneke-postma", "ruud-sanders"])
def test_only_a_case_director_can(story, sign_in, who):
    assert sign_in(who).get("/break-glass").status == 404


@pytest.mark.parametrize("who", ["petra-zuidema", "ruud-sanders"])
def test_lead_and_privacy_officer_are_told_until_one_of_them_answers(story, sign_in, stranger, who):
    break_glass(stranger)
    stranger.get(f"{CASE}/timeline")
    reviewer = sign_in(who)
    today = reviewer.get("/today")
    assert "Marit Kloosterman opende deze casus met noodtoegang" in today.text
    page = today.follow("OD-2023-004: Marit Kloosterman")
    assert REASON in page.text
    assert "Las de tijdlijn" in page.text
    wrong = page.submit(button="Oordeel vastleggen", outcome="", note="")
    assert wrong.status == 422
    assert len(wrong.errors) == 2
    page = page.submit(button="Oordeel vastleggen", outcome="not_justified", note="Bellen had gekund.")
    assert "Bellen had gekund." in page.text
    assert "Niet terecht" in page.text
    assert stranger.get(CASE).status == 404, "what was not justified ends at once"
    for one in ("petra-zuidema", "ruud-sanders"):
        assert "noodtoegang" not in sign_in(one).get("/today").text


def test_nobody_answers_for_themselves_and_the_director_of_the_case_reads_it(story, sign_in, stranger):
    break_glass(stranger)
    director = sign_in("ilse-brand")
    assert "opende deze casus" not in director.get("/today").text
    page = director.get(f"{CASE}/break-glass")
    assert "Wacht op een oordeel" in page.text
    page = director.get(page.links["Marit Kloosterman"])
    assert "Oordeel vastleggen" not in page.html
    assert director.post(page.path, {"outcome": "justified", "note": "x"}).status == 200
    assert "Wacht op een oordeel" in director.get(f"{CASE}/break-glass").text


def test_the_verdict_reaches_the_director_and_who_opened_the_case_as_long_as_it_is_open(
    sign_in, stranger, clock
):
    assert REASON in break_glass(stranger).text
    assert "Zolang u deze casus kunt lezen, staat het oordeel hier." in stranger.get(CASE).text
    page = sign_in("petra-zuidema").get("/today").follow("OD-2023-004: Marit Kloosterman")
    page.submit(button="Oordeel vastleggen", outcome="justified", note="Er was geen tijd om te bellen.")
    told = stranger.get(CASE).text
    assert "Oordeel Terecht" in told
    assert "Er was geen tijd om te bellen." in told
    assert "Petra Zuidema" in told
    assert "Er was geen tijd om te bellen." in sign_in("ilse-brand").get(f"{CASE}/break-glass").text
    assert "Er was geen tijd om te bellen." not in sign_in("ilse-brand").get(CASE).text
    clock.set(clock() + timedelta(hours=4))
    assert sign_in("marit-kloosterman").get(CASE).status == 404
