"""What an entry must meet before it is kept: the rules of the field, in one place for pages and for the JSON door.

A problem is a field of the draft (or of its data), a plain code, and what the message needs to know. What was
imported may be older than a rule; it meets the rules when somebody edits it.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.kind_rules import OF_KIND
from caseflow.casefile.kinds import (
    ActionData,
    Agreement,
    AnalysisData,
    ContactData,
    IncidentData,
    SafetyPlanData,
    VoiceData,
)
from caseflow.casefile.members import Points, points_to
from caseflow.casefile.problems import Known, Problem
from caseflow.casefile.reading import FIRST_YEAR, LAST_YEAR
from caseflow.models.vocabulary import Category, Certainty, EntryKind

MAX_TEXT = 20_000
"""The longest text that an entry holds. Unit: characters. Source: the bundle format."""
MAY_LIE_AHEAD = frozenset({EntryKind.CONFERENCE})
"""Kinds that can be written down before they happen: a conference is planned. Of other kinds what lies ahead has a
field of its own (until when, done by), and the entry itself says what has happened."""
NEED_NOT_CONCERN = frozenset({"no_contact_with_ids"})
"""Parties that an entry can name without being about them: whoever is left alone by a measure against somebody."""
BOUNDS: dict[type[Any], dict[str, tuple[int, int]]] = {
    ContactData: {"minutes": (1, 24 * 60)},
    VoiceData: {"motivation": (0, 4), "safety": (0, 10)},
    IncidentData: {"severity": (1, 3)},
    AnalysisData: {"analysis_version": (1, 999), "pattern_progress": (0, 4)},
    SafetyPlanData: {"plan_version": (1, 999)},
    ActionData: {"fit": (0, 4)},
}
"""The least and the most that numbers can be."""


def problems_of(draft: EntryDraft, known: Known) -> tuple[Problem, ...]:
    """Return what keeps an entry from being kept."""
    checks: tuple[Callable[[EntryDraft, Known], Iterator[Problem]], ...] = (
        _when,
        _texts,
        _numbers,
        _pointers,
        _audience,
    )
    general = tuple(problem for check in checks for problem in check(draft, known))
    of_kind = OF_KIND.get(draft.kind)
    return general if of_kind is None else (*general, *of_kind(draft, draft.data, known))


def _when(draft: EntryDraft, known: Known) -> Iterator[Problem]:
    if draft.occurred_at > known.now and draft.kind not in MAY_LIE_AHEAD:
        yield Problem("occurred_at", "in_the_future")
    for part in _parts(draft):
        for each in fields(part):
            value = getattr(part, each.name)
            if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
                yield Problem(each.name, "no_sane_date")


def _texts(draft: EntryDraft, _known: Known) -> Iterator[Problem]:
    for part in _parts(draft):
        for each in fields(part):
            value = getattr(part, each.name)
            texts = value if isinstance(value, tuple) else (value,)
            if each.name != "content" and any(
                isinstance(text, str) and len(text) > MAX_TEXT for text in texts
            ):
                yield Problem(each.name, "too_long")


def _parts(draft: EntryDraft) -> Iterator[Any]:
    yield draft
    yield draft.data
    if isinstance(draft.data, SafetyPlanData):
        yield from draft.data.agreements


def _numbers(draft: EntryDraft, _known: Known) -> Iterator[Problem]:
    for name, (least, most) in BOUNDS.get(type(draft.data), {}).items():
        value = getattr(draft.data, name)
        if value is not None and not least <= value <= most:
            yield Problem(name, "out_of_bounds", {"least": least, "most": most})


def _pointers(draft: EntryDraft, known: Known) -> Iterator[Problem]:
    if not draft.concerns:
        yield Problem("concerns", "empty")
    there = {
        Points.PARTY: known.party_ids,
        Points.ORGANISATION: known.organisation_ids,
        Points.USER: known.works_at.keys(),
    }
    for part in _parts(draft):
        for each in fields(part):
            points = points_to(each)
            if points is None or each.name == "author_id":
                continue
            named = _ids(getattr(part, each.name))
            if not there[points] >= named:
                yield Problem(_place(part, each.name), "unknown")
            elif (
                points is Points.PARTY
                and each.name not in NEED_NOT_CONCERN
                and not named <= set(draft.concerns)
            ):
                yield Problem(_place(part, each.name), "not_concerned")


def _ids(value: Any) -> set[UUID]:
    return set(value) if isinstance(value, tuple) else {value} - {None}


def _place(part: Any, name: str) -> str:
    return "agreements" if isinstance(part, Agreement) else name


def _audience(draft: EntryDraft, _known: Known) -> Iterator[Problem]:
    if draft.protected and draft.category is not Category.WHEREABOUTS:
        yield Problem("protected", "only_whereabouts")
    if draft.statement and draft.certainty is not Certainty.DISPUTED:
        yield Problem("statement", "not_disputed")
