"""The sets that the rules are made of: seats, exclusions, running links and their cells.

Everything here is plain tables, so that the guard does not scope the rules by themselves. What a rule looks up
stands under an alias of its own, so that no query, whatever it joins or aliases, gets mixed up with it; and what
leans on the row outside goes through `there_is`, because a subquery that is left to guess compiles to a silent leak.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, Protocol, TypeVarTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    literal_column,
    or_,
    select,
    tuple_,
    union,
    union_all,
)
from sqlalchemy.sql import FromClause
from sqlalchemy.sql.elements import KeyedColumnElement
from sqlalchemy.sql.expression import ColumnCollection

from caseflow.access.aside import aside
from caseflow.access.asking import DIRECTOR_AT, ME, NAMED_CASE, NOW, TEAM_I_LEAD
from caseflow.models import (
    BreakGlass,
    Case,
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


class Row(Protocol):
    """The row that a rule is about: of a table, of an alias of the rule's own, or of whatever a query made of it."""

    @property
    def c(self) -> ColumnCollection[str, KeyedColumnElement[Any]]:
        """Its columns."""


def table_of(model: type[Any]) -> FromClause:
    """Return the plain table of a model."""
    table: FromClause = model.__table__
    return table


CASE = table_of(Case)
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


@dataclass(frozen=True)
class Manner:
    """How rules are written: in statements, or in what stands in the database for its second wall."""

    write_set: "Write"
    by_row: bool = False
    """All that leans on the row outside is looked up for each row by itself: so in policies. PostgreSQL would sometimes
    gather a whole table first, for a few rows that are left to ask about."""
    gathers: bool = True
    """The members of a set are gathered, and not in what a function of the database asks about one row."""
    ask_apart: "AskApart | None" = None
    """How something is asked of a function of the database."""
    case_named: bool = False
    """The statement says about which case it asks, so that no other cases are gathered."""
    entries_named: bool = False
    """It says about which entries of that case, so that what hangs below them is looked up once."""


