"""The page that the day of a partner's professional starts with."""

from flask import render_template
from flask.typing import ResponseReturnValue

from caseflow.asking.room import shared_room
from caseflow.asking.views.places import asking
from caseflow.asking.words import standing
from caseflow.clock import local_date
from caseflow.web.session import session
from caseflow.web.viewer import now


@asking.get("/shared")
def shared() -> ResponseReturnValue:
    return render_template(
        "asking/shared.html",
        room=shared_room(session()),
        today=local_date(now()),
        seen_at=now().isoformat(),
        standing=standing,
    )
