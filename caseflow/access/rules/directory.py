"""Who knows which colleague, team and organisation, and what is agreed with them."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from caseflow.access.aside import aside
from caseflow.access.asking import HAS_DIRECTORY, IS_PARTNER, MY_ORGANISATION, MY_TEAM, NOW
from caseflow.access.rules.entries import USER
from caseflow.access.sets import CASE, DEPUTY, my_linked_cases
from caseflow.access.shown import directs_cases
from caseflow.access.writing import Row, looked_up


def with_directory(_row: Row) -> ColumnElement[bool]:
    """What law, custom and agreements say about sharing with organisations is for who has the directory."""
    return HAS_DIRECTORY


def is_contact_point(user_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The user is the contact point of one of the actor's cases: its director, or who stands in."""
    case, deputy = aside(CASE), aside(DEPUTY)
    directing = select(case.c.director_id).where(case.c.id.in_(my_linked_cases()))
    now = and_(deputy.c.from_at <= NOW, deputy.c.until_at > NOW)
    standing_in = select(deputy.c.user_id).where(deputy.c.case_id.in_(my_linked_cases()), now)
    return or_(user_id.in_(directing), user_id.in_(standing_in))


def user_row(user: Row) -> ColumnElement[bool]:
    """The directory is for who directs, leads or administers; others know their colleagues and contact points."""
    return or_(HAS_DIRECTORY, user.c.organisation_id == MY_ORGANISATION, is_contact_point(user.c.id))


def user_role(role: Row) -> ColumnElement[bool]:
    """The roles of a user are read with the user."""
    user = aside(USER)
    return looked_up(user, user.c.id == role.c.user_id, user_row(user))


def organisation_row(organisation: Row) -> ColumnElement[bool]:
    """The directory is for who directs, leads or administers; others know their own and their contact points'.

    A partner's professional knows who directs cases here besides, for they may ask them something.
    """
    user = aside(USER)
    theirs = select(user.c.organisation_id).where(is_contact_point(user.c.id))
    known = or_(organisation.c.id.in_(theirs), and_(IS_PARTNER, directs_cases(organisation.c.id)))
    return or_(HAS_DIRECTORY, organisation.c.id == MY_ORGANISATION, known)


def team_row(team: Row) -> ColumnElement[bool]:
    """Teams are read by who has the directory, and one's own."""
    return or_(HAS_DIRECTORY, team.c.id == MY_TEAM)
