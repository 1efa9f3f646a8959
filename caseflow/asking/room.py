"""Shared with me: what somebody has who meets cases through links, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Text, bindparam, cast, func, literal, null, or_, select, union_all
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.shown import case_reference, organisation_name
from caseflow.asking.requests import RequestLine, to_and_from_me
from caseflow.audit import reads
from caseflow.casefile.travelling import LINES, ReleaseLine, release_lines
from caseflow.cases.due import DueLine
from caseflow.cases.linked import RUNS
from caseflow.cases.listing import PAGE, CaseLine, cases_in
from caseflow.cases.today import (
    DUE,
    EARLIEST,
    FIRST_LOOK,
    LAST_VISIT,
    MOST_NEWS,
    NEWS,
    News,
    news_since,
)
from caseflow.clock import local_date
from caseflow.db import UtcDateTime
from caseflow.models import (
    Entry,
    EntryOrigin,
    Link,
    LinkProfessional,
    Milestone,
    PlannedAction,
    ReleaseRequest,
)
from caseflow.models.vocabulary import ActionStatus, Category, EntryKind

MOST_WRITTEN = 10
"""How many own entries the page lists."""
ACT = "shared.read"
OVER = (ActionStatus.DONE, ActionStatus.STOPPED)


@dataclass(frozen=True)
class ActionLine:
    """Something that the reader is to do."""

    id: UUID
    case_id: UUID
    reference: str
    title: str
    due_on: date | None
    status: ActionStatus | None
    late: bool


@dataclass(frozen=True)
class Written:
    """An entry that the reader wrote."""

    id: UUID
    case_id: UUID
    reference: str
    kind: EntryKind
    category: Category
    occurred_at: datetime
    author: str | None
    source: str | None


@dataclass(frozen=True)
class SharedRoom:
    """The page."""

    cases: tuple[CaseLine, ...]
    more_cases: bool
    news: tuple[News, ...]
    more_news: bool
    due: tuple[DueLine, ...]
    actions: tuple[ActionLine, ...]
    releases: tuple[ReleaseLine, ...]
    asked_of_me: tuple[RequestLine, ...]
    asked_by_me: tuple[RequestLine, ...]
    written: tuple[Written, ...]


ME: Any = bindparam("me")
SHARED = (
    select(Link.case_id)
    .join(LinkProfessional, LinkProfessional.link_id == Link.id)
    .where(
        LinkProfessional.user_id == ME,
        RUNS,
    )
)
"""Cases that a running link shares with the reader: who also directs cases does not meet those here."""
SEEN = func.coalesce(LAST_VISIT.scalar_subquery(), bindparam("first_look", type_=UtcDateTime()))
NEW = NEWS.where(Entry.case_id.in_(SHARED), Entry.recorded_at > SEEN)
OWN_DUE = DUE.where(Milestone.owner_id == ME, Milestone.case_id.in_(SHARED))


def _columns(kind: Any) -> tuple[Any, ...]:
    reference = case_reference(Entry.__table__.c.case_id).label("reference")
    return (kind.id, kind.case_id, reference, kind.kind, kind.category, kind.occurred_at)


_ACTIONS: Any = (
    select(
        literal("action").label("what"),
        *_columns(PlannedAction),
        cast(null(), Text()).label("source"),
        PlannedAction.title,
        PlannedAction.due_on,
        PlannedAction.status,
    )
    .where(
        PlannedAction.owner_id == ME,
        PlannedAction.case_id.in_(SHARED),
        or_(PlannedAction.status.is_(None), PlannedAction.status.not_in(OVER)),
    )
    .order_by(PlannedAction.due_on.is_(None), PlannedAction.due_on, PlannedAction.id)
    .limit(PAGE)
)
_WRITTEN: Any = (
    select(
        literal("written").label("what"),
        *_columns(Entry),
        organisation_name(EntryOrigin.__table__.c.source_id).label("source"),
        cast(null(), Text()).label("title"),
        cast(null(), Date()).label("due_on"),
        cast(null(), PlannedAction.status.type).label("status"),
    )
    .join(EntryOrigin, EntryOrigin.entry_id == Entry.id)
    .where(EntryOrigin.author_id == ME, Entry.case_id.in_(SHARED))
    .order_by(Entry.recorded_at.desc(), Entry.id)
    .limit(MOST_WRITTEN)
)
OWN_ENTRIES: Any = union_all(*(select(*part.subquery().c) for part in (_ACTIONS, _WRITTEN)))
"""What the reader is to do and what they wrote, in one statement."""
ASKED_SOURCES = LINES.where(ReleaseRequest.asked_id == ME, ReleaseRequest.withdrawn_at.is_(None))


def shared_room(session: Session) -> SharedRoom:
    """Return what is shared with the reader.

    Raises:
        ForbiddenError: the reader is no partner's professional.
    """
    require(session, Act.PERSON_ASK)
    actor = actor_of(session)
    asked = {"me": actor.user_id}
    first_look = actor.now - FIRST_LOOK
    cases = cases_in(session, ACT, SHARED, asked)
    news = news_since(session, EARLIEST, ACT, NEW.params(first_look=first_look))
    own = _own(session, asked)
    requests = to_and_from_me(session)
    return SharedRoom(
        cases=tuple(cases),
        more_cases=len(cases) == PAGE,
        news=tuple(news[:MOST_NEWS]),
        more_news=len(news) > MOST_NEWS,
        due=tuple(_due(session, asked)),
        actions=tuple(_actions(own, local_date(actor.now))),
        releases=tuple(release_lines(session, ASKED_SOURCES.params(**asked))),
        asked_of_me=tuple(one for one in requests if one.asked_id == actor.user_id),
        asked_by_me=tuple(one for one in requests if one.mine and one.asked_id is None),
        written=tuple(_written(own)),
    )


def _due(session: Session, asked: dict[str, UUID]) -> list[DueLine]:
    lines = [DueLine(*row[:-1]) for row in session.execute(OWN_DUE, asked)]
    for line in lines:
        reads.saw(
            session, ACT, line.case_id, party_ids=[line.party_id] if line.about and line.party_id else []
        )
    return lines


def _own(session: Session, asked: dict[str, UUID]) -> Sequence[Any]:
    rows = session.execute(OWN_ENTRIES, asked).all()
    for row in rows:
        reads.saw(session, ACT, row.case_id, entry_ids=[row.id])
    return rows


def _actions(rows: Iterable[Any], today: date) -> Iterator[ActionLine]:
    for row in rows:
        if row.what == "action":
            late = row.due_on is not None and row.due_on < today
            facts = (row.id, row.case_id, row.reference, row.title, row.due_on, row.status)
            yield ActionLine(*facts, late=late)


def _written(rows: Iterable[Any]) -> Iterator[Written]:
    for row in rows:
        if row.what == "written":
            facts = (row.id, row.case_id, row.reference, row.kind, row.category, row.occurred_at)
            yield Written(*facts, author=None, source=row.source)
