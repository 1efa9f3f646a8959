"""Where else somebody is: asked past the rules, to write there what was done, and never to show it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.aside import aside
from caseflow.access.guard import POLICY_QUESTION
from caseflow.access.sets import table_of
from caseflow.models import Party

PARTY = aside(table_of(Party))


def parties_of_person(session: Session, person_id: UUID) -> dict[UUID, UUID]:
    """Return every case that a person is in and the party they are there, also where the actor may not look.

    In the order of the cases, so that no two who write in several of them wait for each other.
    """
    everywhere = select(PARTY.c.case_id, PARTY.c.id).where(PARTY.c.person_id == person_id)
    rows = session.execute(
        everywhere.order_by(PARTY.c.case_id), execution_options={POLICY_QUESTION: True}
    ).all()
    return {row.case_id: row.id for row in rows}
