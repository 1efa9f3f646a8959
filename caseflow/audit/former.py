"""Keeping what something said before it is changed, in the transaction that changes it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from caseflow.access.elsewhere import parties_of_person
from caseflow.access.guard import actor_of
from caseflow.models import (
    CaseBrief,
    EarlierText,
    Link,
    LinkProfessional,
    LinkPurpose,
    LinkWeighing,
    Milestone,
    Person,
    Relationship,
    ScopeCell,
)
from caseflow.models.vocabulary import Editable

Edited = CaseBrief | Person | Relationship | Link | Milestone
Said = Mapping[str, Any]
"""What a thing says, as JSON has it: ids, days and words of the field as text."""

COLUMNS: dict[type[Any], tuple[str, ...]] = {
    CaseBrief: ("municipality", "brought_in_by_id", "problem_statement", "goal"),
    Person: ("name", "born_on", "died_on", "gender"),
    Relationship: ("from_party_id", "to_party_id", "kind", "since", "until", "note"),
    Link: ("basis", "until_at", "may_contribute"),
    Milestone: ("due_on", "owner_id", "done_on", "result", "not_applicable"),
}
"""What people can change about each."""
THINGS: dict[type[Any], Editable] = {
    CaseBrief: Editable.BRIEF,
    Person: Editable.PERSON,
    Relationship: Editable.RELATIONSHIP,
    Link: Editable.LINK,
    Milestone: Editable.MILESTONE,
}


@contextmanager
def keeping(session: Session, row: Edited) -> Iterator[None]:
    """Keep what a row says, when what happens inside changes it."""
    version, said = row.version, _text(session, row)
    yield
    session.flush()
    if _text(session, row) == said:
        return
    for case_id, thing_id in _places(session, row):
        _keep(
            session, EarlierText(id=uuid4(), case_id=case_id, thing_id=thing_id, version=version), row, said
        )
    session.flush()


def forget(session: Session, case_id: UUID, thing_id: UUID) -> None:
    """Let go of what a thing said before: it leaves the case, written down by mistake."""
    earlier = delete(EarlierText).where(EarlierText.case_id == case_id, EarlierText.thing_id == thing_id)
    session.execute(earlier)


def says(session: Session, row: Edited) -> Said:
    """Return what a row says now, with what stands below it."""
    said = {name: _plain(getattr(row, name)) for name in COLUMNS[type(row)]}
    return said | _opens(session, row) if isinstance(row, Link) else said


def _text(session: Session, row: Edited) -> str:
    return json.dumps(says(session, row), ensure_ascii=False)


def _opens(session: Session, link: Link) -> dict[str, Any]:
    named = select(LinkProfessional.user_id).where(LinkProfessional.link_id == link.id)
    cells = select(ScopeCell.party_id, ScopeCell.category).where(ScopeCell.link_id == link.id)
    purpose = select(LinkPurpose.purpose).where(LinkPurpose.link_id == link.id)
    weighing = select(LinkWeighing.weighing).where(LinkWeighing.link_id == link.id)
    return {
        "purpose": session.scalar(purpose),
        "weighing": session.scalar(weighing),
        "professional_ids": sorted(str(user_id) for user_id in session.scalars(named)),
        "scope": sorted([str(party_id), str(category)] for party_id, category in session.execute(cells)),
    }


def _places(session: Session, row: Edited) -> list[tuple[UUID, UUID]]:
    """Return in which cases it is kept, and under what id."""
    if isinstance(row, Person):
        return list(parties_of_person(session, row.id).items())
    return [(row.case_id, row.case_id if isinstance(row, CaseBrief) else row.id)]


def _keep(session: Session, kept: EarlierText, row: Edited, said: str) -> None:
    actor = actor_of(session)
    kept.thing, kept.said = THINGS[type(row)], said
    kept.changed_at, kept.changed_by_id = actor.now, actor.user_id
    session.add(kept)


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if value is None or isinstance(value, bool) else str(value)
