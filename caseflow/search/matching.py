"""Which entries hold the words that are asked for.

Words are compared by their stems. Plain texts stand in the database's own full-text index: FTS5 on SQLite, a tsvector
on PostgreSQL. Sealed texts are found by keyed hashes of whole stems. An entry is found when all the words stand in
its plain texts, or all in its sealed ones. Nothing is ranked: an index ranks by what the reader may not see as well.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, text
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.casefile.indexing import stems
from caseflow.sealing import keyring

MOST_WORDS = 12
"""How many words of a question are looked at."""

FOUND_BY_FTS5 = text(
    "search_terms.id IN (SELECT rowid FROM search_terms_fts WHERE search_terms_fts MATCH :words)"
)
"""The full-text condition on SQLite. The words are stems: letters and digits only, each in quotes."""


def holds(session: Session, question: str) -> ColumnElement[bool] | None:
    """Return the condition on an entry that it holds all the words of a question; nothing when there are no words."""
    words = sorted(set(stems(question)))[:MOST_WORDS]
    if not words:
        return None
    return or_(
        models.Entry.id.in_(_in_plain_texts(session, words)), models.Entry.id.in_(_in_sealed_texts(words))
    )


def _in_plain_texts(session: Session, words: list[str]) -> Select[Any]:
    found = select(models.SearchTerms.entry_id)
    if session.get_bind().dialect.name == "sqlite":
        return found.where(FOUND_BY_FTS5.bindparams(words=" ".join(f'"{word}"' for word in words)))
    document = func.to_tsvector(text("'simple'::regconfig"), models.SearchTerms.terms)
    asked = func.to_tsquery(text("'simple'::regconfig"), " & ".join(f"'{word}'" for word in words))
    return found.where(document.op("@@")(asked))


def _in_sealed_texts(words: list[str]) -> Select[Any]:
    tokens = [keyring().token(word) for word in words]
    return (
        select(models.SearchToken.entry_id)
        .where(models.SearchToken.token.in_(tokens))
        .group_by(models.SearchToken.entry_id)
        .having(func.count() == len(tokens))
    )
