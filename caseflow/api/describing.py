"""Describes the JSON door in OpenAPI 3.1. What a call takes and gives is said once, beside its view.

The same words open the route, check what comes in and end up in the document, so none of them can lag behind.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask import Blueprint

from caseflow.api.definitions import ID, REFERENCE, Shape, definitions, ref
from caseflow.requests.once import HEADER, KEY
from caseflow.web.errors import TITLES
from caseflow.web.viewer import View

PREFIX = "/api/v1"
JSON, PROBLEM_JSON = "application/json", "application/problem+json"
IN_PATH = {"reference": REFERENCE, "entry_id": ID, "milestone_id": ID}
"""What stands in addresses."""
HEADERS = {401: "WWW-Authenticate", 429: "Retry-After"}
"""The header that comes with a refusal."""
READING, WRITING = (401, 503), (400, 401, 409, 413, 415, 422, 503)

bp = Blueprint("api", __name__, url_prefix=PREFIX)


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of the JSON door."""

    method: str
    rule: str
    summary: str
    gives: Shape
    status: int = 200
    takes: str | None = None
    """The name of the shape of its body."""
    needs_body: bool = True
    once: bool = False
    """Whether an Idempotency-Key is honoured."""
    query: tuple[Shape, ...] = ()
    refuses: tuple[int, ...] = ()
    """Refusals besides those that every such call has."""
    public: bool = False

    @property
    def path(self) -> str:
        """Return its address as OpenAPI writes it."""
        return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", self.rule)

    @property
    def statuses(self) -> tuple[int, ...]:
        """Return every refusal that it answers with."""
        usual = {503} if self.public else set(WRITING if self.takes else READING)
        if "<" in self.rule:
            usual.add(404)
        if self.query:
            usual.add(422)
        return tuple(sorted(usual | set(self.refuses)))


CALLS: dict[str, Call] = {}
"""Every call, by the name of its view."""


def call(method: str, rule: str, **said: Any) -> Callable[[View], View]:
    """Open a route of the JSON door, and say for the document what it takes and gives."""

    def add(view: View) -> View:
        name = view.__name__
        CALLS[name] = Call(method=method, rule=rule, public=hasattr(view, "public_because"), **said)
        bp.add_url_rule(rule, name, view, methods=[method])
        return view

    return add


@cache
def document() -> Shape:
    """Return the whole description."""
    paths: dict[str, Shape] = {}
    for name, one in sorted(CALLS.items(), key=lambda item: (item[1].path, item[1].method)):
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(name, one)
    refusals = sorted({status for one in CALLS.values() for status in one.statuses})
    said = {"paths": paths, "responses": {str(status): _refusal(status) for status in refusals}}
    shapes = {name: definitions()[name] for name in sorted(_reached(said))}
    whole: Shape = {
        "openapi": "3.1.0",
        "info": {
            "title": "caseflow",
            "version": "1",
            "description": "Case files, as their reader may see them.",
        },
        "servers": [{"url": PREFIX}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": said["responses"],
            "schemas": shapes,
        },
    }
    described: Shape = _with_refs_of_openapi(whole)
    return described


def _operation(name: str, one: Call) -> Shape:
    operation: Shape = {"operationId": name, "summary": one.summary}
    parameters = [*_path_parameters(one), *one.query, *([_idempotency_key()] if one.once else [])]
    if parameters:
        operation["parameters"] = parameters
    if one.takes:
        operation["requestBody"] = {
            "required": one.needs_body,
            "content": {JSON: {"schema": ref(one.takes)}},
        }
    operation["responses"] = {str(one.status): _success(one)} | {
        str(status): {"$ref": f"#/components/responses/{status}"} for status in one.statuses
    }
    return operation | ({"security": []} if one.public else {})


def _path_parameters(one: Call) -> Iterator[Shape]:
    for name in re.findall(r"{(\w+)}", one.path):
        yield {"name": name, "in": "path", "required": True, "schema": IN_PATH[name]}


def _idempotency_key() -> Shape:
    shape = {"type": "string", "pattern": f"^{KEY.pattern}$"}
    said = "a new random text for each act; sending it again with the same body acts once"
    return {"name": HEADER, "in": "header", "description": said, "schema": shape}


def _success(one: Call) -> Shape:
    answer: Shape = {"description": "OK", "content": {JSON: {"schema": one.gives}}}
    if one.once:
        answer["headers"] = {"Location": {"required": True, "schema": {"type": "string"}}}
    return answer


def _refusal(status: int) -> Shape:
    answer: Shape = {"description": TITLES[status], "content": {PROBLEM_JSON: {"schema": ref("problem")}}}
    if status in HEADERS:
        answer["headers"] = {HEADERS[status]: {"required": True, "schema": {"type": "string"}}}
    return answer


def _reached(part: Any) -> set[str]:
    """Return the names of the shapes that are pointed to, and of those that these point to."""
    found: set[str] = set()
    waiting = [part]
    while waiting:
        for name in _pointed_to(waiting.pop()) - found:
            found.add(name)
            waiting.append(definitions()[name])
    return found


def _pointed_to(part: Any) -> set[str]:
    if isinstance(part, list | tuple):
        return {name for each in part for name in _pointed_to(each)}
    if not isinstance(part, dict):
        return set()
    target = part.get("$ref", "")
    here = {target.removeprefix("#/$defs/")} if target.startswith("#/$defs/") else set()
    return here | _pointed_to(list(part.values()))


def _with_refs_of_openapi(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: _with_refs_of_openapi(each) for name, each in part.items()}
    if isinstance(part, list | tuple):
        return [_with_refs_of_openapi(each) for each in part]
    return part.replace("#/$defs/", "#/components/schemas/") if isinstance(part, str) else part
