"""What a person's day holds, over all their cases: what is due, and what others wrote since they last looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.guard import actor_of
from caseflow.access.shown import organisation_name, user_name
from caseflow.audit import reads
from caseflow.cases.asked import AskedLine, asked_here
from caseflow.cases.due import WEEK, DueLine, Urgency, is_due_this_week, is_due_today, is_open, is_overdue
from caseflow.cases.held_back import Waiting, waiting
from caseflow.clock import local_date
from caseflow.db import UtcDateTime
from caseflow.models import Case, Entry, EntryOrigin, Milestone, Party, Person, Visit
from caseflow.models.vocabulary import Category, EntryKind, Role

MOST_DUE = 50
"""How many milestones of one urgency the page lists."""
MOST_NEWS = 30
"""How many new entries the page lists."""
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""No news is older."""
FIRST_LOOK = timedelta(days=7)
"""How far back the news goes for who never put it away."""


@dataclass(frozen=True)
class Group:
    """Milestones of one urgency: how many there are, and the first of them."""

    urgency: Urgency
    count: int
    lines: tuple[DueLine, ...]


@dataclass(frozen=True)
class News:
    """An entry that somebody else wrote."""

    id: UUID
    case_id: UUID
    reference: str
    kind: EntryKind
    category: Category
    occurred_at: datetime
    author: str | None
    source: str | None


@dataclass(frozen=True)
class Day:
    """What the page shows."""

    has_cases: bool
    since: datetime
    groups: tuple[Group, ...]
    held_back: tuple[Waiting, ...]
    asked: tuple[AskedLine, ...]
    news: tuple[News, ...]
    more_news: bool


URGENCIES: dict[Urgency, ColumnElement[bool]] = {
    Urgency.OVERDUE: is_overdue(),
    Urgency.TODAY: is_due_today(),
    Urgency.WEEK: is_due_this_week(),
}
DUE = (
    select(
        Milestone.id,
        Milestone.kind,
        Milestone.due_on,
        Milestone.due_at,
        Milestone.case_id,
        Case.reference,
        Milestone.party_id,
        Person.name.label("about"),
        user_name(Milestone.__table__.c.owner_id).label("owner"),
        func.count().over().label("total"),
    )
    .join(Case, Case.id == Milestone.case_id)
    .outerjoin(Party, Party.id == Milestone.party_id)
    .outerjoin(Person, Person.id == Party.person_id)
    .where(is_open())
    .order_by(Milestone.due_on, Milestone.due_at, Case.reference, Milestone.id)
    .limit(MOST_DUE)
)
_BY_URGENCY = {urgency: DUE.where(rule).subquery() for urgency, rule in URGENCIES.items()}
DUE_BY_URGENCY = union_all(
    *(select(literal(urgency.value).label("urgency"), *found.c) for urgency, found in _BY_URGENCY.items())
).order_by("due_on", "due_at", "reference", "id")
"""The first of each urgency, in one statement."""
NEWS = (
    select(
        Entry.id,
        Entry.case_id,
        Case.reference,
        Entry.kind,
        Entry.category,
        Entry.occurred_at,
        user_name(EntryOrigin.__table__.c.author_id).label("author"),
        organisation_name(EntryOrigin.__table__.c.source_id).label("source"),
    )
    .join(Case, Case.id == Entry.case_id)
    .outerjoin(EntryOrigin, EntryOrigin.entry_id == Entry.id)
    .where(
        Entry.recorded_at > bindparam("since", type_=UtcDateTime()),
        or_(EntryOrigin.author_id.is_(None), EntryOrigin.author_id != bindparam("me")),
    )
    .order_by(Entry.recorded_at.desc(), Entry.id)
    .limit(MOST_NEWS + 1)
)
ANY_CASE = select(Case.id).limit(1)
LAST_VISIT = select(Visit.seen_at)


def works_on_cases(actor: Actor) -> bool:
    """Whether the reader's roles bring cases to direct or lead."""
    return actor.has(Role.CASE_DIRECTOR, Role.TEAM_LEAD)


def day_of(session: Session) -> Day:
    """Return what the reader's day holds."""
    actor = actor_of(session)
    since = last_visit(session)
    news, groups = news_since(session, since), _groups(session, actor)
    held_back = waiting(session)
    asked = asked_here(session, since)
    return Day(
        has_cases=bool(news or groups or held_back or asked) or session.scalar(ANY_CASE) is not None,
        since=since,
        groups=groups,
        held_back=tuple(held_back),
        asked=asked,
        news=tuple(news[:MOST_NEWS]),
        more_news=len(news) > MOST_NEWS,
    )


def last_visit(session: Session) -> datetime:
    """Return since when something is new to the reader: since they last put the news away, or for a week."""
    return session.scalar(LAST_VISIT) or actor_of(session).now - FIRST_LOOK


def _groups(session: Session, actor: Actor) -> tuple[Group, ...]:
    asked = {"week_end": local_date(actor.now) + timedelta(days=WEEK)}
    rows = session.execute(DUE_BY_URGENCY, asked).all()
    groups = [Group(urgency, *_of_urgency(rows, urgency)) for urgency in URGENCIES]
    for line in (line for group in groups for line in group.lines):
        about = [line.party_id] if line.about and line.party_id else []
        reads.saw(session, "today.read", line.case_id, party_ids=about)
    return tuple(group for group in groups if group.count)


def _of_urgency(rows: Sequence[Any], urgency: Urgency) -> tuple[int, tuple[DueLine, ...]]:
    """Return how many milestones are as urgent as that, and the first of them."""
    found = [row for row in rows if row.urgency == urgency]
    return found[0].total if found else 0, tuple(DueLine(*row[1:-1]) for row in found)


def news_since(
    session: Session, since: datetime, act: str = "today.read", wanted: Select[Any] = NEWS
) -> list[News]:
    """Return what others wrote since a moment, one more than the page lists; the act is what the log says."""
    rows = session.execute(wanted, {"since": since, "me": actor_of(session).user_id})
    lines = [News(*row) for row in rows]
    for line in lines[:MOST_NEWS]:
        reads.saw(session, act, line.case_id, entry_ids=[line.id])
    return lines


def put_news_away(session: Session, seen_at: datetime) -> None:
    """Note that the reader saw what was new at a moment; news starts from there. Never moves back, nor ahead of now."""
    actor = actor_of(session)
    moment = min(seen_at, actor.now)
    visit = session.get(Visit, actor.user_id)
    if visit is None:
        session.add(Visit(user_id=actor.user_id, seen_at=moment))
    elif visit.seen_at < moment:
        visit.seen_at = moment
    session.flush()
