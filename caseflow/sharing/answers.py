"""What was answered to warnings, kept with the link: for who wonders later why it was saved all the same."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.shown import user_name
from caseflow.cases.refusals import RefusedError
from caseflow.models import Link, LinkAnswer
from caseflow.models.vocabulary import LinkWarning
from caseflow.sharing.warnings import Proposed, warnings_of


@dataclass(frozen=True)
class Answer:
    """An answer to a warning. Who consented and when was asked here before consents were recorded by themselves."""

    warning: LinkWarning
    answer: str
    consented_by: str | None = None
    consented_on: date | None = None


@dataclass(frozen=True)
class Given:
    """An answer as it was given once."""

    answer: Answer
    answered_by: str
    answered_at: datetime


def field_of(warning: LinkWarning) -> str:
    """Return where the answer to a warning is filled in."""
    return f"answer_{warning.value}"


def answered(
    session: Session, case_id: UUID, proposed: Proposed, answers: Iterable[Answer]
) -> tuple[Answer, ...]:
    """Return the answers that what is proposed needs; what was answered and does not come up is left out.

    Raises:
        RefusedError: a warning was not answered.
    """
    by_warning = {one.warning: one for one in answers}
    needed = [one.kind for one in warnings_of(session, case_id, proposed)]
    for kind in needed:
        answer = by_warning.get(kind)
        if answer is None or not answer.answer:
            raise RefusedError(field_of(kind), "unanswered")
    return tuple(by_warning[kind] for kind in needed)


def keep(session: Session, link: Link, answers: Collection[Answer]) -> None:
    """Keep answers with a link; one that says the same as the last time is there already."""
    known = latest(session, link.case_id).get(link.id, {})
    actor = actor_of(session)
    for one in answers:
        before = known.get(one.warning)
        if before is None or before.answer != one:
            session.add(
                LinkAnswer(
                    link_id=link.id,
                    case_id=link.case_id,
                    warning=one.warning,
                    answer=one.answer,
                    consented_by=one.consented_by,
                    consented_on=one.consented_on,
                    answered_by_id=actor.user_id,
                    answered_at=actor.now,
                )
            )


ANSWERS = (
    select(
        LinkAnswer.link_id,
        LinkAnswer.warning,
        LinkAnswer.answer,
        LinkAnswer.consented_by,
        LinkAnswer.consented_on,
        user_name(LinkAnswer.__table__.c.answered_by_id).label("answered_by"),
        LinkAnswer.answered_at,
    )
    .where(LinkAnswer.case_id == bindparam("case_id"))
    .order_by(LinkAnswer.answered_at, LinkAnswer.id)
)


def answers_of(session: Session, case_id: UUID) -> dict[UUID, list[Given]]:
    """Return every answer by link, the earliest first. For seats."""
    found: dict[UUID, list[Given]] = {}
    for row in session.execute(ANSWERS, {"case_id": case_id}):
        answer = Answer(row.warning, row.answer, row.consented_by, row.consented_on)
        found.setdefault(row.link_id, []).append(Given(answer, row.answered_by, row.answered_at))
    return found


def latest(session: Session, case_id: UUID) -> dict[UUID, dict[LinkWarning, Given]]:
    """Return the last answer to each warning, by link. For seats."""
    return {
        link_id: {given.answer.warning: given for given in answers}
        for link_id, answers in answers_of(session, case_id).items()
    }
