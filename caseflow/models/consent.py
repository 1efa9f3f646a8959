"""What people agreed to: consents of persons in a case, and sharing agreements with organisations."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified
from caseflow.models.columns import CaseKey, pointer
from caseflow.models.vocabulary import Category, ConsentForm


class Consent(Identified, Base):
    """Somebody agrees that an organisation reads about them, for a purpose, from (included) until (excluded).

    Withdrawn is over at once. What was agreed stays as it was: an agreement to something else is another row.
    """

    __tablename__ = "consent"
    case_id: Mapped[CaseKey]
    key: Mapped[str | None]
    party_id: Mapped[UUID] = pointer("party.id")
    organisation_id: Mapped[UUID] = pointer("organisation.id")
    purpose: Mapped[str]
    by_self: Mapped[bool]
    """Whether the person agreed themselves; where a representative had to, `represented_by` says who did."""
    represented_by: Mapped[str | None]
    how: Mapped[ConsentForm] = mapped_column(Code(ConsentForm))
    from_at: Mapped[datetime]
    until_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID] = pointer("user.id")
    recorded_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None]
    """Who withdrew it, as it was told."""
    withdrawal_taken_by_id: Mapped[UUID | None] = pointer("user.id")


class ConsentCategory(Base):
    """A category that a consent covers."""

    __tablename__ = "consent_category"
    consent_id: Mapped[UUID] = mapped_column(ForeignKey("consent.id"), primary_key=True)
    category: Mapped[Category] = mapped_column(Code(Category), primary_key=True)


class SharingAgreement(Identified, Base):
    """A version of the agreement with an organisation on sharing, from a day (included) until a day (excluded)."""

    __tablename__ = "sharing_agreement"
    organisation_id: Mapped[UUID] = pointer("organisation.id")
    name: Mapped[str]
    edition: Mapped[str]
    """Which version it is, as the agreement itself calls it."""
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    covers: Mapped[str]
    recorded_by_id: Mapped[UUID | None] = pointer("user.id")
    recorded_at: Mapped[datetime]
