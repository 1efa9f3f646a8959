"""A link does not outlast the consents that it rests on: at most until its basis ends."""

import pytest

from tests.sharing.agreeing import LINK, chosen, linked, offered, on_consent, record, withdraw
from tests.sharing.links import CASE, answering, cells, running
from tests.sharing.test_preview import LOOK

SHOW = "Personen tonen"
YEAR = "2027-11-23"
"""Twelve months from the day at hand."""
UNTIL = "De toestemmingen waar dit op rust, gelden tot 30 november 2026."
CHOOSE = (
    f"Tot – {UNTIL} Vul die dag in of een eerdere, of leg eerst een toestemming vast die langer geldt "
    "en vink die aan."
)
FIRST = f"{UNTIL} Leg eerst een toestemming vast die langer geldt, en vink die aan."
NARROW_FIRST = (
    f"Toestemmingen waar dit op rust – {UNTIL} De koppeling loopt langer. Laat die eerst eerder eindigen bij "
    "Beperken, of leg een toestemming vast die langer geldt en vink die aan."
)
EARLIER = "Sluit eerder, want dan loopt de toestemming af"


def end_on(page) -> str:
    return page.values()["until_on"][0]


def ticking(page, **fields):
    """Save an act with every consent ticked."""
    return page.submit(button="Opslaan", consent_ids=offered(page), reason="Daarom.", **fields)


def test_a_link_on_consents_ends_with_the_last_of_them_at_the_latest(story, people, director):
    record(director, people, until_on="2026-11-25")
    record(director, people, "greet", "work", until_on="2026-11-30")
    wanted = ("mirjam:health", "greet:work")
    page = linked(director, people, *wanted, until_on="2026-12-01")
    assert (page.status, page.errors) == (422, [CHOOSE])
    assert end_on(page) == "2026-12-01", "what was typed stays"
    page = page.submit(button=LINK, until_on="2026-11-30")
    assert "De partner is gekoppeld" in page.whole_text
    assert f"{EARLIER} Mirjam Veerstra: Gezondheid (25 november 2026)" in page.text


def test_consent_written_down_for_a_part_ends_a_link_on_consent_all_the_same(story, people, director):
    record(director, people, until_on="2026-11-30")
    page = linked(director, people, "mirjam:health", "mirjam:work", until_on=YEAR)
    page = page.submit(button=LINK, answer_consent="Op papier.")
    assert page.errors == [CHOOSE]


def test_a_preview_is_refused_beside_the_end_as_well(story, people, director):
    record(director, people, until_on="2026-11-30")
    page = chosen(director, people)
    page = page.submit(button=LOOK, **on_consent(people, page, until_on=YEAR))
    assert (page.status, page.errors) == (422, [CHOOSE])


def test_the_end_that_is_filled_in_is_never_beyond_the_consents_of_the_organisation(story, people, director):
    record(director, people, until_on="2026-11-30")
    page = director.get(f"{CASE}/partners/new")
    assert end_on(page) == YEAR
    page = page.submit(button=SHOW, organisation_id=on_doctor(people))
    assert end_on(page) == "2026-11-30"
    page = page.submit(button=SHOW, organisation_id=people.organisation("GGZ Deltaregio"))
    assert end_on(page) == YEAR
    page = page.submit(button=SHOW, organisation_id=on_doctor(people), until_on="2027-03-01")
    assert end_on(page) == "2027-03-01", "what was typed stays"
    page = director.get(f"{CASE}/partners/new")
    page = page.submit(button=SHOW, organisation_id=on_doctor(people), basis="vital_interest")
    assert end_on(page) == YEAR


def on_doctor(people) -> str:
    return people.organisation("Huisartsenpraktijk Aan de Dijk")


@pytest.mark.parametrize("wanted", [("mirjam:health", "mirjam:work"), ("mirjam:work", "greet:work")])
def test_a_link_of_which_a_part_rests_on_consent_may_run_on_and_says_what_closes(
    story, people, director, wanted
):
    record(director, people, until_on="2026-11-30")
    fields = {"basis": "vital_interest", "weighing": "Acuut gevaar.", "until_on": YEAR}
    page = answering(linked(director, people, *wanted, **fields), LINK)
    assert "De partner is gekoppeld" in page.whole_text
    said = f"{EARLIER} Mirjam Veerstra: Gezondheid (30 november 2026)"
    assert (said in page.text) is ("mirjam:health" in wanted)
    assert (EARLIER in page.text) is ("mirjam:health" in wanted)


def test_whatever_the_basis_what_rests_on_consents_alone_ends_with_them(story, people, director):
    record(director, people, until_on="2026-11-30")
    page = linked(director, people, basis="vital_interest", weighing="Acuut gevaar.", until_on=YEAR)
    assert page.errors == [CHOOSE]


def test_a_link_is_renewed_no_further_than_a_consent_lasts(story, people, director):
    record(director, people, until_on="2026-11-30")
    assert "De partner is gekoppeld" in linked(director, people).whole_text
    page = running(director, "Verlengen")
    assert end_on(page) == "", "there is no later end yet"
    assert "Wat zij mogen lezen, rust op toestemmingen die dan al zijn afgelopen." in page.text
    page = ticking(page, until_on=YEAR)
    assert (page.status, page.errors) == (422, [f"Tot – {FIRST}"])
    record(director, people, until_on="2027-05-01")
    page = ticking(running(director, "Verlengen"), until_on="2027-05-02")
    assert page.errors == [CHOOSE.replace("30 november 2026", "1 mei 2027")]
    assert ticking(running(director, "Verlengen"), until_on="2027-03-01").status == 200
    assert end_on(running(director, "Verlengen")) == "2027-05-01"


def test_a_withdrawn_consent_renews_nothing(story, people, director):
    record(director, people)
    linked(director, people, until_on="2026-11-30")
    withdraw(director)
    page = running(director, "Verlengen").submit(button="Opslaan", until_on="2026-12-24", reason="Nog even.")
    assert page.errors == [f"Tot – {FIRST}".replace("30 november", "23 november")]


def test_a_link_that_comes_to_rest_on_consents_does_not_run_beyond_them(story, people, director):
    fields = {"basis": "vital_interest", "weighing": "Acuut gevaar.", "until_on": YEAR}
    assert "De partner is gekoppeld" in linked(director, people, **fields).whole_text
    record(director, people, until_on="2026-11-30")
    page = ticking(running(director, "Wijzigen"), basis="consent")
    assert (page.status, page.errors) == (422, [NARROW_FIRST])
    less = running(director, "Beperken").submit(
        button="Opslaan", until_on="2026-11-30", reason="Zo lang mag het."
    )
    assert less.status == 200
    assert ticking(running(director, "Wijzigen"), basis="consent").status == 200


def test_of_a_link_that_runs_beyond_its_consents_all_else_can_be_changed(story, people, director):
    record(director, people, until_on="2026-11-30")
    linked(
        director,
        people,
        "mirjam:health",
        "mirjam:work",
        basis="vital_interest",
        weighing="Nodig.",
        until_on=YEAR,
    )
    less = running(director, "Beperken")
    assert less.submit(button="Opslaan", scope=cells(people, "mirjam:health"), reason="Minder.").status == 200
    assert ticking(running(director, "Wijzigen"), purpose="Letsel beoordelen en behandelen.").status == 200
