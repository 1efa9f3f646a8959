"""What each kind of entry holds besides what every entry holds: one frozen dataclass per kind.

Names are those of the columns; where a bundle says it otherwise, the field says so. What is absent is None or empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from caseflow.casefile.members import NOT_IN_BUNDLE, member, organisation, party, user
from caseflow.models.vocabulary import (
    ActionStatus,
    AddressUse,
    AgreementStatus,
    Channel,
    EntryKind,
    IncidentContext,
    MeasureKind,
    Phase,
    ReportNature,
    ViolenceForm,
    ViolenceKind,
)


@dataclass(frozen=True, kw_only=True)
class ReportData:
    """From whom to whom, and of what nature."""

    from_organisation_id: UUID | None = field(default=None, metadata=organisation("from_organisation"))
    to_organisation_id: UUID | None = field(default=None, metadata=organisation("to_organisation"))
    nature: ReportNature | None = None
    violence_kind: ViolenceKind | None = None


@dataclass(frozen=True, kw_only=True)
class ContactData:
    """How, how many minutes, with which parties."""

    channel: Channel | None = None
    minutes: int | None = None
    with_ids: tuple[UUID, ...] = field(default=(), metadata=party("with"))


@dataclass(frozen=True, kw_only=True)
class VoiceData:
    """Whose voice, on what theme. Motivation 0 to 4, felt safety 0 to 10."""

    party_id: UUID = field(metadata=party("party"))
    theme: str
    wish: str | None = None
    motivation: int | None = None
    safety: int | None = None


@dataclass(frozen=True, kw_only=True)
class IncidentData:
    """Which forms of violence, how severe (1 to 3), by and against whom."""

    forms: tuple[ViolenceForm, ...]
    severity: int
    by_ids: tuple[UUID, ...] = field(default=(), metadata=party("by"))
    against_ids: tuple[UUID, ...] = field(default=(), metadata=party("against"))
    witnessed_by_ids: tuple[UUID, ...] = field(default=(), metadata=party("witnessed_by"))
    context: tuple[IncidentContext, ...] = ()
    police_involved: bool | None = None


@dataclass(frozen=True, kw_only=True)
class AddressData:
    """Where somebody can be found or reached. Always sealed."""

    party_id: UUID = field(metadata=party("party"))
    use: AddressUse
    text: str
    from_on: date | None = field(default=None, metadata=member("from"))
    until_on: date | None = field(default=None, metadata=member("until"))
    safe_contact: str | None = None


@dataclass(frozen=True, kw_only=True)
class AssessmentData:
    """What an instrument or an assessor found about one party."""

    instrument: str
    instrument_version: str | None = field(default=None, metadata=member("version"))
    about_id: UUID = field(metadata=party("about"))
    scores: Mapping[str, float] = field(default_factory=dict)
    level: str | None = None
    conclusion: str | None = None


@dataclass(frozen=True, kw_only=True)
class AnalysisData:
    """A version of the system analysis. Pattern progress 0 to 4."""

    analysis_version: int | None = field(default=None, metadata=member("version"))
    pattern: str | None = None
    triggers: tuple[str, ...] = ()
    protective: tuple[str, ...] = ()
    hypothesis: str | None = None
    would_refute: str | None = None
    pattern_progress: int | None = None


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """One agreement of a safety plan: who keeps it, who watches, when it is checked."""

    text: str
    kept_by_id: UUID | None = field(default=None, metadata=party("kept_by"))
    watched_by: str | None = None
    check_on: date | None = None
    status: AgreementStatus | None = None


@dataclass(frozen=True, kw_only=True)
class SafetyPlanData:
    """A version of the safety plan, with its agreements in order."""

    plan_version: int = field(metadata=member("version"))
    danger: str | None = None
    goal: str | None = None
    agreements: tuple[Agreement, ...]
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class MeasureData:
    """A legal measure, from (included) until (excluded), to the minute."""

    measure: MeasureKind
    from_at: datetime = field(metadata=member("from"))
    until_at: datetime | None = field(default=None, metadata=member("until"))
    against_id: UUID | None = field(default=None, metadata=party("against"))
    no_contact_with_ids: tuple[UUID, ...] = field(default=(), metadata=party("no_contact_with"))
    authority: str | None = None


@dataclass(frozen=True, kw_only=True)
class ConferenceData:
    """Who at work attended, and what was decided, in order."""

    attendee_ids: tuple[UUID, ...] = field(default=(), metadata=user("attendees"))
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DecisionData:
    """Who took the decision and until when it holds."""

    decided_by: str | None = None
    until_on: date | None = field(default=None, metadata=member("until"))


@dataclass(frozen=True, kw_only=True)
class ActionData:
    """What one organisation does, with one accountable owner. Fit of help 0 to 4."""

    title: str
    owner_organisation_id: UUID = field(metadata=organisation("owner_organisation"))
    owner_id: UUID | None = field(default=None, metadata=user("owner"))
    domain: str | None = None
    phase: Phase | None = None
    due_on: date | None = None
    status: ActionStatus | None = None
    started_on: date | None = None
    ended_on: date | None = None
    fit: int | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentData:
    """A file. The content is base64; None where it was not asked for, and on an edit that keeps it.

    Size in bytes, unsealed and decoded; read-only: storing counts it again.
    """

    filename: str
    media_type: str
    content: str | None = field(metadata=member("base64"))
    size: int | None = field(default=None, metadata=NOT_IN_BUNDLE)


Data = (
    ReportData
    | ContactData
    | VoiceData
    | IncidentData
    | AddressData
    | AssessmentData
    | AnalysisData
    | SafetyPlanData
    | MeasureData
    | ConferenceData
    | DecisionData
    | ActionData
    | DocumentData
)

DATA_OF: dict[EntryKind, type[Data]] = {
    EntryKind.REPORT: ReportData,
    EntryKind.CONTACT: ContactData,
    EntryKind.VOICE: VoiceData,
    EntryKind.INCIDENT: IncidentData,
    EntryKind.ADDRESS: AddressData,
    EntryKind.ASSESSMENT: AssessmentData,
    EntryKind.ANALYSIS: AnalysisData,
    EntryKind.SAFETY_PLAN: SafetyPlanData,
    EntryKind.MEASURE: MeasureData,
    EntryKind.CONFERENCE: ConferenceData,
    EntryKind.DECISION: DecisionData,
    EntryKind.ACTION: ActionData,
    EntryKind.DOCUMENT: DocumentData,
}
"""The kind of an entry and what it holds."""

KIND_OF: dict[type[Data], EntryKind] = {shape: kind for kind, shape in DATA_OF.items()}
"""What an entry holds and its kind."""
