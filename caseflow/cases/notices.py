"""What somebody has to be told: an opening by break-glass, a proposal to close, and who read a disclosed fact.

Derived from what stands in the file and in its log each time; nothing is sent, and it stays until it is answered.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from caseflow.access.check import Act, on_case
from caseflow.access.guard import actor_of
from caseflow.access.shown import case_reference, user_name
from caseflow.audit import reads
from caseflow.audit.listed import Lists
from caseflow.models import AuditRow, BreakGlass, ClosureProposal, DisclosureNote, Entry, EntryDisclosure
from caseflow.models.vocabulary import Role

MOST = 50
"""How many of what waits for an answer, and of readings, the page lists."""


@dataclass(frozen=True)
class ToReview:
    """Somebody opened a case by break-glass, and nobody answered yet whether that was justified."""

    id: UUID
    case_id: UUID
    reference: str
    user: str
    at: datetime


@dataclass(frozen=True)
class ToSecond:
    """Somebody else proposed to close a case, and it waits for a second person to decide."""

    case_id: UUID
    reference: str
    user: str
    at: datetime


@dataclass(frozen=True)
class Reading:
    """Somebody read a fact that was disclosed to them: how often since it was put away, and when last."""

    disclosure_id: UUID
    case_id: UUID
    reference: str
    entry_id: UUID
    user: str
    times: int
    last_at: datetime


@dataclass(frozen=True)
class Notices:
    """What the page tells."""

    to_review: tuple[ToReview, ...] = ()
    to_second: tuple[ToSecond, ...] = ()
    readings: tuple[Reading, ...] = ()


_TO_REVIEW: Select[Any] = select(
    literal("review").label("what"),
    BreakGlass.id,
    BreakGlass.case_id,
    case_reference(BreakGlass.__table__.c.case_id).label("reference"),
    user_name(BreakGlass.__table__.c.user_id).label("user"),
    BreakGlass.at.label("at"),
).where(
    BreakGlass.reviewed_at.is_(None),
    BreakGlass.user_id != bindparam("me"),
    on_case(Act.BREAK_GLASS_REVIEW, BreakGlass.case_id),
)
_TO_SECOND: Select[Any] = select(
    literal("second"),
    ClosureProposal.id,
    ClosureProposal.case_id,
    case_reference(ClosureProposal.__table__.c.case_id),
    user_name(ClosureProposal.__table__.c.proposed_by_id),
    ClosureProposal.proposed_at,
).where(
    ClosureProposal.decided_at.is_(None),
    ClosureProposal.proposed_by_id != bindparam("me"),
    on_case(Act.CASE_CLOSE_SECOND, ClosureProposal.case_id),
)
TO_ANSWER = union_all(_TO_REVIEW, _TO_SECOND).order_by("at", "id").limit(MOST)
"""What waits for the reader's own answer: nobody answers for themselves, nor seconds what they proposed."""
_ENDED = func.coalesce(EntryDisclosure.revoked_at, EntryDisclosure.until_at)
_WHILE_IT_RAN = or_(AuditRow.at < _ENDED, and_(_ENDED.is_(None), Entry.protected.is_(True)))
"""What was read before the disclosure ended: whatever became of the fact since. One without an end holds as long as
the fact is protected."""
READINGS: Select[Any] = (
    select(
        EntryDisclosure.id,
        Entry.case_id,
        case_reference(Entry.__table__.c.case_id).label("reference"),
        EntryDisclosure.entry_id,
        user_name(EntryDisclosure.__table__.c.user_id).label("user"),
        func.count().label("times"),
        func.max(AuditRow.at).label("last_at"),
    )
    .join(Entry, Entry.id == EntryDisclosure.entry_id)
    .join(AuditRow, and_(AuditRow.case_id == Entry.case_id, AuditRow.user_id == EntryDisclosure.user_id))
    .outerjoin(DisclosureNote, DisclosureNote.id == EntryDisclosure.id)
    .where(
        on_case(Act.FACT_WATCH, Entry.case_id),
        _WHILE_IT_RAN,
        or_(EntryDisclosure.from_at.is_(None), AuditRow.at >= EntryDisclosure.from_at),
        or_(DisclosureNote.readings_seen_at.is_(None), AuditRow.at > DisclosureNote.readings_seen_at),
        Lists(AuditRow.entry_ids, EntryDisclosure.entry_id),
    )
    .group_by(EntryDisclosure.id, Entry.id)
    .order_by(func.max(AuditRow.at).desc(), EntryDisclosure.id)
    .limit(MOST)
)
"""Who read what they were told, and how often since that was last put away, the newest first."""


def notices_for(session: Session) -> Notices:
    """Return what the reader has to be told, and note that they were: each by what their roles bring."""
    watches = actor_of(session).has(Role.CASE_DIRECTOR)
    found = Notices(*to_answer(session), _readings(session) if watches else ())
    told: tuple[ToReview | ToSecond | Reading, ...] = (*found.to_review, *found.to_second, *found.readings)
    for case_id in {one.case_id for one in told}:
        reads.saw(session, "today.read", case_id)
    return found


def to_answer(session: Session) -> tuple[tuple[ToReview, ...], tuple[ToSecond, ...]]:
    """Return what waits for the reader's own answer; who shows it notes that it was told."""
    actor = actor_of(session)
    answers = actor.has(Role.TEAM_LEAD, Role.PRIVACY_OFFICER)
    rows = session.execute(TO_ANSWER, {"me": actor.user_id}).all() if answers else []
    return (
        tuple(ToReview(*row[1:]) for row in rows if row.what == "review"),
        tuple(ToSecond(*row[2:]) for row in rows if row.what == "second"),
    )


def _readings(session: Session) -> tuple[Reading, ...]:
    return tuple(Reading(*row) for row in session.execute(READINGS))
