"""Protected facts and who could read what: asked past the rules, to keep words from travelling, and never to show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import FromClause

from caseflow.access.actor import Actor
from caseflow.access.asking import ASKED_ABOUT, NOW
from caseflow.access.guard import POLICY_QUESTION, actor_of
from caseflow.access.roles import past_the_wall
from caseflow.access.rules.cases import milestone_opened, relationship_opened
from caseflow.access.rules.entries import ENTRY, ORIGIN, USER, opened_to_partner
from caseflow.access.sets import LINK, PROFESSIONAL, linked_cases, not_revoked
from caseflow.access.writing import Row, RowRule, among, table_of
from caseflow.models import Address, Document, Milestone, Relationship

ADDRESS = table_of(Address)
DOCUMENT = table_of(Document)
MILESTONE = table_of(Milestone)
RELATIONSHIP = table_of(Relationship)


@dataclass(frozen=True)
class Open:
    """Entries, relationships and milestones of a case that may be read."""

    entries: frozenset[UUID] = frozenset()
    relationships: frozenset[UUID] = frozenset()
    milestones: frozenset[UUID] = frozenset()

    def and_also(self, other: "Open") -> "Open":
        """Return both together."""
        return Open(
            self.entries | other.entries,
            self.relationships | other.relationships,
            self.milestones | other.milestones,
        )

    def without(self, other: "Open") -> "Open":
        """Return what the other is not."""
        return Open(
            self.entries - other.entries,
            self.relationships - other.relationships,
            self.milestones - other.milestones,
        )


FACTS = (
    select(
        ENTRY.c.id,
        ENTRY.c.case_id,
        ENTRY.c.body_sealed,
        ENTRY.c.statement_sealed,
        ADDRESS.c.use,
        ADDRESS.c.text_sealed,
        ADDRESS.c.safe_contact_sealed,
        DOCUMENT.c.filename_sealed,
    )
    .select_from(
        ENTRY.outerjoin(ADDRESS, ADDRESS.c.id == ENTRY.c.id).outerjoin(DOCUMENT, DOCUMENT.c.id == ENTRY.c.id)
    )
    .where(ENTRY.c.protected.is_(True))
)


def protected_facts(session: Session, case_id: UUID) -> Sequence[Any]:
    """Return the protected facts of a case, sealed as they are, whoever asks."""
    with past_the_wall(session):
        return session.execute(
            FACTS.where(ENTRY.c.case_id == case_id), execution_options={POLICY_QUESTION: True}
        ).all()


def readers_by_link(session: Session, case_id: UUID, organisation_id: UUID | None = None) -> list[Actor]:
    """Return whom the links of a case name that are not over, each at the first moment from now that theirs runs."""
    now = actor_of(session).now
    named = (
        select(PROFESSIONAL.c.user_id, USER.c.organisation_id, LINK.c.from_at)
        .select_from(PROFESSIONAL.join(LINK, LINK.c.id == PROFESSIONAL.c.link_id).join(USER))
        .where(LINK.c.case_id == case_id, LINK.c.until_at > NOW, not_revoked(LINK))
        .distinct()
    )
    if organisation_id is not None:
        named = named.where(LINK.c.organisation_id == organisation_id)
    with past_the_wall(session):
        rows = session.execute(named, execution_options={POLICY_QUESTION: True}).all()
    return [_reader(row.user_id, row.organisation_id, max(now, row.from_at)) for row in rows]


def _reader(user_id: UUID, organisation_id: UUID, now: datetime) -> Actor:
    """Somebody as their links know them: without team and roles, for what a seat opens is no matter of sharing."""
    return Actor(user_id, organisation_id, None, frozenset(), now)


def open_to(session: Session, case_id: UUID, readers: Iterable[Actor]) -> Open:
    """Return what these readers may read of a case, taken together.

    Who is excluded now counts as who is not: that may be lifted by somebody who may not know the words.
    """
    found = Open()
    for reader in readers:
        found = found.and_also(Open(*(_ids(session, one, case_id, reader) for one in _WHAT_OPENS)))
    return found


def _ids(session: Session, what: tuple[FromClause, RowRule], case_id: UUID, reader: Actor) -> frozenset[UUID]:
    about, said = {ASKED_ABOUT.key: case_id}, {POLICY_QUESTION: reader}
    with past_the_wall(session):
        return frozenset(session.scalars(_open_in_case(*what), about, execution_options=said))


@cache
def _open_in_case(table: FromClause, rule: RowRule) -> Select[Any]:
    rows = table.alias()
    return select(rows.c.id).where(rows.c.case_id == ASKED_ABOUT, _linked(rows), rule(rows))


def _linked(row: Row) -> ColumnElement[bool]:
    """The reader is linked to its case, excluded or not."""
    return among(linked_cases(), row.c.case_id)


_WHAT_OPENS: tuple[tuple[FromClause, RowRule], ...] = (
    (ENTRY, opened_to_partner),
    (RELATIONSHIP, relationship_opened),
    (MILESTONE, milestone_opened),
)


def partners_read(session: Session, case_id: UUID, entry_id: UUID) -> bool:
    """Whether a partner, excluded or not, may read the entry, or could when their link begins, but for who wrote it."""
    author = select(USER.c.organisation_id).join(ORIGIN, ORIGIN.c.author_id == USER.c.id)
    entry = ENTRY.alias()
    asked = select(entry.c.id).where(entry.c.id == entry_id, _linked(entry), opened_to_partner(entry))
    readers = readers_by_link(session, case_id)
    with past_the_wall(session):
        wrote = session.scalar(
            author.where(ORIGIN.c.entry_id == entry_id), execution_options={POLICY_QUESTION: True}
        )
        return any(
            session.scalar(asked, execution_options={POLICY_QUESTION: reader}) is not None
            for reader in readers
            if reader.organisation_id != wrote
        )
