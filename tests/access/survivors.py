"""Mutants of caseflow/access that no test can tell from what they were, and why."""

SURVIVORS: dict[str, str] = {}
