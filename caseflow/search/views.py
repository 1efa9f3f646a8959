"""The search page. Words are sent by POST: an address would keep them."""

from datetime import datetime
from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from caseflow.requests import throttle
from caseflow.search.forms import SearchForm
from caseflow.search.queries import Hits, find
from caseflow.web.session import session
from caseflow.web.viewer import current_actor, now

bp = Blueprint("search", __name__)


@bp.route("/search", methods=["GET", "POST"])
def search() -> ResponseReturnValue:
    form = SearchForm()
    if not form.validate_on_submit():
        return render_template(
            "search/search.html", form=form, hits=None, next_after=""
        ), 422 if form.errors else 200
    throttle.spend(throttle.SEARCH, str(current_actor().user_id), now())
    hits = find(session(), form.q.data or "", after=_mark(form.after.data))
    return render_template("search/search.html", form=form, hits=hits, next_after=_text(hits))


def _mark(text: str | None) -> tuple[datetime, UUID] | None:
    """Read where the page before ended; a mark that caseflow did not make is no mark."""
    moment, _space, entry_id = (text or "").partition(" ")
    try:
        found = datetime.fromisoformat(moment), UUID(entry_id)
    except ValueError:
        return None
    return found if found[0].tzinfo else None


def _text(hits: Hits) -> str:
    return f"{hits.after[0].isoformat()} {hits.after[1]}" if hits.after else ""
