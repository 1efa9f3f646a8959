"""What the fixed words of the field are called on screen, in the reader's language."""

from enum import StrEnum
from functools import cache
from typing import Any

from babel import Locale
from flask_babel import get_locale

from caseflow.web.labels import direction, entries, people, violence
from caseflow.web.labels.acts import ACTS
from caseflow.web.labels.explanations import EXPLANATIONS
from caseflow.web.labels.measuring import INSTRUMENTS, LIFE_DOMAINS, SCORES
from caseflow.web.labels.milestones import MILESTONE_KINDS

LABELS: dict[type[StrEnum], dict[StrEnum, Any]] = {
    **people.LABELS,
    **entries.LABELS,
    **violence.LABELS,
    **direction.LABELS,
}
"""The label of every word of every vocabulary."""
NAMES: dict[str, Any] = {**MILESTONE_KINDS, **LIFE_DOMAINS, **SCORES, **INSTRUMENTS, **ACTS}
"""The labels of names that bundles and the log use, which are no vocabulary: others may come in from outside."""


def term(word: StrEnum | str) -> str:
    """Return the label of a word; a name that came in from outside is its own label."""
    if isinstance(word, StrEnum):
        return _label(get_locale(), type(word), word)
    return str(NAMES.get(word, word))


@cache
def _label(_locale: Locale | None, vocabulary: type[StrEnum], word: StrEnum) -> str:
    """Look a label up once for each language: a long page asks for hundreds."""
    return str(LABELS[vocabulary][word])


def explanation(word: StrEnum) -> str:
    """Return one sentence about a word; empty where the label says it all."""
    return str(EXPLANATIONS.get(type(word), {}).get(word, ""))


def explanations(vocabulary: type[StrEnum]) -> dict[str, str]:
    """Return the sentences of a vocabulary by word, as hints for a list of choices."""
    return {word.value: str(text) for word, text in EXPLANATIONS.get(vocabulary, {}).items()}


__all__ = ["LABELS", "MILESTONE_KINDS", "NAMES", "explanation", "explanations", "term"]
