"""Moments of the story, a way to look at it as somebody, and a case that a test opens itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from caseflow.access import guard
from caseflow.clock import AMSTERDAM
from caseflow.db import GuardedSession, db
from tests.app_fixtures import SettableClock
from tests.cases.story import actor_named, visitor_named
from tests.pages import Page, Visitor
from tests.sharing.links import agree_with_everybody


@pytest.fixture
def at(clock: SettableClock) -> Callable[[str], datetime]:
    """Let the clock stand at a moment, written as it is said in Amsterdam."""

    def set_to(moment: str) -> datetime:
        clock.set(datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM))
        return clock()

    return set_to


@pytest.fixture
def as_user(story: Flask, clock: SettableClock) -> Callable[[str], Any]:
    """Open a session of a user of the story, at the clock's moment."""

    @contextmanager
    def opened(key: str) -> Iterator[Session]:
        with story.app_context():
            actor = actor_named(key, clock())
            with GuardedSession(db=db, autoflush=False) as session:
                guard.bind(session, actor)
                yield session
                session.commit()

    return opened


@pytest.fixture
def look(story: Flask, clock: SettableClock) -> Callable[..., Page]:
    """Look at a page as a user of the story."""

    def looked(key: str, path: str, locale: str = "en") -> Page:
        return visitor_named(story, clock, key, locale).get(path)

    return looked


@pytest.fixture
def ilse(story: Flask, at: Callable[[str], datetime], clock: SettableClock) -> Visitor:
    """The director of the story, on the morning after the second incident; there is an agreement with everybody."""
    agree_with_everybody(story)
    at("2023-02-07 12:00")
    return visitor_named(story, clock, "ilse-brand")


@pytest.fixture
def opened_case(ilse: Visitor) -> Page:
    """The overview of a case that Ilse just opened."""
    return ilse.get("/cases/new").submit(opened_on="2023-02-01", municipality="Oosterdelta")
