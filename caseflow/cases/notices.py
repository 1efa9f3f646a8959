"""What somebody has to be told: a case that was opened by break-glass, and who read a fact that was disclosed.

Derived from what stands in the file and in its log each time; nothing is sent, and it stays until it is answered.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, on_case
from caseflow.access.guard import actor_of
from caseflow.access.shown import case_reference, user_name
from caseflow.audit import reads
from caseflow.models import AuditRow, BreakGlass, DisclosureNote, Entry, EntryDisclosure

MOST = 50
"""How many of each the page lists."""
MOST_ROWS = 1_000
"""How many rows of the log are looked through for readings; what lies beyond comes when these are put away."""


@dataclass(frozen=True)
class ToReview:
    """Somebody opened a case by break-glass, and nobody answered yet whether that was justified."""

    id: UUID
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
    readings: tuple[Reading, ...] = ()


TO_REVIEW: Select[Any] = (
    select(
        BreakGlass.id,
        BreakGlass.case_id,
        case_reference(BreakGlass.__table__.c.case_id).label("reference"),
        user_name(BreakGlass.__table__.c.user_id).label("user"),
        BreakGlass.at,
    )
    .where(BreakGlass.reviewed_at.is_(None), on_case(Act.BREAK_GLASS_REVIEW, BreakGlass.case_id))
    .order_by(BreakGlass.at, BreakGlass.id)
    .limit(MOST)
)
DISCLOSED: Select[Any] = (
    select(
        EntryDisclosure.id,
        EntryDisclosure.entry_id,
        EntryDisclosure.user_id,
        user_name(EntryDisclosure.__table__.c.user_id).label("user"),
        EntryDisclosure.from_at,
        DisclosureNote.readings_seen_at,
        Entry.case_id,
        case_reference(Entry.__table__.c.case_id).label("reference"),
    )
    .join(Entry, Entry.id == EntryDisclosure.entry_id)
    .outerjoin(DisclosureNote, DisclosureNote.id == EntryDisclosure.id)
    .where(Entry.protected.is_(True), on_case(Act.FACT_WATCH, Entry.case_id))
    .order_by(EntryDisclosure.id)
)
LOGGED = (
    select(AuditRow.case_id, AuditRow.user_id, AuditRow.at, AuditRow.entry_ids)
    .order_by(AuditRow.at.desc())
    .limit(MOST_ROWS)
)


def notices_for(session: Session) -> Notices:
    """Return what the reader has to be told, and remember that they were."""
    me = actor_of(session).user_id
    waiting = session.execute(TO_REVIEW.where(BreakGlass.user_id != me))
    found = Notices(tuple(ToReview(*row) for row in waiting), tuple(_readings(session)))
    for case_id in {*(one.case_id for one in found.to_review), *(one.case_id for one in found.readings)}:
        reads.saw(session, "today.read", case_id)
    return found


def _readings(session: Session) -> list[Reading]:
    disclosed = session.execute(DISCLOSED).all()
    if not disclosed:
        return []
    wanted = or_(
        *((AuditRow.case_id == one.case_id) & (AuditRow.user_id == one.user_id) for one in disclosed)
    )
    logged = session.execute(LOGGED.where(wanted, AuditRow.entry_ids != "")).all()
    found = [_reading(one, [row.at for row in logged if _is_of(row, one)]) for one in disclosed]
    read = [one for one in found if one is not None]
    return sorted(read, key=lambda one: one.last_at, reverse=True)[:MOST]


def _is_of(row: Any, disclosed: Any) -> bool:
    """Whether a row of the log shows that somebody came to see the fact, after the last time that this was put away."""
    told, seen = disclosed.from_at, disclosed.readings_seen_at
    return (
        (row.case_id, row.user_id) == (disclosed.case_id, disclosed.user_id)
        and str(disclosed.entry_id) in row.entry_ids.split()
        and (told is None or row.at >= told)
        and (seen is None or row.at > seen)
    )


def _reading(one: Any, moments: list[datetime]) -> Reading | None:
    if not moments:
        return None
    return Reading(one.id, one.case_id, one.reference, one.entry_id, one.user, len(moments), max(moments))
