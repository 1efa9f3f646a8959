"""How much memory a worker takes once it has shown every kind of page."""

import os
import re
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

from tests.app_fixtures import KEYS
from tests.bench.waiting import free_port, wait_until_open

ROUNDS = 20


def environment_for(url: str) -> dict[str, str]:
    """Return the settings of a program on a database."""
    return {
        "CASEFLOW_ENV": "test",
        "CASEFLOW_DATABASE_URL": url,
        "CASEFLOW_ENCRYPTION_KEYS": KEYS,
        "CASEFLOW_SECRET_KEY": "a secret key that only tests know",
    }


def worker_megabytes(url: str, cookie: str, paths: list[str]) -> float:
    """Return the proportional set size of a worker of `caseflow serve`, in MB."""
    port = free_port()
    environment = os.environ | environment_for(url)
    command = [sys.executable, "-m", "caseflow.cli", "serve", "--port", str(port)]
    with subprocess.Popen([*command], env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            wait_until_open(port, server)
            for path in paths * ROUNDS:
                asking = HTTPConnection("127.0.0.1", port)
                asking.request("GET", path, headers={"Cookie": cookie})
                assert asking.getresponse().read()
                asking.close()
            return _proportional(server.pid)
        finally:
            server.terminate()


def _proportional(process: int) -> float:
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    assert found
    return int(found[1]) / 1000
