"""The sets that the rules are made of: seats, exclusions, active links and their cells.

Everything here is plain tables, so that the guard does not scope the rules by themselves, and every subquery says
what it correlates with: a subquery that is left to guess compiles to a silent leak.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.sql import FromClause

from caseflow.access.actor import Actor
from caseflow.models import Case, Deputy, Exclusion, Link, LinkProfessional, ScopeCell
from caseflow.models.vocabulary import Category, Role


def table_of(model: type[Any]) -> FromClause:
    """Return the plain table of a model."""
    table: FromClause = model.__table__
    return table


CASE = table_of(Case)
DEPUTY = table_of(Deputy)
EXCLUSION = table_of(Exclusion)
LINK = table_of(Link)
PROFESSIONAL = table_of(LinkProfessional)
CELL = table_of(ScopeCell)


def excluded_cases(actor: Actor) -> Select[Any]:
    """Cases that do not exist for the actor."""
    begun = or_(EXCLUSION.c.from_at.is_(None), EXCLUSION.c.from_at <= actor.now)
    return select(EXCLUSION.c.case_id).where(EXCLUSION.c.user_id == actor.user_id, begun).correlate(None)


def not_excluded(actor: Actor, case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The case exists for the actor."""
    return case_id.not_in(excluded_cases(actor))


def deputised_cases(actor: Actor) -> Select[Any]:
    """Cases in which the actor stands in for the director now."""
    return (
        select(DEPUTY.c.case_id)
        .where(
            DEPUTY.c.user_id == actor.user_id, DEPUTY.c.from_at <= actor.now, DEPUTY.c.until_at > actor.now
        )
        .correlate(None)
    )


def leads(actor: Actor) -> ColumnElement[bool]:
    """The actor leads the team of the case."""
    if Role.TEAM_LEAD not in actor.roles or actor.team_id is None:
        return false()
    return CASE.c.team_id == actor.team_id


def directs(actor: Actor) -> ColumnElement[bool]:
    """The actor is the case's director."""
    return CASE.c.director_id == actor.user_id


def deputises(actor: Actor) -> ColumnElement[bool]:
    """The actor stands in for the case's director."""
    return CASE.c.id.in_(deputised_cases(actor))


def seat(actor: Actor) -> ColumnElement[bool]:
    """The actor has a seat in the case, and the case exists for them."""
    return and_(or_(directs(actor), deputises(actor), leads(actor)), not_excluded(actor, CASE.c.id))


def seat_cases(actor: Actor) -> Select[Any]:
    """Cases in which the actor has a seat."""
    return select(CASE.c.id).where(seat(actor)).correlate(None)


def link_is_active(actor: Actor) -> ColumnElement[bool]:
    """The link runs: from (included) until (excluded), and not revoked."""
    return and_(
        LINK.c.from_at <= actor.now,
        LINK.c.until_at > actor.now,
        or_(LINK.c.revoked_at.is_(None), LINK.c.revoked_at > actor.now),
    )


def names_actor(actor: Actor) -> ColumnElement[bool]:
    """The link names the actor."""
    named = select(PROFESSIONAL.c.link_id).where(PROFESSIONAL.c.user_id == actor.user_id).correlate(None)
    return LINK.c.id.in_(named)


def my_link(actor: Actor) -> ColumnElement[bool]:
    """An active link that names the actor, in a case that exists for them."""
    return and_(names_actor(actor), link_is_active(actor), not_excluded(actor, LINK.c.case_id))


def my_links(actor: Actor) -> Select[Any]:
    """The ids of the actor's active links."""
    return select(LINK.c.id).where(my_link(actor)).correlate(None)


def my_cells(actor: Actor, *columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of the scope cells of the actor's active links, with the link beside them."""
    return (
        select(*columns)
        .select_from(CELL.join(LINK, LINK.c.id == CELL.c.link_id))
        .where(my_link(actor))
        .correlate(None)
    )


def linked_cases(actor: Actor) -> Select[Any]:
    """Cases of which the actor's links open at least one cell."""
    return my_cells(actor, LINK.c.case_id)


def parties_with(actor: Actor, category: Category) -> Select[Any]:
    """Parties about whom the actor's links open a category."""
    return my_cells(actor, CELL.c.party_id).where(CELL.c.category == category)
