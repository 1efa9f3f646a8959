"""As whom a transaction speaks to PostgreSQL: for one actor, or as the system; never as who may do everything.

Both are roles that no one logs in as. Roles and settings last for a transaction, so that a connection that goes back
to its pool, or to a pooler in between, says nothing of who used it before.
"""

from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session, SessionTransaction

from caseflow.access.asking import values_for
from caseflow.db import GuardedSession

ACTORS = "caseflow_app"
"""For whom the policies are."""
SYSTEM = "caseflow_system"
"""Who sees everything, for a stated reason."""


class SystemSession(Session):
    """A session that speaks as the system."""


@event.listens_for(GuardedSession, "after_begin")
def _speak_for_the_actor(
    session: Session, transaction: SessionTransaction, connection: Connection
) -> None:
    if not transaction.nested:
        actor = session.info.get("actor")
        speak_as(connection, ACTORS, {} if actor is None else values_for(actor))


@event.listens_for(SystemSession, "after_begin")
def _speak_as_the_system(
    _session: Session, transaction: SessionTransaction, connection: Connection
) -> None:
    if not transaction.nested:
        speak_as(connection, SYSTEM, {})


def speak_as(connection: Connection, role: str, values: dict[str, Any]) -> None:
    """Take on a role until the transaction ends, for the actor with these values. One statement, and none on SQLite.

    It frames the transaction as BEGIN does, so it goes to the driver directly.
    """
    if connection.dialect.name != "postgresql":
        return
    settings = {"role": role, **{f"caseflow.{name}": _plain(value) for name, value in values.items()}}
    calls = ", ".join(["set_config(%s, %s, true)"] * len(settings))
    sent = [text for pair in settings.items() for text in pair]
    psycopg.Cursor(connection.connection.driver_connection).execute(f"SELECT {calls}", sent)


def _plain(value: Any) -> str:
    """Write a value as PostgreSQL reads it from a setting; empty is null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | UUID) else str(value.isoformat())
