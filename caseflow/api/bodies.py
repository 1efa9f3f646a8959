"""Reads the JSON that was sent, within the limits that hold for bundles, and checks its shape."""

from functools import cache
from typing import Any

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from caseflow.api.definitions import definitions
from caseflow.api.problems import InvalidError, UnreadableError
from caseflow.bundles.checks import Compiler
from caseflow.bundles.documents import BundleError, read_document
from caseflow.bundles.leaves import Check
from caseflow.casefile.reading import Problems


def read_body(*, optional: bool = False) -> Any:
    """Return the JSON of the request; an empty object for no body at all, where that will do.

    Raises:
        UnsupportedMediaType: it says to be something else.
        UnreadableError: it is no JSON, or not within the limits.
    """
    raw = request.get_data()
    if not raw and optional:
        return {}
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    try:
        return read_document(raw)
    except BundleError as error:
        raise UnreadableError(error.problems[0].message.replace("The file", "The body", 1)) from error


def read_shape(name: str, *, optional: bool = False) -> dict[str, Any]:
    """Return the JSON of the request when it has a shape.

    Raises:
        UnsupportedMediaType: it says to be something else.
        UnreadableError: it is no JSON.
        InvalidError: it has another shape.
    """
    body = read_body(optional=optional)
    problems = Problems()
    _check(name)(body, "", problems)
    if problems:
        raise InvalidError(problems)
    shaped: dict[str, Any] = body
    return shaped


@cache
def _check(name: str) -> Check:
    return Compiler({"$defs": definitions()}).check(definitions()[name])
