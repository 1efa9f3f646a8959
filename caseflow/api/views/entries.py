"""Entries: reading them, and writing one."""

from typing import Any
from uuid import UUID

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue

from caseflow.api import lists, queries
from caseflow.api.bodies import read_body
from caseflow.api.definitions import DAY, TEXT, Shape, items_of, ref
from caseflow.api.describing import call
from caseflow.api.drafting import draft_in
from caseflow.api.problems import WrongParameterError, refused
from caseflow.api.wording import entry_said
from caseflow.casefile.actions import write_entry
from caseflow.casefile.keys import party_keys
from caseflow.casefile.portrait import Portraits
from caseflow.casefile.problems import RefusedEntryError
from caseflow.casefile.queries import get_entry
from caseflow.casefile.timeline import TimelinePage, Wanted, timeline
from caseflow.casefile.wording import Keys
from caseflow.cases.queries import CaseHead, get_case
from caseflow.models.vocabulary import Category, EntryKind
from caseflow.web.session import session

FILTERS: tuple[Shape, ...] = (
    {"name": "kind", "in": "query", "schema": {"enum": [one.value for one in EntryKind]}},
    {"name": "category", "in": "query", "schema": ref("category")},
    {"name": "party", "in": "query", "description": "the key or id of a party", "schema": TEXT},
    {"name": "from", "in": "query", "description": "the first day, in Amsterdam", "schema": DAY},
    {"name": "until", "in": "query", "description": "the last day, in Amsterdam", "schema": DAY},
)


@call(
    "GET",
    "/cases/<reference>/entries",
    summary="Entries, newest first; documents without what they hold",
    gives=items_of("entry_line"),
    query=(*FILTERS, *lists.PAGING),
)
def entry_list(reference: str) -> ResponseReturnValue:
    case = get_case(session(), reference) or abort(404)
    page = timeline(session(), case.id, _wanted(case), limit=lists.limit(), told=True)
    keys = _keys(case.id, page)
    return lists.listed((entry_said(one, case.reference, keys) for one in page.entries), page.older_than)


@call("GET", "/entries/<uuid:entry_id>", summary="One entry", gives=ref("entry_line"))
def entry(entry_id: UUID) -> ResponseReturnValue:
    return said_entry(entry_id)


@call(
    "POST",
    "/cases/<reference>/entries",
    summary="Write an entry, with the members that it has in a bundle",
    takes="new_entry",
    gives=ref("entry_line"),
    status=201,
    once=True,
)
def new_entry(reference: str) -> ResponseReturnValue:
    case = get_case(session(), reference) or abort(404)
    entry_id = _written(case, read_body())
    return said_entry(entry_id), 201, {"Location": url_for(".entry", entry_id=entry_id)}


def said_entry(entry_id: UUID) -> dict[str, Any]:
    """Say one entry with all that it holds; nothing that is hidden is told from what is not there."""
    place = queries.place_of_entry(session(), entry_id) or abort(404)
    portrait, found = get_entry(session(), place.case_id, entry_id, contents=True) or abort(404)
    return entry_said(portrait, place.reference, _keys(place.case_id, found))


def _written(case: CaseHead, body: Any) -> UUID:
    draft = draft_in(session(), case, body)
    try:
        return write_entry(session(), case, draft)
    except RefusedEntryError as error:
        if any(problem.code == "outside_scope" for problem in error.problems):
            abort(404)
        raise refused(draft, error.problems) from error


def _keys(case_id: UUID, page: TimelinePage | Portraits) -> Keys:
    return Keys(
        parties=party_keys(session(), case_id),
        users={id_: one.key for id_, one in page.users.items()},
        organisations={id_: one.key for id_, one in page.organisations.items()},
    )


def _wanted(case: CaseHead) -> Wanted:
    return Wanted(
        kind=lists.word("kind", EntryKind),
        category=lists.word("category", Category),
        party_id=_party(case.id),
        from_on=lists.day("from"),
        until_on=lists.day("until"),
        older_than=lists.after(lists.an_id),
    )


def _party(case_id: UUID) -> UUID | None:
    text = request.args.get("party")
    if text is None:
        return None
    known = queries.party_ids(session(), case_id)
    if text not in known:
        raise WrongParameterError("party", "There is no such party in this case.")
    return known[text]
