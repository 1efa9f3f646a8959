"""One running application for the tests of a module."""

from collections.abc import Iterator

import pytest

from tests.app_fixtures import SettableClock, copy_of_story, running
from tests.databases import ENGINES
from tests.rounds.installation import Installation


@pytest.fixture(scope="module", params=ENGINES)
def shared_story(request: pytest.FixtureRequest) -> Iterator[Installation]:
    """An application with both demo bundles, shared by the tests of a module."""
    clock = SettableClock()
    with copy_of_story(request) as url, running(url, clock) as app:
        yield Installation(app, clock)
