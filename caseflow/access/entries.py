"""Who may read an entry: the rule that everything else leans on."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, tuple_

from caseflow.access.actor import Actor
from caseflow.access.sets import (
    CELL,
    LINK,
    linked_cases,
    my_cells,
    my_link,
    seat_cases,
    table_of,
)
from caseflow.models import Entry, EntryConcern, EntryDisclosure, EntryOrigin, EntryRelease, User
from caseflow.models.vocabulary import Onward

ENTRY = table_of(Entry)
CONCERN = table_of(EntryConcern)
DISCLOSURE = table_of(EntryDisclosure)
ORIGIN = table_of(EntryOrigin)
RELEASE = table_of(EntryRelease)
USER = table_of(User)


def may_read_entry(actor: Actor) -> ColumnElement[bool]:
    """The entry exists by now, and a seat, the scope of a link, or its own organisation opens it."""
    return and_(recorded(actor), or_(from_a_seat(actor), through_a_link(actor), from_own_organisation(actor)))


def recorded(actor: Actor) -> ColumnElement[bool]:
    """The entry had been recorded."""
    return ENTRY.c.recorded_at <= actor.now


def from_a_seat(actor: Actor) -> ColumnElement[bool]:
    """A seat reads the whole file."""
    return ENTRY.c.case_id.in_(seat_cases(actor))


def through_a_link(actor: Actor) -> ColumnElement[bool]:
    """A named professional reads what the scope of one and the same link opens about every party it concerns."""
    return and_(
        tuple_(ENTRY.c.case_id, ENTRY.c.category).in_(my_cells(actor, LINK.c.case_id, CELL.c.category)),
        ENTRY.c.directors_only.is_(False),
        undisclosed_only_to_named(actor),
        travels(actor),
        one_link_covers_everyone(actor),
    )


def undisclosed_only_to_named(actor: Actor) -> ColumnElement[bool]:
    """A protected fact opens only to the people it was disclosed to by name."""
    named = select(DISCLOSURE.c.entry_id).where(DISCLOSURE.c.user_id == actor.user_id).correlate(None)
    return or_(ENTRY.c.protected.is_(False), ENTRY.c.id.in_(named))


def travels(actor: Actor) -> ColumnElement[bool]:
    """The source lets it travel, or is the actor's own organisation, or released it to that organisation."""
    released = (
        select(RELEASE.c.entry_id).where(RELEASE.c.organisation_id == actor.organisation_id).correlate(None)
    )
    return or_(ENTRY.c.onward == Onward.FREE, own_source(actor), ENTRY.c.id.in_(released))


def own_source(actor: Actor) -> ColumnElement[bool]:
    """The actor's organisation is the source."""
    mine = exists().where(ORIGIN.c.entry_id == ENTRY.c.id, ORIGIN.c.source_id == actor.organisation_id)
    return mine.correlate_except(ORIGIN)


def own_author(actor: Actor) -> ColumnElement[bool]:
    """A member of the actor's organisation wrote it."""
    colleagues = select(USER.c.id).where(USER.c.organisation_id == actor.organisation_id).correlate(None)
    written = exists().where(ORIGIN.c.entry_id == ENTRY.c.id, ORIGIN.c.author_id.in_(colleagues))
    return written.correlate_except(ORIGIN)


def one_link_covers_everyone(actor: Actor) -> ColumnElement[bool]:
    """There is a link of the actor under which every party the entry concerns has a cell in its category."""
    return and_(
        exists().where(CONCERN.c.entry_id == ENTRY.c.id).correlate_except(CONCERN),
        exists()
        .where(LINK.c.case_id == ENTRY.c.case_id, my_link(actor), ~somebody_uncovered())
        .correlate_except(LINK),
    )


def somebody_uncovered() -> ColumnElement[bool]:
    """The entry concerns a party about whom the link at hand does not open the entry's category."""
    covered = (
        exists()
        .where(
            CELL.c.link_id == LINK.c.id,
            CELL.c.party_id == CONCERN.c.party_id,
            CELL.c.category == ENTRY.c.category,
        )
        .correlate_except(CELL)
    )
    return exists().where(CONCERN.c.entry_id == ENTRY.c.id, ~covered).correlate_except(CONCERN)


def from_own_organisation(actor: Actor) -> ColumnElement[bool]:
    """What the own organisation wrote or is the source of stays readable while a link with a cell runs."""
    open_source = and_(own_source(actor), ENTRY.c.directors_only.is_(False), ENTRY.c.protected.is_(False))
    return and_(ENTRY.c.case_id.in_(linked_cases(actor)), or_(own_author(actor), open_source))


def entry_readable(actor: Actor, entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The entry with this id may be read: the rule for everything that belongs to an entry."""
    return exists().where(ENTRY.c.id == entry_id, may_read_entry(actor)).correlate_except(ENTRY)
