"""Writing a backup: every table of one moment, parents before children, then how many rows and a checksum.

Lines of JSON, compressed, in a sealed container. The first says what it is and at which migration; a table begins
with its name and columns; the last counts the rows of every table and has the SHA-256 of all lines before it.
"""

import gzip
import hashlib
import json
from collections.abc import Callable
from contextlib import closing
from typing import IO, Any

from alembic.migration import MigrationContext
from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from caseflow.backup.container import SealedWriter
from caseflow.backup.rows import to_line
from caseflow.db import Base
from caseflow.sealing import keyring

FORMAT = "caseflow-backup/1"
AT_ONCE = 500
"""How many rows are held at a time."""
LARGE_AT_ONCE = 4
"""How many are held of tables that keep files, 20 MB each at most."""
LARGE = frozenset({"document", "entry_version"})

Step = Callable[[int], None]


class Lines:
    """A file of lines that knows the checksum of what went into it."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file
        self._sum = hashlib.sha256()

    def write(self, line: bytes) -> None:
        self._sum.update(line)
        self._file.write(line)

    def checksum(self) -> str:
        """Return the SHA-256 of all lines so far."""
        return self._sum.hexdigest()


def count_rows(session: Session) -> int:
    """Return how many rows there are, all tables together."""
    return sum(
        session.scalar(select(func.count()).select_from(table)) or 0 for table in Base.metadata.sorted_tables
    )


def dump(session: Session, file: IO[bytes], step: Step) -> dict[str, int]:
    """Write everything that a snapshot sees; calls `step` with the number of rows done; returns the rows by table."""
    writer = SealedWriter(file, keyring())
    with closing(gzip.GzipFile(fileobj=writer, mode="wb", compresslevel=1, mtime=0)) as packed:
        lines = Lines(packed)
        lines.write(_json({"format": FORMAT, "revision": revision_of(session)}))
        counts = {
            table.name: _dump_table(session, table, lines, step) for table in Base.metadata.sorted_tables
        }
        lines.write(_json({"rows": counts, "sha256": lines.checksum()}))
    writer.finish()
    return counts


def revision_of(session: Session) -> str | None:
    """Return the migration that a database is at."""
    return MigrationContext.configure(session.connection()).get_current_revision()


def _dump_table(session: Session, table: Table, lines: Lines, step: Step) -> int:
    lines.write(_json({"table": table.name, "columns": [column.name for column in table.columns]}))
    held = LARGE_AT_ONCE if table.name in LARGE else AT_ONCE
    rows = 0
    for part in session.execute(select(table).execution_options(yield_per=held)).partitions():
        for row in part:
            lines.write(to_line(list(row)))
        rows += len(part)
        step(len(part))
    return rows


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode() + b"\n"
