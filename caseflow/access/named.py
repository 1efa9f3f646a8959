"""What a statement says it is about, as options of its execution: a case, or entries in it.

Whoever says nothing gets the same rows of these, later: the rules then ask about all cases of the actor, and ask the
rule for entries again at every table below them. Nobody gets more rows by saying something that is not so: seats and
open entries are found, and not said.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from caseflow.access.seated import has_seat

NAMED = "caseflow_named"
THROUGH_ALL = {"caseflow_through_all": True}
"""The options of a statement that goes through all entries: PostgreSQL first finds, together, what is open."""


@dataclass(frozen=True)
class Named:
    """The case, and maybe the entries, that a statement is about; and whether it is the one that finds them.

    Or several cases, of interest where the actor was found to have a seat in all of them.
    """

    case_id: UUID | None
    entry_ids: Collection[UUID] | None = None
    opening: bool = False
    seat_ids: Collection[UUID] | None = None


Options = dict[str, Named]
WITHIN = "within_case"
"""Of a session: the case within which everything in it is asked, or nothing."""


def as_asked(session: Session, named: Named | None) -> Named | None:
    """Return what a statement is about: within a case, when the session stays there, whatever the statement says."""
    case_id: UUID | None = session.info.get(WITHIN)
    if case_id is None or (named is not None and named.case_id == case_id):
        return named
    return Named(case_id, None if named is None else named.entry_ids)


def about(case_id: UUID, entry_ids: Collection[UUID] | None = None) -> Options:
    """Return the options of a statement that asks about one case, or about some of its entries.

    What belongs to other cases or entries is left out. Not for statements that name persons, who may be known from
    another case.
    """
    return {NAMED: Named(case_id, entry_ids)}


def about_entries(entry_ids: Collection[UUID]) -> Options:
    """Return the options of a statement that asks about some entries, of whatever cases."""
    return {NAMED: Named(None, entry_ids)}


def opening(case_id: UUID) -> Options:
    """Return the options of a statement that gives ids of entries of one case, which are asked about next."""
    return {NAMED: Named(case_id, opening=True)}


def about_own(session: Session, case_id: UUID) -> Options:
    """Return the options of a statement that names persons, who from a seat are all known by the case."""
    return about(case_id) if has_seat(session, case_id) else {}


def about_seats(case_ids: Collection[UUID]) -> Options:
    """Return the options of a statement that asks about these cases alone: for who was found to have a seat in each.

    For anybody else the guard takes no notice of it.
    """
    return {NAMED: Named(None, seat_ids=tuple(case_ids))}
