"""How long `make demo` takes from a fresh clone, and again."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from tests.bench.waiting import free_port, wait_until_open

ROOT = Path(__file__).resolve().parent.parent.parent


def demo_seconds(folder: Path) -> tuple[float, float]:
    """Return the seconds until the demo of a fresh clone answers: the first time, and the second."""
    clone = folder / "clone"
    subprocess.run([_program("git"), "clone", "--quiet", str(ROOT), str(clone)], check=True)
    return _until_it_answers(clone), _until_it_answers(clone)


def _until_it_answers(clone: Path) -> float:
    port = free_port()
    started = time.monotonic()
    server = subprocess.Popen(
        [_program("make"), "demo"],
        cwd=clone,
        env=os.environ | {"PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until_open(port, server)
        return time.monotonic() - started
    finally:
        os.killpg(
            server.pid, signal.SIGTERM
        )  # not SIGINT, which whoever was started in the background ignores
        server.wait()


def _program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is not in PATH"
    return found
