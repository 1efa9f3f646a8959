"""What an entry of one kind must meet before it is kept."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.files import MAX_BYTES, is_accepted
from caseflow.casefile.instruments import ZRM, ZRM_DOMAINS
from caseflow.casefile.kinds import (
    ActionData,
    AddressData,
    AssessmentData,
    ContactData,
    DecisionData,
    DocumentData,
    IncidentData,
    MeasureData,
    SafetyPlanData,
    VoiceData,
)
from caseflow.casefile.problems import Known, Problem
from caseflow.casefile.rows import decoded_size
from caseflow.clock import AMSTERDAM
from caseflow.models.vocabulary import Category, EntryKind, MeasureKind

HOME_BAN_AT_MOST = timedelta(days=28)
"""How long a home ban can last, extensions included. Source: Wet tijdelijk huisverbod, article 9."""


def _contact(draft: EntryDraft, contact: ContactData, _known: Known) -> Iterator[Problem]:
    if not (draft.body or contact.channel or contact.with_ids):
        yield Problem("body", "nothing_said")


def _voice(draft: EntryDraft, _data: VoiceData, _known: Known) -> Iterator[Problem]:
    if not draft.body:
        yield Problem("body", "empty")


def _incident(_draft: EntryDraft, data: IncidentData, _known: Known) -> Iterator[Problem]:
    if not data.forms:
        yield Problem("forms", "empty")


def _safety_plan(_draft: EntryDraft, data: SafetyPlanData, _known: Known) -> Iterator[Problem]:
    if not data.agreements:
        yield Problem("agreements", "empty")


def _decision(draft: EntryDraft, data: DecisionData, _known: Known) -> Iterator[Problem]:
    taken_on = draft.occurred_at.astimezone(AMSTERDAM).date()
    yield from _not_before(taken_on, data.until_on, "until_on")


def _address(draft: EntryDraft, address: AddressData, _known: Known) -> Iterator[Problem]:
    if draft.category is not Category.WHEREABOUTS:
        yield Problem("category", "address_is_whereabouts")
    yield from _not_before(address.from_on, address.until_on, "until_on")


def _assessment(_draft: EntryDraft, assessment: AssessmentData, _known: Known) -> Iterator[Problem]:
    if assessment.instrument != ZRM:
        return
    for name, score in assessment.scores.items():
        if name in ZRM_DOMAINS and score not in {1, 2, 3, 4, 5}:
            yield Problem("scores", "out_of_bounds", {"least": 1, "most": 5})


def _measure(_draft: EntryDraft, measure: MeasureData, known: Known) -> Iterator[Problem]:
    if measure.until_at is not None and measure.until_at <= measure.from_at:
        yield Problem("until_at", "not_after_from")
    elif measure.measure is MeasureKind.HOME_BAN:
        latest = latest_end(measure, known.home_bans)
        if measure.until_at is None:
            yield Problem("until_at", "home_ban_ends", {"latest": latest})
        elif measure.until_at > latest:
            yield Problem("until_at", "home_ban_too_long", {"latest": latest})


def latest_end(ban: MeasureData, bans: Iterable[MeasureData]) -> datetime:
    """Return when a home ban ends at the latest: 28 days, by the clock, after the first of those it extends."""
    first = imposed_at(ban, bans).astimezone(AMSTERDAM)
    return (first.replace(tzinfo=None) + HOME_BAN_AT_MOST).replace(tzinfo=AMSTERDAM)


def imposed_at(ban: MeasureData, bans: Iterable[MeasureData]) -> datetime:
    """Return when a home ban was imposed: the beginning of the first of those that it goes on from without a gap."""
    earlier = [
        other
        for other in bans
        if other.against_id == ban.against_id
        and other.from_at < ban.from_at
        and other.until_at is not None
        and other.until_at >= ban.from_at
    ]
    return min((imposed_at(other, earlier) for other in earlier), default=ban.from_at)


def _action(_draft: EntryDraft, action: ActionData, known: Known) -> Iterator[Problem]:
    works_at = known.works_at.get(action.owner_id) if action.owner_id else None
    if works_at is not None and works_at != action.owner_organisation_id:
        yield Problem("owner_id", "works_elsewhere")
    yield from _not_before(action.started_on, action.ended_on, "ended_on")


def _document(_draft: EntryDraft, document: DocumentData, _known: Known) -> Iterator[Problem]:
    if document.content is None:
        return
    if decoded_size(document.content) > MAX_BYTES:
        yield Problem("upload", "too_large")
    elif not is_accepted(document.filename, document.media_type, document.content):
        yield Problem("upload", "not_accepted")


def _not_before(first: date | None, last: date | None, name: str) -> Iterator[Problem]:
    if first is not None and last is not None and last < first:
        yield Problem(name, "before_the_beginning")


OF_KIND: dict[EntryKind, Callable[[EntryDraft, Any, Known], Iterator[Problem]]] = {
    EntryKind.CONTACT: _contact,
    EntryKind.VOICE: _voice,
    EntryKind.INCIDENT: _incident,
    EntryKind.ADDRESS: _address,
    EntryKind.ASSESSMENT: _assessment,
    EntryKind.SAFETY_PLAN: _safety_plan,
    EntryKind.MEASURE: _measure,
    EntryKind.DECISION: _decision,
    EntryKind.ACTION: _action,
    EntryKind.DOCUMENT: _document,
}
"""The rules of each kind that has some of its own."""
