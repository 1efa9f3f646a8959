"""Who may not read, who did, and who broke the glass: for seats, and for the privacy officers who watch over it."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from caseflow.access.aside import aside
from caseflow.access.asking import IS_PRIVACY_OFFICER, ME
from caseflow.access.sets import PARTY, case_exists, hidden_persons, not_excluded, seat, seat_cases
from caseflow.access.writing import Row, there_is


def watched(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The actor is a privacy officer for whom the case exists."""
    return and_(IS_PRIVACY_OFFICER, not_excluded(case_id))


def watches_over(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The actor is a privacy officer from whom no case of the person is hidden."""
    return and_(IS_PRIVACY_OFFICER, person_id.not_in(hidden_persons()))


def may_watch_over(row: Row) -> ColumnElement[bool]:
    """The row is about a person of whom no case is hidden from the actor, a privacy officer."""
    return watches_over(row.c.person_id)


def may_be_asked_after(person: Row) -> ColumnElement[bool]:
    """A privacy officer learns whether somebody is known here whom they name, unless a case of theirs is hidden."""
    return watches_over(person.c.id)


def exclusion_row(exclusion: Row) -> ColumnElement[bool]:
    """Seats of the case, and privacy officers for whom it exists; nobody their own, ever. Not by break-glass."""
    return and_(exclusion.c.user_id != ME, or_(seat(exclusion.c.case_id), watched(exclusion.c.case_id)))


def person_exclusion_row(exclusion: Row) -> ColumnElement[bool]:
    """Seats of a case of the person, and privacy officers; nobody their own, ever. Not by break-glass."""
    party = aside(PARTY)
    seated = there_is(party, party.c.person_id == exclusion.c.person_id, party.c.case_id.in_(seat_cases()))
    return and_(exclusion.c.user_id != ME, or_(seated, may_watch_over(exclusion)))


def person_tie_row(tie: Row) -> ColumnElement[bool]:
    """Whose account it is that belongs to a person in the files is for privacy officers; nobody reads their own."""
    return and_(tie.c.user_id != ME, may_watch_over(tie))


def break_glass_row(glass: Row) -> ColumnElement[bool]:
    """Seats of the case and privacy officers; and who broke it themselves, as long as the case exists for them."""
    own = and_(glass.c.user_id == ME, case_exists(glass))
    return or_(seat(glass.c.case_id), watched(glass.c.case_id), own)


def audit_row(row: Row) -> ColumnElement[bool]:
    """Seats read who saw and did what in their case, not by break-glass; privacy officers where the case exists."""
    about_no_hidden_case = or_(row.c.case_id.is_(None), not_excluded(row.c.case_id))
    return or_(and_(IS_PRIVACY_OFFICER, about_no_hidden_case), seat(row.c.case_id))
