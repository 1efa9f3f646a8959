"""Changes the reading rules a little, again and again, and names what no comparison with the design notices.

`python -m tests.access.mutants` tries every mutant; `python -m tests.access.mutants 40` each fortieth. One that
survives says the same in other words, is about speed or another database, or lacks a test.
"""

import ast
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from shutil import copytree, ignore_patterns

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = ("sets.py", "entries.py", "policy.py", "shown.py")
TESTS = ("tests/access/test_worlds.py", "tests/access/test_doing.py", "tests/access/test_named.py")
EFFORT = "0.25"
LIMIT = 300
"""A mutant that takes longer is dead. Unit: seconds."""
OPPOSITE = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
OTHER = {"and_": "or_", "or_": "and_", "is_": "is_not", "in_": "not_in", "not_in": "in_", "is_not": "is_"}


def changed(node: ast.AST) -> ast.AST | None:
    """Return the node as somebody could have written it by mistake, or nothing."""
    other = deepcopy(node)
    match other:
        case ast.Compare(ops=[operator]) if type(operator) in OPPOSITE:
            other.ops = [OPPOSITE[type(operator)]()]
        case ast.UnaryOp(op=ast.Invert()):
            return other.operand
        case ast.Name(id=name) if name in OTHER:
            other.id = OTHER[name]
        case ast.Attribute(attr=name) if name in OTHER:
            other.attr = OTHER[name]
        case ast.Call(func=ast.Name(id="and_" | "there_is" | "existing"), args=[*_, _, _]):
            other.args.pop()
        case _:
            return None
    return other


class _Put(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Yield where and what was changed, and the whole text with that one change."""
    every = [*ast.walk(ast.parse(source))]
    for place in range(len(every)):
        tree = ast.parse(source)
        node = [*ast.walk(tree)][place]
        other = changed(node)
        if other is not None:
            was, line = ast.unparse(node), node.lineno
            text = ast.unparse(ast.fix_missing_locations(_Put(node, other).visit(tree)))
            yield f"{line}: {was}  ->  {ast.unparse(other)}", text


def survives(copy: Path, name: str, text: str) -> bool:
    """Whether the comparisons stay green with a changed file; the file is put back."""
    file = copy / "caseflow" / "access" / name
    before = file.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-k", "sqlite and not mistake", *TESTS]
    try:
        ended = subprocess.run(
            command,
            cwd=copy,
            env=os.environ | {"CASEFLOW_TEST_EFFORT": EFFORT},
            capture_output=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    finally:
        file.write_text(before, encoding="utf-8")
    return ended.returncode == 0


def main(step: int = 1) -> int:
    """Try each so-many-th mutant, and print those that survive."""
    every = [
        (name, *one)
        for name in FILES
        for one in mutants((ROOT / "caseflow" / "access" / name).read_text(encoding="utf-8"))
    ]
    chosen = every[::step]
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="cf-mutants-") as folder:
        copy = Path(folder) / "caseflow"
        copytree(ROOT, copy, ignore=ignore_patterns(".git", ".venv", "instance", "__pycache__"))
        for name, where, text in chosen:
            if survives(copy, name, text):
                survivors += 1
                print(f"survives: {name}:{where}", flush=True)
    print(f"{len(chosen)} of {len(every)} mutants tried, {survivors} survived")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
