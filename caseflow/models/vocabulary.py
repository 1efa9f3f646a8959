"""The fixed words of the field. What they mean on screen stands in web/terms.py."""

from enum import StrEnum


class Category(StrEnum):
    """What an entry is about."""

    IDENTITY = "identity"
    WHEREABOUTS = "whereabouts"
    SAFETY = "safety"
    HEALTH = "health"
    ADDICTION = "addiction"
    FINANCE = "finance"
    WORK = "work"
    HOUSING = "housing"
    EDUCATION = "education"
    JUSTICE = "justice"
    CARE = "care"
    RELATIONS = "relations"
    ANALYSIS = "analysis"
    VOICE = "voice"
    LEGAL = "legal"


class Basis(StrEnum):
    """The lawful basis on which data is shared."""

    PUBLIC_TASK = "public_task"
    CONSENT = "consent"
    VITAL_INTEREST = "vital_interest"
    WMO_5_1_1 = "wmo_5_1_1"
    WMO_5_2_6 = "wmo_5_2_6"
    JEUGDWET_7_3_11 = "jeugdwet_7_3_11"
    WGS_2_29 = "wgs_2_29"
    WTH = "wth"
    MELDCODE = "meldcode"
    OTHER_LAW = "other_law"


class OrganisationKind(StrEnum):
    """What kind of organisation takes part."""

    MUNICIPALITY = "municipality"
    LOCAL_TEAM = "local_team"
    VEILIG_THUIS = "veilig_thuis"
    POLICE = "police"
    PROSECUTION = "prosecution"
    PROBATION = "probation"
    CHILD_PROTECTION_BOARD = "child_protection_board"
    YOUTH_PROTECTION = "youth_protection"
    YOUTH_CARE = "youth_care"
    MENTAL_HEALTH = "mental_health"
    FORENSIC_MENTAL_HEALTH = "forensic_mental_health"
    ADDICTION_CARE = "addiction_care"
    WOMENS_SHELTER = "womens_shelter"
    DEBT_HELP = "debt_help"
    WORK_AND_INCOME = "work_and_income"
    GP = "gp"
    HOSPITAL = "hospital"
    YOUTH_HEALTH = "youth_health"
    SCHOOL = "school"
    CHILDCARE = "childcare"
    HOUSING_CORPORATION = "housing_corporation"
    VICTIM_SUPPORT = "victim_support"
    SAFETY_HOUSE = "safety_house"
    LAWYER = "lawyer"
    CLIENT_SUPPORT = "client_support"
    EMPLOYER = "employer"
    INFORMAL = "informal"
    OTHER = "other"


class WgsParticipant(StrEnum):
    """Whether the Wgs names the organisation as participant (art. 2.27), and in which paragraph."""

    LID_1 = "lid_1"
    LID_2 = "lid_2"
    NO = "no"


class Role(StrEnum):
    """What an account is for. Nothing is inherited from another role."""

    CASE_DIRECTOR = "case_director"
    TEAM_LEAD = "team_lead"
    PARTNER = "partner"
    EVALUATOR = "evaluator"
    PRIVACY_OFFICER = "privacy_officer"
    ADMINISTRATOR = "administrator"


