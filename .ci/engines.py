"""What tests need beside Python packages: a Chromium and a PostgreSQL, found or fetched before pytest starts.

Each function returns the environment variables that tell the tests where the thing is.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT, MissingError, python

CHROMIUM_NAMES = (
    "chromium-headless-shell",  # the same browser without what only a screen needs: a quarter less work
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
CHROMIUM_PACKAGES = ("chromium-headless-shell", "chromium")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
DOWNLOAD_LIMIT = 300
"""How long a browser download may take. Unit: seconds."""
LARGEST_SCRIPT = 10_000
"""A program below this size is a script that starts another. Unit: bytes."""

NO_CHROMIUM = """\
no Chromium for the browser tests. Install one (Debian: apt-get install chromium), or name its program in \
CASEFLOW_CHROMIUM. Fetching one with apt-get and with `playwright install chromium` was tried and failed."""

NO_POSTGRESQL = """\
no PostgreSQL for the tests. Install one (Debian: apt-get install postgresql), or name a server where \
databases may be made in CASEFLOW_TEST_PG_URL. The wheel in the test lock has none for this platform."""


def chromium() -> dict[str, str]:
    """Find a Chromium, or fetch one.

    Raises:
        MissingError: there is none and none can be had.
    """
    named = os.environ.get("CASEFLOW_CHROMIUM")
    if named and not shutil.which(named):
        message = f"CASEFLOW_CHROMIUM names {named}, which is not a program"
        raise MissingError(message)
    path = named or _installed() or _playwrights() or _from_apt() or _from_playwright()
    if path is None:
        raise MissingError(NO_CHROMIUM)
    print(f"caseflow: browser {path}", flush=True)
    return {"CASEFLOW_CHROMIUM": path}


def postgresql() -> dict[str, str]:
    """Ask the tests' own starter whether it can find a PostgreSQL.

    Raises:
        MissingError: there is none.
    """
    asked = subprocess.run(
        [python(), "-m", "tests.postgres"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    if asked.returncode != 0:
        raise MissingError(NO_POSTGRESQL)
    print(f"caseflow: PostgreSQL {asked.stdout.strip()}", flush=True)
    return {}


def _installed() -> str | None:
    candidates = [shutil.which(name) for name in CHROMIUM_NAMES]
    if sys.platform == "darwin":
        candidates += [path for path in MAC_APPLICATIONS if Path(path).exists()]
    return next((path for path in candidates if path and not _is_snap(path)), None)


def _is_snap(path: str) -> bool:
    """Tell a snap, or the script that starts one: it cannot read profiles in the temporary folder."""
    program = Path(path).resolve()
    return "snap" in program.parts or (
        program.stat().st_size < LARGEST_SCRIPT and b"snap" in program.read_bytes()
    )


def _playwrights() -> str | None:
    question = """\
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
    answer = subprocess.run([python(), "-c", question], capture_output=True, text=True, check=False)
    path = answer.stdout.strip()
    return path if path and Path(path).exists() else None


def _from_apt() -> str | None:
    if not shutil.which("apt-get"):
        return None
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if as_root and (not shutil.which("sudo") or not _succeeds([*as_root, "true"])):
        return None
    print("caseflow: no Chromium here, fetching one with apt-get", flush=True)
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    if not _succeeds([*apt, "update"]):
        return None
    install = [*apt, "install", "--no-install-recommends"]
    return _installed() if any(_succeeds([*install, package]) for package in CHROMIUM_PACKAGES) else None


def _from_playwright() -> str | None:
    print("caseflow: no Chromium here, fetching one with playwright", flush=True)
    return _playwrights() if _succeeds([python(), "-m", "playwright", "install", "chromium"]) else None


def _succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, check=False, timeout=DOWNLOAD_LIMIT).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
