"""A case goes to other hands: by its director, or by the lead of its team."""

from datetime import datetime, timedelta

from caseflow.clock import AMSTERDAM
from tests.caseload.conftest import CASE

OPENED = datetime(2023, 1, 16, tzinfo=AMSTERDAM)


def hand_over(page, desk, key):
    return page.submit(button="Nu overdragen", director_id=desk.user(key))


def test_a_director_hands_over_their_own_case_and_has_it_no_more(story, sign_in, desk, clock):
    ilse = sign_in("ilse-brand")
    page = ilse.get(f"{CASE}/handover")
    assert "4 open mijlpalen van Ilse Brand gaan naar de nieuwe regisseur." in page.text
    assert desk.open_milestones() == {"ilse-brand": 4}
    page = hand_over(page, desk, "marit-kloosterman")
    assert "Marit Kloosterman heeft nu de regie." in page.whole_text
    assert ilse.get(CASE).status == 404
    assert sign_in("marit-kloosterman").get(CASE).status == 200
    assert desk.open_milestones() == {"marit-kloosterman": 4}
    assert desk.former() == [("ilse-brand", OPENED, clock())]


def test_the_log_says_that_the_director_did_it_as_director(story, sign_in, desk, lead):
    hand_over(sign_in("ilse-brand").get(f"{CASE}/handover"), desk, "marit-kloosterman")
    log = lead.get(f"{CASE}/access").text
    assert "Droeg de casus over" in log
    assert "als regisseur" in log


def test_a_lead_assigns_to_any_director_of_the_team_and_the_history_has_no_gap(
    story, sign_in, lead, desk, clock
):
    hand_over(lead.get(f"{CASE}/handover"), desk, "marit-kloosterman")
    first = clock()
    clock.set(first + timedelta(hours=3))
    page = hand_over(sign_in("petra-zuidema").get(f"{CASE}/handover"), desk, "farouk-amrani")
    assert "Marit Kloosterman" in page.text
    assert desk.former() == [("ilse-brand", OPENED, first), ("marit-kloosterman", first, clock())]


def test_who_is_not_a_director_of_the_team_cannot_be_chosen(story, lead, desk):
    for key in ("ilse-brand", "jeroen-kwakkel", "petra-zuidema", "anneke-postma", "lotte-prins"):
        page = hand_over(lead.get(f"{CASE}/handover"), desk, key)
        assert page.status == 422, key
        assert page.errors == ["Nieuwe regisseur – Kies uit de lijst."]
    empty = lead.get(f"{CASE}/handover").submit(button="Nu overdragen", director_id="")
    assert empty.errors == ["Nieuwe regisseur – Kies wie vanaf nu de regie heeft."]
    assert desk.former() == []


def test_a_director_who_is_excluded_is_not_in_the_list(story, lead, sign_in, desk):
    people = lead.get(f"{CASE}/exclusions")
    gemeente = next(one for one in people.main.find_all("option") if one.text == "Gemeente Oosterdelta").get(
        "value"
    )
    people.submit(button="Personen tonen", organisation_id=gemeente).submit(
        button="Uitsluiten", user_id=desk.user("marit-kloosterman"), reason="Buurvrouw."
    )
    ilse = sign_in("ilse-brand").get(f"{CASE}/handover")
    assert "Marit Kloosterman" not in ilse.text
    assert "Farouk Amrani" in ilse.text
    assert "uitgesloten" not in ilse.text


def test_of_two_who_hand_over_the_second_is_told(story, sign_in, lead, desk):
    hers = lead.get(f"{CASE}/handover")
    hand_over(sign_in("ilse-brand").get(f"{CASE}/handover"), desk, "marit-kloosterman")
    page = hand_over(hers, desk, "farouk-amrani")
    assert page.status == 409
    assert "Marit Kloosterman heeft nu de regie over deze casus." in page.text
    assert len(desk.former()) == 1
    assert hand_over(page, desk, "farouk-amrani").status == 200


def test_nobody_else_can_hand_it_over(story, sign_in, desk):
    others = (
        "marit-kloosterman",
        "henk-dijkgraaf",
        "lotte-prins",
        "ruud-sanders",
        "astrid-kooiman",
        "tim-oudkerk",
    )
    for key in others:
        somebody = sign_in(key)
        assert somebody.get(f"{CASE}/handover").status == 404, key
        assert (
            somebody.post(f"{CASE}/handover", {"director_id": desk.user(key), "version": "1"}).status == 404
        ), key
    assert desk.former() == []
