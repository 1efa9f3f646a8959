"""The same work with a keyboard only, on a phone, and without JavaScript.

On SQLite only: the browser gets the same HTML from both databases.
"""

import pytest
from playwright.sync_api import Page

from tests.browser import barriers, flaws
from tests.journeys.hands import fill, follow, press, sign_in, tick, words
from tests.journeys.town import LIVING, PASSWORD, Town

pytestmark = pytest.mark.browser

ILSE = "ilse.brand@oosterdelta.example"
FILE = f"/cases/{LIVING}"
PHONE = 390
FOCUSED = "document.activeElement"
NAMED = f"({FOCUSED}.labels?.[0]?.innerText ?? {FOCUSED}.innerText ?? '').trim()"
VISIBLE = f"""(() => {{
  const one = {FOCUSED}, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  if (one === document.body) return true; // on the way round, past the last thing of the page
  return (ring || style.boxShadow !== "none") && box.width > 0
    && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}})()"""
FRAMES = 180
"""The browser scrolls to what has the focus in its own time; so long it may take. Unit: frames of the screen."""
VISIBLE_SOON = f"""(async () => {{
  for (let frame = 0; frame < {FRAMES}; frame++) {{
    if ({VISIBLE}) return true;
    await new Promise(requestAnimationFrame);
  }}
  return false;
}})()"""
LONGEST_WAY = 150
"""After so many steps a thing is out of reach. Unit: presses of Tab."""


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Go on with the keyboard until something with this name has the focus, which is seen all the way."""
    for _step in range(LONGEST_WAY):
        page.keyboard.press(key)
        assert page.evaluate(VISIBLE_SOON), page.evaluate(f"{FOCUSED}.outerHTML.slice(0, 200)")
        if page.evaluate(NAMED).startswith(name):
            return
    pytest.fail(f"{name} cannot be reached by keyboard")


def enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_signing_in_to_a_finished_milestone_with_the_keyboard_only(town: Town):
    town.set_password(ILSE)
    page = town.window().new_page()
    town.go(page, "/sign-in")
    tab_to(page, "Naar de inhoud")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "content"
    tab_to(page, "E-mailadres")
    page.keyboard.type(ILSE)
    tab_to(page, "Wachtwoord")
    page.keyboard.type(PASSWORD)
    tab_to(page, "Inloggen")
    enter(page)
    tab_to(page, LIVING)
    enter(page)
    tab_to(page, "Wat is er gebeurd?")
    page.keyboard.type("Met het toetsenbord geschreven.")
    tab_to(page, "Notitie opslaan")
    tab_to(page, "Wat is er gebeurd?", "Shift+Tab")
    tab_to(page, "Notitie opslaan")
    enter(page)
    tab_to(page, "Mijlpalen")
    enter(page)
    tab_to(page, "Plan evalueren met iedereen")
    enter(page)
    tab_to(page, "Resultaat")
    page.keyboard.type("Iedereen was er.")
    tab_to(page, "Mijlpaal afronden")
    with page.expect_navigation():
        page.keyboard.press("Space")
    town.go(page, f"{FILE}/timeline")
    assert "Met het toetsenbord geschreven." in words(page)
    town.go(page, f"{FILE}/milestones")
    assert "gedaan 23 november 2026" in words(page)


def test_a_partner_is_linked_on_a_phone(town: Town):
    page = town.signed_in("ilse-brand", width=PHONE)
    link_the_health_care(town, page, looks=True)


def test_the_main_path_of_a_director_works_without_javascript(town: Town):
    town.set_password(ILSE)
    page = town.window(java_script_enabled=False).new_page()
    sign_in(town, page, ILSE)
    town.go(page, f"{FILE}/timeline")
    fill(page, kind="Incident")
    press(page, "Tonen")
    assert "kind=incident" in page.url
    town.go(page, f"{FILE}/entries/new/conference")
    tick(page, "Over wie gaat het?", "Lot Oeverland")
    fill(page, **{"decisions-0": "Eerste besluit.", "category": "Veiligheid"})
    press(page, "Regel toevoegen")
    fill(page, **{"decisions-1": "Tweede besluit."})
    press(page, "Opslaan")
    town.go(page, f"{FILE}/timeline")
    assert "Eerste besluit." in words(page)
    assert "Tweede besluit." in words(page)
    link_the_health_care(town, page)
    town.go(page, f"{FILE}/milestones")
    follow(page, "Plan evalueren met iedereen")
    fill(page, result="Iedereen was er.")
    press(page, "Mijlpaal afronden")
    town.go(page, f"{FILE}/milestones")
    assert "gedaan 23 november 2026" in words(page)


def link_the_health_care(town: Town, page: Page, *, looks: bool = False) -> None:
    """Link somebody who treats one of the family, with a scope of two cells."""
    town.go(page, f"{FILE}/partners/new")
    fill(page, organisation_id="GGZ Deltaregio")
    press(page, "Personen tonen")
    page.get_by_label("Daan Merkelbach").check()
    fill(page, purpose="Behandeling van Sabine.", basis="Toestemming")
    tick(page, "Sabine Waterland", "Identiteit", "Gezondheid")
    if looks:
        page.evaluate("scrollTo(0, 0)")  # names that stay in view lie over what scrolls under them
        assert flaws(page) + barriers(page) == []
    press(page, "Deze partner koppelen")
    fill(page, answer_consent="Op papier.", answer_no_agreement="Nog niet getekend.")
    if looks:
        page.evaluate("scrollTo(0, 0)")
        assert flaws(page) + barriers(page) == []
    press(page, "Bekijken wat zij gaan zien")
    if looks:
        assert flaws(page) + barriers(page) == []
    press(page, "Deze partner koppelen")
    assert "Behandeling van Sabine." in words(page)
