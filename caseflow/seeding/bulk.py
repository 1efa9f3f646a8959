"""Writes a great many rows: executemany on SQLite, COPY on PostgreSQL, parents before children."""

from collections import defaultdict
from collections.abc import Iterable
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Table, insert

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
        if self.connection.dialect.name == "sqlite":
            self.connection.execute(insert(table), rows)
            return
        columns = list(rows[0])
        names = ", ".join(f'"{column}"' for column in columns)
        driver: Any = self.connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row([_plain(row[column]) for column in columns])


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
