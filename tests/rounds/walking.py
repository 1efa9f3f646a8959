"""Somebody walks past every address there is, follows every link, and searches; every answer goes to who looks on."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.api.caller import DOOR, Caller
from tests.pages import Visitor
from tests.rounds.addresses import Things, addresses, routes
from tests.rounds.canaries import ANY_NAME, COMMON, FINDER

HREF = re.compile(r"""\shref="([^"#]+)""")
OPTION = re.compile(r"""<option value="([0-9a-f-]{36})\"""")
QUERIES = 4
"""How many links of one page that differ by their query only are followed: filters multiply each other."""
STREETS = ("Duindoornhof", "Westerkoog", "Vuurtorenplein")
STEP = 12
"""One in so many things is asked for on each of its pages; every walk takes other ones."""
ASKS_ABOUT = "/who-sees"
"""The end of addresses that answer about whoever is chosen on the page."""
ONE_PAGE = "casefile.entry"
"""The page on which more of them are asked for."""

LookOn = Callable[[str, TestResponse], None]


@dataclass
class Walk:
    """One user's walk at one moment."""

    visitor: Visitor
    caller: Caller
    things: Things
    number: int
    """Which walk it is: it decides which of many things that look alike are asked for."""
    look_on: LookOn
    thorough: bool = False
    """Whether every thing is asked for on each of its pages."""
    been: set[str] = field(default_factory=set)
    queries: dict[str, int] = field(default_factory=dict)

    def everywhere(self, words: list[str]) -> None:
        """Go past everything."""
        for rule in routes(self.visitor.client.application, "GET"):
            for address in self.chosen(rule):
                self.visit(address)
        self.search(words)

    def chosen(self, rule: Rule) -> list[str]:
        """Take some of many addresses; those that may be seen are found by their links as well."""
        every = [*addresses(rule, self.things)]
        if self.thorough or len(every) <= STEP:
            return every
        step = 3 if rule.endpoint == ONE_PAGE else STEP
        return every[self.number % step :: step]

    def visit(self, address: str) -> None:
        """Open a page once, and the pages it links to."""
        if address in self.been or address.startswith("/static/"):
            return
        self.been.add(address)
        if address.startswith(DOOR):
            self.look_on(address, self.caller.get(address.removeprefix(DOOR)))
            return
        answer = self.visitor.client.get(address)
        self.look_on(address, answer)
        for link in [*links_in(answer), *people_to_ask_about(address, answer)]:
            there = urljoin(address, link)
            if self._is_new(there):
                self.visit(there)

    def _is_new(self, address: str) -> bool:
        parts = urlsplit(address)
        if parts.netloc or address in self.been or (parts.path.startswith("/cases/") and not parts.query):
            return False  # every page of a case is opened anyway
        self.queries[parts.path] = self.queries.get(parts.path, 0) + 1
        return self.queries[parts.path] <= QUERIES

    def search(self, words: list[str]) -> None:
        """Search for words, on the page and at the JSON door; a common word turns up all that may be found."""
        for number, word in enumerate([COMMON, *STREETS, *words]):
            data = (
                {"csrf_token": self.visitor.token(), "q": word} if number == 0 else self._form | {"q": word}
            )
            self._form = data
            if number % 2 == 0 or number < 4:
                self.look_on(f"/search for {word}", self.visitor.client.post("/search", data=data))
            if number % 2 == 1 or number < 4:
                self.look_on(f"{DOOR}/search for {word}", self.caller.post("/search", {"q": word}))
        self.find_people()

    def find_people(self) -> None:
        """Look for everybody by name, from each case."""
        for reference in self.things.references:
            address = FINDER.format(reference)
            answer = self.visitor.client.post(address, data=self._form | {"name": ANY_NAME})
            self.look_on(address, answer)


def links_in(answer: TestResponse) -> Iterator[str]:
    """Give the addresses that a page links to, and the one it sends to."""
    if answer.location:
        yield answer.location
    if answer.mimetype == "text/html":
        yield from (html.unescape(one) for one in HREF.findall(answer.get_data(as_text=True)))


def people_to_ask_about(address: str, answer: TestResponse) -> Iterator[str]:
    """Give the addresses that the form of such a page leads to."""
    if address.endswith(ASKS_ABOUT) and answer.status_code == 200:
        yield from (f"?who={one}" for one in OPTION.findall(answer.get_data(as_text=True)))


def words_of(answer: TestResponse) -> str:
    """Return everything that an answer says, its headers and its file included, as somebody could read it."""
    head = "\n".join(f"{name}: {unquote(value)}" for name, value in answer.headers)
    return head + "\n" + answer.get_data().decode(errors="replace")
