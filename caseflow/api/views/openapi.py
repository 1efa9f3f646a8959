"""The description of all calls."""

from flask.typing import ResponseReturnValue

from caseflow.api.describing import call, document
from caseflow.web.viewer import public


@call("GET", "/openapi.json", summary="This description", gives={"type": "object"})
@public("it describes the calls and holds no data")
def openapi() -> ResponseReturnValue:
    return document()
