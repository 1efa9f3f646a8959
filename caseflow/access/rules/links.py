"""Who knows with whom a case is shared, what a link opens, and what it rests on."""

from sqlalchemy import ColumnElement, and_, or_

from caseflow.access.aside import aside
from caseflow.access.asking import MY_ORGANISATION
from caseflow.access.rules.cases import seats_only
from caseflow.access.rules.watching import watched
from caseflow.access.sets import (
    CONSENT,
    LINK,
    case_exists,
    cell_is_open,
    runs_for_me,
    seat_first,
    wholly_open,
)
from caseflow.access.writing import Row, looked_up


def link_row(link: Row) -> ColumnElement[bool]:
    """Who the link is for reads it, and privacy officers: organisation, dates and basis, and nothing below it."""
    return or_(link_content(link), watched(link.c.case_id))


def link_content(link: Row) -> ColumnElement[bool]:
    """Seats and break-glass know every link; a professional the running links of their organisation that name them."""
    own = and_(runs_for_me(link), link.c.organisation_id == MY_ORGANISATION)
    return seat_first(link.c.case_id, and_(case_exists(link), or_(wholly_open(link), own)))


def with_link(row: Row) -> ColumnElement[bool]:
    """Why a link is there, whom it names and what it opens is for seats, for break-glass and for whom it names."""
    link = aside(LINK)
    return looked_up(link, link.c.id == row.c.link_id, link_content(link))


def scope_cell(cell: Row) -> ColumnElement[bool]:
    """What a link opens is read with it, by whom it names as far as it is open: what it rests on holds."""
    link = aside(LINK)
    known = or_(wholly_open(link), cell_is_open(cell, link))
    return looked_up(link, link.c.id == cell.c.link_id, link_content(link), known)


def with_consent(row: Row) -> ColumnElement[bool]:
    """What a consent covers is read with it: from a seat."""
    consent = aside(CONSENT)
    return looked_up(consent, consent.c.id == row.c.consent_id, seats_only(consent))
