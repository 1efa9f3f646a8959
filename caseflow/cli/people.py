"""Whom a command speaks for: a user by their address, as they stand at this moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.guard import bind
from caseflow.access.system import system_session
from caseflow.accounts.actions import AccountError
from caseflow.db import GuardedSession, db
from caseflow.models import User, UserRole


def actor_with(email: str, now: datetime) -> Actor:
    """Return the user with this address.

    Raises:
        AccountError: nobody has it, or the account is closed.
    """
    running = or_(User.deactivated_at.is_(None), User.deactivated_at > now)
    wanted = select(User).where(User.email == email.strip().casefold(), running)
    with system_session("for whom a command asks") as session:
        user = session.scalars(wanted).one_or_none()
        if user is None:
            raise AccountError(f"There is no running account for {email}.")
        roles = session.scalars(select(UserRole.role).where(UserRole.user_id == user.id)).all()
        return Actor(user.id, user.organisation_id, user.team_id, frozenset(roles), now)


@contextmanager
def speaking_for(actor: Actor) -> Iterator[Session]:
    """Open a session that gives what this actor may read; commits at the end, rolls back on an error."""
    with GuardedSession(db=db) as session:
        bind(session, actor)
        yield session
        session.commit()
