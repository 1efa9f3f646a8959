"""What opening a case needs: which teams and directors it can have, and a reference that tells nothing."""

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from caseflow.access.asking import NOW
from caseflow.access.guard import actor_of
from caseflow.models import Organisation, Team, User, UserRole
from caseflow.models.vocabulary import Role

ALPHABET = "23456789BCDFGHJKMNPQRTVWXZ"
"""Characters of a reference: none that looks like another, and no vowels, so that no words come out."""
DRAWN = 6
"""How many of them are drawn: enough for nobody to guess one that exists. Unit: characters."""
LONGEST_PREFIX = 4
"""How many initials a reference begins with at most."""
NO_INITIALS = "CF"
"""The prefix of an organisation whose name has no Latin letters or figures."""


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen, by its name."""

    id: UUID
    name: str


TEAMS = select(Team.id, Team.name).order_by(Team.name)
DIRECTORS = (
    select(User.id, User.name)
    .join(UserRole, UserRole.user_id == User.id)
    .where(
        User.team_id == bindparam("team_id"),
        UserRole.role == Role.CASE_DIRECTOR,
        or_(User.deactivated_at.is_(None), User.deactivated_at > NOW),
    )
    .order_by(User.name)
)
ORGANISATIONS = select(Organisation.id, Organisation.name).order_by(Organisation.name)


def teams(session: Session) -> list[Choice]:
    """Return the teams in which the actor can open a case: their own, or any of their organisation without one."""
    actor = actor_of(session)
    mine = (
        Team.organisation_id == actor.organisation_id if actor.team_id is None else Team.id == actor.team_id
    )
    return [Choice(*row) for row in session.execute(TEAMS.where(mine))]


def directors(session: Session) -> list[Choice]:
    """Return who can direct a case that the actor opens: themselves, and for a team lead the directors of the team."""
    actor = actor_of(session)
    if actor.team_id is not None and actor.has(Role.TEAM_LEAD):
        return [Choice(*row) for row in session.execute(DIRECTORS, {"team_id": actor.team_id})]
    if not actor.has(Role.CASE_DIRECTOR):
        return []
    return [
        Choice(*row) for row in session.execute(select(User.id, User.name).where(User.id == actor.user_id))
    ]


def organisations(session: Session) -> list[Choice]:
    """Return the organisations that can have brought a case in."""
    return [Choice(*row) for row in session.execute(ORGANISATIONS)]


def new_reference(organisation: str, opened_on: date) -> str:
    """Draw a reference, such as GO-2026-7KXR4D: the organisation's initials, the year, and chance."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(DRAWN))
    return f"{initials(organisation)}-{opened_on.year}-{drawn}"


def initials(name: str) -> str:
    """Return the first letters of the words of a name, in plain capitals."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    return "".join(word[0] for word in words).upper()[:LONGEST_PREFIX] or NO_INITIALS
