"""A draft as rows: of the entry table, of its kind's own table, and of the tables that hang below them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any
from uuid import UUID, uuid4

from caseflow import models
from caseflow.casefile.audience import Disclosure
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.kinds import (
    KIND_OF,
    AnalysisData,
    AssessmentData,
    ConferenceData,
    ContactData,
    Data,
    DocumentData,
    IncidentData,
    MeasureData,
    ReportData,
    SafetyPlanData,
)
from caseflow.models.vocabulary import AnalysisPointKind, EntryKind, IncidentPart
from caseflow.sealing import Place, keyring

Row = dict[str, Any]
PlacedRow = tuple[type[Any], Row]

MODEL_OF: dict[EntryKind, type[models.Entry]] = {
    EntryKind.REPORT: models.Report,
    EntryKind.CONTACT: models.Contact,
    EntryKind.VOICE: models.Voice,
    EntryKind.INCIDENT: models.Incident,
    EntryKind.ADDRESS: models.Address,
    EntryKind.ASSESSMENT: models.Assessment,
    EntryKind.ANALYSIS: models.Analysis,
    EntryKind.SAFETY_PLAN: models.SafetyPlan,
    EntryKind.MEASURE: models.Measure,
    EntryKind.CONFERENCE: models.Conference,
    EntryKind.DECISION: models.Decision,
    EntryKind.ACTION: models.PlannedAction,
    EntryKind.DOCUMENT: models.Document,
}
"""The table of every kind of entry."""


def seal(table: str, column: str, row: UUID, text: str | None) -> bytes | None:
    """Seal a text for its place; nothing stays nothing."""
    return None if text is None else keyring().seal(text.encode(), Place(table, column, row))


def entry_row(case_id: UUID, entry_id: UUID, draft: EntryDraft) -> Row:
    """Return the row of the entry itself."""
    return {
        "id": entry_id,
        "case_id": case_id,
        "kind": draft.kind,
        "key": draft.key,
        "occurred_at": draft.occurred_at,
        "recorded_at": draft.recorded_at,
        "category": draft.category,
        "certainty": draft.certainty,
        "directors_only": draft.directors_only,
        "protected": draft.protected,
        "source_confidential": draft.source_confidential,
        "onward": draft.onward,
    } | _texts(entry_id, draft)


def _texts(entry_id: UUID, draft: EntryDraft) -> Row:
    if not draft.is_sealed:
        return {
            "body": draft.body,
            "body_sealed": None,
            "statement": draft.statement,
            "statement_sealed": None,
        }
    return {
        "body": None,
        "body_sealed": seal("entry", "body", entry_id, draft.body),
        "statement": None,
        "statement_sealed": seal("entry", "statement", entry_id, draft.statement),
    }


def detail_row(entry_id: UUID, data: Data) -> Row:
    """Return the row of the kind's own table: fields that have a column, sealed where the column is."""
    table = MODEL_OF[KIND_OF[type(data)]].__table__
    row: Row = {"id": entry_id}
    for field in fields(data):
        value = getattr(data, field.name)
        if field.name in table.c:
            row[field.name] = value
        elif f"{field.name}_sealed" in table.c:
            row[f"{field.name}_sealed"] = seal(table.description, field.name, entry_id, value)
    if isinstance(data, DocumentData) and data.content is not None:
        row["size"] = decoded_size(data.content)
    return row


def decoded_size(base64: str) -> int:
    """Return how many bytes a base64 text stands for."""
    return len(base64) * 3 // 4 - base64[-2:].count("=")


def origin_row(case_id: UUID, entry_id: UUID, draft: EntryDraft) -> PlacedRow:
    """Return who wrote the entry and where it comes from.

    Raises:
        ValueError: the draft does not say.
    """
    if draft.author_id is None or draft.source_id is None:
        raise ValueError("An entry is stored with its author and its source.")
    return models.EntryOrigin, {
        "entry_id": entry_id,
        "case_id": case_id,
        "author_id": draft.author_id,
        "source_id": draft.source_id,
        "from_organisation_id": reported_by(draft.data),
    }


def reported_by(data: Data) -> UUID | None:
    """Return the organisation that made a report; it stands with where the entry comes from."""
    return data.from_organisation_id if isinstance(data, ReportData) else None


def audience_rows(entry_id: UUID, draft: EntryDraft) -> Iterator[PlacedRow]:
    """Yield whom the entry concerns, and to whom it was released."""
    for party_id in draft.concerns:
        yield models.EntryConcern, {"entry_id": entry_id, "party_id": party_id}
    for organisation_id in draft.released_to:
        yield models.EntryRelease, {"entry_id": entry_id, "organisation_id": organisation_id}


