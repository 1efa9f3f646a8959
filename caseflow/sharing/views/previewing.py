"""A page as somebody whom a link names gets it: before it is saved, and at any time after."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.access.check import Act
from caseflow.cases.frame import case_frame, case_url
from caseflow.cases.parties.queries import relationships_of
from caseflow.cases.queries import CaseHead, parties_of
from caseflow.cases.words import party_names, sentence
from caseflow.sharing.preview import (
    NamedLink,
    Reach,
    Receiver,
    Seen,
    lines_of,
    named_link,
    receiver,
    see,
    try_out,
)
from caseflow.sharing.views.room import bp, case_with
from caseflow.web.seen_by import seen_by
from caseflow.web.session import session
from caseflow.web.viewer import Viewer, now

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAGES: dict[str, Any] = {
    "overview": _l("Overview"),
    "timeline": _l("Timeline"),
    "milestones": _l("My milestones"),
    "partners": _l("What you may read"),
}
"""The pages of a case that a partner has, by their part of the address."""
NOT_KEPT = frozenset({"csrf_token", "once", "step", "who", "page"})
"""What stands on a form that belongs to this sending only."""


@dataclass(frozen=True)
class Placing:
    """A link that is not saved: whom it is shown for, from when, how it is put in its place, and where it is saved."""

    user_ids: tuple[UUID, ...]
    moment: datetime
    place: Callable[[], object]
    back: str
    save: str


@dataclass(frozen=True)
class Chosen:
    """Who is looked along with, and at which page."""

    who: Receiver
    page: str

    def show(self, reference: str, moment: datetime) -> Callable[["Session"], str | None]:
        """Return how the page is made with a session of theirs."""
        path = case_url(reference, "" if self.page == "overview" else self.page)
        actor = self.who.at(moment)
        locale = self.who.locale or str(get_locale())  # who never chose gets it as who looks along does
        viewer = Viewer(actor, self.who.name, self.who.email, self.who.organisation, locale)
        return lambda theirs: seen_by(viewer, theirs, moment, path)


@bp.get("/partners/<uuid:link_id>/preview")
def preview(reference: str, link_id: UUID) -> ResponseReturnValue:
    head = case_with(reference, Act.LINK_SET)
    link: NamedLink = named_link(session(), head.id, link_id) or abort(404)
    chosen = _chosen(link.people, request.args)
    moment = max(now(), link.from_at)
    page = see(session(), head.id, chosen.who.at(moment), chosen.show(reference, moment))
    return _page(head, "preview", link=link, people=link.people, chosen=chosen, moment=moment, shown=page)


def previewed(head: CaseHead, placing: Placing) -> ResponseReturnValue:
    """Show what the link would let somebody see, with the whole form to go on from.

    Raises:
        RefusedError: the link cannot be.
        EditConflictError: somebody else changed it meanwhile.
    """
    people = dict.fromkeys(placing.user_ids, "")
    chosen = _chosen(people, request.form)
    actor = chosen.who.at(placing.moment)
    show = chosen.show(head.reference, placing.moment)
    seen = try_out(session(), head.id, actor, placing.place, show)
    return _page(
        head,
        "preview_draft",
        placing=placing,
        people={
            one: found.name for one in placing.user_ids for found in (receiver(session(), one),) if found
        },
        chosen=chosen,
        moment=placing.moment,
        shown=seen.page,
        differences=_differences(head, seen),
        kept=[(name, value) for name, value in request.form.items(multi=True) if name not in NOT_KEPT],
    )


def _page(head: CaseHead, template: str, **values: Any) -> str:
    return render_template(
        f"sharing/{template}.html", frame=case_frame(head, "partners"), pages=PAGES, **values
    )


def _chosen(people: dict[UUID, str], asked: Any) -> Chosen:
    """Return who and which page was chosen, or the first of each; whom the link does not name is not there."""
    typed = asked.get("who", "")
    who = next((one for one in people if not typed or str(one) == typed), None)
    found = None if who is None else receiver(session(), who)
    page = asked.get("page", "overview")
    if found is None or page not in PAGES:
        abort(404)
    return Chosen(found, page)


def _differences(head: CaseHead, seen: Seen) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (_("Becomes readable"), "gained", _listed(head, seen.gained)),
        (_("Is no longer readable"), "lost", _listed(head, seen.lost)),
    ]


def _listed(head: CaseHead, reach: Reach) -> dict[str, Any]:
    """Return what stands in a difference, as the director finds it back."""
    if not reach:
        return {}
    names = party_names(parties_of(session(), head.id))
    return {
        "entries": lines_of(session(), head.id, reach.entries),
        "parties": _named(names, reach.parties),
        "names": _named(names, reach.names),
        "relationships": [
            (one.id, sentence(one.kind, names[one.from_party_id], names[one.to_party_id]))
            for one in (relationships_of(session(), head.id) if reach.relationships else ())
            if one.id in reach.relationships
        ],
    }


def _named(names: dict[UUID, str], wanted: Iterable[UUID]) -> list[tuple[UUID, str]]:
    known = frozenset(wanted)
    return [(party_id, name) for party_id, name in names.items() if party_id in known]
