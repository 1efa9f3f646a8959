"""What can be done about protected words in an entry."""

from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.tripwire.finding import Span
from caseflow.casefile.tripwire.texts import rewritten
from caseflow.casefile.tripwire.watching import look
from caseflow.models.vocabulary import Category


class Settling(StrEnum):
    """The ways out. Taking the words out is for everybody, the others are for seats."""

    DIRECTORS_ONLY = "directors_only"
    PROTECTED = "protected"
    REDACTED = "redacted"
    ALLOWED = "allowed"
    HELD_BACK = "held_back"


def settled(  # noqa: PLR0913 - keywords beyond the first four
    session: Session,
    case_id: UUID,
    draft: EntryDraft,
    how: Settling | None,
    *,
    instead: str,
    edited: UUID | None = None,
) -> EntryDraft:
    """Return an entry as it becomes; `instead` is what stands in the place of words that are taken out."""
    match how:
        case Settling.DIRECTORS_ONLY:
            return replace(draft, directors_only=True)
        case Settling.PROTECTED:
            return replace(draft, category=Category.WHEREABOUTS, protected=True)
        case Settling.REDACTED:
            found = {hit.text: hit.spans for hit in look(session, case_id, draft, edited=edited).hits}
            return rewritten(draft, lambda text: without(text, found.get(text, ()), instead))
    return draft


def without(text: str, spans: tuple[Span, ...], instead: str) -> str:
    """Return a text with something else in the place of some of it."""
    for span in reversed(spans):
        text = f"{text[: span.start]}{instead}{text[span.end :]}"
    return text
