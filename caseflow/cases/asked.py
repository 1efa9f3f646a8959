"""What was asked that a seat has to look at: requests that wait for an answer, what is late, and what was answered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import Session

from caseflow.access.asking import TODAY
from caseflow.access.guard import actor_of
from caseflow.access.shown import case_reference, organisation_name, user_name
from caseflow.audit import reads
from caseflow.clock import local_date
from caseflow.db import UtcDateTime
from caseflow.models import Entry, InfoAnswer, InfoRequest, InfoRequestPlace, ReleaseRequest
from caseflow.models.vocabulary import Onward, RequestOutcome

MOST = 50
"""How many of each the page lists."""


class Waits(StrEnum):
    """What it is to the reader: theirs to answer, still without an answer of another, or answered by another."""

    ANSWER = "answer"
    LATE = "late"
    ANSWERED = "answered"


@dataclass(frozen=True)
class AskedLine:
    """A request for information, or to the source of an entry. About somebody who is in no case there is no case."""

    what: Waits
    id: UUID
    case_id: UUID | None
    reference: str | None
    entry_id: UUID | None
    who: str
    """Who asks, or who was asked."""
    due_on: date
    late: bool
    outcome: RequestOutcome | None
    need: str | None = None
    """What is asked; nothing where it is whether an entry may travel."""
    organisation: str | None = None
    """To which an entry would travel."""


_SINCE = bindparam("since", type_=UtcDateTime())
_ME: Any = bindparam("me")
TO_ANSWER = or_(
    InfoRequest.asked_id == _ME, and_(InfoRequest.asked_id.is_(None), InfoRequest.asked_by_id != _ME)
)
"""What others ask the reader: by name, or as a seat or team lead; what else of it they may read, they asked."""
PUT_TO_ANOTHER = and_(InfoRequest.asked_id.is_not(None), InfoRequest.asked_id != _ME)
INFO = (
    select(
        InfoRequest.id,
        InfoRequest.case_id,
        InfoRequestPlace.case_id.label("lies_at_id"),
        case_reference(InfoRequest.__table__.c.case_id).label("asked_in"),
        case_reference(InfoRequestPlace.__table__.c.case_id).label("lies_at"),
        InfoRequest.asked_id,
        user_name(InfoRequest.__table__.c.asked_by_id).label("asked_by"),
        user_name(InfoRequest.__table__.c.asked_id).label("asked"),
        InfoRequest.due_on,
        InfoRequest.need,
        InfoAnswer.outcome,
    )
    .outerjoin(InfoAnswer, InfoAnswer.request_id == InfoRequest.id)
    .outerjoin(InfoRequestPlace, InfoRequestPlace.request_id == InfoRequest.id)
    .where(
        or_(
            and_(InfoAnswer.request_id.is_(None), TO_ANSWER),
            and_(InfoAnswer.request_id.is_(None), PUT_TO_ANOTHER, InfoRequest.due_on < TODAY),
            and_(InfoAnswer.answered_at > _SINCE, PUT_TO_ANOTHER),
        )
    )
    .order_by(InfoRequest.due_on, InfoRequest.id)
    .limit(MOST)
)
WAITS_FOR_ME = and_(ReleaseRequest.asked_id == _ME, Entry.onward == Onward.ASK_SOURCE)
"""Who directs cases elsewhere may be asked for the source, and has no other room in which that waits for them."""
ASKED_ANOTHER = ReleaseRequest.asked_id != _ME
RELEASES = (
    select(
        ReleaseRequest.id,
        ReleaseRequest.asked_id,
        ReleaseRequest.case_id,
        case_reference(ReleaseRequest.__table__.c.case_id).label("reference"),
        ReleaseRequest.entry_id,
        user_name(ReleaseRequest.__table__.c.asked_by_id).label("asked_by"),
        user_name(ReleaseRequest.__table__.c.asked_id).label("asked"),
        organisation_name(ReleaseRequest.__table__.c.organisation_id).label("organisation"),
        ReleaseRequest.due_on,
        ReleaseRequest.outcome,
    )
    .join(Entry, Entry.id == ReleaseRequest.entry_id)
    .where(
        ReleaseRequest.withdrawn_at.is_(None),
        or_(
            and_(ReleaseRequest.outcome.is_(None), WAITS_FOR_ME),
            and_(ReleaseRequest.outcome.is_(None), ASKED_ANOTHER, ReleaseRequest.due_on < TODAY),
            and_(ReleaseRequest.answered_at > _SINCE, ASKED_ANOTHER),
        ),
    )
    .order_by(ReleaseRequest.due_on, ReleaseRequest.id)
    .limit(MOST)
)


def asked_here(session: Session, since: datetime) -> tuple[AskedLine, ...]:
    """Return what waits for the reader's answer, what is late of what others were asked, and answers since a moment."""
    actor = actor_of(session)
    asked, today = {"me": actor.user_id, "since": since}, local_date(actor.now)
    lines = [_info(row, today, actor.user_id) for row in session.execute(INFO, asked)]
    lines += [_release(row, today, actor.user_id) for row in session.execute(RELEASES, asked)]
    for line in lines:
        if line.case_id is not None:
            entries = [line.entry_id] if line.entry_id else []
            reads.saw(session, "today.read", line.case_id, entry_ids=entries)
    return tuple(lines)


def _what(row: Any, *, mine: bool) -> Waits:
    return Waits.ANSWER if mine else Waits.LATE if row.outcome is None else Waits.ANSWERED


def _info(row: Any, today: date, me: UUID) -> AskedLine:
    mine = row.asked_id in {None, me}
    return AskedLine(
        what=_what(row, mine=mine),
        id=row.id,
        case_id=row.case_id or row.lies_at_id,
        reference=row.asked_in or row.lies_at,
        entry_id=None,
        who=row.asked_by if mine else row.asked,
        due_on=row.due_on,
        late=row.due_on < today and row.outcome is None,
        outcome=row.outcome,
        need=row.need,
    )


def _release(row: Any, today: date, me: UUID) -> AskedLine:
    mine = row.asked_id == me
    return AskedLine(
        what=_what(row, mine=mine),
        id=row.id,
        case_id=row.case_id,
        reference=row.reference,
        entry_id=row.entry_id,
        who=row.asked_by if mine else row.asked,
        due_on=row.due_on,
        late=row.due_on < today and row.outcome is None,
        outcome=row.outcome,
        organisation=row.organisation,
    )
