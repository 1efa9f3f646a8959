"""A transaction beside the request's own, for a view that writes down what was tried also where it refuses."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from caseflow.access import guard
from caseflow.db import GuardedSession, db, writes
from caseflow.web.viewer import current_actor


@contextmanager
def apart() -> Iterator[Session]:
    """Open a guarded session for who sends the request; commits at the end, rolls back on an error."""
    may_write = writes.set(True)
    try:
        with GuardedSession(db=db, autoflush=False) as session:
            guard.bind(session, current_actor())
            yield session
            session.commit()
    finally:
        writes.reset(may_write)
