"""An entry as the timeline and its own page show it: a title, signs, facts and who said it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from caseflow.casefile.describing import Names, facts
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.kind_rules import latest_end
from caseflow.casefile.kinds import (
    ActionData,
    AssessmentData,
    ContactData,
    DocumentData,
    IncidentData,
    MeasureData,
    SafetyPlanData,
    VoiceData,
)
from caseflow.casefile.portrait import Known, Portrait
from caseflow.cases.queries import PartyLine
from caseflow.cases.words import party_name
from caseflow.models.vocabulary import (
    ActionStatus,
    AgreementStatus,
    Certainty,
    EntryKind,
    IncidentContext,
    MeasureKind,
    Onward,
)
from caseflow.web.terms import term

Badge = tuple[str, str]
SERIOUS = 3
"""The gravest degree of an incident."""
SHOWN_APART: dict[EntryKind, tuple[str, ...]] = {
    EntryKind.VOICE: ("theme",),
    EntryKind.ADDRESS: ("use", "text", "safe_contact"),
    EntryKind.ASSESSMENT: ("scores", "instrument"),
    EntryKind.ANALYSIS: ("triggers", "protective"),
    EntryKind.SAFETY_PLAN: ("agreements",),
    EntryKind.MEASURE: ("measure",),
    EntryKind.CONFERENCE: ("decisions",),
    EntryKind.ACTION: ("title", "status"),
    EntryKind.DOCUMENT: ("filename",),
    EntryKind.CONTACT: ("channel",),
}
"""Fields that the page of a kind shows in its own way."""


@dataclass(frozen=True)
class ShownAgreement:
    """One agreement of a safety plan."""

    text: str
    kept_by: str | None
    watched_by: str | None
    check_on: date | None
    status: AgreementStatus | None


@dataclass(frozen=True)
class Shown:
    """One entry on screen."""

    id: UUID
    draft: EntryDraft
    title: str
    badges: tuple[Badge, ...]
    concerns: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    source: str | None
    author: str | None
    flagged: bool
    agreements: tuple[ShownAgreement, ...] = ()
    can_last_until: datetime | None = None


def names_for(
    parties: Iterable[PartyLine], users: Mapping[UUID, Known], organisations: Mapping[UUID, Known]
) -> Names:
    """Return what everybody on some entries is called."""
    return Names(
        parties={party.id: party_name(party) for party in parties},
        users={key: known.name for key, known in users.items()},
        organisations={key: known.name for key, known in organisations.items()},
    )


def shown(portrait: Portrait, names: Names, now: datetime, bans: Iterable[MeasureData] = ()) -> Shown:
    """Return an entry as its reader sees it now; `bans` are the home bans of the case."""
    draft = portrait.draft
    return Shown(
        id=portrait.id,
        draft=draft,
        title=_title(draft),
        badges=tuple(_badges(draft, now)),
        concerns=tuple(names.each(draft.concerns)),
        facts=tuple(facts(draft.data, names, *SHOWN_APART.get(draft.kind, ()))),
        source=names.of(draft.source_id),
        author=names.of(draft.author_id),
        flagged=draft.kind is EntryKind.INCIDENT and draft.certainty is not Certainty.REFUTED,
        agreements=tuple(_agreements(draft.data, names)),
        can_last_until=_can_last_until(draft.data, now, bans),
    )


def _agreements(data: Any, names: Names) -> Iterator[ShownAgreement]:
    if isinstance(data, SafetyPlanData):
        for one in data.agreements:
            kept_by = names.of(one.kept_by_id)
            yield ShownAgreement(one.text, kept_by, one.watched_by, one.check_on, one.status)


def runs(measure: MeasureData, now: datetime) -> bool:
    """Whether a measure runs at a moment: from (included) until (excluded)."""
    return measure.from_at <= now and (measure.until_at is None or measure.until_at > now)


def is_running_ban(data: Any, now: datetime) -> bool:
    """Whether this is a home ban that runs."""
    return isinstance(data, MeasureData) and data.measure is MeasureKind.HOME_BAN and runs(data, now)


def _can_last_until(data: Any, now: datetime, bans: Iterable[MeasureData]) -> datetime | None:
    return latest_end(data, bans) if is_running_ban(data, now) else None


def _title(draft: EntryDraft) -> str:
    kind = term(draft.kind)
    match draft.data:
        case ActionData(title=said) | VoiceData(theme=said) | DocumentData(filename=said):
            return f"{kind}: {said}"
        case MeasureData(measure=word):
            return term(word)
        case ContactData(channel=channel) if channel is not None:
            return f"{kind}: {term(channel)}"
        case AssessmentData(instrument=instrument):
            return f"{kind}: {term(instrument)}"
    return kind


def _badges(draft: EntryDraft, now: datetime) -> Iterator[Badge]:
    yield from _badges_of_kind(draft.data, now)
    if draft.certainty is Certainty.DISPUTED:
        yield term(draft.certainty), "warning"
    elif draft.certainty is not None:
        yield term(draft.certainty), "neutral"
    if draft.directors_only:
        yield _("Only for directors"), "info"
    if draft.protected:
        yield _("Protected place"), "danger"
    if draft.onward is not Onward.FREE:
        yield term(draft.onward), "neutral"
    if draft.source_confidential:
        yield _("Source kept secret"), "neutral"


def _badges_of_kind(data: Any, now: datetime) -> Iterator[Badge]:
    match data:
        case IncidentData():
            if data.severity == SERIOUS:
                yield _("Serious"), "danger"
            if IncidentContext.BREACH_OF_MEASURE in data.context:
                yield term(IncidentContext.BREACH_OF_MEASURE), "danger"
        case MeasureData():
            yield _standing(data, now)
        case ActionData(status=status) if status is not None:
            yield term(status), ACTION_LOOKS.get(status, "neutral")


def _standing(measure: MeasureData, now: datetime) -> Badge:
    if measure.from_at > now:
        return _("Has not begun"), "neutral"
    return (_("Runs now"), "info") if runs(measure, now) else (_("Has ended by itself"), "neutral")


ACTION_LOOKS = {
    ActionStatus.RUNNING: "info",
    ActionStatus.STALLED: "warning",
    ActionStatus.DONE: "ok",
}
"""How a badge looks for an action that goes somewhere."""
