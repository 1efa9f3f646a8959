"""Reading a backup back: into an empty database, all of it or nothing."""

import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Iterator
from typing import IO, Any

from sqlalchemy import Connection, Integer, Table, delete, func, insert, select, text

from caseflow.backup.container import CUT_OFF, BackupError, SealedReader
from caseflow.backup.dump import FORMAT, Step
from caseflow.backup.rows import decoders
from caseflow.db import FILLED_BY_MIGRATION, Base
from caseflow.migrate import is_current
from caseflow.sealing import keyring

ROWS_AT_ONCE = 500
BYTES_AT_ONCE = 4 * 1024 * 1024
"""How much is put into the database at a time, whichever comes first."""


def restore(connection: Connection, file: IO[bytes], revision: str | None, step: Step) -> dict[str, int]:
    """Put a backup into an empty database, in the connection's transaction; return the rows by table.

    Raises:
        BackupError: the database is not empty, or the backup is of another migration, changed or cut off.
        SealingError: the key that the backup was encrypted with is not among the keys given.
    """
    _make_room(connection)
    with gzip.GzipFile(fileobj=io.BufferedReader(SealedReader(file, keyring()))) as packed:
        try:
            found = _load(connection, _Lines(packed), revision, step)
        except (zlib.error, EOFError, gzip.BadGzipFile) as error:
            raise BackupError(CUT_OFF) from error
    _move_sequences(connection)
    return found


class _Lines:
    """The lines of a backup, and the checksum of those that were read."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file
        self._sum = hashlib.sha256()

    def __iter__(self) -> Iterator[tuple[Any, int]]:
        for line in self._file:
            before = self._sum.hexdigest() if line.startswith(b'{"rows"') else ""
            self._sum.update(line)
            read = json.loads(line)
            if before and read["sha256"] != before:
                raise BackupError("The checksum of the backup is not that of its lines.")
            yield read, len(line)


class _Table:
    """A table that rows are being put into."""

    def __init__(self, connection: Connection, head: dict[str, Any]) -> None:
        self.table = _known(head["table"])
        self.columns = [column.name for column in self.table.columns]
        if self.columns != head["columns"]:
            raise BackupError(f"The backup has other columns of {head['table']!r}.")
        self.decoders = decoders(self.table)
        self.connection = connection
        self.waiting: list[dict[str, Any]] = []
        self.size = 0

    def add(self, values: list[Any], size: int) -> None:
        decoded = (decode(value) for decode, value in zip(self.decoders, values, strict=True))
        self.waiting.append(dict(zip(self.columns, decoded, strict=True)))
        self.size += size
        if len(self.waiting) >= ROWS_AT_ONCE or self.size >= BYTES_AT_ONCE:
            self.put()

    def put(self) -> None:
        if self.waiting:
            self.connection.execute(insert(self.table), self.waiting)
        self.waiting, self.size = [], 0


def _load(connection: Connection, lines: _Lines, revision: str | None, step: Step) -> dict[str, int]:
    reading = iter(lines)
    _check_head(next(reading)[0], revision)
    table: _Table | None = None
    for read, size in reading:
        if isinstance(read, list) and table is not None:
            table.add(read, size)
            step(1)
            continue
        if table is not None:
            table.put()
        if "rows" in read:
            return _counted(connection, read["rows"])
        table = _Table(connection, read)
    raise BackupError(CUT_OFF)


def _check_head(head: dict[str, Any], revision: str | None) -> None:
    if head.get("format") != FORMAT:
        raise BackupError(f"The backup is not in the form {FORMAT}.")
    if head["revision"] != revision:
        raise BackupError(f"The backup is of migration {head['revision']}; this caseflow is at {revision}.")


def _counted(connection: Connection, expected: dict[str, int]) -> dict[str, int]:
    found = {table.name: _count(connection, table) for table in Base.metadata.sorted_tables}
    for name, rows in found.items():
        if expected.get(name) != rows:
            raise BackupError(
                f"{rows} rows of {name!r} were restored; the backup counts {expected.get(name)}."
            )
    return found


def _make_room(connection: Connection) -> None:
    if not is_current(connection):
        raise BackupError("The database is not migrated.")
    for table in Base.metadata.sorted_tables:
        if table.info == FILLED_BY_MIGRATION:
            connection.execute(
                delete(table)
            )  # a new database has these rows; the backup has them as they were
        elif connection.scalar(select(select(table).exists())):
            raise BackupError(f"The database is not empty: there are rows in {table.name!r}.")


def _move_sequences(connection: Connection) -> None:
    """Let numbers that PostgreSQL gives out go on after those restored; SQLite looks at the rows."""
    if connection.dialect.name == "sqlite":
        return
    for table in Base.metadata.sorted_tables:
        for column in table.primary_key:
            if isinstance(column.type, Integer) and column is table.autoincrement_column:
                connection.execute(
                    text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"),
                    {"table": table.name, "column": column.name, "last": _highest(connection, column)},
                )


def _highest(connection: Connection, column: Any) -> int:
    return connection.scalar(select(func.coalesce(func.max(column), 1))) or 1


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _known(name: str) -> Table:
    if name not in Base.metadata.tables:
        raise BackupError(f"The backup has a table {name!r} that this caseflow does not know.")
    return Base.metadata.tables[name]
