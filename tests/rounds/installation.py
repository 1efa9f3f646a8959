"""An application that the tests of a module share, and that can be put back to how it was."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import psycopg
from flask import Flask
from sqlalchemy import URL, CompoundSelect, Engine, func, literal_column, make_url, select, union_all

from caseflow.clock import AMSTERDAM
from caseflow.db import Base, db
from tests.app_fixtures import SettableClock, signed_in_visitor
from tests.pages import Visitor
from tests.postgres import libpq_url
from tests.putting_back import keep_rows

NOTED_ANYWAY = {
    "api_token",
    "attempt",
    "audit_head",
    "audit_row",
    "audit_seal",
    "sealed_head",
    "user_session",
}
"""Tables that asking adds to: the reading log, what tests sign in with, the count of attempts, and who is signed in."""
COOKIE = "caseflow"


def at(moment: str) -> datetime:
    """Read a moment as clocks in the Netherlands show it."""
    return datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)


def _counts() -> CompoundSelect:
    counts = []
    for table in Base.metadata.sorted_tables:
        if table.name not in NOTED_ANYWAY:
            changes = func.coalesce(func.sum(table.c.version), 0) if "version" in table.c else 0
            counts.append(
                select(literal_column(f"'{table.name}'"), func.count() + changes).select_from(table)
            )
    return union_all(*counts)


COUNTS = _counts()


@dataclass
class Installation:
    """An application on a database of its own."""

    app: Flask
    clock: SettableClock
    visitors: dict[tuple[str, datetime], Visitor] = field(default_factory=dict)

    @property
    def engine(self) -> Engine:
        """Its way to the database."""
        with self.app.app_context():
            return db.engine

    def visitor(self, key: str, moment: str | None = None) -> Visitor:
        """Give the browser of a user at a moment, the same one every time."""
        if moment is not None:
            self.clock.set(at(moment))
        place = key, self.clock()
        if place not in self.visitors:
            visitor = signed_in_visitor(self.app, key, self.clock())
            visitor.token()  # so that the cookie holds what forms are checked against
            self.visitors[place] = visitor
        return self.visitors[place]

    def contents(self) -> dict[str, int]:
        """Count the rows of every table that only acts add to, and how often they were changed."""
        with self.app.app_context(), db.engine.connect() as connection:
            return {name: int(number) for name, number in connection.execute(COUNTS)}

    def let_go(self) -> None:
        """Let nobody use the database."""
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()

    @contextlib.contextmanager
    def kept(self) -> Iterator[Kept]:
        """Remember how everything is, to go back to it at will."""
        self.let_go()
        url = make_url(self.app.config["SQLALCHEMY_DATABASE_URI"])
        kept = kept_file(url) if url.get_backend_name() == "sqlite" else kept_rows(url)
        with kept as replace:
            cookies = {who: one.client.get_cookie(COOKIE).value for who, one in self.visitors.items()}
            yield Kept(self, replace, cookies)
            self.let_go()


@dataclass
class Kept:
    """How everything was."""

    installation: Installation
    replace: Replace
    cookies: dict[tuple[str, datetime], str]

    def put_back(self) -> None:
        """Make everything as it was, in the database and in the browsers."""
        self.replace(self.installation)
        for who, cookie in self.cookies.items():
            self.installation.visitors[who].client.set_cookie(COOKIE, cookie)


Replace = Callable[[Installation], None]


@contextlib.contextmanager
def kept_file(url: URL) -> Iterator[Replace]:
    """Copy a SQLite file, and give what puts the copy in its place."""
    path = Path(url.database or "")
    copy = path.with_suffix(f".kept{uuid4().hex}")
    beside = [path.with_name(path.name + end) for end in ("-wal", "-shm")]

    def replace(installation: Installation) -> None:
        installation.let_go()
        for one in beside:
            one.unlink(missing_ok=True)
        shutil.copyfile(copy, path)

    assert not any(one.exists() for one in beside), "somebody still uses the database"
    shutil.copyfile(path, copy)
    yield replace
    copy.unlink()


@contextlib.contextmanager
def kept_rows(url: URL) -> Iterator[Replace]:
    """Copy all rows of a PostgreSQL database, and give what puts back those that changed."""
    with psycopg.connect(libpq_url(url.render_as_string(hide_password=False)), autocommit=True) as server:
        put_back = keep_rows(server)
        yield lambda _installation: put_back()
