"""Partner links, and the scope that they open."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified
from caseflow.models.columns import CaseKey, pointer
from caseflow.models.vocabulary import Basis, Category, LinkAct, LinkWarning


class Link(Identified, Base):
    """A partner organisation's part in a case, from (included) until (excluded), unless revoked before."""

    __tablename__ = "link"
    case_id: Mapped[CaseKey]
    organisation_id: Mapped[UUID] = pointer("organisation.id")
    basis: Mapped[Basis] = mapped_column(Code(Basis))
    from_at: Mapped[datetime]
    until_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    may_contribute: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class LinkPurpose(Base):
    """What the partner needs the link for: not for who watches over links, and therefore a row of its own."""

    __tablename__ = "link_purpose"
    link_id: Mapped[UUID] = mapped_column(ForeignKey("link.id"), primary_key=True)
    purpose: Mapped[str]


class LinkWeighing(Base):
    """Why this much is shared and no more: for seats only, as it may be about people unknown to the partner."""

    __tablename__ = "link_weighing"
    link_id: Mapped[UUID] = mapped_column(ForeignKey("link.id"), primary_key=True)
    case_id: Mapped[CaseKey]
    weighing: Mapped[str]


class LinkProfessional(Base):
    """Somebody at the partner whom the link names."""

    __tablename__ = "link_professional"
    link_id: Mapped[UUID] = mapped_column(ForeignKey("link.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)


class LinkAnswer(Identified, Base):
    """What somebody answered to a warning before a link was saved: for seats only. A new answer is a new row."""

    __tablename__ = "link_answer"
    link_id: Mapped[UUID] = pointer("link.id")
    case_id: Mapped[CaseKey]
    warning: Mapped[LinkWarning] = mapped_column(Code(LinkWarning))
    answer: Mapped[str]
    consented_by: Mapped[str | None]
    consented_on: Mapped[date | None]
    answered_by_id: Mapped[UUID] = pointer("user.id")
    answered_at: Mapped[datetime]


class LinkDeed(Identified, Base):
    """What was done with a link, and why: for seats only.

    `version` is the one that it ended, as in earlier texts; none where it came in with a bundle, without those.
    """

    __tablename__ = "link_deed"
    link_id: Mapped[UUID] = pointer("link.id")
    case_id: Mapped[CaseKey]
    act: Mapped[LinkAct] = mapped_column(Code(LinkAct))
    reason: Mapped[str]
    version: Mapped[int | None]
    done_by_id: Mapped[UUID] = pointer("user.id")
    done_at: Mapped[datetime]


class ScopeCell(Base):
    """One cell of the scope matrix: about this party, in this category, the link lets read.

    One that rests on a consent lets read as long as that consent holds.
    """

    __tablename__ = "scope_cell"
    link_id: Mapped[UUID] = mapped_column(ForeignKey("link.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("party.id"), primary_key=True, index=True)
    category: Mapped[Category] = mapped_column(Code(Category), primary_key=True)
    consent_id: Mapped[UUID | None] = pointer("consent.id")


class PartyLabel(Base):
    """The letter by which a link knows a party without a name: random, and the same in all links of an organisation."""

    __tablename__ = "party_label"
    link_id: Mapped[UUID] = mapped_column(ForeignKey("link.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("party.id"), primary_key=True, index=True)
    letter: Mapped[str]
