"""The pages of phases, closing and reopening."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, can, require
from caseflow.cases.frame import case_frame
from caseflow.cases.overview import running_partners
from caseflow.cases.queries import CaseHead, get_case, parties_of
from caseflow.cases.refusals import RefusedError
from caseflow.cases.words import party_names
from caseflow.clock import local_date
from caseflow.followup import episodes, queries
from caseflow.followup.episodes import Reopening
from caseflow.followup.forms import DecideForm, PhaseForm, ProposeForm, ReopenForm
from caseflow.followup.wording import put_beside_field, titles
from caseflow.schedule.milestones import WHILE_OPEN
from caseflow.web.forms import Form
from caseflow.web.given import given
from caseflow.web.session import session as current_session
from caseflow.web.viewer import current_actor, now

bp = Blueprint("episodes", __name__, url_prefix="/cases/<reference>")


@bp.route("/phase", methods=["GET", "POST"])
def phase(reference: str) -> ResponseReturnValue:
    head = _case(reference)
    form = PhaseForm(from_on=local_date(now()))
    if form.validate_on_submit() and _done(
        form, lambda: episodes.enter_phase(current_session(), head.id, form.command())
    ):
        flash(_("The case is in another phase now."), "ok")
        return redirect(url_for("episodes.phase", reference=head.reference), 303)
    page = render_template(
        "followup/phase.html",
        frame=case_frame(head),
        head=head,
        form=form,
        phases=queries.phases(current_session(), head.id),
    )
    return page, 422 if form.errors else 200


@bp.get("/close")
def close(reference: str) -> ResponseReturnValue:
    return _close_page(_case(reference))


@bp.post("/close/propose")
def propose(reference: str) -> ResponseReturnValue:
    head = _case(reference)
    form = ProposeForm()
    if form.validate_on_submit() and _done(
        form, lambda: episodes.propose_closing(current_session(), head.id, form.command())
    ):
        flash(_("Your proposal is waiting for somebody else to decide."), "ok")
        return _back(head)
    return _close_page(head, proposing=form), 422


@bp.post("/close/decide")
def decide(reference: str) -> ResponseReturnValue:
    head = _case(reference)
    form = DecideForm()
    if form.validate_on_submit() and _done(form, lambda: _decide(head, form)):
        flash(DECIDED[form.decision](), "ok")
        return _back(head)
    return _close_page(head, deciding=form), 422


@bp.post("/reopen")
def reopen_case(reference: str) -> ResponseReturnValue:
    head = _case(reference)
    form = ReopenForm()
    if form.validate_on_submit():
        asked = Reopening(
            given(form.reopened_on.data), given(form.reason.data), _("Lapsed: the case was reopened.")
        )
        if _done(form, lambda: episodes.reopen(current_session(), head.id, asked)):
            flash(_("The case is open again, in the phase immediate safety."), "ok")
            return redirect(url_for("cases.overview", reference=head.reference), 303)
    return _close_page(head, reopening=form), 422


DECIDED: dict[str, Callable[[], str]] = {
    "second": lambda: _("The case is closed. Follow-up is planned."),
    "refuse": lambda: _("The proposal went back, with your reason."),
    "withdraw": lambda: _("You took your proposal back."),
}


def _decide(head: CaseHead, form: DecideForm) -> None:
    session, because = current_session(), form.because.data or ""
    if form.decision == "second":
        return episodes.second_proposal(session, head.id, _("Lapsed: the case was closed."))
    if form.decision not in DECIDED:
        raise RefusedError("decision", "unknown")
    if not because:
        raise RefusedError("because", "empty")
    if form.decision == "refuse":
        return episodes.refuse_proposal(session, head.id, because)
    return episodes.withdraw_proposal(session, head.id, because)


def _case(reference: str) -> CaseHead:
    head = get_case(current_session(), reference) or abort(404)
    require(current_session(), Act.CASE_EDIT, head.id)
    return head


def _done(form: Form, act: Callable[[], None]) -> bool:
    try:
        act()
    except RefusedError as refusal:
        put_beside_field(form, refusal)
        return False
    return True


def _back(head: CaseHead) -> ResponseReturnValue:
    return redirect(url_for("episodes.close", reference=head.reference), 303)


def _close_page(head: CaseHead, **forms: Form) -> str:
    session = current_session()
    proposals = queries.proposals(session, head.id)
    waiting = next((line for line in proposals if line.decided_at is None), None)
    return render_template(
        "followup/close.html",
        frame=case_frame(head, "close"),
        head=head,
        heading=_("Reopen") if head.is_closed else _("Close"),
        proposal=waiting,
        own_proposal=waiting is not None and waiting.proposed_by_id == current_actor().user_id,
        may_propose=can(session, Act.CASE_CLOSE_PROPOSE, head.id),
        closures=queries.closures(session, head.id),
        refused=[line for line in proposals if line.refused_because],
        partners=[] if head.is_closed else running_partners(session, head.id),
        **_lapsing(head),
        **_forms(forms),
    )


def _forms(given_forms: dict[str, Form]) -> dict[str, Form]:
    return {
        "proposing": given_forms.get("proposing") or ProposeForm(),
        "deciding": given_forms.get("deciding") or DecideForm(),
        "reopening": given_forms.get("reopening") or ReopenForm(reopened_on=local_date(now())),
    }


def _lapsing(head: CaseHead) -> dict[str, Any]:
    lines = [
        line
        for line in queries.milestones(current_session(), head.id)
        if line.kind in WHILE_OPEN and line.standing in {"overdue", "due_today", "coming"}
    ]
    called = titles(lines, party_names(parties_of(current_session(), head.id)) if lines else {})
    return {"open_lines": lines, "milestone_title": lambda line: called[line.id]}
