"""How often something may be tried: signing in, searching. Counted in the database, so for all workers.

A subject is kept as a keyed hash only. Every attempt has a transaction of its own; make it before the request's own
session is used, because SQLite has one writer.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session
from werkzeug.exceptions import TooManyRequests

from caseflow.access.system import system_session
from caseflow.db import writes
from caseflow.models import Attempt


@dataclass(frozen=True)
class Limit:
    """So many times within a window; after that a wait that doubles with every further attempt, up to a longest."""

    what: str
    free: int
    window: timedelta
    first_wait: timedelta
    longest_wait: timedelta


ACCOUNT = Limit("sign-in", 5, timedelta(minutes=15), timedelta(minutes=1), timedelta(minutes=15))
"""Wrong passwords for one account. Source: the way SecureDrop throttles, with more room before the first wait."""
ADDRESS = Limit("sign-in from", 100, timedelta(minutes=15), timedelta(seconds=30), timedelta(minutes=1))
"""Wrong passwords from one network address: a whole town hall may stand behind one."""
SEARCH = Limit("search", 60, timedelta(minutes=5), timedelta(seconds=5), timedelta(minutes=1))
"""Searches of one user."""

BREAK_GLASS = Limit("break-glass", 5, timedelta(hours=1), timedelta(minutes=5), timedelta(minutes=30))
"""Cases that one user tries to open in an emergency: enough to mistype a reference, too few to try them out."""
PERSON = Limit("person", 20, timedelta(hours=1), timedelta(minutes=1), timedelta(minutes=15))
"""Persons that one privacy officer asks about."""


def spend(limit: Limit, subject: str, now: datetime) -> None:
    """Count an attempt, and go on only when there is room for it.

    Raises:
        TooManyRequests: there is none yet; the answer says how long to wait.
    """
    may_write = writes.set(True)
    try:
        with system_session("counting attempts") as session:
            wait = attempt(session, limit, subject, now)
    finally:
        writes.reset(may_write)
    if wait:
        raise TooManyRequests(retry_after=seconds(wait))


def attempt(session: Session, limit: Limit, subject: str, now: datetime) -> timedelta:
    """Count an attempt when there is room for it; else return how long to wait, and count nothing."""
    hidden = _hidden(limit, subject)
    _one_at_a_time(session, hidden)
    session.execute(delete(Attempt).where(Attempt.what == limit.what, Attempt.at <= now - 2 * limit.window))
    found = session.execute(
        select(func.count(), func.max(Attempt.at)).where(
            Attempt.what == limit.what, Attempt.subject == hidden, Attempt.at > now - limit.window
        )
    ).one()
    wait = _wait(limit, found[0], found[1], now)
    if not wait:
        session.add(Attempt(what=limit.what, subject=hidden, at=now))
        session.flush()
    return wait


def forgive(session: Session, limit: Limit, subject: str) -> None:
    """Forget the attempts of a subject who showed to be who they say."""
    session.execute(
        delete(Attempt).where(Attempt.what == limit.what, Attempt.subject == _hidden(limit, subject))
    )


def seconds(wait: timedelta) -> int:
    """Return a wait in whole seconds, rounded up."""
    return -(-wait // timedelta(seconds=1))


def _wait(limit: Limit, count: int, last: datetime | None, now: datetime) -> timedelta:
    if last is None or count < limit.free:
        return timedelta()
    doubled: timedelta = limit.first_wait * 2 ** min(count - limit.free, 10)
    return max(last + min(doubled, limit.longest_wait) - now, timedelta())


def _hidden(limit: Limit, subject: str) -> str:
    key = str(current_app.config["SECRET_KEY"]).encode()
    text = f"{limit.what}\n{subject}".encode(errors="surrogatepass")
    return hmac.digest(key, text, hashlib.sha256).hex()


def _one_at_a_time(session: Session, hidden: str) -> None:
    """Let attempts of one subject wait for each other; SQLite has one writer as it is."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(int(hidden[:15], 16))))
