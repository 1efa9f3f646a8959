"""The people of the story, and what their looking costs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.actor import Actor
from caseflow.db import db
from tests.app_fixtures import SettableClock, signed_in_visitor
from tests.pages import Visitor

STORY = "OD-2023-004"
PATH = f"/cases/{STORY}"


def actor_named(key: str, now: datetime) -> Actor:
    """Return a user of the story as an actor."""
    with Session(db.engine) as session:
        user = session.scalars(select(models.User).where(models.User.key == key)).one()
        roles = session.scalars(select(models.UserRole.role).where(models.UserRole.user_id == user.id))
        return Actor(user.id, user.organisation_id, user.team_id, frozenset(roles), now)


def visitor_named(story: Flask, clock: SettableClock, key: str, locale: str = "en") -> Visitor:
    """Return the browser of a user of the story."""
    return signed_in_visitor(story, key, clock(), locale)


@contextmanager
def statements() -> Iterator[list[str]]:
    """Gather the statements that reach a database, without the marks around transactions."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE")):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)
