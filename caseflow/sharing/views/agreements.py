"""The agreements on sharing with organisations, which privacy officers keep."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, require
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.sharing import agreements as kept
from caseflow.sharing.agreements import AgreementLine
from caseflow.sharing.consent_forms import AgreementForm, EndAgreementForm
from caseflow.sharing.people import organisations
from caseflow.sharing.views.room import watching
from caseflow.sharing.words import put_beside_field
from caseflow.web.given import given
from caseflow.web.session import session
from caseflow.web.viewer import now


@watching.route("/agreements", methods=["GET", "POST"])
def agreements() -> ResponseReturnValue:
    require(session(), Act.AGREEMENT_KEEP)
    form = AgreementForm(from_on=local_date(now()))
    form.organisation_id.offer(organisations(session()), _("Choose an organisation"))
    if form.validate_on_submit():
        try:
            kept.record_agreement(session(), form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("The agreement is recorded."), "ok")
            return redirect(url_for(".agreements"), 303)
    lines = kept.agreements(session())
    return render_template("sharing/agreements.html", form=form, lines=lines), 422 if form.errors else 200


@watching.route("/agreements/<uuid:agreement_id>/end", methods=["GET", "POST"])
def end_agreement(agreement_id: UUID) -> ResponseReturnValue:
    require(session(), Act.AGREEMENT_KEEP)
    line: AgreementLine = kept.get_agreement(session(), agreement_id) or abort(404)
    form = EndAgreementForm(until_on=local_date(now()))
    if line.is_over:
        return _is_over()
    if form.validate_on_submit():
        try:
            kept.end_agreement(session(), line.id, given(form.until_on.data))
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        except EditConflictError:
            return _is_over()
        else:
            flash(_("The end of the agreement is recorded."), "ok")
            return redirect(url_for(".agreements"), 303)
    return render_template("sharing/end_agreement.html", form=form, line=line), 422 if form.errors else 200


def _is_over() -> ResponseReturnValue:
    flash(_("This agreement is over already."), "info")
    return redirect(url_for(".agreements"), 303)
