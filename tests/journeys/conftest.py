"""Towns to walk in: one of a test's own, and one that tests share which only look."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.town import Town, town_at


@pytest.fixture
def town(sqlite_story: Path, browser: Browser, tmp_path: Path) -> Iterator[Town]:
    """The story, to work in. Whatever pages say on the console is wrong."""
    path = tmp_path / "town.sqlite3"
    shutil.copyfile(sqlite_story, path)
    with town_at(path, browser) as town:
        yield town
        for context in browser.contexts:
            context.close()
        assert town.spoken == []
