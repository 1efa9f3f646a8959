"""Signing in and staying in, and what protects a form from being sent twice."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Identified
from caseflow.models.columns import pointer


class UserSession(Base):
    """A signed-in browser. Only a hash of its random id is kept."""

    __tablename__ = "user_session"
    id_hash: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = pointer("user.id")
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class ApiToken(Identified, Base):
    """A bearer token of one user. Only a hash is kept; the token itself is shown once."""

    __tablename__ = "api_token"
    __table_args__ = (Index("uq_api_token_hash", "token_hash", unique=True),)
    user_id: Mapped[UUID] = pointer("user.id")
    token_hash: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class Attempt(Identified, Base):
    """Something that is throttled was tried: a sign-in, a search. The subject is a keyed hash."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_subject", "what", "subject", "at"),)
    what: Mapped[str]
    subject: Mapped[str]
    at: Mapped[datetime]


class HandledPost(Base):
    """A form that was handled, and where its sender was sent: sending it again acts once."""

    __tablename__ = "handled_post"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    answer: Mapped[str | None]
    at: Mapped[datetime]


class Visit(Base):
    """When a user last looked at their own day, and the time before: what lies between is new."""

    __tablename__ = "visit"
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), primary_key=True)
    seen_at: Mapped[datetime]
