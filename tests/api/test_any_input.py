"""Whatever a program sends, the JSON door answers as its description says: asked by schemathesis."""

from datetime import timedelta

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.caller import caller
from tests.api.test_reading import CASE, at

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = {GenerationMode.POSITIVE: 10, GenerationMode.NEGATIVE: 8}
"""How much is tried of every call, for each of two users, on each database."""


def _operations(story):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", story)
    return [found.ok() for found in schema.get_all_operations()]


def _paths(who, operation):
    """Name things that are there: most that is made up is not."""
    if "{reference}" in operation.path:
        return {"reference": CASE}
    if "{entry_id}" in operation.path:
        return {"entry_id": who.get(f"/cases/{CASE}/entries").get_json()["items"][0]["id"]}
    if "{milestone_id}" in operation.path:
        lines = who.get(f"/cases/{CASE}/milestones").get_json()["items"]
        return {"milestone_id": lines[0]["id"]} if lines else None
    return None


def _ask(operation, who, clock, mode, path_parameters):
    checks = CHECKS + [negative_data_rejection] * (mode is GenerationMode.NEGATIVE)

    @seed(1)
    @settings(
        max_examples=EXAMPLES[mode],
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode, path_parameters=path_parameters))
    def asked(case):
        clock.moment += timedelta(seconds=6)  # searches are counted
        case.call_and_validate(headers={"Authorization": f"Bearer {who.token}"}, checks=checks)

    asked()


@pytest.mark.parametrize("key", ["ilse-brand", "esther-hoving"])
def test_whatever_is_sent_the_answer_is_one_that_is_described(story, clock, key):
    clock.set(at("2023-02-07 12:00"))
    who = caller(story, key)
    for operation in _operations(story):
        _ask(operation, who, clock, GenerationMode.POSITIVE, _paths(who, operation))
        if operation.path not in {"/openapi.json", "/me"}:
            _ask(operation, who, clock, GenerationMode.NEGATIVE, None)
