"""Takes a thing out of a database with all that hangs on it, and puts it back as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    ForeignKeyConstraint,
    Table,
    and_,
    or_,
    select,
    tuple_,
)

from caseflow.db import Base

Rows = dict[Table, list[dict[str, Any]]]
"""By table; those that others point to come first."""
Ids = dict[Table, Collection[UUID]]


@contextmanager
def taken_out(engine: Engine, things: Ids) -> Iterator[Rows]:
    """Do without rows, and without whatever points to them, for a while."""
    with engine.begin() as connection:
        rows = hanging_on(connection, things)
        for one in reversed(rows):
            key = tuple_(*one.primary_key)
            these = [tuple(row[column.name] for column in one.primary_key) for row in rows[one]]
            connection.execute(one.delete().where(key.in_(these)))
    yield rows
    with engine.begin() as connection:
        for one, found in rows.items():
            connection.execute(one.insert(), found)


def hanging_on(connection: Connection, things: Ids) -> Rows:
    """Find rows and all rows that point to them, and to those."""
    rows: Rows = {}
    for one in Base.metadata.sorted_tables:
        conditions = [_points_to(key, rows[key.referred_table]) for key in _pointing(one, rows)]
        if one in things:
            conditions.append(one.c.id.in_(things[one]))
        if conditions:
            found = connection.execute(select(one).where(or_(*conditions))).mappings().all()
            rows |= {one: [dict(row) for row in found]} if found else {}
    return rows


def _pointing(table: Table, rows: Rows) -> list[ForeignKeyConstraint]:
    return [key for key in table.foreign_key_constraints if key.referred_table in rows]


def _points_to(key: ForeignKeyConstraint, rows: list[dict[str, Any]]) -> ColumnElement[bool]:
    return or_(*(and_(*(part.parent == row[part.column.name] for part in key.elements)) for row in rows))
