"""Searching. Words are sent in the body: an address would keep them."""

from datetime import datetime
from uuid import UUID

from flask.typing import ResponseReturnValue

from caseflow.api import lists
from caseflow.api.bodies import read_shape
from caseflow.api.definitions import items_of
from caseflow.api.describing import call
from caseflow.api.wording import cursor_of, hit_said
from caseflow.requests import throttle
from caseflow.search.queries import find
from caseflow.web.session import session
from caseflow.web.viewer import current_actor, now


@call(
    "POST",
    "/search",
    summary="Entries that hold all of these words, newest first",
    takes="question",
    gives=items_of("hit"),
    query=lists.PAGING,
    refuses=(429,),
)
def search() -> ResponseReturnValue:
    throttle.spend(throttle.SEARCH, str(current_actor().user_id), now())
    question = read_shape("question")["q"]
    hits = find(session(), question, limit=lists.limit(), after=lists.after(_mark))
    return lists.listed(map(hit_said, hits.items), cursor_of(*hits.after) if hits.after else None)


def _mark(text: str) -> tuple[datetime, UUID]:
    """Read where the page before ended.

    Raises:
        ValueError: no page ended like that.
    """
    at, _space, entry_id = text.partition(" ")
    mark = datetime.fromisoformat(at), lists.an_id(entry_id)
    if cursor_of(*mark) != text or mark[0].tzinfo is None:
        raise ValueError(text)
    return mark
