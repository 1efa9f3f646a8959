"""One synthetic entry."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from caseflow.casefile import kinds
from caseflow.casefile.drafts import EntryDraft
from caseflow.models.vocabulary import (
    ActionStatus,
    AddressUse,
    Category,
    Channel,
    MeasureKind,
    Onward,
    ReportNature,
    ViolenceForm,
)
from caseflow.seeding.chance import Chance
from caseflow.seeding.region import Partner
from caseflow.seeding.words import SENTENCES, STREETS


@dataclass(frozen=True)
class Setting:
    """What the entries of a case refer to."""

    case_id: UUID
    opened_on: date
    days: int
    director_id: UUID
    municipality_id: UUID
    party_ids: tuple[UUID, ...]
    partners: tuple[Partner, ...]


def draw_entry(chance: Chance, setting: Setting) -> EntryDraft:
    """Draw an entry of any kind but a document, about one to three parties."""
    draw, category = chance.weighted(_KINDS, _WEIGHTS)
    concerns = tuple(chance.some(setting.party_ids, chance.weighted((1, 2, 3), (6, 3, 1))))
    occurred_at = chance.moment_after(setting.opened_on, setting.days)
    partner = chance.one(setting.partners) if chance.holds(0.3) else None
    protected = category is Category.WHEREABOUTS and chance.holds(0.3)
    return EntryDraft(
        occurred_at=occurred_at,
        recorded_at=occurred_at + timedelta(minutes=chance.number(0, 600)),
        author_id=chance.one(partner.user_ids) if partner else setting.director_id,
        source_id=partner.id if partner else setting.municipality_id,
        category=category or chance.one(_CATEGORIES),
        concerns=concerns,
        directors_only=chance.holds(0.03),
        protected=protected,
        onward=chance.weighted((Onward.FREE, Onward.ASK_SOURCE, Onward.NONE), (90, 8, 2)),
        body=" ".join(chance.some(SENTENCES, chance.number(1, 4))),
        data=draw(chance, setting, concerns),
    )


Concerns = tuple[UUID, ...]


def _contact(chance: Chance, _setting: Setting, concerns: Concerns) -> kinds.Data:
    return kinds.ContactData(
        channel=chance.one(list(Channel)), minutes=chance.number(5, 90), with_ids=concerns[:1]
    )


def _voice(chance: Chance, _setting: Setting, concerns: Concerns) -> kinds.Data:
    return kinds.VoiceData(
        party_id=concerns[0],
        theme="Hoe het gaat",
        motivation=chance.number(0, 4),
        safety=chance.number(0, 10),
    )


def _incident(chance: Chance, _setting: Setting, concerns: Concerns) -> kinds.Data:
    return kinds.IncidentData(
        forms=(chance.one(list(ViolenceForm)),), severity=chance.number(1, 3), against_ids=concerns[:1]
    )


def _report(chance: Chance, setting: Setting, _concerns: Concerns) -> kinds.Data:
    sender = chance.one(setting.partners).id
    return kinds.ReportData(from_organisation_id=sender, nature=chance.one(list(ReportNature)))


def _address(chance: Chance, _setting: Setting, concerns: Concerns) -> kinds.Data:
    text = f"{chance.one(STREETS)} {chance.number(1, 200)}, Zuiderveen"
    return kinds.AddressData(party_id=concerns[0], use=AddressUse.HOME, text=text)


def _assessment(chance: Chance, _setting: Setting, concerns: Concerns) -> kinds.Data:
    scores = {name: float(chance.number(1, 5)) for name in ("finance", "housing", "mental_health")}
    return kinds.AssessmentData(
        instrument="ZRM", instrument_version="2017", about_id=concerns[0], scores=scores
    )


def _safety_plan(_chance: Chance, _setting: Setting, _concerns: Concerns) -> kinds.Data:
    agreements = tuple(kinds.Agreement(text=sentence) for sentence in SENTENCES[:3])
    return kinds.SafetyPlanData(plan_version=1, agreements=agreements)


def _decision(_chance: Chance, _setting: Setting, _concerns: Concerns) -> kinds.Data:
    return kinds.DecisionData(decided_by="De regisseur")


def _action(chance: Chance, setting: Setting, _concerns: Concerns) -> kinds.Data:
    owner = chance.one(setting.partners).id
    return kinds.ActionData(
        title="Steun regelen", owner_organisation_id=owner, status=chance.one(list(ActionStatus))
    )


def _measure(chance: Chance, setting: Setting, concerns: Concerns) -> kinds.Data:
    from_at = chance.moment_after(setting.opened_on, setting.days)
    return kinds.MeasureData(measure=MeasureKind.HOME_BAN, from_at=from_at, against_id=concerns[0])


def _conference(chance: Chance, setting: Setting, _concerns: Concerns) -> kinds.Data:
    attendees = (setting.director_id, chance.one(setting.partners).user_ids[0])
    return kinds.ConferenceData(attendee_ids=attendees, decisions=(chance.one(SENTENCES),))


Draw = Callable[[Chance, Setting, Concerns], kinds.Data]
_SHARES: tuple[tuple[float, Draw, Category | None], ...] = (
    (45, _contact, None),
    (12, _voice, Category.VOICE),
    (8, _incident, Category.SAFETY),
    (5, _report, Category.SAFETY),
    (4, _address, Category.WHEREABOUTS),
    (5, _assessment, Category.ANALYSIS),
    (3, _safety_plan, Category.SAFETY),
    (6, _decision, None),
    (9, _action, Category.CARE),
    (1, _measure, Category.JUSTICE),
    (2, _conference, Category.SAFETY),
)
_WEIGHTS = [weight for weight, _draw, _category in _SHARES]
_KINDS = [(draw, category) for _weight, draw, category in _SHARES]
_CATEGORIES = (Category.SAFETY, Category.CARE, Category.EDUCATION, Category.HEALTH, Category.FINANCE)
