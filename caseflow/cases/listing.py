"""The list of cases: those that exist for the reader, filtered, sorted, a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, case, func, select
from sqlalchemy.orm import Session, aliased

from caseflow.access.guard import actor_of
from caseflow.access.named import about_seats
from caseflow.access.seated import SEAT, WITH_SEATS
from caseflow.access.shown import case_is_closed, case_status, contact_point_id, current_phase, user_name
from caseflow.audit import reads
from caseflow.cases.due import is_open, is_overdue
from caseflow.cases.queries import RANKS
from caseflow.db import Ids, is_one_of
from caseflow.models import Case, Entry, Milestone, Party, PartyRole, Person, User
from caseflow.models.vocabulary import Phase, Role

PAGE = 50
"""How many cases a page lists."""
MOST_NAMES = 4
"""How many names a line shows."""


class Order(StrEnum):
    """What the list can be sorted by."""

    REFERENCE = "reference"
    OPENED = "opened"
    NEXT_DUE = "next_due"
    LAST_ENTRY = "last_entry"


@dataclass(frozen=True)
class Wanted:
    """What the reader asked the list for."""

    status: str = ""
    phase: Phase | None = None
    director_id: UUID | None = None
    order: Order = Order.REFERENCE
    descending: bool = False
    page: int = 1


@dataclass(frozen=True)
class CaseLine:
    """A case in the list."""

    id: UUID
    reference: str
    opened_on: date
    status: str
    phase: Phase | None
    director: str
    contact_point: str
    names: tuple[str, ...] = ()
    unnamed: int = 0
    next_due_on: date | None = None
    next_kind: str | None = None
    overdue: int = 0
    last_entry_at: datetime | None = None


@dataclass(frozen=True)
class CasePage:
    """One page of the list."""

    lines: tuple[CaseLine, ...]
    count: int
    page: int
    pages: int


IDS: BindParameter[Any] = bindparam("ids", type_=Ids())
COLUMNS = select(
    Case.id,
    Case.reference,
    Case.opened_on,
    case_status().label("status"),
    current_phase().label("phase"),
    user_name(Case.__table__.c.director_id).label("director"),
    user_name(contact_point_id()).label("contact_point"),
    SEAT,
)
COUNT = select(func.count()).select_from(Case)
STATUS: dict[str, ColumnElement[bool]] = {"open": ~case_is_closed(), "closed": case_is_closed()}
RANK = case(
    *((PartyRole.role.in_(roles), rank) for rank, roles in enumerate(RANKS) if roles), else_=len(RANKS) - 1
)
NAMES = (
    select(Party.case_id, Party.id, Person.name)
    .outerjoin(Person, Person.id == Party.person_id)
    .outerjoin(PartyRole, PartyRole.party_id == Party.id)
    .where(is_one_of(Party.case_id, IDS))
    .group_by(Party.case_id, Party.id, Person.name, Person.born_on)
    .order_by(Party.case_id, func.min(RANK), Person.born_on, Person.name)
)
MILESTONES = (
    select(
        Milestone.case_id,
        Milestone.kind,
        Milestone.due_on,
        case((is_overdue(), 1), else_=0).label("overdue"),
    )
    .where(is_one_of(Milestone.case_id, IDS), is_open())
    .order_by(Milestone.due_on, Milestone.due_at, Milestone.id)
)
LAST_AT = (
    select(Entry.occurred_at)
    .where(Entry.case_id == Case.id)
    .order_by(Entry.occurred_at.desc(), Entry.id.desc())
    .limit(1)
    .correlate(Case)
    .scalar_subquery()
)
"""When the last entry of the case at hand is from: from its end the reader soon comes to one that they may read."""
LAST_ENTRIES = select(Case.id, LAST_AT.label("at")).where(is_one_of(Case.id, IDS))
OWN_CASE = aliased(Case)
NEXT_DUE = (
    select(Milestone.case_id, func.min(Milestone.due_on).label("due_on"))
    .join(OWN_CASE, OWN_CASE.id == Milestone.case_id)
    .where(is_open())
    .group_by(Milestone.case_id)
    .subquery()
)
DIRECTORS = select(User.id, User.name).where(User.id.in_(select(Case.director_id))).order_by(User.name)


def default_status(session: Session) -> str:
    """Return what the list shows unasked: who directs works on open cases; a partner also follows closed ones."""
    return "open" if actor_of(session).has(Role.CASE_DIRECTOR, Role.TEAM_LEAD) else ""


def directors(session: Session) -> list[tuple[UUID, str]]:
    """Return the directors of the cases that exist for a team lead, to filter by; nothing for others."""
    if not actor_of(session).has(Role.TEAM_LEAD):
        return []
    return [(row.id, row.name) for row in session.execute(DIRECTORS)]


def case_page(session: Session, wanted: Wanted) -> CasePage:
    """Return a page of the list."""
    count = session.execute(_filtered(COUNT, wanted)).scalar_one()
    pages = max(1, -(-count // PAGE))
    page = min(max(wanted.page, 1), pages)
    chosen = _sorted(_filtered(COLUMNS, wanted), wanted).limit(PAGE).offset((page - 1) * PAGE)
    lines = _lines(session, chosen, {}) if count else []
    return CasePage(tuple(_filled(session, lines)), count, page, pages)


def cases_in(session: Session, act: str, among: Select[Any], asked: dict[str, UUID]) -> list[CaseLine]:
    """Return the first of some cases, with the people in them; the act is what the log says."""
    chosen = COLUMNS.where(Case.id.in_(among)).order_by(Case.reference).limit(PAGE)
    lines = _lines(session, chosen, asked)
    names = _names(session, act, [line.id for line in lines])
    return [_with(line, names.get(line.id, []), [], None) for line in lines]


def _lines(session: Session, chosen: Select[Any], asked: dict[str, UUID]) -> list[CaseLine]:
    rows = session.execute(chosen, asked, execution_options=WITH_SEATS)
    return [_line(row._asdict()) for row in rows]


def _line(row: dict[str, Any]) -> CaseLine:
    phase, _seat = row.pop("phase"), row.pop("seat")
    return CaseLine(**row, phase=None if phase is None else Phase(phase))


def _filtered(statement: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.status in STATUS:
        statement = statement.where(STATUS[wanted.status])
    if wanted.phase is not None:
        statement = statement.where(current_phase() == wanted.phase)
    if wanted.director_id is not None:
        statement = statement.where(Case.director_id == wanted.director_id)
    return statement


def _sorted(statement: Select[Any], wanted: Wanted) -> Select[Any]:
    """Sort; what has no date comes last either way."""
    key: ColumnElement[Any] = Case.__table__.c.reference
    if wanted.order is Order.OPENED:
        key = Case.__table__.c.opened_on
    elif wanted.order is Order.NEXT_DUE:
        statement = statement.outerjoin(NEXT_DUE, NEXT_DUE.c.case_id == Case.id)
        key = NEXT_DUE.c.due_on
    elif wanted.order is Order.LAST_ENTRY:
        key = LAST_AT
    direction = key.desc() if wanted.descending else key.asc()
    return statement.order_by(direction.nulls_last(), Case.reference)


def _filled(session: Session, lines: list[CaseLine]) -> list[CaseLine]:
    """Add to the lines of one page what is looked up for all of them at once."""
    if not lines:
        return []
    ids = [line.id for line in lines]
    names = _names(session, "cases.list", ids)
    due: dict[UUID, list[Any]] = {}
    for row in _about(session, MILESTONES, ids):
        due.setdefault(row.case_id, []).append(row)
    last = {row.id: row.at for row in _about(session, LAST_ENTRIES, ids)}
    return [_with(line, names.get(line.id, []), due.get(line.id, []), last.get(line.id)) for line in lines]


def _names(session: Session, act: str, case_ids: list[UUID]) -> dict[UUID, list[str | None]]:
    """Return the people in the cases that a list shows, some without a name; the log of each case says so."""
    people: dict[UUID, dict[UUID, str | None]] = {case_id: {} for case_id in case_ids}
    for case_id, party_id, name in _about(session, NAMES, case_ids):
        people[case_id][party_id] = name
    for case_id, parties in people.items():
        reads.saw(session, act, case_id, party_ids=parties)
    return {case_id: list(parties.values()) for case_id, parties in people.items()}


def _about(session: Session, statement: Select[*tuple[Any, ...]], case_ids: list[UUID]) -> Iterable[Any]:
    return session.execute(statement, {IDS.key: case_ids}, execution_options=about_seats(case_ids))


def _with(line: CaseLine, names: list[str | None], due: list[Any], last: datetime | None) -> CaseLine:
    known = tuple(name.split()[0] for name in names if name)
    return replace(
        line,
        names=known[:MOST_NAMES],
        unnamed=len(names) - len(known[:MOST_NAMES]),
        next_due_on=due[0].due_on if due else None,
        next_kind=due[0].kind if due else None,
        overdue=sum(row.overdue for row in due),
        last_entry_at=last,
    )
