"""What a team lead has to look at again: links, emergencies and closings of the team that wait for somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlalchemy import Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from caseflow.access.asking import NOW, TODAY
from caseflow.access.guard import actor_of
from caseflow.access.sets import link_is_active
from caseflow.access.shown import organisation_name, user_name
from caseflow.audit import reads
from caseflow.cases.notices import ToReview, ToSecond, to_answer
from caseflow.clock import local_date
from caseflow.db import UtcDateTime
from caseflow.models import Case, Consent, Link, LinkAnswer, ScopeCell, SharingAgreement
from caseflow.models.vocabulary import LinkWarning
from caseflow.sharing.moments import next_midnight

AHEAD = relativedelta(months=1)
"""How far ahead the page looks for what ends."""


@dataclass(frozen=True)
class Outside:
    """A link that runs while no agreement with its organisation is in force; and why, when somebody said so."""

    link_id: UUID
    case_id: UUID
    reference: str
    organisation: str
    until_at: datetime
    reason: str | None = None
    answered_by: str | None = None


@dataclass(frozen=True)
class Ending:
    """A link that ends within a month."""

    link_id: UUID
    case_id: UUID
    reference: str
    organisation: str
    until_at: datetime


@dataclass(frozen=True)
class ConsentEnding:
    """A running link of which cells rest on a consent that ends within a month, ended, or was withdrawn."""

    case_id: UUID
    reference: str
    organisation: str
    until_at: datetime
    withdrawn_at: datetime | None
    is_over: bool


@dataclass(frozen=True)
class Reviews:
    """The whole page."""

    outside: tuple[Outside, ...]
    to_review: tuple[ToReview, ...]
    to_second: tuple[ToSecond, ...]
    ending: tuple[Ending, ...]
    consents: tuple[ConsentEnding, ...]

    @property
    def count(self) -> int:
        """How many things wait."""
        parts = (self.outside, self.to_review, self.to_second, self.ending, self.consents)
        return sum(map(len, parts))


def _links() -> Select[Any]:
    organisation = organisation_name(Link.__table__.c.organisation_id)
    return (
        select(Link.id, Link.case_id, Case.reference, organisation.label("organisation"), Link.until_at)
        .join(Case, Case.id == Link.case_id)
        .where(Case.team_id == bindparam("team_id"), link_is_active(Link.__table__))
        .order_by(Link.until_at, Case.reference, Link.id)
    )


IN_FORCE = exists().where(
    SharingAgreement.organisation_id == Link.organisation_id,
    SharingAgreement.from_on <= TODAY,
    or_(SharingAgreement.until_on.is_(None), SharingAgreement.until_on > TODAY),
)
OUTSIDE = _links().where(~IN_FORCE)
REASONS = (
    select(
        LinkAnswer.link_id,
        LinkAnswer.answer,
        user_name(LinkAnswer.__table__.c.answered_by_id).label("answered_by"),
    )
    .join(Case, Case.id == LinkAnswer.case_id)
    .where(Case.team_id == bindparam("team_id"), LinkAnswer.warning == LinkWarning.NO_AGREEMENT)
    .order_by(LinkAnswer.answered_at, LinkAnswer.id)
)
ENDING = _links().where(Link.until_at <= bindparam("horizon", type_=UtcDateTime()))
_WITHDRAWN = and_(Consent.withdrawn_at.is_not(None), Consent.withdrawn_at <= NOW)
CONSENTS = (
    select(
        Link.case_id,
        Case.reference,
        organisation_name(Link.__table__.c.organisation_id).label("organisation"),
        Consent.until_at,
        Consent.withdrawn_at,
        or_(_WITHDRAWN, Consent.until_at <= NOW).label("is_over"),
        Consent.id,
    )
    .join(ScopeCell, ScopeCell.consent_id == Consent.id)
    .join(Link, Link.id == ScopeCell.link_id)
    .join(Case, Case.id == Link.case_id)
    .where(
        Case.team_id == bindparam("team_id"),
        link_is_active(Link.__table__),
        or_(_WITHDRAWN, Consent.until_at <= bindparam("horizon", type_=UtcDateTime())),
    )
    .distinct()
    .order_by(Consent.until_at, Case.reference, Consent.id)
)


def reviews(session: Session) -> Reviews:
    """Return what waits in the team of the reader, as far as its cases exist for them."""
    actor = actor_of(session)
    to_review, to_second = to_answer(session)
    if actor.team_id is None:
        return Reviews((), to_review, to_second, (), ())
    asked = {"team_id": actor.team_id}
    until = asked | {"horizon": horizon(local_date(actor.now))}
    said = {row.link_id: (row.answer, row.answered_by) for row in session.execute(REASONS, asked)}
    found = Reviews(
        outside=tuple(Outside(*row, *said.get(row.id, ())) for row in session.execute(OUTSIDE, asked)),
        to_review=to_review,
        to_second=to_second,
        ending=tuple(Ending(*row) for row in session.execute(ENDING, until)),
        consents=tuple(ConsentEnding(*row[:-1]) for row in session.execute(CONSENTS, until)),
    )
    _note(session, found)
    return found


def horizon(today: date) -> datetime:
    """Return the moment until which the page looks ahead: the end of the same day next month."""
    return next_midnight(today + AHEAD)


def _note(session: Session, found: Reviews) -> None:
    told: Iterable[Any] = (
        *found.outside,
        *found.to_review,
        *found.to_second,
        *found.ending,
        *found.consents,
    )
    for case_id in {one.case_id for one in told}:
        reads.saw(session, "reviews.read", case_id)
