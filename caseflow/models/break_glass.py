"""A case that was opened in an emergency by a director who has no seat in it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified
from caseflow.models.columns import CaseKey, pointer
from caseflow.models.vocabulary import GlassOutcome


class BreakGlass(Identified, Base):
    """A user read a case in an emergency, from (included) until (excluded), and what a reviewer said about that."""

    __tablename__ = "break_glass"
    __table_args__ = (Index("ix_break_glass_user_until", "user_id", "until_at"),)
    case_id: Mapped[CaseKey]
    user_id: Mapped[UUID] = pointer("user.id", index=False)
    reason: Mapped[str]
    at: Mapped[datetime]
    until_at: Mapped[datetime]
    reviewed_at: Mapped[datetime | None]
    reviewed_by_id: Mapped[UUID | None] = pointer("user.id")
    outcome: Mapped[GlassOutcome | None] = mapped_column(Code(GlassOutcome))
    note: Mapped[str | None]
