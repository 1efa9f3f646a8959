"""A running application at a chosen moment, people who sign in to it, and pages as they see them.

`app` runs on an empty database, `story` on one with both demo bundles, every test on SQLite and on PostgreSQL.
`sign_in(key)` gives the browser of a user of the story; `visitor` is somebody who is not signed in.
"""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import CodeType
from typing import ClassVar

import pytest
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy import event, select
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session
from werkzeug.routing import BaseConverter, Rule
from werkzeug.routing.rules import RulePart

from caseflow import models
from caseflow.accounts import sessions
from caseflow.app import create_app
from caseflow.config import Mode, Settings
from caseflow.db import db
from tests.databases import ENGINES, Lent, PostgresServer
from tests.demo_bundles import import_demo_bundles
from tests.pages import Visitor
from tests.places import scratch_root

KEYS = "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""A Monday, after everything in the demo bundles was recorded."""

PLANS = 250
"""How many statements a connection keeps planned, of about a megabyte each: a test goes through more pages on one than
people do."""

FIRST_ENGINES: dict[str, Engine] = {}
"""The first engine of each kind, by the name of its dialect."""


@dataclass
class SettableClock:
    """A clock that stands still until it is set."""

    moment: datetime = MORNING

    def __call__(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        self.moment = moment


def settings_for(url: str, mode: Mode = Mode.TEST, **others: object) -> Settings:
    """Return the settings of an installation for tests."""
    values: dict = {"secret_key_fallbacks": (), "allowed_hosts": (), "locale": "nl"} | others
    return Settings(mode, url, secret_key="a secret key that only tests know", encryption_keys=KEYS, **values)


class CompiledTemplates(BytecodeCache):
    """Templates compiled once per worker: compiling them anew for every application takes most of a test's time."""

    kept: ClassVar[dict[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.kept.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key + bucket.checksum] = bucket.code


class CompiledRoutes(Rule):
    """Routes compiled once per worker: every application has the same, and compiling them is most of making one."""

    kept: ClassVar[dict[tuple, Callable[..., tuple[str, str]]]] = {}
    parsed: ClassVar[dict[str, tuple[list[RulePart], list[tuple[bool, str]], dict[str, BaseConverter]]]] = {}

    def _parse_rule(self, rule: str) -> Iterable[RulePart]:
        if rule not in self.parsed:
            begin = len(self._trace)
            self.parsed[rule] = [*super()._parse_rule(rule)], self._trace[begin:], {**self._converters}
            return self.parsed[rule][0]
        parts, trace, converters = self.parsed[rule]
        self._trace += trace
        self._converters |= converters
        self.arguments |= converters.keys()
        return parts

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        written = self.rule, self.subdomain, repr(self.defaults), append_unknown
        if written not in self.kept:
            self.kept[written] = super()._compile_builder(append_unknown)
        return self.kept[written]


Flask.url_rule_class = CompiledRoutes


@contextlib.contextmanager
def running(url: str, clock: SettableClock, mode: Mode = Mode.TEST) -> Iterator[Flask]:
    """Run an application on a database, and let go of it afterwards."""
    app = create_app(settings_for(url, mode), clock)
    app.jinja_env.bytecode_cache = CompiledTemplates()
    with app.app_context():
        _connect_as_before(db.engine, url)
        _compile_once(db.engine)
    try:
        yield app
    finally:
        with app.app_context():
            db.session.remove()
            if Lent.pools.get(url) is not db.engine.pool:
                db.engine.dispose()


def _connect_as_before(engine: Engine, url: str) -> None:
    """Use the connections that the test before left to a database that is lent again."""
    if left := Lent.pools.get(url):
        engine.pool = left
        return
    see_everything_by_default(engine)
    _keep_more_plans(engine)
    if url in Lent.pools:
        Lent.pools[url] = engine.pool


def see_everything_by_default(engine: Engine) -> None:
    """Let what a test looks up beside the application see everything; what goes through the application does not."""
    if engine.dialect.name == "postgresql":

        @event.listens_for(engine, "connect")
        def see_everything(driver, _record) -> None:
            driver.execute("RESET ROLE")
            driver.commit()


def _keep_more_plans(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":

        @event.listens_for(engine, "connect")
        def keep_more_plans(driver, _record) -> None:
            driver.prepared_max = PLANS


def _compile_once(engine: Engine) -> None:
    """Let all engines of one kind share what they compile: the rules in every statement take seconds to compile."""
    first = FIRST_ENGINES.setdefault(engine.dialect.name, engine)
    if first is engine:
        engine.connect().close()  # so that the dialect knows what it talks to
    engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache


@pytest.fixture
def clock() -> SettableClock:
    """The clock of the application under test."""
    return SettableClock()


@pytest.fixture
def app(database_url: str, clock: SettableClock) -> Iterator[Flask]:
    """An application on a migrated, empty database."""
    with running(database_url, clock) as app:
        yield app


@pytest.fixture(scope="session")
def sqlite_story(sqlite_template: Path) -> Iterator[Path]:
    """Name the file with both demo bundles in it."""
    with tempfile.TemporaryDirectory(prefix="cf-", dir=scratch_root(), ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "story.sqlite3"
        shutil.copyfile(sqlite_template, path)
        _fill(f"sqlite:///{path}")
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("pragma wal_checkpoint(truncate)")
        yield path


@pytest.fixture(scope="session")
def postgres_story(postgres_server: PostgresServer, postgres_template: str) -> Iterator[str]:
    """Name the database with both demo bundles in it."""
    with postgres_server.database(postgres_template) as url:
        _fill(url)
        yield make_url(url).database or ""


def _fill(url: str) -> None:
    with running(url, SettableClock()) as app:
        import_demo_bundles(app)


@contextlib.contextmanager
def copy_of_story(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of a database with both demo bundles; the fixture's parameter names the engine."""
    if request.param == "sqlite":
        with tempfile.TemporaryDirectory(
            prefix="cf-", dir=scratch_root(), ignore_cleanup_errors=True
        ) as folder:
            path = Path(folder) / "story.sqlite3"
            shutil.copyfile(request.getfixturevalue("sqlite_story"), path)
            yield f"sqlite:///{path}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.lent(request.getfixturevalue("postgres_story")) as url:
        yield url


@pytest.fixture(params=ENGINES)
def story_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database with both demo bundles, of the test's own."""
    with copy_of_story(request) as url:
        yield url


@pytest.fixture
def story(story_url: str, clock: SettableClock) -> Iterator[Flask]:
    """An application in which both demo bundles were imported."""
    with running(story_url, clock) as app:
        yield app


@pytest.fixture
def visitor(story: Flask) -> Visitor:
    """Somebody who is not signed in."""
    return Visitor(story.test_client())


@pytest.fixture
def sign_in(story: Flask, clock: SettableClock) -> Callable[..., Visitor]:
    """Give the browser of a user of the story, by their key, in a language."""

    def signed_in(key: str, locale: str | None = "nl") -> Visitor:
        return signed_in_visitor(story, key, clock(), locale)

    return signed_in


def signed_in_visitor(app: Flask, key: str, now: datetime, locale: str | None = "nl") -> Visitor:
    """Give the browser of a user, by their key: signed in without the cost of a password."""
    with app.app_context(), Session(db.engine) as session:
        user = session.scalars(select(models.User).where(models.User.key == key)).one()
        user.locale = locale
        token = sessions.start(session, user.id, now)
        session.commit()
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = token
    return Visitor(client)


@pytest.fixture(params=["nl", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    """Each of the languages."""
    return request.param
