"""Kinds of entry that tell what happened: report, contact, voice, incident, conference, decision, document."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Sealed
from caseflow.models.columns import EntryKey, pointer
from caseflow.models.entry import Entry
from caseflow.models.vocabulary import (
    Channel,
    EntryKind,
    IncidentContext,
    IncidentPart,
    ReportNature,
    ViolenceForm,
    ViolenceKind,
)


class Report(Entry):
    """A report or signal to an organisation; from which one stands with where entries come from."""

    __tablename__ = "report"
    __mapper_args__ = {"polymorphic_identity": EntryKind.REPORT}
    id: Mapped[EntryKey]
    to_organisation_id: Mapped[UUID | None] = pointer("organisation.id")
    nature: Mapped[ReportNature | None] = mapped_column(Code(ReportNature))
    violence_kind: Mapped[ViolenceKind | None] = mapped_column(Code(ViolenceKind))


class Contact(Entry):
    """A talk, visit, call or message. Length in minutes."""

    __tablename__ = "contact"
    __mapper_args__ = {"polymorphic_identity": EntryKind.CONTACT}
    id: Mapped[EntryKey]
    channel: Mapped[Channel | None] = mapped_column(Code(Channel))
    minutes: Mapped[int | None]


class ContactWith(Base):
    """A party who took part in a contact."""

    __tablename__ = "contact_with"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("party.id"), primary_key=True, index=True)


class Voice(Entry):
    """What a party says in their own words. Motivation 0 to 4, felt safety 0 to 10."""

    __tablename__ = "voice"
    __mapper_args__ = {"polymorphic_identity": EntryKind.VOICE}
    id: Mapped[EntryKey]
    party_id: Mapped[UUID] = pointer("party.id")
    theme: Mapped[str]
    wish: Mapped[str | None]
    motivation: Mapped[int | None]
    safety: Mapped[int | None]


class Incident(Entry):
    """Violence that took place. Severity 1 to 3."""

    __tablename__ = "incident"
    __mapper_args__ = {"polymorphic_identity": EntryKind.INCIDENT}
    id: Mapped[EntryKey]
    severity: Mapped[int]
    police_involved: Mapped[bool | None]


class IncidentForm(Base):
    """A form that the violence took."""

    __tablename__ = "incident_form"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    form: Mapped[ViolenceForm] = mapped_column(Code(ViolenceForm), primary_key=True)


class IncidentMark(Base):
    """A circumstance that makes the incident graver."""

    __tablename__ = "incident_context"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    context: Mapped[IncidentContext] = mapped_column(Code(IncidentContext), primary_key=True)


class IncidentParty(Base):
    """Who did it, to whom, and who saw it."""

    __tablename__ = "incident_party"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("party.id"), primary_key=True, index=True)
    part: Mapped[IncidentPart] = mapped_column(Code(IncidentPart), primary_key=True)


class Conference(Entry):
    """A case conference."""

    __tablename__ = "conference"
    __mapper_args__ = {"polymorphic_identity": EntryKind.CONFERENCE}
    id: Mapped[EntryKey]


class ConferenceAttendee(Base):
    """Somebody at work who attended."""

    __tablename__ = "conference_attendee"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)


class ConferenceDecision(Base):
    """What was decided there, in order."""

    __tablename__ = "conference_decision"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


class Decision(Entry):
    """A decision, with who took it and until when it holds."""

    __tablename__ = "decision"
    __mapper_args__ = {"polymorphic_identity": EntryKind.DECISION}
    id: Mapped[EntryKey]
    decided_by: Mapped[str | None]
    until_on: Mapped[date | None]


class Document(Entry):
    """A file. Its name and content are sealed; the content is base64 within the seal. Size in bytes, unsealed."""

    __tablename__ = "document"
    __mapper_args__ = {"polymorphic_identity": EntryKind.DOCUMENT}
    id: Mapped[EntryKey]
    filename_sealed: Mapped[bytes]
    filename = Sealed("document")
    media_type: Mapped[str]
    content_sealed: Mapped[bytes]
    content = Sealed("document")
    size: Mapped[int]
