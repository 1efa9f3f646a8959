"""Break-glass: the page on which a director opens a case in an emergency, and those on which that is answered for."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, can, require
from caseflow.accounts import signin
from caseflow.accounts.passwords import BusyError
from caseflow.audit import reads
from caseflow.audit.queries import Only, access_log
from caseflow.cases.refusals import EditConflictError
from caseflow.requests import throttle
from caseflow.requests.apart import apart
from caseflow.sharing.break_glass import GlassLine, broken, may_answer, open_by_break_glass, review
from caseflow.sharing.forms import BreakGlassForm, ReviewForm
from caseflow.sharing.views.room import bp, watched, watching
from caseflow.web.session import session
from caseflow.web.terms import term
from caseflow.web.viewer import by_itself, current_actor, current_viewer, now

MOST_READ = 200
"""How many lines of the log the page of one opening shows."""


@watching.route("/break-glass", methods=["GET", "POST"])
@by_itself("what was tried is written down also where it is refused")
def break_glass() -> ResponseReturnValue:
    require(session(), Act.BREAK_GLASS_OPEN)
    form = BreakGlassForm()
    if form.validate_on_submit() and _knows_password(form):
        throttle.spend(throttle.BREAK_GLASS, str(current_actor().user_id), now())
        wanted = form.command()
        with apart() as own:
            opened = open_by_break_glass(own, wanted)
        if opened:
            flash(_("The case is open to you. The team lead and the privacy officer are told."), "ok")
            return redirect(url_for("cases.overview", reference=opened), 303)
        form.refuse(
            "reference", _("No access was opened. Check the reference, or call the team that has the case.")
        )
    return render_template("sharing/break_glass.html", form=form), 422 if form.errors else 200


@bp.get("/break-glass")
def broken_glass(reference: str) -> ResponseReturnValue:
    case = watched(reference, Act.BREAK_GLASS_READ)
    return render_template(
        "sharing/broken_glass.html",
        frame=case.frame("access"),
        reference=case.reference,
        lines=broken(session(), case.id),
    )


@bp.route("/break-glass/<uuid:glass_id>", methods=["GET", "POST"])
def answer_glass(reference: str, glass_id: UUID) -> ResponseReturnValue:
    """Show who opened the case, why and what they read, and take the answer of a reviewer."""
    case = watched(reference, Act.BREAK_GLASS_READ)
    line: GlassLine = next((one for one in broken(session(), case.id) if one.id == glass_id), None) or abort(
        404
    )
    form = (
        ReviewForm()
        if can(session(), Act.BREAK_GLASS_REVIEW, case.id) and may_answer(session(), line)
        else None
    )
    if form is not None and form.validate_on_submit():
        try:
            review(session(), case.id, line.id, form.command())
        except EditConflictError:
            flash(_("Somebody else judged this just now."), "info")
        else:
            flash(_("Your verdict is recorded."), "ok")
        return redirect(url_for(".answer_glass", reference=reference, glass_id=glass_id), 303)
    only = Only(user_id=line.user_id, through=f"break_glass:{line.id}")
    log = access_log(session(), case.id, only=only, limit=MOST_READ)
    reads.saw(session(), "access.read", case.id)
    page = render_template(
        "sharing/answer_glass.html",
        frame=case.frame("access"),
        reference=case.reference,
        line=line,
        form=form,
        acts=[(one, term(one.act)) for one in log.items],
        more=log.next is not None,
    )
    return page, 422 if form is not None and form.errors else 200


def _knows_password(form: BreakGlassForm) -> bool:
    """Ask again who is there, before anything is looked up: a wrong password says nothing about any case."""
    try:
        known = signin.confirm(current_viewer(), form.password.data or "")
    except BusyError:
        form.refuse("password", _("Many people are signing in right now. Try again in a moment."))
        return False
    if not known:
        form.refuse(
            "password", _("This is not your password. Try again; after several attempts you have to wait.")
        )
    return known
