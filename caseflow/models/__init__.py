"""What is stored: tables, columns and constraints, no behaviour. `from caseflow import models` gives them all."""

from caseflow.models.audit import AuditHead, AuditRow, AuditSeal, SealedHead
from caseflow.models.case import (
    Case,
    CaseBrief,
    Closure,
    ClosureProposal,
    Deputy,
    FormerDirector,
    PhaseChange,
)
from caseflow.models.directory import Credential, Organisation, Team, User, UserRole
from caseflow.models.earlier import EarlierText
from caseflow.models.entry import (
    Entry,
    EntryConcern,
    EntryDisclosure,
    EntryOrigin,
    EntryRelease,
    EntryVersion,
)
from caseflow.models.events import (
    Conference,
    ConferenceAttendee,
    ConferenceDecision,
    Contact,
    ContactWith,
    Decision,
    Document,
    Incident,
    IncidentForm,
    IncidentMark,
    IncidentParty,
    Report,
    Voice,
)
from caseflow.models.followup import Milestone
from caseflow.models.insight import Address, Analysis, AnalysisPoint, Assessment, AssessmentScore
from caseflow.models.party import Party, PartyRole, Person, Relationship
from caseflow.models.plan import (
    Measure,
    MeasureNoContact,
    PlannedAction,
    SafetyAgreement,
    SafetyPlan,
)
from caseflow.models.reach import ReachCount
from caseflow.models.search import SearchTerms, SearchToken
from caseflow.models.session import ApiToken, Attempt, HandledPost, UserSession, Visit
from caseflow.models.sharing import Exclusion, Link, LinkProfessional, PartyLabel, ScopeCell

__all__ = [
    "Address",
    "Analysis",
    "AnalysisPoint",
    "ApiToken",
    "Assessment",
    "AssessmentScore",
    "Attempt",
    "AuditHead",
    "AuditRow",
    "AuditSeal",
    "Case",
    "CaseBrief",
    "Closure",
    "ClosureProposal",
    "Conference",
    "ConferenceAttendee",
    "ConferenceDecision",
    "Contact",
    "ContactWith",
    "Credential",
    "Decision",
    "Deputy",
    "Document",
    "EarlierText",
    "Entry",
    "EntryConcern",
    "EntryDisclosure",
    "EntryOrigin",
    "EntryRelease",
    "EntryVersion",
    "Exclusion",
    "FormerDirector",
    "HandledPost",
    "Incident",
    "IncidentForm",
    "IncidentMark",
    "IncidentParty",
    "Link",
    "LinkProfessional",
    "Measure",
    "MeasureNoContact",
    "Milestone",
    "Organisation",
    "Party",
    "PartyLabel",
    "PartyRole",
    "Person",
    "PhaseChange",
    "PlannedAction",
    "ReachCount",
    "Relationship",
    "Report",
    "SafetyAgreement",
    "SafetyPlan",
    "ScopeCell",
    "SealedHead",
    "SearchTerms",
    "SearchToken",
    "Team",
    "User",
    "UserRole",
    "UserSession",
    "Visit",
    "Voice",
]
