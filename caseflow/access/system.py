"""The door past the guard, for work that has no actor. Who may use it is listed in the import contracts."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from caseflow.db import db


@contextmanager
def system_session(reason: str) -> Iterator[Session]:
    """Open a session that sees everything, for a stated reason; commits at the end, rolls back on an error."""
    with Session(db.engine, autoflush=False, info={"system": reason}) as session:
        yield session
        session.commit()
