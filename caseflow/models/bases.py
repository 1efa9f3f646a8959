"""What the law and custom say about sharing with each kind of organisation: tables that a migration fills."""

from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import FILLED_BY_MIGRATION, Base, Code
from caseflow.models.vocabulary import Basis, Category, OrganisationKind, PartyGroup


class BasisRule(Base):
    """A lawful basis that fits a kind of organisation: the article, and whether it carries health and justice data."""

    __tablename__ = "basis_rule"
    __table_args__ = ({"info": FILLED_BY_MIGRATION},)
    kind: Mapped[OrganisationKind] = mapped_column(Code(OrganisationKind), primary_key=True)
    basis: Mapped[Basis] = mapped_column(Code(Basis), primary_key=True)
    article: Mapped[str]
    carries_health: Mapped[bool]
    carries_justice: Mapped[bool]
    needs_consent: Mapped[bool]


class UsualCell(Base):
    """A cell of the usual scope of a kind of organisation: about whom in the case, and which category."""

    __tablename__ = "usual_cell"
    __table_args__ = ({"info": FILLED_BY_MIGRATION},)
    kind: Mapped[OrganisationKind] = mapped_column(Code(OrganisationKind), primary_key=True)
    whom: Mapped[PartyGroup] = mapped_column(Code(PartyGroup), primary_key=True)
    category: Mapped[Category] = mapped_column(Code(Category), primary_key=True)


class UsualReason(Base):
    """Why the usual scope of a kind of organisation is what it is, in both languages, beside what it explains."""

    __tablename__ = "usual_reason"
    __table_args__ = ({"info": FILLED_BY_MIGRATION},)
    kind: Mapped[OrganisationKind] = mapped_column(Code(OrganisationKind), primary_key=True)
    why_nl: Mapped[str]
    why_en: Mapped[str]
