"""A page of our own with one form, on the application as it is."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.db import db
from tests.web.desk import bp


@pytest.fixture
def desk(story):
    """The application with the page /desk, on which notes become teams: rows that anybody may see here."""
    story.register_blueprint(bp)
    return story


@pytest.fixture
def notes(desk):
    """What was saved on the page /desk."""

    def saved():
        with desk.app_context(), Session(db.engine) as session:
            wanted = select(models.Team.name).where(models.Team.key.startswith("note-"))
            return sorted(session.scalars(wanted))

    return saved
