"""Who may read an entry: the rule that everything else leans on."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, tuple_

from caseflow.access.aside import aside
from caseflow.access.asking import ME, MY_ORGANISATION, NOW
from caseflow.access.sets import (
    CELL,
    LINK,
    Row,
    case_exists,
    cell_is_open,
    in_force,
    linked_cases,
    looked_up,
    not_revoked,
    opened_cases,
    running_cells,
    runs_for_me,
    sat_in,
    table_of,
    there_is,
)
from caseflow.models import (
    Entry,
    EntryConcern,
    EntryDisclosure,
    EntryOrigin,
    EntryRelease,
    User,
    WordCheck,
)
from caseflow.models.vocabulary import Onward

ENTRY = table_of(Entry)
CONCERN = table_of(EntryConcern)
DISCLOSURE = table_of(EntryDisclosure)
ORIGIN = table_of(EntryOrigin)
RELEASE = table_of(EntryRelease)
USER = table_of(User)
CHECK = table_of(WordCheck)


def may_read_entry(entry: Row) -> ColumnElement[bool]:
    """Rules 1 to 7: it was recorded, and a seat, the scope of a link, the own organisation or break-glass opens it."""
    opened = or_(
        from_a_seat(entry), through_a_link(entry), from_own_organisation(entry), by_break_glass(entry)
    )
    return and_(case_exists(entry), recorded(entry), opened)


def may_read_as_partner(entry: Row) -> ColumnElement[bool]:
    """What of this somebody may read who has no seat: rules 3 and 4."""
    opened = or_(through_a_link(entry), from_own_organisation(entry))
    return and_(case_exists(entry), recorded(entry), opened)


def recorded(entry: Row) -> ColumnElement[bool]:
    """The entry had been recorded by now."""
    return entry.c.recorded_at <= NOW


def from_a_seat(entry: Row) -> ColumnElement[bool]:
    """A seat reads the whole file."""
    return sat_in(entry)


def by_break_glass(entry: Row) -> ColumnElement[bool]:
    """Break-glass opens what a seat reads, what is held back among it, and no protected fact."""
    return and_(entry.c.case_id.in_(opened_cases()), entry.c.protected.is_(False))


def through_a_link(entry: Row) -> ColumnElement[bool]:
    """A named professional reads what the scope of one and the same link opens about every party it concerns."""
    return and_(
        in_open_category(entry),
        not_for_directors_only(entry),
        not_protected_or_disclosed(entry),
        travels(entry),
        not_held_back(entry),
        one_link_covers_everyone(entry),
    )


def in_open_category(entry: Row) -> ColumnElement[bool]:
    """Some link opens the category about somebody in the case. Implied by the last step, and far quicker to find."""
    return tuple_(entry.c.case_id, entry.c.category).in_(running_cells("case_id", "category"))


def not_for_directors_only(entry: Row) -> ColumnElement[bool]:
    """The entry is not kept among directors."""
    return entry.c.directors_only.is_(False)


def not_protected_or_disclosed(entry: Row) -> ColumnElement[bool]:
    """A protected fact opens only to the people it was disclosed to by name, as long as that holds."""
    disclosure = aside(DISCLOSURE)
    to_me = select(disclosure.c.entry_id).where(disclosure.c.user_id == ME, still_disclosed(disclosure))
    return or_(entry.c.protected.is_(False), entry.c.id.in_(to_me))


def still_disclosed(disclosure: Row) -> ColumnElement[bool]:
    """The disclosure holds: from (included) until (excluded), open where they are absent, and not revoked."""
    return and_(in_force(disclosure), not_revoked(disclosure))


def travels(entry: Row) -> ColumnElement[bool]:
    """The source lets it travel, or is the actor's own organisation, or released it to that organisation."""
    release = aside(RELEASE)
    released = there_is(
        release, release.c.entry_id == entry.c.id, release.c.organisation_id == MY_ORGANISATION
    )
    return or_(entry.c.onward == Onward.FREE, own_source(entry), released)


def not_held_back(entry: Row) -> ColumnElement[bool]:
    """The entry is not held back: no protected words were found in its latest version, or a seat let it go."""
    check, later = aside(CHECK), aside(CHECK)
    superseded = there_is(later, later.c.entry_id == check.c.entry_id, later.c.version > check.c.version)
    return ~there_is(check, check.c.entry_id == entry.c.id, check.c.held.is_(True), ~superseded)


def own_source(entry: Row) -> ColumnElement[bool]:
    """The actor's organisation is the source."""
    origin = aside(ORIGIN)
    return there_is(origin, origin.c.entry_id == entry.c.id, origin.c.source_id == MY_ORGANISATION)


def own_author(entry: Row) -> ColumnElement[bool]:
    """A member of the actor's organisation wrote it."""
    origin, user = aside(ORIGIN), aside(USER)
    written = origin.join(user, user.c.id == origin.c.author_id)
    return there_is(written, origin.c.entry_id == entry.c.id, user.c.organisation_id == MY_ORGANISATION)


def one_link_covers_everyone(entry: Row) -> ColumnElement[bool]:
    """Under one link of the actor, every party that the entry concerns has a cell in the entry's category."""
    link = aside(LINK)
    return and_(
        concerns_somebody(entry),
        there_is(
            link, link.c.case_id == entry.c.case_id, runs_for_me(link), ~somebody_uncovered(entry, link)
        ),
    )


def concerns_somebody(entry: Row) -> ColumnElement[bool]:
    """The entry is about a party: one about nobody is for seats."""
    concern = aside(CONCERN)
    return there_is(concern, concern.c.entry_id == entry.c.id)


def somebody_uncovered(entry: Row, link: Row) -> ColumnElement[bool]:
    """The entry concerns a party about whom the link does not open the entry's category."""
    concern = aside(CONCERN)
    return there_is(concern, concern.c.entry_id == entry.c.id, ~covered(concern, entry, link))


def covered(concern: Row, entry: Row, link: Row) -> ColumnElement[bool]:
    """The link has an open cell for this party in the entry's category."""
    cell = aside(CELL)
    return there_is(
        cell,
        cell.c.link_id == link.c.id,
        cell.c.party_id == concern.c.party_id,
        cell.c.category == entry.c.category,
        cell_is_open(cell, link),
    )


def from_own_organisation(entry: Row) -> ColumnElement[bool]:
    """What the own organisation wrote or is the source of stays readable while a link with a cell runs."""
    open_source = and_(own_source(entry), entry.c.directors_only.is_(False), entry.c.protected.is_(False))
    return and_(entry.c.case_id.in_(linked_cases()), or_(own_author(entry), open_source))


def entry_readable(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The entry with this id may be read: the rule for everything that belongs to an entry."""
    entry = aside(ENTRY)
    return looked_up(entry, entry.c.id == entry_id, may_read_entry(entry))
