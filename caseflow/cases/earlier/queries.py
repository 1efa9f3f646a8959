"""What can be looked up about what was said before it was changed."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, select
from sqlalchemy.orm import Session

from caseflow.access import shown
from caseflow.audit import reads
from caseflow.audit.former import Said, says
from caseflow.db import unseal
from caseflow.models import (
    CaseBrief,
    EarlierText,
    Link,
    LinkDeed,
    Milestone,
    Organisation,
    Party,
    Person,
    Relationship,
    User,
)
from caseflow.models.vocabulary import Editable


@dataclass(frozen=True)
class Earlier:
    """What a thing said before somebody changed it, and what it said next; of a link also why it was changed."""

    version: int
    changed_by: str
    changed_at: datetime
    reason: str | None
    before: Said
    after: Said


@dataclass(frozen=True)
class History:
    """A thing as it stands now, and what it said before, the latest first."""

    now: Any
    earlier: tuple[Earlier, ...]


TEXTS = (
    select(
        EarlierText.id,
        EarlierText.version,
        shown.user_name(EarlierText.__table__.c.changed_by_id).label("changed_by"),
        EarlierText.changed_at,
        LinkDeed.reason,
        EarlierText.said_sealed,
    )
    .outerjoin(
        LinkDeed,
        and_(LinkDeed.link_id == EarlierText.thing_id, LinkDeed.version == EarlierText.version),
    )
    .where(EarlierText.case_id == bindparam("case_id"), EarlierText.thing_id == bindparam("thing_id"))
    .order_by(EarlierText.version.desc())
)
CHANGED = select(EarlierText.thing_id).where(EarlierText.case_id == bindparam("case_id")).distinct()
NOW: dict[Editable, Select[Any]] = {
    Editable.BRIEF: select(CaseBrief).where(
        CaseBrief.case_id == bindparam("case_id"), CaseBrief.case_id == bindparam("thing_id")
    ),
    Editable.PERSON: select(Person)
    .join(Party, Party.person_id == Person.id)
    .where(Party.case_id == bindparam("case_id"), Party.id == bindparam("thing_id")),
    **{
        thing: select(model).where(
            model.case_id == bindparam("case_id"),
            model.id == bindparam("thing_id"),
        )
        for thing, model in (
            (Editable.RELATIONSHIP, Relationship),
            (Editable.LINK, Link),
            (Editable.MILESTONE, Milestone),
        )
    },
}
"""How a thing of a case is found as it stands now."""


def changed_things(session: Session, case_id: UUID) -> frozenset[UUID]:
    """Return of which things of a case there are earlier texts, for its seats: what a link to them is shown by."""
    return frozenset(session.scalars(CHANGED, {"case_id": case_id}))


def history(session: Session, case_id: UUID, thing: Editable, thing_id: UUID) -> History | None:
    """Return what a thing said before, each beside what it said next, or nothing where there is no such thing."""
    asked = {"case_id": case_id, "thing_id": thing_id}
    now = session.scalars(NOW[thing], asked).one_or_none()
    if now is None:
        return None
    reads.saw(session, "earlier.read", case_id, party_ids=_about(now, thing_id))
    earlier: list[Earlier] = []
    after = says(session, now)
    for row in session.execute(TEXTS, asked):
        before: Said = json.loads(unseal(row.said_sealed, "earlier_text", "said", row.id))
        earlier.append(Earlier(row.version, row.changed_by, row.changed_at, row.reason, before, after))
        after = before
    return History(now, tuple(earlier))


def names_of(session: Session, ids: Collection[UUID]) -> dict[UUID, str]:
    """Return what the users and organisations with these ids are called, as far as the reader has the directory."""
    if not ids:
        return {}
    wanted = select(User.id, User.name).where(User.id.in_(ids))
    also = select(Organisation.id, Organisation.name).where(Organisation.id.in_(ids))
    return {row.id: row.name for row in session.execute(wanted.union_all(also))}


def _about(now: Any, thing_id: UUID) -> list[UUID]:
    """Return whom the thing is about, as far as its row says so."""
    match now:
        case Person():
            return [thing_id]
        case Relationship():
            return [now.from_party_id, now.to_party_id]
        case Milestone():
            return [now.party_id] if now.party_id else []
    return []
