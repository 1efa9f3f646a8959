"""What codes are called that are no fixed vocabulary: life domains, and the steps of the ZRM."""

from flask_babel import lazy_gettext as _l

DOMAINS = {
    "safety": _l("Safety"),
    "finance": _l("Money"),
    "work_education": _l("Work and education"),
    "time_use": _l("How the day is spent"),
    "housing": _l("Housing"),
    "domestic_relations": _l("Relations at home"),
    "mental_health": _l("Mental health"),
    "physical_health": _l("Physical health"),
    "substance_use": _l("Substance use"),
    "basic_adl": _l("Basic daily activities"),
    "instrumental_adl": _l("Practical daily activities"),
    "social_network": _l("Social network"),
    "social_participation": _l("Taking part in society"),
    "justice": _l("Justice"),
    "parenting": _l("Parenting"),
    "relation_patterns": _l("Patterns between people"),
}
ZRM_LEVELS = (
    (1, _l("1 – acute problem")),
    (2, _l("2 – not self-sufficient")),
    (3, _l("3 – limited")),
    (4, _l("4 – sufficient")),
    (5, _l("5 – fully")),
)


def domain_name(code: str) -> str:
    """Return what a life domain or a part of an instrument is called; its own name where nobody gave it one."""
    return str(DOMAINS[code]) if code in DOMAINS else code.replace("_", " ")
