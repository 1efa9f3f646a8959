"""Shapes of what goes in and out of the JSON door, in JSON Schema; what a bundle has as well is taken from its schema.

References are written as in the bundle's schema, `#/$defs/...`. The same shapes check what comes in.
"""

import json
from functools import cache
from typing import Any

from caseflow.bundles.schema import SCHEMA
from caseflow.followup.queries import Standing
from caseflow.models.vocabulary import EntryKind, Phase, Role

Shape = dict[str, Any]

WRITTEN_BY_CASEFLOW = ("key", "author", "recorded_at")
"""Members of an entry in a bundle that caseflow itself fills in for an entry that is written here."""


def ref(name: str) -> Shape:
    """Point to a shape by its name."""
    return {"$ref": f"#/$defs/{name}"}


def record(required: Shape, optional: Shape | None = None) -> Shape:
    """Make the shape of an object with these members and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": required | (optional or {}),
    }


def items_of(name: str) -> Shape:
    """Make the shape of a page of a list."""
    return record({"items": several(ref(name)), "next": or_null(TEXT)})


def several(shape: Shape) -> Shape:
    """Make the shape of a list."""
    return {"type": "array", "items": shape}


def or_null(shape: Shape) -> Shape:
    """Make the shape of something that need not be there."""
    return {"anyOf": [shape, {"type": "null"}]}


TEXT: Shape = {"type": "string"}
COUNT: Shape = {"type": "integer", "minimum": 0}
YES_OR_NO: Shape = {"type": "boolean"}
ID: Shape = {"type": "string", "format": "uuid"}
REFERENCE: Shape = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{2,31}$"}
DAY, MOMENT, KEY = ref("date"), ref("datetime"), ref("key")
PHASE: Shape = {"enum": [*Phase]}
KINDS = [kind.value for kind in EntryKind]

NAMED = record({"key": TEXT, "name": TEXT})
CASE = {
    "id": ID,
    "reference": REFERENCE,
    "status": {"enum": ["open", "closed"]},
    "phase": or_null(PHASE),
    "director": ref("named"),
    "contact_point": ref("named"),
    "organisation": ref("named"),
    "opened_on": DAY,
}
BRIEF = {
    "municipality": or_null(TEXT),
    "brought_in_by": or_null(TEXT),
    "problem_statement": or_null(TEXT),
    "goal": or_null(TEXT),
}
PARTY = record(
    {
        "id": ID,
        "key": TEXT,
        "label": TEXT,
        "is_child": YES_OR_NO,
        "roles": several(record({"role": TEXT, "from": or_null(DAY), "until": or_null(DAY)})),
    },
    {"name": TEXT, "born_on": DAY, "died_on": DAY, "gender": TEXT},
)
MILESTONE = record(
    {
        "id": ID,
        "key": or_null(TEXT),
        "kind": TEXT,
        "status": {"enum": [*Standing]},
        "party": or_null(TEXT),
        "owner": or_null(ref("named")),
        "due_on": DAY,
        "due_at": or_null(MOMENT),
        "done_on": or_null(DAY),
        "days_late": COUNT,
        "not_applicable": or_null(TEXT),
        "result": or_null(TEXT),
        "version": COUNT,
    }
)
DONE: Shape = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "done_on": DAY | {"description": "the day it was done; today when absent"},
        "result": ref("text"),
        "version": {
            "type": "integer",
            "minimum": 1,
            "maximum": 2**31 - 1,
            "description": "the version that was seen; a newer one answers 409. Absent: whatever stands",
        },
    },
}
HIT = record(
    {
        "case_reference": REFERENCE,
        "entry_id": ID,
        "kind": {"enum": KINDS},
        "category": ref("category"),
        "occurred_at": MOMENT,
        "snippet": TEXT,
    }
)
QUESTION: Shape = {
    "type": "object",
    "additionalProperties": False,
    "required": ["q"],
    "properties": {"q": {"type": "string", "minLength": 1, "maxLength": 200}},
}
ACCESS = record(
    {
        "id": ID,
        "at": MOMENT,
        "user": or_null(TEXT),
        "organisation": or_null(TEXT),
        "act": TEXT,
        "through": TEXT,
        "parties": several(TEXT),
        "party_count": COUNT,
        "entry_count": COUNT,
    }
)
ME = record(
    {
        "user": record({"id": ID, "key": TEXT, "name": TEXT, "email": TEXT}),
        "roles": several({"enum": [*Role]}),
        "organisation": record({"id": ID, "key": TEXT, "name": TEXT}),
    }
)
PROBLEM: Shape = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "errors": several(record({"detail": TEXT}, {"pointer": TEXT, "parameter": TEXT})),
    },
}


@cache
def definitions() -> dict[str, Shape]:
    """Return every shape by its name: those of the bundle and those of the JSON door."""
    of_bundle: dict[str, Shape] = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
    entry = of_bundle["entry"]
    return (
        of_bundle
        | {f"read_{kind}": _as_read(of_bundle[kind]) for kind in KINDS}
        | {f"new_{kind}": _new_entry(entry, condition) for kind, condition in _conditions(entry).items()}
        | {
            "named": NAMED,
            "me": ME,
            "case_line": record(CASE),
            "case_file": record(CASE | {"parties": several(ref("party_line"))}, BRIEF),
            "party_line": PARTY,
            "entry_line": _entry_line(entry),
            "new_entry": {"oneOf": [ref(f"new_{kind}") for kind in KINDS]},
            "milestone_line": MILESTONE,
            "done": DONE,
            "hit": HIT,
            "question": QUESTION,
            "access_line": ACCESS,
            "problem": PROBLEM,
        }
    )


def _conditions(entry: Shape) -> dict[str, Shape]:
    return {one["if"]["properties"]["kind"]["const"]: one["then"] for one in entry["allOf"]}


def _as_read(kind: Shape) -> Shape:
    """Loosen the data of a kind: what its reader may not know is left out."""
    return {name: part for name, part in kind.items() if name != "required"}


def _new_entry(entry: Shape, condition: Shape) -> Shape:
    """Make the shape of an entry of one kind that is written here."""
    kind = condition["properties"]["data"]["$ref"].removeprefix("#/$defs/")
    of_kind = {"kind": {"const": kind}} | condition["properties"]
    required = [name for name in entry["required"] if name not in WRITTEN_BY_CASEFLOW]
    members = {name: part for name, part in entry["properties"].items() if name != "recorded_at"}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [*required, *(name for name in condition.get("required", []))],
        "properties": members | of_kind,
    }


def _entry_line(entry: Shape) -> Shape:
    """Make the shape of an entry as it is read: with its id and case, and always with body and data."""
    of_door = {
        "id": ID,
        "case_reference": REFERENCE,
        "version": COUNT,
        "key": or_null(TEXT),
        "kind": {"enum": KINDS},
        "category": ref("category"),
        "concerns": several(TEXT),
        "occurred_at": MOMENT,
        "recorded_at": MOMENT,
        "body": or_null(TEXT),
        "data": {"type": "object"},
    }
    others = {name: part for name, part in entry["properties"].items() if name not in of_door}
    by_kind = [
        {
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {"data": ref(f"read_{kind}")}},
        }
        for kind in KINDS
    ]
    return record(of_door, others) | {"allOf": by_kind}
