"""One sentence with a word, for who chooses it from a list."""

from enum import StrEnum
from typing import Any

from flask_babel import lazy_pgettext as _p

from caseflow.models.vocabulary import Basis, Category, Onward, Phase

EXPLANATIONS: dict[type[StrEnum], dict[StrEnum, Any]] = {
    Category: {
        Category.IDENTITY: _p("explanation", "Name, birth date, gender, roles in the case"),
        Category.WHEREABOUTS: _p("explanation", "Where somebody is and how to reach them"),
        Category.SAFETY: _p("explanation", "Violence, threats, agreements, measures"),
        Category.HEALTH: _p("explanation", "Body and mind"),
        Category.ADDICTION: _p("explanation", "Drink, drugs, gambling"),
        Category.FINANCE: _p("explanation", "Income and debts"),
        Category.WORK: _p("explanation", "Work and daytime activities"),
        Category.HOUSING: _p("explanation", "The home and the neighbourhood"),
        Category.EDUCATION: _p("explanation", "School, childcare, training"),
        Category.JUSTICE: _p("explanation", "Charges, sentences, probation"),
        Category.CARE: _p("explanation", "Which help there is and how it goes"),
        Category.RELATIONS: _p("explanation", "Family, friends, parenting"),
        Category.ANALYSIS: _p("explanation", "How the directors understand the pattern"),
        Category.VOICE: _p("explanation", "What people say about it themselves"),
        Category.LEGAL: _p("explanation", "Custody, court, objections"),
    },
    Phase: {
        Phase.IMMEDIATE_SAFETY: _p("explanation", "Stop the violence"),
        Phase.RISK_LED_CARE: _p("explanation", "Take away what causes it"),
        Phase.RECOVERY: _p("explanation", "Recover from what happened"),
    },
    Onward: {
        Onward.FREE: _p("explanation", "Partners who may read this category can read it"),
        Onward.ASK_SOURCE: _p("explanation", "The source decides per organisation"),
        Onward.NONE: _p("explanation", "Only the directors and the source read it"),
    },
    Basis: {
        Basis.PUBLIC_TASK: _p("explanation", "GDPR, article 6(1)(e)"),
        Basis.CONSENT: _p("explanation", "GDPR, article 6(1)(a): freely given, may be withdrawn"),
        Basis.VITAL_INTEREST: _p("explanation", "GDPR, article 6(1)(d): life or health is at stake"),
    },
}
