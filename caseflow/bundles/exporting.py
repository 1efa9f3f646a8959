"""Gives a case as a bundle: all of it, or what one user may read.

What the reader may not know and the schema asks for is filled in: parties without a name by their letter, whoever
has to stand somewhere and is withheld by the key `withheld`, with an address that cannot exist. Authors and sources
that are confidential are withheld in that way; what has no need to stand there is absent.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from caseflow import models
from caseflow.audit.trail import record, record_by_system
from caseflow.bundles.case_parts import CaseParts, load_parts
from caseflow.bundles.case_writer import UNTOLD_ROLE, CaseWriter
from caseflow.bundles.directory_writer import WITHHELD, DirectoryWriter, KeyBook, Members
from caseflow.bundles.requests import load_requests, requests_said
from caseflow.bundles.word_checks import NAME as WORD_CHECKS
from caseflow.bundles.word_checks import checks_said, load_checks
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.portrait import Portraits, portray
from caseflow.casefile.wording import Keys, entry_members
from caseflow.cases.queries import parties_of

ACT = "case.exported"


class NoSuchCaseError(LookupError):
    """There is no case with this reference, or none that exists for who asks."""


def export_case(session: Session, reference: str) -> dict[str, Any]:
    """Return what the session's actor may read of a case, and write down that they took it.

    Raises:
        NoSuchCaseError: no such case exists for them.
    """
    parts = _load(session, reference)
    portraits = portray(session, models.Entry.case_id == parts.case.id, contents=True)
    party_ids, entry_ids = _taken(parts, portraits)
    record(session, ACT, case_id=parts.case.id, party_ids=party_ids, entry_ids=entry_ids)
    return _bundle(session, parts, portraits, _labels(session, parts))


def export_whole_case(session: Session, reference: str, at: datetime) -> dict[str, Any]:
    """Return all of a case, for a system session, and write down that it was taken.

    Raises:
        NoSuchCaseError: there is no such case.
    """
    parts = _load(session, reference)
    portraits = portray(session, models.Entry.case_id == parts.case.id, contents=True)
    party_ids, entry_ids = _taken(parts, portraits)
    record_by_system(session, ACT, at=at, case_id=parts.case.id, party_ids=party_ids, entry_ids=entry_ids)
    return _bundle(session, parts, portraits, {})


def _load(session: Session, reference: str) -> CaseParts:
    parts = load_parts(session, reference)
    if parts is None:
        raise NoSuchCaseError(reference)
    return parts


def _taken(parts: CaseParts, portraits: Portraits) -> tuple[list[UUID], list[UUID]]:
    """Return the parties and entries that are in the bundle, for the log."""
    return [party.id for party, _ in parts.parties], list(portraits.entries)


def _labels(session: Session, parts: CaseParts) -> dict[UUID, str]:
    """Return what stands for the names of parties that may not be known by name."""
    if all(person is not None for _, person in parts.parties):
        return {}
    return {
        line.id: f"Party {line.letter or '?'}, {'child' if line.is_child else 'adult'}"
        for line in parties_of(session, parts.case.id)
    }


def _bundle(
    session: Session, parts: CaseParts, portraits: Portraits, labels: dict[UUID, str]
) -> dict[str, Any]:
    directory, checks = DirectoryWriter(), load_checks(session, parts.case.id)
    asked = load_requests(session, parts.case.id)
    decided_by = (check.decided_by_id for check in checks)
    directory.load(
        session,
        {*portraits.users, *filter(None, (*parts.users(), *asked.users(), *decided_by))},
        {*portraits.organisations, *asked.organisations(), *filter(None, parts.organisations())},
        parts.case.team_id,
    )
    directory.know(portraits.users, portraits.organisations)
    parties = KeyBook()
    for party, person in parts.parties:
        parties.add(party.id, None if person is None else party.key)
    writer = CaseWriter(parts, directory, parties.keys)
    case = writer.case() | {"parties": writer.parties()}
    persons = writer.persons(labels)
    entry_keys = KeyBook()
    case["entries"] = _entries(portraits, directory, parties.keys, entry_keys)
    if checks:
        case[WORD_CHECKS] = checks_said(checks, entry_keys.keys, directory)
    case |= requests_said(asked, entry_keys.keys, parties.keys, directory)
    _with_unknown_party(case, persons)
    return {"format": "caseflow-bundle/1"} | directory.lists | {"persons": persons, "cases": [case]}


def _entries(
    portraits: Portraits, directory: DirectoryWriter, parties: dict[UUID, str], book: KeyBook
) -> list[Members]:
    keys = Keys(parties, directory.users.keys, directory.organisations.keys, unknown=WITHHELD)
    in_order = sorted(portraits.entries.values(), key=lambda each: (each.draft.occurred_at, each.id))
    return [
        {"key": book.add(each.id, each.draft.key)} | _entry(each.draft, keys, directory) for each in in_order
    ]


def _entry(draft: EntryDraft, keys: Keys, directory: DirectoryWriter) -> Members:
    entry = entry_members(draft, keys)
    if draft.recorded_at == draft.occurred_at:
        del entry["recorded_at"]
    if draft.author_id is None:
        entry["author"] = directory.withheld_user()
    if draft.author_id is None or directory.works_at.get(draft.author_id) == draft.source_id:
        del entry["source"]
    return entry


def _with_unknown_party(case: Members, persons: list[Members]) -> None:
    """Add the party that stands for those whom the reader may not know, where an entry has to name one."""
    needed = any(
        WITHHELD in (*entry["concerns"], data.get("party"), data.get("about"))
        for entry in case["entries"]
        for data in [entry.get("data", {})]
    )
    if needed:
        case["parties"].append({"key": WITHHELD, "person": WITHHELD, "roles": [{"role": UNTOLD_ROLE}]})
        persons.append({"key": WITHHELD, "name": WITHHELD})
