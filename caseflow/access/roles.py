"""As whom a transaction speaks to PostgreSQL: for one actor, or as the system; never as who may do everything.

Both are roles that no one logs in as. Roles and settings last for a transaction, so that a connection that goes back
to its pool, or to a pooler in between, says nothing of who used it before.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, SessionTransaction
from sqlalchemy.pool import ConnectionPoolEntry

from caseflow.access.actor import Actor
from caseflow.access.aside import SCHEMA
from caseflow.access.asking import ALL_FOUND, FOUND_OPEN, MARK, SEAT_HERE, values_for
from caseflow.db import GuardedSession, writes

ACTORS = "caseflow_app"
"""For whom the policies are."""
SYSTEM = "caseflow_system"
"""Who sees everything, for a stated reason."""


NO_ROLE = """\
This login to PostgreSQL may not take on the role {role}, or there is no such role. Run `caseflow db upgrade` as the
owner of the database, and grant {actors} and {system} to the login."""


MARKS = count(1)
"""A mark for each time that somebody begins to speak: what was found for who spoke before is not found by it."""
ONE_MOMENT = "one_moment"
"""Of a session: whether the transaction that runs only reads, and so sees one moment."""


class RoleError(RuntimeError):
    """The role for a transaction cannot be taken on; the text says what to do."""


class SystemSession(Session):
    """A session that speaks as the system."""


@event.listens_for(GuardedSession, "after_begin")
def _speak_for_the_actor(session: Session, transaction: SessionTransaction, connection: Connection) -> None:
    if not transaction.nested:
        actor, reads = session.info.get("actor"), not writes.get()
        session.info[ONE_MOMENT] = reads
        speak_as(connection, ACTORS, {} if actor is None else values_for(actor), keeps=reads)


@event.listens_for(SystemSession, "after_begin")
def _speak_as_the_system(_session: Session, transaction: SessionTransaction, connection: Connection) -> None:
    if not transaction.nested:
        speak_as(connection, SYSTEM, {})


@contextmanager
def past_the_wall(session: Session) -> Iterator[Connection]:
    """Ask as the system for a moment, where an answer decides and is never shown; the session's guard stays as it is.

    Gives its connection, which has no guard. A session without an actor is the system already. An error ends the
    transaction, and the role with it.
    """
    actor, connection = session.info.get("actor"), Session.connection(session)
    if actor is None:
        yield connection
        return
    speak_as(connection, SYSTEM, {})
    yield connection
    speak_as(connection, ACTORS, values_for(actor), keeps=bool(session.info.get(ONE_MOMENT)))


@contextmanager
def behind_the_wall(session: Session, actor: Actor) -> Iterator[Connection]:
    """Give a system session's connection while it speaks for an actor: on PostgreSQL the policies alone decide.

    An error ends the transaction, and the role with it.
    """
    connection = Session.connection(session)
    speak_as(connection, ACTORS, values_for(actor))
    yield connection
    speak_as(connection, SYSTEM, {})


def begin_as_nobody(engine: Engine) -> None:
    """Let every new connection of an engine begin in the role for actors, of whom it names none: it sees nothing.

    Whatever forgets to say for whom it speaks then speaks for nobody, also when the login owns every table.
    """
    if engine.dialect.name == "postgresql":
        event.listen(engine, "connect", _become_nobody)


def _become_nobody(driver: psycopg.Connection, _record: ConnectionPoolEntry) -> None:
    take_on(driver, ACTORS)
    driver.commit()


def take_on(driver: Any, role: str) -> None:
    """Take on a role for as long as the connection lasts.

    Raises:
        RoleError: there is no such role, or the login may not.
    """
    try:
        driver.execute(f"SET ROLE {role}")
    except (psycopg.errors.InvalidParameterValue, psycopg.errors.InsufficientPrivilege) as error:
        driver.rollback()
        raise RoleError(NO_ROLE.format(role=role, actors=ACTORS, system=SYSTEM)) from error


def speak_as(connection: Connection, role: str, values: dict[str, Any], *, keeps: bool = False) -> None:
    """Take on a role until the transaction ends, for the actor with these values. One statement, and none on SQLite.

    It frames the transaction as BEGIN does, so it goes to the driver directly. In a transaction that only reads, and so
    sees one moment, PostgreSQL keeps what it finds.
    """
    if connection.dialect.name == "postgresql":
        mark = f"{next(MARKS)}:" if keeps else None
        told = {**values, MARK.key: mark, SEAT_HERE.key: None, FOUND_OPEN.key: None, ALL_FOUND.key: None}
        _send(connection, _settings(tuple(told)), [role, *map(_plain, told.values())])


def open_entries(connection: Connection, entry_ids: Collection[UUID]) -> None:
    """Let PostgreSQL find out which of some entries are open to who asks, for the rest of a transaction that reads."""
    if connection.dialect.name == "postgresql":
        _send(connection, f"SELECT {SCHEMA}.open_entries($1)".encode(), [list(entry_ids)])


@contextmanager
def open_beside_seats(connection: Connection) -> Iterator[None]:
    """Let it find out all that is open to who asks without a seat: as long as this lasts, nothing else is.

    An error ends the request, and so the transaction, which only reads.
    """
    if connection.dialect.name == "postgresql":
        _send(connection, f"SELECT {SCHEMA}.open_beside_seats()".encode(), [])
    yield
    open_entries(connection, ())


def _send(connection: Connection, statement: bytes, values: list[Any]) -> None:
    driver: Any = connection.connection.driver_connection
    try:
        psycopg.RawCursor(driver).execute(statement, values)
    except psycopg.OperationalError as error:  # as SQLAlchemy says it of any other statement
        raise OperationalError(statement.decode(), values, error) from error


@cache
def _settings(names: tuple[str, ...]) -> bytes:
    """Return the statement that sets the role and these settings: one text for all, which is prepared once."""
    called = ["role", *(f"caseflow.{name}" for name in names)]
    calls = (f"set_config('{name}', ${number}, true)" for number, name in enumerate(called, 1))
    return f"SELECT {', '.join(calls)}".encode()


def _plain(value: Any) -> str:
    """Write a value as PostgreSQL reads it from a setting; empty is null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | UUID) else str(value.isoformat())
