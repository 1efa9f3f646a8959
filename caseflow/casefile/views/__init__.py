"""The pages of the case file."""

from caseflow.casefile.views import documents, entries, notes, protected_words, timeline, versions
from caseflow.casefile.views.room import bp

__all__ = ["bp", "documents", "entries", "notes", "protected_words", "timeline", "versions"]
