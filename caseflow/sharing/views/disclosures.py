"""Who may read one protected fact: told to somebody by name, ended, and every reading told back to the director."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.queries import get_entry
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.sharing import disclosures
from caseflow.sharing.disclosures import DisclosureLine
from caseflow.sharing.forms import DiscloseForm, EndDisclosureForm, usual_end_of_disclosure
from caseflow.sharing.views.room import bp, case_with
from caseflow.sharing.words import put_beside_field
from caseflow.web.given import given
from caseflow.web.session import session
from caseflow.web.viewer import now

ENTRY = "/entries/<uuid:entry_id>/disclosures"


@bp.route(ENTRY, methods=["GET", "POST"], endpoint="disclosures")
def disclosures_page(reference: str, entry_id: UUID) -> ResponseReturnValue:
    case, draft = _case(reference, entry_id)
    form = DiscloseForm(until_on=usual_end_of_disclosure(local_date(now())))
    people = disclosures.can_be_told(session(), case.id)
    form.user_id.offer(people, _("Choose a person"))
    if form.validate_on_submit():
        try:
            disclosures.disclose(session(), case.id, entry_id, form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("From now on this person may read it. You are told when they do."), "ok")
            return redirect(url_for(".disclosures", reference=reference, entry_id=entry_id), 303)
    lines = disclosures.disclosures(session(), case.id, entry_id)
    page = _page("disclosures", case, entry_id, form=form, lines=lines, anybody=bool(people), draft=draft)
    return page, 422 if form.errors else 200


@bp.route(f"{ENTRY}/<uuid:disclosure_id>/end", methods=["GET", "POST"])
def end_disclosure(reference: str, entry_id: UUID, disclosure_id: UUID) -> ResponseReturnValue:
    case, _draft = _case(reference, entry_id)
    line = _line(case, entry_id, disclosure_id)
    form = EndDisclosureForm()
    if form.validate_on_submit():
        try:
            disclosures.end_disclosure(session(), case.id, entry_id, line.id, given(form.because.data))
        except EditConflictError:
            abort(404)
        flash(_("From now on this person may not read it any more."), "ok")
        return redirect(url_for(".disclosures", reference=reference, entry_id=entry_id), 303)
    return _page("end_disclosure", case, entry_id, form=form, line=line), 422 if form.errors else 200


@bp.post(f"{ENTRY}/<uuid:disclosure_id>/seen")
def readings_seen(reference: str, entry_id: UUID, disclosure_id: UUID) -> ResponseReturnValue:
    """Put away who read it, up to the moment that stood on the page."""
    case, _draft = _case(reference, entry_id)
    try:
        moment = datetime.fromisoformat(request.form.get("seen_at", ""))
    except ValueError:
        abort(400)
    if moment.tzinfo is None:
        abort(400)
    try:
        disclosures.put_readings_away(session(), case.id, disclosure_id, moment)
    except EditConflictError:
        abort(404)
    flash(_("You are told again when it is read once more."), "ok")
    return redirect(url_for("today.today_page"), 303)


def _case(reference: str, entry_id: UUID) -> tuple[CaseHead, EntryDraft]:
    """Return the case, for a seat that may read this entry of it, and what the entry says."""
    case = case_with(reference, Act.FACT_DISCLOSE)
    portrait, _found = get_entry(session(), case.id, entry_id) or abort(404)
    if not portrait.draft.protected and not portrait.draft.disclosures:
        abort(404)
    return case, portrait.draft


def _line(case: CaseHead, entry_id: UUID, disclosure_id: UUID) -> DisclosureLine:
    found = disclosures.disclosures(session(), case.id, entry_id)
    return next((one for one in found if one.id == disclosure_id and one.runs), None) or abort(404)


def _page(template: str, case: CaseHead, entry_id: UUID, **values: Any) -> str:
    return render_template(
        f"sharing/{template}.html",
        frame=case_frame(case, "timeline"),
        reference=case.reference,
        entry_id=entry_id,
        **values,
    )
