"""What somebody has to be told: a case that was opened by break-glass, and who read a fact that was disclosed.

Derived from what stands in the file and in its log each time; nothing is sent, and it stays until it is answered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, on_case
from caseflow.access.guard import actor_of
from caseflow.access.shown import case_reference, user_name
from caseflow.audit import reads
from caseflow.models import AuditRow, BreakGlass, DisclosureNote, Entry, EntryDisclosure
from caseflow.models.vocabulary import Role

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
READINGS: Select[Any] = (
    select(
        EntryDisclosure.id,
        EntryDisclosure.entry_id,
        user_name(EntryDisclosure.__table__.c.user_id).label("user"),
        Entry.case_id,
        case_reference(Entry.__table__.c.case_id).label("reference"),
        AuditRow.at,
        AuditRow.entry_ids,
    )
    .join(Entry, Entry.id == EntryDisclosure.entry_id)
    .join(AuditRow, and_(AuditRow.case_id == Entry.case_id, AuditRow.user_id == EntryDisclosure.user_id))
    .outerjoin(DisclosureNote, DisclosureNote.id == EntryDisclosure.id)
    .where(
        Entry.protected.is_(True),
        on_case(Act.FACT_WATCH, Entry.case_id),
        AuditRow.entry_ids != "",
        or_(EntryDisclosure.from_at.is_(None), AuditRow.at >= EntryDisclosure.from_at),
        or_(DisclosureNote.readings_seen_at.is_(None), AuditRow.at > DisclosureNote.readings_seen_at),
    )
    .order_by(AuditRow.at.desc())
    .limit(MOST_ROWS)
)
"""Rows of the log of who was told something, since that was last put away; whether it is about that fact, a row says in
a text, which is looked into afterwards."""


def notices_for(session: Session) -> Notices:
    """Return what the reader has to be told, and note that they were: of readings who directs, of openings others."""
    actor = actor_of(session)
    reviews = actor.has(Role.TEAM_LEAD, Role.PRIVACY_OFFICER)
    found = Notices(
        tuple(_to_review(session, actor.user_id)) if reviews else (),
        tuple(_readings(session)) if actor.has(Role.CASE_DIRECTOR) else (),
    )
    for case_id in {*(one.case_id for one in found.to_review), *(one.case_id for one in found.readings)}:
        reads.saw(session, "today.read", case_id)
    return found


def _to_review(session: Session, me: UUID) -> Iterator[ToReview]:
    """Nobody answers for themselves."""
    for row in session.execute(TO_REVIEW.where(BreakGlass.user_id != me)):
        yield ToReview(*row)


def _readings(session: Session) -> list[Reading]:
    found: dict[UUID, Reading] = {}
    for row in session.execute(READINGS):
        if str(row.entry_id) not in row.entry_ids.split():
            continue
        before = found.get(row.id)
        times, last_at = (1, row.at) if before is None else (before.times + 1, before.last_at)
        found[row.id] = Reading(row.id, row.case_id, row.reference, row.entry_id, row.user, times, last_at)
    return list(found.values())[:MOST]
