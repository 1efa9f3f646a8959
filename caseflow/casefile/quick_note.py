"""Where a quick note stands, and about whom: the least that is of use (ADR 0002)."""

from uuid import UUID

from sqlalchemy.orm import Session

from caseflow.access.check import Act, ForbiddenError
from caseflow.access.guard import actor_of
from caseflow.casefile.queries import scope
from caseflow.cases.queries import CaseHead, parties_of
from caseflow.clock import local_date
from caseflow.models.vocabulary import Category

QUICK_NOTE_CATEGORIES = (Category.SAFETY, Category.CARE, *Category)
"""In which of the categories that are open to a professional their quick note stands: the first of these."""


def place_of_note(session: Session, case: CaseHead) -> tuple[Category, tuple[UUID, ...]]:
    """Return the category of a note and whom it concerns.

    Raises:
        ForbiddenError: the actor has no seat, and no link opens anything to them.
    """
    return _of_seat(session, case) if case.seated else _of_professional(session, case)


def _of_seat(session: Session, case: CaseHead) -> tuple[Category, tuple[UUID, ...]]:
    today = local_date(actor_of(session).now)
    parties = parties_of(session, case.id)
    current = [party.id for party in parties if any(role.runs_on(today) for role in party.roles)]
    return Category.ANALYSIS, tuple(current or (party.id for party in parties))


def _of_professional(session: Session, case: CaseHead) -> tuple[Category, tuple[UUID, ...]]:
    links = scope(session, case.id).links
    for category in QUICK_NOTE_CATEGORIES:
        opened: list[frozenset[UUID]] = [cells[category] for cells in links if category in cells]
        if opened:
            widest: frozenset[UUID] = max(opened, key=len)
            return category, tuple(widest)
    raise ForbiddenError(Act.ENTRY_WRITE)
