"""What people at different organisations ask each other: to let an entry travel, and for information."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified
from caseflow.models.columns import CaseKey, pointer
from caseflow.models.vocabulary import RequestOutcome


class ReleaseRequest(Identified, Base):
    """A seat asks somebody at the source of an entry whether it may travel to an organisation, and what they said.

    Asking again takes back what was asked before. Kept for as long as the entry.
    """

    __tablename__ = "release_request"
    case_id: Mapped[CaseKey]
    entry_id: Mapped[UUID] = pointer("entry.id")
    organisation_id: Mapped[UUID] = pointer("organisation.id")
    asked_by_id: Mapped[UUID] = pointer("user.id")
    asked_id: Mapped[UUID] = pointer("user.id")
    question: Mapped[str]
    asked_at: Mapped[datetime]
    due_on: Mapped[date]
    outcome: Mapped[RequestOutcome | None] = mapped_column(Code(RequestOutcome))
    reason: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}


class InfoRequest(Identified, Base):
    """Somebody asks an organisation for information, as the form of the chain has it: who asks, by what law, and why.

    A partner asks whoever directs a case: in a case that is shared with them, or about a person whom they name, of
    whom they do not learn whether anybody is known here by that name. A seat asks a professional by name, about
    parties whom that professional knows of. What is about a case is kept for as long as the case.
    """

    __tablename__ = "info_request"
    __table_args__ = (Index("ix_info_request_organisation_due", "organisation_id", "due_on"),)
    asked_by_id: Mapped[UUID] = pointer("user.id")
    organisation_id: Mapped[UUID] = pointer("organisation.id", index=False)
    asked_id: Mapped[UUID | None] = pointer("user.id")
    case_id: Mapped[UUID | None] = pointer("case.id")
    person_name: Mapped[str | None]
    person_born_on: Mapped[date | None]
    role: Mapped[str]
    function: Mapped[str]
    legal_task: Mapped[str]
    purpose: Mapped[str]
    need: Mapped[str]
    asked_at: Mapped[datetime]
    due_on: Mapped[date]


class InfoRequestPlace(Base):
    """At which case a request about a named person lies; none: nobody is known by that name, or not surely.

    A row of its own and always one, for who asked may not learn which of the two it was.
    """

    __tablename__ = "info_request_place"
    request_id: Mapped[UUID] = mapped_column(ForeignKey("info_request.id"), primary_key=True)
    case_id: Mapped[UUID | None] = pointer("case.id")


class InfoRequestParty(Base):
    """A party whom a request in a case is about."""

    __tablename__ = "info_request_party"
    request_id: Mapped[UUID] = mapped_column(ForeignKey("info_request.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("party.id"), primary_key=True, index=True)


class InfoAnswer(Base):
    """That a request was answered, and how. One row for a request: nobody answers twice."""

    __tablename__ = "info_answer"
    request_id: Mapped[UUID] = mapped_column(ForeignKey("info_request.id"), primary_key=True)
    outcome: Mapped[RequestOutcome] = mapped_column(Code(RequestOutcome))
    answered_at: Mapped[datetime]


class InfoAnswerNote(Base):
    """Who answered, and why so. A row of its own: about a person who was named, a refusal tells neither."""

    __tablename__ = "info_answer_note"
    request_id: Mapped[UUID] = mapped_column(ForeignKey("info_request.id"), primary_key=True)
    answered_by_id: Mapped[UUID] = pointer("user.id")
    reason: Mapped[str]
