"""A day on which police, Veilig Thuis and a school are linked to the case of the story."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import Entry
from tests.sharing.links import People

THAT_DAY = datetime(2023, 11, 20, 9, 0, tzinfo=UTC)
"""A Monday: Ilse directs and is away, Farouk stands in for her."""


@pytest.fixture(autouse=True)
def that_day(clock):
    """Begin on that day."""
    clock.set(THAT_DAY)


@pytest.fixture
def people(story):
    return People(story)


@pytest.fixture
def entry(story):
    """Give the id of an entry by its key."""

    def found(key: str) -> str:
        with story.app_context(), Session(db.engine) as session:
            return str(session.scalars(select(Entry.id).where(Entry.key == key)).one())

    return found


@pytest.fixture
def director(sign_in):
    return sign_in("ilse-brand")
