"""The entry: anything the file says about someone. Thirteen kinds have a table of their own on top of this one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from caseflow.db import Base, Code, Identified, Sealed
from caseflow.models.columns import pointer
from caseflow.models.vocabulary import Category, Certainty, EntryKind, Onward


class Entry(Identified, Base):
    """What was said or done, about whom, in which category, when; exists from `recorded_at` on.

    A text about whereabouts, and any protected text, stands only in the sealed columns; every other text only in the
    plain ones, where it can be searched.
    """

    __tablename__ = "entry"
    __table_args__ = (
        Index("ix_entry_case_occurred", "case_id", "occurred_at", "id"),
        Index("ix_entry_case_category", "case_id", "category"),
        Index("ix_entry_case_kind", "case_id", "kind"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    kind: Mapped[EntryKind] = mapped_column(Code(EntryKind))
    key: Mapped[str | None]
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    category: Mapped[Category] = mapped_column(Code(Category))
    certainty: Mapped[Certainty | None] = mapped_column(Code(Certainty))
    directors_only: Mapped[bool] = mapped_column(default=False)
    protected: Mapped[bool] = mapped_column(default=False)
    source_confidential: Mapped[bool] = mapped_column(default=False)
    onward: Mapped[Onward] = mapped_column(Code(Onward), default=Onward.FREE)
    body: Mapped[str | None]
    body_sealed: Mapped[bytes | None]
    statement: Mapped[str | None]
    statement_sealed: Mapped[bytes | None]
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"polymorphic_on": "kind", "version_id_col": version}


class EntryOrigin(Base):
    """Who wrote the entry and which organisation it comes from: a row of its own, because it may be confidential.

    Of a report it has the organisation that reported, which would give away as much.

    It has the case too, so that the sources in a case are found without looking at each of its entries.
    """

    __tablename__ = "entry_origin"
    __table_args__ = (Index("ix_entry_origin_case_source", "case_id", "source_id", "entry_id"),)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    author_id: Mapped[UUID] = pointer("user.id")
    source_id: Mapped[UUID] = pointer("organisation.id")
    from_organisation_id: Mapped[UUID | None] = pointer("organisation.id")


class EntryConcern(Base):
    """A party that the entry is about."""

    __tablename__ = "entry_concern"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(ForeignKey("party.id"), primary_key=True, index=True)


class EntryDisclosure(Identified, Base):
    """A user who may read a protected entry, from (included) until (excluded), unless revoked before.

    What was taken in from elsewhere may lack all of these: it holds always. What is disclosed here has an end.
    """

    __tablename__ = "entry_disclosure"
    entry_id: Mapped[UUID] = pointer("entry.id")
    user_id: Mapped[UUID] = pointer("user.id")
    by_id: Mapped[UUID | None] = pointer("user.id")
    from_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class DisclosureNote(Base):
    """Why a fact was disclosed and why that ended, in sealed texts, and until when its readings were looked at.

    The id is that of the disclosure. A row of its own, because it is not for whom the fact was disclosed to.
    """

    __tablename__ = "disclosure_note"
    id: Mapped[UUID] = mapped_column(ForeignKey("entry_disclosure.id"), primary_key=True)
    entry_id: Mapped[UUID] = pointer("entry.id")
    reason_sealed: Mapped[bytes | None]
    revoked_because_sealed: Mapped[bytes | None]
    readings_seen_at: Mapped[datetime | None]
    reason = Sealed("disclosure_note")
    revoked_because = Sealed("disclosure_note")


class EntryRelease(Base):
    """An organisation to which the source agreed that the entry travels."""

    __tablename__ = "entry_release"
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), primary_key=True, index=True)


class ReleaseNote(Identified, Base):
    """Who said that the source agreed to a release, and when. A row of its own: it may tell who the source is."""

    __tablename__ = "release_note"
    entry_id: Mapped[UUID] = pointer("entry.id")
    organisation_id: Mapped[UUID] = pointer("organisation.id")
    by_id: Mapped[UUID | None] = pointer("user.id")
    at: Mapped[datetime]


class EntryVersion(Identified, Base):
    """What an entry said before it was edited, as a bundle entry in sealed JSON, with who edited it and when."""

    __tablename__ = "entry_version"
    entry_id: Mapped[UUID] = pointer("entry.id")
    version: Mapped[int]
    edited_by_id: Mapped[UUID] = pointer("user.id")
    edited_at: Mapped[datetime]
    snapshot_sealed: Mapped[bytes]
    snapshot = Sealed("entry_version")
