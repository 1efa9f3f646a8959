"""Which entries a session's actor was found to read: what hangs below them is then looked up by their ids.

Only in a transaction that reads, which sees one moment: what the rule gave at its start is true to its end. In one that
may write, and sees what others write meanwhile, every statement asks the rule itself. PostgreSQL keeps what it found
itself, for its policies; it believes nobody that an entry is open, so it is only told where to look. Seats it knows so
quickly that there is nothing to find.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Result, Select, bindparam, select
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction

from caseflow.access.named import Named, about
from caseflow.access.roles import ONE_MOMENT, open_beside_seats, open_entries
from caseflow.access.seated import has_seat
from caseflow.db import Ids, is_one_of
from caseflow.models import Entry

OPENED = "opened_entries"
_IDS = bindparam("these_entry_ids", type_=Ids())
THESE = select(Entry.id).where(is_one_of(Entry.id, _IDS))
OWN_ID = [*THESE.selected_columns]


@dataclass(frozen=True)
class Opened:
    """What was asked about, and what of it the actor reads: in one transaction, of one case or of any."""

    transaction: SessionTransaction | None
    case_id: UUID | None
    asked: frozenset[UUID]
    open: frozenset[UUID]


def sees_one_moment(session: Session) -> bool:
    """Whether the session's transaction only reads; one begins, if there is none."""
    Session.connection(session)
    return bool(session.info.get(ONE_MOMENT))


def open_ones(session: Session, named: Named) -> list[UUID]:
    """Return which of the entries that a statement is about are open, asking unless that was asked before."""
    wanted = named.entry_ids or ()
    known = _known(session, named.case_id)
    if known is not None and known.asked.issuperset(wanted):
        return [one for one in wanted if one in known.open]
    _let_find(session, named.case_id, wanted)
    options = {} if named.case_id is None else about(named.case_id)
    found = session.scalars(THESE, {_IDS.key: list(wanted)}, execution_options=options).all()
    _keep(session, named.case_id, wanted, found)
    return list(found)


def _known(session: Session, case_id: UUID | None) -> Opened | None:
    known = session.info.get(OPENED)
    if not isinstance(known, Opened) or known.transaction is not session.get_transaction():
        return None
    return known if known.case_id == case_id else None


def gives_ids(statement: Any) -> bool:
    """Whether a statement gives ids of entries and nothing else."""
    return isinstance(statement, Select) and [*statement.selected_columns] == OWN_ID


def answered_opening(state: ORMExecuteState, case_id: UUID | None) -> Result[Any]:
    """Answer a statement that gives ids of entries and has the rule on; they are kept as open."""
    answer = state.invoke_statement().freeze()
    ids = answer().scalars().all()
    _keep(state.session, case_id, ids, ids)
    _let_find(state.session, case_id, ids)
    result: Result[Any] = answer()
    return result


def answered_through_all(state: ORMExecuteState) -> Result[Any]:
    """Answer a statement that goes through all entries, which PostgreSQL then looks through together."""
    with open_beside_seats(Session.connection(state.session)):
        answer: Result[Any] = state.invoke_statement().freeze()()
    return answer


def _keep(session: Session, case_id: UUID | None, asked: Iterable[UUID], found: Iterable[UUID]) -> None:
    session.info[OPENED] = Opened(session.get_transaction(), case_id, frozenset(asked), frozenset(found))


def _let_find(session: Session, case_id: UUID | None, entry_ids: Collection[UUID]) -> None:
    if not has_seat(session, case_id):
        open_entries(Session.connection(session), entry_ids)
