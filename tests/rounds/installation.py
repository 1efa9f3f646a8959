"""An application that the tests of a module share, and that can be put back to how it was."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import psycopg
from flask import Flask
from sqlalchemy import CompoundSelect, Engine, func, literal_column, select, union_all
from sqlalchemy.engine import make_url

from caseflow.clock import AMSTERDAM
from caseflow.db import Base, db
from tests.app_fixtures import SettableClock, signed_in_visitor
from tests.databases import copy_database, drop_database
from tests.pages import Visitor
from tests.postgres import libpq_url

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

    def _let_go(self) -> None:
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()

    @contextlib.contextmanager
    def kept(self) -> Iterator["Kept"]:
        """Remember how everything is, to go back to it at will."""
        self._let_go()
        url = make_url(self.app.config["SQLALCHEMY_DATABASE_URI"])
        kept: Kept
        if url.get_backend_name() == "sqlite":
            kept = KeptFile(self, Path(url.database or ""))
        else:
            kept = KeptDatabase(
                self, libpq_url(url.set(database="postgres").render_as_string()), str(url.database)
            )
        kept.keep()
        kept.cookies = {
            who: visitor.client.get_cookie(COOKIE).value for who, visitor in self.visitors.items()
        }
        try:
            yield kept
        finally:
            self._let_go()
            kept.forget()


@dataclass
class Kept:
    """How everything was."""

    installation: Installation
    cookies: dict[tuple[str, datetime], str] = field(default_factory=dict, kw_only=True)

    def put_back(self) -> None:
        """Make everything as it was, in the database and in the browsers."""
        self.installation._let_go()
        self.replace()
        for who, cookie in self.cookies.items():
            self.installation.visitors[who].client.set_cookie(COOKIE, cookie)

    def keep(self) -> None:
        raise NotImplementedError

    def replace(self) -> None:
        raise NotImplementedError

    def forget(self) -> None:
        raise NotImplementedError


@dataclass
class KeptFile(Kept):
    """A copy of the SQLite file."""

    path: Path

    @property
    def _copy(self) -> Path:
        return self.path.with_suffix(f".kept{id(self)}")

    def keep(self) -> None:
        for one in self._beside():
            assert not one.exists(), "somebody still uses the database"
        shutil.copyfile(self.path, self._copy)

    def replace(self) -> None:
        for one in self._beside():
            one.unlink(missing_ok=True)
        shutil.copyfile(self._copy, self.path)

    def forget(self) -> None:
        self._copy.unlink()

    def _beside(self) -> list[Path]:
        return [self.path.with_name(self.path.name + end) for end in ("-wal", "-shm")]


@dataclass
class KeptDatabase(Kept):
    """A copy of the PostgreSQL database."""

    server: str
    name: str

    @property
    def _copy(self) -> str:
        return f"{self.name}_kept{id(self)}"

    def keep(self) -> None:
        with self._server() as connection:
            copy_database(connection, self._copy, self.name)

    def replace(self) -> None:
        with self._server() as connection:
            drop_database(connection, self.name)
            copy_database(connection, self.name, self._copy)

    def forget(self) -> None:
        with self._server() as connection:
            drop_database(connection, self._copy)

    def _server(self) -> psycopg.Connection:
        return psycopg.connect(self.server, autocommit=True)
