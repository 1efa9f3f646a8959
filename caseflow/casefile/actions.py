"""What people can do in a case file: write an entry, edit one, and put down a quick note."""

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.check import (
    Act,
    ForbiddenError,
    can,
    can_write_entry,
    require_contribute,
    require_edit_entry,
)
from caseflow.access.guard import actor_of
from caseflow.audit.trail import record
from caseflow.casefile.disclosing import end_all
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.kinds import ContactData, DocumentData, MeasureData
from caseflow.casefile.portrait import Portraits, portray_these
from caseflow.casefile.problems import Known, Problem, RefusedEntryError
from caseflow.casefile.queries import IDS_AS_KEYS, directory, home_bans
from caseflow.casefile.quick_note import place_of_note
from caseflow.casefile.rules import problems_of
from caseflow.casefile.storing import replace_entry, store_entry
from caseflow.casefile.tripwire.watching import look, note_check, stop_unless_allowed
from caseflow.casefile.wording import entry_members
from caseflow.cases.queries import CaseHead, parties_of
from caseflow.cases.refusals import same_version, saving
from caseflow.models import Entry, EntryVersion, ReleaseNote
from caseflow.models.vocabulary import MeasureKind, Onward


def write_entry(
    session: Session, case: CaseHead, draft: EntryDraft, allowed_because: str | None = None
) -> UUID:
    """Write a new entry in a case. A seat can say why protected words in it are no leak (ADR 0009).

    Raises:
        ForbiddenError: the actor writes nothing here, or could not read afterwards what they wrote.
        ProtectedWordsError: it holds protected words that the writer knows, and others could read it.
        RefusedEntryError: the entry does not meet the rules.
    """
    require_contribute(session, case.id)
    _require_rules(session, case, draft)
    seen = look(session, case.id, draft)
    stop_unless_allowed(session, case.id, seen, allowed_because)
    entry_id = uuid4()
    with session.begin_nested():
        store_entry(session, case.id, entry_id, draft)
        _note_releases(session, entry_id, draft.released_to)
        note_check(session, case.id, (entry_id, 1), seen, allowed_because)
    _require_readable(session, entry_id)
    record(session, "entry.write", case_id=case.id, party_ids=draft.concerns, entry_ids=[entry_id])
    return entry_id


def edit_entry(  # noqa: PLR0913 - what to change and how it was shown are not one thing, and are given by name
    session: Session,
    case: CaseHead,
    entry_id: UUID,
    draft: EntryDraft,
    *,
    shown_version: int,
    allowed_because: str | None = None,
) -> None:
    """Give an entry new content, and keep what it said before.

    Raises:
        ForbiddenError: the actor may not edit it.
        EditConflictError: somebody else edited it since it was shown.
        ProtectedWordsError: it holds protected words that the writer knows, and others could read it.
        RefusedEntryError: the entry does not meet the rules.
    """
    require_edit_entry(session, entry_id)
    found = portray_these(session, case.id, [entry_id], contents=_changes_file(draft))
    before = found.entries.get(entry_id)
    if before is None:
        raise ForbiddenError(Act.ENTRY_EDIT)
    same_version(before.version, shown_version)
    _require_rules(session, case, draft, edited=entry_id, before=found)
    seen = look(session, case.id, draft, edited=entry_id)
    stop_unless_allowed(session, case.id, seen, allowed_because)
    with saving(session):
        _keep(session, entry_id, before.version, before.draft)
        entry = session.get_one(Entry, entry_id)
        replace_entry(session, entry, draft)
        _note_releases(session, entry_id, set(draft.released_to) - set(before.draft.released_to))
        if before.draft.protected and not draft.protected:
            end_all(session, entry_id)
        note_check(session, case.id, (entry_id, entry.version), seen, allowed_because)
    _require_readable(session, entry_id)
    concerned = {*before.draft.concerns, *draft.concerns}
    record(session, "entry.edit", case_id=case.id, party_ids=concerned, entry_ids=[entry_id])


