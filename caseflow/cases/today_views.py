"""The page that a working day starts with."""

from datetime import datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act, can
from caseflow.cases import today
from caseflow.cases.frame import case_url
from caseflow.cases.notices import notices_for
from caseflow.clock import local_date
from caseflow.models.vocabulary import Role
from caseflow.web.navigation import landing, only_linked
from caseflow.web.session import session
from caseflow.web.viewer import current_actor, now

bp = Blueprint("today", __name__)


@bp.get("/today")
def today_page() -> ResponseReturnValue:
    actor = current_actor()
    if only_linked(actor):
        return redirect(landing(actor), 303)
    notices = notices_for(session())
    told = {"notices": notices, "seen_at": now().isoformat()}
    if not today.works_on_cases(actor):
        return render_template("cases/today_without_cases.html", roles=sorted(actor.roles), **told)
    day = today.day_of(session())
    return render_template(
        "cases/today.html",
        day=day,
        case_page=case_url,
        may_open=can(session(), Act.CASE_OPEN),
        leads=actor.has(Role.TEAM_LEAD),
        today=local_date(now()),
        **told,
    )


@bp.post("/today/seen")
def seen() -> ResponseReturnValue:
    """Put the news away that stood on the page; what came after it stays new."""
    try:
        moment = datetime.fromisoformat(request.form.get("seen_at", ""))
    except ValueError:
        abort(400)
    if moment.tzinfo is None or moment < today.EARLIEST:
        abort(400)
    today.put_news_away(session(), moment)
    flash(_("The list is empty again. New entries will show up here."), "ok")
    return redirect(landing(current_actor()) if only_linked(current_actor()) else url_for(".today_page"), 303)
