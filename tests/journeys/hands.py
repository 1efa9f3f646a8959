"""What people do on a page: fill in fields, tick boxes, press buttons, follow links."""

import re

from playwright.sync_api import Locator, Page

from tests.journeys.town import PASSWORD, Town


def sign_in(town: Town, page: Page, email: str) -> None:
    """Come in by the front door."""
    town.go(page, "/sign-in")
    fill(page, email=email, password=PASSWORD)
    press(page, "Inloggen")


def sign_out(page: Page) -> None:
    page.locator(".user-menu > summary").click()
    press(page, "Uitloggen", within="header")


def fill(page: Page, form: str = "main", **values: str | bool) -> None:
    """Fill in fields by their names; a list takes the words that are read in it."""
    for name, value in values.items():
        control = page.locator(f'{form} [name="{name}"]').first
        if isinstance(value, bool):
            control.set_checked(value)
        elif control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(label=value)
        else:
            control.fill(value)


def tick(page: Page, group: str, *labels: str) -> None:
    """Tick boxes of a group, each by its own label."""
    for label in labels:
        page.get_by_role("group", name=group).get_by_label(label, exact=True).check()


def press(page: Page, name: str, within: str = "main") -> None:
    """Press a button that says this, and arrive."""
    arrive(page, page.locator(within).get_by_role("button", name=name, exact=True).last)


def follow(page: Page, name: str, within: str = "main") -> None:
    """Follow the first link that says this."""
    arrive(page, page.locator(within).get_by_role("link", name=name, exact=True).first)


def arrive(page: Page, control: Locator) -> None:
    """Click, and wait until the next page is there."""
    with page.expect_navigation():
        control.click()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def words(page: Page, within: str = "body") -> str:
    """Return what a page says, with single spaces."""
    return re.sub(r"\s+", " ", page.locator(within).inner_text())
