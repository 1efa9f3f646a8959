"""An excluded user has no such case; the lead of the team and the privacy officer say for whom, and nobody tells."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select

from caseflow.access.system import system_session
from caseflow.models import Case, Exclusion
from tests.sharing.links import CASE, link_school


def exclude(page, people, key, **others):
    """Fill in the form on the page of exclusions: first the organisation, then the person."""
    organisation = others.pop("organisation", "Gemeente Oosterdelta")
    page = page.submit(button="Personen tonen", organisation_id=people.organisation(organisation))
    fields = {"user_id": people.user(key), "reason": "Zwager van vader."} | others
    return page.submit(button="Uitsluiten", **fields)


@pytest.mark.parametrize("who", ["petra-zuidema", "ruud-sanders"])
def test_who_is_excluded_has_no_such_case_from_that_moment(story, sign_in, people, director, who):
    link_school(director, people)
    school = sign_in("anneke-postma")
    assert school.get(CASE).status == 200
    page = sign_in(who).get(f"{CASE}/exclusions")
    page = exclude(page, people, "anneke-postma", organisation="Basisschool De Zilvermeeuw")
    assert "Zwager van vader." in page.text
    assert "Anneke Postma" in page.text
    absent = school.get("/cases/XX-1999-001")
    hidden = school.get(CASE)
    assert (hidden.status, hidden.main.text) == (404, absent.main.text)
    assert "geen toegang" in director.get(f"{CASE}/partners").text


def test_an_exclusion_that_begins_later_hides_nothing_yet(story, sign_in, people, director, clock):
    link_school(director, people)
    page = sign_in("petra-zuidema").get(f"{CASE}/exclusions")
    exclude(page, people, "anneke-postma", organisation="Basisschool De Zilvermeeuw", from_on="2026-11-25")
    assert sign_in("anneke-postma").get(CASE).status == 200
    clock.set(clock() + timedelta(days=2))
    assert sign_in("anneke-postma").get(CASE).status == 404


def test_a_lifted_exclusion_opens_what_else_lets_in(story, sign_in, people, director):
    link_school(director, people)
    lead = sign_in("petra-zuidema")
    page = exclude(
        lead.get(f"{CASE}/exclusions"), people, "anneke-postma", organisation="Basisschool De Zilvermeeuw"
    )
    href = next(link for words, link in page.links.items() if "Anneke Postma" in words)
    assert "De uitsluiting is opgeheven." in lead.get(href).submit(button="Uitsluiting opheffen").whole_text
    assert sign_in("anneke-postma").get(CASE).status == 200
    assert "Hief een uitsluiting op" in lead.get(f"{CASE}/access").text


@pytest.mark.parametrize("who", ["petra-zuidema", "ruud-sanders"])
def test_the_director_cannot_be_excluded_before_the_case_is_handed_over(story, sign_in, people, who):
    page = exclude(sign_in(who).get(f"{CASE}/exclusions"), people, "ilse-brand")
    assert page.status == 422
    assert page.errors == [
        "Persoon – Deze persoon heeft de regie. Draag de casus eerst over aan iemand anders."
    ]


def test_a_lead_who_excludes_themselves_has_the_case_no_more_and_the_log_says_who_did_it(
    story, sign_in, people
):
    page = exclude(sign_in("petra-zuidema").get(f"{CASE}/exclusions"), people, "petra-zuidema")
    assert page.status == 200
    assert sign_in("petra-zuidema").get(CASE).status == 404
    log = sign_in("ruud-sanders").get(f"{CASE}/access").text
    assert "Sloot iemand uit van de casus" in log
    assert "als teamleider" in log


def test_a_wrong_form_says_what_to_do(story, sign_in, people):
    wrong = [
        ({"user_id": ""}, "Persoon – Kies een persoon."),
        ({"user_id": "x"}, "Persoon – Kies uit de lijst."),
        ({"reason": ""}, "Reden – Schrijf op"),
        ({"from_on": "2026-11-22"}, "Vanaf – Deze dag is voorbij."),
        ({"from_on": "soon"}, "Vanaf – Vul een datum in"),
    ]
    for fields, said in wrong:
        page = exclude(
            sign_in("petra-zuidema").get(f"{CASE}/exclusions"), people, "marit-kloosterman", **fields
        )
        assert page.status == 422
        assert page.errors[0].startswith(said), page.errors


def lift_of(app):
    """Return the address at which the one exclusion of the story is lifted."""
    with app.app_context(), system_session("test") as session:
        found = select(Exclusion.id).join(Case).where(Case.reference == "OD-2023-004")
        return f"{CASE}/exclusions/{session.scalars(found).one()}/lift"


def test_a_director_and_a_deputy_read_who_is_excluded_and_change_nothing(
    story, sign_in, people, director, clock
):
    clock.set(datetime(2023, 11, 20, 12, tzinfo=UTC))
    for key in ("ilse-brand", "farouk-amrani"):
        visitor = sign_in(key)
        page = visitor.get(f"{CASE}/manage").follow("Uitsluitingen")
        assert (page.status, page.heading) == (200, "Uitsluitingen")
        for words in ("Wouter Holtrop", "Neef van Dennis Holtrop", "24 januari 2023"):
            assert words in page.text
        assert not page.main.find_all("form")
        assert "Opheffen" not in page.text
        fields = {"user_id": people.user("anneke-postma"), "reason": "Zwager.", "from_on": "2023-11-20"}
        assert visitor.post(f"{CASE}/exclusions", fields).status == 404
        assert visitor.get(lift_of(story)).status == 404
        assert visitor.post(lift_of(story)).status == 404
        assert visitor.get(f"{CASE}/exclusions").text == page.text
    assert "Bekeek wie er uitgesloten is" in director.get(f"{CASE}/access").text


def test_where_nobody_is_excluded_a_director_reads_whom_to_tell(story, sign_in):
    with story.app_context(), system_session("test") as session:
        session.execute(delete(Exclusion))
    page = sign_in("ilse-brand").get(f"{CASE}/exclusions")
    assert "Niemand is uitgesloten" in page.text
    assert "Meld het de teamleider." in page.text


def test_a_lead_does_not_read_of_their_own_exclusion_that_is_yet_to_begin(story, sign_in, people):
    lead = sign_in("petra-zuidema")
    page = exclude(lead.get(f"{CASE}/exclusions"), people, "petra-zuidema", from_on="2026-11-25")
    assert "Zwager van vader." not in page.text
    assert "Zwager van vader." in sign_in("ilse-brand").get(f"{CASE}/exclusions").text


def test_nobody_else_sees_exclusions(story, sign_in, people, director):
    link_school(director, people)
    for key in ("anneke-postma", "marit-kloosterman", "lotte-prins", "astrid-kooiman", "wouter-holtrop"):
        assert sign_in(key).get(f"{CASE}/exclusions").status == 404, key


def test_who_cannot_choose_a_person_of_the_case_is_not_told_about_that_choice(story, sign_in):
    officer, lead = (sign_in(who).get(f"{CASE}/exclusions").text for who in ("ruud-sanders", "petra-zuidema"))
    assert "Noem geen casus en geen naam." in officer
    assert "Kiest u elke casus van een persoon?" not in officer
    assert "Kiest u elke casus van een persoon?" in lead
