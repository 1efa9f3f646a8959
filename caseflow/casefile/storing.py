"""Writes entries: new ones, many at a time, and new content for one that stands."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from caseflow import models
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.indexing import search_rows
from caseflow.casefile.kinds import DocumentData
from caseflow.casefile.rows import (
    MODEL_OF,
    PlacedRow,
    Row,
    audience_rows,
    child_rows,
    detail_row,
    entry_row,
    origin_row,
    reported_by,
    told_rows,
)
from caseflow.models.vocabulary import EntryKind

BELOW: dict[EntryKind, tuple[type[Any], ...]] = {
    EntryKind.CONTACT: (models.ContactWith,),
    EntryKind.INCIDENT: (models.IncidentForm, models.IncidentMark, models.IncidentParty),
    EntryKind.ASSESSMENT: (models.AssessmentScore,),
    EntryKind.ANALYSIS: (models.AnalysisPoint,),
    EntryKind.SAFETY_PLAN: (models.SafetyAgreement,),
    EntryKind.MEASURE: (models.MeasureNoContact,),
    EntryKind.CONFERENCE: (models.ConferenceAttendee, models.ConferenceDecision),
}
"""The tables below a kind's own table."""
AUDIENCE = (models.EntryRelease, models.EntryConcern)
"""Whom an entry concerns comes last: without it, nothing of the entry can be found any more by a reading rule."""


def store_entry(session: Session, case_id: UUID, entry_id: UUID, draft: EntryDraft) -> None:
    """Write one new entry; the caller has asked whether that is allowed."""
    store_entries(session, case_id, [(entry_id, draft)])


def store_entries(session: Session, case_id: UUID, drafts: Iterable[tuple[UUID, EntryDraft]]) -> None:
    """Write new entries, with one statement per table."""
    rows: defaultdict[Any, list[Row]] = defaultdict(list)
    for entry_id, draft in drafts:
        rows[models.Entry.__table__].append(entry_row(case_id, entry_id, draft))
        rows[MODEL_OF[draft.kind].__table__].append(detail_row(entry_id, draft.data))
        model, row = origin_row(case_id, entry_id, draft)
        rows[model.__table__].append(row)
        for model, row in (*_rows_below(entry_id, draft), *told_rows(entry_id, draft)):
            rows[model.__table__].append(row)
    _write(session, rows)


def replace_entry(session: Session, entry: models.Entry, draft: EntryDraft) -> None:
    """Give an entry new content and raise its version; key, author, time of recording and disclosures stay.

    The kind cannot change. What the session does not give (say, releases to others) is left as it is. A document
    without content in the draft keeps the one it has.

    Raises:
        ValueError: the draft is of another kind.
    """
    if entry.kind is not draft.kind:
        raise ValueError(f"A {entry.kind} does not become a {draft.kind}.")
    kept = {"id", "case_id", "kind", "key", "recorded_at"} | _content_kept(draft)
    for name, value in (entry_row(entry.case_id, entry.id, draft) | detail_row(entry.id, draft.data)).items():
        if name not in kept:
            setattr(entry, name, value)
    flag_modified(entry, "category")  # rows below alone would not raise the version
    origin = session.get(models.EntryOrigin, entry.id)
    if origin is not None and draft.source_id is not None:
        origin.source_id = draft.source_id
        origin.from_organisation_id = reported_by(draft.data)
    session.flush()
    _replace_below(session, entry.id, draft)


def _content_kept(draft: EntryDraft) -> set[str]:
    keeps = isinstance(draft.data, DocumentData) and draft.data.content is None
    return {"content_sealed", "size"} if keeps else set()


def _replace_below(session: Session, entry_id: UUID, draft: EntryDraft) -> None:
    below: tuple[Any, ...] = (
        models.SearchTerms,
        models.SearchToken,
        *BELOW.get(draft.kind, ()),
        *AUDIENCE,
    )
    for model in below:
        gone = delete(model).where(model.entry_id == entry_id)
        session.execute(gone, execution_options={"synchronize_session": False})
    rows: defaultdict[Any, list[Row]] = defaultdict(list)
    for model, row in _rows_below(entry_id, draft):
        rows[model.__table__].append(row)
    _write(session, rows)


def _rows_below(entry_id: UUID, draft: EntryDraft) -> Iterable[PlacedRow]:
    yield from audience_rows(entry_id, draft)
    yield from child_rows(entry_id, draft.data)
    yield from search_rows(entry_id, draft)


def _write(session: Session, rows: dict[Any, list[Row]]) -> None:
    for table, values in rows.items():
        session.execute(insert(table), values)