def there_is(rows: FromClause, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """There is one among these rows; every other table in the conditions belongs to the query around."""
    if manner.get().by_row:
        return looked_up(rows, *conditions)
    return select(literal_column("1")).select_from(rows).where(*conditions).correlate_except(rows).exists()


def looked_up(rows: FromClause, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """There is one among these rows, looked up for each row outside by itself.

    Left free, PostgreSQL first gathers everything that a team lead may read and then picks fifty rows from it; it
    does not look behind an OFFSET.
    """
    found: Select[Any] = (
        select(literal_column("1")).select_from(rows).where(*conditions).correlate_except(rows)
    )
    return found.offset(literal_column("0")).exists()


def now_once() -> ColumnElement[Any]:
    """Now, for what is compared with it in thousands of rows: a policy would read its setting at each of them."""
    return select(NOW).scalar_subquery() if manner.get().by_row else NOW


def among(members: Select[Any], *values: ColumnElement[Any]) -> ColumnElement[bool]:
    """The value, or the values together, are a member of a set."""
    if not manner.get().gathers:
        return found(members, *values)
    [value] = values if len(values) == 1 else [tuple_(*values)]
    return value.in_(members)


def found(members: Select[Any], *values: ColumnElement[Any]) -> ColumnElement[bool]:
    """The same, of a set that is written out here and never gathered: databases look for the one member alone."""
    rows = members.subquery()
    return looked_up(rows, *(column == value for column, value in zip(rows.c, values, strict=True)))


def seat_first(case_id: ColumnElement[Any], rule: ColumnElement[bool]) -> ColumnElement[bool]:
    """A rule that a seat in the case always passes.

    In the policies the seat is asked first and for this case alone: most who read have one, and then no set is made.
    """
    return or_(seat(case_id), rule) if manner.get().by_row else rule


Asked = TypeVarTuple("Asked")
Write = Callable[[Callable[..., Select[Any]], tuple[Any, ...]], Select[Any]]
"""How the members of a set, made so from what is asked, are written where a rule asks for them."""
OfOne = Callable[[ColumnElement[Any]], ColumnElement[bool]]
"""A rule about the row that has an id."""
AskApart = Callable[[OfOne, ColumnElement[Any]], ColumnElement[bool]]


def _at_the_head(make: Callable[..., Select[Any]], asked: tuple[Any, ...]) -> Select[Any]:
    return select(*at_the_head(make, asked, manner.get()).c).correlate(None)


IN_STATEMENTS = Manner(_at_the_head)
ABOUT_A_CASE = Manner(_at_the_head, case_named=True)
ABOUT_ITS_ENTRIES = Manner(_at_the_head, case_named=True, entries_named=True)
manner: ContextVar[Manner] = ContextVar("caseflow_manner", default=IN_STATEMENTS)
"""How rules are written just now: sets stand at the head of a statement, save in policies, which have no head."""


def one_set(make: Callable[[*Asked], Select[Any]]) -> Callable[[*Asked], Select[Any]]:
    """Write a set in one place for a statement, however often the rules in it ask for its members.

    Written out at every place, a page of entries was fifty kilobytes of SQL, and reading it took longer than running.
    """

    @wraps(make)
    def members(*asked: *Asked) -> Select[Any]:
        return manner.get().write_set(make, asked)

    return members


def asked_apart(rule: OfOne) -> OfOne:
    """Let policies ask a rule of a function of the database, for rows that no seat opens, instead of carrying it along.

    Written out at every table below entries it made plans so large that to start one took longer than to run it.
    """

    @wraps(rule)
    def asked(row_id: ColumnElement[Any]) -> ColumnElement[bool]:
        ask = manner.get().ask_apart
        return rule(row_id) if ask is None else ask(rule, row_id)

    return asked


@cache
def at_the_head(make: Callable[..., Select[Any]], asked: tuple[Any, ...], _how: Manner) -> CTE:
    """Return a set under a name; one and the same object in a statement: a name can stand for one thing only."""
    return make(*asked).cte(name_of(make, asked))


def name_of(make: Callable[..., Select[Any]], asked: tuple[Any, ...]) -> str:
    """Return the name of a set that is made so."""
    return "_".join([make.__name__, *map(str, asked)])


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
    """Cases that do not exist for the actor."""
    return any_case_of(*exclusions())


@one_set
def hidden_persons() -> Select[Any]:
    """Persons of whom the actor may not even learn that they are known here: their own, and those of hidden cases."""
    party = aside(PARTY)
    of_hidden_cases = select(party.c.person_id).where(party.c.case_id.in_(excluded_cases()))
    return any_of(persons_kept_from_me(), persons_i_am(), of_hidden_cases)


def not_excluded(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The case exists for the actor."""
    if manner.get().by_row:
        return ~or_(*(found(cases, case_id) for cases in exclusions()))
    return case_id.not_in(excluded_cases())


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

    At least one cell; excluded or not.
    """
    link, cell = aside(LINK), aside(CELL)
    return select(link.c.case_id).where(runs_for_me(link), there_is(cell, cell.c.link_id == link.c.id))


def any_of(*sets: Select[Any]) -> Select[Any]:
    """Return the union of sets of ids: each is found by its own index, which one condition with OR would not use."""
    members = _together(*sets).subquery()
    return select(*members.c)


def any_case_of(*sets: Select[Any]) -> Select[Any]:
    """Return the union of sets of cases: of all, or of the one that the statement is about."""
    members = _together(*sets).subquery()
    return _of_named_case(select(*members.c), *members.c)


def _together(*sets: Select[Any]) -> CompoundSelect[Any]:
    """Return all members of some sets. A function need not sort out who is in two of them: that takes half its time."""
    return (union if manner.get().write_set is _at_the_head else union_all)(*sets)


def existing(*sets: Select[Any]) -> Select[Any]:
    """Return what of these sets of cases exists for the actor."""
    members = _together(*sets).subquery() if len(sets) > 1 else sets[0].subquery()
    [case_id] = members.c
    return _of_named_case(select(case_id).where(not_excluded(case_id)), case_id)


def _of_named_case(cases: Select[Any], case_id: ColumnElement[Any]) -> Select[Any]:
    return cases.where(case_id == NAMED_CASE) if manner.get().case_named else cases


def seats() -> tuple[Select[Any], ...]:
    """Cases in which the actor sits, by each kind of seat; excluded or not."""
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
    """The actor has a seat in the case, and the case exists for them."""
    if manner.get().by_row:
        return and_(or_(*(found(cases, case_id) for cases in seats())), not_excluded(case_id))
    return case_id.in_(seat_cases())


def case_exists(row: Row) -> ColumnElement[bool]:
    """Its case exists for the actor.

    Asked first, and once, of every way in. A database starts looking from here.
    """
    if manner.get().entries_named:  # from their ids, then, and not from all entries of the case
        return found(my_cases(), row.c.case_id)
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


@one_set
def running_cells(*columns: str) -> Select[Any]:
    """Columns of cells, or of their links, that running links open to the actor; excluded or not."""
    cell, link = aside(CELL), aside(LINK)
    chosen = [cell.c[name] if name in cell.c else link.c[name] for name in columns]
    return select(*chosen).select_from(cell.join(link, link.c.id == cell.c.link_id)).where(runs_for_me(link))


@one_set
def open_parties() -> Select[Any]:
    """Parties about whom running links open something to the actor; excluded or not."""
    return running_cells("party_id")


@one_set
def parties_open_in(category: Category) -> Select[Any]:
    """Parties about whom running links open this category to the actor; excluded or not."""
    cell, link = aside(CELL), aside(LINK)
    opened = select(cell.c.party_id).select_from(cell.join(link, link.c.id == cell.c.link_id))
    return opened.where(runs_for_me(link), cell.c.category == category)
