"""Milestones: what is due, and that something was done."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from caseflow.api import lists, queries
from caseflow.api.bodies import read_shape
from caseflow.api.definitions import items_of, ref
from caseflow.api.describing import call
from caseflow.api.problems import DETAILS, InvalidError
from caseflow.api.queries import Place
from caseflow.api.wording import milestone_said
from caseflow.casefile.keys import party_keys
from caseflow.casefile.reading import Problem, Problems, Reading
from caseflow.cases.queries import get_case
from caseflow.cases.refusals import RefusedError
from caseflow.clock import local_date
from caseflow.followup.actions import Done, complete
from caseflow.followup.queries import MilestoneLine, get_milestone, milestones
from caseflow.web.session import session
from caseflow.web.viewer import now


@call(
    "GET",
    "/cases/<reference>/milestones",
    summary="Milestones, by the day they are due",
    gives=items_of("milestone_line"),
    query=lists.PAGING,
)
def milestone_list(reference: str) -> ResponseReturnValue:
    case = get_case(session(), reference) or abort(404)
    most, start = lists.limit(), lists.after(lists.an_id)
    lines = milestones(session(), case.id)
    ids = [line.id for line in lines]
    first = ids.index(start) + 1 if start in ids else len(ids) if start else 0
    shown = lines[first : first + most]
    return lists.listed(_said(case.id, shown), shown[-1].id if first + most < len(lines) else None)


@call(
    "POST",
    "/milestones/<uuid:milestone_id>/done",
    summary="State that a milestone was done",
    takes="done",
    needs_body=False,
    gives=ref("milestone_line"),
    once=True,
)
def milestone_done(milestone_id: UUID) -> ResponseReturnValue:
    place = queries.place_of_milestone(session(), milestone_id) or abort(404)
    line = get_milestone(session(), place.case_id, milestone_id) or abort(404)
    try:
        complete(session(), place.case_id, milestone_id, _done(line.version))
    except RefusedError as error:
        raise InvalidError([Problem(f"/{error.field}", DETAILS[error.code])]) from error
    where = url_for(".milestone_list", reference=place.reference)
    return said_milestone(place, milestone_id), 200, {"Location": where}


def said_milestone(place: Place, milestone_id: UUID) -> dict[str, Any]:
    """Say one milestone as it stands."""
    line = get_milestone(session(), place.case_id, milestone_id) or abort(404)
    return _said(place.case_id, [line])[0]


def _said(case_id: UUID, lines: list[MilestoneLine]) -> list[dict[str, Any]]:
    keys, parties = queries.keys_of_milestones(session(), case_id), party_keys(session(), case_id)
    return [milestone_said(line, keys[line.id], parties) for line in lines]


def _done(standing_version: int) -> Done:
    body = read_shape("done", optional=True)
    day = _day(body["done_on"]) if "done_on" in body else local_date(now())
    return Done(day, body.get("result"), int(body.get("version", standing_version)))


def _day(text: str) -> date:
    reading = Reading(keys={}, organisation_of={}, problems=Problems())
    day = reading.day(text, "/done_on")
    if day is None:
        raise InvalidError(reading.problems)
    return day
