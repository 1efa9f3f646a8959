"""Whatever the log can hold reads as words."""

import ast
from pathlib import Path

import caseflow
from caseflow.web.terms import NAMES

WRITES = frozenset({"record", "record_by_system", "saw"})


def acts_in_the_code() -> set[str]:
    """Find the act of every call that writes to the log: its first text."""
    found = set()
    for file in Path(caseflow.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in WRITES:
                texts = [one.value for one in node.args[:2] if isinstance(one, ast.Constant)]
                found.update(text for text in texts if isinstance(text, str))
    return found


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_act_that_the_code_writes_down_has_words():
    acts = acts_in_the_code()
    assert len(acts) > 20
    assert sorted(acts - NAMES.keys()) == []
