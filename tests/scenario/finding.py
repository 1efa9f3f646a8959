"""What is found: on the search page, and by a program, from the first page to the last."""

from collections.abc import Iterator

from tests.api.caller import Caller
from tests.pages import Page

CASE = "OD-2023-004"


def found_on_page(page: Page, words: str) -> list[str]:
    """Return the addresses of all hits, newest first; the page is any that has the search box."""
    return [href for found in pages_of(page, words) for href in _hits(found)]


def pages_of(page: Page, words: str) -> Iterator[Page]:
    """Yield the pages of a search."""
    page = page.submit(q=words, button="Zoeken")
    yield page
    while any(button.text == "Oudere stukken" for button in page.main.find_all("button")):
        page = page.submit(button="Oudere stukken")
        yield page


def _hits(page: Page) -> list[str]:
    return [one.find_all("a")[0].get("href") for one in page.main.walk() if "timeline__item" in one.classes]


def answers_of(program: Caller, words: str, limit: int = 200) -> list[dict]:
    """Return what a program is answered, page by page."""
    answers = [program.post("/search", {"q": words}, limit=limit).get_json()]
    while answers[-1]["next"] is not None:
        cursor = answers[-1]["next"]
        answers.append(program.post("/search", {"q": words}, limit=limit, cursor=cursor).get_json())
    return answers


def found_by_program(program: Caller, words: str) -> list[str]:
    """Return the ids of all entries that a program finds, newest first."""
    return [one["entry_id"] for answer in answers_of(program, words) for one in answer["items"]]


def found_keys(program: Caller, page: Page, words: str) -> list[str]:
    """Return the keys of all that is found, which page and program must agree about, newest first."""
    keys = {one["id"]: one["key"] for one in program.items(f"/cases/{CASE}/entries", limit=200)}
    found = found_by_program(program, words)
    assert [href.rpartition("/")[2] for href in found_on_page(page, words)] == found
    return [keys[entry_id] for entry_id in found]
