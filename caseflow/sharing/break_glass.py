"""Opening a case in an emergency, and answering for it: rule 5 of the design (ADR 0008)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Select, bindparam, case, select, update
from sqlalchemy.orm import Session

from caseflow.access.check import Act, ForbiddenError, require
from caseflow.access.guard import actor_of
from caseflow.access.oversight import Target, glass_target
from caseflow.access.shown import organisation_name, user_name, user_organisation_id
from caseflow.audit import reads
from caseflow.audit.trail import record
from caseflow.cases.refusals import EditConflictError
from caseflow.models import BreakGlass
from caseflow.models.vocabulary import GlassOutcome

LASTS = timedelta(hours=4)
"""How long a case stays open. Source: rule 5 of the design."""


@dataclass(frozen=True)
class Opening:
    """Which case, by its reference, and why."""

    reference: str
    reason: str


@dataclass(frozen=True)
class Review:
    """What a reviewer says of it."""

    outcome: GlassOutcome
    note: str


@dataclass(frozen=True)
class GlassLine:
    """A case was opened by somebody, and what was said about that."""

    id: UUID
    user_id: UUID
    user: str
    organisation: str
    reason: str
    at: datetime
    until_at: datetime
    reviewed_at: datetime | None
    reviewed_by: str | None
    outcome: GlassOutcome | None
    note: str | None


LINES: Select[Any] = (
    select(
        BreakGlass.id,
        BreakGlass.user_id,
        user_name(BreakGlass.__table__.c.user_id).label("user"),
        organisation_name(user_organisation_id(BreakGlass.__table__.c.user_id)).label("organisation"),
        BreakGlass.reason,
        BreakGlass.at,
        BreakGlass.until_at,
        BreakGlass.reviewed_at,
        user_name(BreakGlass.__table__.c.reviewed_by_id).label("reviewed_by"),
        BreakGlass.outcome,
        BreakGlass.note,
    )
    .where(BreakGlass.case_id == bindparam("case_id"))
    .order_by(BreakGlass.reviewed_at.is_not(None), BreakGlass.at.desc(), BreakGlass.id)
)


def open_by_break_glass(session: Session, wanted: Opening) -> str | None:
    """Open a case for four hours, as a reader; its reference when it is open to the actor now.

    The answer is the same for a case that does not exist, that does not exist for the actor, and that belongs to
    another organisation. What was tried is written down either way; a case that the actor has already stays as it is.

    Raises:
        ForbiddenError: the actor is no case director.
    """
    require(session, Act.BREAK_GLASS_OPEN)
    actor = actor_of(session)
    reference, target = _target(session, wanted.reference)
    if target.exists:
        return reference
    if target.case_id is None or not target.may_open:
        record(session, "break_glass.refused", case_id=target.case_id, through="role:case_director")
        return None
    glass_id = uuid4()
    session.add(
        BreakGlass(
            id=glass_id,
            case_id=target.case_id,
            user_id=actor.user_id,
            reason=wanted.reason,
            at=actor.now,
            until_at=actor.now + LASTS,
        )
    )
    record(session, "break_glass.opened", case_id=target.case_id, through=f"break_glass:{glass_id}")
    return reference


def _target(session: Session, typed: str) -> tuple[str, Target]:
    """Return which case is meant, also when small letters were typed; both are asked, whatever the first answers."""
    found = [(written, glass_target(session, written)) for written in (typed, typed.upper())]
    return next((one for one in found if one[1].case_id is not None), found[0])


def broken(session: Session, case_id: UUID) -> list[GlassLine]:
    """Return when a case was opened by break-glass, what waits for an answer first.

    Raises:
        ForbiddenError: the actor neither holds a seat nor watches over the case.
    """
    require(session, Act.BREAK_GLASS_READ, case_id)
    reads.saw(session, "break_glass.read", case_id)
    return [GlassLine(*row) for row in session.execute(LINES, {"case_id": case_id})]


def may_answer(session: Session, line: GlassLine) -> bool:
    """Whether it waits for an answer that the actor can give: nobody answers for themselves."""
    return line.reviewed_at is None and line.user_id != actor_of(session).user_id


def review(session: Session, case_id: UUID, glass_id: UUID, said: Review) -> None:
    """Say whether it was justified. What was not ends at once, when it still runs.

    Raises:
        ForbiddenError: the actor may not review here, or opened the case themselves.
        EditConflictError: somebody else answered meanwhile.
    """
    require(session, Act.BREAK_GLASS_REVIEW, case_id)
    actor = actor_of(session)
    own = select(BreakGlass.id).where(BreakGlass.id == glass_id, BreakGlass.user_id == actor.user_id)
    if session.scalar(own) is not None:
        raise ForbiddenError(Act.BREAK_GLASS_REVIEW)
    runs_on = said.outcome is GlassOutcome.JUSTIFIED
    earlier = case((BreakGlass.until_at > actor.now, actor.now), else_=BreakGlass.until_at)
    open_question = update(BreakGlass).where(
        BreakGlass.id == glass_id, BreakGlass.case_id == case_id, BreakGlass.reviewed_at.is_(None)
    )
    answer = {
        "outcome": said.outcome,
        "note": said.note,
        "until_at": BreakGlass.until_at if runs_on else earlier,
    }
    answered = session.execute(
        open_question.values(reviewed_at=actor.now, reviewed_by_id=actor.user_id, **answer).returning(
            BreakGlass.id
        ),
        execution_options={"synchronize_session": False},
    ).all()
    if not answered:
        raise EditConflictError
    record(session, "break_glass.reviewed", case_id=case_id)
