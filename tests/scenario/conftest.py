"""The story as its people see it on their screens, at a moment as it is said in Amsterdam."""

from collections.abc import Callable
from datetime import datetime

import pytest

from caseflow.clock import AMSTERDAM
from tests.app_fixtures import SettableClock
from tests.pages import Page

Look = Callable[[str, str, str], Page]


@pytest.fixture
def look(sign_in, clock: SettableClock) -> Look:
    """Look at a page: at which moment, who, and where."""

    def looked(moment: str, key: str, path: str) -> Page:
        clock.set(datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM))
        return sign_in(key).get(path)

    return looked
