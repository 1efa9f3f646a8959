"""What can be looked up about who holds, held and stands in for a case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.shown import user_name
from caseflow.audit import reads
from caseflow.models import Case, Deputy, FormerDirector, Milestone


@dataclass(frozen=True)
class DeputyLine:
    """Somebody who stands in, stood in or will stand in for the director."""

    id: UUID
    user: str
    from_at: datetime
    until_at: datetime
    version: int
    is_over: bool
    runs: bool


@dataclass(frozen=True)
class FormerLine:
    """Somebody who directed the case before."""

    user: str
    from_at: datetime
    until_at: datetime


@dataclass(frozen=True)
class Standing:
    """What a handover starts from."""

    version: int
    open_milestones: int


DEPUTIES = (
    select(
        Deputy.id,
        user_name(Deputy.__table__.c.user_id).label("user"),
        Deputy.from_at,
        Deputy.until_at,
        Deputy.version,
    )
    .where(Deputy.case_id == bindparam("case_id"))
    .order_by(Deputy.from_at.desc(), Deputy.id)
)
FORMER = (
    select(
        user_name(FormerDirector.__table__.c.user_id).label("user"),
        FormerDirector.from_at,
        FormerDirector.until_at,
    )
    .where(FormerDirector.case_id == bindparam("case_id"))
    .order_by(FormerDirector.until_at.desc())
)
OPEN_MILESTONES = (
    select(func.count())
    .select_from(Milestone)
    .where(
        Milestone.case_id == Case.id,
        Milestone.owner_id == Case.director_id,
        Milestone.done_on.is_(None),
        Milestone.not_applicable.is_(None),
    )
    .correlate(Case)
    .scalar_subquery()
)
STANDING = select(Case.version, OPEN_MILESTONES).where(Case.id == bindparam("case_id"))


def deputies(session: Session, case_id: UUID) -> list[DeputyLine]:
    """Return who stood, stands and will stand in for the director of a case, the last first."""
    now = actor_of(session).now
    reads.saw(session, "deputies.read", case_id)
    return [
        DeputyLine(**row._asdict(), is_over=row.until_at <= now, runs=row.from_at <= now < row.until_at)
        for row in session.execute(DEPUTIES, {"case_id": case_id})
    ]


def get_deputy(session: Session, case_id: UUID, deputy_id: UUID) -> DeputyLine | None:
    """Return one deputy of a case, or nothing."""
    return next((line for line in deputies(session, case_id) if line.id == deputy_id), None)


def former_directors(session: Session, case_id: UUID) -> list[FormerLine]:
    """Return who directed a case before, the last first."""
    reads.saw_part(session, case_id)
    return [FormerLine(*row) for row in session.execute(FORMER, {"case_id": case_id})]


def standing(session: Session, case_id: UUID) -> Standing:
    """Return what a handover of a case starts from."""
    reads.saw_part(session, case_id)
    return Standing(*session.execute(STANDING, {"case_id": case_id}).one())
