"""Passwords: what is accepted, and argon2id hashes that cost about as much for nobody's address as for somebody's."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
"""The fewest characters of a password. Unit: characters. Source: NIST SP 800-63B asks for at least 8."""
LONGEST = 200
"""The most characters of a password: hashing must not be given a book. Unit: characters."""
TELLING = 4
"""From what length a part of somebody's address is taken out of their password before it is judged."""
VARIED = 4
"""The fewest different letters and digits of a password."""
MEMORY = 19 * 1024
"""Memory of one hash, with two passes in one lane. Unit: KiB. Source: OWASP Password Storage Cheat Sheet."""
AT_ONCE = 2
"""How many hashes a process works on at the same time, so that signing in cannot exhaust the machine."""
PATIENCE = 5.0
"""How long a sign-in waits for its turn. Unit: seconds."""

DEMO_PASSWORD = "caseflow-demo"  # noqa: S105 - printed on the sign-in page of a demo, and good for nothing else
"""What everyone without a password of their own signs in with, in a demo."""

_hasher = PasswordHasher(time_cost=2, memory_cost=MEMORY, parallelism=1)
_turns = BoundedSemaphore(AT_ONCE)


class BusyError(RuntimeError):
    """Too many people sign in at this moment."""


class WeakPasswordError(ValueError):
    """A password that is not accepted; `code` says why: short, long or common."""

    def __init__(self, code: str) -> None:
        super().__init__(f"The password is too {code}.")
        self.code = code


def require_acceptable(password: str, email: str) -> None:
    """Accept long passwords that are not on everybody's list; what they are made of is free.

    Raises:
        WeakPasswordError: it is too short, too long or too common.
    """
    if len(password) < SHORTEST:
        raise WeakPasswordError("short")
    if len(password) > LONGEST:
        raise WeakPasswordError("long")
    bare = "".join(sign for sign in password.casefold() if sign.isalnum())
    own = {part for part in email.casefold().replace("@", ".").split(".") if len(part) >= TELLING}
    if bare in common_passwords() or len(set(bare)) < VARIED or _without(bare, own) < SHORTEST // 2:
        raise WeakPasswordError("common")


def _without(bare: str, words: set[str]) -> int:
    for word in words:
        bare = bare.replace(word, "")
    return len(bare)


@cache
def common_passwords() -> frozenset[str]:
    """Read the passwords that everybody tries first."""
    lines = (Path(__file__).parent / "common_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def make_hash(password: str) -> str:
    """Hash a password, when it is our turn.

    Raises:
        BusyError: it did not become our turn.
    """
    with _turn():
        return _hasher.hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Whether this is the password; takes as long when there is none to compare with.

    Raises:
        BusyError: it did not become our turn.
    """
    with _turn():
        try:
            _hasher.verify(stored or _nobodys_hash(), password)
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None


@cache
def _nobodys_hash() -> str:
    return _hasher.hash("the password of nobody at all")


@cache
def demo_hash() -> str:
    """Return the hash of the password of a demo."""
    return _hasher.hash(DEMO_PASSWORD)


@contextmanager
def _turn() -> Iterator[None]:
    if not _turns.acquire(timeout=PATIENCE):
        raise BusyError
    try:
        yield
    finally:
        _turns.release()
