"""The schema of caseflow-bundle/1, ready to be asked."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from caseflow.bundles.checks import Compiler
from caseflow.bundles.leaves import Check
from caseflow.casefile.reading import Problems

SCHEMA = Path(__file__).with_name("bundle.schema.json")


def bundle_problems(document: Any) -> Problems:
    """Return what is wrong with a whole bundle by its schema."""
    return _asked("bundle", document)


def entry_problems(entry: Any) -> Problems:
    """Return what is wrong with one entry by the schema."""
    return _asked("entry", entry)


def _asked(part: str, value: Any) -> Problems:
    problems = Problems()
    _checks()[part](value, "", problems)
    return problems


@cache
def _checks() -> dict[str, Check]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    compiler = Compiler(schema)
    return {"bundle": compiler.check(schema), "entry": compiler.check({"$ref": "#/$defs/entry"})}
