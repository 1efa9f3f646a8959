"""The checks: each is one program, run to its end whatever the one before it said; then a table of all."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from environment import ROOT, SCRIPTS


@dataclass(frozen=True)
class Check:
    """A program of the virtual environment with its arguments."""

    name: str
    command: tuple[str, ...]


LINTERS = [
    Check("style", ("ruff", "check", ".")),
    Check("format", ("ruff", "format", "--check", ".")),
    Check("types", ("mypy",)),
    Check("import contracts", ("lint-imports",)),
    Check("templates", ("djlint", "templates", "--lint", "--quiet")),
]
TESTS = Check("tests", ("pytest", "-n", "2", "--dist", "worksteal", "--durations", "30"))
QUICK_TESTS = Check("tests on SQLite", ("pytest", "-n", "2", "-k", "not postgresql", "-m", "not browser"))
PROOFS = [
    Check("worlds", ("pytest", "-n", "2", "tests/access/test_worlds.py", "tests/access/test_doing.py")),
    Check("towns", ("pytest", "-n", "2", "tests/rounds/test_towns.py")),
    Check("pairs", ("pytest", "-n", "2", "tests/rounds/test_no_difference.py")),
    Check("mutants", ("python", "-m", "tests.access.mutants")),
]
BENCHMARKS = Check("benchmarks", ("python", "-m", "tests.bench"))


@dataclass(frozen=True)
class Outcome:
    """How a check ended, and how long it took in seconds."""

    check: Check
    passed: bool
    seconds: float


def run(checks: Sequence[Check], extra_environment: Mapping[str, str] | None = None) -> list[Outcome]:
    """Run every check."""
    environment = os.environ | dict(extra_environment or {})
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # each worker of the tests would compile all of it anew
    return [_run_one(check, environment) for check in checks]


def report(outcomes: Sequence[Outcome]) -> int:
    """Print the table, give the exit code."""
    print("\n" + "\n".join(_line(outcome) for outcome in outcomes))
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def _run_one(check: Check, environment: Mapping[str, str]) -> Outcome:
    print(f"\n== {check.name}: {' '.join(check.command)}", flush=True)
    started = time.monotonic()
    program, *arguments = check.command
    ended = subprocess.run([str(SCRIPTS / program), *arguments], cwd=ROOT, env=environment, check=False)
    return Outcome(check, ended.returncode == 0, time.monotonic() - started)


def _line(outcome: Outcome) -> str:
    verdict = "passed" if outcome.passed else "FAILED"
    return f"  {outcome.check.name:<18} {verdict}  {outcome.seconds:7.1f} s"
