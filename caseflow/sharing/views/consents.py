"""The consents in a case: recorded, seen and withdrawn by its seats."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, parties_of
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.cases.words import party_names
from caseflow.clock import local_date
from caseflow.sharing import consents
from caseflow.sharing.consent_forms import NewConsentForm, WithdrawForm, usual_end_of_consent
from caseflow.sharing.consent_words import said_by, state_badge
from caseflow.sharing.consents import ConsentLine
from caseflow.sharing.people import partner_organisations
from caseflow.sharing.views.room import bp, case_with
from caseflow.sharing.words import put_beside_field
from caseflow.web.given import given
from caseflow.web.session import session
from caseflow.web.viewer import now


@bp.get("/consents", endpoint="consents")
def consents_page(reference: str) -> ResponseReturnValue:
    head = case_with(reference, Act.CONSENT_SET)
    return _page("consents", head, lines=consents.consents(session(), head.id))


@bp.route("/consents/new", methods=["GET", "POST"])
def new_consent(reference: str) -> ResponseReturnValue:
    head = case_with(reference, Act.CONSENT_SET)
    today = local_date(now())
    form = NewConsentForm(from_on=today, until_on=usual_end_of_consent(today))
    form.party_id.offer(_names(head).items(), _("Choose a person"))
    form.organisation_id.offer(partner_organisations(session(), head.id), _("Choose an organisation"))
    if form.validate_on_submit():
        try:
            consents.record_consent(session(), head.id, form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("The consent is recorded. It opens nothing yet: tick it at the partner’s link."), "ok")
            return redirect(url_for("sharing.consents", reference=reference), 303)
    return _page("new_consent", head, form=form), 422 if form.errors else 200


@bp.route("/consents/<uuid:consent_id>/withdraw", methods=["GET", "POST"])
def withdraw_consent(reference: str, consent_id: UUID) -> ResponseReturnValue:
    head = case_with(reference, Act.CONSENT_SET)
    line: ConsentLine = consents.get_consent(session(), head.id, consent_id) or abort(404)
    if not line.may_be_withdrawn:
        return _is_over(reference)
    form = WithdrawForm()
    if form.validate_on_submit():
        try:
            consents.withdraw_consent(session(), head.id, line.id, given(form.withdrawn_by.data))
        except EditConflictError:
            return _is_over(reference)
        flash(_("The consent is withdrawn. From now on nothing that rests on it can be read."), "ok")
        return redirect(url_for("sharing.consents", reference=reference), 303)
    return _page("withdraw_consent", head, line=line, form=form), 422 if form.errors else 200


def _is_over(reference: str) -> ResponseReturnValue:
    flash(_("This consent is over already. Nothing rests on it any more."), "info")
    return redirect(url_for("sharing.consents", reference=reference), 303)


def _names(head: CaseHead) -> dict[UUID, str]:
    return party_names(parties_of(session(), head.id))


def _page(template: str, head: CaseHead, **values: Any) -> str:
    return render_template(
        f"sharing/{template}.html",
        frame=case_frame(head, "partners"),
        names=_names(head),
        said_by=said_by,
        badge_of=state_badge,
        now=now(),
        **values,
    )
