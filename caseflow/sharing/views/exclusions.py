"""For whom the case does not exist: read by its seats and privacy officers, set by the team lead and the latter."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, can
from caseflow.access.oversight import case_to_watch
from caseflow.cases.queries import parties_of
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.cases.words import party_names
from caseflow.clock import local_date
from caseflow.sharing.exclusions import ExclusionLine, exclude, exclusions, get_exclusion, lift
from caseflow.sharing.forms import ExclusionForm
from caseflow.sharing.people import colleagues_at, organisations
from caseflow.sharing.views.room import Watched, bp, watched
from caseflow.sharing.words import put_beside_field
from caseflow.web.forms import Form
from caseflow.web.session import session
from caseflow.web.viewer import now


@bp.route("/exclusions", methods=["GET", "POST"], endpoint="exclusions")
def exclusions_page(reference: str) -> ResponseReturnValue:
    case = watched(reference, Act.EXCLUSION_SET if request.method == "POST" else Act.EXCLUSION_READ)
    if request.method == "GET" and not can(session(), Act.EXCLUSION_SET, case.id):
        return _page(case, "exclusions", form=None)
    form = ExclusionForm(from_on=local_date(now()))
    form.organisation_id.offer(organisations(session()), _("Choose an organisation"))
    chosen = form.organisation_id.data
    form.user_id.offer(
        [] if chosen is None else colleagues_at(session(), case.id, chosen), _("Choose a person")
    )
    parties = [] if case.head is None else parties_of(session(), case.id)
    if parties:
        names = party_names(parties)
        form.party_id.offer(
            [(party.id, _("every case of %(name)s", name=names[party.id])) for party in parties],
            _("this case only"),
        )
    else:
        del form.party_id
    if request.form.get("step") == "people":
        return _page(case, "exclusions", form=form)
    if form.validate_on_submit():
        try:
            exclude(session(), case.id, form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("For this person the case no longer exists. They are not told."), "ok")
            return redirect(_after(reference), 303)
    return _page(case, "exclusions", form=form), 422 if form.errors else 200


@bp.route("/exclusions/<uuid:exclusion_id>/lift", methods=["GET", "POST"])
def lift_exclusion(reference: str, exclusion_id: UUID) -> ResponseReturnValue:
    case = watched(reference, Act.EXCLUSION_SET)
    line: ExclusionLine = get_exclusion(session(), case.id, exclusion_id) or abort(404)
    form = Form()
    if form.validate_on_submit():
        try:
            lift(session(), case.id, line.id)
        except EditConflictError:
            abort(404)
        flash(_("The exclusion is lifted."), "ok")
        return redirect(url_for("sharing.exclusions", reference=reference), 303)
    return _page(case, "lift_exclusion", line=line, form=form)


def _after(reference: str) -> str:
    """Return where to go on: not to a case that whoever excluded themselves has no more."""
    if case_to_watch(session(), reference) is None:
        return url_for("accounts.home")
    return url_for("sharing.exclusions", reference=reference)


def _page(case: Watched, template: str, **values: Any) -> str:
    return render_template(
        f"sharing/{template}.html",
        frame=case.frame("access"),
        reference=case.reference,
        lines=exclusions(session(), case.id),
        **values,
    )
