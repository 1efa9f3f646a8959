"""Signed-in browsers and bearer tokens: rows that can be ended at once. Only hashes of their random ids are kept."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, or_, select, update
from sqlalchemy.orm import Session

from caseflow.db import UtcDateTime
from caseflow.models import ApiToken, Organisation, User, UserRole, UserSession
from caseflow.models.vocabulary import Role

IDLE = timedelta(minutes=15)
"""How long a session lives without being used."""
ABSOLUTE = timedelta(hours=10)
"""How long a session lives at most: a working day."""
STEP = timedelta(minutes=1)
"""How exactly is kept when a session was last used: writing at every page would be dear."""
REMEMBERED = timedelta(days=30)
"""How long an ended session is remembered."""
TOKEN_BYTES = 32
"""Length of a random id. Unit: bytes."""

NOW = bindparam("now", type_=UtcDateTime())


@dataclass(frozen=True)
class Account:
    """A user who may come in, with what every page needs to know."""

    user_id: UUID
    name: str
    email: str
    locale: str | None
    organisation_id: UUID
    organisation: str
    team_id: UUID | None
    roles: frozenset[Role]


_ACCOUNT = (
    select(
        User.id,
        User.name,
        User.email,
        User.locale,
        User.organisation_id,
        Organisation.name.label("organisation"),
        User.team_id,
        UserRole.role,
        UserSession.seen_at,
    )
    .join(Organisation, Organisation.id == User.organisation_id)
    .outerjoin(UserRole, UserRole.user_id == User.id)
    .where(or_(User.deactivated_at.is_(None), User.deactivated_at > NOW))
)
BY_SESSION = _ACCOUNT.join(UserSession, UserSession.user_id == User.id).where(
    UserSession.id_hash == bindparam("hash"),
    UserSession.revoked_at.is_(None),
    UserSession.expires_at > NOW,
    UserSession.seen_at > bindparam("idle_since", type_=UtcDateTime()),
)
BY_TOKEN = (
    _ACCOUNT.with_only_columns(*_ACCOUNT.selected_columns[:-1], ApiToken.created_at.label("seen_at"))
    .join(ApiToken, ApiToken.user_id == User.id)
    .where(ApiToken.token_hash == bindparam("hash"), ApiToken.revoked_at.is_(None), ApiToken.expires_at > NOW)
)


def digest(token: str) -> str:
    """Return what is kept of a random id."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def start(session: Session, user_id: UUID, now: datetime) -> str:
    """Start a session for somebody who showed who they are, and return its random id."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row = UserSession(
        id_hash=digest(token), user_id=user_id, created_at=now, seen_at=now, expires_at=now + ABSOLUTE
    )
    session.add(row)
    session.flush()
    return token


def find(session: Session, token: str, now: datetime) -> tuple[Account, bool] | None:
    """Return whose running session this is, and whether it is time to write down that it is used."""
    given = {"hash": digest(token), "now": now, "idle_since": now - IDLE}
    rows = session.execute(BY_SESSION, given).all()
    return (_account(rows), rows[0].seen_at <= now - STEP) if rows else None


def find_by_token(session: Session, token: str, now: datetime) -> Account | None:
    """Return whose bearer token this is."""
    rows = session.execute(BY_TOKEN, {"hash": digest(token), "now": now}).all()
    return _account(rows) if rows else None


def touch(session: Session, token: str, now: datetime) -> None:
    """Write down that a session is used. A session that was ended meanwhile stays ended."""
    session.execute(
        update(UserSession)
        .where(
            UserSession.id_hash == digest(token), UserSession.revoked_at.is_(None), UserSession.seen_at < now
        )
        .values(seen_at=now)
        .execution_options(synchronize_session=False)
    )


def owner_of_ended(session: Session, token: str) -> UUID | None:
    """Return whose session this was, however long ago it ended."""
    return session.scalar(select(UserSession.user_id).where(UserSession.id_hash == digest(token)))


def end(session: Session, token: str, now: datetime) -> None:
    """End one session."""
    _end(session, now, UserSession.id_hash == digest(token))


def end_all(session: Session, user_id: UUID, now: datetime) -> None:
    """End all sessions of a user."""
    _end(session, now, UserSession.user_id == user_id)


def _end(session: Session, now: datetime, *which: Any) -> None:
    session.execute(
        update(UserSession)
        .where(UserSession.revoked_at.is_(None), *which)
        .values(revoked_at=now)
        .execution_options(synchronize_session=False)
    )


def issue_token(session: Session, user_id: UUID, now: datetime, hours: int) -> str:
    """Make a bearer token for some hours, and return it: it is not kept and cannot be shown again."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    session.add(
        ApiToken(
            user_id=user_id,
            token_hash=digest(token),
            created_at=now,
            expires_at=now + timedelta(hours=hours),
        )
    )
    session.flush()
    return token


def revoke_tokens(session: Session, user_id: UUID, now: datetime) -> None:
    """End all bearer tokens of a user."""
    session.execute(
        update(ApiToken)
        .where(ApiToken.user_id == user_id, ApiToken.revoked_at.is_(None))
        .values(revoked_at=now)
        .execution_options(synchronize_session=False)
    )


def forget_ended(session: Session, now: datetime) -> None:
    """Drop sessions that ended long ago."""
    session.execute(
        delete(UserSession)
        .where(UserSession.expires_at < now - REMEMBERED)
        .execution_options(synchronize_session=False)
    )


def _account(rows: Iterable[Any]) -> Account:
    first, *_ = rows = list(rows)
    return Account(
        user_id=first.id,
        name=first.name,
        email=first.email,
        locale=first.locale,
        organisation_id=first.organisation_id,
        organisation=first.organisation,
        team_id=first.team_id,
        roles=frozenset(row.role for row in rows if row.role is not None),
    )
