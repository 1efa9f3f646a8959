"""What a privacy officer may ask about a case that itself does not exist for them: its log, and who holds it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Select, Text, Uuid, and_, func, literal, select
from sqlalchemy.orm import Session

from caseflow.access.alike import folded
from caseflow.access.aside import SCHEMA, aside
from caseflow.access.asking import DIRECTOR_AT, NOW
from caseflow.access.guard import POLICY_QUESTION
from caseflow.access.rules.entries import ENTRY
from caseflow.access.rules.watching import may_be_asked_after, watched
from caseflow.access.sets import CASE, DEPUTY, PERSON, my_cases, not_excluded, seat, seat_cases
from caseflow.access.writing import there_is

PERSONS_BORN_ON = getattr(func, SCHEMA).persons_born_on


@dataclass(frozen=True)
class Target:
    """A case that somebody asks for by its reference in an emergency; none when there is no such case."""

    case_id: UUID | None
    exists: bool
    """They have it already."""
    may_open: bool
    """Break-glass can open it to them: a director of its organisation, who is not excluded."""


def case_to_watch(session: Session, reference: str) -> UUID | None:
    """Return the id of the case with this reference when the actor may read who read it; else nothing.

    A seat may, and a privacy officer; neither when the case does not exist for them.
    """
    case = aside(CASE)
    wanted = select(case.c.id).where(case.c.reference == reference, watched(case.c.id) | seat(case.c.id))
    found: Any = session.scalar(wanted, execution_options={POLICY_QUESTION: True})
    return found if isinstance(found, UUID) else None


def glass_target(session: Session, reference: str) -> Target:
    """Return what break-glass can do for the asker with a reference: asked in one way of all there are and are not."""
    case = aside(CASE)
    openable = and_(case.c.organisation_id == DIRECTOR_AT, not_excluded(case.c.id))
    wanted = select(case.c.id, case.c.id.in_(my_cases()), openable).where(case.c.reference == reference)
    found = session.execute(wanted, execution_options={POLICY_QUESTION: True}).one_or_none()
    return Target(None, exists=False, may_open=False) if found is None else Target(*found)


def persons_called(session: Session, name: str, born_on: date) -> list[UUID]:
    """Return whom a privacy officer means by a full name and a birth date; never one of whom they may not know.

    Two records of one person are both meant.
    """
    born_then = _born_on(born_on, on_sqlite=session.get_bind().dialect.name == "sqlite")
    found = session.execute(born_then, execution_options={POLICY_QUESTION: True})
    return [row.id for row in found if folded(row.name) == folded(name)]


def _born_on(day: date, *, on_sqlite: bool) -> Select[*tuple[Any, ...]]:
    """Return the question for persons and their names: PostgreSQL has a function for it, since no view has names."""
    if on_sqlite:
        return select(PERSON.c.id, PERSON.c.name).where(PERSON.c.born_on == day, may_be_asked_after(PERSON))
    born_then = PERSONS_BORN_ON(day).table_valued(Column("id", Uuid()), Column("name", Text()))
    return select(*born_then.c)


def entries_with_secret_source(session: Session, case_id: UUID) -> list[UUID]:
    """Return the entries of a case of which the asker may not even learn from the log who wrote them.

    That is for seats; who reads the log without a seat learns that something was written, and not by whom.
    """
    entry = aside(ENTRY)
    secret = and_(entry.c.source_confidential.is_(True), entry.c.case_id.not_in(seat_cases()))
    wanted = select(entry.c.id).where(entry.c.case_id == case_id, secret)
    return list(session.scalars(wanted, execution_options={POLICY_QUESTION: True}))


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
