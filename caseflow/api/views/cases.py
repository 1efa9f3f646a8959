"""The cases that exist for who asks."""

from flask import abort
from flask.typing import ResponseReturnValue

from caseflow.api import lists, queries
from caseflow.api.definitions import items_of, ref
from caseflow.api.describing import call
from caseflow.api.wording import brief_said, case_said, party_said
from caseflow.audit import reads
from caseflow.casefile.keys import party_keys
from caseflow.cases.overview import brief_of
from caseflow.cases.queries import parties_of
from caseflow.web.session import session


@call("GET", "/cases", summary="Cases, by reference", gives=items_of("case_line"), query=lists.PAGING)
def case_list() -> ResponseReturnValue:
    most, start = lists.limit(), lists.after(_reference) or ""
    found = queries.cases(session(), start, most + 1)
    shown = found[:most]
    return lists.listed(map(case_said, shown), shown[-1].reference if len(found) > most else None)


@call("GET", "/cases/<reference>", summary="A case and its parties", gives=ref("case_file"))
def case(reference: str) -> ResponseReturnValue:
    found = queries.case_item(session(), reference) or abort(404)
    parties, keys = parties_of(session(), found.id), party_keys(session(), found.id)
    reads.saw(session(), "overview.read", found.id)
    brief = brief_of(session(), found.id) if found.seated else None
    said = {"parties": [party_said(party, keys[party.id]) for party in parties]}
    return case_said(found) | brief_said(brief) | said


def _reference(text: str) -> str:
    """Take what a cursor holds.

    Raises:
        ValueError: no reference can look like that.
    """
    if not text.isprintable():
        raise ValueError(text)
    return text
