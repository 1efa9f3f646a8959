"""Organisations, teams, and the people who work in them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified
from caseflow.models.columns import pointer
from caseflow.models.vocabulary import OrganisationKind, Role, WgsParticipant


class Organisation(Identified, Base):
    """An organisation that takes part in cases."""

    __tablename__ = "organisation"
    key: Mapped[str]
    name: Mapped[str]
    kind: Mapped[OrganisationKind] = mapped_column(Code(OrganisationKind))
    wgs_participant: Mapped[WgsParticipant | None] = mapped_column(Code(WgsParticipant))


class Team(Identified, Base):
    """A team of directors within an organisation."""

    __tablename__ = "team"
    key: Mapped[str]
    organisation_id: Mapped[UUID] = pointer("organisation.id")
    name: Mapped[str]


class User(Identified, Base):
    """Somebody at work, with an account. Their e-mail address is stored case-folded."""

    __tablename__ = "user"
    __table_args__ = (Index("uq_user_email", "email", unique=True),)
    key: Mapped[str]
    email: Mapped[str]
    name: Mapped[str]
    organisation_id: Mapped[UUID] = pointer("organisation.id")
    team_id: Mapped[UUID | None] = pointer("team.id")
    locale: Mapped[str | None]
    deactivated_at: Mapped[datetime | None]


class UserRole(Base):
    """A role that a user holds."""

    __tablename__ = "user_role"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), primary_key=True)
    role: Mapped[Role] = mapped_column(Code(Role), primary_key=True)


class Credential(Base):
    """What a user signs in with. No row: no usable password."""

    __tablename__ = "credential"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), primary_key=True)
    password_hash: Mapped[str]
    changed_at: Mapped[datetime]
