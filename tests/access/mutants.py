"""Changes caseflow/access a little, again and again, and names what no test notices.

`python -m tests.access.mutants` tries every mutant, `python -m tests.access.mutants 40` each fortieth, and
`... 1 sets.py` those of one file. A survivor that stands in `survivors.py`, with why, is all right; another one fails.
"""

import ast
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

from tests.access.survivors import SURVIVORS

ROOT = Path(__file__).resolve().parent.parent.parent
ACCESS = Path("caseflow", "access")
RULES = ("rules/", "sets.py", "shown.py")
"""What the second wall is made of as well: that its text changes proves nothing."""
QUICK = ("tests/access/test_worlds.py", "tests/access/test_doing.py", "tests/access/test_named.py")
ALL = ("tests/access", "tests/rounds/test_hidden_is_absent.py")
STAGES = (("0.25", QUICK), ("1", ALL))
"""Which tests a mutant meets, with how much effort: most are dead after the first."""
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


@dataclass(frozen=True)
class Mutant:
    """A file of caseflow/access with one thing changed."""

    file: str
    within: str
    was: str
    became: str
    time: int
    text: str

    @property
    def name(self) -> str:
        """What it is called in the list of survivors: no line, so that it stays when lines move."""
        again = f" ({self.time})" if self.time > 1 else ""
        return f"{self.file} {self.within}: {self.was} -> {self.became}{again}"


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


def mutants(file: str, source: str) -> Iterator[Mutant]:
    """Yield a file with each single change that can be made in it."""
    times: Counter[tuple[str, str, str]] = Counter()
    for place in range(len([*ast.walk(ast.parse(source))])):
        tree = ast.parse(source)
        node = [*ast.walk(tree)][place]
        other = changed(node)
        if other is not None:
            said = (_within(tree, node), ast.unparse(node), ast.unparse(other))
            times[said] += 1
            text = ast.unparse(ast.fix_missing_locations(_Put(node, other).visit(tree)))
            yield Mutant(file, *said, times[said], text)


def _within(tree: ast.Module, node: ast.AST) -> str:
    """Name what a node stands in: a function, a class, or what a value is given to."""
    [outer] = (one for one in tree.body if any(inner is node for inner in ast.walk(one)))
    name = getattr(outer, "name", None)
    return name or ast.unparse(getattr(outer, "target", None) or outer.targets[0])


def survives(copy: Path, mutant: Mutant) -> bool:
    """Whether the tests stay green with a changed file; first the quick ones, then all. The file is put back."""
    file = copy / ACCESS / mutant.file
    before = file.read_text(encoding="utf-8")
    file.write_text(mutant.text, encoding="utf-8")
    words = "sqlite and not mistake and not wall" if mutant.file.startswith(RULES) else "not postgresql"
    try:
        return all(green(copy, words, effort, *tests) for effort, tests in STAGES)
    except subprocess.TimeoutExpired:
        return False
    finally:
        file.write_text(before, encoding="utf-8")


def green(copy: Path, words: str, effort: str, *tests: str) -> bool:
    """Run tests in a copy of the project."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", words, *tests]
    environment = os.environ | {"CASEFLOW_TEST_EFFORT": effort, "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, timeout=LIMIT, check=False
    )
    return ended.returncode == 0


def every_mutant(beginning: str = "") -> list[Mutant]:
    """Return the mutants of all files, or of those whose name begins so."""
    folder = ROOT / ACCESS
    names = sorted(str(file.relative_to(folder)) for file in folder.rglob("*.py"))
    return [
        mutant
        for name in names
        if name.startswith(beginning)
        for mutant in mutants(name, (folder / name).read_text(encoding="utf-8"))
    ]


def main(step: str = "1", beginning: str = "") -> int:
    """Try each so-many-th mutant, and print those that survive and are not explained."""
    every = every_mutant(beginning)
    chosen, unexplained, survived = every[:: int(step)], 0, 0
    with tempfile.TemporaryDirectory(prefix="cf-mutants-") as folder:
        copy = Path(folder) / "caseflow"
        copytree(ROOT, copy, ignore=ignore_patterns(".git", ".venv", "instance", "__pycache__"))
        for mutant in chosen:
            if survives(copy, mutant):
                survived += 1
                if mutant.name not in SURVIVORS:
                    unexplained += 1
                    print(f"survives: {mutant.name}", flush=True)
    print(
        f"{len(chosen)} of {len(every)} mutants tried, {survived} survived, {unexplained} of them unexplained"
    )
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
