"""Moving everything sealed to the newest key, so that an older one may be forgotten.

Batches are small transactions and what is done is not done again: rotation may be stopped, started anew and run while
people work, as soon as every process has the new key. A value that somebody changes meanwhile is left to them, who
seal it with the new key.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, LargeBinary, Table, delete, func, insert, select, update
from sqlalchemy.orm import Session

from caseflow.casefile.indexing import search_rows
from caseflow.casefile.portrait import portray
from caseflow.db import Base
from caseflow.models import Entry, SearchToken
from caseflow.sealing import Place, keyring

SUFFIX = "_sealed"
AT_ONCE = 50
"""How many rows are moved in one transaction: documents are among them."""

Sessions = Callable[[], AbstractContextManager[Session]]
Step = Callable[[int], None]


@dataclass(frozen=True)
class SealedColumn:
    """A column of sealed values; the row's id is part of what is authenticated."""

    table: Table
    column: Column[Any]

    def place(self, row_id: UUID) -> Place:
        """Return where a value of it stands."""
        return Place(self.table.name, self.column.name.removesuffix(SUFFIX), row_id)


def sealed_columns() -> list[SealedColumn]:
    """Return every column that holds sealed values: they are the only ones that hold bytes."""
    return [
        SealedColumn(table, column)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    ]


def rotate(sessions: Sessions, step: Step) -> int:
    """Seal anew what is sealed with another key than the newest, and hash anew what it is searched by."""
    values = sum(_rotate_column(sessions, one, step) for one in sealed_columns())
    return values + _rotate_tokens(sessions, step)


def _rotate_column(sessions: Sessions, one: SealedColumn, step: Step) -> int:
    moved, last = 0, UUID(int=0)
    while True:
        with sessions() as session:
            rows = session.execute(_old_values(one).where(one.table.c.id > last).limit(AT_ONCE)).all()
            for row_id, sealed in rows:
                _move(session, one, row_id, sealed)
        if not rows:
            return moved
        last, moved = rows[-1][0], moved + len(rows)
        step(len(rows))


def _old_values(one: SealedColumn) -> Any:
    newest = keyring().newest.encode()
    prefix = bytes([len(newest)]) + newest
    is_old = func.substr(one.column, 1, len(prefix)) != prefix
    return select(one.table.c.id, one.column).where(one.column.is_not(None), is_old).order_by(one.table.c.id)


def _move(session: Session, one: SealedColumn, row_id: UUID, sealed: bytes) -> None:
    place = one.place(row_id)
    anew = keyring().seal(keyring().open(sealed, place), place)
    unchanged = (one.table.c.id == row_id) & (one.column == sealed)
    session.execute(update(one.table).where(unchanged).values({one.column: anew}))


def _rotate_tokens(sessions: Sessions, step: Step) -> int:
    moved, last = 0, UUID(int=0)
    while True:
        with sessions() as session:
            found = session.scalars(
                _entries_with_old_tokens().where(SearchToken.entry_id > last).limit(AT_ONCE)
            ).all()
            _hash_anew(session, found)
        if not found:
            return moved
        last, moved = found[-1], moved + len(found)
        step(len(found))


def _entries_with_old_tokens() -> Any:
    is_old = ~SearchToken.token.startswith(f"{keyring().newest}:", autoescape=True)
    return select(SearchToken.entry_id).where(is_old).distinct().order_by(SearchToken.entry_id)


def _hash_anew(session: Session, entry_ids: Sequence[UUID]) -> None:
    if not entry_ids:
        return
    held = session.scalars(
        select(Entry.id).where(Entry.id.in_(entry_ids)).order_by(Entry.id).with_for_update()
    ).all()
    session.execute(delete(SearchToken).where(SearchToken.entry_id.in_(held)))
    rows = list(_tokens(session, held))
    if rows:
        session.execute(insert(SearchToken), rows)


def _tokens(session: Session, entry_ids: Sequence[UUID]) -> Iterator[dict[str, Any]]:
    for entry_id, portrait in portray(session, Entry.id.in_(entry_ids)).entries.items():
        for model, row in search_rows(entry_id, portrait.draft):
            if model is SearchToken:
                yield row
