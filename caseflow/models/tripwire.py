"""What the trip-wire said of entries when they were saved."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Identified, Sealed
from caseflow.models.columns import pointer


class WordCheck(Identified, Base):
    """A version of an entry was searched for protected words, and is held back from partners when it holds some.

    The check of the latest version counts. What a seat decided about it is in the same row: to let it go, or to keep
    it back; the reason is sealed, for it may say the words. Kept for as long as the entry.
    """

    __tablename__ = "word_check"
    __table_args__ = (Index("uq_word_check_entry_id", "entry_id", "version", unique=True),)
    entry_id: Mapped[UUID] = pointer("entry.id", index=False)
    version: Mapped[int]
    checked_at: Mapped[datetime]
    held: Mapped[bool]
    decided_by_id: Mapped[UUID | None] = pointer("user.id")
    decided_at: Mapped[datetime | None] = mapped_column()
    reason_sealed: Mapped[bytes | None]
    reason = Sealed("word_check")
