"""An excluded user has no such case; the lead of the team and the privacy officer say for whom, and nobody tells."""

from datetime import timedelta

import pytest

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


def test_nobody_else_sees_or_sets_exclusions(story, sign_in, people, director):
    link_school(director, people)
    for key in ("ilse-brand", "anneke-postma", "marit-kloosterman", "lotte-prins", "astrid-kooiman"):
        assert sign_in(key).get(f"{CASE}/exclusions").status == 404, key
