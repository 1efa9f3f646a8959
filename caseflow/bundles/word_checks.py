"""What the trip-wire said of entries, in a bundle: which are held back for protected words, and what seats decided."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.bundles.case_reader import CaseReader
from caseflow.bundles.case_writer import said
from caseflow.bundles.directory import Thing
from caseflow.bundles.directory_writer import DirectoryWriter, Members
from caseflow.casefile.members import Points
from caseflow.casefile.reading import Reading
from caseflow.casefile.rows import PlacedRow, seal

NAME = "word_checks"
"""The member of a case that lists them."""


def load_checks(session: Session, case_id: UUID) -> list[models.WordCheck]:
    """Load the latest check of each entry that says more than that nothing was found; for who holds a seat."""
    check, entry = models.WordCheck, models.Entry
    of_case = select(check).join(entry, entry.id == check.entry_id).where(entry.case_id == case_id)
    latest = {row.entry_id: row for row in session.scalars(of_case.order_by(check.version, check.id))}
    return [row for row in latest.values() if row.held or row.decided_at is not None]


def checks_said(
    checks: Sequence[models.WordCheck], entries: Mapping[UUID, str], directory: DirectoryWriter
) -> list[Members]:
    """Say them with keys in the place of ids."""
    return [
        said(
            entry=entries[check.entry_id],
            at=check.checked_at,
            held=check.held,
            decided_by=None if check.decided_by_id is None else directory.user(check.decided_by_id),
            decided_at=check.decided_at,
            reason=check.reason,
        )
        for check in checks
    ]


def check_rows(reader: CaseReader, entries: Mapping[str, UUID]) -> Iterator[PlacedRow]:
    """Read them into rows; the ids of the entries are given by key."""
    seen, reading = set[str](), reader.reading
    for position, check in enumerate(reader.case.get(NAME, [])):
        here, key = f"{reader.at}/{NAME}/{position}", check["entry"]
        if key not in entries:
            reading.complain(f"{here}/entry", f"There is no entry with the key {key!r} here.")
            continue
        if key in seen:
            reading.complain(f"{here}/entry", "This entry stands here twice.")
        seen.add(key)
        yield models.WordCheck, _row(check, here, reading, entries[key])


def _row(check: Thing, here: str, reading: Reading, entry_id: UUID) -> dict[str, Any]:
    row_id = uuid4()
    decides = "decided_by" in check
    decided_by = reading.find(Points.USER, check["decided_by"], f"{here}/decided_by") if decides else None
    decided_at = reading.moment(check["decided_at"], f"{here}/decided_at") if "decided_at" in check else None
    return {
        "id": row_id,
        "entry_id": entry_id,
        "version": 1,
        "checked_at": reading.moment(check["at"], f"{here}/at"),
        "held": check["held"],
        "decided_by_id": decided_by,
        "decided_at": decided_at,
        "reason_sealed": seal("word_check", "reason", row_id, check.get("reason")),
    }
