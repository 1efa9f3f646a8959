"""What a privacy officer may ask about a case that itself does not exist for them: its log, and who holds it."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, literal, select
from sqlalchemy.orm import Session

from caseflow.access.aside import aside
from caseflow.access.asking import IS_PRIVACY_OFFICER, NOW
from caseflow.access.guard import POLICY_QUESTION
from caseflow.access.sets import CASE, DEPUTY, not_excluded, seat, there_is


def case_to_watch(session: Session, reference: str) -> UUID | None:
    """Return the id of the case with this reference when the actor may read who read it; else nothing.

    A seat may, and a privacy officer; neither when the case does not exist for them.
    """
    case = aside(CASE)
    watched = and_(IS_PRIVACY_OFFICER, not_excluded(case.c.id))
    wanted = select(case.c.id).where(case.c.reference == reference, watched | seat(case.c.id))
    found: Any = session.scalar(wanted, execution_options={POLICY_QUESTION: True})
    return found if isinstance(found, UUID) else None


def directs(session: Session, case_id: UUID, user_id: UUID) -> bool:
    """Whether somebody directs a case: who sets exclusions has to know."""
    case = aside(CASE)
    return _holds(session, there_is(case, case.c.id == case_id, case.c.director_id == user_id))


def stands_in(session: Session, case_id: UUID, user_id: UUID) -> bool:
    """Whether somebody stands in for the director of a case, or is to: who sets exclusions has to know."""
    deputy = aside(DEPUTY)
    theirs = (deputy.c.case_id == case_id, deputy.c.user_id == user_id, deputy.c.until_at > NOW)
    return _holds(session, there_is(deputy, *theirs))


def _holds(session: Session, condition: ColumnElement[bool]) -> bool:
    answer: Any = session.scalar(
        select(literal(1)).where(condition), execution_options={POLICY_QUESTION: True}
    )
    return answer is not None
