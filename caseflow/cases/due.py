"""What is due, as SQL: whether a milestone is open or overdue follows from its dates and the moment of asking."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, not_, or_

from caseflow.access.asking import NOW, TODAY
from caseflow.models import Milestone

WEEK = 7
"""How far ahead the day's page looks. Unit: days."""
WEEK_END = bindparam("week_end", type_=Milestone.due_on.type)


class Urgency(StrEnum):
    """How near a milestone is."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"


@dataclass(frozen=True)
class DueLine:
    """Something due, in a list over several cases or of one."""

    id: UUID
    kind: str
    due_on: date
    due_at: datetime | None
    case_id: UUID
    reference: str
    party_id: UUID | None
    about: str | None
    owner: str | None


def is_open() -> ColumnElement[bool]:
    """Neither done by today nor stated as not applicable."""
    not_done = or_(Milestone.done_on.is_(None), Milestone.done_on > TODAY)
    return and_(not_done, Milestone.not_applicable.is_(None))


def is_overdue() -> ColumnElement[bool]:
    """The day is over, or the minute where the law counts minutes."""
    return or_(Milestone.due_on < TODAY, and_(Milestone.due_at.is_not(None), Milestone.due_at < NOW))


def is_due_today() -> ColumnElement[bool]:
    """Due today, and the minute has not passed."""
    return and_(Milestone.due_on == TODAY, not_(is_overdue()))


def is_due_this_week() -> ColumnElement[bool]:
    """Due in the days that follow."""
    return and_(Milestone.due_on > TODAY, Milestone.due_on <= WEEK_END, not_(is_overdue()))
