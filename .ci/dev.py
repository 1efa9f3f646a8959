#!/usr/bin/env python3
"""The project's commands: what `make` calls, and what works without make (`python3 .ci/dev.py help`).

Needs nothing but Python's standard library, because it runs before anything is installed.
Exit codes: 0 done, 1 a check or test failed, 2 this machine lacks something (said on standard error).
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import checks
import engines
import environment
from environment import ROOT, MissingError, python


def install() -> int:
    """Make .venv with the locked run-time packages, start nothing."""
    environment.ensure("run")
    return 0


def demo(*options: str) -> int:
    """Serve the demo on http://127.0.0.1:5000 (PORT=5001 moves it); entries are kept."""
    install()
    os.environ["CASEFLOW_ENV"] = "demo"
    os.chdir(ROOT)
    sys.stdout.flush()
    # The server takes this process's place, so Ctrl-C and a service manager's signals reach it directly.
    os.execv(python(), [python(), "-m", "caseflow.cli", "demo", *options])  # noqa: S606 - no shell is wanted


def demo_reset() -> int:
    """Throw the demo's database away and serve a new one."""
    return demo("--reset")


def lint() -> int:
    """Style, types, import contracts and templates; a few seconds, no tests."""
    environment.ensure("test")
    return checks.report(checks.run(checks.LINTERS))


def check() -> int:
    """Lint, then the tests on SQLite alone: the quick round before a commit."""
    environment.ensure("test")
    return checks.report(checks.run([*checks.LINTERS, checks.QUICK_TESTS]))


def test() -> int:
    """Everything continuous integration runs: linters, types, contracts, all tests on both databases."""
    environment.ensure("test")
    with ThreadPoolExecutor(max_workers=1) as beside:  # fetching a browser takes as long as all linters
        found = beside.submit(_engines)
        linted = checks.run(checks.LINTERS)
    try:
        tested = checks.run([checks.TESTS], found.result())
    except MissingError:
        checks.report(linted)
        raise
    return checks.report([*linted, *tested])


def _engines() -> dict[str, str]:
    """Look for them here, not in pytest: under xdist a worker's message of what is missing gets lost."""
    return engines.chromium() | engines.postgresql() | {"CASEFLOW_TEST_STRICT": "1"}


def prove() -> int:
    """Run the proofs of who sees what on many more worlds than `make test` does; some hours."""
    environment.ensure("test")
    effort = {"CASEFLOW_TEST_EFFORT": os.environ.get("CASEFLOW_TEST_EFFORT", "20")}
    return checks.report(checks.run(checks.PROOFS, _engines() | effort))


def bench() -> int:
    """Run the benchmarks; fails when a figure exceeds its stated limit."""
    environment.ensure("test")
    return checks.report(checks.run([checks.BENCHMARKS], engines.postgresql()))


def lock() -> int:
    """Write .ci/lock/ anew from pyproject.toml (for maintainers; needs uv)."""
    return environment.lock()


def show_help() -> int:
    """List these targets."""
    for name, command in COMMANDS.items():
        print(f"  make {name:<11} {(command.__doc__ or '').splitlines()[0]}")
    return 0


COMMANDS: dict[str, Callable[[], int]] = {
    "help": show_help,
    "install": install,
    "demo": demo,
    "demo-reset": demo_reset,
    "test": test,
    "prove": prove,
    "lint": lint,
    "check": check,
    "bench": bench,
    "lock": lock,
}


def main(arguments: list[str]) -> int:
    """Run the one command named."""
    command = COMMANDS.get(arguments[0] if arguments else "help")
    if command is None or len(arguments) > 1:
        print(f"usage: dev.py {' | '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return command()
    except MissingError as missing:
        print(f"caseflow: {missing}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
