"""Through which seat or link somebody is in a case: what the log names beside every act."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, select
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.guard import POLICY_QUESTION, actor_of
from caseflow.access.sets import CASE, LINK, deputises, directs, leads, my_link, not_excluded
from caseflow.models.vocabulary import Role

_ASKED = "through"


def through(session: Session, case_id: UUID) -> str:
    """Say through what the session's actor is in a case: `seat:director`, `link:<id>`, `role:privacy_officer`."""
    return through_each(session, [case_id])[case_id]


def through_each(session: Session, case_ids: Collection[UUID]) -> dict[UUID, str]:
    """Say it of several cases, asking the database once for those not asked about before in this session."""
    known: dict[UUID, str] = session.info.setdefault(_ASKED, {})
    unknown = set(case_ids) - known.keys()
    if unknown:
        known.update(_ask(session, unknown))
    return {case_id: known[case_id] for case_id in case_ids}


def through_role(actor: Actor) -> str:
    """Name the role of an act that no seat or link carries."""
    role = Role.PRIVACY_OFFICER if actor.has(Role.PRIVACY_OFFICER) else min(actor.roles, default="none")
    return f"role:{role}"


def _ask(session: Session, case_ids: Collection[UUID]) -> dict[UUID, str]:
    actor = actor_of(session)
    question = (
        select(
            CASE.c.id,
            directs(actor).label("directs"),
            deputises(actor).label("deputises"),
            leads(actor).label("leads"),
            LINK.c.id.label("link_id"),
        )
        .select_from(CASE.outerjoin(LINK, and_(LINK.c.case_id == CASE.c.id, my_link(actor))))
        .where(CASE.c.id.in_(case_ids), not_excluded(actor, CASE.c.id))
        .order_by(CASE.c.id, LINK.c.id)
    )
    found: dict[UUID, list[str]] = {}
    for row in session.execute(question, execution_options={POLICY_QUESTION: True}):
        found.setdefault(row.id, []).extend(_right(row))
    return {case_id: " ".join(found.get(case_id) or [through_role(actor)]) for case_id in case_ids}


def _right(row: Row[Any]) -> list[str]:
    for held, name in ((row.directs, "director"), (row.deputises, "deputy"), (row.leads, "lead")):
        if held:
            return [f"seat:{name}"]
    return [f"link:{row.link_id}"] if row.link_id else []
