"""Coming in and staying in: the only part of caseflow that looks people up before it knows who is asking."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Flask, current_app, g, request
from flask import session as cookie
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.system import system_session
from caseflow.accounts import passwords, sessions
from caseflow.accounts.actions import replace_password
from caseflow.audit import trail
from caseflow.config import Mode
from caseflow.db import writes
from caseflow.models import Credential, Organisation, User, UserRole
from caseflow.models.vocabulary import Role
from caseflow.requests import throttle
from caseflow.web import csrf
from caseflow.web.errors import is_api
from caseflow.web.viewer import Viewer, now

BEARER = "Bearer "


class SignedIn(UserMixin):  # type: ignore[misc]  # flask-login has no types
    """A user as Flask-Login knows them: by the random id of their session, never by their own."""

    def __init__(self, token: str, account: sessions.Account) -> None:
        self.token = token
        self.account = account

    def get_id(self) -> str:
        """Return what goes into the signed cookie."""
        return self.token


@dataclass(frozen=True)
class Refusal:
    """Why somebody does not come in: nothing but how long to wait, if at all."""

    wait: timedelta


def init_app(app: Flask) -> None:
    """Let an application know who is asking."""
    manager = LoginManager(app)
    manager.session_protection = (
        None  # the session row decides; a changed address is no reason to lose one's work
    )
    manager.user_loader(_by_cookie)
    manager.request_loader(_by_bearer_token)
    app.extensions["caseflow_identify"] = identify


def identify(moment: datetime) -> Viewer | None:
    """Return who sends the request at hand, if we know."""
    if not current_user.is_authenticated:
        return None
    account: sessions.Account = current_user.account
    actor = Actor(account.user_id, account.organisation_id, account.team_id, account.roles, moment)
    return Viewer(actor, account.name, account.email, account.organisation, account.locale)


def sign_in(email: str, password: str) -> Refusal | None:
    """Let somebody in who knows the password: they get a new session and a new form token. Else say how long to wait.

    Raises:
        BusyError: too many people sign in at this moment.
    """
    who = email.strip().casefold()
    wait = _count(who)
    if wait:
        return Refusal(wait)
    user_id, stored = _credential(who)
    if not passwords.matches(password, stored) or user_id is None:
        return Refusal(timedelta())
    with _writing("signing in") as session:
        throttle.forgive(session, throttle.ACCOUNT, who)
        sessions.forget_ended(session, now())
        token = sessions.start(session, user_id, now())
        account = sessions.find(session, token, now())
        trail.record_by_system(session, "session.start", at=now(), user_id=user_id)
    if account is None:
        return Refusal(timedelta())
    enter(SignedIn(token, account[0]))
    return None


def enter(user: SignedIn) -> None:
    """Start afresh in this browser, with nothing left of who was here before."""
    cookie.clear()
    csrf.renew()
    login_user(user)
    g.viewer = identify(now())


def leave() -> None:
    """End the session of this browser, at once."""
    with _writing("signing out") as session:
        sessions.end(session, current_token(), now())
    _forget_browser()


def leave_everywhere(user_id: UUID) -> None:
    """End all sessions of a user, at once."""
    with _writing("signing out everywhere") as session:
        sessions.end_all(session, user_id, now())
    _forget_browser()


def change_password(who: Viewer, current: str, new: str) -> bool:
    """Replace the password of somebody who knows it; every session ends, and this browser gets a new one.

    Raises:
        WeakPasswordError: the new password is too short, too long or too common.
    """
    passwords.require_acceptable(new, who.email)
    if _count(who.email) or not passwords.matches(current, _credential(who.email)[1]):
        return False
    hashed = passwords.make_hash(new)
    with _writing("changing a password") as session:
        throttle.forgive(session, throttle.ACCOUNT, who.email)
        replace_password(session, who.actor.user_id, hashed, now())
        token = sessions.start(session, who.actor.user_id, now())
        found = sessions.find(session, token, now())
    if found is not None:
        enter(SignedIn(token, found[0]))
    return True


def confirm(who: Viewer, password: str) -> bool:
    """Whether who is signed in knows their password: asked again before something grave.

    Raises:
        BusyError: too many people sign in at this moment.
    """
    if _count(who.email) or not passwords.matches(password, _credential(who.email)[1]):
        return False
    with _writing("asking a password again") as session:
        throttle.forgive(session, throttle.ACCOUNT, who.email)
    return True


def current_token() -> str:
    """Return the random id of the session at hand, running or ended; empty when there is none."""
    return str(cookie.get("_user_id", ""))


def who_was_here() -> UUID | None:
    """Return whose session this browser had, though it ended."""
    token = current_token()
    if not token:
        return None
    with system_session("whose session ended") as session:
        return sessions.owner_of_ended(session, token)


def demo_accounts() -> dict[Role, list[tuple[str, str, str]]]:
    """List who can sign in to a demo by role: name, address and organisation. There everyone has the same password."""
    statement = (
        select(UserRole.role, User.name, User.email, Organisation.name)
        .join(User, User.id == UserRole.user_id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .where(User.deactivated_at.is_(None))
        .order_by(Organisation.name, User.name)
    )
    found: dict[Role, list[tuple[str, str, str]]] = {role: [] for role in Role}
    with system_session("demo accounts on the sign-in page") as session:
        for role, name, email, organisation in session.execute(statement):
            found[role].append((name, email, organisation))
    return {role: accounts for role, accounts in found.items() if accounts}


def _forget_browser() -> None:
    logout_user()
    cookie.clear()
    g.viewer = None


def _count(who: str) -> timedelta:
    """Count an attempt for the account and for the address it comes from."""
    with _writing("counting sign-ins") as session:
        here = throttle.attempt(session, throttle.ADDRESS, request.remote_addr or "", now())
        return here or throttle.attempt(session, throttle.ACCOUNT, who, now())


def _credential(who: str) -> tuple[UUID | None, str | None]:
    """Look up what to compare with; nobody's address is asked about in the same way."""
    statement = (
        select(User.id, Credential.password_hash)
        .outerjoin(Credential, Credential.user_id == User.id)
        .where(User.email == who, or_(User.deactivated_at.is_(None), User.deactivated_at > now()))
    )
    with system_session("signing in") as session:
        found = session.execute(statement).first()
    if found is None:
        return None, None
    demo = current_app.extensions["caseflow_settings"].mode is Mode.DEMO
    return found[0], found[1] or (passwords.demo_hash() if demo else None)


def _by_cookie(token: str) -> SignedIn | None:
    if is_api():  # the JSON door takes bearer tokens only, so no page elsewhere can speak through it
        return None
    with system_session("who is asking") as session:
        found = sessions.find(session, token, now())
    if found is None:
        return None
    account, worth_writing = found
    if worth_writing:
        with _writing("session in use") as session:
            sessions.touch(session, token, now())
    return SignedIn(token, account)


def _by_bearer_token(_request: Any) -> SignedIn | None:
    if not csrf.carries_bearer_token():
        return None
    token = request.headers["Authorization"].removeprefix(BEARER).strip()
    with system_session("who is asking") as session:
        account = sessions.find_by_token(session, token, now())
    return None if account is None else SignedIn("", account)


@contextmanager
def _writing(reason: str) -> Iterator[Session]:
    may_write = writes.set(True)
    try:
        with system_session(reason) as session:
            yield session
    finally:
        writes.reset(may_write)
