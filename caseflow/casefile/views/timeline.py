"""The timeline of a case."""

from itertools import groupby
from typing import Any
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from caseflow.access.check import can_contribute
from caseflow.casefile.forms.filters import FilterForm
from caseflow.casefile.forms.notes import NoteForm
from caseflow.casefile.queries import home_bans
from caseflow.casefile.showing import Shown, is_running_ban, names_for, shown
from caseflow.casefile.timeline import TimelinePage, sources, timeline
from caseflow.casefile.views.room import bp, the_case
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, PartyLine, parties_of
from caseflow.cases.words import party_name
from caseflow.web.session import session
from caseflow.web.templating import show_date
from caseflow.web.viewer import now

MONTH = "MMMM y"


@bp.get("/timeline")
def case_timeline(reference: str) -> ResponseReturnValue:
    case = the_case(reference)
    return timeline_page(case, NoteForm(formdata=None))


def timeline_page(case: CaseHead, note: NoteForm, status: int = 200) -> ResponseReturnValue:
    """Show the timeline as the address asks for it, with the quick note above it."""
    parties = parties_of(session(), case.id)
    filters = FilterForm.asked(
        request.args, [(one.id, party_name(one)) for one in parties], sources(session(), case.id)
    )
    page = timeline(
        session(), case.id, filters.wanted(older_than=_cursor("older"), newer_than=_cursor("newer"))
    )
    answer = render_template(
        "casefile/timeline.html",
        frame=case_frame(case, "timeline"),
        case=case,
        months=_by_month(_shown(case, page, parties)),
        filters=filters,
        note=note,
        may_write=case.seated or can_contribute(session(), case.id),
        **_links(case, page, filters),
    )
    return answer, 422 if filters.errors else status


def _cursor(name: str) -> UUID | None:
    given = request.args.get(name)
    if given is None:
        return None
    try:
        return UUID(given)
    except ValueError:
        abort(404)


def _shown(case: CaseHead, page: TimelinePage, parties: list[PartyLine]) -> list[Shown]:
    names = names_for(parties, page.users, page.organisations)
    running = any(is_running_ban(entry.draft.data, now()) for entry in page.entries)
    bans = home_bans(session(), case.id) if running else []
    return [shown(entry, names, now(), bans) for entry in page.entries]


def _by_month(entries: list[Shown]) -> list[tuple[str, list[Shown]]]:
    months = groupby(entries, key=lambda entry: show_date(entry.draft.occurred_at, MONTH))
    return [(month, list(those)) for month, those in months]


def _links(case: CaseHead, page: TimelinePage, filters: FilterForm) -> dict[str, Any]:
    def url(**cursor: Any) -> str:
        asked: dict[str, Any] = {**filters.address, **cursor}
        return url_for(".case_timeline", reference=case.reference, **asked)

    return {
        "newer_url": url(newer=page.newer_than) if page.newer_than else "",
        "older_url": url(older=page.older_than) if page.older_than else "",
    }
