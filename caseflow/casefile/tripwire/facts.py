"""The protected facts of a case, opened for the trip-wire alone."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.orm import Session

from caseflow.access.protected import protected_facts
from caseflow.casefile.tripwire.finding import Fact, ProtectedWords
from caseflow.db import unseal
from caseflow.models.vocabulary import AddressUse


def words_of(session: Session, case_id: UUID, *, apart_from: UUID | None = None) -> ProtectedWords:
    """Return the words to watch in a case, whoever asks; an entry that is being changed does not watch itself."""
    rows = protected_facts(session, case_id)
    return ProtectedWords(_fact(row) for row in rows if row.id != apart_from)


def _fact(row: Row[Any]) -> Fact:
    prose = (
        _opened(row.body_sealed, "entry", "body", row.id),
        _opened(row.statement_sealed, "entry", "statement", row.id),
        _opened(row.safe_contact_sealed, "address", "safe_contact", row.id),
        _opened(row.filename_sealed, "document", "filename", row.id),
    )
    return Fact(
        entry_id=row.id,
        use=None if row.use is None else AddressUse(row.use),
        text=_opened(row.text_sealed, "address", "text", row.id),
        prose=tuple(text for text in prose if text),
    )


def _opened(sealed: bytes | None, table: str, column: str, row_id: UUID) -> str:
    return "" if sealed is None else unseal(sealed, table, column, row_id)
