"""Derived facts that whoever may read a row may know, though not the rows they are derived from.

A linked professional sees that a case is open, its phase and its contact point, but no closure, phase or deputy row;
and the names on an entry that they may read, but not the directory. Expressions over a guarded row, with the moment
as the bound parameters `now` and `today`; to be selected beside that row and nowhere else.
"""

from typing import Any

from sqlalchemy import ColumnElement, Date, and_, bindparam, case, exists, func, literal, or_, select

from caseflow import models
from caseflow.access.sets import CASE, DEPUTY, table_of
from caseflow.db import UtcDateTime

NOW = bindparam("now", type_=UtcDateTime())
TODAY = bindparam("today", type_=Date())
EIGHTEEN_YEARS_AGO = bindparam("eighteen_years_ago", type_=Date())

CLOSURE = table_of(models.Closure)
ORGANISATION = table_of(models.Organisation)
PERSON = table_of(models.Person)
PHASE_CHANGE = table_of(models.PhaseChange)
USER = table_of(models.User)


def case_is_closed() -> ColumnElement[bool]:
    """Whether the case at hand is closed today."""
    return (
        exists()
        .where(
            CLOSURE.c.case_id == CASE.c.id,
            CLOSURE.c.closed_on <= TODAY,
            or_(CLOSURE.c.reopened_on.is_(None), CLOSURE.c.reopened_on > TODAY),
        )
        .correlate_except(CLOSURE)
    )


def case_status() -> ColumnElement[str]:
    """`open` or `closed`, today."""
    return case((case_is_closed(), literal("closed")), else_=literal("open"))


def current_phase() -> ColumnElement[Any]:
    """The phase that the case at hand is in today, or null."""
    return (
        select(PHASE_CHANGE.c.phase)
        .where(PHASE_CHANGE.c.case_id == CASE.c.id, PHASE_CHANGE.c.from_on <= TODAY)
        .order_by(PHASE_CHANGE.c.from_on.desc(), PHASE_CHANGE.c.position.desc())
        .limit(1)
        .correlate_except(PHASE_CHANGE)
        .scalar_subquery()
    )


def contact_point_id() -> ColumnElement[Any]:
    """Whom to call about the case at hand now: who stands in, else the director."""
    acting = (
        select(DEPUTY.c.user_id)
        .where(and_(DEPUTY.c.case_id == CASE.c.id, DEPUTY.c.from_at <= NOW, DEPUTY.c.until_at > NOW))
        .order_by(DEPUTY.c.from_at.desc())
        .limit(1)
        .correlate_except(DEPUTY)
        .scalar_subquery()
    )
    return func.coalesce(acting, CASE.c.director_id)


def user_name(user_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The name of a user who stands on a row that may be read."""
    named = USER.alias("named_user")
    return select(named.c.name).where(named.c.id == user_id).correlate_except(named).scalar_subquery()


def organisation_name(organisation_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The name of an organisation that stands on a row that may be read."""
    named = ORGANISATION.alias("named_organisation")
    return select(named.c.name).where(named.c.id == organisation_id).correlate_except(named).scalar_subquery()


def user_key(user_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The bundle key of a user who stands on a row that may be read."""
    named = USER.alias("keyed_user")
    return select(named.c.key).where(named.c.id == user_id).correlate_except(named).scalar_subquery()


def organisation_key(organisation_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The bundle key of an organisation that stands on a row that may be read."""
    named = ORGANISATION.alias("keyed_organisation")
    return select(named.c.key).where(named.c.id == organisation_id).correlate_except(named).scalar_subquery()


def party_is_child(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the party at hand is under eighteen today: all that a neutral label says besides its letter."""
    return (
        exists()
        .where(PERSON.c.id == person_id, PERSON.c.born_on > EIGHTEEN_YEARS_AGO)
        .correlate_except(PERSON)
    )
