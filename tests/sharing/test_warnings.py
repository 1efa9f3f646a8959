"""What fits a kind of organisation is listed, and what must be answered is answered before a partner reads a word."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from caseflow.access.system import system_session
from caseflow.db import db
from caseflow.models import BasisRule, LinkAnswer, UsualReason
from caseflow.models.vocabulary import Basis, OrganisationKind
from tests.sharing.links import CASE, UNANSWERED, answering, cells, filled_in, link_school, running

ADULTS = ("mirjam", "dennis", "tess", "greet", "bas")
"""Tess has turned eighteen."""
LINK = "Deze partner koppelen"


def chosen(director, people, organisation: str):
    """Return the page for a new link once an organisation was chosen."""
    page = director.get(f"{CASE}/partners/new")
    return page.submit(button="Personen tonen", organisation_id=people.organisation(organisation))


def bases_on(page) -> set[str]:
    [field] = [one for one in page.main.find_all("select") if one.get("name") == "basis"]
    return {one.get("value") for one in field.find_all("option")} - {""}


def answers(story) -> list[tuple]:
    with story.app_context(), system_session("test") as session:
        columns = (LinkAnswer.warning, LinkAnswer.answer)
        return sorted(map(tuple, session.execute(select(*columns))))


def test_every_kind_of_organisation_has_a_basis_and_a_reason_in_both_languages(story):
    with story.app_context(), system_session("test") as session:
        assert set(session.scalars(select(BasisRule.kind))) == set(OrganisationKind)
        assert set(session.scalars(select(BasisRule.basis))) == set(Basis)
        reasons = session.execute(select(UsualReason.kind, UsualReason.why_nl, UsualReason.why_en)).all()
        assert {kind for kind, _nl, _en in reasons} == set(OrganisationKind)
        assert all(nl and en and nl != en for _kind, nl, en in reasons)


def test_the_usual_scope_is_ticked_and_says_why(story, people, director):
    for organisation, scope, because in (
        ("Basisschool De Zilvermeeuw", ("jip:safety", "noor:safety"), "alleen van de kinderen"),
        ("Werkplein Oosterdelta", tuple(f"{one}:finance" for one in ADULTS), "Alleen geld"),
        ("Woonstichting Het Havenhuis", tuple(f"{one}:housing" for one in ADULTS), "over de woning"),
        ("GGZ Deltaregio", (), "geen vast uitgangspunt"),
    ):
        page = chosen(director, people, organisation)
        assert because in page.text
        assert sorted(page.values().get("scope", [])) == sorted(cells(people, *scope)), organisation


def test_only_what_fits_can_be_chosen_and_another_basis_is_refused(story, people, director):
    assert "wgs_2_29" not in bases_on(chosen(director, people, "Basisschool De Zilvermeeuw"))
    assert bases_on(chosen(director, people, "Huisartsenpraktijk Aan de Dijk")) == {
        "consent",
        "vital_interest",
    }
    page = link_school(director, people, basis="wth")
    assert any(one.startswith("Grondslag – Deze grondslag past niet") for one in page.errors)
    assert page.values()["basis"] == ["wth"], "what was chosen is not lost"


def test_what_is_ticked_for_somebody_is_not_saved_unseen(story, people, director):
    form = filled_in(people) | {"scope": []}
    page = director.get(f"{CASE}/partners/new")
    sent = page.form_with(button=LINK)
    data = page.values(sent) | form | {"csrf_token": page.values(sent)["csrf_token"]}
    page = director.post(f"{CASE}/partners/new", data)
    assert page.status == 422
    assert any("zojuist voor u gezet" in one for one in page.errors)
    assert sorted(page.values()["scope"]) == sorted(cells(people, "jip:safety", "noor:safety"))


def test_health_and_justice_on_a_basis_that_does_not_carry_them_are_answered_for(story, people, director):
    wanted = ("jip:health", "jip:justice")
    form = filled_in(people, *wanted)
    page = chosen(director, people, "Basisschool De Zilvermeeuw").submit(button=LINK, **form)
    assert page.status == 422
    assert page.errors == [
        f"Waar de gezondheidsgegevens op rusten – {UNANSWERED}",
        f"Waar de strafrechtelijke gegevens op rusten – {UNANSWERED}",
    ]
    assert page.values()["purpose"] == [form["purpose"]]
    page = page.submit(button=LINK, answer_basis_health="AVG 9(2)(c).", answer_basis_justice="UAVG 32(b).")
    assert "AVG 9(2)(c). (Ilse Brand, 23 november 2026 09:00)" in page.text
    assert [one[0] for one in answers(story)] == ["basis_health", "basis_justice"]


def test_what_its_source_holds_is_named_by_day_and_kind_and_does_not_travel(story, people, director, sign_in):
    form = filled_in(people, "noor:safety")
    page = chosen(director, people, "Basisschool De Zilvermeeuw").submit(button=LINK, **form)
    assert "19 mei 2025, Besluit" in page.links
    page = page.submit(button=LINK, answer_held_by_source="Niet nodig.")
    assert "De partner is gekoppeld" in page.whole_text
    assert "19 mei 2025" not in sign_in("anneke-postma").get(f"{CASE}/timeline").text


def test_whoever_takes_no_part_in_the_wgs_is_asked_about_once_the_case_is_shared_under_it(
    story, people, director
):
    page = chosen(director, people, "Zorg- en Veiligheidshuis Deltaregio")
    named = next(one for one in page.main.find_all("input") if one.get("name") == "professional_ids")
    page = page.submit(
        button=LINK,
        professional_ids=[named.get("value")],
        purpose="Overleg.",
        basis="wgs_2_29",
        weighing="Complexe casus.",
        scope=cells(people, "greet:work"),
    )
    assert "De partner is gekoppeld" in page.whole_text
    form = filled_in(people, "jip:work")
    page = chosen(director, people, "Basisschool De Zilvermeeuw").submit(button=LINK, **form)
    assert page.errors == [f"Waarom dit buiten de Wgs blijft – {UNANSWERED}"]
    assert "Loopt (2)" in page.submit(button=LINK, answer_outside_wgs="Alleen over werk.").text


def test_a_partner_and_a_privacy_officer_read_no_answer_and_no_reason(story, people, director, sign_in):
    link_school(director, people, "noor:safety")
    page = running(director, "Verlengen")
    page = page.submit(button="Opslaan", until_on="2028-01-01", reason="Nog een jaar.")
    assert "Nog een jaar." in answering(page, "Opslaan").text
    for key, path in (("anneke-postma", "/partners"), ("ruud-sanders", "/access")):
        seen = sign_in(key).get(CASE + path)
        assert seen.status == 200
        assert "Dat heeft de school niet nodig." not in seen.whole_text
        assert "Nog een jaar." not in seen.whole_text


def test_what_fits_is_read_from_the_table(story, people, director):
    with story.app_context(), db.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO usual_cell VALUES ('school', 'adults', 'work')"),
        )
        connection.execute(text("DELETE FROM basis_rule WHERE kind = 'school' AND basis <> 'consent'"))
    page = chosen(director, people, "Basisschool De Zilvermeeuw")
    assert bases_on(page) == {"consent"}
    assert f"{people.party('mirjam')}:work" in page.values()["scope"]


POLICE = "Politie, basisteam Oosterdelta"
SAFETY_HOUSE = "Zorg- en Veiligheidshuis Deltaregio"
OUTSIDE = f"Waarom dit buiten de Wgs blijft – {UNANSWERED}"
NAMED = "Wie niet deelneemt aan de Wgs, leest mee in deze casus"


def safety_house(director, people, **others):
    """Link the safety house under the Wgs, and return the page that follows."""
    page = chosen(director, people, SAFETY_HOUSE)
    named = next(one for one in page.main.find_all("input") if one.get("name") == "professional_ids")
    form = {
        "professional_ids": [named.get("value")],
        "purpose": "Overleg.",
        "basis": "wgs_2_29",
        "weighing": "Complexe casus.",
        "scope": cells(people, "greet:work"),
    }
    return page.submit(button=LINK, **(form | others))


def test_a_sharing_under_the_wgs_that_is_still_to_begin_is_asked_about_as_well(story, people, director):
    assert "De partner is gekoppeld" in safety_house(director, people, from_on="2026-11-24").whole_text
    page = chosen(director, people, "Basisschool De Zilvermeeuw")
    assert page.submit(button=LINK, **filled_in(people, "jip:work")).errors == [OUTSIDE]


@pytest.mark.parametrize("begins", ["2026-11-23", "2026-11-24"])
def test_whoever_shares_under_the_wgs_is_asked_about_who_is_linked_and_takes_no_part(
    story, people, director, begins
):
    link_school(director, people, "jip:work", from_on=begins)
    page = safety_house(director, people)
    assert page.errors == [OUTSIDE]
    assert NAMED in page.text
    assert "beëindig eerst hun koppeling. Basisschool De Zilvermeeuw" in page.text
    page = page.submit(button=LINK, answer_outside_wgs="De school krijgt alleen uitkomsten.")
    assert "De partner is gekoppeld" in page.whole_text
    assert answers(story) == [("outside_wgs", "De school krijgt alleen uitkomsten.")]


def test_whoever_takes_no_part_in_the_wgs_and_is_not_linked_any_more_is_not_asked_about(
    story, people, director, clock
):
    link_school(director, people, "jip:work")
    clock.set(clock() + timedelta(minutes=5))
    running(director, "Intrekken").submit(button="Nu intrekken", reason="Van school af.")
    assert "De partner is gekoppeld" in safety_house(director, people).whole_text


def test_a_safety_house_on_another_basis_is_asked_about_who_takes_no_part_as_well(story, people, director):
    link_school(director, people, "jip:work")
    page = chosen(director, people, SAFETY_HOUSE)
    basis = next(one for one in bases_on(page) if one != "wgs_2_29")
    assert OUTSIDE in safety_house(director, people, basis=basis).errors


def test_a_link_that_comes_under_the_wgs_is_asked_about_as_well(story, people, director):
    link_school(director, people, "jip:work")
    page = chosen(director, people, POLICE)
    named = next(one for one in page.main.find_all("input") if one.get("name") == "professional_ids")
    form = filled_in(people, "greet:work") | {"organisation_id": people.organisation(POLICE)}
    page = page.submit(button=LINK, **(form | {"professional_ids": [named.get("value")]}))
    assert "De partner is gekoppeld" in page.whole_text
    address = next(to for words, to in page.links.items() if words.startswith(f"Wijzigen: {POLICE}"))
    page = director.get(address).submit(button="Opslaan", basis="wgs_2_29", reason="Naar het overleg.")
    assert page.errors == [OUTSIDE]
    assert NAMED in page.text
    assert "beëindig eerst hun koppeling. Basisschool De Zilvermeeuw" in page.text
