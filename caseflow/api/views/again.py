"""What was sent before is answered as it was then; its body is read anew, as far as the sender may still read it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Response, abort, current_app, g, jsonify, request
from werkzeug.exceptions import NotFound

from caseflow.api import queries
from caseflow.api.describing import bp
from caseflow.api.views.entries import said_entry
from caseflow.api.views.milestones import said_milestone
from caseflow.web.errors import answer
from caseflow.web.session import session


def _entry(location: str) -> dict[str, Any]:
    return said_entry(UUID(location.rpartition("/")[2]))


def _milestone(_location: str) -> dict[str, Any]:
    milestone_id: UUID = (request.view_args or {})["milestone_id"]
    place = queries.place_of_milestone(session(), milestone_id) or abort(404)
    return said_milestone(place, milestone_id)


BODIES: dict[str, Callable[[str], dict[str, Any]]] = {
    "api.new_entry": _entry,
    "api.milestone_done": _milestone,
}
"""How the body of each call that acts once is read again."""


@bp.after_request
def _with_body(response: Response) -> Response:
    if not g.get("replayed") or not response.location:
        return response
    try:
        body = jsonify(BODIES[request.endpoint or ""](response.location))
    except NotFound as gone:
        return current_app.make_response(answer(gone))
    body.status_code, body.location = response.status_code, response.location
    return body
