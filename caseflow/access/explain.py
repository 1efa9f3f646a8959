"""Why somebody sees a case or an entry, or does not: the rules themselves, asked one by one and read aloud.

For who administers the rules, over a system session: an explanation says more than the one it is about may know.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from caseflow.access import entries, sets
from caseflow.access.actor import Actor
from caseflow.access.aside import aside
from caseflow.access.asking import values_for
from caseflow.access.sets import CELL, LINK
from caseflow.access.writing import Row
from caseflow.models import Case, Entry, Organisation

Question = Callable[[Row], ColumnElement[bool]]


@dataclass(frozen=True)
class Reason:
    """A rule in the words of its docstring, whether it holds, and the rules that it is made of."""

    rule: str
    holds: bool
    parts: tuple["Reason", ...] = ()


@dataclass(frozen=True)
class NamedLink:
    """A link that names the user, running or not."""

    id: UUID
    organisation: str
    from_at: datetime
    until_at: datetime
    revoked_at: datetime | None
    runs: bool
    cells: int
    closed: int
    """Cells among these that rest on a consent that does not hold."""


@dataclass(frozen=True)
class Explanation:
    """The decision about a case, and about one entry of it when that was asked."""

    case: Reason
    entry: Reason | None
    links: tuple[NamedLink, ...]

    @property
    def granted(self) -> bool:
        """Whether what was asked about may be read."""
        return (self.entry or self.case).holds


@dataclass(frozen=True)
class _Rule:
    ask: Question
    words: Any
    parts: tuple["_Rule", ...] = ()


def explain(session: Session, actor: Actor, reference: str, entry: str | None = None) -> Explanation | None:
    """Explain what the rules say to an actor about a case, or about an entry by its id or bundle key.

    Nothing when there is no such case or entry.
    """
    case_id = session.scalar(select(Case.id).where(Case.reference == reference))
    entry_id = None if entry is None else session.scalar(_entry_called(entry, case_id))
    if case_id is None or (entry is not None and entry_id is None):
        return None
    return Explanation(
        case=_explain(session, actor, CASE_RULE, aside(sets.CASE), case_id),
        entry=None
        if entry_id is None
        else _explain(session, actor, ENTRY_RULE, aside(entries.ENTRY), entry_id),
        links=_links(session, actor, case_id),
    )


def _among(cases: Callable[[], Any]) -> Question:
    return lambda case: case.c.id.in_(cases())


def _in(question: Callable[[Any], ColumnElement[bool]]) -> Question:
    return lambda case: question(case.c.id)


def _of_entry(*questions: Question) -> tuple[_Rule, ...]:
    return tuple(_Rule(question, question) for question in questions)


NOT_EXCLUDED = _Rule(
    _in(sets.not_excluded),
    sets.not_excluded,
    tuple(
        _Rule(_among(excluded), excluded)
        for excluded in (sets.excluded_by_case, sets.excluded_by_person, sets.excluded_by_account)
    ),
)
CASE_RULE = _Rule(
    _among(sets.my_cases),
    sets.my_cases,
    (
        NOT_EXCLUDED,
        _Rule(_among(sets.directed_cases), sets.directed_cases),
        _Rule(_among(sets.deputised_cases), sets.deputised_cases),
        _Rule(_among(sets.led_cases), sets.led_cases),
        _Rule(_among(sets.linked_cases), sets.linked_cases),
        _Rule(_among(sets.opened_cases), sets.opened_cases),
    ),
)
THROUGH_A_LINK = _Rule(
    entries.through_a_link,
    entries.through_a_link,
    _of_entry(
        entries.in_open_category,
        entries.not_for_directors_only,
        entries.not_protected_or_disclosed,
        entries.travels,
        entries.not_held_back,
        entries.one_link_covers_everyone,
    ),
)
ENTRY_RULE = _Rule(
    entries.may_read_entry,
    entries.may_read_entry,
    (
        *_of_entry(sets.case_exists, entries.recorded, entries.from_a_seat),
        THROUGH_A_LINK,
        *_of_entry(entries.from_own_organisation, entries.by_break_glass),
    ),
)


def _entry_called(entry: str, case_id: UUID | None) -> Any:
    try:
        called = Entry.id == UUID(entry)
    except ValueError:
        called = Entry.key == entry
    return select(Entry.id).where(Entry.case_id == case_id, called).limit(1)


def _explain(session: Session, actor: Actor, rule: _Rule, row: Any, row_id: UUID) -> Reason:
    every = list(_flat(rule))
    asked = select(*(one.ask(row).label(f"rule_{number}") for number, one in enumerate(every)))
    answers = session.execute(asked.where(row.c.id == row_id), values_for(actor)).one()
    return _reason(rule, dict(zip(map(id, every), answers, strict=True)))


def _flat(rule: _Rule) -> list[_Rule]:
    return [rule, *(inner for part in rule.parts for inner in _flat(part))]


def _reason(rule: _Rule, answers: dict[int, Any]) -> Reason:
    words = (inspect.getdoc(rule.words) or "").partition("\n\n")[0].replace("\n", " ")
    return Reason(words, bool(answers[id(rule)]), tuple(_reason(part, answers) for part in rule.parts))


def _links(session: Session, actor: Actor, case_id: UUID) -> tuple[NamedLink, ...]:
    link, cell = aside(LINK), aside(CELL)
    cells = select(func.count()).select_from(cell).where(cell.c.link_id == link.c.id).correlate_except(cell)
    closed = cells.where(~sets.cell_is_open(cell, link))
    named = (
        select(
            link.c.id,
            select(Organisation.name).where(Organisation.id == link.c.organisation_id).scalar_subquery(),
            link.c.from_at,
            link.c.until_at,
            link.c.revoked_at,
            sets.is_mine(link),
            cells.scalar_subquery(),
            closed.scalar_subquery(),
        )
        .where(link.c.case_id == case_id, sets.names_me(link))
        .order_by(link.c.from_at, link.c.id)
    )
    return tuple(NamedLink(*row) for row in session.execute(named, values_for(actor)))
