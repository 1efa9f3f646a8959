"""Column shorthands that every table group uses."""

from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import mapped_column


def pointer(target: str, *, index: bool = True, **options: Any) -> Any:
    """A column that points to a row of another table, indexed, and never left dangling."""
    return mapped_column(ForeignKey(target), index=index, **options)


EntryKey = Annotated[UUID, mapped_column(ForeignKey("entry.id"), primary_key=True)]
"""The primary key of an entry's detail table: the entry's own id."""
CaseKey = Annotated[UUID, mapped_column(ForeignKey("case.id"), index=True)]
"""The case that a row belongs to."""
