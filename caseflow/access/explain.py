"""Why somebody sees a case or an entry, or does not: every rule read aloud, and the links that name them.

For who administers the rules, over a system session: an explanation says more than the one it is about may know.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseflow.access import sets
from caseflow.access.actor import Actor
from caseflow.access.aside import aside
from caseflow.access.asking import values_for
from caseflow.access.reasons import Reason, about_case, about_entry
from caseflow.access.sets import CELL, LINK
from caseflow.models import Case, Entry, Organisation


@dataclass(frozen=True)
class NamedLink:
    """A link that names the user, running or not."""

    id: UUID
    organisation: str
    from_at: datetime
    until_at: datetime
    revoked_at: datetime | None
    runs: bool
    cells: int
    closed: int
    """Cells among these that rest on a consent that does not hold."""


@dataclass(frozen=True)
class Explanation:
    """The decision about a case, and about one entry of it when that was asked."""

    case: Reason
    entry: Reason | None
    links: tuple[NamedLink, ...]

    @property
    def granted(self) -> bool:
        """Whether what was asked about may be read."""
        return (self.entry or self.case).holds


def explain(session: Session, actor: Actor, reference: str, entry: str | None = None) -> Explanation | None:
    """Explain what the rules say to an actor about a case, or about an entry by its id or bundle key.

    Nothing when there is no such case or entry.
    """
    case_id = session.scalar(select(Case.id).where(Case.reference == reference))
    entry_id = None if entry is None else session.scalar(_entry_called(entry, case_id))
    if case_id is None or (entry is not None and entry_id is None):
        return None
    return Explanation(
        case=about_case(session, actor, case_id),
        entry=None if entry_id is None else about_entry(session, actor, entry_id),
        links=_links(session, actor, case_id),
    )


def _entry_called(entry: str, case_id: UUID | None) -> Any:
    try:
        called = Entry.id == UUID(entry)
    except ValueError:
        called = Entry.key == entry
    return select(Entry.id).where(Entry.case_id == case_id, called).limit(1)


def _links(session: Session, actor: Actor, case_id: UUID) -> tuple[NamedLink, ...]:
    link, cell = aside(LINK), aside(CELL)
    cells = select(func.count()).select_from(cell).where(cell.c.link_id == link.c.id).correlate_except(cell)
    closed = cells.where(~sets.cell_is_open(cell, link))
    named = (
        select(
            link.c.id,
            select(Organisation.name).where(Organisation.id == link.c.organisation_id).scalar_subquery(),
            link.c.from_at,
            link.c.until_at,
            link.c.revoked_at,
            sets.is_mine(link),
            cells.scalar_subquery(),
            closed.scalar_subquery(),
        )
        .where(link.c.case_id == case_id, sets.names_me(link))
        .order_by(link.c.from_at, link.c.id)
    )
    return tuple(NamedLink(*row) for row in session.execute(named, values_for(actor)))
