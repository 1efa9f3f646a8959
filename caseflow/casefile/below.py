"""What hangs below entries, gathered by entry and by field of the draft: one statement per shape of row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    Text,
    literal,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access import shown
from caseflow.access.entries import ENTRY
from caseflow.casefile.kinds import Agreement
from caseflow.models.vocabulary import IncidentContext, ViolenceForm

Below = defaultdict[str, list[Any]]
"""Field of the draft: its values."""
ByEntry = defaultdict[UUID, Below]

MOST_IDS = 500
"""How many entries are asked for by id; more are asked for by case, for a statement has a longest list."""

_WORDS = {"forms": ViolenceForm, "context": IncidentContext}
_NO_ORDER = literal(0)


@dataclass(frozen=True)
class Chosen:
    """Entries that the reader got. What hangs below them has reading rules of its own."""

    entry_ids: frozenset[UUID]
    case_ids: frozenset[UUID]

    @classmethod
    def of(cls, entries: Iterable[models.Entry]) -> "Chosen":
        """Choose entries."""
        pairs = [(entry.id, entry.case_id) for entry in entries]
        return cls(frozenset(entry_id for entry_id, _ in pairs), frozenset(case_id for _, case_id in pairs))

    def holds(self, entry_id: SQLColumnExpression[UUID]) -> ColumnElement[bool]:
        """Return the condition that a row hangs below one of them; below others of the same cases when many."""
        if len(self.entry_ids) <= MOST_IDS:
            return entry_id.in_(self.entry_ids)
        return entry_id.in_(select(ENTRY.c.id).where(ENTRY.c.case_id.in_(self.case_ids)))


def _from(
    chosen: Chosen, model: type[Any], field: SQLColumnExpression[str], *columns: SQLColumnExpression[Any]
) -> Select[Any]:
    return select(model.entry_id, field.label("field"), *columns).where(chosen.holds(model.entry_id))


def parties_below(session: Session, chosen: Chosen, below: ByEntry) -> None:
    """Gather the parties: concerned, and in their parts."""
    part = type_coerce(models.IncidentParty.part, Text()) + "_ids"
    statement = union_all(
        _from(chosen, models.EntryConcern, literal("concerns"), models.EntryConcern.party_id),
        _from(chosen, models.ContactWith, literal("with_ids"), models.ContactWith.party_id),
        _from(
            chosen, models.MeasureNoContact, literal("no_contact_with_ids"), models.MeasureNoContact.party_id
        ),
        _from(chosen, models.IncidentParty, part, models.IncidentParty.party_id),
    )
    for entry_id, field, party_id in session.execute(statement):
        below[entry_id][field].append(party_id)


def people_below(session: Session, chosen: Chosen, below: ByEntry) -> Iterator[tuple[UUID, str, str, str]]:
    """Gather users and organisations, and yield each with key, name and what it is."""
    released: type[Any] = models.EntryRelease
    statement = union_all(
        _user(chosen, models.EntryDisclosure, "disclosed_to"),
        _user(chosen, models.ConferenceAttendee, "attendee_ids"),
        _from(
            chosen,
            released,
            literal("released_to"),
            released.organisation_id,
            shown.organisation_key(released.organisation_id),
            shown.organisation_name(released.organisation_id),
            literal("organisation"),
        ),
    )
    for entry_id, field, to, key, name, what in session.execute(statement):
        below[entry_id][field].append(to)
        yield to, key, name, what


def _user(chosen: Chosen, model: type[Any], field: str) -> Select[Any]:
    key, name = shown.user_key(model.user_id), shown.user_name(model.user_id)
    return _from(chosen, model, literal(field), model.user_id, key, name, literal("user"))


def texts_below(session: Session, chosen: Chosen, below: ByEntry) -> None:
    """Gather texts in their order, and words of a vocabulary, which have none."""
    point, decision = models.AnalysisPoint, models.ConferenceDecision
    statement = union_all(
        _from(chosen, point, type_coerce(point.kind, Text()), point.position, point.text),
        _from(chosen, decision, literal("decisions"), decision.position, decision.text),
        _word(chosen, models.IncidentForm, "forms", models.IncidentForm.form),
        _word(chosen, models.IncidentMark, "context", models.IncidentMark.context),
    ).order_by("position")
    for entry_id, field, _, text in session.execute(statement):
        below[entry_id][field].append(_WORDS.get(field, str)(text))


def _word(chosen: Chosen, model: type[Any], field: str, word: SQLColumnExpression[Any]) -> Select[Any]:
    return _from(chosen, model, literal(field), _NO_ORDER.label("position"), type_coerce(word, Text()))


def scores_below(session: Session, chosen: Chosen, below: ByEntry) -> None:
    """Gather the scores of assessments."""
    score = models.AssessmentScore
    statement = _from(chosen, score, literal("scores"), score.name, score.value)
    for entry_id, _, name, value in session.execute(statement):
        below[entry_id]["scores"].append((name, value))


def agreements_below(session: Session, chosen: Chosen, below: ByEntry) -> None:
    """Gather the agreements of safety plans, in order."""
    agreement = models.SafetyAgreement
    columns = [getattr(agreement, field.name) for field in fields(Agreement)]
    statement = _from(chosen, agreement, literal("agreements"), *columns).order_by(agreement.position)
    for entry_id, _, *values in session.execute(statement):
        names = (field.name for field in fields(Agreement))
        below[entry_id]["agreements"].append(Agreement(**dict(zip(names, values, strict=True))))
