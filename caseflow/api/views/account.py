"""Who asks."""

from flask.typing import ResponseReturnValue

from caseflow.api.definitions import ref
from caseflow.api.describing import call
from caseflow.api.queries import account
from caseflow.api.wording import named
from caseflow.web.session import session
from caseflow.web.viewer import current_actor


@call("GET", "/me", summary="Whose token this is", gives=ref("me"))
def me() -> ResponseReturnValue:
    actor, own = current_actor(), account(session())
    return {
        "user": {"id": str(actor.user_id), "key": own.key, "name": own.name, "email": own.email},
        "roles": sorted(role.value for role in actor.roles),
        "organisation": {"id": str(actor.organisation_id)} | named(own.organisation),
    }
