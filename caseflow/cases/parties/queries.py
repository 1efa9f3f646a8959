"""What can be looked up about the people of a case beside who they are: relationships, and what is about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from caseflow.audit import reads
from caseflow.cases.linked import RUNS
from caseflow.models import (
    Case,
    Consent,
    EntryConcern,
    Link,
    Milestone,
    Party,
    Person,
    Relationship,
    ScopeCell,
)
from caseflow.models.vocabulary import RelationshipKind

MOST_FOUND = 20
"""How many people a search by name shows."""


@dataclass(frozen=True)
class RelationshipLine:
    """How one party stands to another."""

    id: UUID
    from_party_id: UUID
    to_party_id: UUID
    kind: RelationshipKind
    since: date | None
    until: date | None
    note: str | None
    version: int


@dataclass(frozen=True)
class PersonSheet:
    """What the page of one person says beside who they are."""

    version: int
    research_objection_on: date | None
    elsewhere: tuple[str, ...]


@dataclass(frozen=True)
class FoundPerson:
    """A person of another case that the reader may read."""

    id: UUID
    name: str
    born_on: date | None
    references: tuple[str, ...]


RELATIONSHIPS = (
    select(
        Relationship.id,
        Relationship.from_party_id,
        Relationship.to_party_id,
        Relationship.kind,
        Relationship.since,
        Relationship.until,
        Relationship.note,
        Relationship.version,
    )
    .where(Relationship.case_id == bindparam("case_id"))
    .order_by(Relationship.until.is_not(None), Relationship.since, Relationship.kind, Relationship.id)
)
SHEET = (
    select(Person.version, Person.research_objection_on, Person.id)
    .join(Party, Party.person_id == Person.id)
    .where(Party.id == bindparam("party_id"), Party.case_id == bindparam("case_id"))
)
ELSEWHERE = (
    select(Case.id.label("case_id"), Case.reference, Party.id.label("party_id"))
    .join(Party, Party.case_id == Case.id)
    .where(Party.person_id == bindparam("person_id"), Case.id != bindparam("case_id"))
    .order_by(Case.reference)
)
ABOUT: BindParameter[UUID] = bindparam("party_id")
_HOW_MANY = func.count(ScopeCell.link_id.distinct())
_LINKS: Select[Any] = (
    select()
    .select_from(ScopeCell)
    .join(Link, Link.id == ScopeCell.link_id)
    .where(ScopeCell.party_id == ABOUT)
)
MENTIONS = union_all(
    select(literal("entries").label("what"), func.count().label("times"))
    .select_from(EntryConcern)
    .where(EntryConcern.party_id == ABOUT),
    select(literal("relationships"), func.count())
    .select_from(Relationship)
    .where(or_(Relationship.from_party_id == ABOUT, Relationship.to_party_id == ABOUT)),
    select(literal("milestones"), func.count())
    .select_from(Milestone)
    .where(Milestone.party_id == ABOUT, Milestone.done_on.is_not(None)),
    select(literal("consents"), func.count()).select_from(Consent).where(Consent.party_id == ABOUT),
    _LINKS.add_columns(literal("scopes"), _HOW_MANY).where(RUNS),
    _LINKS.add_columns(literal("idle_scopes"), _HOW_MANY).where(~RUNS),
)
KNOWN = select(Person.id, Person.name, Person.born_on).where(Person.id == bindparam("person_id"))
FOUND = (
    select(
        Person.id,
        Person.name,
        Person.born_on,
        Case.id.label("case_id"),
        Case.reference,
        Party.id.label("party_id"),
    )
    .join(Party, Party.person_id == Person.id)
    .join(Case, Case.id == Party.case_id)
    .where(Person.id.not_in(bindparam("here", expanding=True)))
    .order_by(Person.name, Person.id, Case.reference)
    .limit(MOST_FOUND)
)


def relationships_of(session: Session, case_id: UUID) -> list[RelationshipLine]:
    """Return how the parties stand to each other; what runs first."""
    lines = [RelationshipLine(*row) for row in session.execute(RELATIONSHIPS, {"case_id": case_id})]
    ends = {party_id for line in lines for party_id in (line.from_party_id, line.to_party_id)}
    reads.saw_part(session, case_id, party_ids=ends)
    return lines


def person_sheet(session: Session, case_id: UUID, party_id: UUID) -> PersonSheet | None:
    """Return the rest of what the page of a person says, or nothing when there is no such party."""
    row = session.execute(SHEET, {"case_id": case_id, "party_id": party_id}).one_or_none()
    if row is None:
        return None
    reads.saw_part(session, case_id, party_ids=[party_id])
    return PersonSheet(row.version, row.research_objection_on, _elsewhere(session, case_id, row.id))


def mentions_of(session: Session, party_id: UUID) -> dict[str, int]:
    """Count what is written about a party: entries, relationships, milestones done, links that run and others."""
    return {row.what: row.times for row in session.execute(MENTIONS, {"party_id": party_id}) if row.times}


def known_person(session: Session, person_id: UUID, case_id: UUID) -> FoundPerson | None:
    """Return somebody whom the reader knows from another case, or nothing."""
    row = session.execute(KNOWN, {"person_id": person_id}).one_or_none()
    if row is None:
        return None
    return FoundPerson(row.id, row.name, row.born_on, _elsewhere(session, case_id, person_id))


def find_persons(session: Session, words: str, here: Iterable[UUID]) -> list[FoundPerson]:
    """Find people by a part of their name, in the other cases that the reader may read."""
    if not words:
        return []
    named = FOUND.where(Person.name.icontains(words, autoescape=True))
    rows: list[Any] = list(session.execute(named, {"here": list(here)}))
    for row in rows:
        reads.saw(session, "party.search", row.case_id, party_ids=[row.party_id])
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(row)
    return [
        FoundPerson(person_id, group[0].name, group[0].born_on, tuple(row.reference for row in group))
        for person_id, group in found.items()
    ]


def _elsewhere(session: Session, case_id: UUID, person_id: UUID) -> tuple[str, ...]:
    """Return the other cases that somebody is in; the log of each says that it was told."""
    rows = session.execute(ELSEWHERE, {"case_id": case_id, "person_id": person_id}).all()
    for row in rows:
        reads.saw(session, "person.elsewhere", row.case_id, party_ids=[row.party_id])
    return tuple(row.reference for row in rows)
