"""What the file says, and in which words it can be said."""

from enum import StrEnum
from typing import Any

from flask_babel import lazy_pgettext as _p

from caseflow.models.vocabulary import (
    AddressUse,
    AnalysisPointKind,
    Category,
    Certainty,
    Channel,
    EntryKind,
    Onward,
    ReportNature,
)

CATEGORY: dict[StrEnum, Any] = {
    Category.IDENTITY: _p("category", "Identity"),
    Category.WHEREABOUTS: _p("category", "Whereabouts"),
    Category.SAFETY: _p("category", "Safety"),
    Category.HEALTH: _p("category", "Health"),
    Category.ADDICTION: _p("category", "Addiction"),
    Category.FINANCE: _p("category", "Money"),
    Category.WORK: _p("category", "Work"),
    Category.HOUSING: _p("category", "Housing"),
    Category.EDUCATION: _p("category", "School and education"),
    Category.JUSTICE: _p("category", "Police and justice"),
    Category.CARE: _p("category", "Care and help"),
    Category.RELATIONS: _p("category", "Family and relations"),
    Category.ANALYSIS: _p("category", "Analysis"),
    Category.VOICE: _p("category", "Own words"),
    Category.LEGAL: _p("category", "Legal measures"),
}
ENTRY_KIND: dict[StrEnum, Any] = {
    EntryKind.REPORT: _p("entry", "Report"),
    EntryKind.CONTACT: _p("entry", "Contact"),
    EntryKind.VOICE: _p("entry", "Voice"),
    EntryKind.INCIDENT: _p("entry", "Incident"),
    EntryKind.ADDRESS: _p("entry", "Address or phone number"),
    EntryKind.ASSESSMENT: _p("entry", "Assessment"),
    EntryKind.ANALYSIS: _p("entry", "System analysis"),
    EntryKind.SAFETY_PLAN: _p("entry", "Safety plan"),
    EntryKind.MEASURE: _p("entry", "Legal measure"),
    EntryKind.CONFERENCE: _p("entry", "Case conference"),
    EntryKind.DECISION: _p("entry", "Decision"),
    EntryKind.ACTION: _p("entry", "Action"),
    EntryKind.DOCUMENT: _p("entry", "Document"),
}
CERTAINTY: dict[StrEnum, Any] = {
    Certainty.OBSERVED: _p("certainty", "Seen or heard oneself"),
    Certainty.REPORTED: _p("certainty", "Told by somebody"),
    Certainty.SUSPECTED: _p("certainty", "Suspected"),
    Certainty.DISPUTED: _p("certainty", "Disputed"),
    Certainty.REFUTED: _p("certainty", "Turned out not to be so"),
}
ONWARD: dict[StrEnum, Any] = {
    Onward.FREE: _p("onward", "May be passed on"),
    Onward.ASK_SOURCE: _p("onward", "Only after the source agrees"),
    Onward.NONE: _p("onward", "Stays with the directors"),
}
REPORT_NATURE: dict[StrEnum, Any] = {
    ReportNature.SIGNAL: _p("report", "Signal"),
    ReportNature.FIRST_REPORT: _p("report", "First report"),
    ReportNature.FOLLOW_UP_REPORT: _p("report", "Follow-up report"),
    ReportNature.RE_REPORT: _p("report", "Re-report"),
    ReportNature.ADVICE_REQUEST: _p("report", "Advice request"),
}
CHANNEL: dict[StrEnum, Any] = {
    Channel.HOME_VISIT: _p("channel", "Home visit"),
    Channel.OFFICE: _p("channel", "At the office"),
    Channel.PHONE: _p("channel", "Phone"),
    Channel.VIDEO: _p("channel", "Video call"),
    Channel.MESSAGE: _p("channel", "Message or e-mail"),
    Channel.LETTER: _p("channel", "Letter"),
    Channel.OUTREACH: _p("channel", "Outreach"),
}
ADDRESS_USE: dict[StrEnum, Any] = {
    AddressUse.HOME: _p("address", "Home"),
    AddressUse.SHELTER: _p("address", "Shelter"),
    AddressUse.FAMILY: _p("address", "With family"),
    AddressUse.SCHOOL: _p("address", "School"),
    AddressUse.CHILDCARE: _p("address", "Childcare"),
    AddressUse.WORK: _p("address", "Work"),
    AddressUse.CARE: _p("address", "Care"),
    AddressUse.PHONE: _p("address", "Phone number"),
    AddressUse.EMAIL: _p("address", "E-mail address"),
    AddressUse.OTHER: _p("address", "Other"),
}
ANALYSIS_POINT_KIND: dict[StrEnum, Any] = {
    AnalysisPointKind.TRIGGERS: _p("analysis", "Triggers"),
    AnalysisPointKind.PROTECTIVE: _p("analysis", "What protects"),
}
LABELS: dict[type[StrEnum], dict[StrEnum, Any]] = {
    Category: CATEGORY,
    EntryKind: ENTRY_KIND,
    Certainty: CERTAINTY,
    Onward: ONWARD,
    ReportNature: REPORT_NATURE,
    Channel: CHANNEL,
    AddressUse: ADDRESS_USE,
    AnalysisPointKind: ANALYSIS_POINT_KIND,
}
