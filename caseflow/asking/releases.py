"""Asking the source of an entry whether it may travel, and answering that for the source."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from caseflow.access import shown
from caseflow.access.check import Act, ForbiddenError, can_answer_release, require
from caseflow.access.guard import actor_of
from caseflow.access.protected import Open, open_to, readers_by_link
from caseflow.asking.letting_go import let_go
from caseflow.audit.trail import record
from caseflow.casefile.travelling import LINES, ReleaseLine, release_lines
from caseflow.casefile.tripwire.facts import words_of
from caseflow.cases.linked import NOT_OVER, RUNS, People, named_by_links
from caseflow.cases.refusals import EditConflictError, RefusedError, saving
from caseflow.clock import local_date
from caseflow.models import (
    Entry,
    EntryOrigin,
    EntryRelease,
    Link,
    Organisation,
    ReleaseRequest,
    User,
)
from caseflow.models.vocabulary import Onward, RequestOutcome
from caseflow.sharing.leaks import leaks_opened_by


@dataclass(frozen=True)
class NewRelease:
    """Whom of the source is asked, for which organisation, why, and by when."""

    organisation_id: UUID
    asked_id: UUID
    question: str
    due_on: date


@dataclass(frozen=True)
class Said:
    """What is answered, and why."""

    outcome: RequestOutcome
    reason: str


SOURCE = select(EntryOrigin.source_id).where(EntryOrigin.entry_id == bindparam("entry_id"))
TRAVELS_TO: Any = (
    select(Organisation.id, Organisation.name)
    .where(
        Organisation.id.in_(
            select(Link.organisation_id).where(Link.case_id == bindparam("case_id"), NOT_OVER)
        ),
        Organisation.id.not_in(SOURCE),
        Organisation.id.not_in(
            select(EntryRelease.organisation_id).where(EntryRelease.entry_id == bindparam("entry_id"))
        ),
    )
    .order_by(Organisation.name, Organisation.id)
)
AT_THE_SOURCE: Any = (
    select(User.id, User.name)
    .where(
        User.organisation_id.in_(SOURCE),
        User.deactivated_at.is_(None),
        ~shown.hidden_from(User.__table__.c.id, bindparam("case_id")),
        User.id.in_(named_by_links(RUNS)),
    )
    .order_by(User.name, User.id)
)


def travels_to(session: Session, case_id: UUID, entry_id: UUID) -> People:
    """Return the organisations with a link to which the source did not let the entry go yet."""
    return _people(session, TRAVELS_TO, case_id, entry_id)


def at_the_source(session: Session, case_id: UUID, entry_id: UUID) -> People:
    """Return who can be asked: professionals of the source whom a running link with the case names."""
    return _people(session, AT_THE_SOURCE, case_id, entry_id)


def get_release(session: Session, case_id: UUID, entry_id: UUID, request_id: UUID) -> ReleaseLine | None:
    """Return one request about an entry, or nothing."""
    wanted = LINES.where(
        ReleaseRequest.id == request_id,
        ReleaseRequest.case_id == case_id,
        ReleaseRequest.entry_id == entry_id,
    )
    return next(iter(release_lines(session, wanted)), None)


def ask_source(session: Session, case_id: UUID, entry_id: UUID, new: NewRelease) -> None:
    """Ask somebody at the source whether an entry may travel; what was asked before for the same organisation lapses.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: the entry does not wait for its source, the person or organisation is not on the list, the
            person may not read the entry, the day is no later one, or the question or the entry has protected words.
    """
    require(session, Act.RELEASE_ASK, case_id)
    actor = actor_of(session)
    if new.due_on <= local_date(actor.now):
        raise RefusedError("due_on", "past")
    if new.organisation_id not in dict(travels_to(session, case_id, entry_id)):
        raise RefusedError("organisation_id", "not_linked")
    if new.asked_id not in dict(at_the_source(session, case_id, entry_id)):
        raise RefusedError("asked_id", "unknown")
    asked = [one for one in readers_by_link(session, case_id) if one.user_id == new.asked_id]
    if entry_id not in open_to(session, case_id, asked).entries:
        raise RefusedError("asked_id", "cannot_read")
    _require_waiting(session, case_id, entry_id)
    _require_no_protected_words(session, case_id, entry_id, new.question)
    before = select(ReleaseRequest).where(
        ReleaseRequest.entry_id == entry_id,
        ReleaseRequest.organisation_id == new.organisation_id,
        ReleaseRequest.outcome.is_(None),
        ReleaseRequest.withdrawn_at.is_(None),
    )
    with saving(session):
        for one in session.scalars(before).all():
            one.withdrawn_at = actor.now
        session.add(
            ReleaseRequest(
                case_id=case_id,
                entry_id=entry_id,
                organisation_id=new.organisation_id,
                asked_by_id=actor.user_id,
                asked_id=new.asked_id,
                question=new.question,
                asked_at=actor.now,
                due_on=new.due_on,
            )
        )
    record(session, "release.asked", case_id=case_id, entry_ids=[entry_id])


def answer_for_source(session: Session, line: ReleaseLine, said: Said) -> None:
    """Let the entry travel to the organisation that it was asked for, or not; each with a reason.

    With protected words in it, it is held back from whom that would open it to; who answers notices nothing.

    Raises:
        ForbiddenError: the actor is not who was asked, or may not read the entry any more.
        RefusedError: there is no such answer to this.
        EditConflictError: it does not wait for an answer of this source any more.
    """
    if not can_answer_release(session, line.id):
        raise ForbiddenError(Act.RELEASE_ASK)
    if said.outcome is RequestOutcome.PARTLY:
        raise RefusedError("outcome", "unknown")
    actor = actor_of(session)
    asked = session.scalars(select(ReleaseRequest).where(ReleaseRequest.id == line.id)).one()
    if not line.is_open or not _is_from(session, line.entry_id, actor.organisation_id):
        raise EditConflictError
    with saving(session):
        asked.outcome, asked.reason, asked.answered_at = said.outcome, said.reason, actor.now
    if said.outcome is RequestOutcome.REFUSED:
        record(session, "release.refused", case_id=line.case_id, entry_ids=[line.entry_id])
        return
    let_go(session, line)
    record(session, "release.granted", case_id=line.case_id, entry_ids=[line.entry_id])


def _is_from(session: Session, entry_id: UUID, organisation_id: UUID) -> bool:
    """Whether the organisation is the source of the entry still, and the entry waits for its source."""
    wanted = (
        select(Entry.id)
        .join(EntryOrigin, EntryOrigin.entry_id == Entry.id)
        .where(
            Entry.id == entry_id,
            Entry.onward == Onward.ASK_SOURCE,
            EntryOrigin.source_id == organisation_id,
        )
    )
    return session.scalar(wanted) is not None


def _require_waiting(session: Session, case_id: UUID, entry_id: UUID) -> None:
    waits = select(Entry.id).where(
        Entry.id == entry_id, Entry.case_id == case_id, Entry.onward == Onward.ASK_SOURCE
    )
    if session.scalar(waits) is None:
        raise RefusedError("organisation_id", "does_not_wait")


def _require_no_protected_words(session: Session, case_id: UUID, entry_id: UUID, question: str) -> None:
    words = words_of(session, case_id)
    if not words:
        return
    if words.find(question):
        raise RefusedError("question", "protected_words")
    if leaks_opened_by(session, case_id, words, Open(entries=frozenset({entry_id}))):
        raise RefusedError("organisation_id", "leaks")


def _people(session: Session, wanted: Select[Any], case_id: UUID, entry_id: UUID) -> People:
    found = session.execute(wanted, {"case_id": case_id, "entry_id": entry_id})
    return [(row.id, row.name) for row in found]
