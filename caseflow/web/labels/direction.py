"""How a case runs: phases, plans, measures, milestones, how it ends, and what of it can be changed."""

from enum import StrEnum
from typing import Any

from flask_babel import lazy_pgettext as _p

from caseflow.models.vocabulary import (
    ActionStatus,
    AgreementStatus,
    Basis,
    ClosureReason,
    ConsentForm,
    Editable,
    GlassOutcome,
    LinkAct,
    LinkWarning,
    MeasureKind,
    PartyGroup,
    Phase,
    RequestOutcome,
)

PHASE: dict[StrEnum, Any] = {
    Phase.IMMEDIATE_SAFETY: _p("phase", "Immediate safety"),
    Phase.RISK_LED_CARE: _p("phase", "Risk-led care"),
    Phase.RECOVERY: _p("phase", "Recovery"),
}
CLOSURE_REASON: dict[StrEnum, Any] = {
    ClosureReason.SAFE_STABLE: _p("closure", "Stable and safe"),
    ClosureReason.TRANSFERRED: _p("closure", "Handed over"),
    ClosureReason.MOVED_AWAY: _p("closure", "Moved away"),
    ClosureReason.NO_COOPERATION: _p("closure", "No cooperation"),
    ClosureReason.DECEASED: _p("closure", "Deceased"),
    ClosureReason.WRONG_INTAKE: _p("closure", "Should not have been opened"),
    ClosureReason.OTHER: _p("closure", "Another reason"),
}
GLASS_OUTCOME: dict[StrEnum, Any] = {
    GlassOutcome.JUSTIFIED: _p("break-glass", "Justified"),
    GlassOutcome.NOT_JUSTIFIED: _p("break-glass", "Not justified"),
}
AGREEMENT_STATUS: dict[StrEnum, Any] = {
    AgreementStatus.AGREED: _p("agreement", "Agreed"),
    AgreementStatus.KEPT: _p("agreement", "Kept"),
    AgreementStatus.BROKEN: _p("agreement", "Broken"),
    AgreementStatus.ENDED: _p("agreement", "Ended"),
}
MEASURE_KIND: dict[StrEnum, Any] = {
    MeasureKind.HOME_BAN: _p("measure", "Temporary home ban"),
    MeasureKind.AREA_BAN: _p("measure", "Area ban"),
    MeasureKind.NO_CONTACT_ORDER: _p("measure", "No-contact order"),
    MeasureKind.DETENTION: _p("measure", "Detention"),
    MeasureKind.CONDITIONAL_RELEASE: _p("measure", "Conditional release"),
    MeasureKind.PROBATION_SUPERVISION: _p("measure", "Probation supervision"),
    MeasureKind.SUPERVISION_ORDER: _p("measure", "Supervision order"),
    MeasureKind.OUT_OF_HOME_PLACEMENT: _p("measure", "Out-of-home placement"),
    MeasureKind.CUSTODY_MEASURE: _p("measure", "Custody measure"),
    MeasureKind.OTHER: _p("measure", "Other measure"),
}
ACTION_STATUS: dict[StrEnum, Any] = {
    ActionStatus.PROPOSED: _p("action", "Proposed"),
    ActionStatus.AGREED: _p("action", "Agreed"),
    ActionStatus.WAITING: _p("action", "Waiting list"),
    ActionStatus.RUNNING: _p("action", "Running"),
    ActionStatus.STALLED: _p("action", "Stalled"),
    ActionStatus.DONE: _p("action", "Done"),
    ActionStatus.STOPPED: _p("action", "Stopped"),
}
BASIS: dict[StrEnum, Any] = {
    Basis.PUBLIC_TASK: _p("basis", "Public task"),
    Basis.CONSENT: _p("basis", "Consent"),
    Basis.VITAL_INTEREST: _p("basis", "Vital interest"),
    Basis.WMO_5_1_1: _p("basis", "Wmo 2015, article 5.1.1"),
    Basis.WMO_5_2_6: _p("basis", "Wmo 2015, article 5.2.6"),
    Basis.JEUGDWET_7_3_11: _p("basis", "Youth Act, article 7.3.11"),
    Basis.WGS_2_29: _p("basis", "Wgs, article 2.29"),
    Basis.WTH: _p("basis", "Temporary Home Ban Act"),
    Basis.MELDCODE: _p("basis", "Reporting code"),
    Basis.OTHER_LAW: _p("basis", "Another law"),
}
EDITABLE: dict[StrEnum, Any] = {
    Editable.BRIEF: _p("editable", "What the case is about"),
    Editable.PERSON: _p("editable", "Person"),
    Editable.RELATIONSHIP: _p("editable", "Relationship"),
    Editable.LINK: _p("editable", "Link with a partner"),
    Editable.MILESTONE: _p("editable", "Milestone"),
}
LINK_ACT: dict[StrEnum, Any] = {
    LinkAct.CHANGED: _p("link act", "Changed"),
    LinkAct.NARROWED: _p("link act", "Narrowed"),
    LinkAct.RENEWED: _p("link act", "Renewed"),
    LinkAct.REVOKED: _p("link act", "Revoked"),
    LinkAct.WIDENED: _p("link act", "Widened"),
}
LINK_WARNING: dict[StrEnum, Any] = {
    LinkWarning.BASIS_HEALTH: _p("link warning", "Basis for health data"),
    LinkWarning.BASIS_JUSTICE: _p("link warning", "Basis for data of a criminal nature"),
    LinkWarning.CONSENT: _p("link warning", "Consent"),
    LinkWarning.OUTSIDE_WGS: _p("link warning", "Outside the Wgs"),
    LinkWarning.HELD_BY_SOURCE: _p("link warning", "Entries that their source has not released"),
    LinkWarning.NO_AGREEMENT: _p("link warning", "Outside a sharing agreement"),
}
CONSENT_FORM: dict[StrEnum, Any] = {
    ConsentForm.SIGNED_FORM: _p("consent", "Signed form"),
    ConsentForm.SPOKEN: _p("consent", "Spoken"),
}
PARTY_GROUP: dict[StrEnum, Any] = {
    PartyGroup.EVERYONE: _p("party group", "Everybody"),
    PartyGroup.ADULTS: _p("party group", "Adults"),
    PartyGroup.CHILDREN: _p("party group", "Children"),
}
REQUEST_OUTCOME: dict[StrEnum, Any] = {
    RequestOutcome.GRANTED: _p("request", "Granted"),
    RequestOutcome.PARTLY: _p("request", "Partly granted"),
    RequestOutcome.REFUSED: _p("request", "Refused"),
}
LABELS: dict[type[StrEnum], dict[StrEnum, Any]] = {
    Phase: PHASE,
    ClosureReason: CLOSURE_REASON,
    GlassOutcome: GLASS_OUTCOME,
    AgreementStatus: AGREEMENT_STATUS,
    MeasureKind: MEASURE_KIND,
    ActionStatus: ACTION_STATUS,
    Basis: BASIS,
    Editable: EDITABLE,
    LinkAct: LINK_ACT,
    LinkWarning: LINK_WARNING,
    ConsentForm: CONSENT_FORM,
    PartyGroup: PARTY_GROUP,
    RequestOutcome: REQUEST_OUTCOME,
}
