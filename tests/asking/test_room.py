"""Shared with me: what somebody has who meets cases through links, and nothing else."""

from datetime import UTC, datetime

import pytest

from tests.sharing.links import CASE

OTHERS = ("Tijdlijn", "Casussen", "Werkvoorraad", "Vandaag")


def part(page, name) -> str:
    return next(one for one in page.root.walk() if one.get("id") == name).text


def test_a_partner_lands_here_and_has_no_other_room(sign_in, story):
    anneke = sign_in("anneke-postma")
    assert anneke.get("/").path == "/shared"
    assert anneke.get("/today").path == "/shared"
    page = anneke.get("/shared")
    assert page.heading == "Met mij gedeeld"
    assert not any(word in page.links for word in OTHERS)


@pytest.mark.parametrize(
    "who", ["ilse-brand", "petra-zuidema", "lotte-prins", "ruud-sanders", "astrid-kooiman"]
)
def test_nobody_else_has_this_room(sign_in, who):
    assert sign_in(who).get("/shared").status == 404
    assert "Met mij gedeeld" not in sign_in(who).get("/me").links


def test_it_lists_the_cases_that_are_shared_and_no_other(sign_in):
    assert "OD-2023-004" in sign_in("anneke-postma").get("/shared").links
    for nobody in ("femke-haan", "wouter-holtrop", "mieke-soer"):
        page = sign_in(nobody).get("/shared")
        assert "OD-2023-004" not in page.whole_text
        assert "Er wordt nu niets met u gedeeld" in page.text, nobody


def test_a_case_is_gone_from_it_when_the_link_ends(sign_in, clock):
    clock.set(datetime(2024, 7, 22, 9, 0, tzinfo=UTC))
    assert "OD-2023-004" in sign_in("samira-benali").get("/shared").links
    clock.set(datetime(2024, 7, 24, 9, 0, tzinfo=UTC))
    assert "OD-2023-004" not in sign_in("samira-benali").get("/shared").whole_text


def test_it_shows_own_actions_that_are_not_done_and_own_milestones(sign_in):
    assert "OD-2023-004" in part(sign_in("daan-merkelbach").get("/shared"), "actions")
    assert "OD-2023-004" not in part(sign_in("karin-boelens").get("/shared"), "actions"), "hers is done"
    assert "OD-2023-004" in part(sign_in("esther-hoving").get("/shared"), "milestones")
    assert "OD-2023-004" not in part(sign_in("daan-merkelbach").get("/shared"), "milestones")


def test_what_is_new_can_be_put_away_here(sign_in, clock):
    clock.set(datetime(2023, 2, 7, 9, 0, tzinfo=UTC))
    esther = sign_in("esther-hoving")
    page = esther.get("/shared")
    assert "Niemand anders" not in part(page, "news")
    page = page.submit(button="Dit heb ik gezien")
    assert page.path == "/shared"
    assert "Niemand anders schreef iets" in part(page, "news")


def test_a_partner_writes_in_own_scope_from_own_organisation_and_finds_it_back(sign_in, people):
    anneke = sign_in("anneke-postma")
    form = anneke.get(f"{CASE}/entries/new/contact")
    sent = form.submit(
        button="Opslaan",
        body="Noor was vandaag op school.",
        concerns=[people.party("noor")],
        category="safety",
    )
    assert sent.status == 200, sent.errors
    written = next(one for one in anneke.get("/shared").main.walk() if one.get("id") == "written")
    assert "Basisschool De Zilvermeeuw" in written.text
    entry = next(one.get("href") for one in written.find_all("a") if "/entries/" in one.get("href"))
    assert "Noor was vandaag op school." in anneke.get(entry).text
    beyond = anneke.get(f"{CASE}/entries/new/contact").submit(
        button="Opslaan", body="Over Noor.", concerns=[people.party("noor")], category="health"
    )
    assert beyond.status == 422
