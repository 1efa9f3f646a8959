"""Whether a row of the log lists an id, asked in the database: it keeps ids as text, with a space between."""

from typing import Any

from sqlalchemy import Boolean
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class Lists(FunctionElement[bool]):
    """The text lists the id: `Lists(AuditRow.entry_ids, Entry.id)`. No part of one id and the next makes a third."""

    type = Boolean()
    inherit_cache = True


@compiles(Lists, "postgresql")
def _among_dashed(asked: Lists, compiler: SQLCompiler, **options: Any) -> str:
    listed, one = (compiler.process(clause, **options) for clause in asked.clauses)
    return f"strpos({listed}, CAST({one} AS TEXT)) > 0"


@compiles(Lists, "sqlite")
def _among_plain(asked: Lists, compiler: SQLCompiler, **options: Any) -> str:
    """Where an id is text itself, it has no dashes."""
    listed, one = (compiler.process(clause, **options) for clause in asked.clauses)
    return f"instr(replace({listed}, '-', ''), {one}) > 0"
