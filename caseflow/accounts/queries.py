"""What somebody may look up about their own account."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.accounts.sessions import IDLE, digest
from caseflow.models import UserSession


@dataclass(frozen=True)
class OwnSession:
    """A browser in which one is signed in; whether it is this one."""

    since: datetime
    seen_at: datetime
    is_this_one: bool


def own_sessions(session: Session, token: str) -> list[OwnSession]:
    """List where the actor is signed in, the latest used first."""
    now = actor_of(session).now
    statement = (
        select(UserSession.id_hash, UserSession.created_at, UserSession.seen_at)
        .where(
            UserSession.user_id == actor_of(session).user_id,
            UserSession.revoked_at.is_(None),
            UserSession.expires_at > now,
            UserSession.seen_at > now - IDLE,
        )
        .order_by(UserSession.seen_at.desc(), UserSession.created_at.desc())
    )
    here = digest(token)
    return [
        OwnSession(row.created_at, row.seen_at, row.id_hash == here) for row in session.execute(statement)
    ]
