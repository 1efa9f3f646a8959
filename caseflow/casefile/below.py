"""What hangs below entries, gathered by entry and by field of the draft: one statement per shape of row."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Float,
    Row,
    Select,
    SQLColumnExpression,
    Text,
    bindparam,
    cast,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access import shown
from caseflow.access.aside import aside
from caseflow.access.named import about, about_entries
from caseflow.access.rules.entries import ENTRY
from caseflow.casefile.kinds import Agreement
from caseflow.db import Ids, is_one_of
from caseflow.models.vocabulary import AgreementStatus, IncidentContext, ViolenceForm

Below = defaultdict[str, list[Any]]
"""Field of the draft: its values."""
ByEntry = defaultdict[UUID, Below]

MOST_IDS = 500
"""How many entries are asked for by id; more are asked for by case, for a statement has a longest list."""

_OF_AGREEMENT = ("kept_by_id", "watched_by", "check_on", "status")
_NO_AGREEMENT = [
    cast(null(), models.SafetyAgreement.__table__.c[name].type).label(name) for name in _OF_AGREEMENT
]
"""What only an agreement has, for rows that are none."""


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

    def ask(self, session: Session, statement: Callable[["Among"], CompoundSelect[Any]]) -> Iterable[Any]:
        """Ask for what hangs below them; below others of the same cases too when they are many."""
        if len(self.entry_ids) > MOST_IDS:
            return session.execute(statement(_OF_CASES), {_IDS.key: list(self.case_ids)})
        ids = list(self.entry_ids)
        options = about(next(iter(self.case_ids)), ids) if len(self.case_ids) == 1 else about_entries(ids)
        return session.execute(statement(_IDS), {_IDS.key: ids}, execution_options=options)


_IDS = bindparam("ids", type_=Ids())
_ENTRY = aside(ENTRY)
_OF_CASES = select(_ENTRY.c.id).where(is_one_of(_ENTRY.c.case_id, _IDS))
Among = BindParameter[Any] | Select[Any]
"""Which entries: by their ids, or by their cases. Statements are built once for each."""


def belongs(model: type[Any], among: Among) -> ColumnElement[bool]:
    """Whether a row of a table belongs to one of them."""
    if isinstance(among, Select):
        chosen: ColumnElement[bool] = model.entry_id.in_(among)
        return chosen
    return is_one_of(model.entry_id, among)


def _from(
    among: Among, model: type[Any], field: SQLColumnExpression[str], *columns: SQLColumnExpression[Any]
) -> Select[Any]:
    return select(model.entry_id, field.label("field"), *columns).where(belongs(model, among))


def named_below(session: Session, chosen: Chosen, below: ByEntry) -> Iterator[tuple[UUID, str, str, str]]:
    """Gather parties, users and organisations by id; yield each of the last two with key, name and what it is."""
    for entry_id, field, to, key, name, what in chosen.ask(session, _named):
        below[entry_id][field].append(to)
        if what is not None:
            yield to, key, name, what


@cache
def _named(among: Among) -> CompoundSelect[Any]:
    part = type_coerce(models.IncidentParty.part, Text()) + "_ids"
    released: type[Any] = models.EntryRelease
    return union_all(
        _party(among, models.EntryConcern, literal("concerns")),
        _party(among, models.ContactWith, literal("with_ids")),
        _party(among, models.MeasureNoContact, literal("no_contact_with_ids")),
        _party(among, models.IncidentParty, part),
        _user(among, models.EntryDisclosure, "disclosed_to").where(models.EntryDisclosure.until_at.is_(None)),
        _user(among, models.ConferenceAttendee, "attendee_ids"),
        _from(
            among,
            released,
            literal("released_to"),
            released.organisation_id,
            shown.organisation_key(released.organisation_id),
            shown.organisation_name(released.organisation_id),
            literal("organisation"),
        ),
    ).order_by("party_id")  # left alone, a database gives them in whatever order it finds them


def _party(among: Among, model: type[Any], field: SQLColumnExpression[str]) -> Select[Any]:
    nothing = cast(null(), Text())
    return _from(among, model, field, model.party_id, nothing, nothing, nothing)


def _user(among: Among, model: type[Any], field: str) -> Select[Any]:
    key, name = shown.user_key(model.user_id), shown.user_name(model.user_id)
    return _from(among, model, literal(field), model.user_id, key, name, literal("user"))


def facts_below(session: Session, chosen: Chosen, below: ByEntry) -> None:
    """Gather what has an order or a value: texts, words of a vocabulary, scores and agreements."""
    for row in chosen.ask(session, _facts):
        below[row.entry_id][row.field].append(_READ.get(row.field, _text)(row))


@cache
def _facts(among: Among) -> CompoundSelect[Any]:
    point, decision, score = models.AnalysisPoint, models.ConferenceDecision, models.AssessmentScore
    return union_all(
        _fact(among, point, type_coerce(point.kind, Text()), text=point.text, position=point.position),
        _fact(among, decision, literal("decisions"), text=decision.text, position=decision.position),
        _fact(among, models.IncidentForm, literal("forms"), text=models.IncidentForm.form),
        _fact(among, models.IncidentMark, literal("context"), text=models.IncidentMark.context),
        _fact(among, score, literal("scores"), text=score.name, value=score.value),
        _agreement(among),
    ).order_by("position")


def _fact(  # noqa: PLR0913 - keywords: one for each column of the union
    among: Among,
    model: type[Any],
    field: SQLColumnExpression[str],
    *,
    text: SQLColumnExpression[Any],
    position: SQLColumnExpression[int] | None = None,
    value: SQLColumnExpression[float] | None = None,
    more: Sequence[SQLColumnExpression[Any]] | None = None,
) -> Select[Any]:
    return _from(
        among,
        model,
        field,
        (literal(0) if position is None else position).label("position"),
        type_coerce(text, Text()).label("text"),
        (cast(null(), Float()) if value is None else value).label("value"),
        *(_NO_AGREEMENT if more is None else more),
    )


def _agreement(among: Among) -> Select[Any]:
    agreement = models.SafetyAgreement
    more = [getattr(agreement, name) for name in _OF_AGREEMENT]
    field = literal("agreements")
    return _fact(among, agreement, field, text=agreement.text, position=agreement.position, more=more)


def _text(row: Row[Any]) -> Any:
    text: str = row.text
    return text


def _agreed(row: Row[Any]) -> Agreement:
    status = None if row.status is None else AgreementStatus(row.status)
    return Agreement(
        text=row.text,
        kept_by_id=row.kept_by_id,
        watched_by=row.watched_by,
        check_on=row.check_on,
        status=status,
    )


_READ: dict[str, Callable[[Row[Any]], Any]] = {
    "forms": lambda row: ViolenceForm(row.text),
    "context": lambda row: IncidentContext(row.text),
    "scores": lambda row: (row.text, row.value),
    "agreements": _agreed,
}
