"""What is due."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Identified
from caseflow.models.columns import CaseKey, pointer


class Milestone(Identified, Base):
    """Something due on a day, or at a moment where the law counts minutes. Overdue is derived, never stored."""

    __tablename__ = "milestone"
    __table_args__ = (Index("ix_milestone_owner_due", "owner_id", "due_on"),)
    case_id: Mapped[CaseKey]
    key: Mapped[str | None]
    kind: Mapped[str]
    party_id: Mapped[UUID | None] = pointer("party.id")
    owner_id: Mapped[UUID | None] = pointer("user.id", index=False)
    due_on: Mapped[date]
    due_at: Mapped[datetime | None]
    done_on: Mapped[date | None]
    not_applicable: Mapped[str | None]
    result: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}
