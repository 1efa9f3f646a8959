"""The pages of the people of a case."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from caseflow.cases.earlier.queries import changed_things
from caseflow.cases.parties import actions, queries
from caseflow.cases.parties.actions import NewParty, PersonFacts
from caseflow.cases.parties.desk import Desk, attempt, desk_of
from caseflow.cases.parties.forms import (
    EndRoleForm,
    FindForm,
    FirstRoleForm,
    NewPersonForm,
    PersonForm,
    RoleForm,
)
from caseflow.cases.queries import RoleLine
from caseflow.cases.refusals import EditConflictError
from caseflow.cases.words import sentence, stands_to
from caseflow.web.forms import Form
from caseflow.web.given import given
from caseflow.web.session import session

bp = Blueprint("parties", __name__, url_prefix="/cases/<reference>/parties")


@bp.get("")
def parties(reference: str) -> ResponseReturnValue:
    desk = desk_of(reference)
    return desk.page(
        "list",
        parties=list(desk.parties.values()),
        relationships=queries.relationships_of(session(), desk.case.id),
        sentence=sentence,
    )


@bp.route("/new", methods=["GET", "POST"])
def new(reference: str) -> ResponseReturnValue:
    desk = desk_of(reference)
    form = NewPersonForm()
    desk.offer_sources(form.source, _("Not known"))
    added = attempt(
        form,
        lambda: actions.add_party(session(), desk.case.id, form.command()),
        lambda: _back_to_list(desk, _("This person is in the case now.")),
    )
    return added or (desk.page("new", form=form), 422 if form.errors else 200)


@bp.route("/find", methods=["GET", "POST"])
def find(reference: str) -> ResponseReturnValue:
    """Look for somebody in the reader's other cases. Names go by POST: they may not stand in an address."""
    desk = desk_of(reference)
    form = FindForm()
    found = None
    if form.validate_on_submit():
        here = [line.person_id for line in desk.parties.values() if line.person_id]
        found = queries.find_persons(session(), form.name.data or "", here)
    return desk.page("find", form=form, found=found), 422 if form.errors else 200


@bp.route("/known/<uuid:person_id>", methods=["GET", "POST"])
def add_known(reference: str, person_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    person = queries.known_person(session(), person_id, desk.case.id)
    if person is None:
        raise NotFound
    form = FirstRoleForm()
    desk.offer_sources(form.source, _("Not known"))
    added = attempt(
        form,
        lambda: actions.add_party(session(), desk.case.id, NewParty(person_id, form.first_role())),
        lambda: _back_to_list(desk, _("This person is in the case now.")),
    )
    return added or (desk.page("known", form=form, person=person), 422 if form.errors else 200)


@bp.get("/<uuid:party_id>")
def party(reference: str, party_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    line = desk.party(party_id)
    stands = [
        (one, stands_to(one.kind, desk.names[_other(one, party_id)], backward=one.to_party_id == party_id))
        for one in queries.relationships_of(session(), desk.case.id)
        if party_id in {one.from_party_id, one.to_party_id}
    ]
    sheet = queries.person_sheet(session(), desk.case.id, party_id)
    changed = party_id in changed_things(session(), desk.case.id)
    return desk.page("party", party=line, sheet=sheet, stands=stands, changed=changed)


@bp.route("/<uuid:party_id>/edit", methods=["GET", "POST"])
def edit(reference: str, party_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    line = desk.party(party_id)
    sheet = queries.person_sheet(session(), desk.case.id, party_id)
    if sheet is None:
        raise NotFound
    saved = PersonFacts(line.name or "", line.born_on, line.died_on, line.gender)
    form = PersonForm(obj=saved, version=sheet.version)
    try:
        done = attempt(
            form,
            lambda: actions.edit_person(
                session(), desk.case.id, party_id, form.facts(), form.version.data or 0
            ),
            lambda: _back_to_party(desk, party_id, _("The person is saved.")),
        )
    except EditConflictError:
        form.version.catch_up(sheet.version)
        return desk.page("edit", form=form, party=line, sheet=sheet, saved=saved), 409
    shown = {"form": form, "party": line, "sheet": sheet, "saved": None}
    return done or (desk.page("edit", **shown), 422 if form.errors else 200)


@bp.route("/<uuid:party_id>/remove", methods=["GET", "POST"])
def remove(reference: str, party_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    line = desk.party(party_id)
    form = Form()
    removed = attempt(
        form,
        lambda: actions.remove_party(session(), desk.case.id, party_id),
        lambda: _back_to_list(desk, _("This person is no longer in the case.")),
    )
    mentions = queries.mentions_of(session(), party_id)
    shown = {"form": form, "party": line, "mentions": mentions}
    return removed or (desk.page("remove", **shown), 422 if form.form_errors else 200)


@bp.route("/<uuid:party_id>/roles/new", methods=["GET", "POST"])
def new_role(reference: str, party_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    line = desk.party(party_id)
    form = RoleForm()
    desk.offer_sources(form.source, _("Not known"))
    added = attempt(
        form,
        lambda: actions.add_role(session(), desk.case.id, party_id, form.command()),
        lambda: _back_to_party(desk, party_id, _("The role is added.")),
    )
    return added or (desk.page("new_role", form=form, party=line), 422 if form.errors else 200)


@bp.route("/<uuid:party_id>/roles/<uuid:role_id>", methods=["GET", "POST"])
def end_role(reference: str, party_id: UUID, role_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    line = desk.party(party_id)
    role = _role(line.roles, role_id)
    form = EndRoleForm()
    ended = attempt(
        form,
        lambda: actions.end_role(session(), desk.case.id, party_id, role_id, given(form.until_on.data)),
        lambda: _back_to_party(desk, party_id, _("The role has ended.")),
    )
    return ended or (desk.page("role", form=form, party=line, role=role), 422 if form.errors else 200)


@bp.post("/<uuid:party_id>/roles/<uuid:role_id>/remove")
def remove_role(reference: str, party_id: UUID, role_id: UUID) -> ResponseReturnValue:
    desk = desk_of(reference)
    _role(desk.party(party_id).roles, role_id)
    actions.remove_role(session(), desk.case.id, party_id, role_id)
    return _back_to_party(desk, party_id, _("The role is removed."))


def _role(roles: tuple[RoleLine, ...], role_id: UUID) -> RoleLine:
    found = next((role for role in roles if role.id == role_id), None)
    if found is None:
        raise NotFound
    return found


def _other(line: queries.RelationshipLine, party_id: UUID) -> UUID:
    return line.to_party_id if line.from_party_id == party_id else line.from_party_id


def _back_to_list(desk: Desk, message: str) -> ResponseReturnValue:
    flash(message, "ok")
    return redirect(url_for("parties.parties", reference=desk.case.reference), 303)


def _back_to_party(desk: Desk, party_id: UUID, message: str) -> ResponseReturnValue:
    flash(message, "ok")
    return redirect(url_for("parties.party", reference=desk.case.reference, party_id=party_id), 303)
