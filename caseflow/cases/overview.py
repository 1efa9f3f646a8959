"""The first page of a case: who, how safe, what is next, and what was written last."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from caseflow.access.asking import NOW, TODAY
from caseflow.access.guard import actor_of
from caseflow.access.named import about
from caseflow.access.shown import organisation_name, user_name
from caseflow.audit import reads
from caseflow.cases.due import DueLine, is_open, is_overdue
from caseflow.cases.linked import RUNS
from caseflow.cases.queries import CaseHead, PartyLine, parties_of
from caseflow.cases.safety import Safety, safety_of
from caseflow.models import (
    BreakGlass,
    Case,
    CaseBrief,
    Entry,
    EntryOrigin,
    Link,
    LinkProfessional,
    LinkPurpose,
    Milestone,
    Party,
    Person,
    PhaseChange,
    ScopeCell,
)
from caseflow.models.vocabulary import (
    Category,
    EntryKind,
    GlassOutcome,
    Phase,
)

NEXT = 5
"""How many milestones the page lists."""
LATEST = 5
"""How many entries the page lists."""
SNIPPET = 240
"""How much of an entry's text the page shows. Unit: characters."""


@dataclass(frozen=True)
class PhaseStep:
    """A phase that the case entered."""

    phase: Phase
    from_on: date
    reason: str | None


@dataclass(frozen=True)
class Brief:
    """What the case is about, and the phases it went through, the present one first. For seats."""

    version: int
    municipality: str | None
    brought_in_by_id: UUID | None
    brought_in_by: str | None
    problem_statement: str | None
    goal: str | None
    phases: tuple[PhaseStep, ...]


@dataclass(frozen=True)
class Partner:
    """An organisation that is linked to the case now."""

    name: str
    until_at: datetime


@dataclass(frozen=True)
class OwnScope:
    """What the reader's own link lets them read: categories by party, and until when."""

    until_at: datetime
    purpose: str
    may_contribute: bool
    categories: dict[UUID, tuple[Category, ...]]


@dataclass(frozen=True)
class OwnGlass:
    """Why the reader opened the case by break-glass, and what a reviewer said about that."""

    reason: str
    outcome: GlassOutcome | None
    note: str | None
    reviewed_by: str | None
    reviewed_at: datetime | None


@dataclass(frozen=True)
class LatestEntry:
    """An entry, as far as a line shows it. No text where it is kept sealed."""

    id: UUID
    kind: EntryKind
    category: Category
    occurred_at: datetime
    text: str | None
    author: str | None
    source: str | None


@dataclass(frozen=True)
class Overview:
    """The page."""

    parties: list[PartyLine]
    safety: Safety
    next_due: list[DueLine]
    overdue: int
    latest: list[LatestEntry]
    brief: Brief | None
    partners: list[Partner]
    own_scopes: list[OwnScope]
    own_glass: OwnGlass | None


NEXT_DUE = (
    select(
        Milestone.id,
        Milestone.kind,
        Milestone.due_on,
        Milestone.due_at,
        Milestone.case_id,
        Case.reference,
        Milestone.party_id,
        Person.name.label("about"),
        user_name(Milestone.__table__.c.owner_id).label("owner"),
        is_overdue().label("overdue"),
    )
    .join(Case, Case.id == Milestone.case_id)
    .outerjoin(Party, Party.id == Milestone.party_id)
    .outerjoin(Person, Person.id == Party.person_id)
    .where(Milestone.case_id == bindparam("case_id"), is_open())
    .order_by(Milestone.due_on, Milestone.due_at, Milestone.id)
)
LATEST_ENTRIES = (
    select(
        Entry.id,
        Entry.kind,
        Entry.category,
        Entry.occurred_at,
        func.substr(Entry.body, 1, SNIPPET + 1).label("text"),
        user_name(EntryOrigin.__table__.c.author_id).label("author"),
        organisation_name(EntryOrigin.__table__.c.source_id).label("source"),
    )
    .outerjoin(EntryOrigin, EntryOrigin.entry_id == Entry.id)
    .where(Entry.case_id == bindparam("case_id"))
    .order_by(Entry.occurred_at.desc(), Entry.id)
    .limit(LATEST)
)
BRIEF = (
    select(
        CaseBrief.version,
        CaseBrief.municipality,
        CaseBrief.brought_in_by_id,
        organisation_name(CaseBrief.__table__.c.brought_in_by_id).label("brought_in_by"),
        CaseBrief.problem_statement,
        CaseBrief.goal,
        PhaseChange.phase,
        PhaseChange.from_on,
        PhaseChange.reason,
    )
    .outerjoin(PhaseChange, (PhaseChange.case_id == CaseBrief.case_id) & (PhaseChange.from_on <= TODAY))
    .where(CaseBrief.case_id == bindparam("case_id"))
    .order_by(PhaseChange.from_on.desc(), PhaseChange.position.desc())
)
PARTNERS = (
    select(organisation_name(Link.__table__.c.organisation_id).label("name"), Link.until_at)
    .where(Link.case_id == bindparam("case_id"), RUNS)
    .order_by("name", Link.until_at)
)
OWN_SCOPES = (
    select(
        Link.id,
        Link.until_at,
        LinkPurpose.purpose,
        Link.may_contribute,
        ScopeCell.party_id,
        ScopeCell.category,
    )
    .join(LinkPurpose, LinkPurpose.link_id == Link.id)
    .join(LinkProfessional, LinkProfessional.link_id == Link.id)
    .join(ScopeCell, ScopeCell.link_id == Link.id)
    .where(Link.case_id == bindparam("case_id"), LinkProfessional.user_id == bindparam("me"), RUNS)
    .order_by(Link.from_at, Link.id)
)

