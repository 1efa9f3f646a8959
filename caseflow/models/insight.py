"""Kinds of entry that hold facts and insight: address, assessment, analysis."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Sealed
from caseflow.models.columns import EntryKey, pointer
from caseflow.models.entry import Entry
from caseflow.models.vocabulary import AddressUse, AnalysisPointKind, EntryKind


class Address(Entry):
    """Where somebody can be found or reached. Always sealed."""

    __tablename__ = "address"
    __mapper_args__ = {"polymorphic_identity": EntryKind.ADDRESS}
    id: Mapped[EntryKey]
    party_id: Mapped[UUID] = pointer("party.id")
    use: Mapped[AddressUse] = mapped_column(Code(AddressUse))
    text_sealed: Mapped[bytes]
    text = Sealed("address")
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    safe_contact_sealed: Mapped[bytes | None]
    safe_contact = Sealed("address")


class Assessment(Entry):
    """What an instrument or an assessor found about one party. Supports judgement, decides nothing."""

    __tablename__ = "assessment"
    __mapper_args__ = {"polymorphic_identity": EntryKind.ASSESSMENT}
    id: Mapped[EntryKey]
    instrument: Mapped[str]
    instrument_version: Mapped[str | None]
    about_id: Mapped[UUID] = pointer("party.id")
    level: Mapped[str | None]
    conclusion: Mapped[str | None]


class AssessmentScore(Base):
    """A score on one domain or item, in the instrument's own unit."""

    __tablename__ = "assessment_score"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[float]


class Analysis(Entry):
    """A version of the system analysis. Pattern progress 0 to 4."""

    __tablename__ = "analysis"
    __mapper_args__ = {"polymorphic_identity": EntryKind.ANALYSIS}
    id: Mapped[EntryKey]
    analysis_version: Mapped[int | None]
    pattern: Mapped[str | None]
    hypothesis: Mapped[str | None]
    would_refute: Mapped[str | None]
    pattern_progress: Mapped[int | None]


class AnalysisPoint(Base):
    """A trigger or a protective factor, in order."""

    __tablename__ = "analysis_point"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    kind: Mapped[AnalysisPointKind] = mapped_column(Code(AnalysisPointKind), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
