"""The pages of what a brief, a person, a relationship, a link or a milestone said before."""

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from caseflow.cases.earlier.queries import History, history, names_of
from caseflow.cases.earlier.words import Names, called, differences, named_in
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, get_case, parties_of
from caseflow.cases.words import party_names
from caseflow.models.vocabulary import Editable
from caseflow.web.session import session

bp = Blueprint("earlier", __name__, url_prefix="/cases/<reference>")


@bp.get("/brief/earlier")
def brief(reference: str) -> ResponseReturnValue:
    case = _case(reference)
    return _page(case, Editable.BRIEF, case.id, "", url_for("cases.brief", reference=reference))


@bp.get("/parties/<uuid:party_id>/earlier")
def person(reference: str, party_id: UUID) -> ResponseReturnValue:
    back = url_for("parties.party", reference=reference, party_id=party_id)
    return _page(_case(reference), Editable.PERSON, party_id, "parties", back)


@bp.get("/parties/relationships/<uuid:relationship_id>/earlier")
def relationship(reference: str, relationship_id: UUID) -> ResponseReturnValue:
    back = url_for("relationships.edit", reference=reference, relationship_id=relationship_id)
    return _page(_case(reference), Editable.RELATIONSHIP, relationship_id, "parties", back)


@bp.get("/partners/<uuid:link_id>/earlier")
def link(reference: str, link_id: UUID) -> ResponseReturnValue:
    back = url_for("sharing.partners", reference=reference)
    return _page(_case(reference), Editable.LINK, link_id, "partners", back)


@bp.get("/milestones/<uuid:milestone_id>/earlier")
def milestone(reference: str, milestone_id: UUID) -> ResponseReturnValue:
    back = url_for("followup.milestone", reference=reference, milestone_id=milestone_id)
    return _page(_case(reference), Editable.MILESTONE, milestone_id, "milestones", back)


def _case(reference: str) -> CaseHead:
    """Return the case of an address, for its seats; to all others it is not there."""
    case = get_case(session(), reference)
    if case is None or not case.seated:
        abort(404)
    return case


def _page(case: CaseHead, thing: Editable, thing_id: UUID, here: str, back: str) -> str:
    found: History = history(session(), case.id, thing, thing_id) or abort(404)
    names = _names(case, thing, found)
    return render_template(
        "cases/earlier.html",
        frame=case_frame(case, here),
        thing=thing,
        called=called(thing, found.now, names),
        back=back,
        earlier=found.earlier,
        differences=lambda one: differences(thing, one.before, one.after, names),
    )


def _names(case: CaseHead, thing: Editable, found: History) -> Names:
    mentioned = {
        named for one in found.earlier for said in (one.before, one.after) for named in named_in(said)
    }
    if thing is Editable.LINK:
        mentioned.add(found.now.organisation_id)
    return Names(party_names(parties_of(session(), case.id)), names_of(session(), mentioned))
