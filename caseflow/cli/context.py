"""What commands work with: the application around them, its moment, and progress shown to a person."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import click
from click._termui_impl import ProgressBar
from flask import Flask

from caseflow.access.canary import holes
from caseflow.accounts.actions import AccountError
from caseflow.accounts.passwords import WeakPasswordError
from caseflow.app import create_app
from caseflow.clock import Clock
from caseflow.config import Settings
from caseflow.db import db
from caseflow.migrate import is_current

REFUSALS = (AccountError, WeakPasswordError)
"""Errors of the domain whose own text says what is wrong."""


@contextmanager
def application() -> Iterator[Flask]:
    """Give a command the application, on a database that is migrated.

    Raises:
        ClickException: the database is not at the newest migration, or what was asked is refused.
    """
    app = create_app()
    with app.app_context():
        try:
            _require_migrated()
            yield app
        except REFUSALS as error:
            raise click.ClickException(str(error)) from error
        finally:
            db.session.remove()
            db.engine.dispose()


def require_wall(app: Flask) -> None:
    """Go on only when the second wall stands, where there is to be one.

    Raises:
        ClickException: it does not; the text says what is wrong.
    """
    settings: Settings = app.extensions["caseflow_settings"]
    with db.engine.connect() as connection:
        found = holes(connection, moment(app), in_production=settings.in_production)
    if found:
        raise click.ClickException("\n".join(["Nobody is served: the second wall does not stand.", *found]))


def _require_migrated() -> None:
    with db.engine.connect() as connection:
        if not is_current(connection):
            raise click.ClickException("The database is not migrated. Run `caseflow db upgrade` first.")


def moment(app: Flask) -> datetime:
    """Return the moment at which a command runs."""
    clock: Clock = app.extensions["caseflow_clock"]
    return clock()


@contextmanager
def progress(doing: str, length: int | None) -> Iterator[Callable[[int], None]]:
    """Show a person how far work has come; say nothing where nobody is watching. Give it how many more are done."""
    if not sys.stderr.isatty():
        yield lambda _more: None
        return
    shown: ProgressBar[int] = click.progressbar(
        length=length, label=doing, file=sys.stderr, show_pos=length is None
    )
    with shown as bar:
        yield bar.update
