"""The pages of milestones."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, require
from caseflow.cases.earlier.queries import changed_things
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, get_case, parties_of
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.cases.words import party_names
from caseflow.clock import local_date
from caseflow.followup import actions, queries
from caseflow.followup.forms import AgainForm, ChangeForm, DoneForm, DropForm, MilestoneForm, MoveForm
from caseflow.followup.people import possible_owners
from caseflow.followup.queries import MilestoneLine
from caseflow.followup.wording import STANDINGS, put_beside_field, standing_badge, titles
from caseflow.web.session import session as current_session
from caseflow.web.viewer import now

bp = Blueprint("followup", __name__, url_prefix="/cases/<reference>")


@bp.get("/milestones")
def milestones(reference: str) -> ResponseReturnValue:
    head = _case(reference)
    lines = queries.milestones(current_session(), head.id)
    groups = [
        (text, [line for line in lines if line.standing is standing])
        for standing, (text, _kind) in STANDINGS.items()
    ]
    return _page("followup/milestones.html", head, lines, groups=[group for group in groups if group[1]])


@bp.route("/milestones/new", methods=["GET", "POST"])
def new_milestone(reference: str) -> ResponseReturnValue:
    head = _case(reference)
    require(current_session(), Act.MILESTONE_SET, head.id)
    form = MilestoneForm(owner_id=head.contact_point_id)
    _fill_choices(form, head)
    if form.validate_on_submit():
        try:
            actions.set_milestone(current_session(), head.id, form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
        else:
            flash(_("The milestone is in the list."), "ok")
            return redirect(url_for(".milestones", reference=head.reference), 303)
    return _page("followup/new_milestone.html", head, [], form=form), 422 if form.errors else 200


@bp.get("/milestones/<uuid:milestone_id>")
def milestone(reference: str, milestone_id: UUID) -> ResponseReturnValue:
    head, line = _milestone(reference, milestone_id)
    return _milestone_page(head, line)


@bp.post("/milestones/<uuid:milestone_id>/done")
def complete(reference: str, milestone_id: UUID) -> ResponseReturnValue:
    return _change(reference, milestone_id, DoneForm(), actions.complete)


@bp.post("/milestones/<uuid:milestone_id>/move")
def move(reference: str, milestone_id: UUID) -> ResponseReturnValue:
    return _change(reference, milestone_id, MoveForm(), actions.move)


@bp.post("/milestones/<uuid:milestone_id>/drop")
def drop(reference: str, milestone_id: UUID) -> ResponseReturnValue:
    return _change(reference, milestone_id, DropForm(), actions.drop)


@bp.post("/milestones/<uuid:milestone_id>/again")
def take_up_again(reference: str, milestone_id: UUID) -> ResponseReturnValue:
    return _change(reference, milestone_id, AgainForm(), actions.take_up_again)


def _case(reference: str) -> CaseHead:
    return get_case(current_session(), reference) or abort(404)


def _change(
    reference: str,
    milestone_id: UUID,
    form: ChangeForm,
    act: Callable[..., None],
) -> ResponseReturnValue:
    """Let one of the milestone's forms act, or show the page again with what was typed."""
    head, line = _milestone(reference, milestone_id)
    if isinstance(form, MoveForm):
        _fill_owners(form, head, line)
    if not form.validate_on_submit():
        return _milestone_page(head, line, form), 422
    try:
        act(current_session(), head.id, line.id, form.command())
    except RefusedError as refusal:
        put_beside_field(form, refusal)
        return _milestone_page(head, line, form), 422
    except EditConflictError:
        form.version.catch_up(line.version)
        return _milestone_page(head, line, form, conflict=True), 409
    flash(_("The milestone is saved."), "ok")
    return redirect(url_for(".milestones", reference=head.reference), 303)


def _milestone(reference: str, milestone_id: UUID) -> tuple[CaseHead, MilestoneLine]:
    head = _case(reference)
    require(current_session(), Act.MILESTONE_SET, head.id)
    return head, queries.get_milestone(current_session(), head.id, milestone_id) or abort(404)


def _milestone_page(
    head: CaseHead, line: MilestoneLine, failed: ChangeForm | None = None, *, conflict: bool = False
) -> str:
    forms: dict[type[ChangeForm], ChangeForm] = {} if failed is None else {type(failed): failed}
    blank = {"formdata": None, "version": line.version}
    today = local_date(now())
    moving = forms.get(MoveForm) or MoveForm(due_on=line.due_on, owner_id=line.owner_id, **blank)
    if isinstance(moving, MoveForm):
        _fill_owners(moving, head, line)
    return _page(
        "followup/milestone.html",
        head,
        [line],
        line=line,
        conflict=conflict,
        changed=line.id in changed_things(current_session(), head.id),
        done=forms.get(DoneForm) or DoneForm(done_on=today, **blank),
        moving=moving,
        dropping=forms.get(DropForm) or DropForm(**blank),
        again=forms.get(AgainForm) or AgainForm(**blank),
    )


def _page(template: str, head: CaseHead, lines: list[MilestoneLine], **values: Any) -> str:
    names = (
        party_names(parties_of(current_session(), head.id)) if any(line.party_id for line in lines) else {}
    )
    called = titles(lines, names)
    return render_template(
        template,
        frame=case_frame(head, "milestones"),
        milestone_title=lambda line: called[line.id],
        standing_badge=standing_badge,
        **values,
    )


def _fill_choices(form: MilestoneForm, head: CaseHead) -> None:
    form.offer_kinds()
    form.owner_id.offer(possible_owners(current_session(), head.id))
    form.party_id.offer(
        party_names(parties_of(current_session(), head.id)).items(), _("Nobody in particular")
    )


def _fill_owners(form: MoveForm, head: CaseHead, line: MilestoneLine) -> None:
    owners = dict(possible_owners(current_session(), head.id))
    if line.owner_id:
        owners.setdefault(line.owner_id, line.owner or "")
    form.owner_id.offer(owners.items())
