"""What is done to accounts: from the shell by who keeps the installation, and by everyone to their own."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.accounts import passwords, sessions
from caseflow.audit import trail
from caseflow.models import Credential, Organisation, Team, User, UserRole
from caseflow.models.vocabulary import Role


class AccountError(ValueError):
    """An account cannot be made or changed; the text says what to do."""


@dataclass(frozen=True)
class NewUser:
    """Somebody who gets an account; organisation by key or name, team by key."""

    email: str
    name: str
    organisation: str
    team: str | None
    roles: frozenset[Role]


@dataclass(frozen=True)
class UserLine:
    """An account in a list."""

    email: str
    name: str
    organisation: str
    roles: tuple[Role, ...]
    deactivated_at: datetime | None
    has_password: bool


def choose_language(session: Session, locale: str) -> None:
    """Remember in which language the actor wants to be spoken to."""
    user = session.scalars(select(User).where(User.id == actor_of(session).user_id)).one()
    user.locale = locale
    session.flush()


def add_user(session: Session, new: NewUser, now: datetime) -> UUID:
    """Make an account. It has no usable password yet.

    Raises:
        AccountError: the address is taken or is none, or the organisation or team is not known.
    """
    email = new.email.strip().casefold()
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", email):
        raise AccountError(f"{new.email!r} is not an e-mail address.")
    if session.scalar(select(User.id).where(User.email == email)):
        raise AccountError(f"There is an account for {email} already.")
    organisation_id, team_id = _place(session, new.organisation, new.team)
    user = User(
        key=_free_key(session, email),
        email=email,
        name=new.name.strip(),
        organisation_id=organisation_id,
        team_id=team_id,
    )
    session.add(user)
    session.flush()
    session.add_all(UserRole(user_id=user.id, role=role) for role in new.roles)
    trail.record_by_system(session, "user.added", at=now, user_id=user.id, organisation_id=organisation_id)
    return user.id


def set_password(session: Session, email: str, password: str, now: datetime) -> None:
    """Give a user a password, and end all their sessions and tokens.

    Raises:
        AccountError: nobody has this address.
        WeakPasswordError: the password is too short, too long or too common.
    """
    passwords.require_acceptable(password, email)
    hashed = passwords.make_hash(password)  # before the first statement: hashing holds up no other writer
    replace_password(session, _user(session, email).id, hashed, now)


def replace_password(session: Session, user_id: UUID, hashed: str, now: datetime) -> None:
    """Put a new hash in place, and end all sessions and tokens of the user."""
    found = session.get(Credential, user_id)
    if found is None:
        session.add(Credential(user_id=user_id, password_hash=hashed, changed_at=now))
    else:
        found.password_hash, found.changed_at = hashed, now
    _shut_out(session, user_id, now)
    trail.record_by_system(session, "password.set", at=now, user_id=user_id)


def deactivate_user(session: Session, email: str, now: datetime) -> None:
    """Close an account, at once.

    Raises:
        AccountError: nobody has this address.
    """
    user = _user(session, email)
    user.deactivated_at = user.deactivated_at or now
    _shut_out(session, user.id, now)
    trail.record_by_system(session, "user.deactivated", at=now, user_id=user.id)


def create_token(session: Session, email: str, hours: int, now: datetime) -> str:
    """Make a bearer token for the JSON door, and return it: it cannot be shown again.

    Raises:
        AccountError: nobody has this address, or the account is closed.
    """
    user = _user(session, email)
    if user.deactivated_at is not None:
        raise AccountError(f"The account of {user.email} is closed.")
    token = sessions.issue_token(session, user.id, now, hours)
    trail.record_by_system(session, "token.created", at=now, user_id=user.id)
    return token


def list_users(session: Session) -> list[UserLine]:
    """List all accounts, by address."""
    roles: dict[UUID, list[Role]] = {}
    for row in session.execute(select(UserRole.user_id, UserRole.role).order_by(UserRole.role)):
        roles.setdefault(row.user_id, []).append(row.role)
    statement = (
        select(User.id, User.email, User.name, Organisation.name, User.deactivated_at, Credential.user_id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .outerjoin(Credential, Credential.user_id == User.id)
        .order_by(User.email)
    )
    return [
        UserLine(email, name, organisation, tuple(roles.get(user_id, ())), deactivated_at, holder is not None)
        for user_id, email, name, organisation, deactivated_at, holder in session.execute(statement)
    ]


def _shut_out(session: Session, user_id: UUID, now: datetime) -> None:
    session.flush()
    sessions.end_all(session, user_id, now)
    sessions.revoke_tokens(session, user_id, now)


def _user(session: Session, email: str) -> User:
    user = session.scalars(select(User).where(User.email == email.strip().casefold())).one_or_none()
    if user is None:
        raise AccountError(f"There is no account for {email}.")
    return user


def _place(session: Session, organisation: str, team: str | None) -> tuple[UUID, UUID | None]:
    """Find an organisation by its key or name, and its team by key; keys of several bundles may be the same."""
    wanted = or_(Organisation.key == organisation, Organisation.name == organisation)
    found = list(session.scalars(select(Organisation.id).where(wanted)))
    if not found:
        raise AccountError(f"There is no organisation with the key or name {organisation!r}.")
    teams = select(Team.organisation_id, Team.id).where(Team.key == team, Team.organisation_id.in_(found))
    places = [tuple(row) for row in session.execute(teams)] if team else [(one, None) for one in found]
    if not places:
        raise AccountError(f"The organisation has no team with the key {team!r}.")
    if len(places) > 1:
        raise AccountError(f"Several organisations have the key {organisation!r}: give the name instead.")
    return places[0][0], places[0][1]


def _free_key(session: Session, email: str) -> str:
    """Return a key for bundles: the first part of the address, with a number where that is taken."""
    start = re.sub(r"[^a-z0-9]+", "-", email.partition("@")[0]).strip("-") or "user"
    taken = set(session.scalars(select(User.key).where(User.key.startswith(start, autoescape=True))))
    numbered = (start if number == 1 else f"{start}-{number}" for number in range(1, len(taken) + 2))
    return next(key for key in numbered if key not in taken)
