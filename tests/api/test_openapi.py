"""The description of the JSON door is whole and true."""

import json
import re

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from caseflow.api.definitions import WRITTEN_BY_CASEFLOW
from caseflow.api.describing import PREFIX, document
from caseflow.api.problems import DETAILS
from caseflow.casefile.forms.refusals import MESSAGES
from caseflow.web.errors import TITLES
from tests.api.test_reading import CASE, at
from tests.demo_bundles import DEMO

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture
def description():
    return json.loads(json.dumps(document()))


def test_the_description_is_there_for_everyone(stranger, description):
    assert stranger.get("/openapi.json").get_json() == description


def test_every_route_is_described_and_every_description_is_a_route(description, story):
    described = {(path, method) for path, calls in description["paths"].items() for method in calls}
    routes = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule.removeprefix(PREFIX)), method.lower())
        for rule in story.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert described == routes
    assert {method for _path, method in described} <= METHODS


def test_every_schema_in_it_is_a_schema_and_every_reference_leads_somewhere(description):
    assert description["openapi"] == "3.1.0"
    shapes = description["components"]["schemas"]
    for name, shape in shapes.items():
        assert validator_for(shape, Draft202012Validator) is Draft202012Validator
        Draft202012Validator.check_schema(shape)
        assert re.fullmatch(r"[a-zA-Z0-9._-]+", name)
    text = json.dumps(description)
    for part, name in re.findall(r'"\$ref": "#/components/(\w+)/(\w+)"', text):
        assert name in description["components"][part]
    assert "#/$defs/" not in text


def test_every_call_says_its_parameters_and_answers(description):
    names = [one["operationId"] for calls in description["paths"].values() for one in calls.values()]
    assert len(names) == len(set(names))
    for path, calls in description["paths"].items():
        for one in calls.values():
            in_path = {each["name"] for each in one.get("parameters", ()) if each["in"] == "path"}
            assert in_path == set(re.findall(r"{(\w+)}", path))
            assert {"200", "201"} & one["responses"].keys()
            assert one["summary"]


def test_entries_of_bundles_fit_what_can_be_written(description):
    check = _checker(description, "new_entry")
    (case,) = json.loads((DEMO / "oosterdelta.json").read_text(encoding="utf-8"))["cases"]
    for entry in case["entries"]:
        entry.pop("recorded_at", None)
        assert check.is_valid(entry), entry["key"]
        assert check.is_valid({name: part for name, part in entry.items() if name not in WRITTEN_BY_CASEFLOW})


@pytest.mark.parametrize("key", ["ilse-brand", "esther-hoving"])
def test_every_entry_of_a_real_case_is_answered_as_described(description, as_, key, clock):
    clock.set(at("2025-05-20 12:00"))
    check = _checker(description, "entry_line")
    entries = as_(key).items(f"/cases/{CASE}/entries", limit=200)
    assert len(entries) > 20
    for entry in entries:
        check.validate(entry)


def _checker(description, name):
    return Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": description["components"]}
    )


def test_every_reason_to_refuse_an_entry_has_words_here_too():
    assert DETAILS.keys() == MESSAGES.keys()


def test_every_status_that_is_described_has_a_title(description):
    assert {int(status) for status in description["components"]["responses"]} <= TITLES.keys()
