"""Requests for information: asked about a person, asked in a case, looked at and answered."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, can, can_answer_request, require
from caseflow.asking import putting, requests
from caseflow.asking.answering import answer_request, is_kept_from_asker
from caseflow.asking.forms import AnswerForm, AskAboutPersonForm, AskDirectorForm, AskProfessionalForm
from caseflow.asking.requests import RequestLine
from caseflow.asking.views.places import asking, bp
from caseflow.asking.words import put_beside_field, standing
from caseflow.audit import reads
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, get_case, parties_of
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.cases.words import party_names
from caseflow.clock import local_date
from caseflow.schedule.answers import usual_answer
from caseflow.web.given import given
from caseflow.web.session import session
from caseflow.web.viewer import now


@asking.route("/requests/new", methods=["GET", "POST"])
def ask_about_person() -> ResponseReturnValue:
    require(session(), Act.PERSON_ASK)
    form = AskAboutPersonForm(due_on=_usual())
    form.organisation_id.offer(putting.who_directs(session()))
    if form.validate_on_submit():
        try:
            request_id = putting.ask_about_person(session(), form.about(), form.asked())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("Your request was sent. The answer comes here and stands under Shared with me."), "ok")
            return redirect(url_for(".one_request", request_id=request_id), 303)
    return render_template("asking/ask_about_person.html", form=form), 422 if form.errors else 200


@bp.route("/requests", methods=["GET", "POST"], endpoint="requests")
def requests_page(reference: str) -> ResponseReturnValue:
    """Ask in a case: a seat asks a professional, and a professional the director."""
    case: CaseHead = get_case(session(), reference) or abort(404)
    if not case.seated:
        require(session(), Act.DIRECTOR_ASK, case.id)
    names = party_names(parties_of(session(), case.id))
    form = AskProfessionalForm(due_on=_usual()) if case.seated else AskDirectorForm(due_on=_usual())
    form.party_ids.offer(names.items())
    if case.seated:
        form.asked_id.offer(putting.who_can_be_asked(session(), case.id))
    if form.validate_on_submit():
        try:
            request_id = _put(case, form)
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("Your request was sent."), "ok")
            return redirect(url_for("asking.one_request", request_id=request_id), 303)
    reads.saw(session(), "requests.read", case.id)
    lines = [line for line in requests.requests_in(session(), case.id) if case.seated or line.mine]
    page = render_template(
        "asking/requests.html",
        frame=case_frame(case, "partners"),
        case=case,
        form=form,
        lines=lines,
        standing=standing,
    )
    return page, 422 if form.errors else 200


@asking.route("/requests/<uuid:request_id>", methods=["GET", "POST"])
def one_request(request_id: UUID) -> ResponseReturnValue:
    line = requests.get_request(session(), request_id) or abort(404)
    answers = line.outcome is None and can_answer_request(session(), line.id)
    form = AnswerForm() if answers else None
    if form is not None and form.validate_on_submit() and _answered(form, line):
        return redirect(url_for(".one_request", request_id=request_id), 303)
    if line.in_case is not None:
        reads.saw(session(), "requests.read", line.in_case, party_ids=requests.about(session(), line.id))
    page = render_template(
        "asking/one_request.html", form=form, line=line, standing=standing, **_around(line)
    )
    return page, 422 if form is not None and form.errors else 200


def _put(case: CaseHead, form: Any) -> UUID:
    party_ids = form.party_ids.data or ()
    if case.seated:
        return putting.ask_professional(session(), case, given(form.asked_id.data), party_ids, form.asked())
    return putting.ask_in_case(session(), case, party_ids, form.asked())


def _answered(form: AnswerForm, line: RequestLine) -> bool:
    """Answer, or say on the form why not."""
    try:
        answer_request(session(), line, form.command())
    except RefusedError as refusal:
        put_beside_field(form, refusal)
        return False
    except EditConflictError:
        flash(_("Somebody else answered this just now."), "info")
        return True
    flash(_("Your answer is recorded."), "ok")
    return True


def _around(line: RequestLine) -> dict[str, Any]:
    """Return what a page tells besides the request: whom it is about, and what who answers has to know."""
    in_case = line.in_case
    seated = in_case is not None and can(session(), Act.LINK_SET, in_case)
    names = party_names(parties_of(session(), in_case)) if in_case is not None else {}
    return {
        "seated": seated,
        "has_room": can(session(), Act.PERSON_ASK),
        "about": [names[one] for one in requests.about(session(), line.id) if one in names],
        "kept_from_asker": seated
        and not line.mine
        and line.asked_id is None
        and is_kept_from_asker(session(), line),
    }


def _usual() -> Any:
    return usual_answer(local_date(now()))
