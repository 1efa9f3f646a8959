"""Through which seat or link somebody is in a case: what the log names beside every act."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.aside import aside
from caseflow.access.guard import POLICY_QUESTION, actor_of
from caseflow.access.seated import THROUGH, seats_of
from caseflow.access.sets import (
    CASE,
    GLASS,
    LINK,
    broken_by_me,
    deputised_cases,
    directed_cases,
    is_mine,
    led_cases,
    not_excluded,
)
from caseflow.db import Ids, is_one_of
from caseflow.models.vocabulary import Role


def through(session: Session, case_id: UUID) -> str:
    """Say through what the session's actor is in a case: `seat:director`, `link:<id>`, `break_glass:<id>`, `role:…`."""
    return through_each(session, [case_id])[case_id]


def through_each(session: Session, case_ids: Collection[UUID]) -> dict[UUID, str]:
    """Say it of several cases, asking the database once for those not asked about before in this session."""
    known: dict[UUID, str] = session.info.setdefault(THROUGH, {})
    known.update({case_id: f"seat:{seat}" for case_id, seat in seats_of(session).items()})
    unknown = set(case_ids) - known.keys()
    if unknown:
        known.update(_ask(session, unknown))
    return {case_id: known[case_id] for case_id in case_ids}


def through_role(actor: Actor) -> str:
    """Name the role of an act that no seat or link carries."""
    role = Role.PRIVACY_OFFICER if actor.has(Role.PRIVACY_OFFICER) else min(actor.roles, default="none")
    return f"role:{role}"


def _question() -> Select[*tuple[Any, ...]]:
    case, link, glass = aside(CASE), aside(LINK), aside(GLASS)
    opened = and_(glass.c.case_id == case.c.id, broken_by_me(glass, case))
    linked = case.outerjoin(link, and_(link.c.case_id == case.c.id, is_mine(link)))
    return (
        select(
            case.c.id,
            case.c.id.in_(directed_cases()).label("directs"),
            case.c.id.in_(deputised_cases()).label("deputises"),
            case.c.id.in_(led_cases()).label("leads"),
            link.c.id.label("link_id"),
            glass.c.id.label("glass_id"),
        )
        .select_from(linked.outerjoin(glass, opened))
        .where(is_one_of(case.c.id, bindparam("case_ids", type_=Ids())), not_excluded(case.c.id))
        .order_by(case.c.id, link.c.id, glass.c.id)
    )


QUESTION = _question()


def _ask(session: Session, case_ids: Collection[UUID]) -> dict[UUID, str]:
    actor = actor_of(session)
    found: dict[UUID, list[str]] = {}
    for row in session.execute(
        QUESTION, {"case_ids": list(case_ids)}, execution_options={POLICY_QUESTION: True}
    ):
        found.setdefault(row.id, []).extend(_rights(row))
    return {
        case_id: " ".join(dict.fromkeys(found.get(case_id) or [through_role(actor)])) for case_id in case_ids
    }


def _rights(row: Row[*tuple[Any, ...]]) -> list[str]:
    for held, name in ((row.directs, "director"), (row.deputises, "deputy"), (row.leads, "lead")):
        if held:
            return [f"seat:{name}"]
    opened = (("link", row.link_id), ("break_glass", row.glass_id))
    return [f"{kind}:{row_id}" for kind, row_id in opened if row_id]
