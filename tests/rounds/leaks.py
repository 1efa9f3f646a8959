"""Leaks that somebody could build above the rules: each as what goes wrong, where it shows, and which check sees it.

Mistakes in the rules themselves stand in tests/access/mistakes.py, and test_mistakes.py and test_doing.py catch them.
The checks here: `met` is a token of something hidden in an answer or the log, as test_towns.py and test_canaries.py
look for it, and `exported` the same in what somebody takes along; `differs` is an answer that changes with something
hidden.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, request
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.guard import POLICY_QUESTION
from caseflow.api import queries as api
from caseflow.bundles import exporting
from caseflow.casefile import queries as casefile
from caseflow.casefile import timeline
from caseflow.cases import listing, overview
from caseflow.cases import queries as cases
from caseflow.cases.parties import queries as parties
from caseflow.db import db
from caseflow.followup import queries as followup
from caseflow.search import queries as search


class PastTheGuard:
    """A session that asks without the reading rules."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, name):
        return getattr(self._session, name)

    def execute(self, statement, params=None, *, execution_options=None):
        free = {**(execution_options or {}), POLICY_QUESTION: True}
        return self._session.execute(statement, params, execution_options=free)

    def scalars(self, statement, params=None, *, execution_options=None):
        return self.execute(statement, params, execution_options=execution_options).scalars()

    def scalar(self, statement, params=None, *, execution_options=None):
        return self.execute(statement, params, execution_options=execution_options).scalar()


def unruled(function: Callable) -> Callable:
    """Let a query go past the guard."""
    return lambda session, *given, **named: function(PastTheGuard(session), *given, **named)


@dataclass(frozen=True)
class Leak:
    """A wrong function in the place of a right one, or something done to every answer, and where to look."""

    seen_by: str
    on: tuple[str, ...]
    right: Callable | None = None
    wrong: Callable | None = None
    to_answers: Callable[[Response], Response] | None = None


def _query(function: Callable, *on: str, seen_by: str = "met") -> Leak:
    return Leak(seen_by, on, function, unruled(function))


def _answers(change: Callable[[Response], Response], *on: str, seen_by: str = "differs") -> Leak:
    return Leak(seen_by, on, to_answers=change)


def everything_of(model: type) -> list:
    with Session(db.engine) as session:
        return [*session.scalars(select(model).order_by(model.id))]


def number_of(model: type) -> int:
    with Session(db.engine) as session:
        return session.scalar(select(func.count()).select_from(model))


def count_in_a_header(response: Response) -> Response:
    response.headers["X-Total"] = str(number_of(models.Entry))
    return response


def etag_of_all_rows(response: Response) -> Response:
    every = "".join(str(one.id) for one in everything_of(models.Entry))
    response.headers["ETag"] = hashlib.sha256(every.encode()).hexdigest()
    return response


def last_change_in_a_header(response: Response) -> Response:
    """Of all milestones, shown or not."""
    response.headers["X-State"] = str(sum(one.id.int for one in everything_of(models.Milestone)))
    return response


def parties_counted_in_a_comment(response: Response) -> Response:
    if response.mimetype == "text/html" and not response.is_streamed:
        response.set_data(response.get_data() + f"<!-- {number_of(models.Party)} -->".encode())
    return response


def links_counted_in_a_header(response: Response) -> Response:
    response.headers["X-Partners"] = str(number_of(models.Link))
    return response


def exclusions_in_a_header(response: Response) -> Response:
    response.headers["X-Excluded"] = str(number_of(models.Exclusion))
    return response


def the_entry_in_the_log(response: Response) -> Response:
    for one in everything_of(models.Entry):
        if str(one.id) in request.path:
            logging.getLogger("caseflow").warning("Refused: %s", one.body)
    return response


def the_entry_in_the_error(response: Response) -> Response:
    for one in everything_of(models.Entry):
        if response.status_code == 404 and str(one.id) in request.path:
            response.set_data(response.get_data() + f"<!-- {one.body} -->".encode())
    return response


def the_file_name_in_a_header(response: Response) -> Response:
    bodies = [one.body for one in everything_of(models.Entry) if str(one.id) in request.path]
    if bodies:
        response.headers["Content-Disposition"] = f'inline; filename="{bodies[0]}"'
    return response


def who_else_knows(response: Response) -> Response:
    response.headers["X-Readers"] = ", ".join(one.name for one in everything_of(models.User))
    return response