def told_rows(entry_id: UUID, draft: EntryDraft) -> Iterator[PlacedRow]:
    """Yield to whom the entry was disclosed, and by whom it was released: written once, and not by editing."""
    for user_id in draft.disclosed_to:
        yield (
            models.EntryDisclosure,
            _disclosure_row(uuid4(), entry_id, Disclosure(user_id=user_id, until_at=None)),
        )
    for disclosure in draft.disclosures:
        yield from disclosure_rows(entry_id, disclosure)
    for release in draft.releases:
        row = {"organisation_id": release.organisation_id, "by_id": release.by_id, "at": release.at}
        yield models.ReleaseNote, {"id": uuid4(), "entry_id": entry_id} | row


def disclosure_rows(entry_id: UUID, disclosure: Disclosure) -> Iterator[PlacedRow]:
    """Yield a disclosure, and why it was made and ended."""
    row_id = uuid4()
    yield models.EntryDisclosure, _disclosure_row(row_id, entry_id, disclosure)
    why = {
        f"{name}_sealed": seal("disclosure_note", name, row_id, getattr(disclosure, name))
        for name in ("reason", "revoked_because")
    }
    yield models.DisclosureNote, {"id": row_id, "entry_id": entry_id} | why


def _disclosure_row(row_id: UUID, entry_id: UUID, disclosure: Disclosure) -> Row:
    names = ("user_id", "by_id", "from_at", "until_at", "revoked_at")
    return {"id": row_id, "entry_id": entry_id} | {name: getattr(disclosure, name) for name in names}


def child_rows(entry_id: UUID, data: Data) -> Iterator[PlacedRow]:
    """Yield the rows below the kind's own table."""
    children = _CHILDREN.get(type(data))
    if children is None:
        return
    for model, row in children(data):
        yield model, {"entry_id": entry_id} | row


def _of_contact(data: ContactData) -> Iterator[PlacedRow]:
    return ((models.ContactWith, {"party_id": party_id}) for party_id in data.with_ids)


def _of_incident(data: IncidentData) -> Iterator[PlacedRow]:
    for form in data.forms:
        yield models.IncidentForm, {"form": form}
    for context in data.context:
        yield models.IncidentMark, {"context": context}
    parts = {
        IncidentPart.BY: data.by_ids,
        IncidentPart.AGAINST: data.against_ids,
        IncidentPart.WITNESSED_BY: data.witnessed_by_ids,
    }
    for part, party_ids in parts.items():
        for party_id in party_ids:
            yield models.IncidentParty, {"party_id": party_id, "part": part}


def _of_assessment(data: AssessmentData) -> Iterator[PlacedRow]:
    return ((models.AssessmentScore, {"name": name, "value": value}) for name, value in data.scores.items())


def _of_analysis(data: AnalysisData) -> Iterator[PlacedRow]:
    yield from _in_order(models.AnalysisPoint, data.triggers, kind=AnalysisPointKind.TRIGGERS)
    yield from _in_order(models.AnalysisPoint, data.protective, kind=AnalysisPointKind.PROTECTIVE)


def _of_safety_plan(data: SafetyPlanData) -> Iterator[PlacedRow]:
    for position, agreement in enumerate(data.agreements):
        row = {field.name: getattr(agreement, field.name) for field in fields(agreement)}
        yield models.SafetyAgreement, {"position": position} | row


def _of_measure(data: MeasureData) -> Iterator[PlacedRow]:
    return ((models.MeasureNoContact, {"party_id": party_id}) for party_id in data.no_contact_with_ids)


def _of_conference(data: ConferenceData) -> Iterator[PlacedRow]:
    for user_id in data.attendee_ids:
        yield models.ConferenceAttendee, {"user_id": user_id}
    yield from _in_order(models.ConferenceDecision, data.decisions)


def _in_order(model: type[Any], texts: Iterable[str], **more: Any) -> Iterator[PlacedRow]:
    return ((model, {"position": position, "text": text} | more) for position, text in enumerate(texts))


_CHILDREN: dict[type[Data], Callable[[Any], Iterator[PlacedRow]]] = {
    ContactData: _of_contact,
    IncidentData: _of_incident,
    AssessmentData: _of_assessment,
    AnalysisData: _of_analysis,
    SafetyPlanData: _of_safety_plan,
    MeasureData: _of_measure,
    ConferenceData: _of_conference,
}
