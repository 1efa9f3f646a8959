"""Makes an entry of what was sent: the members are a bundle's, and caseflow itself says who writes and when."""

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from caseflow.access.check import Act, ForbiddenError
from caseflow.access.guard import actor_of
from caseflow.api.problems import InvalidError
from caseflow.api.queries import reading
from caseflow.bundles.schema import entry_problems
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.entry_reader import read_entry
from caseflow.casefile.reading import Problems, Reading
from caseflow.cases.queries import CaseHead

NOT_KEPT = "not-kept"
"""Stands for the key that an entry has in a bundle and that no entry gets here."""


def draft_in(session: Session, case: CaseHead, body: Any) -> EntryDraft:
    """Return the entry that was sent, as written now by who sends it.

    Raises:
        InvalidError: it has another shape, or names what is not known here.
        ForbiddenError: a linked professional writes about a party that does not exist for them.
    """
    actor = actor_of(session)
    problems = entry_problems(_completed(body, str(actor.user_id)))
    if isinstance(body, dict) and "recorded_at" in body:
        problems.add("/recorded_at", "caseflow notes this moment itself.")
    _refuse(problems)
    known = reading(session, case.id)
    draft = read_entry(body, known, "")
    if draft is None or draft.author_id != actor.user_id:
        if draft is not None:
            known.complain("/author", "An entry is written by whose token this is.")
        if not case.seated and _names_unknown_party(known):
            raise ForbiddenError(Act.ENTRY_WRITE)
        raise InvalidError(known.problems)
    return replace(draft, key=None, recorded_at=actor.now)


def _completed(body: Any, author: str) -> Any:
    if isinstance(body, dict):
        body.setdefault("key", NOT_KEPT)
        body.setdefault("author", author)
    return body


def _names_unknown_party(known: Reading) -> bool:
    """Whether somebody it concerns is hidden or absent: for who is no seat, as far out of reach as a case."""
    return any(problem.pointer.startswith("/concerns/") for problem in known.problems)


def _refuse(problems: Problems) -> None:
    if problems:
        raise InvalidError(problems)
