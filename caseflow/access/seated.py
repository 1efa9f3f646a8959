"""In which cases a session's actor was found to have a seat, so that no way into them is asked for again.

The guard takes it from the answer of a statement that asks for it, by this expression, and believes nobody else. It
holds in a transaction that reads, which sees one moment; in one that may write, every statement asks anew. PostgreSQL
keeps what it found itself, for its policies.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Result, RowMapping, Select, case, literal, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from caseflow.access.aside import SCHEMA
from caseflow.access.sets import CASE, SEAT_NAMES, not_excluded, seats
from caseflow.models import Case

SEATED = "seated_in"
THROUGH = "through"
"""Of a session: through what its actor is in which case, as the log says it."""
WITH_SEATS = {"caseflow_with_seats": True}
"""The options of a statement that selects `SEAT` beside `Case.id`: what it answers is remembered."""
Seats = dict[UUID, tuple[SessionTransaction, str]]
"""By case: the transaction in which the seat was found, and its name."""


def _seat_held() -> ColumnElement[str | None]:
    named = zip(seats(), SEAT_NAMES, strict=True)
    held = case(*((CASE.c.id.in_(cases), literal(name)) for cases, name in named), else_=None)
    return case((not_excluded(CASE.c.id), held), else_=None)


SEAT = _seat_held().label("seat")
"""The name of the seat that the asker holds in the case at hand, or null; to be selected beside the case."""


NEEDED = {*select(Case.id, SEAT).selected_columns}
"""The columns that a statement which gives seats has to select."""


class seat_taken(FunctionElement[bool]):  # noqa: N801 - written where SQLAlchemy's own functions stand
    """Let PostgreSQL keep that the asker has a seat in the case at hand; to be selected beside the one case of a page.

    It sees for itself whether that is so, and its policies then look no further in a transaction that only reads.
    """

    type = Boolean()
    inherit_cache = True


@compiles(seat_taken, "postgresql")
def _kept_there(seat: seat_taken, compiler: SQLCompiler, **options: Any) -> str:
    return f"{SCHEMA}.take_seat({compiler.process(seat.clauses, **options)})"


@compiles(seat_taken, "sqlite")
def _kept_nowhere(_seat: seat_taken, _compiler: SQLCompiler, **_options: Any) -> str:
    return "NULL"


def gives_seats(statement: Any) -> bool:
    """Whether a statement says of which case which seat is."""
    return isinstance(statement, Select) and {*statement.selected_columns} >= NEEDED


def answered_with_seats(state: ORMExecuteState) -> Result[Any]:
    """Answer a statement that gives seats and has the rule on; they are remembered."""
    answer = state.invoke_statement().freeze()
    _remember(state.session, answer().mappings())
    result: Result[Any] = answer()
    return result


def _remember(session: Session, rows: Iterable[RowMapping]) -> None:
    """Keep what the rule's own columns say, whatever else is called the same."""
    transaction = session.get_transaction()
    seats: Seats = session.info.setdefault(SEATED, {})
    for row in rows:
        case_id, seat = row[Case.id], row[SEAT]
        if seat is not None and transaction is not None:
            seats[case_id] = transaction, seat


def seats_of(session: Session) -> dict[UUID, str]:
    """Return which seat the actor was found to hold in which case, in this transaction or in one before."""
    seats: Seats = session.info.get(SEATED, {})
    return {case_id: seat for case_id, (_transaction, seat) in seats.items()}


def has_seat(session: Session, case_id: UUID | None) -> bool:
    """Whether the actor was found, in the transaction that runs, to have a seat in a case."""
    found: Any = session.info.get(SEATED, {}).get(case_id)
    return found is not None and found[0] is session.get_transaction()
