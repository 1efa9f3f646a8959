"""What people can do with the relationships of a case: who stands how to whom, since when, until when."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.audit.former import forget, keeping
from caseflow.audit.trail import record
from caseflow.cases.parties.actions import get_party
from caseflow.cases.refusals import RefusedError, same_version, saving
from caseflow.models import Relationship
from caseflow.models.vocabulary import RelationshipKind

MUTUAL = frozenset(
    {
        RelationshipKind.PARTNER,
        RelationshipKind.EX_PARTNER,
        RelationshipKind.MARRIED,
        RelationshipKind.DIVORCED,
        RelationshipKind.SIBLING,
        RelationshipKind.OTHER_FAMILY,
        RelationshipKind.FRIEND,
        RelationshipKind.NEIGHBOUR,
        RelationshipKind.NO_CONTACT_WITH,
    }
)
"""Kinds that read the same from both ends."""


@dataclass(frozen=True)
class RelationshipFacts:
    """How one party stands to another."""

    from_party_id: UUID
    to_party_id: UUID
    kind: RelationshipKind
    since: date | None = None
    until: date | None = None
    note: str | None = None


def add_relationship(session: Session, case_id: UUID, facts: RelationshipFacts) -> UUID:
    """Say how one party stands to another.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: an end is no party of the case, both are one, the dates cannot be, or it is there already.
    """
    require(session, Act.PARTY_SET, case_id)
    _check(session, case_id, facts)
    relationship = Relationship(id=uuid4(), case_id=case_id, **asdict(facts))
    session.add(relationship)
    record(session, "relationship.added", case_id=case_id, party_ids=_ends(facts))
    return relationship.id


def edit_relationship(
    session: Session, case_id: UUID, relationship_id: UUID, facts: RelationshipFacts, version: int
) -> None:
    """Correct how one party stands to another, or say until when; what was said before is kept.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: there is no such relationship, or as in adding one.
    """
    require(session, Act.PARTY_SET, case_id)
    relationship = _get(session, case_id, relationship_id)
    same_version(relationship.version, version)
    _check(session, case_id, facts, other_than=relationship_id)
    with saving(session), keeping(session, relationship):
        for name, value in asdict(facts).items():
            setattr(relationship, name, value)
    record(session, "relationship.edited", case_id=case_id, party_ids=_ends(facts))


def remove_relationship(session: Session, case_id: UUID, relationship_id: UUID, version: int) -> None:
    """Take a relationship away that was written down by mistake.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: there is no such relationship.
    """
    require(session, Act.PARTY_SET, case_id)
    relationship = _get(session, case_id, relationship_id)
    same_version(relationship.version, version)
    ends = [relationship.from_party_id, relationship.to_party_id]
    with saving(session):
        forget(session, case_id, relationship_id)
        session.delete(relationship)
    record(session, "relationship.removed", case_id=case_id, party_ids=ends)


def _get(session: Session, case_id: UUID, relationship_id: UUID) -> Relationship:
    found = session.scalar(
        select(Relationship).where(Relationship.id == relationship_id, Relationship.case_id == case_id)
    )
    if found is None:
        raise RefusedError("relationship", "unknown")
    return found


def _check(session: Session, case_id: UUID, facts: RelationshipFacts, other_than: UUID | None = None) -> None:
    if facts.from_party_id == facts.to_party_id:
        raise RefusedError("to_party_id", "same_person")
    for party_id in _ends(facts):
        get_party(session, case_id, party_id)
    if facts.since is not None and facts.until is not None and facts.until < facts.since:
        raise RefusedError("until", "before_start")
    if any(found != other_than for found in session.scalars(_same(case_id, facts))):
        raise RefusedError("kind", "already_here")


def _same(case_id: UUID, facts: RelationshipFacts) -> Select[UUID]:
    """Find the same relationship, running as this one would; a mutual one from either end."""
    here, there = facts.from_party_id, facts.to_party_id
    ends = and_(Relationship.from_party_id == here, Relationship.to_party_id == there)
    if facts.kind in MUTUAL:
        ends = or_(ends, and_(Relationship.from_party_id == there, Relationship.to_party_id == here))
    same = select(Relationship.id).where(
        Relationship.case_id == case_id, Relationship.kind == facts.kind, ends
    )
    if facts.until is not None:
        same = same.where(or_(Relationship.since.is_(None), Relationship.since < facts.until))
    if facts.since is not None:
        same = same.where(or_(Relationship.until.is_(None), Relationship.until > facts.since))
    return same


def _ends(facts: RelationshipFacts) -> list[UUID]:
    return [facts.from_party_id, facts.to_party_id]
