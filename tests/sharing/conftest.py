"""Who is who in the story."""

import pytest

from tests.sharing.links import People


@pytest.fixture
def people(story):
    return People(story)


@pytest.fixture
def director(story, sign_in):
    return sign_in("ilse-brand")
