"""Whether an entry may travel: asked by a seat, and answered by somebody at its source."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, can
from caseflow.asking import releases
from caseflow.asking.forms import AnswerForSourceForm, AskSourceForm
from caseflow.asking.views.places import bp
from caseflow.asking.words import put_beside_field, standing
from caseflow.casefile.portrait import Portrait
from caseflow.casefile.queries import get_entry
from caseflow.casefile.travelling import asked_about
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, get_case
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.models.vocabulary import Onward
from caseflow.schedule.answers import usual_answer
from caseflow.web.session import session
from caseflow.web.viewer import now

ENTRY = "/entries/<uuid:entry_id>/source"


@bp.route(ENTRY, methods=["GET", "POST"])
def source(reference: str, entry_id: UUID) -> ResponseReturnValue:
    """Ask the source of an entry whether it may travel, and see what was asked before."""
    case, portrait = _entry(reference, entry_id)
    lines = asked_about(session(), entry_id)
    waits = portrait.draft.onward is Onward.ASK_SOURCE
    if not can(session(), Act.RELEASE_ASK, case.id) or not (waits or lines):
        abort(404)
    form = AskSourceForm(due_on=usual_answer(local_date(now())))
    places = releases.travels_to(session(), case.id, entry_id)
    people = releases.at_the_source(session(), case.id, entry_id)
    form.organisation_id.offer(places)
    form.asked_id.offer(people)
    if form.validate_on_submit():
        try:
            releases.ask_source(session(), case.id, entry_id, form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("The source was asked. You see the answer here and on the page Today."), "ok")
            return redirect(url_for(".source", reference=reference, entry_id=entry_id), 303)
    asks = form if places and people and waits else None
    page = _page("source", case, entry_id, form=asks, waits=waits, lines=lines, people=people)
    return page, 422 if form.errors else 200


@bp.route(f"{ENTRY}/<uuid:release_id>", methods=["GET", "POST"])
def answer_for_source(reference: str, entry_id: UUID, release_id: UUID) -> ResponseReturnValue:
    """Show who was asked what this entry is asked for, and take the answer."""
    case, _portrait = _entry(reference, entry_id)
    line = releases.get_release(session(), case.id, entry_id, release_id) or abort(404)
    form = AnswerForSourceForm() if line.mine and line.is_open else None
    if form is not None and form.validate_on_submit():
        try:
            releases.answer_for_source(session(), line, form.command())
        except EditConflictError:
            flash(_("This needs no answer any more."), "info")
        else:
            flash(_("Your answer is recorded."), "ok")
        return redirect(_one(reference, entry_id, release_id), 303)
    page = _page(
        "answer_for_source", case, entry_id, form=form, line=line, has_room=can(session(), Act.PERSON_ASK)
    )
    return page, 422 if form is not None and form.errors else 200


def _entry(reference: str, entry_id: UUID) -> tuple[CaseHead, Portrait]:
    case: CaseHead = get_case(session(), reference) or abort(404)
    portrait, _found = get_entry(session(), case.id, entry_id) or abort(404)
    return case, portrait


def _one(reference: str, entry_id: UUID, release_id: UUID) -> str:
    return url_for(".answer_for_source", reference=reference, entry_id=entry_id, release_id=release_id)


def _page(template: str, case: CaseHead, entry_id: UUID, **values: Any) -> str:
    return render_template(
        f"asking/{template}.html",
        frame=case_frame(case, "timeline"),
        reference=case.reference,
        entry_id=entry_id,
        standing=standing,
        **values,
    )
