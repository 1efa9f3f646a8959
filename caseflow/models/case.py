"""The case itself, who directs it, its phases, and how it ended."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified
from caseflow.models.columns import CaseKey, pointer
from caseflow.models.vocabulary import ClosureReason, Phase


class Case(Identified, Base):
    """One family system under direction: what everyone linked to it may know of it."""

    __tablename__ = "case"
    __table_args__ = (Index("uq_case_reference", "reference", unique=True),)
    reference: Mapped[str]
    organisation_id: Mapped[UUID] = pointer("organisation.id")
    team_id: Mapped[UUID] = pointer("team.id")
    director_id: Mapped[UUID] = pointer("user.id")
    opened_on: Mapped[date]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class CaseBrief(Base):
    """What the case is about: for seats only, and therefore a row of its own."""

    __tablename__ = "case_brief"
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), primary_key=True)
    municipality: Mapped[str | None]
    brought_in_by_id: Mapped[UUID | None] = pointer("organisation.id")
    problem_statement: Mapped[str | None]
    goal: Mapped[str | None]
    import_digest: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class FormerDirector(Identified, Base):
    """Somebody who directed the case before, from (included) until (excluded)."""

    __tablename__ = "former_director"
    case_id: Mapped[CaseKey]
    user_id: Mapped[UUID] = pointer("user.id")
    from_at: Mapped[datetime]
    until_at: Mapped[datetime]


class Deputy(Identified, Base):
    """Somebody who stands in for the director, from (included) until (excluded)."""

    __tablename__ = "deputy"
    case_id: Mapped[CaseKey]
    user_id: Mapped[UUID] = pointer("user.id")
    from_at: Mapped[datetime]
    until_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class PhaseChange(Identified, Base):
    """The case entered a phase on a day. History: a change is a new row, in order of position."""

    __tablename__ = "phase_change"
    case_id: Mapped[CaseKey]
    phase: Mapped[Phase] = mapped_column(Code(Phase))
    from_on: Mapped[date]
    position: Mapped[int]
    reason: Mapped[str | None]


class Closure(Identified, Base):
    """The case ended on a day; reopening it starts the next episode."""

    __tablename__ = "closure"
    case_id: Mapped[CaseKey]
    closed_on: Mapped[date]
    reason: Mapped[ClosureReason] = mapped_column(Code(ClosureReason))
    reviewed_by_id: Mapped[UUID | None] = pointer("user.id")
    lessons: Mapped[str | None]
    reopened_on: Mapped[date | None]


class ClosureProposal(Identified, Base):
    """A director proposes to close; somebody else seconds it, or sends it back with a reason."""

    __tablename__ = "closure_proposal"
    case_id: Mapped[CaseKey]
    proposed_by_id: Mapped[UUID] = pointer("user.id")
    proposed_at: Mapped[datetime]
    reason: Mapped[ClosureReason] = mapped_column(Code(ClosureReason))
    lessons: Mapped[str | None]
    decided_by_id: Mapped[UUID | None] = pointer("user.id")
    decided_at: Mapped[datetime | None]
    refused_because: Mapped[str | None]
