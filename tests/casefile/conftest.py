"""The case of the story as its pages show it, and what the database holds of it."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access import guard
from caseflow.access.actor import Actor
from caseflow.casefile.portrait import Portrait, portray
from caseflow.clock import AMSTERDAM
from caseflow.db import GuardedSession, db
from tests.pages import Page

REFERENCE = "OD-2023-004"
CASE = f"/cases/{REFERENCE}"


def amsterdam(text: str) -> datetime:
    """A moment as it stands on the clock in Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def value_of(page: Page, name: str, label: str) -> str:
    """The value behind an option, by the name of the field and what the reader sees."""
    for one in page.root.find_all("select"):
        if one.get("name") == name:
            return next(option.get("value") for option in one.find_all("option") if label in option.text)
    boxes = {one.get("id"): one for one in page.root.find_all("input") if one.get("name") == name}
    labels = {one.get("for"): one.text for one in page.root.find_all("label")}
    return next(box.get("value") for key, box in boxes.items() if label in labels[key])


def values_of(page: Page, name: str, *labels: str) -> list[str]:
    """The values behind several options."""
    return [value_of(page, name, label) for label in labels]


class File:
    """What the database holds of the case, as one user may read it."""

    def __init__(self, app: Flask, clock: Callable[[], datetime]) -> None:
        self.app = app
        self.clock = clock

    @contextlib.contextmanager
    def session(self, key: str = "ilse-brand") -> Iterator[Session]:
        """A session of a user, who is found by their key."""
        with self.app.app_context():
            with Session(db.engine) as plain:
                user = plain.scalars(select(models.User).where(models.User.key == key)).one()
                roles = plain.scalars(select(models.UserRole.role).where(models.UserRole.user_id == user.id))
                actor = Actor(user.id, user.organisation_id, user.team_id, frozenset(roles), self.clock())
            with GuardedSession(db=db) as session:
                guard.bind(session, actor)
                yield session

    def entry(self, entry_id: UUID, key: str = "ilse-brand") -> Portrait:
        """One entry."""
        with self.session(key) as session:
            return portray(session, models.Entry.id == entry_id).entries[entry_id]

    def by_key(self, entry_key: str, key: str = "ilse-brand") -> Portrait:
        """One entry, by its key in the bundle."""
        with self.session(key) as session:
            (found,) = portray(session, models.Entry.key == entry_key).entries.values()
            return found

    def latest(self, key: str = "ilse-brand") -> Portrait:
        """The entry that was recorded last."""
        with self.session(key) as session:
            recorded = models.Entry.recorded_at
            last = select(models.Entry.id).where(recorded <= self.clock()).order_by(recorded.desc()).limit(1)
            return self.entry(session.scalars(last).one(), key)

    def count(self) -> int:
        """How many entries there are in all."""
        with self.app.app_context(), Session(db.engine) as plain:
            return len(plain.scalars(select(models.Entry.__table__.c.id)).all())

    def party(self, name: str) -> UUID:
        """The id of a party, by name."""
        with self.session() as session:
            found: Any = session.scalar(
                select(models.Party.id)
                .join(models.Person, models.Person.id == models.Party.person_id)
                .where(models.Person.name.startswith(name))
            )
            return found


@pytest.fixture
def file(story: Flask, clock: Callable[[], datetime]) -> File:
    """What the database holds of the case."""
    return File(story, clock)
