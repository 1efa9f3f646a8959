"""For the load balancer: is this process alive, and can it do its work?"""

from flask import Blueprint, Response, current_app
from sqlalchemy.exc import SQLAlchemyError

from caseflow.access.canary import who_speaks
from caseflow.access.roles import ACTORS, RoleError, speak_as
from caseflow.config import Settings
from caseflow.db import db
from caseflow.migrate import is_current
from caseflow.web.viewer import public

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public("the load balancer has no account")
def alive() -> Response:
    return _say("alive", 200)


@bp.get("/readyz")
@public("the load balancer has no account")
def ready() -> Response:
    settings: Settings = current_app.extensions["caseflow_settings"]
    try:
        with db.engine.connect() as connection:
            current = is_current(connection)
            speak_as(connection, ACTORS, {})
            holes = list(who_speaks(connection, in_production=settings.in_production))
    except SQLAlchemyError:
        return _say("the database cannot be reached", 503)
    except RoleError:
        holes = ["no role"]
    if holes:
        return _say("the second wall does not stand", 503)
    return _say("ready", 200) if current else _say("the database is not migrated", 503)


def _say(text: str, status: int) -> Response:
    return Response(f"{text}\n", status, mimetype="text/plain")
