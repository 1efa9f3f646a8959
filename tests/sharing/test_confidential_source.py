"""Who said it in confidence is for seats and for the source itself: not in the log, and not by break-glass."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import BreakGlass, Case, Entry, User
from tests.html import Element
from tests.sharing.links import CASE, link_school

SECRET = "Niet getoond: de bron is geheim"


@pytest.fixture
def entry(people, director, sign_in):
    """What somebody at the school wrote, keeping who said it secret."""
    link_school(director, people)
    page = sign_in("anneke-postma").get(f"{CASE}/entries/new/contact")
    page = page.submit(
        concerns=[people.party("noor")], category="safety", source_confidential=True, body="Noor zei iets."
    )
    assert page.status == 200
    with people.app.app_context(), Session(db.engine) as session:
        found = session.scalars(select(Entry.id).where(Entry.body == "Noor zei iets.")).one()
    return f"{CASE}/entries/{found}"


def lines(page, what: str) -> list[str]:
    """Return the lines of a log that say so."""
    return [row.text for row in page.root.find_all("tr") if isinstance(row, Element) and what in row.text]


def test_the_log_tells_a_privacy_officer_that_it_was_written_and_not_by_whom(entry, people, sign_in):
    officer, director = sign_in("ruud-sanders"), sign_in("ilse-brand")
    [line] = lines(officer.get(f"{CASE}/access"), "Schreef een stuk")
    assert SECRET in line
    for telling in ("Anneke Postma", "Zilvermeeuw", "koppeling"):
        assert telling not in line
    [line] = lines(director.get(f"{CASE}/access"), "Schreef een stuk")
    assert "Anneke Postma" in line


def test_filtering_the_log_on_a_person_does_not_find_what_they_said_in_confidence(entry, people, sign_in):
    officer, director = sign_in("ruud-sanders"), sign_in("ilse-brand")
    asked = f"{CASE}/access?user={people.user('anneke-postma')}"
    assert lines(director.get(asked), "Schreef een stuk")
    assert not lines(officer.get(asked), "Schreef een stuk")
    assert lines(officer.get(f"{CASE}/access?act=entry.write"), SECRET)


def test_break_glass_shows_what_was_said_and_not_by_whom(entry, people, sign_in, clock):
    with people.app.app_context(), Session(db.engine) as session:
        case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
        user_id = session.scalars(select(User.id).where(User.key == "marit-kloosterman")).one()
        period = {"at": clock(), "until_at": clock().replace(hour=23)}
        session.add(BreakGlass(case_id=case_id, user_id=user_id, reason="Nu.", **period))
        session.commit()
    for page in (entry, f"{CASE}/timeline", CASE):
        text = sign_in("marit-kloosterman").get(page).text
        assert "Noor zei iets." in text, page
        assert "Anneke Postma" not in text, page
    text = sign_in("marit-kloosterman").get(entry).text
    assert "Niet getoond" in text
    assert "Zilvermeeuw" not in text
    assert "Anneke Postma" in sign_in("ilse-brand").get(entry).text
