"""May this actor do this? One rule for every act, asked of the database with the same sets as the reading rules."""

from collections.abc import Callable, Collection
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, func, literal, or_, select, true
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.entries import ENTRY, ORIGIN, may_read_entry
from caseflow.access.guard import POLICY_QUESTION, actor_of
from caseflow.access.sets import (
    CASE,
    CELL,
    LINK,
    deputises,
    directs,
    leads,
    my_link,
    not_excluded,
    seat,
)
from caseflow.models.vocabulary import Category, Role


class Act(StrEnum):
    """What people can do. Keep the list alphabetical."""

    ACCESS_LOG_READ = "access_log.read"
    CASE_ASSIGN = "case.assign"
    CASE_CLOSE_PROPOSE = "case.close.propose"
    CASE_CLOSE_SECOND = "case.close.second"
    CASE_EDIT = "case.edit"
    CASE_OPEN = "case.open"
    CASE_REOPEN = "case.reopen"
    DEPUTY_APPOINT = "deputy.appoint"
    DIRECTORY_EDIT = "directory.edit"
    ENTRY_EDIT = "entry.edit"
    ENTRY_WRITE = "entry.write"
    EXCLUSION_SET = "exclusion.set"
    FACT_DISCLOSE = "fact.disclose"
    LINK_SET = "link.set"
    MILESTONE_SET = "milestone.set"
    PARTY_SET = "party.set"


class ForbiddenError(PermissionError):
    """The actor may not do this here. To who asked it looks as if the thing did not exist."""


CaseRule = Callable[[Actor], ColumnElement[bool]]


def _seat(actor: Actor) -> ColumnElement[bool]:
    """Director, deputy or team lead of the case."""
    return seat(actor)


def _director_or_deputy(actor: Actor) -> ColumnElement[bool]:
    """Director or deputy of the case."""
    return and_(or_(directs(actor), deputises(actor)), not_excluded(actor, CASE.c.id))


def _director_or_lead(actor: Actor) -> ColumnElement[bool]:
    """A director hands over their own case; the team lead assigns any case of the team."""
    return and_(or_(directs(actor), leads(actor)), not_excluded(actor, CASE.c.id))


def _lead(actor: Actor) -> ColumnElement[bool]:
    """The lead of the case's team."""
    return and_(leads(actor), not_excluded(actor, CASE.c.id))


def _lead_or_privacy_officer(actor: Actor) -> ColumnElement[bool]:
    """The lead of the case's team, or a privacy officer."""
    return true() if actor.has(Role.PRIVACY_OFFICER) else _lead(actor)


def _seat_or_privacy_officer(actor: Actor) -> ColumnElement[bool]:
    """A seat of the case, or a privacy officer, who sees who read what and not what it said."""
    return true() if actor.has(Role.PRIVACY_OFFICER) else seat(actor)


ON_A_CASE: dict[Act, CaseRule] = {
    Act.ACCESS_LOG_READ: _seat_or_privacy_officer,
    Act.CASE_ASSIGN: _director_or_lead,
    Act.CASE_CLOSE_PROPOSE: _director_or_deputy,
    Act.CASE_CLOSE_SECOND: _seat,
    Act.CASE_EDIT: _seat,
    Act.CASE_REOPEN: _seat,
    Act.DEPUTY_APPOINT: _lead,
    Act.EXCLUSION_SET: _lead_or_privacy_officer,
    Act.FACT_DISCLOSE: _seat,
    Act.LINK_SET: _seat,
    Act.MILESTONE_SET: _seat,
    Act.PARTY_SET: _seat,
}
"""Acts that are about one case."""

BY_ROLE: dict[Act, tuple[Role, ...]] = {
    Act.CASE_OPEN: (Role.CASE_DIRECTOR, Role.TEAM_LEAD),
    Act.DIRECTORY_EDIT: (Role.ADMINISTRATOR,),
}
"""Acts that are about no case yet."""


