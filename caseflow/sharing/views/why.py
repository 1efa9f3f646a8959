"""Why can I see this, why can I not, and for seats: who can. Answered by the reading rules themselves."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act
from caseflow.access.reasons import Reason
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, get_case, parties_of
from caseflow.cases.words import party_names, scope_lines
from caseflow.sharing.preview import EntryLine, Receiver, receiver
from caseflow.sharing.queries import LinkLine, links
from caseflow.sharing.views.room import bp, case_with
from caseflow.sharing.why import TheirReading, Why, entry_line, who_sees, why_case, why_entry
from caseflow.sharing.words import SEATS, rule_in_words, standing_badge
from caseflow.web.session import session


@bp.get("/why", endpoint="why")
def why_this_case(reference: str) -> ResponseReturnValue:
    case: CaseHead = get_case(session(), reference) or abort(404)
    return _why_page(case, why_case(session(), case), None)


@bp.get("/entries/<uuid:entry_id>/why", endpoint="why_entry")
def why_this_entry(reference: str, entry_id: UUID) -> ResponseReturnValue:
    case: CaseHead = get_case(session(), reference) or abort(404)
    entry: EntryLine = entry_line(session(), case, entry_id) or abort(404)
    return _why_page(case, why_entry(session(), case, entry_id), entry)


@bp.get("/entries/<uuid:entry_id>/who-sees", endpoint="who_sees")
def who_sees_this(reference: str, entry_id: UUID) -> ResponseReturnValue:
    case = case_with(reference, Act.LINK_SET)
    entry: EntryLine = entry_line(session(), case, entry_id) or abort(404)
    found = links(session(), case.id)
    people = _people(found)
    who = _chosen(people)
    said: TheirReading | None = None if who is None else who_sees(session(), case, entry.id, found, who)
    return render_template(
        "sharing/who_sees.html",
        frame=case_frame(case, "timeline"),
        entry=entry,
        people=people,
        who=who,
        said=said,
        rule=rule_in_words,
        badge_of=standing_badge,
    )


def _why_page(case: CaseHead, why: Why, entry: EntryLine | None) -> str:
    return render_template(
        "sharing/why.html",
        frame=case_frame(case, "" if entry is None else "timeline"),
        case=case,
        entry=entry,
        why=why,
        through=_through(case, why),
        names={} if case.seated else party_names(parties_of(session(), case.id)),
        said=scope_lines,
        rule=rule_in_words,
    )


def _through(case: CaseHead, why: Why) -> list[tuple[str, datetime | None]]:
    """Return each seat, link or opening by break-glass that lets the reader in, and its end where it has one."""
    return [
        *((str(words), why.deputy_until if ends else None) for words, ends in _seats(why.into_case)),
        *((_("The link with %(name)s", name=link.organisation), link.until_at) for link in why.opening),
        *([(_("Break-glass"), case.open_until)] if case.open_until else []),
    ]


def _seats(ways: list[Reason]) -> list[tuple[Any, bool]]:
    return [SEATS[way.rule] for way in ways if way.rule in SEATS]


def _people(found: list[LinkLine]) -> dict[UUID, str]:
    """Return whom links of the case name, with the organisation by whose link."""
    named = {one.id: f"{one.name} – {link.organisation}" for link in found for one in link.professionals}
    return dict(sorted(named.items(), key=lambda item: (item[1], item[0])))


def _chosen(people: dict[UUID, str]) -> Receiver | None:
    """Return who was chosen, or nobody; whom no link names is not there."""
    typed = request.args.get("who", "")
    if not typed:
        return None
    who = next((one for one in people if str(one) == typed), None)
    return (None if who is None else receiver(session(), who)) or abort(404)