def the_person_in_the_error(response: Response) -> Response:
    people = {one.id: one.name for one in everything_of(models.Person)}
    for one in everything_of(models.Party):
        if str(one.id) in request.path and response.status_code == 404:
            response.set_data(response.get_data() + f"<!-- {people[one.person_id]} -->".encode())
    return response


def a_redirect_for_what_is_hidden(response: Response) -> Response:
    if response.status_code == 404 and any(
        str(one.id) in request.path for one in everything_of(models.Entry)
    ):
        response.status_code = 410
    return response


def whether_hidden_words_exist(response: Response) -> Response:
    response.headers["X-Found"] = str(sum("kx" in (one.body or "") for one in everything_of(models.Entry)))
    return response


def names_of_everybody_to_choose_from(response: Response) -> Response:
    names = "".join(f'<option value="{one.name}">' for one in everything_of(models.Person))
    response.set_data(response.get_data() + names.encode())
    return response


def names_in_the_title(response: Response) -> Response:
    names = ", ".join(one.name for one in everything_of(models.Person))
    response.set_data(response.get_data().replace(b"</title>", f" {names}</title>".encode()))
    return response


def news_of_what_is_hidden(response: Response) -> Response:
    response.headers["X-News"] = str(number_of(models.BreakGlass))
    return response


def kept_for_whoever_asks_next() -> Callable[[Response], Response]:
    """A page that is made once for its address, and not for who asks."""
    kept: dict[str, bytes] = {}

    def keep(response: Response) -> Response:
        if response.status_code == 200:
            kept.setdefault(request.path, response.get_data())
        response.set_data(kept.get(request.path, response.get_data()))
        return response

    return keep


CASE = "/cases/<reference>"
ENTRY = f"{CASE}/entries/<uuid:entry_id>"
API = "/api/v1"

LEAKS = {
    "the list of cases": _query(listing.case_page, "/cases", seen_by="differs"),
    "the head of any case": _query(cases.get_case, CASE),
    "all parties on the overview": _query(cases.parties_of, CASE),
    "the overview as a whole": _query(overview.overview_of, CASE),
    "the timeline": _query(timeline.timeline, f"{CASE}/timeline"),
    "an entry by its id": _query(casefile.get_entry, ENTRY),
    "somebody's sheet": _query(parties.person_sheet, f"{CASE}/parties/<uuid:party_id>", seen_by="differs"),
    "all milestones": _query(followup.milestones, f"{CASE}/milestones", seen_by="differs"),
    "hits in what is hidden": _query(search.find, "/search", f"{API}/search"),
    "cases at the JSON door": _query(api.cases, f"{API}/cases"),
    "one case at the JSON door": _query(api.case_item, f"{API}{CASE}"),
    "an export of more than its reader sees": _query(exporting.export_case, seen_by="exported"),
    "a count past the guard in a header": _answers(count_in_a_header, "/cases"),
    "an ETag made of hidden rows": _answers(etag_of_all_rows, CASE),
    "a header that changes with hidden milestones": _answers(last_change_in_a_header, CASE),
    "a count of hidden parties in a comment": _answers(parties_counted_in_a_comment, CASE),
    "a count of hidden links": _answers(links_counted_in_a_header, CASE),
    "a count of exclusions": _answers(exclusions_in_a_header, "/me"),
    "news of somebody else's break-glass": _answers(news_of_what_is_hidden, "/today"),
    "whether hidden words exist": _answers(whether_hidden_words_exist, "/search"),
    "another status for hidden than for absent": _answers(a_redirect_for_what_is_hidden, ENTRY),
    "a hidden entry in the log": _answers(the_entry_in_the_log, ENTRY, seen_by="met"),
    "a hidden entry in an error page": _answers(the_entry_in_the_error, ENTRY, seen_by="met"),
    "a hidden entry in a problem document": _answers(
        the_entry_in_the_error, f"{API}/entries/<uuid:entry_id>", seen_by="met"
    ),
    "a hidden person in an error page": _answers(
        the_person_in_the_error, f"{CASE}/parties/<uuid:party_id>", seen_by="met"
    ),
    "a hidden text as the name of a file": _answers(the_file_name_in_a_header, ENTRY, seen_by="met"),
    "everybody's name": _answers(who_else_knows, "/me", seen_by="met"),
    "names to choose from, whatever one may know": _answers(
        names_of_everybody_to_choose_from, f"{CASE}/parties/find", seen_by="met"
    ),
    "a page kept for whoever asks next": _answers(
        kept_for_whoever_asks_next(), f"{CASE}/timeline", f"{CASE}/parties", seen_by="met"
    ),
    "names in a title": _answers(names_in_the_title, CASE, seen_by="met"),
}
