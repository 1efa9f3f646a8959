"""The tests' own ground: each test has an empty, migrated database, and no server outlives its session."""

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from flask import Flask
from sqlalchemy import (
    ClauseElement,
    Executable,
    Select,
    bindparam,
    create_engine,
    delete,
    func,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

import caseflow.db
from caseflow.db import Ids, db, is_one_of
from caseflow.models import Deputy, Entry, Milestone
from tests import postgres
from tests.postgres import libpq_url


@pytest.mark.parametrize("_round", [1, 2])
def test_every_test_gets_a_migrated_database_without_what_another_left(database_url, _round):
    engine = create_engine(database_url)
    tables = set(inspect(engine).get_table_names())
    assert "alembic_version" in tables
    assert "left_behind" not in tables
    with engine.begin() as connection:
        connection.execute(text("create table left_behind (id integer)"))
    engine.dispose()


@pytest.mark.parametrize("story_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("_round", [1, 2])
def test_every_test_of_the_story_counts_from_where_it_stopped(story, _round):
    numbers = text("select nextval(pg_get_serial_sequence('search_terms', 'id'))")
    with story.app_context(), db.engine.begin() as connection:
        last = connection.scalar(text("select max(id) from search_terms"))
        assert connection.scalar(numbers) == last + 1


@pytest.mark.parametrize("_round", [1, 2, 3])
def test_every_test_of_the_story_finds_it_as_it_was(story, _round):
    with story.app_context(), db.engine.begin() as connection:
        assert connection.scalar(select(func.count()).where(Milestone.result == "Left behind")) == 0
        assert connection.scalar(select(func.count(Deputy.id))) > 0
        connection.execute(update(Milestone).values(result="Left behind"))
        connection.execute(delete(Deputy))


def test_tests_of_a_module_share_one_database(shared_database_url):
    engine = create_engine(shared_database_url)
    assert "alembic_version" in inspect(engine).get_table_names()
    engine.dispose()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_postgresql_is_reached_without_a_network(database_url):
    assert make_url(database_url).host is None or "CASEFLOW_TEST_PG_URL" in os.environ


SESSION_THAT_HANGS = """
import time
from tests.postgres import running
with running() as url:
    print(url, flush=True)
    time.sleep(60)
"""


def test_the_server_stops_when_the_session_is_killed():
    if postgres.find_programs() is None or postgres.server_url():
        pytest.skip("no PostgreSQL programs here, or a server given")
    session = subprocess.Popen([sys.executable, "-c", SESSION_THAT_HANGS], stdout=subprocess.PIPE, text=True)
    folder = Path(make_url(session.stdout.readline().strip()).query["host"])
    assert folder.exists()
    session.send_signal(signal.SIGKILL)
    session.communicate()
    deadline = time.monotonic() + 10
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not folder.exists()


def test_no_test_reaches_another_machine():
    with pytest.raises(PermissionError, match=r"192\.0\.2\.1"), socket.socket() as connection:
        connection.connect(("192.0.2.1", 25))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_connection_that_the_server_dropped_is_replaced_once_it_was_left_alone(app, monkeypatch):
    monkeypatch.setattr(caseflow.db, "ALONE", -1)  # any pause is long
    whose = text("select pg_backend_pid()")
    with app.app_context():
        with caseflow.db.db.engine.connect() as connection:
            before = connection.scalar(whose)
        url = caseflow.db.db.engine.url.render_as_string(hide_password=False)
        with psycopg.connect(libpq_url(url), autocommit=True) as other:
            other.execute("select pg_terminate_backend(%s)", [before])
        with caseflow.db.db.engine.connect() as connection:
            assert connection.scalar(whose) not in {before, None}


@pytest.mark.parametrize("story_url", ["postgresql"], indirect=True)
def test_what_was_planned_outlives_what_was_refused_not_found_previewed_or_left_alone(
    story, sign_in, clock, monkeypatch
):
    monkeypatch.setattr(caseflow.db, "ALONE", -1.0)
    clock.set(datetime(2023, 5, 2, 12, 0, tzinfo=UTC))
    ilse = sign_in("ilse-brand")
    with story.app_context():
        db.engine.dispose()
    form = ilse.get("/cases/OD-2023-004/milestones/new")
    form.submit(kind="")
    before = _planned(story)
    assert len(before) > 10, "one connection served it all"
    assert form.submit(kind="").status == 422
    assert ilse.get("/cases/XX-1999-999").status == 404
    assert ilse.get("/cases/OD-2023-004/milestones/new").status == 200
    partners = ilse.get("/cases/OD-2023-004/partners").links.values()
    assert ilse.get(next(address for address in partners if address.endswith("/preview"))).status == 200
    assert before <= _planned(story)


def _planned(app: Flask) -> set[tuple[int, str]]:
    with app.app_context(), db.engine.connect() as connection:
        found = connection.execute(text("select pg_backend_pid(), name from pg_prepared_statements"))
        return {(pid, name) for pid, name in found}


class Explained(Executable, ClauseElement):
    """A statement of which a database says how it will run it."""

    inherit_cache = False

    def __init__(self, statement: Select) -> None:
        self.statement = statement


@compiles(Explained)
def _explained(how: Explained, compiler: SQLCompiler, **options: object) -> str:
    word = "EXPLAIN QUERY PLAN" if compiler.dialect.name == "sqlite" else "EXPLAIN"
    return f"{word} {compiler.process(how.statement, **options)}"


def test_what_is_among_given_ids_is_looked_up_by_an_index(database_url):
    """SQLite compares a boolean with 1 among conditions, and then goes through the whole table."""
    engine = create_engine(database_url)
    ids = bindparam("ids", [uuid4()], type_=Ids())
    here = is_one_of(Entry.case_id, ids), Entry.protected.is_(False)
    wanted = select(func.count()).select_from(Entry).where(*here)
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":  # which goes through a table that is empty
            connection.execute(text("SET enable_seqscan = off"))
        plan = connection.execute(Explained(wanted)).all()
    engine.dispose()
    assert "ix_entry_case_" in str(plan)
