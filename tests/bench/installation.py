"""An installation with a synthetic region in it, and a director who looks at pages."""

import contextlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session
from werkzeug.test import Client

from caseflow import migrate, models
from caseflow.app import create_app
from caseflow.db import db
from caseflow.seeding.seed import seed
from tests import postgres
from tests.app_fixtures import settings_for, signed_in_visitor

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
"""The moment of every request: the day after the region stands still."""
ORDINARY = 25
"""How many entries an ordinary case has at least."""


@dataclass
class Installation:
    """An application, who looks, and what was sent to its database."""

    app: Flask
    client: Client
    director_id: UUID
    reference: str
    longest_reference: str
    statements: list[tuple[str, Any]]


@contextlib.contextmanager
def fresh_database(engine: str) -> Iterator[str]:
    """Give an empty, migrated database on disk."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory(prefix="caseflow-bench-") as inside:
            url = f"sqlite:///{inside}/region.sqlite3"
            migrate.upgrade(url)
            yield url
        return
    with postgres.running() as url:
        migrate.upgrade(url)
        yield url


@contextlib.contextmanager
def installation(engine: str, cases: int) -> Iterator[Installation]:
    """Give an installation with a region of so many cases."""
    with fresh_database(engine) as url:
        app = create_app(settings_for(url), lambda: NOON)
        with app.app_context():
            seed(db.engine, cases, 1, _progress(f"{engine}, {cases} cases"))
            director, director_id, reference, longest = _who(db.engine)
            statements = _listen(db.engine)
        visitor = signed_in_visitor(app, director, NOON, "nl")
        yield Installation(app, visitor.client, director_id, reference, longest, statements)
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def _progress(what: str) -> Callable[[int], None]:
    done = 0
    started = time.monotonic()

    def show(more: int) -> None:
        nonlocal done
        done += more
        if sys.stderr.isatty() or done % 20_000 == 0:
            print(f"seeding {what}: {done} written, {time.monotonic() - started:.0f} s", file=sys.stderr)

    return show


def _who(engine: Engine) -> tuple[str, UUID, str, str]:
    """Return a director who has a case of ordinary size and the longest one: key, id, and both references."""
    size = func.count(models.Entry.id)
    with Session(engine) as session:
        longest = session.execute(
            select(models.Case.reference, models.Case.director_id, models.User.key)
            .join(models.User, models.User.id == models.Case.director_id)
            .where(models.Case.reference.like("%-000000"))
        ).one()
        ordinary = session.scalars(
            select(models.Case.reference)
            .join(models.Entry, models.Entry.case_id == models.Case.id)
            .where(models.Case.director_id == longest.director_id, models.Case.reference != longest.reference)
            .group_by(models.Case.id)
            .having(size >= ORDINARY)
            .order_by(size, models.Case.reference)
            .limit(1)
        ).one()
    return longest.key, longest.director_id, ordinary, longest.reference


def _listen(engine: Engine) -> list[tuple[str, Any]]:
    statements: list[tuple[str, Any]] = []

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection, _cursor, statement, parameters, _context, _many):
        statements.append((statement, parameters))

    return statements
