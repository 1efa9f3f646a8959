"""Fixtures that give a test a real, migrated, empty database: every test on SQLite and on PostgreSQL.

A template is migrated once per worker and engine, and copied for each test: 1 ms on SQLite and 20 on
PostgreSQL when the copies are kept in memory.
A test for one engine only says `@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)`.
"""

import contextlib
import itertools
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url

from caseflow.access.rls import wall
from caseflow.migrate import upgrade
from tests import postgres
from tests.places import scratch_root

ENGINES = ("sqlite", "postgresql")
WALL_OF_NOW = "CASEFLOW_TEST_WALL"
"""Set in the environment to stand behind the second wall as the rules make it now, whatever was migrated."""


class PostgresServer:
    """A running server, and the migrated database on it that others are copied from."""

    def __init__(self, url: str, connection: psycopg.Connection) -> None:
        self._url = make_url(url)
        self._connection = connection
        self._names = (f"caseflow_test_{os.getpid()}_{number}" for number in itertools.count())

    @contextlib.contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """Make a database, give its address, drop it however many connections are left open."""
        name = next(self._names)
        copy_database(self._connection, name, template)
        try:
            yield self._url.set(database=name).render_as_string(hide_password=False)
        finally:
            drop_database(self._connection, name)


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
        yield PostgresServer(url, connection)


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
    with server.database(request.getfixturevalue("postgres_template")) as url:
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
