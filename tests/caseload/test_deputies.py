"""Somebody stands in for the director from a day until a day, and not a moment longer."""

from datetime import datetime, timedelta

from caseflow.clock import AMSTERDAM
from tests.caseload.conftest import CASE


def appoint(lead, desk, key="marit-kloosterman", **others):
    fields = {"user_id": desk.user(key), "until_on": "2026-12-07"} | others
    return lead.get(f"{CASE}/deputies").submit(button="Aanwijzen", **fields)


def test_a_deputy_has_the_case_from_now_until_the_day_at_midnight(story, sign_in, lead, desk, clock):
    marit = sign_in("marit-kloosterman")
    assert marit.get(CASE).status == 404
    appoint(lead, desk)
    assert marit.get(CASE).status == 200
    assert marit.get(f"{CASE}/deputies").status == 200
    assert not marit.get(f"{CASE}/deputies").main.find_all("form")
    clock.set(datetime(2026, 12, 6, 23, 59, tzinfo=AMSTERDAM))
    assert sign_in("marit-kloosterman").get(CASE).status == 200
    clock.set(datetime(2026, 12, 7, tzinfo=AMSTERDAM))
    assert sign_in("marit-kloosterman").get(CASE).status == 404


def test_ending_early_shuts_the_case_in_the_same_second(story, sign_in, lead, desk, clock):
    appoint(lead, desk)
    clock.set(clock() + timedelta(minutes=9))
    page = lead.get(f"{CASE}/deputies")
    href = next(link for words, link in page.links.items() if "Marit" in words)
    assert "Beëindigd." in lead.get(href).submit(button="Nu beëindigen").whole_text
    assert sign_in("marit-kloosterman").get(CASE).status == 404
    assert desk.deputies()[-1] == ("marit-kloosterman", clock() - timedelta(minutes=9), clock())


def test_what_was_yet_to_begin_is_taken_away(story, lead, desk):
    before = desk.deputies()
    page = appoint(lead, desk, from_on="2026-12-01")
    href = next(link for words, link in page.links.items() if "Marit" in words)
    page = lead.get(href)
    assert "gaat niet waarnemen" in page.text
    page.submit(button="Nu beëindigen")
    assert desk.deputies() == before


def test_a_wrong_form_says_what_to_do(story, lead, desk):
    appoint(lead, desk)
    before = desk.deputies()
    for wrong, said in [
        ({}, "Wie waarneemt – Deze persoon neemt op een deel van deze dagen al waar. Kies andere"),
        ({"user_id": ""}, "Wie waarneemt – Kies wie waarneemt."),
        ({"user_id": desk.user("ilse-brand")}, "Wie waarneemt – Kies uit de lijst."),
        ({"from_on": "2026-11-01"}, "Vanaf – Deze dag is voorbij."),
        ({"until_on": "2026-11-23"}, "Tot – De einddatum ligt niet na de begindatum."),
        ({"until_on": ""}, "Tot – Vul een datum in"),
    ]:
        page = appoint(lead, desk, **wrong)
        assert page.status == 422, wrong
        assert page.errors[0].startswith(said), (wrong, page.errors)
    assert desk.deputies() == before


def test_only_the_lead_of_the_team_appoints_and_ends(story, sign_in, lead, desk):
    page = appoint(lead, desk)
    end = next(link for words, link in page.links.items() if "Marit" in words)
    director = sign_in("ilse-brand")
    assert director.get(f"{CASE}/deputies").status == 200
    assert director.post(f"{CASE}/deputies", {"user_id": desk.user("farouk-amrani")}).status == 404
    assert director.get(end).status == 404
    for key in ("henk-dijkgraaf", "lotte-prins", "ruud-sanders", "astrid-kooiman"):
        assert sign_in(key).get(f"{CASE}/deputies").status == 404, key


def test_a_deputy_reads_who_directed_the_case_before(story, sign_in, lead, desk):
    appoint(lead, desk, "farouk-amrani")
    deputy = sign_in("farouk-amrani")
    assert "Ilse Brand heeft vanaf het begin de regie" in deputy.get(f"{CASE}/deputies").text
    lead.get(f"{CASE}/handover").submit(button="Nu overdragen", director_id=desk.user("marit-kloosterman"))
    page = deputy.get(f"{CASE}/manage").follow("Waarnemers")
    assert "Wie eerder de regie had" in page.text
    assert "Ilse Brand" in page.text
    assert deputy.get(f"{CASE}/handover").status == 404
