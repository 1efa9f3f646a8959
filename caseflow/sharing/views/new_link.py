"""Linking a partner: one page, on which the choice of the organisation opens what fits it."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act
from caseflow.casefile.forms.words import instead
from caseflow.cases.refusals import RefusedError
from caseflow.clock import local_date
from caseflow.sharing import actions, queries
from caseflow.sharing.actions import Renewal
from caseflow.sharing.forms import NewLinkForm, usual_end
from caseflow.sharing.leaks import settle
from caseflow.sharing.moments import from_moment
from caseflow.sharing.people import partner_organisations
from caseflow.sharing.queries import LinkLine
from caseflow.sharing.views.desk import Desk
from caseflow.sharing.views.previewing import Placing, previewed
from caseflow.sharing.views.room import bp, case_with
from caseflow.sharing.warnings import Proposed
from caseflow.sharing.words import put_beside_field
from caseflow.web.given import given
from caseflow.web.session import session
from caseflow.web.viewer import now


@bp.route("/partners/new", methods=["GET", "POST"])
def new_partner(reference: str) -> ResponseReturnValue:
    head = case_with(reference, Act.LINK_SET)
    before = _link_before(head.id)
    form = NewLinkForm(**_at_first(before))
    desk = Desk(head, form.organisation_id.data)
    _offer(desk, form)
    _fill_in_usual_end(desk, form)
    ticked_for_them = _tick_what_is_usual(desk, form)
    step = request.form.get("step")
    if not form.is_submitted() or step == "people":
        return _page(desk, form, before)
    if step == "preview":
        return _preview(desk, form, before)
    desk.ask(form, _proposed(desk, form))
    if step == "edit":
        return _page(desk, form, before)
    if form.validate() and not ticked_for_them:
        try:
            settle(session(), head, request.form, instead())
            actions.link_partner(session(), head.id, form.command(_renewal(form, before)))
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("The partner is linked. The people you chose can read what you ticked."), "ok")
            return redirect(url_for("sharing.partners", reference=reference), 303)
    if ticked_for_them:
        form.refuse("scope", _("These boxes were ticked for you just now. Look at them, and save again."))
    return _page(desk, form, before), 422


def _preview(desk: Desk, form: NewLinkForm, before: LinkLine | None) -> ResponseReturnValue:
    if form.validate():
        placing = Placing(
            user_ids=tuple(form.professional_ids.data or ()),
            moment=from_moment(given(form.from_on.data), now()),
            place=lambda: actions.place_link(session(), desk.head.id, form.command(_renewal(form, before))),
            back=url_for("sharing.new_partner", reference=desk.head.reference),
            save=_("Link this partner"),
        )
        try:
            return previewed(desk.head, placing)
        except RefusedError as refusal:
            put_beside_field(form, refusal)
    return _page(desk, form, before), 422


def _page(desk: Desk, form: NewLinkForm, before: LinkLine | None) -> str:
    return desk.page("new_link", form=form, before=before)


def _link_before(case_id: UUID) -> LinkLine | None:
    """Return the link that is over and is to be renewed, when the address or the form says so."""
    typed = request.form.get("renews") or request.args.get("renews")
    if not typed:
        return None
    try:
        link_id = UUID(typed)
    except ValueError:
        abort(404)
    link = queries.get_link(session(), case_id, link_id)
    return link if link is not None and not link.can_change else abort(404)


def _at_first(before: LinkLine | None) -> dict[str, Any]:
    today = local_date(now())
    dates = {"from_on": today, "until_on": usual_end(today), "may_contribute": True}
    if before is None:
        return dates
    return dates | {
        "renews": str(before.id),
        "shown_for": str(before.organisation_id),
        "organisation_id": before.organisation_id,
        "professional_ids": [one.id for one in before.professionals],
        "purpose": before.purpose,
        "basis": before.basis,
        "weighing": before.weighing,
        "may_contribute": before.may_contribute,
        "scope": sorted(before.scope),
    }


def _offer(desk: Desk, form: NewLinkForm) -> None:
    form.scope.offer([party.id for party in desk.parties])
    form.organisation_id.offer(partner_organisations(session(), desk.head.id), _("Choose an organisation"))
    desk.offer(form)
    desk.offer_consents(form)


def _tick_what_is_usual(desk: Desk, form: NewLinkForm) -> bool:
    """Tick what is usual once an organisation was chosen, unless somebody ticked boxes themselves."""
    if desk.organisation is None or form.shown_for.data == str(desk.organisation.id):
        return False
    usual, ticked = desk.usual_scope(), frozenset(form.scope.data or ())
    untouched = ticked == _desk_before(desk, form).usual_scope()
    form.shown_for.data = str(desk.organisation.id)
    if not untouched or usual == ticked:
        return False
    form.scope.tick(usual)
    return True


def _fill_in_usual_end(desk: Desk, form: NewLinkForm) -> None:
    """Fill in until when a link with the organisation usually runs, unless somebody filled in another day, or saves."""
    if form.is_submitted() and request.form.get("step") != "people":
        return
    earlier, basis = _desk_before(desk, form), form.basis.data
    if form.until_on.data in {
        earlier.usual_end(None),
        earlier.usual_end(basis),
        usual_end(local_date(now())),
    }:
        form.until_on.raw_data, form.until_on.data = None, desk.usual_end(basis)


def _desk_before(desk: Desk, form: NewLinkForm) -> Desk:
    """Return the desk of the organisation that the page was shown for, or of none."""
    try:
        return Desk(desk.head, UUID(form.shown_for.data or ""))
    except ValueError:
        return Desk(desk.head, None)


def _proposed(desk: Desk, form: NewLinkForm) -> Proposed | None:
    """Return what the warnings look at; a basis that does not fit is refused before anything else."""
    if desk.organisation is None or form.basis.data not in desk.bases:
        return None
    cells, day = frozenset(form.scope.data or ()), form.from_on.data or local_date(now())
    return Proposed(desk.organisation.id, form.basis.data, cells, day, form.consents())


def _renewal(form: NewLinkForm, before: LinkLine | None) -> Renewal | None:
    return None if before is None else Renewal(before.id, form.reason.data or "")
