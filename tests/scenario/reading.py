"""What stands on pages of the story: items of a timeline, sections, and the entry behind a title."""

from tests.pages import Page

CASE = "/cases/OD-2023-004"
TIMELINE = f"{CASE}/timeline"
MILESTONES = f"{CASE}/milestones"
PHASE = f"{CASE}/phase"
CLOSE = f"{CASE}/close"


def items(page: Page) -> list[str]:
    """Return the texts of what stands on a timeline, from top to bottom."""
    return [one.text for one in page.main.walk() if "timeline__item" in one.classes]


def section(page: Page, heading: str) -> str:
    """Return the words under a heading, or nothing when it is not there."""
    for part in page.main.find_all("section"):
        if part.find_all("h2") and part.find_all("h2")[0].text == heading:
            return part.text
    return ""


def rows(page: Page, heading: str) -> list[str]:
    """Return the milestones under a heading."""
    for part in page.main.find_all("section"):
        if part.find_all("h2") and part.find_all("h2")[0].text == heading:
            return [one.text for one in part.walk() if "rows__one" in one.classes]
    return []


def follow_item(page: Page, words: str) -> Page:
    """Open the first thing on a timeline whose text holds these words."""
    for one in page.main.walk():
        if "timeline__item" in one.classes and words in one.text:
            return page.visitor.get(one.find_all("a")[0].get("href"))
    raise AssertionError(f"nothing says {words!r}: {page.text[:300]}")
