"""Kinds of entry that bind people: safety plan, measure, action."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code
from caseflow.models.columns import EntryKey, pointer
from caseflow.models.entry import Entry
from caseflow.models.vocabulary import ActionStatus, AgreementStatus, EntryKind, MeasureKind, Phase


class SafetyPlan(Entry):
    """A version of the safety plan."""

    __tablename__ = "safety_plan"
    __mapper_args__ = {"polymorphic_identity": EntryKind.SAFETY_PLAN}
    id: Mapped[EntryKey]
    plan_version: Mapped[int]
    danger: Mapped[str | None]
    goal: Mapped[str | None]
    valid_until: Mapped[date | None]


class SafetyAgreement(Base):
    """A concrete agreement of a safety plan: who keeps it, who watches, when it is checked."""

    __tablename__ = "safety_agreement"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    kept_by_id: Mapped[UUID | None] = pointer("party.id")
    watched_by: Mapped[str | None]
    check_on: Mapped[date | None]
    status: Mapped[AgreementStatus | None] = mapped_column(Code(AgreementStatus))


class Measure(Entry):
    """A legal measure, from (included) until (excluded), to the minute."""

    __tablename__ = "measure"
    __mapper_args__ = {"polymorphic_identity": EntryKind.MEASURE}
    id: Mapped[EntryKey]
    measure: Mapped[MeasureKind] = mapped_column(Code(MeasureKind))
    from_at: Mapped[datetime]
    until_at: Mapped[datetime | None]
    against_id: Mapped[UUID | None] = pointer("party.id")
    authority: Mapped[str | None]


class MeasureNoContact(Base):
    """A party with whom the measure forbids contact."""

    __tablename__ = "measure_no_contact"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("party.id"), primary_key=True, index=True)


class PlannedAction(Entry):
    """Something that one organisation does, with one accountable owner. Fit of help 0 to 4."""

    __tablename__ = "action"
    __mapper_args__ = {"polymorphic_identity": EntryKind.ACTION}
    id: Mapped[EntryKey]
    title: Mapped[str]
    owner_organisation_id: Mapped[UUID] = pointer("organisation.id")
    owner_id: Mapped[UUID | None] = pointer("user.id")
    domain: Mapped[str | None]
    phase: Mapped[Phase | None] = mapped_column(Code(Phase))
    due_on: Mapped[date | None]
    status: Mapped[ActionStatus | None] = mapped_column(Code(ActionStatus))
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    fit: Mapped[int | None]
