"""Putting milestones into a case, and taking away what no longer has to happen."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from caseflow.audit.former import keeping
from caseflow.models import Milestone
from caseflow.schedule.milestones import Due


def plan(session: Session, case_id: UUID, owner_id: UUID, due: Iterable[Due]) -> None:
    """Add milestones to a case, owned by one person."""
    session.add_all(
        Milestone(case_id=case_id, owner_id=owner_id, kind=item.kind, due_on=item.on, party_id=item.party_id)
        for item in due
    )
    session.flush()


def drop(session: Session, case_id: UUID, kinds: Collection[str], today: date, because: str) -> None:
    """State that what is still open today of these kinds does not have to happen any more, and why."""
    still_open = select(Milestone).where(
        Milestone.case_id == case_id,
        Milestone.kind.in_(kinds),
        or_(Milestone.done_on.is_(None), Milestone.done_on > today),
        Milestone.not_applicable.is_(None),
    )
    for milestone in session.scalars(still_open).all():
        with keeping(session, milestone):
            milestone.not_applicable, milestone.done_on = because, None