class Gender(StrEnum):
    """The gender of a person."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class PartyRoleKind(StrEnum):
    """What a person is in a case, from a date until a date."""

    VICTIM = "victim"
    PERPETRATOR = "perpetrator"
    MUTUAL = "mutual"
    CHILD_DIRECT_VICTIM = "child_direct_victim"
    CHILD_WITNESS = "child_witness"
    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    PARENT = "parent"
    STEPPARENT = "stepparent"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    OTHER_FAMILY = "other_family"
    HOUSEHOLD_MEMBER = "household_member"
    CARER = "carer"
    NETWORK_SUPPORT = "network_support"
    FACILITATOR = "facilitator"
    PRIVATE_REPORTER = "private_reporter"
    LEGAL_REPRESENTATIVE = "legal_representative"


class RelationshipKind(StrEnum):
    """How one party stands to another."""

    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    MARRIED = "married"
    DIVORCED = "divorced"
    PARENT_OF = "parent_of"
    STEPPARENT_OF = "stepparent_of"
    FOSTER_PARENT_OF = "foster_parent_of"
    GUARDIAN_OF = "guardian_of"
    CUSTODY_OF = "custody_of"
    SIBLING = "sibling"
    GRANDPARENT_OF = "grandparent_of"
    OTHER_FAMILY = "other_family"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    EMPLOYER_OF = "employer_of"
    VIOLENCE_AGAINST = "violence_against"
    NO_CONTACT_WITH = "no_contact_with"
    SUPPORTS = "supports"


class Phase(StrEnum):
    """Phased safety: van Arum and Vogtlander, 2016."""

    IMMEDIATE_SAFETY = "immediate_safety"
    RISK_LED_CARE = "risk_led_care"
    RECOVERY = "recovery"


class ClosureReason(StrEnum):
    """Why direction ends."""

    SAFE_STABLE = "safe_stable"
    TRANSFERRED = "transferred"
    MOVED_AWAY = "moved_away"
    NO_COOPERATION = "no_cooperation"
    DECEASED = "deceased"
    WRONG_INTAKE = "wrong_intake"
    OTHER = "other"


class EntryKind(StrEnum):
    """The thirteen kinds of entry."""

    REPORT = "report"
    CONTACT = "contact"
    VOICE = "voice"
    INCIDENT = "incident"
    ADDRESS = "address"
    ASSESSMENT = "assessment"
    ANALYSIS = "analysis"
    SAFETY_PLAN = "safety_plan"
    MEASURE = "measure"
    CONFERENCE = "conference"
    DECISION = "decision"
    ACTION = "action"
    DOCUMENT = "document"


class Certainty(StrEnum):
    """How sure it is that it happened."""

    OBSERVED = "observed"
    REPORTED = "reported"
    SUSPECTED = "suspected"
    DISPUTED = "disputed"
    REFUTED = "refuted"


class Onward(StrEnum):
    """Whether the source lets it travel further."""

    FREE = "free"
    ASK_SOURCE = "ask_source"
    NONE = "none"


class ReportNature(StrEnum):
    """What kind of report it is."""

    SIGNAL = "signal"
    FIRST_REPORT = "first_report"
    FOLLOW_UP_REPORT = "follow_up_report"
    RE_REPORT = "re_report"
    ADVICE_REQUEST = "advice_request"


class ViolenceKind(StrEnum):
    """The kind of violence, in the words of the national statistics."""

    CHILD_ABUSE = "child_abuse"
    VIOLENCE_AGAINST_PARENTS = "violence_against_parents"
    PARTNER_VIOLENCE = "partner_violence"
    EX_PARTNER_VIOLENCE = "ex_partner_violence"
    ELDER_ABUSE = "elder_abuse"
    OTHER = "other"
    NONE = "none"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """How a contact took place."""

    HOME_VISIT = "home_visit"
    OFFICE = "office"
    PHONE = "phone"
    VIDEO = "video"
    MESSAGE = "message"
    LETTER = "letter"
    OUTREACH = "outreach"


class ViolenceForm(StrEnum):
    """The form that violence took."""

    PHYSICAL = "physical"
    SEXUAL = "sexual"
    PSYCHOLOGICAL = "psychological"
    COERCIVE_CONTROL = "coercive_control"
    FINANCIAL = "financial"
    NEGLECT = "neglect"
    STALKING = "stalking"
    THREAT = "threat"
    DIGITAL = "digital"
    PROPERTY = "property"
    WITNESS_CHILD = "witness_child"


class IncidentContext(StrEnum):
    """Circumstances that make an incident graver."""

    HONOUR_RELATED = "honour_related"
    HIGH_CONFLICT_SEPARATION = "high_conflict_separation"
    TRAFFICKING = "trafficking"
    FEMALE_GENITAL_MUTILATION = "female_genital_mutilation"
    FORCED_MARRIAGE = "forced_marriage"
    PREGNANT = "pregnant"
    WEAPON = "weapon"
    STRANGULATION = "strangulation"
    SUICIDE_THREAT = "suicide_threat"
    BREACH_OF_MEASURE = "breach_of_measure"


class IncidentPart(StrEnum):
    """A party's part in an incident."""

    BY = "by"
    AGAINST = "against"
    WITNESSED_BY = "witnessed_by"


class AddressUse(StrEnum):
    """What a whereabouts fact is for."""

    HOME = "home"
    SHELTER = "shelter"
    FAMILY = "family"
    SCHOOL = "school"
    CHILDCARE = "childcare"
    WORK = "work"
    CARE = "care"
    PHONE = "phone"
    EMAIL = "email"
    OTHER = "other"


class AnalysisPointKind(StrEnum):
    """What a point of a system analysis is."""

    TRIGGERS = "triggers"
    PROTECTIVE = "protective"


class AgreementStatus(StrEnum):
    """How a safety agreement goes."""

    AGREED = "agreed"
    KEPT = "kept"
    BROKEN = "broken"
    ENDED = "ended"


class MeasureKind(StrEnum):
    """A legal measure."""

    HOME_BAN = "home_ban"
    AREA_BAN = "area_ban"
    NO_CONTACT_ORDER = "no_contact_order"
    DETENTION = "detention"
    CONDITIONAL_RELEASE = "conditional_release"
    PROBATION_SUPERVISION = "probation_supervision"
    SUPERVISION_ORDER = "supervision_order"
    OUT_OF_HOME_PLACEMENT = "out_of_home_placement"
    CUSTODY_MEASURE = "custody_measure"
    OTHER = "other"


class ActionStatus(StrEnum):
    """How an action goes."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    WAITING = "waiting"
    RUNNING = "running"
    STALLED = "stalled"
    DONE = "done"
    STOPPED = "stopped"


class GlassOutcome(StrEnum):
    """What a reviewer says of a case that was opened in an emergency."""

    JUSTIFIED = "justified"
    NOT_JUSTIFIED = "not_justified"


class Editable(StrEnum):
    """What is edited and is no entry; what it said before is kept."""

    BRIEF = "brief"
    PERSON = "person"
    RELATIONSHIP = "relationship"
    LINK = "link"
    MILESTONE = "milestone"


class PartyGroup(StrEnum):
    """Whom in a case a usual scope is about."""

    EVERYONE = "everyone"
    ADULTS = "adults"
    CHILDREN = "children"


class LinkAct(StrEnum):
    """What was done with a link after it was made, or why it was made anew."""

    CHANGED = "changed"
    NARROWED = "narrowed"
    RENEWED = "renewed"
    REVOKED = "revoked"
    WIDENED = "widened"


class LinkWarning(StrEnum):
    """What somebody who links a partner must answer before it is saved."""

    BASIS_HEALTH = "basis_health"
    BASIS_JUSTICE = "basis_justice"
    CONSENT = "consent"
    OUTSIDE_WGS = "outside_wgs"
    HELD_BY_SOURCE = "held_by_source"
    NO_AGREEMENT = "no_agreement"


class ConsentForm(StrEnum):
    """How somebody consented."""

    SIGNED_FORM = "signed_form"
    SPOKEN = "spoken"


class RequestOutcome(StrEnum):
    """What was answered to who asked for something."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
