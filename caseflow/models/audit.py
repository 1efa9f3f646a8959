"""Who saw and did what: append-only, chained per case, sealed across cases."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Identified
from caseflow.models.columns import pointer


class AuditRow(Identified, Base):
    """One act: who, when, through which right, on which case, parties and entries. Never what was said.

    `chain` is the case, or the user for what is about no case. `hash` covers all columns and the hash
    of the row before it in the chain: `case_ids`, which is empty since lists leave a row in each case, stays for the
    rows that have it.
    """

    __tablename__ = "audit_row"
    __table_args__ = (
        UniqueConstraint("chain", "position"),
        Index("ix_audit_row_case_at", "case_id", "at"),
        Index("ix_audit_row_user_at", "user_id", "at"),
    )
    chain: Mapped[UUID]
    position: Mapped[int]
    at: Mapped[datetime]
    user_id: Mapped[UUID | None] = pointer("user.id", index=False)
    organisation_id: Mapped[UUID | None] = pointer("organisation.id")
    act: Mapped[str]
    case_id: Mapped[UUID | None] = pointer("case.id", index=False)
    case_ids: Mapped[str]
    party_ids: Mapped[str]
    entry_ids: Mapped[str]
    through: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]


class AuditHead(Base):
    """The last row of a chain."""

    __tablename__ = "audit_head"
    chain: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int]
    hash: Mapped[str]


class AuditSeal(Identified, Base):
    """All chains that moved since the last seal, under one keyed signature."""

    __tablename__ = "audit_seal"
    __table_args__ = (UniqueConstraint("position"),)
    position: Mapped[int]
    sealed_at: Mapped[datetime]
    previous: Mapped[str]
    signature: Mapped[str]


class SealedHead(Base):
    """Where a chain stood when it was sealed."""

    __tablename__ = "sealed_head"
    __table_args__ = (Index("ix_sealed_head_chain", "chain", "position"),)
    seal_id: Mapped[UUID] = mapped_column(ForeignKey("audit_seal.id"), primary_key=True)
    chain: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int]
    hash: Mapped[str]
