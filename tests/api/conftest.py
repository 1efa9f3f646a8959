"""Programs of the users of the story."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.api.caller import Caller, caller


@pytest.fixture
def as_(story: Flask) -> Callable[[str], Caller]:
    """Give the program of a user of the story, by their key."""
    return lambda key: caller(story, key)


@pytest.fixture
def stranger(story: Flask) -> Caller:
    """A program without a token."""
    return Caller(story, None)
