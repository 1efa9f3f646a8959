"""Names of institutions: what of them is left without the words that every such name has."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from caseflow.casefile.tripwire.letters import folded
from caseflow.casefile.tripwire.words import ARTICLES, is_institution

_NAMED = re.compile(
    r"(?P<first>[^\W\d_]+)\s+(?P<rest>(?:(?:[Dd]e|[Hh]et|'t|[Tt]he)\s+)?[^\W\d_a-z][^\W\d_]+(?:\s+[^\W\d_a-z][^\W\d_]+)*)"
)
"""A word and, behind it, one or more words with a capital."""


def in_prose(text: str) -> Iterator[str]:
    """Yield institutions that running text calls by name: basisschool De Regenboog, Baken College."""
    for match in _NAMED.finditer(text):
        words = match[0].split()
        if is_institution(folded(words[0])) or is_institution(folded(words[-1])):
            yield match[0]


def without_article(words: Sequence[str]) -> str:
    """Return a name in folded words as one, without the article at its head."""
    own = list(words)
    while len(own) > 1 and own[0] in ARTICLES:
        del own[0]
    return "".join(own)


def has_article_before(words: Sequence[str], word: str) -> bool:
    """Whether a word of a name stands behind an article: Het Baken College."""
    return any(one in ARTICLES and following == word for one, following in pairwise(words))
