"""Requests for information: what was asked, where it lies, and what was answered, as far as the reader may know."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from caseflow.access import shown
from caseflow.access.guard import actor_of
from caseflow.audit import reads
from caseflow.clock import local_date
from caseflow.models import (
    InfoAnswer,
    InfoAnswerNote,
    InfoRequest,
    InfoRequestParty,
    InfoRequestPlace,
)
from caseflow.models.vocabulary import RequestOutcome

MOST = 50
"""How many requests a list shows."""


@dataclass(frozen=True)
class RequestLine:
    """A request, with what its reader may know of it."""

    id: UUID
    asked_by_id: UUID
    asked_by: str
    asked_by_organisation: str
    organisation: str
    asked_id: UUID | None
    asked: str | None
    case_id: UUID | None
    """The case that it was asked in."""
    reference: str | None
    """Of that case; or of the one that it lies at, for seats of that."""
    lies_at_id: UUID | None
    person_name: str | None
    person_born_on: date | None
    role: str
    function: str
    legal_task: str
    purpose: str
    need: str
    asked_at: datetime
    due_on: date
    outcome: RequestOutcome | None
    answered_at: datetime | None
    answered_by: str | None
    reason: str | None
    late: bool = False
    mine: bool = False
    """The reader asked it."""

    @property
    def in_case(self) -> UUID | None:
        """The case in which the reader meets it; none about a person who was named, to who asked and to a team lead."""
        return self.case_id or self.lies_at_id


LINES: Select[Any] = (
    select(
        InfoRequest.id,
        InfoRequest.asked_by_id,
        shown.user_name(InfoRequest.__table__.c.asked_by_id).label("asked_by"),
        shown.organisation_name(shown.user_organisation_id(InfoRequest.__table__.c.asked_by_id)).label(
            "asked_by_organisation"
        ),
        shown.organisation_name(InfoRequest.__table__.c.organisation_id).label("organisation"),
        InfoRequest.asked_id,
        shown.user_name(InfoRequest.__table__.c.asked_id).label("asked"),
        InfoRequest.case_id,
        shown.case_reference(InfoRequest.__table__.c.case_id).label("asked_in"),
        InfoRequestPlace.case_id.label("lies_at_id"),
        shown.case_reference(InfoRequestPlace.__table__.c.case_id).label("lies_at"),
        InfoRequest.person_name,
        InfoRequest.person_born_on,
        InfoRequest.role,
        InfoRequest.function,
        InfoRequest.legal_task,
        InfoRequest.purpose,
        InfoRequest.need,
        InfoRequest.asked_at,
        InfoRequest.due_on,
        InfoAnswer.outcome,
        InfoAnswer.answered_at,
        shown.user_name(InfoAnswerNote.__table__.c.answered_by_id).label("answered_by"),
        InfoAnswerNote.reason,
    )
    .outerjoin(InfoRequestPlace, InfoRequestPlace.request_id == InfoRequest.id)
    .outerjoin(InfoAnswer, InfoAnswer.request_id == InfoRequest.id)
    .outerjoin(InfoAnswerNote, InfoAnswerNote.request_id == InfoRequest.id)
    .order_by(InfoRequest.asked_at.desc(), InfoRequest.id)
)


def get_request(session: Session, request_id: UUID) -> RequestLine | None:
    """Return one request, or nothing."""
    return next(iter(_lines(session, InfoRequest.id == request_id)), None)


def to_and_from_me(session: Session) -> list[RequestLine]:
    """Return what the reader asked, and what others asked them by name; newest first."""
    me = actor_of(session).user_id
    return _lines(session, or_(InfoRequest.asked_by_id == me, InfoRequest.asked_id == me))


def requests_in(session: Session, case_id: UUID) -> list[RequestLine]:
    """Return what was asked in a case, and what lies at it; newest first."""
    return _lines(session, or_(InfoRequest.case_id == case_id, InfoRequestPlace.case_id == case_id))


def about(session: Session, request_id: UUID) -> list[UUID]:
    """Return the parties that a request is about, as far as they exist for the reader."""
    parties = select(InfoRequestParty.party_id).where(InfoRequestParty.request_id == request_id)
    return list(session.scalars(parties))


def _lines(session: Session, condition: ColumnElement[bool]) -> list[RequestLine]:
    actor = actor_of(session)
    today = local_date(actor.now)
    lines = []
    for row in session.execute(LINES.where(condition).limit(MOST)):
        said = row._asdict()
        reference = said.pop("asked_in") or said["lies_at"]
        del said["lies_at"]
        late = row.due_on < today and row.outcome is None
        lines.append(
            RequestLine(**said, reference=reference, late=late, mine=row.asked_by_id == actor.user_id)
        )
    for line in lines:
        if line.in_case is not None:
            reads.saw_part(session, line.in_case)
    return lines
