"""Who read a file: for its seats, and for privacy officers, for whom the case itself does not exist."""

from flask import abort
from flask.typing import ResponseReturnValue

from caseflow.access.oversight import case_to_watch
from caseflow.api import lists
from caseflow.api.definitions import items_of
from caseflow.api.describing import call
from caseflow.api.wording import access_said
from caseflow.audit import reads
from caseflow.audit.queries import access_log
from caseflow.web.session import session

MOST_DIGITS = 9
"""The longest place in a log that fits every database."""


@call(
    "GET",
    "/cases/<reference>/access-log",
    summary="Who read and changed what, newest first",
    gives=items_of("access_line"),
    query=lists.PAGING,
)
def access_log_of(reference: str) -> ResponseReturnValue:
    case_id = case_to_watch(session(), reference) or abort(404)
    log = access_log(session(), case_id, cursor=lists.after(_place), limit=lists.limit())
    reads.saw(session(), "access_log.read", case_id)
    return lists.listed(map(access_said, log.items), log.next)


def _place(text: str) -> int:
    """Read a place in the log.

    Raises:
        ValueError: it is none.
    """
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS:
        raise ValueError(text)
    return int(text)
