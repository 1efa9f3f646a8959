"""The pages of how the people of a case stand to each other."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from caseflow.cases.earlier.queries import changed_things
from caseflow.cases.parties import relationships
from caseflow.cases.parties.desk import Desk, attempt, desk_of
from caseflow.cases.parties.forms import RelationshipEditForm, RelationshipForm, VersionForm
from caseflow.cases.parties.queries import RelationshipLine, relationships_of
from caseflow.cases.refusals import EditConflictError
from caseflow.cases.words import sentence
from caseflow.web.session import session

bp = Blueprint("relationships", __name__, url_prefix="/cases/<reference>/parties/relationships")


@bp.route("/new", methods=["GET", "POST"])
def new(reference: str) -> ResponseReturnValue:
    desk = desk_of(reference)
    form = RelationshipForm(from_party_id=_first(desk))
    _offer(form, desk)
    added = attempt(
        form,
        lambda: relationships.add_relationship(session(), desk.case.id, form.facts()),
        lambda: _back(desk, _("The relationship is added.")),
    )
    return added or (desk.page("new_relationship", form=form), 422 if form.errors else 200)


@bp.route("/<uuid:relationship_id>", methods=["GET", "POST"])
def edit(reference: str, relationship_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    line = _line(desk, relationship_id)
    form = RelationshipEditForm(obj=line)
    _offer(form, desk)
    try:
        done = attempt(
            form,
            lambda: relationships.edit_relationship(
                session(), desk.case.id, relationship_id, form.facts(), form.version.data or 0
            ),
            lambda: _back(desk, _("The relationship is saved.")),
        )
    except EditConflictError:
        form.version.catch_up(line.version)
        return _edit_page(desk, form, line, conflict=True), 409
    return done or (_edit_page(desk, form, line), 422 if form.errors else 200)


@bp.route("/<uuid:relationship_id>/remove", methods=["GET", "POST"])
def remove(reference: str, relationship_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    line = _line(desk, relationship_id)
    form = VersionForm(version=line.version)
    try:
        removed = attempt(
            form,
            lambda: relationships.remove_relationship(
                session(), desk.case.id, relationship_id, form.version.data or 0
            ),
            lambda: _back(desk, _("The relationship is removed.")),
        )
    except EditConflictError:
        form.version.catch_up(line.version)
        return desk.page("remove_relationship", form=form, line=line, conflict=True, sentence=sentence), 409
    shown = {"form": form, "line": line, "conflict": False, "sentence": sentence}
    return removed or (desk.page("remove_relationship", **shown), 422 if form.errors else 200)


def _edit_page(
    desk: Desk, form: RelationshipEditForm, line: RelationshipLine, *, conflict: bool = False
) -> str:
    changed = line.id in changed_things(session(), desk.case.id)
    shown = {"form": form, "line": line, "conflict": conflict, "changed": changed}
    return desk.page("relationship", sentence=sentence, **shown)


def _offer(form: RelationshipForm, desk: Desk) -> None:
    form.from_party_id.offer(desk.names.items(), _("Make a choice"))
    form.to_party_id.offer(desk.names.items(), _("Make a choice"))


def _first(desk: Desk) -> UUID | None:
    """Return whose page the reader came from, if that is somebody in the case."""
    return next((party_id for party_id in desk.names if str(party_id) == request.args.get("party")), None)


def _line(desk: Desk, relationship_id: UUID) -> RelationshipLine:
    lines = relationships_of(session(), desk.case.id)
    found = next((line for line in lines if line.id == relationship_id), None)
    if found is None:
        raise NotFound
    return found


def _back(desk: Desk, message: str) -> ResponseReturnValue:
    flash(message, "ok")
    return redirect(url_for("parties.parties", reference=desk.case.reference), 303)
