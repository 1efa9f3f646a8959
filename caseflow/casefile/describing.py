"""What an entry says, as short terms and texts in the reader's language: for the timeline, and for comparing two."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.forms.action import FIT
from caseflow.casefile.forms.analysis import PROGRESS
from caseflow.casefile.forms.incident import SEVERITY
from caseflow.casefile.forms.voice import MOTIVATION
from caseflow.casefile.kinds import Agreement, Data
from caseflow.cases.earlier.words import Difference
from caseflow.web.templating import show_date, show_moment, show_number
from caseflow.web.terms import term

TERMS: dict[str, Any] = {
    "occurred_at": _l("Happened"),
    "category": _l("Category"),
    "concerns": _l("About"),
    "source_id": _l("Source"),
    "source_confidential": _l("Source kept secret"),
    "certainty": _l("How sure"),
    "directors_only": _l("Only for directors"),
    "protected": _l("Protected"),
    "disclosed_to": _l("May be read by"),
    "onward": _l("Passing on"),
    "released_to": _l("Released to"),
    "body": _l("Text"),
    "statement": _l("Statement of the person concerned"),
    "from_organisation_id": _l("Reported by"),
    "to_organisation_id": _l("Reported to"),
    "nature": _l("Kind of report"),
    "violence_kind": _l("Kind of violence"),
    "channel": _l("How"),
    "minutes": _l("Minutes"),
    "with_ids": _l("With"),
    "party_id": _l("Of"),
    "theme": _l("Theme"),
    "wish": _l("Wish"),
    "motivation": _l("Wants change"),
    "safety": _l("Feels safe (0 to 10)"),
    "forms": _l("Forms of violence"),
    "severity": _l("Seriousness"),
    "by_ids": _l("By"),
    "against_ids": _l("Against"),
    "witnessed_by_ids": _l("Seen or heard by"),
    "context": _l("Circumstances"),
    "police_involved": _l("Police were there"),
    "use": _l("Kind of address"),
    "text": _l("Address"),
    "from_on": _l("From"),
    "until_on": _l("Until"),
    "safe_contact": _l("Safe contact"),
    "instrument": _l("Instrument"),
    "instrument_version": _l("Version"),
    "about_id": _l("About"),
    "scores": _l("Scores"),
    "level": _l("Level"),
    "conclusion": _l("Conclusion"),
    "analysis_version": _l("Version"),
    "pattern": _l("Pattern"),
    "triggers": _l("Triggers"),
    "protective": _l("What protects"),
    "hypothesis": _l("Hypothesis"),
    "would_refute": _l("What would refute it"),
    "pattern_progress": _l("Pattern broken"),
    "plan_version": _l("Version"),
    "danger": _l("Danger"),
    "goal": _l("Goal"),
    "agreements": _l("Agreements"),
    "valid_until": _l("Valid until"),
    "measure": _l("Measure"),
    "from_at": _l("From"),
    "until_at": _l("Until"),
    "against_id": _l("Against"),
    "no_contact_with_ids": _l("No contact with"),
    "authority": _l("Imposed by"),
    "attendee_ids": _l("Present"),
    "decisions": _l("Decisions"),
    "decided_by": _l("Decided by"),
    "title": _l("Action"),
    "owner_organisation_id": _l("Organisation"),
    "owner_id": _l("Who sees to it"),
    "domain": _l("Life domain"),
    "phase": _l("Phase"),
    "due_on": _l("Due on"),
    "status": _l("Status"),
    "started_on": _l("Started on"),
    "ended_on": _l("Ended on"),
    "fit": _l("Fits the need"),
    "filename": _l("File"),
}
"""Short terms for the fields of a draft; a field without one is never shown."""
STEPS: dict[str, Mapping[int, Any]] = {
    "severity": dict(SEVERITY),
    "motivation": dict(MOTIVATION),
    "pattern_progress": dict(PROGRESS),
    "fit": dict(FIT),
}
"""Scales whose steps have words."""
CODES = frozenset({"domain", "instrument"})
"""Texts that are codes with a label."""


@dataclass(frozen=True)
class Names:
    """What parties, users and organisations are called for one reader; whom they do not know is not there."""

    parties: Mapping[UUID, str]
    users: Mapping[UUID, str]
    organisations: Mapping[UUID, str]

    def of(self, one: UUID | None) -> str | None:
        """Return what somebody is called, or nothing."""
        if one is None:
            return None
        return self.parties.get(one) or self.users.get(one) or self.organisations.get(one)

    def each(self, several: tuple[UUID, ...]) -> list[str]:
        """Return what several are called, without those who are not known; parties in the order of the case."""
        named = [one for one in self.parties if one in several]
        others = [one for one in several if one not in self.parties]
        return [name for one in (*named, *others) if (name := self.of(one))]


def facts(data: Data, names: Names, *left_out: str) -> list[tuple[str, str]]:
    """Return what the kind's own fields say, apart from what the page shows in its own way."""
    return [(shown, text) for _name, shown, text in _said(data, names, left_out)]


def differences(before: EntryDraft, after: EntryDraft, names: Names) -> list[Difference]:
    """Return the fields that differ."""
    earlier, later = (
        {name: text for name, _term, text in _all_said(draft, names)} for draft in (before, after)
    )
    return [
        Difference(str(TERMS[name]), earlier.get(name, ""), later.get(name, ""))
        for name in dict.fromkeys([*earlier, *later])
        if earlier.get(name, "") != later.get(name, "")
    ]


def _all_said(draft: EntryDraft, names: Names) -> Iterator[tuple[str, str, str]]:
    yield from _said(draft, names)
    yield from _said(draft.data, names)


def _said(part: Any, names: Names, left_out: Collection[str] = ()) -> Iterator[tuple[str, str, str]]:
    """Yield the fields that say something: name, term and text."""
    for field in fields(part):
        name = field.name
        if name in TERMS and name not in left_out and (text := _text(name, getattr(part, name), names)):
            yield name, str(TERMS[name]), text


def _text(name: str, value: Any, names: Names) -> str:
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return _yes_or_no(name, said=value)
    if isinstance(value, UUID):
        return names.of(value) or ""
    if isinstance(value, tuple):
        return _several(name, value, names)
    return _plain(name, value)


def _yes_or_no(name: str, *, said: bool) -> str:
    """Say yes; say no only where that was asked, and not for a sign that simply is not there."""
    if said:
        return str(_("Yes"))
    return str(_("No")) if name == "police_involved" else ""


def _several(name: str, values: tuple[Any, ...], names: Names) -> str:
    if isinstance(values[0], Agreement):
        return "\n".join(agreement_text(each, names) for each in values)
    if isinstance(values[0], UUID):
        return ", ".join(names.each(values))
    texts = [_plain(name, each) for each in values]
    return (", " if isinstance(values[0], StrEnum) else "\n").join(texts)


def _plain(name: str, value: Any) -> str:
    match value:
        case StrEnum():
            return term(value)
        case datetime():
            return show_moment(value)
        case date():
            return show_date(value)
        case Mapping():
            return "\n".join(f"{term(key)}: {show_number(score)}" for key, score in value.items())
        case int() if name in STEPS:
            return str(STEPS[name].get(value, value))
    return term(value) if name in CODES else str(value)


def agreement_text(agreement: Agreement, names: Names) -> str:
    """Return one agreement on one line."""
    parts = [text for _name, _term, text in _said(agreement, names)]
    return " – ".join([*parts, *filter(None, [agreement.watched_by])])
