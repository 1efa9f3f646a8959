"""The team lead's room, and the pages on which a case goes to other hands."""

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.access.check import Act, can, require
from caseflow.caseload import actions, holders
from caseflow.caseload import reviews as waiting
from caseflow.caseload.forms import DeputyForm, EndForm, HandoverForm
from caseflow.caseload.holders import DeputyLine
from caseflow.caseload.people import candidates
from caseflow.caseload.queries import PAGE, Order, caseload, leads, listed, named
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, get_case
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.models.vocabulary import Phase, Role
from caseflow.web.forms import Form
from caseflow.web.given import given
from caseflow.web.session import session
from caseflow.web.viewer import current_actor, now

bp = Blueprint("caseload", __name__)

REFUSALS: dict[tuple[str, str], Any] = {
    ("director_id", "unknown"): _l("Choose somebody from the list."),
    ("user_id", "unknown"): _l("Choose somebody from the list."),
    ("user_id", "already"): _l(
        "This person stands in on some of these days already. Choose other days, or somebody else."
    ),
    ("from_on", "past"): _l("This day has passed. Fill in today or a later day."),
    ("until_on", "not_after"): _l("The end lies before the beginning. Fill in a later day."),
}


@bp.get("/caseload")
def overview() -> ResponseReturnValue:
    actor = current_actor()
    if not leads(actor):
        return render_template("caseload/not_yours.html") if actor.has(Role.CASE_DIRECTOR) else abort(404)
    team = caseload(session())
    wanted = _wanted()
    cases = listed(team.cases, **wanted)
    pages = max(1, -(-len(cases) // PAGE))
    page = min(max(request.args.get("page", 1, type=_small_number), 1), pages)
    shown = cases[(page - 1) * PAGE : page * PAGE]
    named(session(), shown)
    return render_template(
        "caseload/overview.html",
        team=team,
        cases=shown,
        count=len(cases),
        page=page,
        pages=pages,
        phases=tuple(Phase),
        orders=tuple(Order),
        wanted=wanted,
        link=_link,
        page_url=lambda number: f"{_link(page=number)}#cases",
    )


@bp.get("/caseload/reviews")
def reviews() -> ResponseReturnValue:
    if not leads(current_actor()):
        abort(404)
    return render_template("caseload/reviews.html", found=waiting.reviews(session()))


@bp.route("/cases/<reference>/handover", methods=["GET", "POST"])
def hand_over(reference: str) -> ResponseReturnValue:
    head = _case(reference)
    require(session(), Act.CASE_ASSIGN, head.id)
    standing = holders.standing(session(), head.id)
    form = HandoverForm(version=standing.version)
    people = candidates(session(), head.id)
    form.director_id.offer(people, _("Choose a director"))
    conflict = False
    if form.validate_on_submit():
        try:
            actions.hand_over(session(), head.id, form.command())
        except RefusedError as refusal:
            _put_beside_field(form, refusal)
        except EditConflictError:
            form.version.catch_up(standing.version)
            conflict = True
        else:
            flash(_("%(name)s directs the case now.", name=dict(people)[form.director_id.data]), "ok")
            return redirect(_after_handover(reference), 303)
    page = _page(
        "handover",
        head,
        form=form,
        people=people,
        conflict=conflict,
        open_milestones=standing.open_milestones,
        former=holders.former_directors(session(), head.id),
        own=head.director_id == current_actor().user_id and not leads(current_actor()),
    )
    return page, 409 if conflict else 422 if form.errors else 200


@bp.route("/cases/<reference>/deputies", methods=["GET", "POST"])
def deputies(reference: str) -> ResponseReturnValue:
    head = _case(reference)
    require(session(), Act.DEPUTY_APPOINT if request.method == "POST" else Act.CASE_EDIT, head.id)
    form = DeputyForm(from_on=local_date(now()))
    people = candidates(session(), head.id)
    form.user_id.offer(people, _("Choose a director"))
    if form.validate_on_submit():
        try:
            actions.appoint_deputy(session(), head.id, form.command())
        except RefusedError as refusal:
            _put_beside_field(form, refusal)
        else:
            flash(_("The deputy is appointed. In that period they see and do everything in this case."), "ok")
            return redirect(url_for("caseload.deputies", reference=reference), 303)
    page = _page(
        "deputies",
        head,
        form=form,
        people=people,
        lines=holders.deputies(session(), head.id),
        former=holders.former_directors(session(), head.id),
        may_appoint=can(session(), Act.DEPUTY_APPOINT, head.id),
    )
    return page, 422 if form.errors else 200


@bp.route("/cases/<reference>/deputies/<uuid:deputy_id>/end", methods=["GET", "POST"])
def end_deputy(reference: str, deputy_id: UUID) -> ResponseReturnValue:
    head = _case(reference)
    require(session(), Act.DEPUTY_APPOINT, head.id)
    line: DeputyLine = holders.get_deputy(session(), head.id, deputy_id) or abort(404)
    form = EndForm(version=line.version)
    conflict = False
    if form.validate_on_submit():
        try:
            actions.end_deputy(session(), head.id, line.id, given(form.version.data))
        except EditConflictError:
            form.version.catch_up(line.version)
            conflict = True
        except RefusedError:
            flash(_("This had ended already."), "info")
            return redirect(url_for("caseload.deputies", reference=reference), 303)
        else:
            flash(_("Ended. From now on they do not see the case any more."), "ok")
            return redirect(url_for("caseload.deputies", reference=reference), 303)
    page = _page("end_deputy", head, form=form, line=line, conflict=conflict)
    return page, 409 if conflict else 422 if form.errors else 200


def _case(reference: str) -> CaseHead:
    head: CaseHead = get_case(session(), reference) or abort(404)
    return head


def _page(template: str, head: CaseHead, **values: Any) -> str:
    return render_template(f"caseload/{template}.html", frame=case_frame(head, "-"), head=head, **values)


def _after_handover(reference: str) -> str:
    """Return where to go on: not to a case that whoever handed it over has no more."""
    if get_case(session(), reference) is None:
        return url_for("accounts.home")
    return url_for("caseload.hand_over", reference=reference)


def _put_beside_field(form: Form, refusal: RefusedError) -> None:
    form.refuse(refusal.field, str(REFUSALS[refusal.field, refusal.code]))


def _wanted() -> dict[str, Any]:
    return {
        "director_id": request.args.get("director", type=UUID),
        "closed": request.args.get("status") == "closed",
        "order": request.args.get("order", Order.REFERENCE, type=Order),
    }


def _small_number(text: str) -> int:
    if not text.isascii() or len(text) > len(str(PAGE**5)):
        raise ValueError(text)
    return int(text)


def _link(**changes: Any) -> str:
    """Return the address of this list, with other choices in place of those at hand."""
    kept = {name: request.args[name] for name in ("director", "status", "order") if request.args.get(name)}
    return url_for("caseload.overview", **{name: value for name, value in (kept | changes).items() if value})
