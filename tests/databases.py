"""Fixtures that give a test a real, migrated, empty database: every test on SQLite and on PostgreSQL.

A template is migrated once per worker and engine. On SQLite it is copied for each test. On PostgreSQL a copy is lent to
one test after another, put back to how it was in between, together with the connections to it and what was planned on
them: planning anew took a fifth of the time of such a test.
A test for one engine only says `@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)`.
"""

import contextlib
import itertools
import os
import shutil
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import ClassVar

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url
from sqlalchemy.pool import Pool

from caseflow.access.rls import wall
from caseflow.migrate import upgrade
from tests import postgres
from tests.places import scratch_root
from tests.putting_back import is_in_use, keep_rows, shape

ENGINES = ("sqlite", "postgresql")
WALL_OF_NOW = "CASEFLOW_TEST_WALL"
"""Set in the environment to stand behind the second wall as the rules make it now, whatever was migrated."""


class PostgresServer:
    """A running server, and databases on it that tests are lent: copies of others, put back to how they were."""

    def __init__(self, url: str, connection: psycopg.Connection) -> None:
        self._url = make_url(url)
        self._connection = connection
        self._names = (f"caseflow_test_{os.getpid()}_{number}" for number in itertools.count())
        self._free: dict[str, list[Lent]] = defaultdict(list)

    @contextlib.contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """Make a database, give its address, drop it however many connections are left open."""
        name = next(self._names)
        copy_database(self._connection, name, template)
        try:
            yield self.address(name)
        finally:
            drop_database(self._connection, name)

    def address(self, name: str) -> str:
        """Return the address of a database on this server."""
        return self._url.set(database=name).render_as_string(hide_password=False)

    @contextlib.contextmanager
    def lent(self, template: str) -> Iterator[str]:
        """Give the address of a copy: one that was lent before, if its rows are all that became other."""
        free = self._free[template]
        one = free.pop() if free else self._new(template)
        is_as_before = False
        try:
            yield one.url
            is_as_before = one.is_as_before()
        finally:
            if is_as_before:
                free.append(one)
            else:
                self._drop(one)

    def drop_all(self) -> None:
        """Let go of all that is lent no more."""
        for one in chain(*self._free.values()):
            self._drop(one)

    def _new(self, template: str) -> "Lent":
        name = next(self._names)
        copy_database(self._connection, name, template)
        return Lent(name, self.address(name))

    def _drop(self, one: "Lent") -> None:
        one.give_up()
        drop_database(self._connection, one.name)


class Lent:
    """A database that one test after another gets, with the connections to it."""

    pools: ClassVar[dict[str, Pool | None]] = {}
    """By address: the connections that an application of a test left, for that of the next."""

    def __init__(self, name: str, url: str) -> None:
        self.name, self.url = name, url
        self.pools[url] = None
        self._server = psycopg.connect(postgres.libpq_url(url), autocommit=True)
        self._put_back = keep_rows(self._server)
        self._shape = shape(self._server)

    def is_as_before(self) -> bool:
        """Put all rows back, and tell whether everything else is as it was and nobody is still at work."""
        if is_in_use(self._server) or shape(self._server) != self._shape:
            return False
        try:
            self._put_back()
        except psycopg.errors.LockNotAvailable:
            return False
        return True

    def give_up(self) -> None:
        """Let go of all connections."""
        self._server.close()
        if pool := self.pools.pop(self.url, None):
            pool.dispose()


def copy_database(connection: psycopg.Connection, name: str, template: str) -> None:
    """Make a database like another, to which nobody may be connected."""
    # Copying files is twice as fast as logging the copy, and fit only for a server that keeps nothing.
    strategy = sql.SQL("strategy file_copy" if connection.info.server_version >= 150_000 else "")
    command = sql.SQL("create database {} template {} {}")
    connection.execute(command.format(sql.Identifier(name), sql.Identifier(template), strategy))


def drop_database(connection: psycopg.Connection, name: str) -> None:
    """Drop a database, however many connections are left open."""
    connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Start PostgreSQL, once per worker, at the first test that wants it."""
    if not postgres.is_available():
        pytest.skip("no PostgreSQL here; `make test` brings one")
    with postgres.running() as url, psycopg.connect(postgres.libpq_url(url), autocommit=True) as connection:
        server = PostgresServer(url, connection)
        yield server
        server.drop_all()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> Iterator[str]:
    """Name the migrated database that PostgreSQL tests copy."""
    with postgres_server.database() as url:
        upgrade(url)
        if os.environ.get(WALL_OF_NOW):
            _put_up_wall_of_now(url)
        yield make_url(url).database or ""


def _put_up_wall_of_now(url: str) -> None:
    with psycopg.connect(postgres.libpq_url(url)) as connection:
        connection.execute(wall().encode())


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[Path]:
    """Name the migrated file that SQLite tests copy."""
    with _scratch_folder() as folder:
        path = folder / "template.sqlite3"
        upgrade(f"sqlite:///{path}")
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("pragma wal_checkpoint(truncate)")  # everything in the one file that is copied
        yield path


@contextlib.contextmanager
def _scratch_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="cf-", dir=scratch_root(), ignore_cleanup_errors=True) as name:
        yield Path(name)


@contextlib.contextmanager
def fresh_database(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of a migrated, empty database; the fixture's parameter names the engine."""
    if request.param == "sqlite":
        with _scratch_folder() as folder:
            path = folder / "caseflow.sqlite3"
            shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
            yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("postgres_server")
    with server.lent(request.getfixturevalue("postgres_template")) as url:
        yield url


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give one test a migrated, empty database of its own."""
    with fresh_database(request) as url:
        yield url


@pytest.fixture(scope="module", params=ENGINES)
def shared_database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the tests of one module a migrated, empty database that they share."""
    with fresh_database(request) as url:
        yield url
