"""The leak test before sharing: protected words in whatever a link would open to an organisation for the first time.

What it would open, the reading rules themselves say: the link is written, everybody whom it names is asked about by the
rules, and when there are protected words in what is new to them, nothing of it stays (ADR 0009).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.protected import Open, open_to, readers_by_link
from caseflow.audit.former import keeping
from caseflow.audit.trail import record
from caseflow.casefile.problems import RefusedEntryError
from caseflow.casefile.tripwire.actions import settle_entry
from caseflow.casefile.tripwire.facts import words_of
from caseflow.casefile.tripwire.finding import ProtectedWords
from caseflow.casefile.tripwire.settling import Settling, without
from caseflow.casefile.tripwire.standing import hits_among, saw_words
from caseflow.casefile.tripwire.watching import Hit
from caseflow.cases.queries import CaseHead
from caseflow.cases.refusals import RefusedError
from caseflow.models import Entry, Milestone, Relationship
from caseflow.models.vocabulary import Category

NOTED: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "relationship": (Relationship, ("note",)),
    "milestone": (Milestone, ("result", "not_applicable")),
}
"""What is no entry and has free text that a link opens: its table, and where the text stands."""
WAYS = (Settling.DIRECTORS_ONLY, Settling.PROTECTED, Settling.REDACTED)


@dataclass(frozen=True)
class Leak:
    """Something with protected words in it that would be opened: an entry, a relationship or a milestone."""

    what: str
    id: UUID
    kind: Any
    hits: tuple[Hit, ...]
    category: Category | None = None
    occurred_at: datetime | None = None

    @property
    def name(self) -> str:
        """What the answer to it is called on the form."""
        return f"leak-{self.what}-{self.id}"

    @property
    def ways(self) -> tuple[Settling, ...]:
        """What can be done about it from here."""
        return WAYS if self.what == "entry" else (Settling.REDACTED,)


class LeaksError(RefusedError):
    """A link would open protected words."""

    def __init__(self, leaks: list[Leak]) -> None:
        super().__init__("scope", "leaks")
        self.leaks = leaks


@contextmanager
def refusing_leaks(
    session: Session, case_id: UUID, organisation_id: UUID, purpose: str | None
) -> Iterator[None]:
    """Let a link be written or changed, and undone when it opens protected words to its organisation.

    The purpose is given when it is written anew.

    Raises:
        LeaksError: it would; each place is named.
        RefusedError: its purpose, which the organisation reads, has protected words.
    """
    words = words_of(session, case_id)
    if not words:
        yield
        return
    if purpose and words.find(purpose):
        raise RefusedError("purpose", "protected_words")
    before = open_to(session, case_id, readers_by_link(session, case_id, organisation_id))
    with session.begin_nested():
        yield
        session.flush()
        after = open_to(session, case_id, readers_by_link(session, case_id, organisation_id))
        leaks = leaks_opened_by(session, case_id, words, after.without(before))
        if leaks:
            raise LeaksError(leaks)


def leaks_opened_by(session: Session, case_id: UUID, words: ProtectedWords, opened: Open) -> list[Leak]:
    """Return what holds protected words among things that would be opened; for seats, who see the words marked."""
    leaks = [*_entries(session, case_id, words, opened.entries)]
    for what, ids in (("relationship", opened.relationships), ("milestone", opened.milestones)):
        leaks += _notes(session, words, what, ids)
    shown = [leak.id for leak in leaks if leak.what == "entry"]
    saw_words(session, case_id, (hit for leak in leaks for hit in leak.hits), shown)
    return leaks


def settle(session: Session, case: CaseHead, answers: Mapping[str, str], instead: str) -> None:
    """Do what was chosen about each leak that stood on the page, in the same go as what opens the rest.

    What becomes a protected place goes first: words that are protected from then on are taken out of the others too.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: an entry cannot be saved like that.
    """
    for name, answer in sorted(answers.items(), key=_protected_first):
        place, way = _read(name), next((one for one in WAYS if one == answer), None)
        if place is None or way is None:
            continue
        what, row_id = place
        if what == "entry":
            _settle_entry(session, case, row_id, way, instead)
        elif what in NOTED and way is Settling.REDACTED:
            _take_out(session, case.id, what, row_id, instead)


def _entries(
    session: Session, case_id: UUID, words: ProtectedWords, opened: frozenset[UUID]
) -> Iterator[Leak]:
    found = hits_among(session, case_id, words, among=opened) if opened else {}
    entry = Entry
    heads = select(entry.id, entry.kind, entry.category, entry.occurred_at).where(entry.id.in_(found))
    for row in session.execute(heads.order_by(entry.occurred_at.desc(), entry.id)):
        yield Leak("entry", row.id, row.kind, tuple(found[row.id]), row.category, row.occurred_at)


def _notes(session: Session, words: ProtectedWords, what: str, ids: frozenset[UUID]) -> Iterator[Leak]:
    model, names = NOTED[what]
    for row in session.scalars(select(model).where(model.id.in_(ids)).order_by(model.id)) if ids else ():
        said = [(name, getattr(row, name) or "") for name in names]
        hits = tuple(Hit(name, text, spans) for name, text in said if (spans := words.find(text)))
        if hits:
            yield Leak(what, row.id, row.kind, hits)


def _protected_first(answer: tuple[str, str]) -> tuple[bool, str]:
    name, way = answer
    return way != Settling.PROTECTED, name


def _read(name: str) -> tuple[str, UUID] | None:
    """Return what the name of an answer is about."""
    head, _dash, rest = name.partition("-")
    what, _dash, row_id = rest.partition("-")
    try:
        return (what, UUID(row_id)) if head == "leak" else None
    except ValueError:
        return None


def _settle_entry(session: Session, case: CaseHead, entry_id: UUID, way: Settling, instead: str) -> None:
    version = session.scalar(select(Entry.version).where(Entry.id == entry_id))
    try:
        settle_entry(
            session, case, entry_id, how=way, shown_version=version or 0, reason=None, instead=instead
        )
    except RefusedEntryError as refused:
        raise RefusedError("scope", "cannot_settle") from refused


def _take_out(session: Session, case_id: UUID, what: str, row_id: UUID, instead: str) -> None:
    model, names = NOTED[what]
    row = session.scalars(select(model).where(model.id == row_id, model.case_id == case_id)).one_or_none()
    if row is None:
        return
    words = words_of(session, case_id)
    with keeping(session, row):
        for name in names:
            text = getattr(row, name)
            if text is not None:
                setattr(row, name, without(text, words.find(text), instead))
    record(session, "words.taken_out", case_id=case_id)
