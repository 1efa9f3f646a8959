"""Who reads what stands beside an entry: whom it concerns, where it comes from, to whom it was told, what it said."""

from sqlalchemy import ColumnElement, and_, or_

from caseflow.access.aside import aside
from caseflow.access.asking import ME, MY_ORGANISATION
from caseflow.access.rules.asked import about_party
from caseflow.access.rules.cases import party_exists
from caseflow.access.rules.entries import ENTRY, entry_in_seat, entry_readable, unless_seated
from caseflow.access.writing import Row, there_is


def with_entry(row: Row) -> ColumnElement[bool]:
    """Read with the entry it belongs to."""
    return entry_readable(row.c.entry_id)


def with_entry_and_party(row: Row) -> ColumnElement[bool]:
    """Read with the entry it belongs to, as far as the party exists for the reader."""
    return and_(entry_readable(row.c.entry_id), party_exists(row.c.party_id))


def entry_origin(origin: Row) -> ColumnElement[bool]:
    """Who wrote it and where it comes from is read with the entry; when confidential only by seats and the source.

    Break-glass is no seat here: in an emergency one needs to know what was said, and not who wished to stay unknown.
    """
    entry = aside(ENTRY)
    open_to_readers = there_is(entry, entry.c.id == origin.c.entry_id, entry.c.source_confidential.is_(False))
    known = or_(
        open_to_readers,
        origin.c.source_id == MY_ORGANISATION,
        origin.c.author_id == ME,
        entry_in_seat(origin.c.entry_id),
    )
    return unless_seated(origin.c.entry_id, and_(entry_readable(origin.c.entry_id), known))


def entry_disclosure(disclosure: Row) -> ColumnElement[bool]:
    """To whom a protected fact was disclosed is for seats, not for break-glass; everyone may know of their own."""
    own = and_(disclosure.c.user_id == ME, entry_readable(disclosure.c.entry_id))
    return unless_seated(disclosure.c.entry_id, or_(entry_in_seat(disclosure.c.entry_id), own))


def entry_release(release: Row) -> ColumnElement[bool]:
    """To which organisations the source released is for seats, not for break-glass; others may know of their own."""
    own = and_(release.c.organisation_id == MY_ORGANISATION, entry_readable(release.c.entry_id))
    return unless_seated(release.c.entry_id, or_(entry_in_seat(release.c.entry_id), own))


def entry_beside_seat(row: Row) -> ColumnElement[bool]:
    """For seats alone: why and by whom an entry was disclosed or released."""
    return entry_in_seat(row.c.entry_id)


def entry_version(version: Row) -> ColumnElement[bool]:
    """Earlier texts are for seats. Not by break-glass: what is no longer protected may have been when it was said."""
    return entry_in_seat(version.c.entry_id)


def word_check(check: Row) -> ColumnElement[bool]:
    """Whether protected words were found in an entry, and what was decided, is for seats: not even for who wrote it."""
    return entry_in_seat(check.c.entry_id)


def request_party(row: Row) -> ColumnElement[bool]:
    """Whom a request is about is read with the request, as far as the party exists for the reader."""
    return about_party(row, party_exists(row.c.party_id))
