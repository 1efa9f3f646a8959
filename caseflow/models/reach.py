"""How far the rules reached when they were last tested on themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base


class ReachCount(Base):
    """How many entries of a case a linked professional could read at the last self-test."""

    __tablename__ = "reach_count"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), primary_key=True, index=True)
    entries: Mapped[int]
    counted_at: Mapped[datetime]
