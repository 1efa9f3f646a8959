"""Runs tests again and again, each time in a fork of one process that has imported all that is not ours.

`python -m tests.access.forks` reads a run a line from standard input, as JSON, and writes how it ended: what pytest
gives back, or -1 when it took too long. What leans on caseflow/access is imported in the fork: it may have changed.
"""

import importlib
import json
import os
import signal
import sys

BEFOREHAND = (
    "_pytest.assertion.rewrite",
    "alembic.command",
    "argon2",
    "babel.messages.pofile",
    "caseflow.migrate",
    "cryptography.hazmat.primitives.ciphers.aead",
    "dateutil.relativedelta",
    "email.message",
    "flask_babel",
    "flask_login",
    "flask_sqlalchemy",
    "flask_wtf",
    "hypothesis",
    "jsonschema",
    "playwright.sync_api",
    "psycopg",
    "pytest",
    "snowballstemmer",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.orm",
    "wtforms",
    "xdist.plugin",
)


def serve() -> None:
    """Answer runs until standard input ends."""
    for name in BEFOREHAND:
        importlib.import_module(name)
    early = [name for name in sys.modules if name.startswith("caseflow.access")]
    if early:
        raise RuntimeError(f"imported before it was changed: {early}")
    for line in sys.stdin:
        print(_ended(**json.loads(line)), flush=True)


def _ended(arguments: list[str], environment: dict[str, str], limit: int, *, keeps_compiled: bool) -> int:
    child = os.fork()
    if child == 0:
        signal.alarm(limit)
        sys.dont_write_bytecode = not keeps_compiled
        _run(arguments, environment)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else -1


def _run(arguments: list[str], environment: dict[str, str]) -> None:
    """Run tests in a fork, which ends here."""
    os.environ.update(environment)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os._exit(int(importlib.import_module("pytest").main(arguments)))


if __name__ == "__main__":
    serve()
