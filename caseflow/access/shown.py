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
from caseflow.access.asking import EIGHTEEN_YEARS_AGO, ME, NOW, TODAY
from caseflow.access.sets import (
    CASE,
    DEPUTY,
    EXCLUSION,
    GLASS,
    PARTY,
    PERSON,
    PERSON_EXCLUSION,
    TIE,
    broken_by_me,
    link_is_active,
    not_revoked,
)
from caseflow.access.writing import Row, table_of, there_is

CLOSURE = table_of(models.Closure)
ORGANISATION = table_of(models.Organisation)
PHASE_CHANGE = table_of(models.PhaseChange)
TEAM = table_of(models.Team)
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


def link_runs(link: Row) -> ColumnElement[bool]:
    """The link runs now, whomever it names."""
    return link_is_active(link)


def link_is_not_over(link: Row) -> ColumnElement[bool]:
    """The link runs now, or is to run."""
    return and_(link.c.until_at > NOW, not_revoked(link))


def open_until() -> ColumnElement[Any]:
    """Until when break-glass opens the case at hand to the reader, or null."""
    glass = aside(GLASS)
    mine = select(func.max(glass.c.until_at)).where(glass.c.case_id == CASE.c.id, broken_by_me(glass, CASE))
    return mine.correlate_except(glass).scalar_subquery()


def user_name(user_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The name of a user who stands on a row that may be read."""
    return _of(USER, "name", user_id)


def case_reference(case_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The reference of a case of which a row may be read: a privacy officer names it, without having it."""
    return _of(CASE, "reference", case_id)


def user_organisation_id(user_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """Where a user works who stands on a row that may be read."""
    return _of(USER, "organisation_id", user_id)


def organisation_name(organisation_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The name of an organisation that stands on a row that may be read."""
    return _of(ORGANISATION, "name", organisation_id)


def directs_cases(organisation_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The organisation directs cases here: that is no secret, as anybody may need to ask it something."""
    team = aside(TEAM)
    return there_is(team, team.c.organisation_id == organisation_id)


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


def hidden_from(user_id: ColumnElement[Any], case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The case does not exist for this other user, or soon will not: they are in no list of it, and nothing says why.

    Of themselves the reader learns nothing here either: for whom reads it, the case exists.
    """
    excluded = aside(EXCLUSION)
    by_case = there_is(
        excluded, excluded.c.case_id == case_id, excluded.c.user_id == user_id, is_not_over(excluded)
    )
    here = [_about_party_of(table, user_id, case_id) for table in (PERSON_EXCLUSION, TIE)]
    return and_(user_id != ME, or_(by_case, *here))


def _about_party_of(
    table: FromClause, user_id: ColumnElement[Any], case_id: ColumnElement[Any]
) -> ColumnElement[bool]:
    one, party = aside(table), aside(PARTY)
    joined = one.join(party, party.c.person_id == one.c.person_id)
    return there_is(joined, one.c.user_id == user_id, party.c.case_id == case_id, is_not_over(one))


def is_not_over(row: Row) -> ColumnElement[bool]:
    """It holds, or will."""
    return or_(row.c.until_at.is_(None), row.c.until_at > NOW)


def is_party_of(person_id: ColumnElement[Any], case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The person is a party of the case: for who may read a row about the person and watches over the case."""
    party = aside(PARTY)
    return there_is(party, party.c.person_id == person_id, party.c.case_id == case_id)


def _of(table: FromClause, column: str, row_id: ColumnElement[Any]) -> ColumnElement[Any]:
    named = aside(table)
    return select(named.c[column]).where(named.c.id == row_id).correlate_except(named).scalar_subquery()


def _first(ordered: Select[Any], rows: FromClause) -> ColumnElement[Any]:
    return ordered.limit(1).correlate_except(rows).scalar_subquery()
