"""The top of every page of a case: what it is called, how it stands, and the pages that this reader has."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.cases.queries import CaseHead
from caseflow.web.templating import show_date, show_moment
from caseflow.web.terms import term

SEAT_PAGES: tuple[tuple[str, Any], ...] = (
    ("", _l("Overview")),
    ("timeline", _l("Timeline")),
    ("parties", _l("Parties")),
    ("partners", _l("Partners")),
    ("milestones", _l("Milestones")),
    ("access", _l("Who read this file")),
    ("manage", _l("Manage")),
)
"""The pages of a case for its seats, by their part of the address."""
LINK_PAGES: tuple[tuple[str, Any], ...] = (
    ("", _l("Overview")),
    ("timeline", _l("Timeline")),
    ("milestones", _l("My milestones")),
)
"""The pages of a case for a linked professional."""
GLASS_PAGES = (*LINK_PAGES[:2], ("milestones", _l("Milestones")))
"""The pages of a case for who opened it by break-glass."""


@dataclass(frozen=True)
class Tab:
    """A page of the case."""

    label: str
    url: str
    current: bool
    count: int | None = None


@dataclass(frozen=True)
class CaseFrame:
    """What templates/cases/frame.html shows around a page of a case."""

    reference: str
    url: str
    tabs: tuple[Tab, ...]
    status: tuple[str, str]
    phase: tuple[str, str] | None
    facts: tuple[tuple[str, str], ...]
    seated: bool


def case_url(reference: str, page: str = "") -> str:
    """Return the address of a page of a case."""
    overview = url_for("cases.overview", reference=reference)
    return f"{overview}/{page}" if page else overview


def case_frame(case: CaseHead, here: str = "") -> CaseFrame:
    """Make the frame of a page; `here` is the page's part of the address, such as `timeline`.

    A page without a tab of its own is reached from the page on which the case is managed, and from the overview by
    whoever manages nothing.
    """
    pages = SEAT_PAGES if case.seated else GLASS_PAGES if case.open_until else LINK_PAGES
    current = here if here in dict(pages) else "manage" if case.seated else ""
    return CaseFrame(
        reference=case.reference,
        url=case_url(case.reference),
        tabs=tuple(Tab(str(label), case_url(case.reference, page), page == current) for page, label in pages),
        status=(_("Closed"), "neutral") if case.is_closed else (_("Under direction"), "info"),
        phase=(str(term(case.phase)), "neutral") if case.phase and not case.is_closed else None,
        facts=tuple(_facts(case)),
        seated=case.seated,
    )


def _facts(case: CaseHead) -> list[tuple[str, str]]:
    facts = [(_("Director"), case.director)]
    if case.contact_point_id != case.director_id:
        facts.append((_("Stands in now"), case.contact_point))
    if case.open_until is not None:
        facts.insert(0, (_("Break-glass, until"), show_moment(case.open_until)))
    return [*facts, (_("Organisation"), case.organisation), (_("Opened"), show_date(case.opened_on))]
