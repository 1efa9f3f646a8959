"""Who is who in the story, in which there is an agreement with every organisation."""

import pytest

from tests.sharing.links import People, agree_with_everybody


@pytest.fixture
def people(story):
    agree_with_everybody(story)
    return People(story)


@pytest.fixture
def director(story, sign_in):
    return sign_in("ilse-brand")
