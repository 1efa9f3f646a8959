"""May this actor do this? One rule for every act, asked of the database with the same sets as the reading rules."""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    SQLColumnExpression,
    Uuid,
    and_,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql import FromClause

from caseflow.access.aside import aside
from caseflow.access.asking import ASKED_ABOUT, ME
from caseflow.access.guard import POLICY_QUESTION, actor_of
from caseflow.access.rules.asked import RELEASE_REQUEST, REQUEST, answers_now, may_say_for_the_source
from caseflow.access.rules.entries import ENTRY, ORIGIN, concerns_somebody, may_read_entry, somebody_uncovered
from caseflow.access.rules.watching import watched
from caseflow.access.sets import (
    CASE,
    CELL,
    LINK,
    cell_is_open,
    deputised_cases,
    directed_cases,
    existing,
    is_mine,
    led_cases,
    my_linked_cases,
    seat,
    seat_cases,
)
from caseflow.access.writing import RowRule, there_is
from caseflow.db import Ids, is_one_of
from caseflow.models.vocabulary import Category, Role


class Act(StrEnum):
    """What people can do. Keep the list alphabetical."""

    ACCESS_LOG_READ = "access_log.read"
    ACCOUNT_TIE = "account.tie"
    AGREEMENT_KEEP = "agreement.keep"
    BREAK_GLASS_OPEN = "break_glass.open"
    BREAK_GLASS_READ = "break_glass.read"
    BREAK_GLASS_REVIEW = "break_glass.review"
    CASE_ASSIGN = "case.assign"
    CASE_CLOSE_PROPOSE = "case.close.propose"
    CASE_CLOSE_SECOND = "case.close.second"
    CASE_EDIT = "case.edit"
    CASE_OPEN = "case.open"
    CASE_REOPEN = "case.reopen"
    CONSENT_SET = "consent.set"
    DEPUTY_APPOINT = "deputy.appoint"
    DIRECTOR_ASK = "director.ask"
    ENTRY_EDIT = "entry.edit"
    ENTRY_WRITE = "entry.write"
    EXCLUSION_READ = "exclusion.read"
    EXCLUSION_SET = "exclusion.set"
    FACT_DISCLOSE = "fact.disclose"
    FACT_WATCH = "fact.watch"
    LINK_SET = "link.set"
    MILESTONE_SET = "milestone.set"
    PARTY_SET = "party.set"
    PERSON_ASK = "person.ask"
    PROFESSIONAL_ASK = "professional.ask"
    RELEASE_ASK = "release.ask"


class ForbiddenError(PermissionError):
    """The actor may not do this here. To who asked it looks as if the thing did not exist."""


CATEGORY = bindparam("asked_category", type_=CELL.c.category.type)
PARTIES = bindparam("asked_party_ids", type_=Ids())
HOW_MANY = bindparam("asked_parties", type_=Integer())
"""In which category something would be written, about which parties, and how many they are."""

CaseRule = Callable[[ColumnElement[Any]], ColumnElement[bool]]