def write_note(session: Session, case: CaseHead, text: str) -> UUID:
    """Write a quick note: a contact that happened now. Whom it reaches is the least that is of use (ADR 0002).

    Raises:
        ForbiddenError: the actor writes nothing here.
        ProtectedWordsError: it holds protected words that the writer knows.
        RefusedEntryError: the text is too long.
    """
    require_contribute(session, case.id)
    actor = actor_of(session)
    category, concerns = place_of_note(session, case)
    note = EntryDraft(
        occurred_at=actor.now,
        recorded_at=actor.now,
        author_id=actor.user_id,
        source_id=actor.organisation_id,
        category=category,
        concerns=concerns,
        directors_only=case.seated,
        onward=Onward.FREE if case.seated else Onward.ASK_SOURCE,
        body=text,
        data=ContactData(),
    )
    return write_entry(session, case, note)


def _changes_file(draft: EntryDraft) -> bool:
    return isinstance(draft.data, DocumentData) and draft.data.content is not None


def _require_rules(
    session: Session,
    case: CaseHead,
    draft: EntryDraft,
    *,
    edited: UUID | None = None,
    before: Portraits | None = None,
) -> None:
    stood = before.entries[edited].draft if before and edited else None
    problems = [*problems_of(draft, _known(session, case, draft, edited, before)), *_told(draft, stood)]
    if not problems and not can_write_entry(session, case.id, draft.category, draft.concerns):
        problems.append(Problem("concerns", "outside_scope"))
    if not can(session, Act.FACT_DISCLOSE, case.id):
        problems += _beyond_a_professional(draft, stood, actor_of(session).organisation_id)
    if problems:
        raise RefusedEntryError(problems)


def _beyond_a_professional(draft: EntryDraft, before: EntryDraft | None, own: UUID) -> Collection[Problem]:
    """Return what somebody decided who may not disclose; their source is their own organisation."""
    unset = replace(draft, directors_only=False, protected=False, released_to=(), source_id=own)
    stood = unset if before is None else before
    decided = ("directors_only", "protected", "released_to", "source_id")
    return [Problem(name, "only_seats") for name in decided if getattr(draft, name) != getattr(stood, name)]


def _told(draft: EntryDraft, before: EntryDraft | None) -> Iterator[Problem]:
    """Complain of disclosures and notes of releases: an entry is not disclosed by writing or editing it."""
    for name in ("disclosed_to", "disclosures", "releases"):
        said = getattr(draft, name)
        if said and (before is None or set(said) != set(getattr(before, name))):
            yield Problem(name, "by_itself")


def _known(
    session: Session, case: CaseHead, draft: EntryDraft, edited: UUID | None, before: Portraits | None
) -> Known:
    people = directory(session, case.id)
    is_ban = isinstance(draft.data, MeasureData) and draft.data.measure is MeasureKind.HOME_BAN
    stands = before or Portraits()
    return Known(
        now=actor_of(session).now,
        party_ids=frozenset(party.id for party in parties_of(session, case.id)),
        organisation_ids=frozenset([*(key for key, _name in people.organisations), *stands.organisations]),
        works_at=dict.fromkeys(stands.users) | {one.id: one.organisation_id for one in people.workers},
        home_bans=tuple(home_bans(session, case.id, apart_from=edited)) if is_ban else (),
    )


def _keep(session: Session, entry_id: UUID, version: int, draft: EntryDraft) -> None:
    kept = EntryVersion(
        id=uuid4(),
        entry_id=entry_id,
        version=version,
        edited_by_id=actor_of(session).user_id,
        edited_at=actor_of(session).now,
    )
    kept.snapshot = json.dumps(entry_members(draft, IDS_AS_KEYS), ensure_ascii=False)
    session.add(kept)


def _note_releases(session: Session, entry_id: UUID, organisation_ids: Collection[UUID]) -> None:
    """Keep who wrote down that the source agreed, and when."""
    actor = actor_of(session)
    session.add_all(
        ReleaseNote(entry_id=entry_id, organisation_id=one, by_id=actor.user_id, at=actor.now)
        for one in organisation_ids
    )
    session.flush()


def _require_readable(session: Session, entry_id: UUID) -> None:
    """Whoever writes an entry must be allowed to read it afterwards.

    Raises:
        ForbiddenError: they are not.
    """
    if session.scalar(select(Entry.id).where(Entry.id == entry_id)) is None:
        raise ForbiddenError(Act.ENTRY_WRITE)
