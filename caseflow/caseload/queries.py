"""What a team lead sees of the cases of the team: everything is looked up once for all cases, then counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.guard import actor_of
from caseflow.access.shown import case_is_closed, case_status, current_phase, user_name
from caseflow.audit import reads
from caseflow.caseload.people import directors_of
from caseflow.cases.due import is_open, is_overdue
from caseflow.clock import local_date
from caseflow.models import Case, Entry, Milestone
from caseflow.models.vocabulary import EntryKind, Phase, Role
from caseflow.schedule.milestones import FOLLOW_UP

PAGE = 50
"""How many cases a page lists."""


class Order(StrEnum):
    """What the list of cases can be sorted by."""

    REFERENCE = "reference"
    OVERDUE = "overdue"
    LAST_CONTACT = "last_contact"


@dataclass(frozen=True)
class CaseRow:
    """A case of the team. `quiet_days` counts from the last contact, or from the opening when there was none."""

    id: UUID
    reference: str
    director_id: UUID
    director: str
    opened_on: date
    status: str
    phase: Phase | None
    overdue: int
    in_follow_up: bool
    last_contact_on: date | None
    quiet_days: int

    @property
    def is_open(self) -> bool:
        """Whether it is under direction now."""
        return self.status == "open"


@dataclass(frozen=True)
class DirectorRow:
    """A director of the team and what they hold."""

    id: UUID
    name: str
    open: int
    phases: dict[Phase | None, int]
    overdue: int
    quietest: CaseRow | None
    in_follow_up: int


@dataclass(frozen=True)
class Caseload:
    """The whole team."""

    directors: tuple[DirectorRow, ...]
    cases: tuple[CaseRow, ...]


CASES = (
    select(
        Case.id,
        Case.reference,
        Case.director_id,
        user_name(Case.__table__.c.director_id).label("director"),
        Case.opened_on,
        case_status().label("status"),
        current_phase().label("phase"),
    )
    .where(Case.team_id == bindparam("team_id"))
    .order_by(Case.reference)
)
OVERDUE = (
    select(Milestone.case_id, func.count())
    .join(Case, Case.id == Milestone.case_id)
    .where(Case.team_id == bindparam("team_id"), is_open(), is_overdue())
    .group_by(Milestone.case_id)
)
IN_FOLLOW_UP = (
    select(Milestone.case_id)
    .join(Case, Case.id == Milestone.case_id)
    .where(Case.team_id == bindparam("team_id"), is_open(), Milestone.kind == FOLLOW_UP, case_is_closed())
    .distinct()
)
LAST_CONTACTS = (
    select(Entry.case_id, func.max(Entry.occurred_at))
    .join(Case, Case.id == Entry.case_id)
    .where(Case.team_id == bindparam("team_id"), Entry.kind == EntryKind.CONTACT, ~case_is_closed())
    .group_by(Entry.case_id)
)


def leads(actor: Actor) -> bool:
    """Whether the reader leads a team: the room is theirs."""
    return actor.has(Role.TEAM_LEAD)


def caseload(session: Session) -> Caseload:
    """Return the team of the reader, as far as its cases exist for them; of each director it names the quietest."""
    actor = actor_of(session)
    if actor.team_id is None:
        return Caseload((), ())
    cases = _cases(session, actor.team_id, local_date(actor.now))
    people = directors_of(session, actor.team_id)
    for case in cases:
        people.setdefault(case.director_id, case.director)
    rows = [_director(user_id, name, held) for user_id, name, held in _held(people, cases)]
    named(session, [row.quietest for row in rows if row.quietest is not None])
    return Caseload(tuple(rows), tuple(cases))


def listed(
    cases: Iterable[CaseRow], *, director_id: UUID | None, closed: bool, order: Order
) -> list[CaseRow]:
    """Return the cases that a list shows: of one director or all, open or closed, sorted."""
    wanted = [
        one
        for one in cases
        if one.is_open is not closed and (director_id is None or one.director_id == director_id)
    ]
    if order is Order.OVERDUE:
        return sorted(wanted, key=lambda one: (-one.overdue, one.reference))
    if order is Order.LAST_CONTACT:
        return sorted(wanted, key=lambda one: (-one.quiet_days, one.reference))
    return wanted


def named(session: Session, cases: Iterable[CaseRow]) -> None:
    """Note that the reader was shown these cases in a list."""
    for one in cases:
        reads.saw(session, "caseload.read", one.id)


def _cases(session: Session, team_id: UUID, today: date) -> list[CaseRow]:
    asked = {"team_id": team_id}
    overdue: dict[UUID, int] = {row[0]: row[1] for row in session.execute(OVERDUE, asked)}
    follow_up = set(session.scalars(IN_FOLLOW_UP, asked))
    last: dict[UUID, datetime] = {row[0]: row[1] for row in session.execute(LAST_CONTACTS, asked)}
    contacts: dict[UUID, date] = {case_id: local_date(at) for case_id, at in last.items()}
    return [
        CaseRow(
            id=case_id,
            reference=reference,
            director_id=director_id,
            director=director,
            opened_on=opened_on,
            status=status,
            phase=None if phase is None else Phase(phase),
            overdue=overdue.get(case_id, 0),
            in_follow_up=case_id in follow_up,
            last_contact_on=contacts.get(case_id),
            quiet_days=max((today - contacts.get(case_id, opened_on)).days, 0),
        )
        for case_id, reference, director_id, director, opened_on, status, phase in session.execute(
            CASES, asked
        )
    ]


def _held(people: dict[UUID, str], cases: list[CaseRow]) -> list[tuple[UUID, str, list[CaseRow]]]:
    by_director: dict[UUID, list[CaseRow]] = {user_id: [] for user_id in people}
    for case in cases:
        by_director[case.director_id].append(case)
    return [(user_id, people[user_id], held) for user_id, held in by_director.items()]


def _director(user_id: UUID, name: str, held: list[CaseRow]) -> DirectorRow:
    running = [one for one in held if one.is_open]
    phases: dict[Phase | None, int] = {}
    for one in running:
        phases[one.phase] = phases.get(one.phase, 0) + 1
    return DirectorRow(
        id=user_id,
        name=name,
        open=len(running),
        phases=phases,
        overdue=sum(one.overdue for one in held),
        quietest=max(running, key=lambda one: one.quiet_days, default=None),
        in_follow_up=sum(one.in_follow_up for one in held),
    )
