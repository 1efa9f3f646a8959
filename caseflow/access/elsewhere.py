"""Where else somebody is: asked past the rules, to do there what follows from it, and never to show it."""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, bindparam, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseflow.access.alike import folded, let_go_of_copies
from caseflow.access.aside import SCHEMA, aside
from caseflow.access.guard import POLICY_QUESTION
from caseflow.access.roles import past_the_wall
from caseflow.access.sets import CASE, PERSON
from caseflow.access.shown import case_is_closed
from caseflow.access.writing import table_of
from caseflow.models import Party, Person

PARTIES = table_of(Party)
PARTY = aside(PARTIES)
FORGET = getattr(func, SCHEMA).forget_person


def forget_person(session: Session, person: Person) -> None:
    """Delete a person who is in no case any more. Whether they are in one may be hidden: the database knows.

    Nobody may read a person who is in no case, so PostgreSQL would find none to delete: it has a function for it.
    """
    try:
        with session.begin_nested():
            let_go_of_copies(session, person.id)
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


def case_to_ask(session: Session, organisation_id: UUID, name: str, born_on: date | None) -> UUID | None:
    """Return at which case of an organisation a request about a person lies; none: nobody is surely meant.

    Of several the open one that was opened last, so that no director learns of another case from who else may answer.
    Asked in one way of whoever is known and is not, and also where no day of birth can tell two people apart.
    """
    everywhere = (
        select(CASE.c.id, PERSON.c.name)
        .select_from(CASE.join(PARTIES, PARTIES.c.case_id == CASE.c.id))
        .join(PERSON, PERSON.c.id == PARTIES.c.person_id)
        .where(CASE.c.organisation_id == organisation_id, PERSON.c.born_on == bindparam("day", type_=Date()))
        .order_by(case_is_closed(), CASE.c.opened_on.desc(), CASE.c.id)
    )
    with past_the_wall(session):
        asked = {"day": born_on}  # an unknown day equals no day, not even one that is unknown here too
        rows = session.execute(everywhere, asked, execution_options={POLICY_QUESTION: True}).all()
    return next((row.id for row in rows if folded(row.name) == folded(name)), None)
