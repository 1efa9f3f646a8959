"""Partners: the links of a case, a new one, what becomes of one, and its end."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act
from caseflow.casefile.forms.words import instead
from caseflow.cases.earlier.queries import changed_things
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, PartyLine, get_case, parties_of
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.cases.words import party_names, scope_lines
from caseflow.clock import local_date
from caseflow.models.vocabulary import Category
from caseflow.sharing import actions, queries
from caseflow.sharing.fields import cell_value
from caseflow.sharing.forms import ChangeLinkForm, LinkForm, NewLinkForm, RevokeForm, usual_end
from caseflow.sharing.leaks import settle
from caseflow.sharing.people import partner_organisations, professionals_of
from caseflow.sharing.queries import LinkLine
from caseflow.sharing.views.matrix import Column, Row, columns, rows
from caseflow.sharing.views.room import bp, case_with
from caseflow.sharing.words import (
    STANDINGS,
    form_in_words,
    in_words,
    put_beside_field,
    standing_badge,
)
from caseflow.web.given import given
from caseflow.web.session import session
from caseflow.web.viewer import now


@bp.get("/partners")
def partners(reference: str) -> ResponseReturnValue:
    head: CaseHead = get_case(session(), reference) or abort(404)
    parties = parties_of(session(), head.id)
    if not head.seated:
        return _page(
            "own_links",
            head,
            links=queries.own_links(session(), head.id),
            names=party_names(parties),
            said=scope_lines,
            contact=head.contact_point,
        )
    found = queries.links(session(), head.id)
    groups = [
        (text, [one for one in found if one.standing is state]) for state, (text, _kind) in STANDINGS.items()
    ]
    return _page(
        "partners",
        head,
        groups=[group for group in groups if group[1]],
        matrix=lambda link: _matrix(link, parties),
        badge_of=standing_badge,
        changed=changed_things(session(), head.id),
    )


@bp.route("/partners/new", methods=["GET", "POST"])
def new_partner(reference: str) -> ResponseReturnValue:
    head = case_with(reference, Act.LINK_SET)
    today = local_date(now())
    form = NewLinkForm(from_on=today, until_on=usual_end(today), may_contribute=True)
    parties = parties_of(session(), head.id)
    _offer(form, head, parties, form.organisation_id.data)
    form.organisation_id.offer(partner_organisations(session(), head.id), _("Choose an organisation"))
    if request.form.get("step") == "people":
        return _page("new_link", head, form=form, parties=columns(parties), categories=rows())
    if form.validate_on_submit():
        try:
            settle(session(), head, request.form, instead())
            actions.link_partner(session(), head.id, form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("The partner is linked. The people you chose can read what you ticked."), "ok")
            return redirect(url_for("sharing.partners", reference=reference), 303)
    page = _page("new_link", head, form=form, parties=columns(parties), categories=rows())
    return page, 422 if form.errors else 200


@bp.route("/partners/<uuid:link_id>", methods=["GET", "POST"])
def change_partner(reference: str, link_id: UUID) -> ResponseReturnValue:
    head = case_with(reference, Act.LINK_SET)
    link: LinkLine = queries.get_link(session(), head.id, link_id) or abort(404)
    if not link.can_change:
        return _is_over(reference)
    parties = parties_of(session(), head.id)
    form = ChangeLinkForm(**_as_it_stands(link))
    _offer(form, head, parties, link.organisation_id)
    if form.validate_on_submit():
        try:
            settle(session(), head, request.form, instead())
            actions.change_link(session(), head.id, link.id, form.command())
        except RefusedError as refusal:
            if refusal.field == "link":
                return _is_over(reference)
            put_beside_field(form, refusal)
        except EditConflictError:
            return _changed_meanwhile(head, link.id, form, parties)
        else:
            flash(_("Saved. From now on the partner reads what you see here."), "ok")
            return redirect(url_for("sharing.partners", reference=reference), 303)
    return _form_page(head, link, form, parties), 422 if form.errors else 200


@bp.route("/partners/<uuid:link_id>/revoke", methods=["GET", "POST"])
def revoke_partner(reference: str, link_id: UUID) -> ResponseReturnValue:
    head = case_with(reference, Act.LINK_SET)
    link: LinkLine = queries.get_link(session(), head.id, link_id) or abort(404)
    if not link.can_change:
        return _is_over(reference)
    form = RevokeForm(version=link.version)
    changed = False
    if form.validate_on_submit():
        try:
            actions.revoke_link(session(), head.id, link.id, given(form.version.data))
        except RefusedError:
            return _is_over(reference)
        except EditConflictError:
            form.version.catch_up(link.version)
            changed = True
        else:
            flash(_("The link is revoked. Nobody reads along through it any more."), "ok")
            return redirect(url_for("sharing.partners", reference=reference), 303)
    page = _page("revoke_link", head, link=link, form=form, changed=changed)
    return page, 409 if changed else 422 if form.errors else 200


def _page(template: str, head: CaseHead, **values: Any) -> str:
    return render_template(f"sharing/{template}.html", frame=case_frame(head, "partners"), **values)


def _form_page(
    head: CaseHead, link: LinkLine, form: ChangeLinkForm, parties: list[PartyLine], **values: Any
) -> str:
    shown = {"theirs": "", "yours": ""} | values
    return _page(
        "change_link", head, link=link, form=form, parties=columns(parties), categories=rows(), **shown
    )


def _changed_meanwhile(
    head: CaseHead, link_id: UUID, form: ChangeLinkForm, parties: list[PartyLine]
) -> ResponseReturnValue:
    """Show both: what somebody else made of the link, and what stands on the form, ready to be saved after all."""
    link: LinkLine = queries.get_link(session(), head.id, link_id) or abort(404)
    form.version.catch_up(link.version)
    names = party_names(parties)
    page = _form_page(
        head, link, form, parties, theirs=in_words(link, names), yours=form_in_words(form, names)
    )
    return page, 409


def _is_over(reference: str) -> ResponseReturnValue:
    flash(_("This link is over and stays as it was. Link the partner again if that is needed."), "warning")
    return redirect(url_for("sharing.partners", reference=reference), 303)


def _offer(form: LinkForm, head: CaseHead, parties: list[PartyLine], organisation_id: UUID | None) -> None:
    known = [] if organisation_id is None else professionals_of(session(), head.id, organisation_id)
    form.professional_ids.offer(known)
    form.scope.offer([party.id for party in parties])


def _as_it_stands(link: LinkLine) -> dict[str, Any]:
    return {
        "version": link.version,
        "professional_ids": [one.id for one in link.professionals],
        "purpose": link.purpose,
        "basis": link.basis,
        "weighing": link.weighing,
        "until_on": local_date(link.until_at),
        "may_contribute": link.may_contribute,
        "scope": sorted(link.scope),
    }


def _matrix(link: LinkLine, parties: list[PartyLine]) -> tuple[list[Column], list[Row], set[str]]:
    """Return a link's scope as a matrix, without the empty rows and columns."""
    opened = [party for party in parties if any((party.id, one) in link.scope for one in Category)]
    used = [one for one in Category if any((party.id, one) in link.scope for party in parties)]
    return columns(opened), rows(used), {cell_value(*cell) for cell in link.scope}
