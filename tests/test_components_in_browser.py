"""Every component in every state, in a real browser, wide in English and narrow in Dutch, the longer language."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import WIDTHS, barriers, flaws, served
from tests.gallery.app import create_gallery

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/part/forms",
    "/part/lists",
    "/part/sharing",
    "/part/case",
    "/?signed-out",
    "/error/404",
    "/error/500",
]


@pytest.fixture(scope="module")
def gallery():
    with served(create_gallery()) as address:
        yield address


def opened(browser: Browser, address: str, *, width: int = 1280, **options) -> Page:
    """Open a page whose console stays silent: a broken content policy speaks there."""
    context = browser.new_context(viewport={"width": width, "height": 844}, bypass_csp=False, **options)
    page = context.new_page()
    page.spoken = []
    page.on("console", lambda message: page.spoken.append(message.text))
    page.on("pageerror", lambda error: page.spoken.append(str(error)))
    page.goto(address)
    return page


@pytest.mark.parametrize(("width", "language"), list(zip(WIDTHS, ["en", "nl"], strict=True)))
@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_components_has_no_barrier_and_no_flaw(browser, gallery, path, width, language):
    page = opened(browser, f"{gallery}{path}{'&' if '?' in path else '?'}lang={language}", width=width)
    assert page.spoken == []
    assert barriers(page) == []
    assert flaws(page) == []
    page.context.close()


def test_open_menus_have_no_barrier_on_a_phone(browser, gallery):
    page = opened(browser, f"{gallery}/part/case", width=390)
    page.get_by_text("Menu", exact=True).click()
    assert page.get_by_role("link", name="Partners").first.is_visible()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    assert not page.get_by_role("searchbox").is_visible()
    page.locator(".user-menu > summary").click()
    assert page.get_by_role("button", name="Uitloggen").is_visible()
    assert barriers(page) == []
    page.context.close()


def test_the_main_menu_is_open_on_a_wide_screen_without_script(browser, gallery):
    page = opened(browser, f"{gallery}/part/case", java_script_enabled=False)
    assert page.get_by_role("searchbox").is_visible()
    assert page.get_by_role("link", name="Caseload").is_visible()
    page.context.close()


def test_after_a_wrong_form_the_focus_is_on_the_summary_and_its_links_lead_to_the_fields(browser, gallery):
    page = opened(browser, f"{gallery}/part/forms")
    assert page.evaluate("document.activeElement.id") == "error-summary-title"
    for link in page.locator(".error-summary a").all():
        link.click()
        assert page.evaluate("document.activeElement.id") == link.get_attribute("href").removeprefix("#")
    page.context.close()


def test_every_field_is_tied_to_its_label_hint_and_error(browser, gallery):
    page = opened(browser, f"{gallery}/part/forms")
    field = page.get_by_label("Datum", exact=True)
    assert field.get_attribute("aria-invalid") == "true"
    described = [
        page.locator(f"#{part}").inner_text() for part in field.get_attribute("aria-describedby").split()
    ]
    assert "niet de dag waarop u het hoorde" in described[0]
    assert "Vul een datum in" in described[1]
    page.context.close()


def test_the_keyboard_ticks_a_box_of_the_scope_and_the_button_ticks_a_whole_party(browser, gallery):
    page = opened(browser, f"{gallery}/part/sharing")
    noor = page.get_by_role("group", name="Noor Voorbeeld").first
    box = noor.get_by_label("Gezondheid")
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
    noor.get_by_role("button").click()
    assert noor.get_by_role("checkbox", checked=True).count() == 15
    assert noor.get_by_role("status").inner_text() == "Alles staat aan. Is dat allemaal nodig?"
    noor.get_by_role("button", name="Alles uitvinken").click()
    assert noor.get_by_role("checkbox", checked=True).count() == 0
    assert noor.get_by_role("button", name="Alles aanvinken").is_visible()
    assert not noor.get_by_role("status").is_visible()
    page.context.close()


def test_the_current_tab_is_in_view_on_a_phone(browser, gallery):
    page = opened(browser, f"{gallery}/part/case", width=390)
    box = page.locator(".tabs [aria-current]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.context.close()


def test_a_form_that_is_being_sent_is_not_sent_again(browser, gallery):
    page = opened(browser, f"{gallery}/part/forms")
    refused = page.evaluate(
        """() => {
          const form = document.querySelector("form.form");
          const refused = [];
          document.addEventListener("submit", (event) => {
            refused.push(event.defaultPrevented);
            event.preventDefault();
          });
          form.requestSubmit();
          form.requestSubmit();
          return refused;
        }"""
    )
    assert refused == [False, True]
    page.context.close()


def test_leaving_with_unsaved_text_is_warned_about(browser, gallery):
    page = opened(browser, f"{gallery}/part/forms")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_label("Onderwerp").fill("Half geschreven")
    page.goto(f"{gallery}/part/lists")
    assert asked == ["beforeunload"]
    page.context.close()


def test_paper_shows_the_case_without_the_machine_around_it(browser, gallery):
    page = opened(browser, f"{gallery}/part/case")
    page.emulate_media(media="print")
    assert page.get_by_text("OD-2023-004").first.is_visible()
    assert page.get_by_role("heading", name="Regieoverleg").is_visible()
    assert not page.locator(".site-header").is_visible()
    assert not page.locator(".tabs").is_visible()
    assert not page.get_by_text("Gedaan").first.is_visible()
    page.context.close()


def test_the_check_on_looks_is_awake(browser):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content(
        "<p style='position:absolute;top:0'>One text</p><p style='position:absolute;top:4px'>Another text</p>"
        "<div style='width:500px'>Wide</div><button style='display:block;height:12px;padding:0'>x</button>"
    )
    found = " ".join(flaws(page))
    assert "lies over" in found
    assert "sideways" in found
    assert "too small" in found
    page.close()
