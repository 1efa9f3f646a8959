"""What was done with a link and why: each act with its reason, in the history of the link."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.shown import user_name
from caseflow.models import Link, LinkDeed
from caseflow.models.vocabulary import LinkAct


@dataclass(frozen=True)
class DeedLine:
    """Somebody changed, narrowed, widened, renewed or revoked a link, for a reason."""

    act: LinkAct
    reason: str
    done_by: str
    done_at: datetime


DEEDS = (
    select(
        LinkDeed.link_id,
        LinkDeed.act,
        LinkDeed.reason,
        user_name(LinkDeed.__table__.c.done_by_id).label("done_by"),
        LinkDeed.done_at,
    )
    .where(LinkDeed.case_id == bindparam("case_id"))
    .order_by(LinkDeed.done_at, LinkDeed.version, LinkDeed.id)
)


def deeds_of(session: Session, case_id: UUID) -> dict[UUID, list[DeedLine]]:
    """Return what was done with each link of a case, the earliest first. For seats."""
    found: dict[UUID, list[DeedLine]] = {}
    for link_id, *fields in session.execute(DEEDS, {"case_id": case_id}):
        found.setdefault(link_id, []).append(DeedLine(*fields))
    return found


def note(session: Session, link: Link, act: LinkAct, reason: str) -> None:
    """Keep what is done with a link, and why, beside the version that it ends."""
    actor = actor_of(session)
    session.add(
        LinkDeed(
            link_id=link.id,
            case_id=link.case_id,
            act=act,
            reason=reason,
            version=link.version,
            done_by_id=actor.user_id,
            done_at=actor.now,
        )
    )
