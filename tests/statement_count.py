"""How many SQL statements a page sends, those of the viewer and the reading log included."""

import contextlib
from collections.abc import Iterator

from flask import Flask
from sqlalchemy import event

from caseflow.db import db

MOST = 12
"""The most statements of a page for its own data; who is signed in and the reading log come on top."""


@contextlib.contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Gather the statements that the application sends meanwhile."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_others) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            sent.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)
