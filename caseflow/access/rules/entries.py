"""Who may read an entry: the rule that everything else leans on."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Uuid, and_, func, or_, select, true

from caseflow.access.aside import aside
from caseflow.access.asking import ALL_FOUND, FOUND_OPEN, ME, MY_ORGANISATION, NAMED_ENTRIES, OPEN_ENTRIES
from caseflow.access.sets import (
    CELL,
    LINK,
    case_exists,
    cell_is_open,
    existing,
    in_force,
    linked_cases,
    not_excluded,
    not_revoked,
    opened_cases,
    running_cells,
    runs_for_me,
    sat_in,
    seat,
)
from caseflow.access.writing import (
    OfOne,
    Row,
    RowRule,
    among,
    asked_apart,
    looked_up,
    manner,
    now_once,
    one_set,
    table_of,
    there_is,
)
from caseflow.db import is_one_of
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
    """It was recorded, and a seat, the scope of a link, the own organisation or break-glass opens it: rules 1 to 7."""
    if manner.get().seated:
        return and_(recorded(entry), seat(entry.c.case_id))
    if manner.get().ask_apart:
        ways = or_(*(way(entry) for way in WITHOUT_A_SEAT))
        opened_now = and_(not_all_found(), not_excluded(entry.c.case_id), ways)
        return and_(recorded(entry), or_(seat(entry.c.case_id), found_open_before(entry.c.id), opened_now))
    return and_(recorded(entry), opened(entry))


def opened(entry: Row) -> ColumnElement[bool]:
    """Its case exists for the actor, and one of the ways in opens the entry."""
    ways = (from_a_seat, through_a_link, from_own_organisation, by_break_glass)
    return and_(case_exists(entry), or_(*(way(entry) for way in ways)))


def opened_to_partner(entry: Row) -> ColumnElement[bool]:
    """What of this a partner may read, in a case that they are linked to: rules 3 and 4."""
    ways = (through_a_link, from_own_organisation)
    return and_(recorded(entry), or_(*(way(entry) for way in ways)))


def recorded(entry: Row) -> ColumnElement[bool]:
    """The entry had been recorded by now."""
    return entry.c.recorded_at <= now_once()


def from_a_seat(entry: Row) -> ColumnElement[bool]:
    """A seat reads the whole file."""
    return sat_in(entry)


def by_break_glass(entry: Row) -> ColumnElement[bool]:
    """Break-glass opens what a seat reads, what is held back among it, and no protected fact."""
    return and_(among(opened_cases(), entry.c.case_id), entry.c.protected.is_(False))


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
    """Some link opens the category about somebody in the case.

    Implied by the last step, and far quicker to find among many; not asked where each entry is looked up by itself.
    """
    if not manner.get().gathers:
        return true()
    if manner.get().by_row:
        return link_has_category(entry)
    return among(running_cells("case_id", "category"), entry.c.case_id, entry.c.category)


def link_has_category(entry: Row) -> ColumnElement[bool]:
    """A running link of the actor has a cell in the entry's category."""
    link, cell = aside(LINK), aside(CELL)
    has = there_is(cell, cell.c.link_id == link.c.id, cell.c.category == entry.c.category)
    return there_is(link, link.c.case_id == entry.c.case_id, runs_for_me(link), has)


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


def own_origin(entry: Row) -> ColumnElement[bool]:
    """A member of the actor's organisation wrote it, or their organisation is the source of it and it lies open."""
    origin, user = aside(ORIGIN), aside(USER)
    wrote = there_is(user, user.c.id == origin.c.author_id, user.c.organisation_id == MY_ORGANISATION)
    lies_open = and_(entry.c.directors_only.is_(False), entry.c.protected.is_(False))
    gave = and_(origin.c.source_id == MY_ORGANISATION, lies_open)
    return there_is(origin, origin.c.entry_id == entry.c.id, or_(gave, wrote))


def one_link_covers_everyone(entry: Row) -> ColumnElement[bool]:
    """One link of the actor opens the entry's category about everybody whom the entry concerns.

    Every party has a cell in it, under one and the same link.
    """
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
    return and_(own_origin(entry), among(linked_cases(), entry.c.case_id))


def entry_readable(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The entry with this id may be read: the rule for everything that belongs to an entry."""
    if manner.get().entries_opened:
        return is_one_of(entry_id, OPEN_ENTRIES)
    if manner.get().entries_named:
        return among(named_entries(), entry_id)
    if manner.get().ask_apart:
        opened_now = and_(not_all_found(), entry_opened(entry_id))
        return or_(found_open_before(entry_id), entry_in_seat(entry_id), opened_now)
    entry = aside(ENTRY)
    return looked_up(entry, entry.c.id == entry_id, may_read_entry(entry))


@one_set
def named_entries() -> Select[Any]:
    """Those of the entries about which a statement asks that may be read: never more than the rule gives."""
    return open_entries()


def open_entries() -> Select[Any]:
    """The same, of the entries that PostgreSQL is told to look at."""
    entry = aside(ENTRY)
    return select(entry.c.id).where(is_one_of(entry.c.id, NAMED_ENTRIES), may_read_entry(entry))


def open_beside_seats() -> Select[Any]:
    """All entries that something else than a seat opens."""
    entry = aside(ENTRY)
    here = entry.c.case_id.in_(existing(linked_cases(), opened_cases()))
    return select(entry.c.id).where(here, recorded(entry), or_(*(way(entry) for way in WITHOUT_A_SEAT)))


def not_all_found() -> ColumnElement[bool]:
    """There may be more that is open without a seat than PostgreSQL found before."""
    return ALL_FOUND.is_not(true())


def found_open_before(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """PostgreSQL found the entry open in this transaction: it would ask the same at every table below an entry."""
    return entry_id.in_(select(func.unnest(FOUND_OPEN, type_=Uuid()).column_valued()))


def with_its_entry(row: Row) -> ColumnElement[bool]:
    """A row that has the id of an entry is read with it."""
    return entry_readable(row.c.id)


def opened_by(way: RowRule) -> OfOne:
    """The entry with this id was recorded by now, its case exists for the actor, and this way in opens it.

    Each way leads into the case, so that it exists for whoever has it and is not excluded.
    """

    def asked(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
        entry = aside(ENTRY)
        here = and_(entry.c.id == entry_id, recorded(entry), not_excluded(entry.c.case_id))
        return looked_up(entry, here, way(entry))

    return asked


WITHOUT_A_SEAT = (through_a_link, from_own_organisation, by_break_glass)
entry_opened = asked_apart("entry_opened", [opened_by(way) for way in WITHOUT_A_SEAT])
"""Something else than a seat opens the entry with this id."""


def entry_in_seat(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The entry was recorded by now, in a case in which the actor has a seat."""
    if manner.get().seated:
        return entry_readable(entry_id)
    entry = aside(ENTRY)
    return looked_up(entry, entry.c.id == entry_id, recorded(entry), seat(entry.c.case_id))


def unless_seated(entry_id: ColumnElement[Any], rule: ColumnElement[bool]) -> ColumnElement[bool]:
    """A rule about what belongs to an entry, which a seat in its case always passes."""
    return entry_in_seat(entry_id) if manner.get().seated else rule
