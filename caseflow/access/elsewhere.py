"""Where else somebody is: asked past the rules, to do there what follows from it, and never to show it."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseflow.access.aside import SCHEMA, aside
from caseflow.access.guard import POLICY_QUESTION
from caseflow.access.sets import table_of
from caseflow.models import Party, Person

PARTY = aside(table_of(Party))
FORGET = getattr(func, SCHEMA).forget_person


def forget_person(session: Session, person: Person) -> None:
    """Delete a person who is in no case any more. Whether they are in one may be hidden: the database knows.

    Nobody may read a person who is in no case, so PostgreSQL would find none to delete: it has a function for it.
    """
    try:
        with session.begin_nested():
            if session.get_bind().dialect.name == "sqlite":
                session.delete(person)
                session.flush()
                return
            session.execute(select(FORGET(person.id)), execution_options={POLICY_QUESTION: True})
            session.expunge(person)
    except IntegrityError:
        return


def parties_of_person(session: Session, person_id: UUID) -> dict[UUID, UUID]:
    """Return every case that a person is in and the party they are there, also where the actor may not look.

    In the order of the cases, so that no two who write in several of them wait for each other.
    """
    everywhere = select(PARTY.c.case_id, PARTY.c.id).where(PARTY.c.person_id == person_id)
    rows = session.execute(
        everywhere.order_by(PARTY.c.case_id), execution_options={POLICY_QUESTION: True}
    ).all()
    return {row.case_id: row.id for row in rows}
