"""The sets that the rules are made of: seats, exclusions, running links and their cells.

Everything here is plain tables, so that the guard does not scope the rules by themselves. What a rule looks up
stands under an alias of its own, so that no query, whatever it joins or aliases, gets mixed up with it.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from caseflow.access.aside import aside
from caseflow.access.asking import DIRECTOR_AT, ME, NAMED_CASE, NAMED_CASES, NOW, SEAT_HERE, TEAM_I_LEAD
from caseflow.access.writing import (
    Row,
    among,
    asked_apart,
    found,
    manner,
    one_set,
    table_of,
    there_is,
    together,
)
from caseflow.db import is_one_of
from caseflow.models import (
    BreakGlass,
    Case,
    Consent,
    ConsentCategory,
    Deputy,
    Exclusion,
    Link,
    LinkProfessional,
    Party,
    Person,
    PersonExclusion,
    PersonTie,
    ScopeCell,
)
from caseflow.models.vocabulary import Category

CASE = table_of(Case)
CONSENT = table_of(Consent)
CONSENT_CATEGORY = table_of(ConsentCategory)
DEPUTY = table_of(Deputy)
EXCLUSION = table_of(Exclusion)
GLASS = table_of(BreakGlass)
LINK = table_of(Link)
PROFESSIONAL = table_of(LinkProfessional)
PARTY = table_of(Party)
PERSON = table_of(Person)
PERSON_EXCLUSION = table_of(PersonExclusion)
TIE = table_of(PersonTie)
CELL = table_of(ScopeCell)


def in_force(row: Row) -> ColumnElement[bool]:
    """It holds: from (included; always, when absent) until (excluded; open, when absent)."""
    begun = or_(row.c.from_at.is_(None), row.c.from_at <= NOW)
    return and_(begun, or_(row.c.until_at.is_(None), row.c.until_at > NOW))


def excluded_by_case() -> Select[Any]:
    """Cases from which the actor is excluded by the case itself."""
    exclusion = aside(EXCLUSION)
    return select(exclusion.c.case_id).where(exclusion.c.user_id == ME, in_force(exclusion))


def excluded_by_person() -> Select[Any]:
    """Cases that somebody is a party of from whom the actor is excluded, whenever they joined."""
    return cases_of(persons_kept_from_me())


def excluded_by_account() -> Select[Any]:
    """Cases that the actor is a party of themselves: their account is tied to that person."""
    return cases_of(persons_i_am())


def persons_kept_from_me() -> Select[Any]:
    """Persons from all of whose cases the actor is excluded."""
    exclusion = aside(PERSON_EXCLUSION)
    return select(exclusion.c.person_id).where(exclusion.c.user_id == ME, in_force(exclusion))


def persons_i_am() -> Select[Any]:
    """Persons to whom the actor's account is tied."""
    tie = aside(TIE)
    return select(tie.c.person_id).where(tie.c.user_id == ME, in_force(tie))


def cases_of(persons: Select[Any]) -> Select[Any]:
    """Cases that one of these persons is a party of at this moment."""
    party = aside(PARTY)
    return select(party.c.case_id).where(party.c.person_id.in_(persons))


def exclusions() -> tuple[Select[Any], ...]:
    """Cases from which the actor is excluded, in each way: the one place where these come together."""
    return excluded_by_case(), excluded_by_person(), excluded_by_account()


@one_set
def excluded_cases() -> Select[Any]:
    """Cases that do not exist for the actor: all, also where one is named, for others are kept out by this set."""
    return any_of(*exclusions())


@one_set
def hidden_persons() -> Select[Any]:
    """Persons of whom the actor may not even learn that they are known here: their own, and those of hidden cases."""
    party = aside(PARTY)
    of_hidden_cases = select(party.c.person_id).where(party.c.case_id.in_(excluded_cases()))
    return any_of(persons_kept_from_me(), persons_i_am(), of_hidden_cases)


