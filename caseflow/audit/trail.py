"""Writing down what was done, in the transaction that does it: neither stands without the other."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.through import through as through_case
from caseflow.access.through import through_role
from caseflow.audit.chain import ROW, About, Line, Who, append

SYSTEM_CHAIN = UUID(int=0)
"""The chain of what the system did that was about no case and no user."""


def record(  # noqa: PLR0913 - keywords, which read at the call as what was done to what
    session: Session,
    act: str,
    *,
    case_id: UUID | None = None,
    party_ids: Collection[UUID] = (),
    entry_ids: Collection[UUID] = (),
    through: str | None = None,
) -> None:
    """Write down an act of the session's actor; what is pending is flushed first.

    Where nobody says through what, the right by which the actor is in the case is looked up. An act by which the
    actor gives that right away says it, from `access.through`, asked before the change.
    """
    session.flush()
    actor = actor_of(session)
    if through is None:
        through = through_role(actor) if case_id is None else through_case(session, case_id)
    about = About(case_id, party_ids, entry_ids)
    append(session, Line(case_id or actor.user_id, act, Who.acting(actor, through), about))


def record_by_system(  # noqa: PLR0913 - keywords, as above
    session: Session,
    act: str,
    *,
    at: datetime,
    user_id: UUID | None = None,
    organisation_id: UUID | None = None,
    case_id: UUID | None = None,
    party_ids: Collection[UUID] = (),
    entry_ids: Collection[UUID] = (),
) -> None:
    """Write down what a system session did, to or for which user or case; what is pending is flushed first."""
    session.flush()
    who = Who(user_id, organisation_id, at, f"system:{session.info['system']}")
    about = About(case_id, party_ids, entry_ids)
    append(session, Line(case_id or user_id or SYSTEM_CHAIN, act, who, about))


def last_run(session: Session, act: str) -> datetime | None:
    """Return when the system last did something that is about no case and no user; nothing, if never."""
    at: datetime | None = session.scalar(
        select(func.max(ROW.c.at)).where(ROW.c.chain == SYSTEM_CHAIN, ROW.c.act == act)
    )
    return at
