"""An installation with a synthetic region in it, and a director who looks at pages."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
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
from tests import postgres
from tests.app_fixtures import see_everything_by_default, settings_for, signed_in_visitor
from tests.bench.worker import environment_for

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
def regions(engines: Sequence[str], sizes: Sequence[int]) -> Iterator[dict[tuple[str, int], str]]:
    """Give databases with a region of every size on every engine: the engines are filled side by side."""
    with contextlib.ExitStack() as stack:
        urls = {
            (engine, cases): stack.enter_context(fresh_database(engine))
            for engine in engines
            for cases in sizes
        }
        for cases in sizes:
            started = time.monotonic()
            seeds = [_seeding(urls[engine, cases], cases) for engine in engines]
            assert [one.wait() for one in seeds] == [0 for _ in seeds], "a region could not be filled"
            print(f"{cases} cases on {' and '.join(engines)}: {time.monotonic() - started:.0f} s", flush=True)
        yield urls


def _seeding(url: str, cases: int) -> subprocess.Popen:
    """Start filling a database, as somebody at a shell would."""
    environment = os.environ | environment_for(url)
    command = [sys.executable, "-m", "caseflow.cli", "seed", "--cases", str(cases), "--seed", "1"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def installation(url: str) -> Iterator[Installation]:
    """Give an installation on a database with a region in it."""
    app = create_app(settings_for(url), lambda: NOON)
    with app.app_context():
        see_everything_by_default(db.engine)
        director, director_id, reference, longest = _who(db.engine)
        statements = _listen(db.engine)
    visitor = signed_in_visitor(app, director, NOON, "nl")
    yield Installation(app, visitor.client, director_id, reference, longest, statements)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


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
