"""Somebody who follows every link once, looks each page over, and says what they object to."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response
from werkzeug.exceptions import HTTPException

from tests.browser import barriers, flaws
from tests.journeys.town import Town

NO_PAGES = ("api.", "health.", "static", "accounts.home", "casefile.document")
KEPT = "localStorage.length + sessionStorage.length"
ABOUT_PAGE = """() => ({
  links: Array.from(document.querySelectorAll("a[href]"), (one) => one.href),
  made_of: [...new Set(Array.from(document.querySelectorAll("*"), (one) =>
    [one.localName, one.getAttribute("class"), one.getAttribute("role"), one.getAttribute("type")].join(" ")))],
})"""
"""The addresses that a page names, and what kinds of elements it is made of."""


@dataclass
class Walk:
    """A walk through the town. axe-core runs at the first width, the check on looks at each."""

    town: Town
    widths: tuple[int, ...]
    page: Page
    seen: set[tuple[str, str | None]] = field(default_factory=set)
    objections: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """What pages were made of, in this language, that axe-core looked at: another page of the same is not looked at."""
    links: list[str] = field(default_factory=list)
    """The addresses within the site that the page looked at last names."""

    def through(self, begin: list[str]) -> None:
        """Look at where one begins, and follow links until they lead to no new kind of page."""
        todo = list(begin)
        for path in todo:
            place = self.place(path)
            if place in self.seen and path not in begin:
                continue
            if place:
                self.seen.add(place)
            self.look(self.town.go(self.page, path))
            todo += [link for link in self.links if self.place(link) not in {None, *self.seen}]

    def look(self, answer: Response, status: int = 200) -> None:
        """Look a page over, first at the width that the browser has already."""
        where = answer.url.removeprefix(self.town.address)
        if answer.status != status:
            self.objections.append(f"{where}: {answer.status} instead of {status}")
        about: dict[str, Any] = self.page.evaluate(ABOUT_PAGE)
        here = self.town.address
        self.links = [link.removeprefix(here) for link in about["links"] if link.startswith(here)]
        is_new = self._is_new(where, answer.status, about["made_of"])
        for width in sorted(self.widths, key=lambda one: one != self._width()):
            if width != self._width():
                self.page.set_viewport_size({"width": width, "height": 844})
            found = flaws(self.page)
            if width == self.widths[0] and is_new:
                found += barriers(self.page)
            self.objections += [f"{where} at {width}: {one}" for one in found]
        if self.page.evaluate(KEPT):
            self.objections.append(f"{where}: keeps something in the browser")

    def _width(self) -> int | None:
        size = self.page.viewport_size
        return size and size["width"]

    def _is_new(self, where: str, status: int, kinds: list[str]) -> bool:
        """Whether this is the first page of its kind, or has a kind of element that no page before it had."""
        made_of = {f"{self.place(where)} {status}", *kinds}
        is_new = not made_of <= self.known
        self.known |= made_of
        return is_new

    def send(self, form: str, status: int, **values: str) -> None:
        """Send a form with only these fields filled in, past what the browser itself checks, and look at the answer."""
        self.page.evaluate(
            """([form, values]) => {
              const sent = document.querySelector(form);
              for (const one of sent.elements) {
                if (one.type === "hidden") continue;
                one.checked = false;
                if (one.type !== "checkbox" && one.type !== "radio") one.value = values[one.name] ?? "";
              }
            }""",
            [form, values],
        )
        with self.page.expect_navigation() as arrival:
            self.page.evaluate("form => document.querySelector(form).submit()", form)
        answer = arrival.value
        assert answer is not None
        self.look(answer, status)

    def place(self, path: str) -> tuple[str, str | None] | None:
        """Return the kind of page at an address; None where there is no page."""
        try:
            endpoint, args = self.town.app.url_map.bind("").match(urlsplit(path).path)
        except HTTPException:
            return path, None
        return None if endpoint.startswith(NO_PAGES) else (endpoint, args.get("kind"))
