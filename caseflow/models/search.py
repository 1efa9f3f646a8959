"""What full-text search looks in."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base


class SearchTerms(Base):
    """The word stems of an entry that may be searched in plain.

    PostgreSQL indexes `to_tsvector('simple', terms)`; SQLite keeps an FTS5 table over `terms` by trigger, for which
    this table's integer key is the row id. The key is never shown and no order is taken from it.
    """

    __tablename__ = "search_terms"
    __table_args__ = (Index("uq_search_terms_entry_id", "entry_id", unique=True),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"))
    terms: Mapped[str]


class SearchToken(Base):
    """A keyed hash of a word stem of a sealed entry: findable by who knows the word, readable by nobody."""

    __tablename__ = "search_token"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    token: Mapped[str] = mapped_column(primary_key=True, index=True)
