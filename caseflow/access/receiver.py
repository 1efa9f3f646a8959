"""The one door through which a seat sees a case as somebody whom a link names will: nothing of it is kept.

What is not saved yet is placed within `undone`, which takes every row back and lets nothing be committed. Whoever looks
as somebody else does so within `as_receiver`: a session of that other actor, on the same connection, that reads and
cannot write. It stays within the case: whom the other knows by name from elsewhere, a seat here is not to learn.
PostgreSQL, which knows the actor by itself, is told when that session begins, within a savepoint; going back to the
savepoint gives back who asked before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn
from uuid import UUID

from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction

from caseflow.access.actor import Actor
from caseflow.access.check import Act, ForbiddenError, require
from caseflow.access.guard import UnguardedError, bind
from caseflow.access.named import WITHIN
from caseflow.db import GuardedSession
from caseflow.models import Link, LinkProfessional

_UNDONE = "undone"


class BorrowedSession(GuardedSession):
    """A session on the connection of another one, inside its transaction. It reads, and can do nothing else."""

    def __init__(self, connection: Connection) -> None:
        Session.__init__(
            self, bind=connection, autoflush=False, join_transaction_mode="create_savepoint"
        )  # not Flask-SQLAlchemy's: that looks for an engine by itself

    def get_bind(self, *_arguments: Any, **_options: Any) -> Engine | Connection:
        """Return the connection that was borrowed, whatever is asked for."""
        if self.bind is None:
            raise UnguardedError("The connection was given back.")
        return self.bind

    def commit(self) -> NoReturn:
        """Refuse: nothing of what is seen as somebody else is kept."""
        raise UnguardedError("A borrowed session commits nothing.")


@contextmanager
def undone(session: Session) -> Iterator[None]:
    """Let what is done inside be seen inside only. Afterwards every row is as it was, whatever happened.

    Raises:
        UnguardedError: something inside was about to commit.
    """
    savepoint = session.begin_nested()
    session.info[_UNDONE] = savepoint
    try:
        yield
    finally:
        session.info.pop(_UNDONE)
        savepoint.rollback()


@contextmanager
def as_receiver(session: Session, case_id: UUID, receiver: Actor) -> Iterator[Session]:
    """Open a session of somebody whom a link of the case names, for who holds a seat in it.

    Raises:
        ForbiddenError: the session's own actor holds no seat, or no link of the case names the other.
    """
    require(session, Act.LINK_SET, case_id)
    if not is_named(session, case_id, receiver.user_id):
        raise ForbiddenError(Act.LINK_SET)
    connection = Session.connection(
        session
    )  # past what a guarded session hands out: only to be guarded again
    with BorrowedSession(connection) as borrowed:
        bind(borrowed, receiver)
        borrowed.info[WITHIN] = case_id
        yield borrowed


def is_named(session: Session, case_id: UUID, user_id: UUID) -> bool:
    """Whether a link of the case, saved or placed, names somebody."""
    named = (
        select(LinkProfessional.link_id)
        .join(Link, Link.id == LinkProfessional.link_id)
        .where(Link.case_id == case_id, LinkProfessional.user_id == user_id)
    )
    return session.scalars(named.limit(1)).first() is not None


@event.listens_for(GuardedSession, "before_commit")
def _refuse_keeping(session: Session) -> None:
    """A savepoint within is released as ever; the one that takes all back may not be, nor what lies around it."""
    undoing: SessionTransaction | None = session.info.get(_UNDONE)
    if undoing is not None and session.get_nested_transaction() is undoing:
        raise UnguardedError("What is only being tried may not be committed.")


@event.listens_for(BorrowedSession, "before_flush")
def _refuse_saving(_session: Session, *_details: object) -> NoReturn:
    raise UnguardedError("A borrowed session saves nothing.")


@event.listens_for(BorrowedSession, "do_orm_execute")
def _refuse_changing(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise UnguardedError("A borrowed session only reads.")
