"""What is measured: life domains, instruments and their items. An instrument's official words stay with its owner."""

from typing import Any

from flask_babel import lazy_pgettext as _p

LIFE_DOMAINS: dict[str, Any] = {
    "finance": _p("domain", "Money"),
    "work_education": _p("domain", "Work and education"),
    "time_use": _p("domain", "Use of time"),
    "housing": _p("domain", "Housing"),
    "domestic_relations": _p("domain", "Relations at home"),
    "mental_health": _p("domain", "Mental health"),
    "physical_health": _p("domain", "Physical health"),
    "substance_use": _p("domain", "Use of drink and drugs"),
    "basic_adl": _p("domain", "Basic daily activities"),
    "instrumental_adl": _p("domain", "Instrumental daily activities"),
    "social_network": _p("domain", "Social network"),
    "social_participation": _p("domain", "Taking part in society"),
    "justice": _p("domain", "Justice"),
    "safety": _p("domain", "Safety"),
    "parenting": _p("domain", "Parenting"),
    "sexuality": _p("domain", "Sexuality"),
    "relation_patterns": _p("domain", "Patterns in relations"),
}
SCORES: dict[str, Any] = {
    "incidents_past_year": _p("score", "Incidents in the past year"),
    "incidents_past_half_year": _p("score", "Incidents in the past half year"),
    "injury_past_year": _p("score", "Injury in the past year"),
    "injury_past_half_year": _p("score", "Injury in the past half year"),
    "acute_unsafe": _p("score", "Acute danger"),
    "structurally_unsafe": _p("score", "Structural danger"),
    "condition_1": _p("score", "Safety condition 1"),
    "condition_2": _p("score", "Safety condition 2"),
    "condition_3": _p("score", "Safety condition 3"),
    "condition_4": _p("score", "Safety condition 4"),
    "condition_5": _p("score", "Safety condition 5"),
    "condition_6": _p("score", "Safety condition 6"),
}
INSTRUMENTS: dict[str, Any] = {
    "ZRM": _p("instrument", "Self-sufficiency matrix (ZRM)"),
    "RiHG": _p("instrument", "Risk assessment for home bans (RiHG)"),
    "Kindcheck": _p("instrument", "Child check"),
    "geweld-zelfrapportage": _p("instrument", "Violence, self-reported"),
    "VT-veiligheidsbeoordeling": _p("instrument", "Safety assessment of Veilig Thuis"),
    "VT-veiligheidsvoorwaarden": _p("instrument", "Safety conditions of Veilig Thuis"),
    "eigen-weging": _p("instrument", "Own judgement"),
}