def _seat(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Director, deputy or team lead of the case."""
    return seat(case_id)


def _linked(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """A running link that names them opens something of the case."""
    return case_id.in_(my_linked_cases())


def _director_or_deputy(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Director or deputy of the case."""
    return case_id.in_(existing(directed_cases(), deputised_cases()))


def _director_or_lead(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """A director hands over their own case; the team lead assigns any case of the team."""
    return case_id.in_(existing(directed_cases(), led_cases()))


def _lead(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The lead of the case's team."""
    return case_id.in_(existing(led_cases()))


def _lead_or_privacy_officer(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The lead of the case's team, or a privacy officer."""
    return or_(watched(case_id), _lead(case_id))


def _seat_or_privacy_officer(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """A seat of the case, or a privacy officer, who sees who read what or may not, and not what it said."""
    return or_(watched(case_id), seat(case_id))


ON_A_CASE: dict[Act, CaseRule] = {
    Act.ACCESS_LOG_READ: _seat_or_privacy_officer,
    Act.BREAK_GLASS_READ: _seat_or_privacy_officer,
    Act.BREAK_GLASS_REVIEW: _lead_or_privacy_officer,
    Act.CASE_ASSIGN: _director_or_lead,
    Act.CASE_CLOSE_PROPOSE: _director_or_deputy,
    Act.CASE_CLOSE_SECOND: _seat,
    Act.CASE_EDIT: _seat,
    Act.CASE_REOPEN: _seat,
    Act.CONSENT_SET: _seat,
    Act.DEPUTY_APPOINT: _lead,
    Act.EXCLUSION_READ: _seat_or_privacy_officer,
    Act.EXCLUSION_SET: _lead_or_privacy_officer,
    Act.FACT_DISCLOSE: _seat,
    Act.FACT_WATCH: _director_or_deputy,
    Act.LINK_SET: _seat,
    Act.MILESTONE_SET: _seat,
    Act.DIRECTOR_ASK: _linked,
    Act.PARTY_SET: _seat,
    Act.PROFESSIONAL_ASK: _seat,
    Act.RELEASE_ASK: _seat,
}
"""Acts that are about one case."""

BY_ROLE: dict[Act, tuple[Role, ...]] = {
    Act.ACCOUNT_TIE: (Role.PRIVACY_OFFICER,),
    Act.AGREEMENT_KEEP: (Role.PRIVACY_OFFICER,),
    Act.BREAK_GLASS_OPEN: (Role.CASE_DIRECTOR,),
    Act.CASE_OPEN: (Role.CASE_DIRECTOR, Role.TEAM_LEAD),
    Act.PERSON_ASK: (Role.PARTNER,),
}
"""Acts that are about no case yet."""


def can(session: Session, act: Act, case_id: UUID | None = None) -> bool:
    """Whether the session's actor may do this, in this case where it is about one."""
    if act in BY_ROLE:
        return actor_of(session).has(*BY_ROLE[act])
    return _holds(session, _may(act), case_id)


@cache
def _may(act: Act) -> Select[Any]:
    case = aside(CASE)
    return select(there_is(case, case.c.id == ASKED_ABOUT, ON_A_CASE[act](case.c.id)))


def on_case(act: Act, case_id: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """The actor may do this in the case at hand: to be selected beside rows that may be read, and nowhere else."""
    return ON_A_CASE[act](type_coerce(case_id, Uuid()))


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
    wanted = set(party_ids)
    about = {CATEGORY.key: category, PARTIES.key: wanted, HOW_MANY.key: len(wanted)}
    return _holds(session, _may_write_entry(), case_id, about)


@cache
def _may_write_entry() -> Select[Any]:
    return select(or_(_seated(), and_(HOW_MANY > 0, _one_link_opens())))


def can_edit_entry(session: Session, entry_id: UUID) -> bool:
    """Whether the actor may edit the entry: from a seat, or one's own while a contributing link covers it."""
    return _holds(session, _may_edit_entry(), entry_id)


@cache
def _may_edit_entry() -> Select[Any]:
    entry, origin = aside(ENTRY), aside(ORIGIN)
    written = there_is(origin, origin.c.entry_id == entry.c.id, origin.c.author_id == ME)
    own = and_(written, _contributing_link_covers(entry))
    may_edit = or_(seat(entry.c.case_id), own)
    return select(there_is(entry, entry.c.id == ASKED_ABOUT, may_read_entry(entry), may_edit))


def _contributing_link_covers(entry: FromClause) -> ColumnElement[bool]:
    """A contributing link of the actor opens the entry's category about everybody that it concerns, and somebody is."""
    link = aside(LINK)
    contributes = and_(link.c.case_id == entry.c.case_id, link.c.may_contribute.is_(True), is_mine(link))
    return and_(concerns_somebody(entry), there_is(link, contributes, ~somebody_uncovered(entry, link)))


def require_edit_entry(session: Session, entry_id: UUID) -> None:
    """Go on only when the actor may edit the entry.

    Raises:
        ForbiddenError: they may not.
    """
    if not can_edit_entry(session, entry_id):
        raise ForbiddenError(Act.ENTRY_EDIT)


def can_contribute(session: Session, case_id: UUID) -> bool:
    """Whether the actor may write anything at all in the case."""
    return _holds(session, _may_contribute(), case_id)


@cache
def _may_contribute() -> Select[Any]:
    return select(or_(_seated(), _contributes()))


def require_contribute(session: Session, case_id: UUID) -> None:
    """Go on only when the actor may write anything at all in the case.

    Raises:
        ForbiddenError: they may not.
    """
    if not can_contribute(session, case_id):
        raise ForbiddenError(Act.ENTRY_WRITE)


def can_answer_request(session: Session, request_id: UUID) -> bool:
    """Whether the actor may answer a request for information."""
    return _holds(session, _may_answer(REQUEST, answers_now), request_id)


def can_answer_release(session: Session, request_id: UUID) -> bool:
    """Whether the actor says for the source whether an entry may travel."""
    return _holds(session, _may_answer(RELEASE_REQUEST, may_say_for_the_source), request_id)


@cache
def _may_answer(table: FromClause, rule: RowRule) -> Select[Any]:
    asked = aside(table)
    return select(there_is(asked, asked.c.id == ASKED_ABOUT, rule(asked)))


def _seated() -> ColumnElement[bool]:
    """The actor has a seat in this case."""
    return ASKED_ABOUT.in_(seat_cases())


def _contributes() -> ColumnElement[bool]:
    """A link of the actor that may contribute opens at least one cell of the case."""
    link, cell = aside(LINK), aside(CELL)
    return there_is(
        link.join(cell, cell.c.link_id == link.c.id),
        link.c.case_id == ASKED_ABOUT,
        link.c.may_contribute.is_(True),
        is_mine(link),
        cell_is_open(cell, link),
    )


def _one_link_opens() -> ColumnElement[bool]:
    """One contributing link of the actor opens the category about every one of these parties."""
    link = aside(LINK)
    return there_is(
        link,
        link.c.case_id == ASKED_ABOUT,
        link.c.may_contribute.is_(True),
        is_mine(link),
        _open_parties(link).scalar_subquery() == HOW_MANY,
    )


def _open_parties(link: FromClause) -> Select[Any]:
    """How many of the parties the link opens the category about."""
    cell = aside(CELL)
    wanted = and_(cell.c.category == CATEGORY, is_one_of(cell.c.party_id, PARTIES))
    opened = and_(cell.c.link_id == link.c.id, wanted, cell_is_open(cell, link))
    return select(func.count()).select_from(cell).where(opened).correlate_except(cell)


def _holds(
    session: Session, question: Select[Any], about: UUID | None, values: Mapping[str, Any] | None = None
) -> bool:
    asked = {ASKED_ABOUT.key: about, **(values or {})}
    answer: Any = session.scalar(question, asked, execution_options={POLICY_QUESTION: True})
    return bool(answer)
