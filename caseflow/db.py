"""The database handle, the base class of all tables, and the column types."""

import json
import sqlite3
from collections.abc import Collection
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from time import monotonic
from typing import Any, ClassVar, NoReturn
from uuid import UUID, uuid4

import psycopg
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from psycopg import IsolationLevel
from psycopg.pq import ExecStatus, TransactionStatus
from sqlalchemy import Boolean, DateTime, Dialect, MetaData, Text, Uuid, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry, Pool
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType

from caseflow.sealing import Place, keyring

writes: ContextVar[bool] = ContextVar("caseflow_writes", default=True)
"""Whether the coming transaction may write. SQLite then takes its lock at the start, so that no update is lost; on
PostgreSQL one that may not sees one moment, and one that may sees what others wrote meanwhile, and waits for them."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=15000", "foreign_keys=ON")


_LEFT_AT = "caseflow_left_at"
ALONE = 2.0
"""After how long a connection is asked whether its server is still there. Unit: seconds."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC.

        Raises:
            ValueError: the moment has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored moment, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class _IdArray(UserDefinedType[str]):
    """An array of PostgreSQL that is written as text: to write it as a list of ids takes ten times as long."""

    cache_ok = True
    render_bind_cast = True

    def get_col_spec(self, **_options: Any) -> str:
        """Return the name of the type."""
        return "UUID[]"


class Ids(TypeDecorator[Collection[UUID]]):
    """Some ids as a single value: the statement is the same text however many are asked for, and is planned once."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Let PostgreSQL take an array; SQLite takes a list as JSON."""
        return dialect.type_descriptor(_IdArray() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Collection[UUID] | None, dialect: Dialect) -> str:
        """Write the ids as the database reads a list."""
        ids = [one.hex for one in value or ()]
        return "{" + ",".join(ids) + "}" if dialect.name == "postgresql" else json.dumps(ids)


class is_one_of(FunctionElement[bool]):  # noqa: N801 - written where SQLAlchemy's own functions stand
    """The id is among those of a parameter of type `Ids`."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> "is_one_of":
        """Stand as it is among conditions: SQLite would be asked whether it equals 1, and takes no index by that."""
        return self


@compiles(is_one_of, "postgresql")
def _in_array(asked: is_one_of, compiler: SQLCompiler, **options: Any) -> str:
    one, ids = (compiler.process(clause, **options) for clause in asked.clauses)
    return f"{one} = ANY ({ids})"


@compiles(is_one_of, "sqlite")
def _in_json(asked: is_one_of, compiler: SQLCompiler, **options: Any) -> str:
    one, ids = (compiler.process(clause, **options) for clause in asked.clauses)
    return f"{one} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - two compiled clauses, no text from outside


class Code(TypeDecorator[StrEnum]):
    """A word of a fixed vocabulary, stored as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        """Store the word itself.

        Raises:
            ValueError: the word is not in the vocabulary.
        """
        return None if value is None else self.vocabulary(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Return the member of the vocabulary."""
        return None if value is None else self.vocabulary(value)


class Base(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, TypeEngine[Any]]] = {
        datetime: UtcDateTime(),
        UUID: Uuid(),
        str: Text(),
    }


FILLED_BY_MIGRATION = {"filled_by_migration": True}
"""What a table says of itself whose rows come with its migration: a database that is new has them already."""


class Identified:
    """Rows with a random id, which says nothing about order, number or time."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)


class Sealed:
    """A text that stands encrypted in the column `<name>_sealed` of the same row, and reads as text.

    The row's id must be known before the text is set: it is part of what is authenticated.
    """

    def __init__(self, table: str, row: str = "id") -> None:
        self.table = table
        self.row = row

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.column = f"{name}_sealed"

    def __get__(self, instance: Any, owner: type | None = None) -> str | None:
        if instance is None:
            return None
        sealed = getattr(instance, self.column)
        return None if sealed is None else unseal(sealed, self.table, self.name, getattr(instance, self.row))

    def __set__(self, instance: Any, value: str | None) -> None:
        place = Place(self.table, self.name, getattr(instance, self.row))
        setattr(instance, self.column, None if value is None else keyring().seal(value.encode(), place))


def unseal(sealed: bytes, table: str, name: str, row: UUID) -> str:
    """Open a sealed text that was selected as a column."""
    return keyring().open(sealed, Place(table, name, row)).decode()


class GuardedSession(FlaskSession):
    """The session of a request or command; access/guard.py listens to it, and what it would not hear is shut."""

    def connection(self, *_arguments: Any, **_options: Any) -> NoReturn:
        """Refuse: a connection knows nothing of reading rules."""
        raise TypeError("A guarded session does not hand out its connection.")

    def merge(self, *_arguments: Any, **_options: Any) -> NoReturn:
        """Refuse: whether it inserts or fails would tell whether a hidden row exists."""
        raise TypeError("A guarded session takes in no row that was loaded elsewhere.")

    def bulk_save_objects(self, *_arguments: Any, **_options: Any) -> NoReturn:
        """Refuse: it updates rows by their key alone."""
        raise TypeError("A guarded session changes rows that it may read.")

    bulk_insert_mappings = bulk_save_objects
    bulk_update_mappings = bulk_save_objects


db = SQLAlchemy(
    metadata=Base.metadata,
    disable_autonaming=True,
    session_options={"class_": GuardedSession, "autoflush": False},
)


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: ConnectionPoolEntry) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None  # the begin event below starts transactions
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "connect")
def _prepare_postgresql(connection: Any, _record: ConnectionPoolEntry) -> None:
    """Keep PostgreSQL from compiling plans to machine code: a reading rule took 8 seconds that runs in 30 ms."""
    if isinstance(connection, psycopg.Connection):
        connection.execute("SET jit = off")
        connection.commit()


