"""Which entries hold the words that are asked for.

Words are compared by their stems. Plain texts stand in the database's own full-text index: FTS5 on SQLite, a tsvector
on PostgreSQL. Sealed texts are found by keyed hashes of whole stems. An entry is found when all the words stand in
its plain texts, or all in its sealed ones. Nothing is ranked: an index ranks by what the reader may not see as well.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, literal_column, or_, select, text
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.casefile.indexing import stems
from caseflow.sealing import keyring

MOST_WORDS = 12
"""How many words of a question are looked at."""

ENTRY, TERMS, TOKEN = models.Entry, models.SearchTerms, models.SearchToken
FOUND_BY_FTS5 = text(
    "search_terms.id IN (SELECT rowid FROM search_terms_fts WHERE search_terms_fts MATCH :words)"
)
"""The full-text condition on SQLite. The words are stems: letters and digits only, each in quotes."""


def holds(session: Session, question: str) -> ColumnElement[bool] | None:
    """Return the condition on an entry that it holds all the words of a question; nothing when there are no words."""
    words = sorted(set(stems(question)))[:MOST_WORDS]
    if not words:
        return None
    if session.get_bind().dialect.name == "sqlite":
        return _on_sqlite(words)
    return _on_postgresql(words)


def _on_sqlite(words: list[str]) -> ColumnElement[bool]:
    """The index gives what it finds, of which the rules then choose."""
    asked = FOUND_BY_FTS5.bindparams(words=" ".join(f'"{word}"' for word in words))
    plain, sealed = select(TERMS.entry_id).where(asked), select(TOKEN.entry_id).where(_is_sealed(words))
    all_words = sealed.group_by(TOKEN.entry_id).having(func.count() == len(words))
    return or_(ENTRY.id.in_(plain), ENTRY.id.in_(all_words))


def _on_postgresql(words: list[str]) -> ColumnElement[bool]:
    """The texts of each entry that the reader has are looked at: behind a policy no full-text index is of use.

    What a policy guards is compared with nothing, by functions that might tell of it, before the policy has let it
    through; asked the other way around PostgreSQL put every text of a region to the policy.
    """
    document = func.to_tsvector(text("'simple'::regconfig"), TERMS.terms)
    asked = func.to_tsquery(text("'simple'::regconfig"), " & ".join(f"'{word}'" for word in words))
    plain = select(literal(1)).where(TERMS.entry_id == ENTRY.id, document.op("@@")(asked))
    sealed = select(literal(1)).where(TOKEN.entry_id == ENTRY.id, _is_sealed(words))
    all_words = sealed.having(func.count() == len(words))
    return or_(_looked_up(plain), _looked_up(all_words))


def _looked_up(texts: Select[Any]) -> ColumnElement[bool]:
    """There is one, looked for in each entry by itself: PostgreSQL does not look behind an OFFSET."""
    return texts.correlate(ENTRY).offset(literal_column("0")).exists()


def _is_sealed(words: list[str]) -> ColumnElement[bool]:
    return TOKEN.token.in_([keyring().token(word) for word in words])
