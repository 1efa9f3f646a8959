"""Writes a great many rows: executemany on SQLite, COPY on PostgreSQL, parents before children."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Dialect, Table

from caseflow.casefile.rows import PlacedRow
from caseflow.db import Base

FASTER_ON_SQLITE = ("PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-400000")
"""What a synthetic region can do without while it is written: nobody misses it when the machine stops."""


class Bulk:
    """Gathers rows, and writes them table by table."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, placed: Iterable[PlacedRow]) -> None:
        """Gather rows."""
        for model, row in placed:
            self.rows[model.__tablename__].append(row)

    def write(self) -> None:
        """Write what was gathered, and commit."""
        with self.connection.begin():
            for table in Base.metadata.sorted_tables:
                if rows := self.rows.pop(table.name, None):
                    self._write(table, rows)

    def _write(self, table: Table, rows: list[dict[str, Any]]) -> None:
        columns = list(rows[0])
        driver: Any = self.connection.connection.driver_connection
        plain = _in_plain_values(table, self.connection.dialect, columns, rows)
        names = ", ".join(f'"{column}"' for column in columns)
        if self.connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(columns))
            driver.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', plain)  # noqa: S608 - names are the model's own
            return
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in plain:
                copy.write_row(row)


def _in_plain_values(
    table: Table, dialect: Dialect, columns: list[str], rows: list[dict[str, Any]]
) -> Iterator[list[Any]]:
    """Yield rows as the driver takes them: what SQLAlchemy does for each value, without what it does for each row."""
    processors = [table.c[column].type.dialect_impl(dialect).bind_processor(dialect) for column in columns]
    ways = [(column, _plain if to is None else to) for column, to in zip(columns, processors, strict=True)]
    for row in rows:
        yield [to(row[column]) for column, to in ways]


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def hurry(connection: Connection) -> None:
    """Leave out, on this connection, what guards against a stopping machine and against mistakes of others."""
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        for pragma in FASTER_ON_SQLITE:
            driver.execute(pragma)
        return
    may = connection.exec_driver_sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").scalar()
    if may:
        connection.exec_driver_sql("SET session_replication_role = replica")
    connection.exec_driver_sql("SET synchronous_commit = off")
    connection.commit()
