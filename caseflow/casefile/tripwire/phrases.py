"""What is watched: folded letters and digits, and where in a text they count."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from caseflow.casefile.tripwire.letters import begins_a_word, ends_a_word, folded
from caseflow.casefile.tripwire.words import ARTICLES, is_institution

_HEAD_OF_NUMBER = re.compile(r"(?:(?:\+|\b00)\s*\d{1,3}[\s.\-]*)?(?:\(0\)|\b0|0)?[\s.\-]*$")
"""How a telephone number begins, which is not watched."""


class Seen(Enum):
    """Where in a text a phrase counts."""

    AS_WORDS = auto()
    """Where it begins and ends like words."""
    ANYWHERE = auto()
    """Anywhere, when no further digit touches its digits: it cannot be anything else."""
    AS_NUMBER = auto()
    """Anywhere, whatever stands before: a telephone number begins in many ways."""
    AS_NAME = auto()
    """As a word with a capital."""
    BY_AN_INSTITUTION = auto()
    """Beside a word such as school or shelter."""


@dataclass(frozen=True)
class Phrase:
    """Folded letters and digits that are watched."""

    folded: str
    seen: Seen = Seen.AS_WORDS

    def begin_of(self, text: str, start: int) -> int:
        """Return where what was found begins for who looks at it: a telephone number with its first digits."""
        if self.seen is not Seen.AS_NUMBER:
            return start
        head = _HEAD_OF_NUMBER.search(text, 0, start)
        return head.start() if head else start

    def counts(self, text: str, start: int, end: int) -> bool:
        """Whether it counts where it was found."""
        if self.seen is Seen.AS_NUMBER:
            return not _digits_touch(text, end)
        if self.seen is Seen.ANYWHERE:
            return not _digits_touch(text, start) and not _digits_touch(text, end)
        if not begins_a_word(text, start) or not ends_a_word(text, end):
            return False
        if self.seen is Seen.AS_NAME:
            return text[start].isupper()
        return self.seen is not Seen.BY_AN_INSTITUTION or _by_an_institution(text, start, end)


def _digits_touch(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isdecimal() and text[place].isdecimal()


def _by_an_institution(text: str, start: int, end: int) -> bool:
    before = [word for word in map(folded, text[:start].split()[-2:]) if word not in ARTICLES]
    after = map(folded, text[end:].split()[:1])
    return any(map(is_institution, (*before[-1:], *after)))
