"""A page as somebody else gets it: the same view, templates and queries, with another viewer, session and moment."""

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from flask import current_app, g, request
from werkzeug.exceptions import HTTPException

from caseflow.access.check import ForbiddenError
from caseflow.web.viewer import Viewer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SCRIPT = re.compile(r"[ \t]*<script\b[^>]*></script>\n?")
NOWHERE = '<head><base target="_blank">'
"""Where every link of the page goes: to a new window, which the frame around it does not allow."""


def seen_by(viewer: Viewer, session: "Session", moment: datetime, path: str) -> str | None:
    """Make the page at an address for a viewer, or nothing where they find none.

    It is made in a request of its own, which brings no cookie and gives none back: what the page leaves in it is
    gone with it. Whoever made no choice of language reads it in the language of who looks along.
    """
    app = current_app
    language = request.headers.get("Accept-Language", "")
    there = app.test_request_context(path, base_url=request.host_url, headers={"Accept-Language": language})
    with app.app_context(), there:
        g.viewer, g.session, g.now = viewer, session, moment
        if request.endpoint is None:
            return None
        try:
            answer: Any = app.view_functions[request.endpoint](**(request.view_args or {}))
        except (HTTPException, ForbiddenError):
            return None
        return for_a_frame(app.make_response(answer).get_data(as_text=True))


def for_a_frame(page: str) -> str:
    """Return a page as it stands in a frame in which nothing runs and nothing leads anywhere."""
    return SCRIPT.sub("", page).replace("<head>", NOWHERE, 1)
