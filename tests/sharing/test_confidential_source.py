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


@pytest.fixture
def glass_broken(people, clock):
    """A colleague who looks into the case in an emergency."""
    with people.app.app_context(), Session(db.engine) as session:
        case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
        user_id = session.scalars(select(User.id).where(User.key == "marit-kloosterman")).one()
        period = {"at": clock(), "until_at": clock().replace(hour=23)}
        session.add(BreakGlass(case_id=case_id, user_id=user_id, reason="Nu.", **period))
        session.commit()


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


def test_break_glass_shows_what_was_said_and_not_by_whom(entry, glass_broken, sign_in):
    for page in (entry, f"{CASE}/timeline", CASE):
        text = sign_in("marit-kloosterman").get(page).text
        assert "Noor zei iets." in text, page
        assert "Anneke Postma" not in text, page
    text = sign_in("marit-kloosterman").get(entry).text
    assert "Niet getoond" in text
    assert "Zilvermeeuw" not in text
    assert "Anneke Postma" in sign_in("ilse-brand").get(entry).text


def test_who_reported_in_confidence_is_told_to_nobody_else(entry, glass_broken, people, sign_in):
    report = {
        "from_organisation_id": people.organisation("Basisschool De Zilvermeeuw"),
        "body": "Noor slaapt slecht.",
    }
    report = written_in_confidence(people, sign_in, "report", **report)
    for page in (report, f"{CASE}/timeline"):
        text = sign_in("marit-kloosterman").get(page).text
        assert "Noor slaapt slecht." in text, page
        assert "Gemeld door Basisschool" not in text, page
        assert "Gemeld door Basisschool De Zilvermeeuw" in sign_in("ilse-brand").get(page).text, page
    assert "Zilvermeeuw" not in sign_in("marit-kloosterman").get(report).text
    assert "Gemeld door Basisschool De Zilvermeeuw" in sign_in("anneke-postma").get(report).text


def test_a_file_whose_source_is_secret_has_no_name_for_others(entry, glass_broken, people, sign_in):
    name = "Brief van juf Anneke.pdf"
    document = written_in_confidence(people, sign_in, "document", upload=(b"%PDF-1.7", name))
    for who, title in (("marit-kloosterman", "document.pdf"), ("ilse-brand", name)):
        visitor = sign_in(who)
        for page in (document, f"{CASE}/timeline"):
            assert (name in visitor.get(page).text) is (title == name), page
        given = visitor.client.get(f"{document}/document")
        assert given.data == b"%PDF-1.7"
        assert f'filename="{title}"' in given.headers["Content-Disposition"]
        assert "Document: " not in visitor.get("/search").submit(q="juf").text


def written_in_confidence(people, sign_in, kind: str, **more) -> str:
    """Let somebody at the school write an entry and keep secret who said it; return where it stands."""
    said = {"concerns": [people.party("noor")], "category": "safety", "source_confidential": True}
    page = sign_in("anneke-postma").get(f"{CASE}/entries/new/{kind}").submit(**said, **more)
    assert page.status == 200
    with people.app.app_context(), Session(db.engine) as session:
        found = session.scalars(select(Entry.id).where(Entry.kind == kind).order_by(Entry.recorded_at.desc()))
        return f"{CASE}/entries/{found.first()}"
