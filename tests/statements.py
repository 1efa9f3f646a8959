"""Counts the statements that a page costs."""

import contextlib
from collections.abc import Iterator

from flask import Flask
from sqlalchemy import event

from caseflow.db import db

TRANSACTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


@contextlib.contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Gather the statements that are sent to the database meanwhile, without those that frame a transaction."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, _parameters, _context, _many):
        if not statement.lstrip().upper().startswith(TRANSACTIONS):
            sent.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)
