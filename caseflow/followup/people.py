"""Who can be asked to see to something in a case."""

from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from caseflow.access.shown import hidden_from
from caseflow.cases.linked import NOT_OVER, named_by_links
from caseflow.models import Case, User

OWNERS = (
    select(User.id, User.name)
    .where(
        User.deactivated_at.is_(None),
        ~hidden_from(User.__table__.c.id, bindparam("case_id")),
        or_(
            User.team_id.in_(select(Case.team_id).where(Case.id == bindparam("case_id"))),
            User.id.in_(named_by_links(NOT_OVER)),
        ),
    )
    .order_by(User.name)
)


def possible_owners(session: Session, case_id: UUID) -> list[tuple[UUID, str]]:
    """Return the team of the case and the professionals of links that are not over, by name."""
    found = session.execute(OWNERS, {"case_id": case_id})
    return [(user_id, name) for user_id, name in found]
