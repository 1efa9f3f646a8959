"""How far the rules reached when they were last tested on themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code
from caseflow.models.vocabulary import Category


class ReachCount(Base):
    """How many entries of a case in a category a linked professional could read at the last self-test. No row: none."""

    __tablename__ = "reach_count"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), primary_key=True, index=True)
    category: Mapped[Category] = mapped_column(Code(Category), primary_key=True)
    entries: Mapped[int]
    counted_at: Mapped[datetime]
