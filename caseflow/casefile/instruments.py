"""Instruments and life domains that have a form of their own. Labels only: the criteria belong to their owners."""

ZRM = "ZRM"
"""The name of the self-sufficiency matrix (zelfredzaamheid-matrix) among the instruments."""
ZRM_VERSION = "2017"
"""The edition whose domains are below."""
ZRM_DOMAINS = (
    "finance",
    "work_education",
    "time_use",
    "housing",
    "domestic_relations",
    "mental_health",
    "physical_health",
    "substance_use",
    "basic_adl",
    "instrumental_adl",
    "social_network",
    "social_participation",
    "justice",
)
"""The thirteen domains of the ZRM 2017, in the order of its form. Each is scored 1 (acute problem) to 5 (fine)."""
ACTION_DOMAINS = ("safety", *ZRM_DOMAINS, "parenting", "sexuality", "relation_patterns")
"""What an action can be about: the domains of the ZRM, safety, parenting and patterns between people."""
