"""How rules are written: in statements of the session, and in what stands in PostgreSQL for its second wall.

What leans on the row outside goes through `there_is` or `looked_up`, because a subquery that is left to guess compiles
to a silent leak. A set is written once in a statement, however often the rules in it ask for its members.
"""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from threading import RLock
from typing import Any, Protocol, TypeVarTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Select,
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

from caseflow.access.asking import NOW


class Row(Protocol):
    """The row that a rule is about: of a table, of an alias of the rule's own, or of whatever a query made of it."""

    @property
    def c(self) -> ColumnCollection[str, KeyedColumnElement[Any]]:
        """Its columns."""


RowRule = Callable[[Row], ColumnElement[bool]]
"""A rule about the row at hand."""


def table_of(model: type[Any]) -> FromClause:
    """Return the plain table of a model."""
    table: FromClause = model.__table__
    return table


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
    entries_opened: bool = False
    """It says about which entries, and they were found open at the same moment: the rule is not asked again below."""
    seated: bool = False
    """The actor was found, at the same moment, to have a seat there, or in each of several cases."""


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


Asked = TypeVarTuple("Asked")
Write = Callable[[Callable[..., Select[Any]], tuple[Any, ...]], Select[Any]]
"""How the members of a set, made so from what is asked, are written where a rule asks for them."""
OfOne = Callable[[ColumnElement[Any]], ColumnElement[bool]]
"""A rule about the row that has an id."""
AskApart = Callable[[str, "Sequence[OfOne]", ColumnElement[Any]], ColumnElement[bool]]
"""What a function of that name answers: whether one of the rules holds, asked one after another."""


_ONE_AT_A_TIME = RLock()
"""Held while a set is made, which may ask for other sets: two threads would make two of one name, and a question that
has both of them is kept and is never SQL."""


def _at_the_head(make: Callable[..., Select[Any]], asked: tuple[Any, ...]) -> Select[Any]:
    with _ONE_AT_A_TIME:
        head = at_the_head(make, asked, manner.get())
    return select(*head.c).correlate(None)


IN_STATEMENTS = Manner(_at_the_head)
ABOUT_A_CASE = Manner(_at_the_head, case_named=True)
ABOUT_ITS_ENTRIES = Manner(_at_the_head, case_named=True, entries_named=True)
FROM_A_SEAT = Manner(_at_the_head, case_named=True, seated=True)
FROM_SEATS = Manner(_at_the_head, seated=True)
ABOUT_OPEN_ENTRIES = Manner(_at_the_head, entries_opened=True)
ABOUT_ITS_OPEN_ENTRIES = Manner(_at_the_head, case_named=True, entries_opened=True)
OPEN_FROM_A_SEAT = Manner(_at_the_head, case_named=True, entries_opened=True, seated=True)
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


def asked_apart(name: str, rules: Sequence[OfOne]) -> OfOne:
    """Let policies ask whether one of some rules holds of a function of the database, instead of carrying them along.

    Written out at every table below entries they made plans so large that to start one took longer than to run it. For
    the same reason the function asks for one after another.
    """

    def asked(row_id: ColumnElement[Any]) -> ColumnElement[bool]:
        ask = manner.get().ask_apart
        return or_(*(rule(row_id) for rule in rules)) if ask is None else ask(name, rules, row_id)

    return asked


@cache
def at_the_head(make: Callable[..., Select[Any]], asked: tuple[Any, ...], how: Manner) -> CTE:
    """Return a set under a name; one and the same object in a statement: a name can stand for one thing only.

    What a statement itself asks stands beside the rules that are put on it, which may be about less.
    """
    name = name_of(make, asked)
    return make(*asked).cte(name if how == IN_STATEMENTS else f"{name}_here")


def name_of(make: Callable[..., Select[Any]], asked: tuple[Any, ...]) -> str:
    """Return the name of a set that is made so."""
    return "_".join([make.__name__, *map(str, asked)])


def together(*sets: Select[Any]) -> CompoundSelect[Any]:
    """Return all members of some sets. A function need not sort out who is in two of them: that takes half its time."""
    return (union if manner.get().write_set is _at_the_head else union_all)(*sets)
