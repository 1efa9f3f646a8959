"""Who may read one protected fact by name: told by a seat, for a reason, until a day, and every reading told back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from caseflow.access import shown
from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.protected import open_to, readers_by_link
from caseflow.audit import reads
from caseflow.audit.trail import record
from caseflow.casefile.audience import Disclosure
from caseflow.casefile.disclosing import end, note_of
from caseflow.casefile.rows import disclosure_rows
from caseflow.cases.linked import NOT_OVER, named_by_links
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.db import unseal
from caseflow.models import (
    DisclosureNote,
    Entry,
    EntryDisclosure,
    Organisation,
    User,
)
from caseflow.sharing.moments import until_moment


@dataclass(frozen=True)
class NewDisclosure:
    """To whom, why, and until which day."""

    user_id: UUID
    reason: str
    until_on: date


@dataclass(frozen=True)
class DisclosureLine:
    """Somebody may read the fact, or could until a moment. Without an end it was taken in from elsewhere."""

    id: UUID
    user: str
    organisation: str
    by: str | None
    from_at: datetime | None
    until_at: datetime | None
    revoked_at: datetime | None
    reason: str | None
    revoked_because: str | None
    runs: bool


LINES: Select[Any] = (
    select(
        EntryDisclosure.id,
        shown.user_name(EntryDisclosure.__table__.c.user_id).label("user"),
        shown.organisation_name(shown.user_organisation_id(EntryDisclosure.__table__.c.user_id)).label(
            "organisation"
        ),
        shown.user_name(EntryDisclosure.__table__.c.by_id).label("by"),
        EntryDisclosure.from_at,
        EntryDisclosure.until_at,
        EntryDisclosure.revoked_at,
        DisclosureNote.reason_sealed,
        DisclosureNote.revoked_because_sealed,
    )
    .outerjoin(DisclosureNote, DisclosureNote.id == EntryDisclosure.id)
    .where(EntryDisclosure.entry_id == bindparam("entry_id"))
    .order_by(EntryDisclosure.from_at.desc().nulls_last(), EntryDisclosure.id)
)
CAN_BE_TOLD = (
    select(User.id, User.name, Organisation.name.label("organisation"))
    .join(Organisation, Organisation.id == User.organisation_id)
    .where(
        User.deactivated_at.is_(None),
        ~shown.hidden_from(User.__table__.c.id, bindparam("case_id")),
        User.id.in_(named_by_links(NOT_OVER)),
    )
    .order_by(User.name, User.id)
)


def disclosures(session: Session, case_id: UUID, entry_id: UUID) -> list[DisclosureLine]:
    """Return to whom a protected fact was disclosed; what holds now comes first.

    Raises:
        ForbiddenError: the actor holds no seat.
    """
    require(session, Act.FACT_DISCLOSE, case_id)
    reads.saw(session, "disclosures.read", case_id, entry_ids=[entry_id])
    now = actor_of(session).now
    lines = [_line(row, now) for row in session.execute(LINES, {"entry_id": entry_id})]
    return sorted(lines, key=lambda line: not line.runs)


def can_be_told(session: Session, case_id: UUID) -> list[tuple[UUID, str]]:
    """Return to whom a fact can be disclosed: professionals whom a running link names."""
    rows = session.execute(CAN_BE_TOLD, {"case_id": case_id})
    return [(row.id, f"{row.name} ({row.organisation})") for row in rows]


def disclose(session: Session, case_id: UUID, entry_id: UUID, new: NewDisclosure) -> None:
    """Let one person read one protected fact, until a day.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: the entry is not protected, the person cannot be told, may read it or could not read it even
            then, or the day is no later one.
    """
    require(session, Act.FACT_DISCLOSE, case_id)
    actor = actor_of(session)
    if new.until_on <= local_date(actor.now):
        raise RefusedError("until_on", "past")
    _require_protected(session, case_id, entry_id)
    if new.user_id not in dict(can_be_told(session, case_id)):
        raise RefusedError("user_id", "unknown")
    told = select(EntryDisclosure.id).where(
        EntryDisclosure.entry_id == entry_id,
        EntryDisclosure.user_id == new.user_id,
        shown.is_not_over(EntryDisclosure.__table__),
        EntryDisclosure.revoked_at.is_(None),
    )
    if session.scalar(told) is not None:
        raise RefusedError("user_id", "told")
    made = Disclosure(
        user_id=new.user_id,
        reason=new.reason,
        by_id=actor.user_id,
        from_at=actor.now,
        until_at=until_moment(new.until_on),
    )
    with session.begin_nested():
        for model, row in disclosure_rows(entry_id, made):
            session.add(model(**row))
            session.flush()
        _require_readable(session, case_id, entry_id, new.user_id)
    record(session, "fact.disclosed", case_id=case_id, entry_ids=[entry_id])


def end_disclosure(
    session: Session, case_id: UUID, entry_id: UUID, disclosure_id: UUID, because: str
) -> None:
    """End a disclosure now, for a reason.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: it is not there, or is over.
    """
    require(session, Act.FACT_DISCLOSE, case_id)
    which = (EntryDisclosure.id == disclosure_id) & (EntryDisclosure.entry_id == entry_id)
    if not end(session, which, because):
        raise EditConflictError
    record(session, "fact.withdrawn", case_id=case_id, entry_ids=[entry_id])


def put_readings_away(session: Session, case_id: UUID, disclosure_id: UUID, seen_at: datetime) -> None:
    """Note that the director saw who read a disclosed fact up to a moment; what comes after it is told again.

    Raises:
        ForbiddenError: the actor does not direct the case now.
        EditConflictError: there is no such disclosure.
    """
    require(session, Act.FACT_WATCH, case_id)
    wanted = (
        select(EntryDisclosure.entry_id)
        .join(Entry, Entry.id == EntryDisclosure.entry_id)
        .where(EntryDisclosure.id == disclosure_id, Entry.case_id == case_id)
    )
    entry_id = session.scalar(wanted)
    if entry_id is None:
        raise EditConflictError
    moment = min(seen_at, actor_of(session).now)
    note = note_of(session, disclosure_id, entry_id)
    if note.readings_seen_at is None or note.readings_seen_at < moment:
        note.readings_seen_at = moment
    session.flush()


def _require_protected(session: Session, case_id: UUID, entry_id: UUID) -> None:
    protected = select(Entry.id).where(
        Entry.id == entry_id, Entry.case_id == case_id, Entry.protected.is_(True)
    )
    if session.scalar(protected) is None:
        raise RefusedError("user_id", "not_protected")


def _require_readable(session: Session, case_id: UUID, entry_id: UUID, user_id: UUID) -> None:
    """Refuse what opens nothing: a disclosure only helps whom a link lets read the entry but for its protection."""
    told = [reader for reader in readers_by_link(session, case_id) if reader.user_id == user_id]
    if entry_id not in open_to(session, case_id, told).entries:
        raise RefusedError("user_id", "opens_nothing")


def _line(row: Any, now: datetime) -> DisclosureLine:
    texts = {
        name: None if sealed is None else unseal(sealed, "disclosure_note", name, row.id)
        for name, sealed in (("reason", row.reason_sealed), ("revoked_because", row.revoked_because_sealed))
    }
    begun = row.from_at is None or row.from_at <= now
    over = row.until_at is not None and row.until_at <= now
    return DisclosureLine(
        id=row.id,
        user=row.user,
        organisation=row.organisation,
        by=row.by,
        from_at=row.from_at,
        until_at=row.until_at,
        revoked_at=row.revoked_at,
        runs=begun and not over and row.revoked_at is None,
        **texts,
    )
