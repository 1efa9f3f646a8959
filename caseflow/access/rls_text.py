"""Rules as the text of a policy: who asks comes from the settings of the transaction, sets are functions.

A setting that nobody made, and one that a transaction before this one left behind empty, are both null here, and
null equals nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    Column,
    ColumnElement,
    Select,
    Uuid,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql.base import PGCompiler, PGDialect
from sqlalchemy.sql import FromClause

from caseflow.access.aside import SCHEMA, Aside
from caseflow.access.writing import AskApart, Manner, OfOne, Write, manner, name_of

PREFIX = "caseflow."
"""What the names of our settings begin with."""
Made = tuple[Callable[..., Select[Any]], tuple[Any, ...]]


DIALECT: Any = PGDialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's


class UnwritableRuleError(RuntimeError):
    """A rule looks something up in a way that a policy cannot: it would ask itself, or join what it should not."""


@dataclass
class Leant:
    """What rules turned out to lean on while they were written: columns by table; sets and other rules by name."""

    columns: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sets: dict[str, Made] = field(default_factory=dict)
    rules: dict[str, Sequence[OfOne]] = field(default_factory=dict)


def setting(name: str) -> str:
    """Return the name of the setting in which the value of a parameter of the rules travels."""
    return PREFIX + name


class _Compiler(PGCompiler):
    leant: Leant
    about: FromClause | None
    in_a_statement: bool
    """Whether the tables of a statement stand around what is compiled."""
    variables: dict[str, str] | None
    """In the body of a function: what its variables begin as, by name with type, filled while it is compiled."""

    def visit_bindparam(self, bindparam: BindParameter[Any], *arguments: Any, **options: Any) -> str:
        if not bindparam.required:
            written_out = {**options, "literal_binds": True}
            return str(super().visit_bindparam(bindparam, *arguments, **written_out))  # type: ignore[no-untyped-call]  # SQLAlchemy's
        kind = self.dialect.type_compiler_instance.process(bindparam.type)
        value = f"(nullif(current_setting('{setting(bindparam.key)}', true), '')::{kind})"
        if self.variables is None:
            return value
        name = f"the_{bindparam.key}"
        self.variables[f"{name} {kind}"] = value
        return name

    # SQLAlchemy's own has twice as many parameters: the others travel among the options.
    def visit_table(self, table: Any, asfrom: Any = False, **options: Any) -> Any:  # type: ignore[override]  # noqa: FBT002
        known = isinstance(table, Aside) or table is self.about or self.in_a_statement
        if asfrom and not known:
            raise UnwritableRuleError(f"A rule looks into {table.name!r} itself; take it through aside().")
        return super().visit_table(table, asfrom=asfrom, **options)  # type: ignore[no-untyped-call]  # SQLAlchemy's

    def visit_column(self, column: Any, *arguments: Any, **options: Any) -> str:
        looked_into = getattr(column.table, "element", None)
        if isinstance(looked_into, Aside):
            self.leant.columns[looked_into.name].add(column.name)
        return str(super().visit_column(column, *arguments, **options))


@contextmanager
def _writing(how: Manner) -> Iterator[None]:
    before = manner.set(how)
    try:
        yield
    finally:
        manner.reset(before)


def _in_policies(leant: Leant) -> Manner:
    return Manner(_called(leant), by_row=True, ask_apart=_asked(leant))


def _called(leant: Leant) -> Write:
    def called(make: Callable[..., Select[Any]], asked: tuple[Any, ...]) -> Select[Any]:
        name = name_of(make, asked)
        leant.sets[name] = make, asked
        call = getattr(getattr(func, SCHEMA), name)()
        if is_of_ids(leant.sets[name]):
            return select(func.unnest(call, type_=Uuid()).column_valued()).correlate(None)
        columns = [Column(one.key or "", one.type) for one in make(*asked).selected_columns]
        return select(*call.table_valued(*columns).alias().c).correlate(None)

    return called


def _asked(leant: Leant) -> AskApart:
    def asked(name: str, rules: Sequence[OfOne], row_id: ColumnElement[Any]) -> ColumnElement[bool]:
        leant.rules[name] = rules
        answer: ColumnElement[bool] = getattr(getattr(func, SCHEMA), name)(row_id, type_=Boolean())
        return answer

    return asked


def _in_full(make: Callable[..., Select[Any]], asked: tuple[Any, ...]) -> Select[Any]:
    return make(*asked).correlate(None)


def condition(about: FromClause, rule: Callable[[FromClause], ColumnElement[bool]], leant: Leant) -> str:
    """Return a rule about the rows of a table as a policy has it; note what it leans on.

    Raises:
        UnwritableRuleError: it looks into a table itself.
    """
    with _writing(_in_policies(leant)):
        rows: Select[Any] = select(literal_column("1")).select_from(about).where(rule(about))
        text = _compiled(rows, about, leant)
    head, found, rest = text.partition("\nWHERE ")
    if not found or "(" in head or "," in head:
        raise UnwritableRuleError(f"A rule about {about} has a table too many: {head}")
    return rest


Variables = dict[str, str]
"""What the variables of a function begin as, by name and type. A function reads a setting once, and its query, which
looks at it in every row, took twice as long when it read the setting there."""


def members(made: Made, leant: Leant, variables: Variables, *, gathers: bool = True) -> str:
    """Return the query for the members of a set; note what it leans on, and which variables it has."""
    make, asked = made
    with _writing(Manner(_in_full, by_row=not gathers, gathers=gathers)):
        return _compiled(make(*asked), None, leant, variables=variables)


def answer_about(rule: OfOne, asked: str, leant: Leant, variables: Variables) -> str:
    """Return the question whether a rule holds of the row whose id is called so; note the same."""
    with _writing(Manner(_in_full, by_row=True, gathers=False)):
        return _compiled(select(rule(literal_column(asked))), None, leant, variables=variables)


def is_of_ids(made: Made) -> bool:
    """Whether a set has ids alone: its function gives them as one array, which takes less than rows of a function."""
    return [kind for _column, kind in columns_of(made)] == ["UUID"]


def columns_of(made: Made) -> list[tuple[str, str]]:
    """Return the names and types of the columns of a set."""
    make, asked = made
    kinds = DIALECT.type_compiler_instance
    return [(one.key or "", kinds.process(one.type)) for one in make(*asked).selected_columns]


def note(expression: ColumnElement[Any], leant: Leant) -> None:
    """Note what an expression leans on that stands in statements and in no policy."""
    with _writing(_in_policies(leant)):
        _compiled(select(expression), None, leant, in_a_statement=True)


def _compiled(
    statement: Select[Any],
    about: FromClause | None,
    leant: Leant,
    *,
    in_a_statement: bool = False,
    variables: Variables | None = None,
) -> str:
    told = {"leant": leant, "about": about, "in_a_statement": in_a_statement, "variables": variables}
    dialect: Any = copy(DIALECT)
    dialect.statement_compiler = type("_Told", (_Compiler,), told)
    return str(statement.compile(dialect=dialect))
