"""The words for violence and its circumstances: those of the national statistics."""

from enum import StrEnum
from typing import Any

from flask_babel import lazy_pgettext as _p

from caseflow.models.vocabulary import (
    IncidentContext,
    IncidentPart,
    ViolenceForm,
    ViolenceKind,
)

VIOLENCE_KIND: dict[StrEnum, Any] = {
    ViolenceKind.CHILD_ABUSE: _p("violence", "Child abuse and neglect"),
    ViolenceKind.VIOLENCE_AGAINST_PARENTS: _p("violence", "Violence against parents"),
    ViolenceKind.PARTNER_VIOLENCE: _p("violence", "Partner violence"),
    ViolenceKind.EX_PARTNER_VIOLENCE: _p("violence", "Ex-partner violence"),
    ViolenceKind.ELDER_ABUSE: _p("violence", "Elder abuse"),
    ViolenceKind.OTHER: _p("violence", "Other domestic violence"),
    ViolenceKind.NONE: _p("violence", "No violence"),
    ViolenceKind.UNKNOWN: _p("violence", "Unknown"),
}
VIOLENCE_FORM: dict[StrEnum, Any] = {
    ViolenceForm.PHYSICAL: _p("form", "Physical violence"),
    ViolenceForm.SEXUAL: _p("form", "Sexual violence"),
    ViolenceForm.PSYCHOLOGICAL: _p("form", "Psychological violence"),
    ViolenceForm.COERCIVE_CONTROL: _p("form", "Coercive control"),
    ViolenceForm.FINANCIAL: _p("form", "Financial abuse"),
    ViolenceForm.NEGLECT: _p("form", "Neglect"),
    ViolenceForm.STALKING: _p("form", "Stalking"),
    ViolenceForm.THREAT: _p("form", "Threat"),
    ViolenceForm.DIGITAL: _p("form", "Digital violence"),
    ViolenceForm.PROPERTY: _p("form", "Damage to things"),
    ViolenceForm.WITNESS_CHILD: _p("form", "Child saw or heard it"),
}
INCIDENT_CONTEXT: dict[StrEnum, Any] = {
    IncidentContext.HONOUR_RELATED: _p("context", "Honour-related"),
    IncidentContext.HIGH_CONFLICT_SEPARATION: _p("context", "High-conflict separation"),
    IncidentContext.TRAFFICKING: _p("context", "Human trafficking"),
    IncidentContext.FEMALE_GENITAL_MUTILATION: _p("context", "Female genital mutilation"),
    IncidentContext.FORCED_MARRIAGE: _p("context", "Forced marriage"),
    IncidentContext.PREGNANT: _p("context", "Pregnancy"),
    IncidentContext.WEAPON: _p("context", "Weapon"),
    IncidentContext.STRANGULATION: _p("context", "Strangulation"),
    IncidentContext.SUICIDE_THREAT: _p("context", "Threat of suicide"),
    IncidentContext.BREACH_OF_MEASURE: _p("context", "Breach of a measure"),
}
INCIDENT_PART: dict[StrEnum, Any] = {
    IncidentPart.BY: _p("part", "By"),
    IncidentPart.AGAINST: _p("part", "Against"),
    IncidentPart.WITNESSED_BY: _p("part", "Witnessed by"),
}
LABELS: dict[type[StrEnum], dict[StrEnum, Any]] = {
    ViolenceKind: VIOLENCE_KIND,
    ViolenceForm: VIOLENCE_FORM,
    IncidentContext: INCIDENT_CONTEXT,
    IncidentPart: INCIDENT_PART,
}
