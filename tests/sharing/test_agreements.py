"""Agreements are kept by version; whoever shares outside a valid one says why."""

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import AuditRow, SharingAgreement
from tests.sharing.links import CASE, UNANSWERED, answering, filled_in, link_school, running

SCHOOL = "Basisschool De Zilvermeeuw"
WHY = "Het convenant wordt volgende maand getekend."
ASKED = f"Waarom u deelt zonder geldig convenant – {UNANSWERED}"
LINK = "Deze partner koppelen"


@pytest.fixture
def keeper(story, sign_in):
    return sign_in("ruud-sanders")


@pytest.fixture
def nothing_agreed(story, people):
    with story.app_context(), Session(db.engine) as session:
        session.execute(delete(SharingAgreement))
        session.commit()


def agreed(people, **others) -> dict:
    return {
        "organisation_id": people.organisation(SCHOOL),
        "name": "Convenant scholen",
        "edition": "2.1",
        "covers": "Veiligheid van kinderen.",
        "from_on": "2026-01-01",
        "until_on": "2027-01-01",
    } | others


def recorded(keeper, people, **others):
    return keeper.get("/agreements").submit(button="Vastleggen", **agreed(people, **others))


def school_form(director, people):
    form = filled_in(people, "jip:safety")
    page = director.get(f"{CASE}/partners/new")
    page = page.submit(button="Personen tonen", organisation_id=form["organisation_id"])
    return page, form


def test_a_privacy_officer_records_versions_and_lets_one_end(story, people, nothing_agreed, keeper):
    assert "Er is nog geen convenant vastgelegd" in keeper.get("/agreements").text
    page = recorded(keeper, people)
    assert "Het convenant is vastgelegd." in page.whole_text
    assert "Convenant scholen, versie 2.1" in page.text
    assert "vastgelegd door Ruud Sanders" in page.text
    page = recorded(keeper, people, edition="3.0", from_on="2027-01-01", until_on="")
    assert "Geldt nog niet" in page.text
    again = recorded(keeper, people)
    assert any("Deze versie is al vastgelegd" in error for error in again.errors)
    assert again.values()["covers"] == ["Veiligheid van kinderen."]
    where = next(to for words, to in page.links.items() if words.startswith("Beëindigen"))
    ending = keeper.get(where)
    assert ending.submit(button="Beëindigen", until_on="2026-11-22").errors
    done = ending.submit(button="Beëindigen", until_on="2026-11-23")
    assert "Het einde van het convenant is vastgelegd." in done.whole_text
    with story.app_context(), Session(db.engine) as session:
        acts = set(session.scalars(select(AuditRow.act)))
    assert {"agreement.recorded", "agreement.ended"} <= acts


def test_others_than_privacy_officers_keep_no_agreements(story, people, sign_in):
    with story.app_context(), Session(db.engine) as session:
        [first, *_others] = session.scalars(select(SharingAgreement.id))
    for key in ("ilse-brand", "petra-zuidema", "astrid-kooiman", "anneke-postma"):
        assert sign_in(key).get("/agreements").status == 404
        assert sign_in(key).get(f"/agreements/{first}/end").status == 404


@pytest.mark.parametrize(
    "wrong", [{"until_on": "2026-01-01"}, {"name": ""}, {"from_on": "gisteren"}, {"edition": ""}]
)
def test_a_wrong_agreement_is_told_beside_its_field(story, people, nothing_agreed, keeper, wrong):
    page = recorded(keeper, people, **wrong)
    assert page.status == 422
    assert len(page.errors) == 1
    with story.app_context(), Session(db.engine) as session:
        assert not session.scalars(select(SharingAgreement)).all()


def test_a_link_inside_an_agreement_asks_nothing_and_outside_it_asks_why(
    story, people, nothing_agreed, keeper, director
):
    page, form = school_form(director, people)
    page = page.submit(button=LINK, **form)
    assert page.errors == [ASKED]
    page = page.submit(button=LINK, answer_no_agreement=WHY)
    assert "De partner is gekoppeld" in page.whole_text
    assert f"{WHY} (Ilse Brand" in page.text
    recorded(keeper, people, until_on="2026-11-24")
    page, form = school_form(director, people)
    assert "De partner is gekoppeld" in page.submit(button=LINK, **form).whole_text


def test_the_agreement_has_to_be_in_force_on_the_day_on_which_the_link_begins(
    story, people, nothing_agreed, keeper, director
):
    recorded(keeper, people, until_on="2026-11-24")
    page, form = school_form(director, people)
    page = page.submit(button=LINK, **form, from_on="2026-11-24")
    assert page.errors == [ASKED]


def test_whatever_is_done_with_a_link_outside_an_agreement_asks_why(people, director, nothing_agreed):
    page, form = school_form(director, people)
    page.submit(button=LINK, **form).submit(button=LINK, answer_no_agreement=WHY)
    changing = running(director, "Wijzigen").submit(button="Opslaan", purpose="Anders.", reason="Anders.")
    assert changing.errors == [ASKED]
    assert changing.values()["answer_no_agreement"] == [WHY], (
        "what was said last stands there to be confirmed"
    )
    assert "Anders." in changing.submit(button="Opslaan").text
    narrowed = running(director, "Beperken").submit(button="Opslaan", until_on="2027-01-01", reason="Korter.")
    assert narrowed.status == 200


def test_a_link_made_within_an_agreement_is_linked_at_once(story, people, director):
    assert "De partner is gekoppeld" in answering(link_school(director, people), LINK).whole_text
