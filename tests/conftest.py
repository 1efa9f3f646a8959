"""What holds for every test: no settings from outside, no network, no engine missing in silence."""

import gc
import ipaddress
import os
import sys

import pytest

from tests import postgres

pytest_plugins = ["tests.databases", "tests.browser", "tests.app_fixtures"]

MISSING = "no PostgreSQL, and CASEFLOW_TEST_STRICT forbids to skip its tests; `make test` brings one"

LONGEST = ("test_bad_input.py", "test_every_page.py", "test_canaries.py")
"""Modules with tests of a minute and more."""


def pytest_configure(config: pytest.Config) -> None:
    """Make every run start from the same place."""
    for name in [name for name in os.environ if name.startswith("CASEFLOW_")]:
        if not name.startswith(("CASEFLOW_TEST_", "CASEFLOW_CHROMIUM")):
            del os.environ[name]
    os.environ["CASEFLOW_ENV"] = "test"
    sys.addaudithook(_refuse_network)
    # Not in a worker, where the message would be lost.
    strict = os.environ.get("CASEFLOW_TEST_STRICT") == "1" and not hasattr(config, "workerinput")
    if strict and not postgres.is_available():
        pytest.exit(MISSING, returncode=2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: what is left for the end are small tests, which workers can share."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Collect garbage seldom, as `caseflow serve` does: looking through all imports anew takes a fifth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _refuse_network(event: str, arguments: tuple) -> None:
    """Let tests reach this machine only: nothing they send may arrive anywhere."""
    if event != "socket.connect" or not isinstance(arguments[1], tuple):  # a socket in a folder has no tuple
        return
    host = arguments[1][0]
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise PermissionError(f"a test tried to reach {host}")
