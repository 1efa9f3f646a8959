"""A database that speaks for itself: a system session, users at a moment, and a count of every table."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import Connection, create_engine, func, select
from sqlalchemy.orm import Session

from caseflow import models, sealing
from caseflow.access.roles import speak_as
from caseflow.clock import AMSTERDAM
from caseflow.db import Base, db
from tests.access.asking import AskingSession, asking
from tests.access.oracle import User
from tests.app_fixtures import KEYS


@pytest.fixture
def connection(app: Flask) -> Iterator[Connection]:
    """Connect as the application does."""
    with app.app_context(), db.engine.connect() as connection:
        yield connection


@pytest.fixture
def session(connection: Connection) -> Iterator[Session]:
    """A system session: it sees everything."""
    with Session(connection, autoflush=False, info={"system": "tests"}) as session:
        yield session


@pytest.fixture
def opened(database_url: str) -> Iterator[Callable[[], AbstractContextManager[Session]]]:
    """Open system sessions on an empty database, without an application around it."""
    sealing.use_keyring(sealing.Keyring.parse(KEYS))
    engine = create_engine(database_url)

    @contextmanager
    def session() -> Iterator[Session]:
        with Session(engine, autoflush=False, info={"system": "tests"}) as opened:
            yield opened

    yield session
    engine.dispose()


@pytest.fixture
def as_user(session: Session, connection: Connection) -> Callable[[str, str], AskingSession]:
    """Give the guarded session of a user, by their key, at a moment in Amsterdam."""

    def guarded(key: str, moment: str) -> AskingSession:
        speak_as(connection, "none", {})  # who asked before on this connection asks no more
        user = session.scalars(select(models.User).where(models.User.key == key)).one()
        roles = session.scalars(select(models.UserRole.role).where(models.UserRole.user_id == user.id)).all()
        who = User(user.id, user.organisation_id, user.team_id, frozenset(roles))
        return asking(connection, who, datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM))

    return guarded


def row_counts(session: Session) -> dict[str, int]:
    """Count the rows of every table."""
    return {
        table.name: session.execute(select(func.count()).select_from(table)).scalar_one()
        for table in Base.metadata.sorted_tables
    }
