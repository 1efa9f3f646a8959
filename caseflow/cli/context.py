"""What commands work with: the application around them, its moment, and progress shown to a person."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import click
from flask import Flask

from caseflow.app import create_app
from caseflow.clock import Clock
from caseflow.db import db
from caseflow.migrate import is_current


@contextmanager
def application() -> Iterator[Flask]:
    """Give a command the application, on a database that is migrated.

    Raises:
        ClickException: the database is not at the newest migration.
    """
    app = create_app()
    with app.app_context():
        with db.engine.connect() as connection:
            if not is_current(connection):
                raise click.ClickException("The database is not migrated. Run `caseflow db upgrade` first.")
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


def moment(app: Flask) -> datetime:
    """Return the moment at which a command runs."""
    clock: Clock = app.extensions["caseflow_clock"]
    return clock()


def on_a_terminal() -> bool:
    """Whether a person is watching, who wants to see that work goes on."""
    return sys.stderr.isatty()
