"""Changes caseflow/access a little, again and again, and names what no test notices.

`python -m tests.access.mutants` tries every mutant, `python -m tests.access.mutants 40` each fortieth, and
`... 1 sets.py` those of one file. A survivor that stands in `survivors.py`, with why, is all right; another one fails,
and so does a reason for one that is dead or gone.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

from tests import postgres
from tests.access.survivors import SURVIVORS

ROOT = Path(__file__).resolve().parent.parent.parent
ACCESS = Path("caseflow", "access")


@dataclass(frozen=True)
class Stage:
    """Tests that a mutant meets, in this order; with how much effort, and on which database."""

    tests: tuple[str, ...]
    words: str = "sqlite and not mistake"
    effort: str = "1"


TELLING = "tests/access/test_telling.py"
WORLDS = Stage(
    ("tests/access/test_worlds.py", "tests/access/test_doing.py", "tests/access/test_named.py"), effort="0.25"
)
ACCESS_TESTS = Stage(
    ("tests/access", "tests/rounds/test_hidden_is_absent.py"), "not postgresql and not mistake and not wall"
)
BEHIND_THE_WALL = Stage(
    (
        "tests/access/test_worlds.py",
        "tests/access/test_second_wall.py",
        "tests/access/test_found.py",
        "tests/access/test_opened.py",
        TELLING,
        "tests/access/test_doing.py",
    ),
    "not sqlite and not mistake and not migrated_database",
)
"""The second wall as the changed rules make it. That its text is another one than what migrated proves nothing."""
USED_IN = {
    "canary.py": ("tests/cli/test_wall.py", "tests/cli/test_commands.py"),
    "elsewhere.py": (TELLING, "tests/asking/test_requests.py", "tests/cases/test_parties.py"),
    "explain.py": ("tests/access/test_explain.py", "tests/cli/test_explaining.py"),
    "holding.py": ("tests/asking/test_letting_go.py",),
    "oversight.py": (TELLING, "tests/sharing/test_excluded_persons.py", "tests/audit"),
    "protected.py": (
        TELLING,
        "tests/casefile",
        "tests/sharing/test_leaks.py",
        "tests/asking/test_releases.py",
    ),
    "reasons.py": (
        TELLING,
        "tests/access/test_explain.py",
        "tests/sharing/test_why.py",
        "tests/cli/test_explaining.py",
    ),
    "receiver.py": (TELLING, "tests/sharing/test_preview.py", "tests/sharing/test_why.py"),
    "rls_writes.py": ("tests/access/test_writing.py",),
    "roles.py": ("tests/cli/test_wall.py",),
    "selftest.py": ("tests/access/test_selftest.py", "tests/cli/test_explaining.py"),
    "shown.py": (
        TELLING,
        "tests/cases",
        "tests/casefile",
        "tests/caseload",
        "tests/followup",
        "tests/sharing",
    ),
    "system.py": ("tests/audit/test_verify.py",),
    "through.py": (TELLING, "tests/audit"),
}
"""Tests of what the worlds do not ask after."""
ON_BOTH = frozenset({"canary.py", "roles.py", "selftest.py", "system.py"})
"""What does something else on PostgreSQL, which those tests see."""
BEHIND_WHICH = ("rules/", "sets.py", "shown.py", "check.py", "rls", "writing.py")
"""What the second wall is made of."""
LIMIT = 600
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
    whole = ast.parse(source)
    for place, node in enumerate(ast.walk(whole)):
        other = changed(node)
        if other is not None:
            said = (_within(whole, node), ast.unparse(node), ast.unparse(other))
            times[said] += 1
            tree = ast.parse(source)
            put = _Put([*ast.walk(tree)][place], other).visit(tree)
            yield Mutant(file, *said, times[said], ast.unparse(ast.fix_missing_locations(put)))


def _within(tree: ast.Module, node: ast.AST) -> str:
    """Name what a node stands in: a function, a class, or what a value is given to."""
    [outer] = (one for one in tree.body if any(inner is node for inner in ast.walk(one)))
    name = getattr(outer, "name", None)
    return name or ast.unparse(getattr(outer, "target", None) or outer.targets[0])


def stages(file: str) -> Iterator[Stage]:
    """Yield what a mutant of a file has to survive: what kills most of them comes first."""
    words = "not browser" if file in ON_BOTH else "not postgresql and not browser"
    yield Stage(USED_IN[file], words) if file in USED_IN else WORLDS
    yield ACCESS_TESTS
    if file.startswith(BEHIND_WHICH):
        yield BEHIND_THE_WALL


class Nursery:
    """A copy of the project in which mutants grow up, and what runs the tests in it."""

    def __init__(self, copy: Path, server: str) -> None:
        self._copy = copy
        self._settings = {"CASEFLOW_TEST_PG_URL": server, "CASEFLOW_TEST_WALL": "as the rules are now"}
        self._forks = subprocess.Popen(
            [sys.executable, "-m", "tests.access.forks"],
            cwd=copy,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def survives(self, mutant: Mutant) -> bool:
        """Whether the tests stay green with a changed file. It is put back."""
        file = self._copy / ACCESS / mutant.file
        before = file.read_text(encoding="utf-8")
        file.write_text(mutant.text, encoding="utf-8")
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
            compiled.unlink()  # it is told apart by size and second, which may be the same
        try:
            return all(map(self.is_green, stages(mutant.file)))
        finally:
            file.write_text(before, encoding="utf-8")

    def is_green(self, stage: Stage, *, keeps_compiled: bool = False) -> bool:
        """Run the tests of a stage; only without a mutant what was compiled for it may be kept."""
        quiet = ["-q", "-x", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
        wanted = {
            "arguments": [*quiet, "-k", stage.words, *stage.tests],
            "environment": {"CASEFLOW_TEST_EFFORT": stage.effort, **self._settings},
            "limit": LIMIT,
            "keeps_compiled": keeps_compiled,
        }
        if self._forks.stdin is None or self._forks.stdout is None:
            raise RuntimeError("nobody runs the tests")
        print(json.dumps(wanted), file=self._forks.stdin, flush=True)
        return int(self._forks.stdout.readline()) == 0

    def close(self) -> None:
        """Let go of what runs the tests."""
        self._forks.communicate()


@contextmanager
def nursery() -> Iterator[Nursery]:
    """Make a copy of the project, with a PostgreSQL beside it, for as long as it is needed."""
    with ExitStack() as stack:
        copy = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cf-mutants-"))) / "caseflow"
        copytree(ROOT, copy, ignore=ignore_patterns(".git", ".venv", "instance", "__pycache__"))
        made = Nursery(copy, stack.enter_context(postgres.running()))
        stack.callback(made.close)
        yield made


def every_mutant() -> list[Mutant]:
    """Return the mutants of all files."""
    folder = ROOT / ACCESS
    names = sorted(str(file.relative_to(folder)) for file in folder.rglob("*.py"))
    return [one for name in names for one in mutants(name, (folder / name).read_text(encoding="utf-8"))]


def main(step: str = "1", beginning: str = "") -> int:
    """Try each so-many-th mutant, and print how each one ended."""
    all_there_are = every_mutant()
    every = [mutant for mutant in all_there_are if mutant.file.startswith(beginning)]
    chosen, wrong = every[:: int(step)], 0
    with nursery() as place:
        for stage in {stage: None for mutant in chosen for stage in stages(mutant.file)}:
            if not place.is_green(stage, keeps_compiled=True):
                print(f"without a mutant this is red already: {stage}")
                return 2
        for mutant in chosen:
            lives, reason = place.survives(mutant), SURVIVORS.get(mutant.name)
            wrong += lives is (reason is None)
            print(
                f"{'survives' if lives else 'dead'}{', explained' if reason else ''}: {mutant.name}",
                flush=True,
            )
    gone = SURVIVORS.keys() - {mutant.name for mutant in all_there_are}
    for name in gone:
        print(f"explained, and not there any more: {name}")
    print(f"{len(chosen)} of {len(every)} mutants tried; {wrong + len(gone)} to be killed or explained")
    return 1 if wrong or gone else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
