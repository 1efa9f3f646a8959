"""Derived facts that whoever may read a row may know, though not the rows they are derived from.

A linked professional sees that a case is open, its phase and its contact point, but no closure, phase or deputy row;
and the names on an entry that they may read, but not the directory. Expressions over a guarded row, to be selected
beside that row and nowhere else; the guard knows who asks, and when.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select
from sqlalchemy.sql import FromClause

from caseflow import models
from caseflow.access.aside import aside
from caseflow.access.asking import EIGHTEEN_YEARS_AGO, NOW, TODAY
from caseflow.access.sets import CASE, DEPUTY, table_of, there_is

CLOSURE = table_of(models.Closure)
ORGANISATION = table_of(models.Organisation)
PERSON = table_of(models.Person)
PHASE_CHANGE = table_of(models.PhaseChange)
USER = table_of(models.User)


def case_is_closed() -> ColumnElement[bool]:
    """Whether the case at hand is closed today."""
    closure = aside(CLOSURE)
    not_reopened = or_(closure.c.reopened_on.is_(None), closure.c.reopened_on > TODAY)
    return there_is(closure, closure.c.case_id == CASE.c.id, closure.c.closed_on <= TODAY, not_reopened)


def case_status() -> ColumnElement[str]:
    """`open` or `closed`, today."""
    return case((case_is_closed(), literal("closed")), else_=literal("open"))


def current_phase() -> ColumnElement[Any]:
    """The phase that the case at hand is in today, or null."""
    change = aside(PHASE_CHANGE)
    begun = and_(change.c.case_id == CASE.c.id, change.c.from_on <= TODAY)
    newest_first = (change.c.from_on.desc(), change.c.position.desc())
    return _first(select(change.c.phase).where(begun).order_by(*newest_first), change)


def contact_point_id() -> ColumnElement[Any]:
    """Whom to call about the case at hand now: who stands in, else the director."""
    deputy = aside(DEPUTY)
    stands_in = and_(deputy.c.case_id == CASE.c.id, deputy.c.from_at <= NOW, deputy.c.until_at > NOW)
    acting = select(deputy.c.user_id).where(stands_in).order_by(deputy.c.from_at.desc())
    return func.coalesce(_first(acting, deputy), CASE.c.director_id)


def user_name(user_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The name of a user who stands on a row that may be read."""
    return _of(USER, "name", user_id)


def organisation_name(organisation_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The name of an organisation that stands on a row that may be read."""
    return _of(ORGANISATION, "name", organisation_id)


def user_key(user_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The bundle key of a user who stands on a row that may be read."""
    return _of(USER, "key", user_id)


def organisation_key(organisation_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The bundle key of an organisation that stands on a row that may be read."""
    return _of(ORGANISATION, "key", organisation_id)


def party_is_child(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the party at hand is under eighteen today: all that a neutral label says besides its letter."""
    person = aside(PERSON)
    return there_is(person, person.c.id == person_id, person.c.born_on > EIGHTEEN_YEARS_AGO)


def _of(table: FromClause, column: str, row_id: ColumnElement[Any]) -> ColumnElement[Any]:
    named = aside(table)
    return select(named.c[column]).where(named.c.id == row_id).correlate_except(named).scalar_subquery()


def _first(ordered: Select[Any], rows: FromClause) -> ColumnElement[Any]:
    return ordered.limit(1).correlate_except(rows).scalar_subquery()
