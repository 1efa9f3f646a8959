"""A director's hour, from signing in to signing out, and what it means for a team lead and a partner.

On SQLite only: the browser gets the same HTML from both databases.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hands import fill, follow, heading, press, sign_in, sign_out, tick, words
from tests.journeys.town import Town

pytestmark = pytest.mark.browser

ILSE = "ilse.brand@oosterdelta.example"
PETRA = "petra.zuidema@oosterdelta.example"
ANNEKE = "anneke.postma@school-zilvermeeuw.example"
PICK_UP = "Alleen oma Corrie haalt Bo van school."
SECRET = "Duinpad 12, Zoutsluis"
HEALTH = "Bo slaapt slecht en ziet de huisarts."


@pytest.fixture
def people(town):
    for email in (ILSE, PETRA, ANNEKE):
        town.set_password(email)
    return town


def test_a_directors_hour(people: Town):
    page = people.window().new_page()
    sign_in(people, page, ILSE)
    assert heading(page) == "Vandaag"
    read_the_file(people, page)
    reference = open_a_case(page)
    add_the_family(page)
    write_entries(page)
    link_the_school(page)
    see_to_a_milestone(page)
    propose_to_close(page)
    sign_out(page)
    assert heading(page) == "Inloggen"

    second_and_reopen(people, reference)
    the_school_reads_its_cells_and_nothing_else(people, reference)


def read_the_file(town: Town, page: Page):
    follow(page, "Casussen", within="header")
    fill(page, status="Afgesloten")
    press(page, "Tonen")
    follow(page, "OD-2023-004")
    follow(page, "Tijdlijn", within=".case-header")
    everything = page.locator(".timeline__item").count()
    fill(page, kind="Incident")
    press(page, "Tonen")
    assert 0 < page.locator(".timeline__item").count() < everything
    assert "kind=incident" in page.url
    town.go(page, "/cases/OD-DEMO-KREEK")
    fill(page, note="Gebeld met Sabine: alles rustig.")
    press(page, "Notitie opslaan")
    follow(page, "Tijdlijn", within=".case-header")
    assert "Gebeld met Sabine: alles rustig." in words(page)


def open_a_case(page: Page) -> str:
    follow(page, "Casussen", within="header")
    follow(page, "Casus starten")
    fill(
        page, opened_on="2026-11-20", municipality="Oosterdelta", problem_statement="Geweld na de scheiding."
    )
    press(page, "Casus starten")
    return page.locator(".case-header__name a").inner_text().removeprefix("Casus").strip()


def add_the_family(page: Page):
    for name, born_on, role in (
        ("Bo Voorbeeld", "2017-05-04", "Kind als getuige"),
        ("Mia Voorbeeld", "1990-02-01", "Slachtoffer"),
    ):
        follow(page, "Betrokkenen", within=".case-header")
        follow(page, "Iemand toevoegen")
        fill(page, name=name, born_on=born_on, role=role, from_on="2026-11-20")
        press(page, "Toevoegen")
    follow(page, "Betrokkenen", within=".case-header")
    follow(page, "Relatie toevoegen")
    fill(page, from_party_id="Mia Voorbeeld", kind="Ouder van", to_party_id="Bo Voorbeeld")
    press(page, "Toevoegen")
    follow(page, "Betrokkenen", within=".case-header")
    assert "Mia Voorbeeld is ouder van Bo Voorbeeld" in words(page)


def write_entries(page: Page):
    start_entry(page, "contact")
    tick(page, "Over wie gaat het?", "Bo Voorbeeld")
    fill(page, body=PICK_UP, channel="Telefoon", minutes="10", category="Veiligheid")
    press(page, "Opslaan")
    start_entry(page, "contact")
    tick(page, "Over wie gaat het?", "Bo Voorbeeld")
    fill(page, body=HEALTH, category="Gezondheid")
    press(page, "Opslaan")
    start_entry(page, "address")
    tick(page, "Over wie gaat het?", "Bo Voorbeeld")
    fill(
        page, party_id="Bo Voorbeeld", use="Opvang", text=SECRET, category="Verblijfplaats en bereikbaarheid"
    )
    press(page, "Opslaan")
    start_entry(page, "conference")
    tick(page, "Over wie gaat het?", "Bo Voorbeeld", "Mia Voorbeeld")
    fill(page, **{"decisions-0": "School let op.", "body": "Kort overleg.", "category": "Veiligheid"})
    press(page, "Regel toevoegen")
    fill(page, **{"decisions-1": "Opa belt elke dag."})
    press(page, "Opslaan")
    follow(page, "Tijdlijn", within=".case-header")
    for text in (PICK_UP, HEALTH, SECRET, "School let op.", "Opa belt elke dag."):
        assert text in words(page)


def start_entry(page: Page, kind: str):
    follow(page, "Tijdlijn", within=".case-header")
    follow(page, "Stuk schrijven")
    with page.expect_navigation():
        page.locator(f'main a[href$="/entries/new/{kind}"]').first.click()


def link_the_school(page: Page):
    follow(page, "Partners", within=".case-header")
    follow(page, "Partner koppelen")
    fill(page, organisation_id="Basisschool De Zilvermeeuw")
    press(page, "Personen tonen")
    page.get_by_label("Anneke Postma").check()
    fill(
        page,
        purpose="Weten wie Bo haalt.",
        basis="Publieke taak",
        weighing="De school hoeft verder niets te weten.",
    )
    for category in ("Identiteit", "Verblijfplaats en bereikbaarheid", "Veiligheid"):
        tick(page, "Bo Voorbeeld", category)
    press(page, "Deze partner koppelen")
    fill(page, answer_no_agreement="Het convenant wordt deze week getekend.")
    press(page, "Deze partner koppelen")
    assert "Basisschool De Zilvermeeuw" in words(page)


def see_to_a_milestone(page: Page):
    follow(page, "Mijlpalen", within=".case-header")
    follow(page, "Nieuwe mijlpaal")
    fill(page, kind="Nagaan of er genoeg middelen zijn", due_on="2026-12-01", owner_id="Ilse Brand")
    press(page, "Opslaan")
    follow(page, "Nagaan of er genoeg middelen zijn")
    fill(page, done_on="2026-11-23", result="Genoeg.")
    press(page, "Mijlpaal afronden")
    done = page.locator("section", has=page.get_by_role("heading", name="Gedaan"))
    expect(done).to_contain_text("Nagaan of er genoeg middelen zijn")


def propose_to_close(page: Page):
    follow(page, "Beheren", within=".case-header")
    with page.expect_navigation():
        page.locator('main a[href$="/close"]').first.click()
    fill(page, reason="Stabiel veilig", lessons="Vroeg de school erbij halen werkte.")
    press(page, "Afsluiten voorstellen")
    assert "Wachten op een ander" in words(page)


def second_and_reopen(town: Town, reference: str):
    page = town.window().new_page()
    sign_in(town, page, PETRA)
    town.go(page, f"/cases/{reference}/close")
    assert "Vroeg de school erbij halen werkte." in words(page)
    press(page, "Casus afsluiten")
    assert "Afgesloten" in words(page, ".case-header")
    town.go(page, f"/cases/{reference}/close")
    fill(page, reopened_on="2026-11-23", reason="Nieuwe melding.")
    press(page, "Casus heropenen")
    assert "In regie" in words(page, ".case-header")
    sign_out(page)


def the_school_reads_its_cells_and_nothing_else(town: Town, reference: str):
    page = town.window().new_page()
    sign_in(town, page, ANNEKE)
    town.go(page, f"/cases/{reference}/timeline")
    assert PICK_UP in words(page)
    for path in ("", "/timeline", "/partners"):
        town.go(page, f"/cases/{reference}{path}")
        assert not re.search("Duinpad|slaapt slecht|Mia|School let op", page.content())
    assert town.go(page, f"/cases/{reference}/parties").status == 404
    assert town.go(page, "/cases/OD-2023-004").status == 404
    town.go(page, f"/cases/{reference}/timeline")
    sign_out(page)
    page.go_back()
    assert PICK_UP not in page.content()
