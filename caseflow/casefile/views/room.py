"""What the pages of the case file share: the case, the entry within it, and what can be chosen there."""

from uuid import UUID

from flask import Blueprint, abort

from caseflow.access.check import Act, can, require_contribute
from caseflow.casefile.forms.choices import Choices
from caseflow.casefile.portrait import Portrait, Portraits
from caseflow.casefile.queries import directory, get_entry, scope
from caseflow.cases.queries import CaseHead, PartyLine, get_case, parties_of
from caseflow.cases.words import party_name
from caseflow.models.vocabulary import Category
from caseflow.web.session import session
from caseflow.web.viewer import current_actor

bp = Blueprint("casefile", __name__, url_prefix="/cases/<reference>")


def the_case(reference: str) -> CaseHead:
    """Return the case, or answer that there is none."""
    return get_case(session(), reference) or abort(404)


def the_entry(case: CaseHead, entry_id: UUID, *, contents: bool = False) -> tuple[Portrait, Portraits]:
    """Return an entry of the case with the names on it, or answer that there is none."""
    return get_entry(session(), case.id, entry_id, contents=contents) or abort(404)


def choices_in(case: CaseHead, parties: list[PartyLine]) -> Choices:
    """Return what the reader can choose from while writing in a case."""
    people = directory(session(), case.id)
    categories, named = tuple(Category), parties
    if not case.seated:
        opened = scope(session(), case.id)
        categories = opened.categories
        named = [party for party in parties if party.id in opened.party_ids]
    return Choices(
        may_disclose=can(session(), Act.FACT_DISCLOSE, case.id),
        parties=tuple((party.id, party_name(party)) for party in named),
        categories=categories,
        organisations=people.organisations,
        users=tuple((one.id, f"{one.name} ({one.organisation})") for one in people.workers),
        own_organisation_id=current_actor().organisation_id,
    )


def writing_in(reference: str) -> tuple[CaseHead, list[PartyLine], Choices]:
    """Return the case, its parties and what can be chosen, for who may write there."""
    case = the_case(reference)
    require_contribute(session(), case.id)
    parties = parties_of(session(), case.id)
    return case, parties, choices_in(case, parties)
