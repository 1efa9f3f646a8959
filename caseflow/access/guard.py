"""Puts the reading rules on every statement of a session. The only clever code in the project, on one screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn
from weakref import WeakKeyDictionary

from sqlalchemy import Boolean, ColumnElement, Insert, Result, SelectBase, event, false, inspect
from sqlalchemy.dialects.postgresql import dml as postgresql
from sqlalchemy.dialects.sqlite import dml as sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption, ExecutableStatement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import KeyedColumnElement
from sqlalchemy.sql.expression import ColumnCollection, WriteableColumnCollection
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.sql.visitors import iterate

from caseflow.access.actor import Actor
from caseflow.access.asking import NAMED_CASE, NAMED_CASES, NAMED_ENTRIES, OPEN_ENTRIES, values_for
from caseflow.access.named import NAMED, THROUGH_ALL, WITHIN, Named, as_asked
from caseflow.access.opened import (
    OPENED,
    answered_opening,
    answered_through_all,
    gives_ids,
    open_ones,
    sees_one_moment,
)
from caseflow.access.policy import READ
from caseflow.access.rules.entries import with_its_entry
from caseflow.access.seated import SEATED, THROUGH, WITH_SEATS, answered_with_seats, gives_seats, has_seat
from caseflow.access.writing import (
    ABOUT_A_CASE,
    ABOUT_ITS_ENTRIES,
    ABOUT_ITS_OPEN_ENTRIES,
    ABOUT_OPEN_ENTRIES,
    FROM_A_SEAT,
    FROM_SEATS,
    IN_STATEMENTS,
    OPEN_FROM_A_SEAT,
    Manner,
    Row,
    manner,
    table_of,
)
from caseflow.db import Base, GuardedSession
from caseflow.models import AuditHead, Entry

POLICY_QUESTION = "caseflow_policy_question"
"""Execution option of statements that are themselves a rule; set in caseflow/access only. An actor in the place of
True is who the rule is about: what somebody else could read, when a director is about to share."""

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
    for kept in ("actor", "asked_by", WITHIN, SEATED, THROUGH, OPENED):
        session.info.pop(kept, None)


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
def rule_about_rows_of(model: type[Any], how: Manner = IN_STATEMENTS) -> ColumnElement[bool]:
    """Return the rule of a table about its own rows, built once."""
    return _written(model, table_of(model), how)


def _written(model: type[Any], rows: Row, how: Manner) -> ColumnElement[bool]:
    rule = with_its_entry if (how.entries_named or how.entries_opened) and model is Entry else READ[model]
    before = manner.set(how)
    try:
        return rule(rows)
    finally:
        manner.reset(before)


def _rule_about(entity: Any, how: Manner) -> ColumnElement[bool]:
    mapped = inspect(entity, raiseerr=False)
    if mapped is None:
        return false()
    model = mapped.mapper.base_mapper.class_
    if not mapped.is_aliased_class:
        return _Rule(rule_about_rows_of(model, how))
    found = [(column.key, mapped.selectable.corresponding_column(column)) for column in table_of(model).c]
    return _Rule(_written(model, _Found(WriteableColumnCollection(found)), how))


def _on_all_tables(rule: Callable[[Any], ColumnElement[bool]]) -> ExecutableOption:
    """Return one option for all tables: SQLAlchemy asks for a rule only while it compiles a statement, and caches it.

    Fifty options, each with its rule, cost ten milliseconds a statement. Every statement passes here, those that a
    loaded row sets off as well, so the option need not travel with the rows.
    """
    return with_loader_criteria(Base, rule, include_aliases=True, propagate_to_loaders=False)


def _rule(entity: Any) -> ColumnElement[bool]:
    return _rule_about(entity, IN_STATEMENTS)


def _rule_in_case(entity: Any) -> ColumnElement[bool]:
    return _rule_about(entity, ABOUT_A_CASE)


def _rule_of_entries(entity: Any) -> ColumnElement[bool]:
    return _rule_about(entity, ABOUT_ITS_ENTRIES)


def _rule_from_a_seat(entity: Any) -> ColumnElement[bool]:
    return _rule_about(entity, FROM_A_SEAT)


def _rule_from_seats(entity: Any) -> ColumnElement[bool]:
    return _rule_about(entity, FROM_SEATS)


def _rule_of_open_entries(entity: Any) -> ColumnElement[bool]:
    return _rule_about(entity, ABOUT_OPEN_ENTRIES)


def _rule_of_open_entries_in_case(entity: Any) -> ColumnElement[bool]:
    return _rule_about(entity, ABOUT_ITS_OPEN_ENTRIES)


def _rule_of_open_entries_from_a_seat(entity: Any) -> ColumnElement[bool]:
    return _rule_about(entity, OPEN_FROM_A_SEAT)


# SQLAlchemy takes the functions that it is given apart, but not what they call: so each is a lambda that calls one. It
# keeps what it compiled by a lambda's code, so a lambda for each manner, though the linter takes it for too much.
RULES: dict[Manner, ExecutableOption] = {
    IN_STATEMENTS: _on_all_tables(lambda entity: _rule(entity)),  # noqa: PLW0108 - a lambda for each
    ABOUT_A_CASE: _on_all_tables(lambda entity: _rule_in_case(entity)),  # noqa: PLW0108 - a lambda for each
    ABOUT_ITS_ENTRIES: _on_all_tables(lambda entity: _rule_of_entries(entity)),  # noqa: PLW0108 - a lambda for each
    FROM_A_SEAT: _on_all_tables(lambda entity: _rule_from_a_seat(entity)),  # noqa: PLW0108 - a lambda for each
    FROM_SEATS: _on_all_tables(lambda entity: _rule_from_seats(entity)),  # noqa: PLW0108 - a lambda for each
    ABOUT_OPEN_ENTRIES: _on_all_tables(lambda entity: _rule_of_open_entries(entity)),  # noqa: PLW0108 - a lambda for each
    ABOUT_ITS_OPEN_ENTRIES: _on_all_tables(lambda entity: _rule_of_open_entries_in_case(entity)),  # noqa: PLW0108 - a lambda for each
    OPEN_FROM_A_SEAT: _on_all_tables(lambda entity: _rule_of_open_entries_from_a_seat(entity)),  # noqa: PLW0108 - a lambda for each
}
GUARDED: dict[Manner, WeakKeyDictionary[ExecutableStatement, ExecutableStatement]] = {
    how: WeakKeyDictionary() for how in RULES
}
"""Statements with their rules on, as long as the statement lives: SQLAlchemy works out once what it is cached by."""


@event.listens_for(GuardedSession, "do_orm_execute")
def _scope(state: ORMExecuteState) -> Result[Any] | None:
    if state.is_insert:
        _refuse_copying(state)
        return None
    question = state.execution_options.get(POLICY_QUESTION)
    if question:
        who = question if isinstance(question, Actor) else actor_of(state.session)
        _say_who_asks(state, values_for(who))
        return None
    asked_by = state.session.info.get("asked_by")
    if asked_by is None or not state.is_orm_statement or state.is_from_statement:
        _refuse(state)
    if state.is_update or state.is_delete:  # these take no params() of their own
        state.parameters = state.parameters or {}  # what is added is merged with these, which may be absent
        return state.invoke_statement(state.statement.options(RULES[IN_STATEMENTS]), params=asked_by)
    named = as_asked(state.session, state.execution_options.get(NAMED))
    how, values = _what_it_is_about(state.session, named)
    _say_who_asks(state, {**asked_by, **values})
    state.statement = _with_rules(state.statement, how)
    if named is not None and named.opening:
        return _answered_opening(state, named)
    if WITH_SEATS.keys() <= state.execution_options.keys():
        return _answered_with_seats(state)
    through_all = THROUGH_ALL.keys() <= state.execution_options.keys()
    return answered_through_all(state) if through_all and sees_one_moment(state.session) else None


def _answered_with_seats(state: ORMExecuteState) -> Result[Any]:
    if not gives_seats(state.statement):
        _refuse(state)
    return answered_with_seats(state)


def _answered_opening(state: ORMExecuteState, named: Named) -> Result[Any] | None:
    if not gives_ids(state.statement):
        _refuse(state)
    return answered_opening(state, named.case_id) if sees_one_moment(state.session) else None


def _what_it_is_about(session: Session, named: Named | None) -> tuple[Manner, dict[str, Any]]:
    if named is None:
        return IN_STATEMENTS, {}
    if not sees_one_moment(session):
        return _in_what_may_write(named)
    if named.seat_ids is not None:
        seated = all(has_seat(session, case_id) for case_id in named.seat_ids)
        return (FROM_SEATS, {NAMED_CASES.key: list(named.seat_ids)}) if seated else (IN_STATEMENTS, {})
    seated, case = has_seat(session, named.case_id), {NAMED_CASE.key: named.case_id}
    if named.entry_ids is None:
        return FROM_A_SEAT if seated else ABOUT_A_CASE, case
    found = {OPEN_ENTRIES.key: open_ones(session, named)}
    if named.case_id is None:
        return ABOUT_OPEN_ENTRIES, found
    return OPEN_FROM_A_SEAT if seated else ABOUT_ITS_OPEN_ENTRIES, {**case, **found}


def _in_what_may_write(named: Named) -> tuple[Manner, dict[str, Any]]:
    """Ask the rule in the statement itself: others write meanwhile."""
    if named.case_id is None:
        return IN_STATEMENTS, {}
    case = {NAMED_CASE.key: named.case_id}
    if named.entry_ids is None:
        return ABOUT_A_CASE, case
    return ABOUT_ITS_ENTRIES, {**case, NAMED_ENTRIES.key: list(named.entry_ids)}


def _say_who_asks(state: ORMExecuteState, values: dict[str, Any]) -> None:
    """Fill in the actor. What the caller gives under the same names does not count."""
    given = state.parameters or {}
    if not isinstance(given, Mapping) or not isinstance(state.statement, ExecutableStatement):
        _refuse(state)
    state.parameters = {**given, **values}


def _with_rules(statement: Any, how: Manner) -> ExecutableStatement:
    guarded = GUARDED[how].get(statement)
    if guarded is None:
        guarded = GUARDED[how][statement] = statement.options(RULES[how])
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
