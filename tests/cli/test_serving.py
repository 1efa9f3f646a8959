"""Serving: the demo with its accounts, and the servers themselves, started and asked."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from sqlalchemy import create_engine, text

from caseflow.accounts.passwords import matches
from caseflow.cli.demo import PASSWORD, accounts, fill, throw_away
from caseflow.config import Mode
from tests.app_fixtures import SettableClock, running, settings_for
from tests.logins import lesser_login

PATIENCE = 30
"""How long a server may take to answer at first. Unit: seconds."""


def test_a_demo_is_filled_once_and_everybody_gets_in(database_url):
    for _ in range(2):
        with running(database_url, SettableClock(), Mode.DEMO) as app, app.app_context():
            fill(app)
            listed = list(accounts())
    assert PASSWORD in listed[0]
    assert {"\nCase director", "\nTeam lead", "\nPartner", "\nEvaluator"} <= set(listed)
    engine = create_engine(database_url)
    with engine.connect() as connection:
        hashes = set(connection.scalars(text("select password_hash from credential")))
        users = connection.scalar(text('select count(*) from "user"'))
        assert connection.scalar(text("select count(*) from credential")) == users > 50
    engine.dispose()
    [stored] = hashes
    assert matches(PASSWORD, stored)


def test_a_demo_gives_nobody_a_password_outside_demo_mode(shell, database_url):
    answer = shell("demo", url=database_url)
    assert (answer.code, "CASEFLOW_ENV=demo" in answer.err) == (1, True)


def test_starting_over_leaves_nothing_of_what_was_entered(story_url):
    throw_away(settings_for(story_url, Mode.DEMO))
    engine = create_engine(story_url)
    with engine.connect() as connection, pytest.raises(Exception, match=r"no such table|does not exist"):
        connection.scalar(text("select count(*) from entry"))
    engine.dispose()


def test_other_machines_are_served_in_production_only(shell, database_url):
    answer = shell("serve", "--host", "0.0.0.0", url=database_url)  # noqa: S104 - it is refused
    assert (answer.code, "CASEFLOW_ENV=production" in answer.err) == (1, True)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_sqlite_is_served_by_one_process(shell, database_url):
    assert shell("serve", "--workers", "2", url=database_url).code == 2


def test_the_server_answers_and_stops_when_told(database_url):
    port = free_port()
    settings = {
        "CASEFLOW_ENV": "production",
        "CASEFLOW_DATABASE_URL": lesser_login(database_url),
        "CASEFLOW_SECRET_KEY": "only tests know this secret key, which is long",
        "CASEFLOW_ENCRYPTION_KEYS": "k1:" + "bmV3IGtleSBvZiBleGFjdGx5IDMyIGJ5dGVzIQAAAAA=",
        "CASEFLOW_ALLOWED_HOSTS": "127.0.0.1",
    }
    workers = [] if database_url.startswith("sqlite") else ["--workers", "2"]
    with server("serve", "--port", str(port), *workers, settings=settings):
        assert ask(port, "/healthz") == 200
        assert ask(port, "/readyz") == 200
        assert ask(port, "/today") == 303


def free_port():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return bound.getsockname()[1]


@contextlib.contextmanager
def server(*arguments, settings):
    command = [sys.executable, "-m", "caseflow.cli", *arguments]
    process = subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


class Stay(urllib.request.HTTPRedirectHandler):
    """Look at the first answer, wherever it points."""

    def redirect_request(self, *_arguments):
        return None


def ask(port, path):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), Stay)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            return opener.open(f"http://127.0.0.1:{port}{path}", timeout=5).status
        except urllib.error.HTTPError as answer:
            return answer.code
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(path)
