"""Every text of the entries of a case straight from its columns: a whole file is searched in one go.

Which columns hold text, the tables themselves say; no list is kept beside them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, LargeBinary, Select, Text, inspect, select, type_coerce
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.writing import table_of
from caseflow.casefile.rows import MODEL_OF
from caseflow.casefile.storing import BELOW
from caseflow.casefile.tripwire.texts import NO_TEXT
from caseflow.db import unseal

SEALED = "_sealed"
FIELD_BELOW: dict[Any, str] = {
    models.AnalysisPoint: "kind",
    models.AssessmentScore: "scores",
    models.ConferenceDecision: "decisions",
    models.SafetyAgreement: "agreements",
}
"""In which field of the draft the texts of these rows stand; a point of an analysis names its own."""


@dataclass(frozen=True)
class Said:
    """A text of an entry."""

    entry_id: UUID
    field: str
    text: str


def texts_in_case(session: Session, case_id: UUID) -> Iterator[Said]:
    """Yield the texts of a case's entries, as far as the session gives them and partners could ever read them."""
    yield from _own(session, case_id)
    for model, field in FIELD_BELOW.items():
        yield from _below(session, case_id, model, field)


def _own(session: Session, case_id: UUID) -> Iterator[Said]:
    columns = _own_columns()
    for row in session.execute(_wanted().where(models.Entry.case_id == case_id)):
        for column, value in zip(columns, row[1:], strict=True):
            if value is not None:
                own = column.name.removesuffix(SEALED)
                text = value if own == column.name else unseal(value, column.table.name, own, row[0])
                yield Said(row[0], own, text)


@cache
def _own_columns() -> tuple[Any, ...]:
    every: tuple[Any, ...] = (models.Entry, *MODEL_OF.values())
    return tuple(table_of(model).c[name] for model in every for name in _text_columns(model))


@cache
def _wanted() -> Select[Any]:
    """Take the entries with what each kind has of its own: the rule is asked of the entry, and once."""
    entry = models.Entry
    asked = select(entry.id, *_own_columns()).where(
        entry.directors_only.is_(False), entry.protected.is_(False)
    )
    for model in MODEL_OF.values():
        if _text_columns(model):
            own = table_of(model)
            asked = asked.outerjoin(own, own.c.id == entry.id)
    return asked


@cache
def _text_columns(model: Any) -> tuple[str, ...]:
    return tuple(column.name for column in inspect(model).local_table.columns if _is_text(column))


def _is_text(column: Column[Any]) -> bool:
    if column.name.removesuffix(SEALED) in NO_TEXT:
        return False
    return isinstance(column.type, (Text, LargeBinary))


def _below(session: Session, case_id: UUID, model: Any, field: str) -> Iterator[Said]:
    names = _text_columns(model)
    for row in session.execute(_wanted_below(model).where(models.Entry.case_id == case_id)):
        for name in names:
            if (text := getattr(row, name)) is not None:
                yield Said(row.entry_id, getattr(row, field, None) or field, text)


@cache
def _wanted_below(model: Any) -> Select[Any]:
    columns = [getattr(model, name) for name in _text_columns(model)]
    kind = [type_coerce(model.kind, Text()).label("kind")] if hasattr(model, "kind") else []
    entry = models.Entry
    return (
        select(model.entry_id, *columns, *kind)
        .join(entry, entry.id == model.entry_id)
        .where(entry.directors_only.is_(False), entry.protected.is_(False))
    )


_BELOW: set[Any] = {model for below in BELOW.values() for model in below}
_FORGOTTEN = {model for model in _BELOW if _text_columns(model)} - FIELD_BELOW.keys()
if _FORGOTTEN:
    raise TypeError(f"It is not said in which field the texts of {_FORGOTTEN} stand.")
