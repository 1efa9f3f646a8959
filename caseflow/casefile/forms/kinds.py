"""Which form goes with which kind of entry, and how the kinds are offered to who writes."""

from typing import Any

from flask_babel import lazy_gettext as _l

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.forms.action import ActionForm
from caseflow.casefile.forms.address import AddressForm
from caseflow.casefile.forms.analysis import AnalysisForm
from caseflow.casefile.forms.assessment import AssessmentForm, ZrmForm
from caseflow.casefile.forms.conference import ConferenceForm
from caseflow.casefile.forms.contact import ContactForm
from caseflow.casefile.forms.decision import DecisionForm
from caseflow.casefile.forms.document import DocumentForm
from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.incident import IncidentForm
from caseflow.casefile.forms.measure import MeasureForm
from caseflow.casefile.forms.report import ReportForm
from caseflow.casefile.forms.safety_plan import SafetyPlanForm
from caseflow.casefile.forms.voice import VoiceForm
from caseflow.casefile.instruments import ZRM
from caseflow.models.vocabulary import EntryKind

FORMS: dict[EntryKind, type[EntryForm]] = {
    form.kind: form
    for form in (
        ContactForm,
        VoiceForm,
        IncidentForm,
        ReportForm,
        SafetyPlanForm,
        MeasureForm,
        ActionForm,
        DecisionForm,
        ConferenceForm,
        AssessmentForm,
        AnalysisForm,
        AddressForm,
        DocumentForm,
    )
}
"""The form of every kind, what is written most often first."""
HINTS: dict[EntryKind, Any] = {
    EntryKind.CONTACT: _l("You spoke to somebody, visited them, or got a message."),
    EntryKind.VOICE: _l("What somebody says about it, in their own words."),
    EntryKind.INCIDENT: _l("Violence took place, or a threat."),
    EntryKind.REPORT: _l("An organisation reported something, or sent a signal."),
    EntryKind.SAFETY_PLAN: _l("Agreements that keep people safe."),
    EntryKind.MEASURE: _l("A home ban, a no-contact order, supervision, custody."),
    EntryKind.ACTION: _l("An organisation will do something."),
    EntryKind.DECISION: _l("Something was decided: by you, a judge, a partner."),
    EntryKind.CONFERENCE: _l("A meeting about this case, held or planned."),
    EntryKind.ASSESSMENT: _l("The result of an instrument or a judgement of risk."),
    EntryKind.ANALYSIS: _l("The pattern in this family, and what you think is behind it."),
    EntryKind.ADDRESS: _l("Where somebody is, or how to reach them safely."),
    EntryKind.DOCUMENT: _l("A letter, photo or other file."),
}
"""When to choose a kind, in a director's words."""
OCCURRED: dict[EntryKind, Any] = {
    EntryKind.MEASURE: _l("When was it imposed?"),
    EntryKind.CONFERENCE: _l("When was or is the meeting?"),
    EntryKind.DECISION: _l("When was it decided?"),
    EntryKind.ACTION: _l("When was it agreed?"),
    EntryKind.ADDRESS: _l("When did you hear this?"),
    EntryKind.VOICE: _l("When did they say this?"),
    EntryKind.DOCUMENT: _l("From when is it?"),
    EntryKind.ASSESSMENT: _l("When was it assessed?"),
    EntryKind.SAFETY_PLAN: _l("When was it agreed?"),
    EntryKind.ANALYSIS: _l("When was it drawn up?"),
}
"""The question about time, where "When did it happen?" does not fit."""


def form_for(kind: EntryKind, instrument: str | None = None) -> type[EntryForm]:
    """Return the form of a kind; the ZRM has one of its own."""
    return ZrmForm if kind is EntryKind.ASSESSMENT and instrument == ZRM else FORMS[kind]


def form_of(draft: EntryDraft) -> type[EntryForm]:
    """Return the form on which an entry that stands can be edited without losing anything."""
    return ZrmForm if draft.kind is EntryKind.ASSESSMENT and ZrmForm.fits(draft.data) else FORMS[draft.kind]
