"""Who can hold a case: the directors of its team for whom it exists."""

from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from caseflow.access.shown import hidden_from
from caseflow.models import Case, User, UserRole
from caseflow.models.vocabulary import Role

_DIRECTS = exists().where(UserRole.user_id == User.id, UserRole.role == Role.CASE_DIRECTOR).correlate(User)
CANDIDATES = (
    select(User.id, User.name)
    .join(Case, Case.team_id == User.team_id)
    .where(
        Case.id == bindparam("case_id"),
        User.id != Case.director_id,
        User.deactivated_at.is_(None),
        _DIRECTS,
        ~hidden_from(User.__table__.c.id, bindparam("case_id")),
    )
    .order_by(User.name, User.id)
)
DIRECTORS = (
    select(User.id, User.name)
    .where(User.team_id == bindparam("team_id"), User.deactivated_at.is_(None), _DIRECTS)
    .order_by(User.name, User.id)
)


def candidates(session: Session, case_id: UUID) -> list[tuple[UUID, str]]:
    """Return who can take over a case, or stand in for its director: other directors of its team."""
    return [(user_id, name) for user_id, name in session.execute(CANDIDATES, {"case_id": case_id})]


def directors_of(session: Session, team_id: UUID) -> dict[UUID, str]:
    """Return the directors of a team, by name, also those without a case."""
    return {row[0]: row[1] for row in session.execute(DIRECTORS, {"team_id": team_id})}
