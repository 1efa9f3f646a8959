"""Answering a request for information. It opens nothing: a link is made or widened, or an entry written, after it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import literal, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseflow.access import shown
from caseflow.access.check import Act, ForbiddenError, can_answer_request
from caseflow.access.guard import actor_of
from caseflow.asking.requests import RequestLine
from caseflow.audit.trail import record
from caseflow.casefile.tripwire.facts import words_of
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.models import Case, InfoAnswer, InfoAnswerNote
from caseflow.models.vocabulary import RequestOutcome


@dataclass(frozen=True)
class Answer:
    """What is answered, and why."""

    outcome: RequestOutcome
    reason: str


def answer_request(session: Session, line: RequestLine, answer: Answer) -> None:
    """Answer a request, once.

    Raises:
        ForbiddenError: it is not for the actor to answer.
        RefusedError: something would be told to somebody for whom the case does not exist, or the reason says a
            protected place.
        EditConflictError: it was answered already.
    """
    if not can_answer_request(session, line.id):
        raise ForbiddenError(Act.DIRECTOR_ASK)
    if line.in_case is not None and line.asked_id is None:
        _require_fit_for_asker(session, line, line.in_case, answer)
    actor = actor_of(session)
    try:
        with session.begin_nested():
            session.add(InfoAnswer(request_id=line.id, outcome=answer.outcome, answered_at=actor.now))
            session.flush()
    except IntegrityError as error:
        raise EditConflictError from error
    note = InfoAnswerNote(request_id=line.id, answered_by_id=actor.user_id, reason=answer.reason)
    session.add(note)
    record(session, "request.answered", case_id=line.in_case)


def is_kept_from_asker(session: Session, line: RequestLine) -> bool:
    """Whether the case at which a request lies does not exist for who asked it: for its seats to know."""
    if line.in_case is None:
        return False
    hidden = shown.hidden_from(literal(line.asked_by_id), literal(line.in_case))
    return session.scalar(select(Case.id).where(Case.id == line.in_case, hidden)) is not None


def _require_fit_for_asker(session: Session, line: RequestLine, case_id: UUID, answer: Answer) -> None:
    if answer.outcome is not RequestOutcome.REFUSED and is_kept_from_asker(session, line):
        raise RefusedError("outcome", "excluded")
    words = words_of(session, case_id)
    if words and words.find(answer.reason):
        raise RefusedError("reason", "protected_words")
