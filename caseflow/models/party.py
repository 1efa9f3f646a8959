"""Persons, their place in a case, and how they stand to each other."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified
from caseflow.models.columns import CaseKey, pointer
from caseflow.models.vocabulary import Gender, PartyRoleKind, RelationshipKind


class Person(Identified, Base):
    """A human being, once; may be a party in several cases."""

    __tablename__ = "person"
    key: Mapped[str]
    name: Mapped[str]
    born_on: Mapped[date | None]
    died_on: Mapped[date | None]
    gender: Mapped[Gender | None] = mapped_column(Code(Gender))
    research_objection_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class Party(Identified, Base):
    """A person in a case. Carries no name: that is the person's, under its own rule."""

    __tablename__ = "party"
    case_id: Mapped[CaseKey]
    person_id: Mapped[UUID] = pointer("person.id")
    key: Mapped[str | None]


class PartyRole(Identified, Base):
    """What the party is in the case, from a day until a day."""

    __tablename__ = "party_role"
    party_id: Mapped[UUID] = pointer("party.id")
    role: Mapped[PartyRoleKind] = mapped_column(Code(PartyRoleKind))
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    source_id: Mapped[UUID | None] = pointer("organisation.id")


class Relationship(Identified, Base):
    """How one party stands to another, since a day until a day."""

    __tablename__ = "relationship"
    case_id: Mapped[CaseKey]
    from_party_id: Mapped[UUID] = pointer("party.id")
    to_party_id: Mapped[UUID] = pointer("party.id")
    kind: Mapped[RelationshipKind] = mapped_column(Code(RelationshipKind))
    since: Mapped[date | None]
    until: Mapped[date | None]
    note: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}