def not_excluded(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The case exists for the actor."""
    if manner.get().by_row:
        return ~and_(kept_from_something(), is_excluded(case_id))
    return case_id.not_in(excluded_cases())


def by_an_exclusion(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The actor is excluded from this case, in one of the ways."""
    return or_(*(found(cases, case_id) for cases in exclusions()))


is_excluded = asked_apart("is_excluded", [by_an_exclusion])
"""The same: policies ask it of a function, for the few who are kept from something."""


def kept_from_something() -> ColumnElement[bool]:
    """The actor is excluded from a case or a person, or is such a person: few are, so that is asked first, and once."""
    any_of_these = (excluded_by_case(), persons_kept_from_me(), persons_i_am())
    return or_(*(rows.correlate(None).exists() for rows in any_of_these))


def directed_cases() -> Select[Any]:
    """Cases of which the actor is the director.

    Excluded or not.
    """
    case = aside(CASE)
    return select(case.c.id).where(case.c.director_id == ME)


def deputised_cases() -> Select[Any]:
    """Cases in which the actor stands in for the director.

    From (included) until (excluded); excluded or not.
    """
    deputy = aside(DEPUTY)
    stands_in = and_(deputy.c.from_at <= NOW, deputy.c.until_at > NOW)
    return select(deputy.c.case_id).where(deputy.c.user_id == ME, stands_in)


def led_cases() -> Select[Any]:
    """Cases of the team that the actor leads.

    Excluded or not.
    """
    case = aside(CASE)
    return select(case.c.id).where(case.c.team_id == TEAM_I_LEAD)


@one_set
def opened_cases() -> Select[Any]:
    """Cases of their own organisation that the actor, a case director, opened by break-glass.

    From the moment it was opened (included) until the end (excluded); excluded or not. The role and the organisation
    are asked again at every reading.
    """
    glass, case = aside(GLASS), aside(CASE)
    broken = glass.join(case, case.c.id == glass.c.case_id)
    return select(case.c.id).select_from(broken).where(broken_by_me(glass, case))


def broken_by_me(glass: Row, case: Row) -> ColumnElement[bool]:
    """The actor broke the glass of the case, it runs, and they are a director of its organisation still."""
    runs = and_(glass.c.at <= NOW, glass.c.until_at > NOW)
    return and_(glass.c.user_id == ME, case.c.organisation_id == DIRECTOR_AT, runs)


@one_set
def linked_cases() -> Select[Any]:
    """Cases in which a running link that names the actor opens something.

    At least one cell; excluded or not. A cell that rests on a consent counts as long as that consent holds.
    """
    link, cell = aside(LINK), aside(CELL)
    opens = there_is(cell, cell.c.link_id == link.c.id, cell_is_open(cell, link))
    return select(link.c.case_id).where(runs_for_me(link), opens)


def any_of(*sets: Select[Any]) -> Select[Any]:
    """Return the union of sets of ids: each is found by its own index, which one condition with OR would not use."""
    members = together(*sets).subquery()
    return select(*members.c)


def any_case_of(*sets: Select[Any]) -> Select[Any]:
    """Return the union of sets of cases: of all, or of the one that the statement is about."""
    members = together(*sets).subquery()
    return _of_named_case(select(*members.c), *members.c)


def existing(*sets: Select[Any]) -> Select[Any]:
    """Return what of these sets of cases exists for the actor."""
    members = together(*sets).subquery() if len(sets) > 1 else sets[0].subquery()
    [case_id] = members.c
    return _of_named_case(select(case_id).where(not_excluded(case_id)), case_id)


def _of_named_case(cases: Select[Any], case_id: ColumnElement[Any]) -> Select[Any]:
    return cases.where(case_id == NAMED_CASE) if manner.get().case_named else cases


SEAT_NAMES = ("director", "deputy", "lead")
"""The kinds of seat, in the order of `seats`: the first that somebody holds is the one that the log names."""


def seats() -> tuple[Select[Any], ...]:
    """Cases in which the actor sits, by each kind of seat (`SEAT_NAMES`); excluded or not."""
    return directed_cases(), deputised_cases(), led_cases()


@one_set
def seat_cases() -> Select[Any]:
    """Cases in which the actor has a seat."""
    return existing(*seats())


@one_set
def my_linked_cases() -> Select[Any]:
    """Cases that exist for the actor because a link opens at least one cell."""
    return existing(linked_cases())


@one_set
def my_cases() -> Select[Any]:
    """Cases that exist for the actor: those with a seat, with an open cell, or opened by break-glass."""
    return existing(*seats(), linked_cases(), opened_cases())


def seat(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The actor has a seat in the case, and the case exists for them.

    It is among those that the statement is about, where they were found to have one at the same moment. In policies
    the one in which PostgreSQL found one comes first: most statements are about it, and making the set takes longer.
    """
    how = manner.get()
    if how.seated:
        return case_id == NAMED_CASE if how.case_named else is_one_of(case_id, NAMED_CASES)
    sits = case_id.in_(seat_cases())
    return or_(case_id == select(SEAT_HERE).scalar_subquery(), sits) if how.ask_apart else sits


def seat_first(case_id: ColumnElement[Any], rule: ColumnElement[bool]) -> ColumnElement[bool]:
    """A rule that a seat in the case always passes.

    In the policies the seat is asked first: most who read have one, and then no other set is made.
    """
    if manner.get().seated:
        return seat(case_id)
    return or_(seat(case_id), rule) if manner.get().by_row else rule


def case_exists(row: Row) -> ColumnElement[bool]:
    """Its case exists for the actor.

    Asked first, and once, of every way in. A database starts looking from here.
    """
    return among(my_cases(), row.c.case_id)


@one_set
def sat_in_cases() -> Select[Any]:
    """Cases that the actor directs, stands in for the director of or leads the team of; excluded or not."""
    return any_case_of(*seats())


def sat_in(row: Row) -> ColumnElement[bool]:
    """The actor directs its case, stands in for the director or leads the team; excluded or not."""
    return among(sat_in_cases(), row.c.case_id)


@one_set
def wholly_open_cases() -> Select[Any]:
    """Cases in which the actor sits, or that they opened by break-glass; excluded or not."""
    return any_case_of(*seats(), opened_cases())


def wholly_open(row: Row) -> ColumnElement[bool]:
    """The actor sits in its case, or opened it by break-glass; excluded or not."""
    return among(wholly_open_cases(), row.c.case_id)


def link_is_active(link: Row) -> ColumnElement[bool]:
    """The link runs: from (included) until (excluded), and not revoked."""
    return and_(link.c.from_at <= NOW, link.c.until_at > NOW, not_revoked(link))


def not_revoked(row: Row) -> ColumnElement[bool]:
    """It was not revoked by now."""
    return or_(row.c.revoked_at.is_(None), row.c.revoked_at > NOW)


@one_set
def links_naming_me() -> Select[Any]:
    """Links that name the actor."""
    professional = aside(PROFESSIONAL)
    return select(professional.c.link_id).where(professional.c.user_id == ME)


def names_me(link: Row) -> ColumnElement[bool]:
    """The link names the actor."""
    return among(links_naming_me(), link.c.id)


def runs_for_me(link: Row) -> ColumnElement[bool]:
    """An active link that names the actor, excluded or not."""
    return and_(names_me(link), link_is_active(link))


def is_mine(link: Row) -> ColumnElement[bool]:
    """An active link that names the actor, in a case that exists for them."""
    return and_(runs_for_me(link), not_excluded(link.c.case_id))


def cell_is_open(cell: Row, link: Row) -> ColumnElement[bool]:
    """The cell of this link rests on no consent, or on one that covers it and holds."""
    return or_(cell.c.consent_id.is_(None), is_consented(cell, link))


def is_consented(cell: Row, link: Row) -> ColumnElement[bool]:
    """Its consent is of this person, for this organisation and this category, and holds."""
    consent, covers = aside(CONSENT), aside(CONSENT_CATEGORY)
    return there_is(
        consent.join(covers, covers.c.consent_id == consent.c.id),
        consent.c.id == cell.c.consent_id,
        consent.c.party_id == cell.c.party_id,
        consent.c.organisation_id == link.c.organisation_id,
        covers.c.category == cell.c.category,
        consent_holds(consent),
    )


def consent_holds(consent: Row) -> ColumnElement[bool]:
    """The consent holds: from (included) until (excluded), and not withdrawn."""
    withdrawn_later = or_(consent.c.withdrawn_at.is_(None), consent.c.withdrawn_at > NOW)
    return and_(consent.c.from_at <= NOW, consent.c.until_at > NOW, withdrawn_later)


@one_set
def running_cells(*columns: str) -> Select[Any]:
    """Columns of cells, or of their links, that running links open to the actor; excluded or not."""
    cell, link = aside(CELL), aside(LINK)
    chosen = [cell.c[name] if name in cell.c else link.c[name] for name in columns]
    opened = select(*chosen).select_from(cell.join(link, link.c.id == cell.c.link_id))
    running = _of_named_case(opened, link.c.case_id).where(runs_for_me(link), cell_is_open(cell, link))
    return running.distinct()


@one_set
def open_parties() -> Select[Any]:
    """Parties about whom running links open something to the actor; excluded or not."""
    return running_cells("party_id")


@one_set
def parties_open_in(category: Category) -> Select[Any]:
    """Parties about whom running links open this category to the actor; excluded or not."""
    cell, link = aside(CELL), aside(LINK)
    opened = select(cell.c.party_id).select_from(cell.join(link, link.c.id == cell.c.link_id))
    running = _of_named_case(opened, link.c.case_id).where(runs_for_me(link), cell_is_open(cell, link))
    return running.where(cell.c.category == category)
