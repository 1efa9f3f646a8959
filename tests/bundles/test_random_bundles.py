"""Bundles that nobody thought of: whatever fits comes out as it went in, and the schema is read as its makers mean."""

import contextlib
import copy
import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from caseflow import sealing
from caseflow.bundles.documents import BundleError
from caseflow.bundles.exporting import export_whole_case
from caseflow.bundles.importing import import_bundle
from caseflow.bundles.schema import SCHEMA, bundle_problems
from tests.app_fixtures import KEYS
from tests.bundles.canonical import canonical_case
from tests.bundles.small import FROM, SMALL, UNTIL
from tests.bundles.test_round_trip import FORMAT, NOW

DEFS = json.loads(SCHEMA.read_text())["$defs"]
REFERENCES = {"party": ["p1", "p2"], "user": ["ada", "bo"], "organisation": ["town", "school"]}
POINTS = {
    **dict.fromkeys(
        ("with", "by", "against", "witnessed_by", "no_contact_with", "kept_by", "about", "party"), "party"
    ),
    **dict.fromkeys(("concerns",), "party"),
    **dict.fromkeys(
        ("attendees", "owner", "author", "disclosed_to", "user", "disclosed_by", "released_by"), "user"
    ),
    **dict.fromkeys(
        (
            "from_organisation",
            "to_organisation",
            "owner_organisation",
            "source",
            "released_to",
            "organisation",
        ),
        "organisation",
    ),
}
"""What the keys in these members point to."""
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
SCORES = st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9, allow_nan=False)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str)
FIRST, LAST = datetime(1900, 1, 2), datetime(2199, 12, 30)  # noqa: DTZ001 - each is drawn with a zone
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.timezones()).map(
    lambda drawn: drawn.astimezone(UTC).isoformat()
)


def values(name: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Draw a value that fits a part of the schema; keys mean something here."""
    if schema.get("$ref") == "#/$defs/key":
        return st.sampled_from(REFERENCES[POINTS[name]])
    if "$ref" in schema:
        return values(name, DEFS[schema["$ref"].removeprefix("#/$defs/")])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    return DRAWN[schema["type"]](name, schema)


def texts(_name: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "pattern" in schema:
        return st.from_regex(schema["pattern"].replace("$", r"\Z"), fullmatch=True)
    return {"date": DAYS, "date-time": MOMENTS}.get(schema.get("format"), TEXTS)


def lists(name: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    in_order = "properties" in schema["items"] or name in {"decisions", "triggers", "protective"}
    item = values(name, schema["items"])
    return st.lists(item, min_size=schema.get("minItems", 0), max_size=2, unique_by=None if in_order else str)


def objects(_name: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    return members(schema) if "properties" in schema else st.dictionaries(TEXTS, SCORES, max_size=2)


DRAWN = {
    "string": texts,
    "array": lists,
    "object": objects,
    "integer": lambda _name, schema: st.integers(schema["minimum"], schema.get("maximum", 2**31 - 1)),
    "boolean": lambda _name, _schema: st.booleans(),
}


def members(schema: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    required = set(schema.get("required", ()))
    drawn = {name: values(name, part) for name, part in schema["properties"].items()}
    return st.fixed_dictionaries(
        {name: value for name, value in drawn.items() if name in required},
        optional={name: value for name, value in drawn.items() if name not in required},
    )


def entries(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Draw an entry of a kind."""
    general = {k: v for k, v in DEFS["entry"]["properties"].items() if k not in {"key", "kind", "data"}}
    required = [name for name in DEFS["entry"]["required"] if name in general]
    whole = {"properties": general, "required": [*required, "body"]}
    return st.tuples(members(whole), values("data", DEFS[kind])).map(lambda pair: _entry(kind, *pair))


def _entry(kind: str, general: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    if kind == "address":
        general = general | {"category": "whereabouts"}
        data = {name: value for name, value in data.items() if name != "until"}
    if kind == "measure":
        data = {**data, "from": FROM, "until": UNTIL}
    if kind == "document":
        data = {**data, "base64": "YWI="}
    return {**general, "kind": kind, "data": data}


KINDS = DEFS["entry"]["properties"]["kind"]["enum"]
BUNDLES = st.tuples(*map(entries, KINDS)).map(
    lambda drawn: spliced([{**entry, "key": f"k{number}"} for number, entry in enumerate(drawn)])
)


def spliced(some: list[dict[str, Any]]) -> dict[str, Any]:
    bundle = copy.deepcopy(SMALL)
    bundle["cases"][0] |= {"entries": some, "word_checks": [], "release_requests": []}
    return bundle


@pytest.fixture(scope="module")
def engine(shared_database_url: str):
    sealing.use_keyring(sealing.Keyring.parse(KEYS))
    engine = create_engine(shared_database_url)
    yield engine
    engine.dispose()


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate],
)
@given(bundle=BUNDLES)
def test_an_entry_of_every_kind_comes_out_as_it_went_in(engine, bundle):
    with Session(engine, autoflush=False, info={"system": "tests"}) as session:
        import_bundle(session, json.dumps(bundle).encode())
        exported = export_whole_case(session, "SM-0001", NOW)
        session.rollback()
    FORMAT.validate(exported)
    assert canonical_case(exported["cases"][0], exported) == canonical_case(bundle["cases"][0], bundle)


ODD = st.sampled_from(
    [None, True, 0, -1, 1.5, 2.0, "", "x", "one", "2024-02-30", FROM, [], {}, ["p1"], {"a": 1}]
)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List where something stands in a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, part in inner for place in places(part, (*at, key)))]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate],
)
@given(data=st.data(), bundle=BUNDLES)
def test_the_schema_is_read_as_a_general_validator_reads_it(data, bundle):
    *path, last = data.draw(st.sampled_from(places(bundle)[1:]))
    place: Any = bundle
    for step in path:
        place = place[step]
    if data.draw(st.booleans()):
        place[last] = data.draw(ODD)
    elif isinstance(place, dict):
        del place[last]
    stricter = any(
        isinstance(part, str) and "@" not in part and key == "email" for key, part in _members(bundle)
    )
    assert bool(bundle_problems(bundle)) == (not FORMAT.is_valid(bundle) or stricter)


def _members(bundle: dict[str, Any]) -> list[tuple[str, Any]]:
    users = bundle.get("users")
    return (
        [item for user in users if isinstance(user, dict) for item in user.items()]
        if isinstance(users, list)
        else []
    )


def test_what_does_not_fit_raises_nothing_but_a_bundle_error(engine):
    for place in places(SMALL)[1:]:
        bundle = copy.deepcopy(SMALL)
        inner: Any = bundle
        for step in place[:-1]:
            inner = inner[step]
        for odd in (None, True, -1, "", "x\x00", [], {}, [[]], {"a": {}}, "zz"):
            inner[place[-1]] = odd
            with Session(engine, info={"system": "tests"}) as session:
                with contextlib.suppress(BundleError):
                    import_bundle(session, json.dumps(bundle).encode())
                session.rollback()