OWN_GLASS = (
    select(
        BreakGlass.reason,
        BreakGlass.outcome,
        BreakGlass.note,
        user_name(BreakGlass.__table__.c.reviewed_by_id).label("reviewed_by"),
        BreakGlass.reviewed_at,
    )
    .where(
        BreakGlass.case_id == bindparam("case_id"),
        BreakGlass.user_id == bindparam("me"),
        BreakGlass.until_at > NOW,
    )
    .order_by(BreakGlass.at.desc(), BreakGlass.id)
    .limit(1)
)


def overview_of(session: Session, case: CaseHead) -> Overview:
    """Return the first page of a case, as its reader may see it."""
    asked = {"case_id": case.id}
    actor = actor_of(session)
    whole = case.seated or case.open_until is not None
    parties = parties_of(session, case.id)
    due = session.execute(NEXT_DUE, asked, execution_options=about(case.id)).all()
    latest = [
        _latest(row) for row in session.execute(LATEST_ENTRIES, asked, execution_options=about(case.id))
    ]
    page = Overview(
        parties=parties,
        safety=safety_of(session, case.id),
        next_due=[DueLine(*row[:-1]) for row in due[:NEXT]],
        overdue=sum(bool(row.overdue) for row in due),
        latest=latest,
        brief=brief_of(session, case.id) if whole else None,
        partners=_partners(session, case.id) if whole else [],
        own_scopes=[] if case.seated else _own_scopes(session, case.id, actor.user_id),
        own_glass=_own_glass(session, case.id, actor.user_id) if case.open_until is not None else None,
    )
    reads.saw(session, "overview.read", case.id, entry_ids=[entry.id for entry in latest])
    return page


def running_partners(session: Session, case_id: UUID) -> list[Partner]:
    """Return which organisations read along now, and until when. For seats."""
    reads.saw_part(session, case_id)
    return _partners(session, case_id)


def _partners(session: Session, case_id: UUID) -> list[Partner]:
    rows = session.execute(PARTNERS, {"case_id": case_id}, execution_options=about(case_id))
    return [Partner(*row) for row in rows]


def brief_of(session: Session, case_id: UUID) -> Brief | None:
    """Return what the case is about, for its seats and by break-glass."""
    reads.saw_part(session, case_id)
    rows = session.execute(BRIEF, {"case_id": case_id}, execution_options=about(case_id)).all()
    if not rows:
        return None
    steps = tuple(PhaseStep(row.phase, row.from_on, row.reason) for row in rows if row.phase is not None)
    fields: tuple[Any, ...] = (*rows[0][:6], steps)
    return Brief(*fields)


def _own_glass(session: Session, case_id: UUID, user_id: UUID) -> OwnGlass | None:
    row = session.execute(OWN_GLASS, {"case_id": case_id, "me": user_id}).one_or_none()
    return None if row is None else OwnGlass(*row)


def _latest(row: Any) -> LatestEntry:
    text = row.text
    if text and len(text) > SNIPPET:
        text = text[:SNIPPET].rsplit(" ", 1)[0] + " …"
    return LatestEntry(row.id, row.kind, row.category, row.occurred_at, text, row.author, row.source)


def _own_scopes(session: Session, case_id: UUID, user_id: UUID) -> list[OwnScope]:
    links: dict[UUID, Any] = {}
    cells: dict[UUID, dict[UUID, list[Category]]] = {}
    asked = {"case_id": case_id, "me": user_id}
    for row in session.execute(OWN_SCOPES, asked, execution_options=about(case_id)):
        links[row.id] = row
        cells.setdefault(row.id, {}).setdefault(row.party_id, []).append(row.category)
    return [
        OwnScope(
            row.until_at,
            row.purpose,
            row.may_contribute,
            {party: tuple(sorted(opened, key=[*Category].index)) for party, opened in cells[link_id].items()},
        )
        for link_id, row in links.items()
    ]
