"""Puts the reading rules on every statement of a session. The only clever code in the project, on one screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn
from weakref import WeakKeyDictionary

from sqlalchemy import Boolean, ColumnElement, Insert, Result, SelectBase, event, false, inspect
from sqlalchemy.dialects.postgresql import dml as postgresql
from sqlalchemy.dialects.sqlite import dml as sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql.base import ExecutableStatement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import KeyedColumnElement
from sqlalchemy.sql.expression import ColumnCollection, WriteableColumnCollection
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.sql.visitors import iterate

from caseflow.access.actor import Actor
from caseflow.access.asking import values_for
from caseflow.access.policy import READ
from caseflow.access.sets import table_of
from caseflow.db import Base, GuardedSession
from caseflow.models import AuditHead

POLICY_QUESTION = "caseflow_policy_question"
"""Execution option of statements that are themselves a rule; set in caseflow/access only."""

UPSERTS = (postgresql.OnConflictDoUpdate, sqlite.OnConflictDoUpdate)
"""An INSERT that may change a row instead, on which no rule is put."""
MOVED_ON = table_of(AuditHead)
"""The one table for which that is allowed: the heads of the log's chains, which everybody's acts move on."""


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
    session.info["asked_by"] = values_for(actor)


def release(session: Session) -> None:
    """Forget the actor and everything that was loaded for them."""
    session.expunge_all()
    session.info.pop("actor", None)
    session.info.pop("asked_by", None)


def actor_of(session: Session) -> Actor:
    """Return the actor of a session.

    Raises:
        UnguardedError: it has none.
    """
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise UnguardedError("The session has no actor.")
    return actor


@dataclass(frozen=True)
class _Found:
    """A row as a query has it: of an alias or a subquery."""

    c: ColumnCollection[str, KeyedColumnElement[Any]]


class _Rule(ColumnElement[bool]):
    """A reading rule in a statement, opened only where the statement becomes SQL.

    What it says leans on nothing but the row it is about, so SQLAlchemy need not look inside while it copies and
    adapts the statement: that took nine tenths of the time to compile one.
    """

    inherit_cache = False
    type = Boolean()

    def __init__(self, text: ColumnElement[bool]) -> None:
        self.text = text

    def self_group(self, against: OperatorType | None = None) -> ColumnElement[bool]:
        """Stand as it is in a conjunction: it has its own brackets."""
        return self


@compiles(_Rule)
def _write_out(rule: _Rule, compiler: SQLCompiler, **options: Any) -> str:
    return f"({compiler.process(rule.text, **options)})"


@cache
def rule_about_rows_of(model: type[Any]) -> ColumnElement[bool]:
    """Return the rule of a table about its own rows, built once."""
    return READ[model](table_of(model))


def _rule_about(entity: Any) -> ColumnElement[bool]:
    mapped = inspect(entity, raiseerr=False)
    if mapped is None:
        return false()
    model = mapped.mapper.base_mapper.class_
    if not mapped.is_aliased_class:
        return _Rule(rule_about_rows_of(model))
    found = [(column.key, mapped.selectable.corresponding_column(column)) for column in table_of(model).c]
    return _Rule(READ[model](_Found(WriteableColumnCollection(found))))


RULES = with_loader_criteria(
    Base,
    lambda entity: _rule_about(entity),  # noqa: PLW0108 - SQLAlchemy takes the function apart, but not what it calls
    include_aliases=True,
    propagate_to_loaders=False,
)
"""One option for all tables: SQLAlchemy asks for a rule only while it compiles a statement, and caches what it made.

Fifty options, each with its rule, cost ten milliseconds a statement. Every statement passes here, those that a loaded
row sets off as well, so the option need not travel with the rows.
"""


GUARDED: WeakKeyDictionary[ExecutableStatement, ExecutableStatement] = WeakKeyDictionary()
"""Statements with their rules on, as long as the statement lives: SQLAlchemy works out once what it is cached by."""


@event.listens_for(GuardedSession, "do_orm_execute")
def _scope(state: ORMExecuteState) -> Result[Any] | None:
    if state.is_insert:
        _refuse_copying(state)
        return None
    if state.execution_options.get(POLICY_QUESTION):
        _say_who_asks(state, values_for(actor_of(state.session)))
        return None
    asked_by = state.session.info.get("asked_by")
    if asked_by is None or not state.is_orm_statement or state.is_from_statement:
        _refuse(state)
    if state.is_update or state.is_delete:  # these take no params() of their own
        state.parameters = state.parameters or {}  # what is added is merged with these, which may be absent
        return state.invoke_statement(state.statement.options(RULES), params=asked_by)
    _say_who_asks(state, asked_by)
    state.statement = _with_rules(state.statement)
    return None


def _say_who_asks(state: ORMExecuteState, values: dict[str, Any]) -> None:
    """Fill in the actor. What the caller gives under the same names does not count."""
    given = state.parameters or {}
    if not isinstance(given, Mapping) or not isinstance(state.statement, ExecutableStatement):
        _refuse(state)
    state.parameters = {**given, **values}


def _with_rules(statement: Any) -> ExecutableStatement:
    guarded = GUARDED.get(statement)
    if guarded is None:
        guarded = GUARDED[statement] = statement.options(RULES)
    return guarded


def _refuse_copying(state: ORMExecuteState) -> None:
    """Let an INSERT bring values: no rows that it reads elsewhere, and nothing in the place of a row that is there."""
    statement = state.statement
    if not isinstance(statement, Insert):
        _refuse(state)
    refused = (SelectBase,) if statement.table is MOVED_ON else (SelectBase, *UPSERTS)
    if any(isinstance(part, refused) for part in iterate(statement)):
        _refuse(state)


def _refuse(state: ORMExecuteState) -> NoReturn:
    raise UnguardedError(f"This {type(state.statement).__name__} would run past the reading rules.")


@event.listens_for(GuardedSession, "detached_to_persistent")
def _refuse_foreign_rows(session: Session, instance: Any) -> NoReturn:
    session.expunge(
        instance
    )  # it is in already: left there, it could be refreshed, and the rules do not see that
    raise UnguardedError(
        f"A {type(instance).__name__} that was loaded elsewhere may not enter a guarded session."
    )
