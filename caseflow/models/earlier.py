"""What was said before somebody changed it, of everything that is edited and is no entry."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified, Sealed
from caseflow.models.columns import pointer
from caseflow.models.vocabulary import Editable


class EarlierText(Identified, Base):
    """What a brief, person, relationship, link or milestone said before it was edited: sealed JSON, by whom and when.

    `thing_id` is the id of the row, for a brief that of the case, and for a person that of the party: a person who is
    in several cases has an earlier text in each of them. Kept for as long as the thing itself, and not in bundles,
    whose format does not know it.
    """

    __tablename__ = "earlier_text"
    __table_args__ = (Index("ix_earlier_text_case_thing", "case_id", "thing_id", "version"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    thing: Mapped[Editable] = mapped_column(Code(Editable))
    thing_id: Mapped[UUID]
    version: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[UUID] = pointer("user.id")
    said_sealed: Mapped[bytes]
    said = Sealed("earlier_text")
