"""What people, organisations and the ties between them are called."""

from enum import StrEnum
from typing import Any

from flask_babel import lazy_pgettext as _p

from caseflow.models.vocabulary import (
    Gender,
    OrganisationKind,
    PartyRoleKind,
    RelationshipKind,
    Role,
    WgsParticipant,
)

ROLE: dict[StrEnum, Any] = {
    Role.CASE_DIRECTOR: _p("role", "Case director"),
    Role.TEAM_LEAD: _p("role", "Team lead"),
    Role.PARTNER: _p("role", "Partner professional"),
    Role.EVALUATOR: _p("role", "Evaluator"),
    Role.PRIVACY_OFFICER: _p("role", "Privacy officer"),
    Role.ADMINISTRATOR: _p("role", "Administrator"),
}
ORGANISATION_KIND: dict[StrEnum, Any] = {
    OrganisationKind.MUNICIPALITY: _p("organisation", "Municipality"),
    OrganisationKind.LOCAL_TEAM: _p("organisation", "Local team"),
    OrganisationKind.VEILIG_THUIS: _p("organisation", "Veilig Thuis (domestic violence centre)"),
    OrganisationKind.POLICE: _p("organisation", "Police"),
    OrganisationKind.PROSECUTION: _p("organisation", "Public prosecution service"),
    OrganisationKind.PROBATION: _p("organisation", "Probation service"),
    OrganisationKind.CHILD_PROTECTION_BOARD: _p("organisation", "Child Care and Protection Board"),
    OrganisationKind.YOUTH_PROTECTION: _p("organisation", "Certified youth protection body"),
    OrganisationKind.YOUTH_CARE: _p("organisation", "Youth care"),
    OrganisationKind.MENTAL_HEALTH: _p("organisation", "Mental health care"),
    OrganisationKind.FORENSIC_MENTAL_HEALTH: _p("organisation", "Forensic mental health care"),
    OrganisationKind.ADDICTION_CARE: _p("organisation", "Addiction care"),
    OrganisationKind.WOMENS_SHELTER: _p("organisation", "Women's shelter"),
    OrganisationKind.DEBT_HELP: _p("organisation", "Debt help"),
    OrganisationKind.WORK_AND_INCOME: _p("organisation", "Work and income"),
    OrganisationKind.GP: _p("organisation", "General practitioner"),
    OrganisationKind.HOSPITAL: _p("organisation", "Hospital"),
    OrganisationKind.YOUTH_HEALTH: _p("organisation", "Youth health care"),
    OrganisationKind.SCHOOL: _p("organisation", "School"),
    OrganisationKind.CHILDCARE: _p("organisation", "Childcare"),
    OrganisationKind.HOUSING_CORPORATION: _p("organisation", "Housing corporation"),
    OrganisationKind.VICTIM_SUPPORT: _p("organisation", "Victim support"),
    OrganisationKind.SAFETY_HOUSE: _p("organisation", "Care and safety house"),
    OrganisationKind.LAWYER: _p("organisation", "Lawyer"),
    OrganisationKind.CLIENT_SUPPORT: _p("organisation", "Independent client support"),
    OrganisationKind.EMPLOYER: _p("organisation", "Employer"),
    OrganisationKind.INFORMAL: _p("organisation", "Informal help"),
    OrganisationKind.OTHER: _p("organisation", "Other organisation"),
}
WGS_PARTICIPANT: dict[StrEnum, Any] = {
    WgsParticipant.LID_1: _p("wgs", "Named in article 2.27, paragraph 1 of the Wgs"),
    WgsParticipant.LID_2: _p("wgs", "Named in article 2.27, paragraph 2 of the Wgs"),
    WgsParticipant.NO: _p("wgs", "Not named in the Wgs"),
}
GENDER: dict[StrEnum, Any] = {
    Gender.FEMALE: _p("gender", "Woman"),
    Gender.MALE: _p("gender", "Man"),
    Gender.OTHER: _p("gender", "Other"),
    Gender.UNKNOWN: _p("gender", "Unknown"),
}
PARTY_ROLE_KIND: dict[StrEnum, Any] = {
    PartyRoleKind.VICTIM: _p("party", "Victim"),
    PartyRoleKind.PERPETRATOR: _p("party", "Person causing harm"),
    PartyRoleKind.MUTUAL: _p("party", "Mutual violence"),
    PartyRoleKind.CHILD_DIRECT_VICTIM: _p("party", "Child, direct victim"),
    PartyRoleKind.CHILD_WITNESS: _p("party", "Child, witness"),
    PartyRoleKind.PARTNER: _p("party", "Partner"),
    PartyRoleKind.EX_PARTNER: _p("party", "Ex-partner"),
    PartyRoleKind.PARENT: _p("party", "Parent"),
    PartyRoleKind.STEPPARENT: _p("party", "Stepparent"),
    PartyRoleKind.SIBLING: _p("party", "Brother or sister"),
    PartyRoleKind.GRANDPARENT: _p("party", "Grandparent"),
    PartyRoleKind.OTHER_FAMILY: _p("party", "Other family"),
    PartyRoleKind.HOUSEHOLD_MEMBER: _p("party", "Household member"),
    PartyRoleKind.CARER: _p("party", "Carer"),
    PartyRoleKind.NETWORK_SUPPORT: _p("party", "Support network"),
    PartyRoleKind.FACILITATOR: _p("party", "Facilitator"),
    PartyRoleKind.PRIVATE_REPORTER: _p("party", "Private reporter"),
    PartyRoleKind.LEGAL_REPRESENTATIVE: _p("party", "Legal representative"),
}
RELATIONSHIP_KIND: dict[StrEnum, Any] = {
    RelationshipKind.PARTNER: _p("relationship", "Partner"),
    RelationshipKind.EX_PARTNER: _p("relationship", "Ex-partner"),
    RelationshipKind.MARRIED: _p("relationship", "Married"),
    RelationshipKind.DIVORCED: _p("relationship", "Divorced"),
    RelationshipKind.PARENT_OF: _p("relationship", "Parent of"),
    RelationshipKind.STEPPARENT_OF: _p("relationship", "Stepparent of"),
    RelationshipKind.FOSTER_PARENT_OF: _p("relationship", "Foster parent of"),
    RelationshipKind.GUARDIAN_OF: _p("relationship", "Guardian of"),
    RelationshipKind.CUSTODY_OF: _p("relationship", "Has custody of"),
    RelationshipKind.SIBLING: _p("relationship", "Brother or sister"),
    RelationshipKind.GRANDPARENT_OF: _p("relationship", "Grandparent of"),
    RelationshipKind.OTHER_FAMILY: _p("relationship", "Other family"),
    RelationshipKind.FRIEND: _p("relationship", "Friend"),
    RelationshipKind.NEIGHBOUR: _p("relationship", "Neighbour"),
    RelationshipKind.EMPLOYER_OF: _p("relationship", "Employer of"),
    RelationshipKind.VIOLENCE_AGAINST: _p("relationship", "Violence against"),
    RelationshipKind.NO_CONTACT_WITH: _p("relationship", "No contact with"),
    RelationshipKind.SUPPORTS: _p("relationship", "Supports"),
}
LABELS: dict[type[StrEnum], dict[StrEnum, Any]] = {
    Role: ROLE,
    OrganisationKind: ORGANISATION_KIND,
    WgsParticipant: WGS_PARTICIPANT,
    Gender: GENDER,
    PartyRoleKind: PARTY_ROLE_KIND,
    RelationshipKind: RELATIONSHIP_KIND,
}
