"""What people get when something is not there, not possible, or goes wrong. One answer for hidden and absent."""

from http import HTTPStatus

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, NotFound, SecurityError

from caseflow.access.check import ForbiddenError

PAGES = frozenset({400, 404, 405, 409, 413, 429, 500, 503})
KEPT_HEADERS = ("Allow", "Retry-After")
TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
"""Titles of problem documents, by status. Source: RFC 9110."""


def init_app(app: Flask) -> None:
    """Let an application answer its errors this way."""
    app.register_error_handler(HTTPException, answer)
    app.register_error_handler(ForbiddenError, _hidden)


def is_api() -> bool:
    """Whether the request came in by the JSON door."""
    return request.path.startswith("/api/")


def answer(error: HTTPException) -> ResponseReturnValue:
    """Answer an error as a page, or as a problem document at the JSON door."""
    if error.response is not None and not isinstance(error.response, Response):
        return error
    if isinstance(error, SecurityError):
        return Response("This host name is not ours.\n", 400, mimetype="text/plain")
    code = error.code or 500
    if code < HTTPStatus.BAD_REQUEST:
        return error
    code = NotFound.code if code == HTTPStatus.FORBIDDEN else code
    response = problem(code) if is_api() else _page(code)
    for name, value in error.get_headers():
        if name in KEPT_HEADERS:
            response.headers[name] = value
    return response


def problem(code: int, **members: object) -> Response:
    """Answer as RFC 9457 says, with nothing that tells hidden from absent."""
    response = jsonify(type="about:blank", title=TITLES.get(code, "Error"), status=code, **members)
    response.mimetype = "application/problem+json"
    response.status_code = code
    if code == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _page(code: int) -> Response:
    page = code if code in PAGES else (500 if code >= HTTPStatus.INTERNAL_SERVER_ERROR else 400)
    return make_response(render_template(f"errors/{page}.html"), code)


def _hidden(_error: ForbiddenError) -> ResponseReturnValue:
    return answer(NotFound())