@event.listens_for(Pool, "checkin")
def _note_leaving(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info[_LEFT_AT] = monotonic()


@event.listens_for(Pool, "checkout")
def _see_if_alive(connection: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
    """Ask PostgreSQL whether it is still there, once a connection was left alone for a while: not at every use."""
    if isinstance(connection, psycopg.Connection) and monotonic() - record.info.get(_LEFT_AT, 0) > ALONE:
        try:
            connection.execute("SELECT 1")
            connection.commit()  # a rollback would forget all plans, see below
        except psycopg.OperationalError as error:
            raise DisconnectionError from error


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    """Let what only reads see one moment, as SQLite does by itself: what was found at its start is true to its end."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes.get() else "BEGIN")
        return
    driver: Any = connection.connection.driver_connection
    if driver.info.transaction_status == TransactionStatus.IDLE:  # BEGIN goes with the first statement
        driver.isolation_level = None if writes.get() else IsolationLevel.REPEATABLE_READ


@event.listens_for(Engine, "rollback")
def _keep_plans(connection: Connection) -> None:
    """Undo a transaction without telling psycopg, which would forget all that was planned on the connection.

    It does so because tables may have gone; here none do, and planning a page anew takes longer than the page. What
    follows an error is told, in case it was about a plan.
    """
    if connection.dialect.name == "postgresql" and not connection.invalidated:
        with suppress(psycopg.OperationalError):  # the rollback that follows meets it as well
            _undo_quietly(connection.connection.driver_connection, b"ROLLBACK")


@event.listens_for(Engine, "do_execute")
def _keep_plans_at_savepoint(cursor: Any, statement: str, _parameters: Any, _context: Any) -> bool:
    """Go back to a savepoint likewise: every preview of what somebody else sees ends so."""
    going_back = statement.startswith("ROLLBACK TO SAVEPOINT") and isinstance(cursor, psycopg.Cursor)
    return going_back and _undo_quietly(cursor.connection, statement.encode())


def _undo_quietly(driver: Any, command: bytes) -> bool:
    """Undo past psycopg, and tell whether that was done: not after an error, nor when there was nothing to undo."""
    if driver.info.transaction_status != TransactionStatus.INTRANS:
        return False
    return bool(driver.pgconn.exec_(command).status == ExecStatus.COMMAND_OK)
