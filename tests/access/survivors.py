"""Mutants of caseflow/access that no test can tell from what they were, and why."""

SURVIVORS: dict[str, str] = {
    "sets.py existing: len(sets) > 1 -> len(sets) >= 1": "A union of one set is that set.",
}
