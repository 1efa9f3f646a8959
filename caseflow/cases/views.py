"""The pages of a case as a whole: the list, a new one, the overview, and what it is about."""

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, can, require
from caseflow.cases import actions, listing, opening, overview
from caseflow.cases.earlier.queries import changed_things
from caseflow.cases.forms import BriefEditForm, BriefForm, FilterForm, NewCaseForm
from caseflow.cases.frame import case_frame
from caseflow.cases.listing import Order, Wanted
from caseflow.cases.parties.queries import relationships_of
from caseflow.cases.queries import CaseHead, get_case
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.cases.wording import put_beside_field
from caseflow.cases.words import party_names, sentence
from caseflow.clock import local_date
from caseflow.web.session import session
from caseflow.web.viewer import now

bp = Blueprint("cases", __name__, url_prefix="/cases")


@bp.get("")
def case_list() -> ResponseReturnValue:
    form = FilterForm(request.args, meta={"csrf": False})
    form.director.offer(listing.directors(session()), _("All directors"))
    if "status" not in request.args:
        form.status.data = listing.default_status(session()) or "all"
    wanted = _wanted(form)
    return render_template(
        "cases/list.html",
        form=form,
        page=listing.case_page(session(), wanted),
        wanted=wanted,
        sort_url=lambda order: _list_url(sort=order, desc="1" if _turns(wanted, order) else None, page=None),
        page_url=lambda number: _list_url(page=number),
        filters=sum(bool(request.args.get(name)) for name in ("status", "phase", "director")),
        may_open=can(session(), Act.CASE_OPEN),
        may_break_glass=can(session(), Act.BREAK_GLASS_OPEN),
    )


@bp.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    require(session(), Act.CASE_OPEN)
    form = NewCaseForm(opened_on=local_date(now()))
    _offer_opening(form)
    if form.validate_on_submit():
        try:
            reference = actions.open_case(session(), form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("The case is open. Add the people it is about."), "ok")
            return redirect(url_for(".overview", reference=reference), 303)
    return render_template("cases/new.html", form=form), 422 if form.errors else 200


@bp.get("/<reference>", endpoint="overview")
def overview_page(reference: str) -> ResponseReturnValue:
    case = _case(reference)
    page = overview.overview_of(session(), case)
    names = party_names(page.parties)
    return render_template(
        "cases/overview.html" if case.seated else "cases/overview_shared.html",
        frame=case_frame(case),
        case=case,
        page=page,
        names=names,
        today=local_date(now()),
        relationships=[] if case.seated else relationships_of(session(), case.id),
        sentence=sentence,
    )


@bp.route("/<reference>/brief", methods=["GET", "POST"])
def brief(reference: str) -> ResponseReturnValue:
    case = _case(reference)
    require(session(), Act.CASE_EDIT, case.id)
    saved = overview.brief_of(session(), case.id) or abort(404)
    form = BriefEditForm(
        version=saved.version,
        municipality=saved.municipality,
        brought_in_by=saved.brought_in_by_id,
        problem_statement=saved.problem_statement,
        goal=saved.goal,
    )
    _offer_organisations(form)
    if not form.validate_on_submit():
        return _brief_page(case, form), 422 if form.errors else 200
    try:
        actions.edit_brief(session(), case.id, form.command())
    except RefusedError as refusal:
        put_beside_field(form, refusal)
        return _brief_page(case, form), 422
    except EditConflictError:
        form.version.catch_up(saved.version)
        return _brief_page(case, form, saved=saved), 409
    flash(_("What the case is about is saved."), "ok")
    return redirect(url_for(".overview", reference=case.reference), 303)


@bp.get("/<reference>/manage")
def manage(reference: str) -> ResponseReturnValue:
    """List what can be done with the case as a whole."""
    case = _case(reference)
    require(session(), Act.CASE_EDIT, case.id)
    return render_template(
        "cases/manage.html",
        frame=case_frame(case, "manage"),
        case=case,
        may_assign=can(session(), Act.CASE_ASSIGN, case.id),
    )


def _case(reference: str) -> CaseHead:
    return get_case(session(), reference) or abort(404)


def _brief_page(case: CaseHead, form: BriefEditForm, **values: Any) -> str:
    changed = case.id in changed_things(session(), case.id)
    shown = {"saved": None, "changed": changed} | values
    return render_template("cases/brief.html", frame=case_frame(case), form=form, **shown)


def _offer_opening(form: NewCaseForm) -> None:
    teams = [(team.id, team.name) for team in opening.teams(session())]
    directors = [(director.id, director.name) for director in opening.directors(session())]
    form.team.offer(teams, None if len(teams) == 1 else _("Make a choice"))
    form.director.offer(directors, None if len(directors) == 1 else _("Make a choice"))
    _offer_organisations(form)


def _offer_organisations(form: BriefForm) -> None:
    known = [(one.id, one.name) for one in opening.organisations(session())]
    form.brought_in_by.offer(known, _("Not known"))


def _wanted(form: FilterForm) -> Wanted:
    """Return what the address asks for; what it does not say well is left out."""
    sort = request.args.get("sort", "")
    director: UUID | None = form.director.data if form.director.validate(form) else None
    return Wanted(
        status=form.status.data or "",
        phase=form.phase.data if form.phase.validate(form) else None,
        director_id=director,
        order=Order(sort) if sort in set(Order) else Order.REFERENCE,
        descending=request.args.get("desc") == "1",
        page=request.args.get("page", 1, type=int),
    )


def _turns(wanted: Wanted, order: str) -> bool:
    """Whether sorting by a column again turns it around."""
    return wanted.order == order and not wanted.descending


def _list_url(**changes: Any) -> str:
    kept = {name: value for name, value in request.args.items() if value}
    chosen = {name: value for name, value in (kept | changes).items() if value is not None}
    return url_for(".case_list", **chosen)
