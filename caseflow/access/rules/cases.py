"""Who knows that a case exists, and who is in it: parties, persons, relationships, milestones."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from caseflow.access.aside import aside
from caseflow.access.asking import ME
from caseflow.access.sets import (
    CELL,
    LINK,
    PARTY,
    case_exists,
    cell_is_open,
    my_cases,
    open_parties,
    parties_open_in,
    runs_for_me,
    seat,
    seat_first,
    wholly_open,
)
from caseflow.access.writing import Row, among, looked_up, manner, there_is
from caseflow.models.vocabulary import Category, RelationshipKind

SAFETY_RELATIONS = (RelationshipKind.VIOLENCE_AGAINST, RelationshipKind.NO_CONTACT_WITH)


def seats_only(row: Row) -> ColumnElement[bool]:
    """Only seats of the case read this; break-glass does not open it."""
    return seat(row.c.case_id)


def whole_file(row: Row) -> ColumnElement[bool]:
    """Seats of the case read this, and who opened the case by break-glass, until it ends."""
    return seat_first(row.c.case_id, and_(case_exists(row), wholly_open(row)))


def case_row(case: Row) -> ColumnElement[bool]:
    """A case exists for its seats, for who has a link that opens at least one cell, and for who broke the glass."""
    return seat(case.c.id) if manner.get().seated else case.c.id.in_(my_cases())


def party_row(party: Row) -> ColumnElement[bool]:
    """A party exists for seats, for break-glass, and for who has a cell about it."""
    opened = or_(wholly_open(party), among(open_parties(), party.c.id))
    return seat_first(party.c.case_id, and_(case_exists(party), opened))


def party_exists(party_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The party with this id exists for the actor."""
    party = aside(PARTY)
    return looked_up(party, party.c.id == party_id, party_row(party))


def party_identified(party: Row) -> ColumnElement[bool]:
    """The party may be known by name: from a seat, by break-glass, or with identity in scope."""
    named = among(parties_open_in(Category.IDENTITY), party.c.id)
    return seat_first(party.c.case_id, and_(case_exists(party), or_(wholly_open(party), named)))


def party_role(role: Row) -> ColumnElement[bool]:
    """The roles of a party are read with its identity."""
    party = aside(PARTY)
    return looked_up(party, party.c.id == role.c.party_id, party_identified(party))


def person(row: Row) -> ColumnElement[bool]:
    """A person is known through a party that may be known by name."""
    party = aside(PARTY)
    return looked_up(party, party.c.person_id == row.c.id, party_identified(party))


def relationship_row(relationship: Row) -> ColumnElement[bool]:
    """A seat and break-glass read it; else one link opens relations (for violence, no contact: safety) of both ends."""
    opened = and_(case_exists(relationship), relationship_opened(relationship))
    return seat_first(relationship.c.case_id, opened)


def relationship_opened(relationship: Row) -> ColumnElement[bool]:
    """The same without a seat, in a case that exists for the actor."""
    about_safety = relationship.c.kind.in_(SAFETY_RELATIONS)
    return or_(
        wholly_open(relationship),
        and_(~about_safety, both_ends(relationship, Category.RELATIONS)),
        and_(about_safety, both_ends(relationship, Category.SAFETY)),
    )


def both_ends(relationship: Row, category: Category) -> ColumnElement[bool]:
    """One link of the actor opens the category about both ends."""
    here, there, link = aside(CELL), aside(CELL), aside(LINK)
    pairs = here.join(there, there.c.link_id == here.c.link_id).join(link, link.c.id == here.c.link_id)
    return there_is(
        pairs,
        here.c.party_id == relationship.c.from_party_id,
        there.c.party_id == relationship.c.to_party_id,
        here.c.category == category,
        there.c.category == category,
        runs_for_me(link),
        cell_is_open(here, link),
        cell_is_open(there, link),
    )


def milestone_row(milestone: Row) -> ColumnElement[bool]:
    """Seats and break-glass read every milestone; a linked professional those they own."""
    return seat_first(milestone.c.case_id, and_(case_exists(milestone), milestone_opened(milestone)))


def milestone_opened(milestone: Row) -> ColumnElement[bool]:
    """The same without a seat, in a case that exists for the actor."""
    return or_(wholly_open(milestone), milestone.c.owner_id == ME)
