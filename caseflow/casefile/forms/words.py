"""What to do about protected words in an entry."""

from collections.abc import Iterable
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from caseflow.casefile.describing import TERMS
from caseflow.casefile.problems import RefusedEntryError
from caseflow.casefile.tripwire.settling import Settling
from caseflow.casefile.tripwire.watching import Hit, Pieces, ProtectedWordsError
from caseflow.web.fields import Paragraph, VersionField, options_of
from caseflow.web.forms import Form

LABELS: dict[Settling, Any] = {
    Settling.DIRECTORS_ONLY: _l("Only for directors"),
    Settling.PROTECTED: _l("Make it a protected place"),
    Settling.REDACTED: _l("Take the words out"),
    Settling.ALLOWED: _l("Save it as it is, with a reason"),
    Settling.HELD_BACK: _l("Keep it from partners, without anybody noticing"),
}
HINTS: dict[Settling, Any] = {
    Settling.DIRECTORS_ONLY: _l("No partner reads it, except the organisation that wrote it."),
    Settling.PROTECTED: _l("With the category Whereabouts. Only directors read it, and whom you name."),
    Settling.REDACTED: _l("“[protected]” comes in their place."),
    Settling.ALLOWED: _l("Only when these words give nothing away, and no partner can read the entry now."),
    Settling.HELD_BACK: _l("The organisation that wrote it still reads it, and sees no difference."),
}
"""What each of them brings about."""


class Ways(RadioField):
    """One of the ways out, or none yet."""

    def __init__(self, label: Any, **more: Any) -> None:
        super().__init__(label, coerce=_way, **more)

    def offer(self, *ways: Settling) -> None:
        """Let the reader choose from these."""
        self.choices = options_of((way.value, LABELS[way]) for way in ways)
        if self.data not in ways:
            self.data = None

    @property
    def hints(self) -> dict[str, Any]:
        """What each choice brings about."""
        return {way.value: str(text) for way, text in HINTS.items()}

    def pre_validate(self, form: Any) -> None:
        """Take anything that could be read: what is not offered is no choice."""


def _way(value: Any) -> Settling | None:
    try:
        return Settling(value)
    except ValueError:
        return None


class WordsForm(Form):
    """Goes along with the form of an entry, once that was stopped."""

    words = Ways(_l("What do you want to do?"))
    words_because = Paragraph(_l("Why do these words give nothing away?"))
    found: tuple[tuple[str, Pieces], ...] = ()

    @classmethod
    def beside(cls, *, seated: bool) -> Self:
        """Return the form for this writer: without a seat there is one way out."""
        form = cls(meta={"csrf": False})
        everything = (Settling.DIRECTORS_ONLY, Settling.PROTECTED, Settling.REDACTED, Settling.ALLOWED)
        form.words.offer(*(everything if seated else (Settling.REDACTED,)))
        return form

    @property
    def is_shown(self) -> bool:
        """Whether there is something to decide."""
        return bool(self.found) or self.words.data is not None

    @property
    def because(self) -> str | None:
        """Why it is saved as it is, when that was chosen."""
        return self.words_because.data if self.words.data is Settling.ALLOWED else None

    def take(self, refused: RefusedEntryError) -> None:
        """Show what was found, and ask for a reason when that was chosen and is missing."""
        if isinstance(refused, ProtectedWordsError):
            self.found = in_terms(refused.hits)
        if self.words.data is Settling.ALLOWED and not self.words_because.data:
            self.words_because.errors = [str(NO_REASON)]


class SettleForm(Form):
    """What becomes of an entry that stands."""

    how = Ways(_l("What do you want to do?"))
    reason = Paragraph(_l("Why?"))
    version = VersionField()


NO_REASON = _l("Write why: it is kept with the entry.")


def in_terms(hits: Iterable[Hit]) -> tuple[tuple[str, Pieces], ...]:
    """Return what was found with the names of the fields as they are called on screen."""
    return tuple((str(TERMS.get(hit.field, hit.field)), hit.pieces) for hit in hits)


def instead() -> str:
    """Return what comes in the place of words that are taken out."""
    word = _("protected")
    return f"[{word}]"