def can(session: Session, act: Act, case_id: UUID | None = None) -> bool:
    """Whether the session's actor may do this, in this case where it is about one."""
    actor = actor_of(session)
    if act in BY_ROLE:
        return actor.has(*BY_ROLE[act])
    return _holds(session, exists().where(CASE.c.id == case_id, ON_A_CASE[act](actor)))


def require(session: Session, act: Act, case_id: UUID | None = None) -> None:
    """Go on only when the session's actor may do this.

    Raises:
        ForbiddenError: they may not.
    """
    if not can(session, act, case_id):
        raise ForbiddenError(act)


def can_write_entry(session: Session, case_id: UUID, category: Category, party_ids: Collection[UUID]) -> bool:
    """Whether the actor may write an entry in this category about these parties.

    Seats may. A linked professional may when one contributing link opens the category about every one of the parties.
    """
    actor = actor_of(session)
    seated = exists().where(CASE.c.id == case_id, seat(actor))
    return _holds(session, or_(seated, _one_link_opens(actor, case_id, category, party_ids)))


def require_write_entry(
    session: Session, case_id: UUID, category: Category, party_ids: Collection[UUID]
) -> None:
    """Go on only when the actor may write such an entry.

    Raises:
        ForbiddenError: they may not.
    """
    if not can_write_entry(session, case_id, category, party_ids):
        raise ForbiddenError(Act.ENTRY_WRITE)


def can_edit_entry(session: Session, entry_id: UUID) -> bool:
    """Whether the actor may edit the entry: from a seat, or one's own while a contributing link covers it."""
    actor = actor_of(session)
    seated = ENTRY.c.case_id.in_(select(CASE.c.id).where(seat(actor)).correlate(None))
    written = exists().where(ORIGIN.c.entry_id == ENTRY.c.id, ORIGIN.c.author_id == actor.user_id)
    contributing = exists().where(
        LINK.c.case_id == ENTRY.c.case_id, my_link(actor), LINK.c.may_contribute.is_(True)
    )
    own = and_(written.correlate_except(ORIGIN), contributing.correlate_except(LINK))
    return _holds(session, exists().where(ENTRY.c.id == entry_id, may_read_entry(actor), or_(seated, own)))


def require_edit_entry(session: Session, entry_id: UUID) -> None:
    """Go on only when the actor may edit the entry.

    Raises:
        ForbiddenError: they may not.
    """
    if not can_edit_entry(session, entry_id):
        raise ForbiddenError(Act.ENTRY_EDIT)


def can_contribute(session: Session, case_id: UUID) -> bool:
    """Whether the actor may write anything at all in the case."""
    actor = actor_of(session)
    seated = exists().where(CASE.c.id == case_id, seat(actor))
    cells = CELL.join(LINK, LINK.c.id == CELL.c.link_id)
    linked = exists(
        select(literal(1))
        .select_from(cells)
        .where(LINK.c.case_id == case_id, my_link(actor), LINK.c.may_contribute)
    )
    return _holds(session, or_(seated, linked))


def _one_link_opens(
    actor: Actor, case_id: UUID, category: Category, party_ids: Collection[UUID]
) -> ColumnElement[bool]:
    wanted = set(party_ids)
    if not wanted:
        return false()
    covered = (
        select(func.count())
        .select_from(CELL)
        .where(CELL.c.link_id == LINK.c.id, CELL.c.category == category, CELL.c.party_id.in_(wanted))
        .correlate_except(CELL)
        .scalar_subquery()
    )
    return exists().where(
        LINK.c.case_id == case_id, my_link(actor), LINK.c.may_contribute.is_(True), covered == len(wanted)
    )


def _holds(session: Session, condition: ColumnElement[bool]) -> bool:
    answer: Any = session.scalar(select(condition), execution_options={POLICY_QUESTION: True})
    return bool(answer)
