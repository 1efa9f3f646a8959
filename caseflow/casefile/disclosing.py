"""Ending disclosures: one, for a reason, or all of an entry that is no longer protected."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.models import DisclosureNote, EntryDisclosure


def end_all(session: Session, entry_id: UUID) -> None:
    """End all disclosures of an entry: who reads it now reads it through a link, and not by name."""
    end(session, EntryDisclosure.entry_id == entry_id)


def end(session: Session, which: ColumnElement[bool], because: str | None = None) -> bool:
    """End disclosures now, as far as they hold or will; whether there were any. What had no end gets this one."""
    now = actor_of(session).now
    holds = or_(EntryDisclosure.until_at.is_(None), EntryDisclosure.until_at > now)
    ended = (
        update(EntryDisclosure)
        .where(which, EntryDisclosure.revoked_at.is_(None), holds)
        .values(revoked_at=now, until_at=func.coalesce(EntryDisclosure.until_at, now))
        .returning(EntryDisclosure.id, EntryDisclosure.entry_id)
    )
    rows = session.execute(ended, execution_options={"synchronize_session": False}).all()
    for row in rows:
        note_of(session, row.id, row.entry_id).revoked_because = because
    session.flush()
    return bool(rows)


def note_of(session: Session, disclosure_id: UUID, entry_id: UUID) -> DisclosureNote:
    """Return the note of a disclosure; what was taken in from elsewhere has none yet."""
    note = session.scalars(select(DisclosureNote).where(DisclosureNote.id == disclosure_id)).one_or_none()
    if note is None:
        note = DisclosureNote(id=disclosure_id, entry_id=entry_id)
        session.add(note)
    return note
