"""The door past the guard, for work that has no actor. Who may use it is listed in the import contracts."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from caseflow.access.roles import SYSTEM, SystemSession, speak_as
from caseflow.db import db, writes


@contextmanager
def system_session(reason: str) -> Iterator[Session]:
    """Open a session that sees everything, for a stated reason; commits at the end, rolls back on an error."""
    with SystemSession(db.engine, autoflush=False, info={"system": reason}) as session:
        yield session
        session.commit()


@contextmanager
def system_snapshot(reason: str) -> Iterator[Session]:
    """Open a session that sees everything as it stands at one moment, for a stated reason, and changes nothing."""
    engine = db.engine
    if engine.dialect.name != "sqlite":  # where a transaction always sees one moment
        engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    only_reads = writes.set(False)
    try:
        with SystemSession(engine, autoflush=False, info={"system": reason}) as session:
            yield session
    finally:
        writes.reset(only_reads)


@contextmanager
def system_connection(_reason: str) -> Iterator[Connection]:
    """Open a connection that sees everything in one transaction, for a stated reason; for what fills a database."""
    with db.engine.begin() as connection:
        speak_as(connection, SYSTEM, {})
        yield connection
