"""What a rule looks up beside the row it is about: past the policies of PostgreSQL, which would ask the rule again.

On PostgreSQL every table has row-level security (ADR 0007). A rule leans on rows that the asker may not read: an
exclusion of their own, cells, who an entry concerns. There it looks into the views of the schema `caseflow_rules`,
which have the few columns that rules lean on, and no others. On SQLite the same names stand for the tables.
"""

from functools import cache
from typing import Any

from sqlalchemy import Column, TableClause
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import FromClause
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import NamedFromClause

SCHEMA = "caseflow_rules"
"""Where PostgreSQL keeps the views and sets that rules lean on."""


class Aside(TableClause):
    """A table as rules look into it."""

    inherit_cache = True


def aside(table: FromClause) -> NamedFromClause:
    """Return a table under an alias of its own, to look something up in for a rule."""
    return _aside(table).alias()


@cache
def _aside(table: FromClause) -> Aside:
    columns: list[Any] = [Column(column.name, column.type) for column in table.c]
    return Aside(str(getattr(table, "name", "")), *columns, schema=SCHEMA)


@compiles(Aside)
def _as_the_table(table: Aside, compiler: SQLCompiler, **options: Any) -> str:
    return str(compiler.visit_table(table, **{**options, "use_schema": False}))  # type: ignore[no-untyped-call]  # SQLAlchemy's


@compiles(Aside, "postgresql")
def _as_the_view(table: Aside, compiler: SQLCompiler, **options: Any) -> str:
    return str(compiler.visit_table(table, **options))  # type: ignore[no-untyped-call]  # SQLAlchemy's
