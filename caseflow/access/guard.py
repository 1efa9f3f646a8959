"""Puts the reading rules on every statement of a session. The only clever code in the project, on one screen."""

from typing import Any, NoReturn

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption

from caseflow.access.actor import Actor
from caseflow.access.policy import READ
from caseflow.db import GuardedSession

POLICY_QUESTION = "caseflow_policy_question"
"""Execution option of statements that are themselves a rule: only modules of access set it."""


class UnguardedError(RuntimeError):
    """A statement was about to run past the reading rules."""


def bind(session: Session, actor: Actor) -> None:
    """Tie a session to one actor, for as long as it lives.

    Raises:
        UnguardedError: the session belongs to another actor.
    """
    bound = session.info.get("actor")
    if bound is not None and bound != actor:
        raise UnguardedError("A session has one actor.")
    session.info["actor"] = actor
    session.info["rules"] = rules_for(actor)


def release(session: Session) -> None:
    """Forget the actor and everything that was loaded for them."""
    session.expunge_all()
    session.info.pop("actor", None)
    session.info.pop("rules", None)


def actor_of(session: Session) -> Actor:
    """Return the actor of a session.

    Raises:
        UnguardedError: it has none.
    """
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise UnguardedError("The session has no actor.")
    return actor


def rules_for(actor: Actor) -> list[ExecutableOption]:
    """Build the reading rules of one actor, once."""
    return [with_loader_criteria(model, rule(actor), include_aliases=True) for model, rule in READ.items()]


@event.listens_for(GuardedSession, "do_orm_execute")
def _scope(state: ORMExecuteState) -> None:
    if state.execution_options.get(POLICY_QUESTION) or state.is_column_load or state.is_insert:
        return
    rules = state.session.info.get("rules")
    if rules is None or not state.is_orm_statement or state.is_from_statement:
        _refuse(state)
    state.statement = state.statement.options(*rules)


def _refuse(state: ORMExecuteState) -> NoReturn:
    raise UnguardedError(f"This statement would run past the reading rules: {str(state.statement)[:200]}")


@event.listens_for(GuardedSession, "detached_to_persistent")
def _refuse_foreign_rows(_session: Session, instance: Any) -> NoReturn:
    raise UnguardedError(
        f"A {type(instance).__name__} that was loaded elsewhere may not enter a guarded session."
    )
