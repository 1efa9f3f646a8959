"""The virtual environment: .venv, filled by pip from the hashed lock files, and nothing else.

pip rather than a faster installer, because pip honours the mirror and certificates a user has configured.
The application is not built or installed: a .pth file puts the project root on the path.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / ".ci" / "lock"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST_PYTHON = (3, 11)
SYSTEM_PYTHON = "/usr/bin/python3"

# Shell and Python at once: a path with a space, or of more than 127 characters, would not work after `#!`.
CONSOLE_SCRIPT = """\
#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from caseflow.cli import main

sys.exit(main())
"""

WHERE_PACKAGES_ARE = """\
import pip, sys, sysconfig
assert sys.version_info >= (3, 11)
print(sysconfig.get_path("purelib"))
"""

SAME_VERSION_WITH_VENV = """\
import ensurepip, sys
assert sys.version_info[:2] == ({}, {})
"""


class MissingError(Exception):
    """This machine lacks something; the message says what and how to get it."""


def python() -> str:
    """Path of the environment's interpreter."""
    return str(SCRIPTS / ("python.exe" if os.name == "nt" else "python"))


def ensure(lock_name: str) -> None:
    """Bring .venv in line with a lock file, at no cost when it already is.

    Raises:
        MissingError: Python is too old, or has no venv, or the packages cannot be had.
    """
    if sys.version_info < OLDEST_PYTHON:
        message = f"needs Python 3.11 or later; {sys.executable} is {sys.version.split()[0]}"
        raise MissingError(message)
    site_packages = _site_packages() or _new_environment()
    wanted = {name: _digest(name) for name in _included(lock_name)}
    for name, digest in wanted.items():
        if _stamp(name) != digest:
            _install(name)
    # Written each time: the folder may have moved since, and both name it.
    _write(site_packages / "caseflow.pth", f"{ROOT}\n")
    _write(SCRIPTS / "caseflow", CONSOLE_SCRIPT.format(python=python()), mode=0o755)
    for name, digest in wanted.items():
        _write(VENV / f"{name}.lock-digest", digest)


def lock() -> int:
    """Resolve pyproject.toml into the lock files: every platform, hashed, without any address.

    Raises:
        MissingError: uv is not there.
    """
    uv = shutil.which("uv")
    if uv is None:
        message = "locking needs uv, which is not in PATH (pipx install uv)"
        raise MissingError(message)
    without_addresses = ["--no-emit-index-url", "--no-header"]
    for_everyone = ["--universal", "--generate-hashes", "--python-version", "3.11"]
    compile_lock = [uv, "pip", "compile", "pyproject.toml", "--quiet", *without_addresses, *for_everyone]
    run, test = str(LOCKS / "run.txt"), str(LOCKS / "test.txt")
    subprocess.run([*compile_lock, "-o", run], cwd=ROOT, check=True)
    subprocess.run([*compile_lock, "--group", "test", "-c", run, "-o", test], cwd=ROOT, check=True)
    return 0


def _included(lock_name: str) -> list[str]:
    """Return the locks a lock contains: the test set holds the run set whole."""
    return ["run", "test"] if lock_name == "test" else ["run"]


def _digest(lock_name: str) -> str:
    return hashlib.sha256((LOCKS / f"{lock_name}.txt").read_bytes()).hexdigest()


def _stamp(lock_name: str) -> str:
    path = VENV / f"{lock_name}.lock-digest"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _site_packages() -> Path | None:
    """Where the environment keeps packages; None when there is no environment or it no longer works."""
    try:
        answer = subprocess.run(
            [python(), "-c", WHERE_PACKAGES_ARE], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return Path(answer.stdout.strip())


def _new_environment() -> Path:
    interpreter = _interpreter()
    print(f"caseflow: making .venv with {interpreter}", flush=True)
    made = subprocess.run([interpreter, "-m", "venv", "--clear", str(VENV)], check=False)
    site_packages = _site_packages() if made.returncode == 0 else None
    if site_packages is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        message = f"cannot make .venv; on Debian and Ubuntu install python{version}-venv"
        raise MissingError(message)
    return site_packages


def _interpreter() -> str:
    """Return the Python that runs this, or the system's of the same version when this was compiled by hand.

    What pyenv compiles lacks the profile-guided optimisation that distributions give theirs: caseflow starts a quarter
    slower on it, and a page takes a seventh longer. Whoever wants it all the same makes .venv with it beforehand.
    """
    by_hand = "--enable-optimizations" not in (sysconfig.get_config_var("CONFIG_ARGS") or "")
    if sys.platform != "linux" or sys.implementation.name != "cpython" or not by_hand:
        return sys.executable
    question = [SYSTEM_PYTHON, "-c", SAME_VERSION_WITH_VENV.format(*sys.version_info[:2])]
    try:
        usable = subprocess.run(question, capture_output=True, check=False).returncode == 0
    except OSError:
        return sys.executable
    return SYSTEM_PYTHON if usable else sys.executable


def _install(lock_name: str) -> None:
    print(f"caseflow: installing {lock_name}.txt", flush=True)
    pip = [python(), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    locked = ["--require-hashes", "-r", str(LOCKS / f"{lock_name}.txt")]
    # Whoever serves may not be allowed to write here; tests use little of what would be compiled for them.
    compiled = [] if lock_name == "run" else ["--no-compile"]
    if subprocess.run([*pip, *compiled, *locked], cwd=ROOT, check=False).returncode != 0:
        message = """\
            the packages could not be installed (pip says why above). They come from the package index pip is
            configured for; behind a mirror or proxy, set it with `pip config` or PIP_INDEX_URL."""
        raise MissingError(textwrap.dedent(message).strip())


def _write(path: Path, text: str, mode: int = 0o644) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)
