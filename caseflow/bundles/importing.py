"""Takes a bundle in: whole or not at all, and never over what stands here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.alike import hold_everywhere_alike
from caseflow.bundles.case_parts import OF_PERSON
from caseflow.bundles.case_reader import CaseReader
from caseflow.bundles.digest import case_digest
from caseflow.bundles.directory import Directory, Thing, read_directory
from caseflow.bundles.documents import BundleError, read_document
from caseflow.bundles.known import AT_ONCE, Needed, match_directory
from caseflow.bundles.requests import request_rows
from caseflow.bundles.schema import bundle_problems
from caseflow.bundles.word_checks import check_rows
from caseflow.casefile.reading import Problems
from caseflow.casefile.rows import PlacedRow
from caseflow.casefile.storing import store_entries
from caseflow.clock import system_clock

ENTRIES_AT_ONCE = 500
"""How many entries are made ready for the database at a time, so that memory has a bound."""


@dataclass(frozen=True)
class ImportReport:
    """What an import did: references of cases taken in, and of cases that stood here already."""

    imported: tuple[str, ...]
    unchanged: tuple[str, ...]
    users: int
    """How many users are new here."""


def import_bundle(session: Session, raw: bytes) -> ImportReport:
    """Take in a bundle; for a system session, which commits when this returns and rolls back when it raises.

    Everything is checked before anything is written. A case that stands here with the same content is left alone.
    What is kept from users because of a person then holds for every record of that person, here before or new.

    Raises:
        BundleError: something is wrong with the bundle, or a case stands here with other content.
    """
    document = read_document(raw)
    _refuse(bundle_problems(document))
    problems = Problems()
    directory = read_directory(document, problems)
    _refuse(problems)
    readers = _readers(document, directory, problems)
    _refuse(problems)
    digests = {
        reader.reference: case_digest(reader.case, directory, reader.reading.used) for reader in readers
    }
    standing = _standing(session, readers, digests, problems)
    fresh = [reader for reader in readers if reader.reference not in standing]
    rows = match_directory(session, directory, _needed(readers, fresh, directory), problems)
    _refuse(problems)
    _write(session, rows)
    for reader in fresh:
        _write_case(session, reader, digests[reader.reference])
    if fresh:
        hold_everywhere_alike(session, system_clock())
    users = sum(model is models.User for model, _ in rows)
    return ImportReport(tuple(reader.reference for reader in fresh), tuple(sorted(standing)), users)


def _refuse(problems: Problems) -> None:
    if problems:
        raise BundleError(problems.found, problems.count)


def _readers(document: Thing, directory: Directory, problems: Problems) -> list[CaseReader]:
    """Read every case once, to find what is wrong."""
    readers: list[CaseReader] = []
    references: set[str] = set()
    for position, case in enumerate(document.get("cases", [])):
        at = f"/cases/{position}"
        if case["reference"] in references:
            problems.add(f"{at}/reference", "This reference stands here twice.")
        references.add(case["reference"])
        reader = CaseReader(case, at, directory, problems)
        _exhaust(reader.rows())
        _exhaust(reader.entries())
        entries = {entry["key"]: reader.id for entry in case.get("entries", [])}
        _exhaust(check_rows(reader, entries))
        _exhaust(request_rows(reader, entries))
        readers.append(reader)
    return readers


def _exhaust(items: Iterable[Any]) -> None:
    for _ in items:
        pass


def _standing(
    session: Session, readers: list[CaseReader], digests: dict[str, str], problems: Problems
) -> set[str]:
    """Return the references of cases that stand here already; other content is a problem."""
    case, brief = models.Case, models.CaseBrief
    known: dict[str, str | None] = {}
    for references in _portions(digests, AT_ONCE):
        statement = (
            select(case.reference, brief.import_digest)
            .outerjoin(brief, brief.case_id == case.id)
            .where(case.reference.in_(references))
        )
        known |= {row.reference: row.import_digest for row in session.execute(statement)}
    for reader in readers:
        if known.get(reader.reference, digests[reader.reference]) != digests[reader.reference]:
            message = "A case with this reference stands here with other content; an import never overwrites."
            problems.add(f"{reader.at}/reference", message)
    return set(known)


def _needed(readers: list[CaseReader], fresh: list[CaseReader], directory: Directory) -> Needed:
    everything = {(points, key) for points, things in directory.things.items() for key in things}
    pointed_to = {named for reader in readers for named in reader.reading.used}
    new = frozenset(named for reader in fresh for named in reader.reading.used)
    return Needed(by_new_cases=new, by_none=frozenset(everything - pointed_to))


def _write_case(session: Session, reader: CaseReader, digest: str) -> None:
    _write(session, (row for row in reader.rows(digest) if not _stands_already(session, *row)))
    ids: dict[str, UUID] = {}
    for drafts in _portions(reader.entries(), ENTRIES_AT_ONCE):
        store_entries(session, reader.id, drafts)
        ids |= {draft.key: entry_id for entry_id, draft in drafts if draft.key is not None}
    _write(session, check_rows(reader, ids))
    _write(session, request_rows(reader, ids))


def _stands_already(session: Session, model: type[Any], row: dict[str, Any]) -> bool:
    """Whether another case of the same person brought it: what is about a person stands in each of their cases."""
    if model not in OF_PERSON.values():
        return False
    same = (model.__table__.c[name] == row[name] for name in ("person_id", "user_id", "from_at", "until_at"))
    return session.scalar(select(model.id).where(*same).limit(1)) is not None


def _write(session: Session, rows: Iterable[PlacedRow]) -> None:
    by_model: defaultdict[Any, list[dict[str, Any]]] = defaultdict(list)
    for model, row in rows:
        by_model[model].append(row)
    for model, values in by_model.items():
        session.execute(insert(model.__table__), values)


T = TypeVar("T")


def _portions(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion
