"""The consents in a case: who agreed that an organisation reads what about them, until when, and what rests on it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.access.shown import organisation_name, user_name
from caseflow.audit import reads
from caseflow.audit.trail import record
from caseflow.cases.queries import PartyLine, parties_of
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.clock import local_date
from caseflow.models import Consent, ConsentCategory, Link, ScopeCell
from caseflow.models.vocabulary import Category, ConsentForm
from caseflow.sharing.consenting import DECIDES, HAS_A_SAY, who_agrees
from caseflow.sharing.moments import from_moment, until_moment
from caseflow.sharing.people import partner_organisations


class Held(StrEnum):
    """How a consent stands at a moment. Derived, never stored."""

    HOLDS = "holds"
    COMING = "coming"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class NewConsent:
    """Who agreed, to what and for what, for which organisation, how, and from and until which day."""

    party_id: UUID
    organisation_id: UUID
    purpose: str
    categories: frozenset[Category]
    by_self: bool
    represented_by: str | None
    how: ConsentForm
    from_on: date
    until_on: date


@dataclass(frozen=True)
class Resting:
    """A link of which cells rest on a consent, and until when it runs itself."""

    link_id: UUID
    organisation: str
    until_at: datetime
    revoked_at: datetime | None
    cells: int


@dataclass(frozen=True)
class ConsentLine:
    """A consent as the seats of the case know it."""

    id: UUID
    party_id: UUID
    organisation_id: UUID
    organisation: str
    purpose: str
    by_self: bool
    represented_by: str | None
    how: ConsentForm
    from_at: datetime
    until_at: datetime
    recorded_by: str
    recorded_at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawal_taken_by: str | None
    categories: tuple[Category, ...]
    held: Held
    resting: tuple[Resting, ...]

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether there is anything left of it to end."""
        return self.held in {Held.HOLDS, Held.COMING}


LINES: Select[Any] = (
    select(
        Consent.id,
        Consent.party_id,
        Consent.organisation_id,
        organisation_name(Consent.__table__.c.organisation_id).label("organisation"),
        Consent.purpose,
        Consent.by_self,
        Consent.represented_by,
        Consent.how,
        Consent.from_at,
        Consent.until_at,
        user_name(Consent.__table__.c.recorded_by_id).label("recorded_by"),
        Consent.recorded_at,
        Consent.withdrawn_at,
        Consent.withdrawn_by,
        user_name(Consent.__table__.c.withdrawal_taken_by_id).label("withdrawal_taken_by"),
    )
    .where(Consent.case_id == bindparam("case_id"))
    .order_by(Consent.from_at.desc(), Consent.id)
)
CATEGORIES = (
    select(ConsentCategory.consent_id, ConsentCategory.category)
    .join(Consent, Consent.id == ConsentCategory.consent_id)
    .where(Consent.case_id == bindparam("case_id"))
)
RESTING = (
    select(
        ScopeCell.consent_id,
        Link.id,
        organisation_name(Link.__table__.c.organisation_id).label("organisation"),
        Link.until_at,
        Link.revoked_at,
        func.count(),
    )
    .join(Link, Link.id == ScopeCell.link_id)
    .where(Link.case_id == bindparam("case_id"), ScopeCell.consent_id.is_not(None))
    .group_by(ScopeCell.consent_id, Link.id, Link.organisation_id, Link.until_at, Link.revoked_at)
    .order_by(Link.until_at, Link.id)
)


def consents(session: Session, case_id: UUID) -> list[ConsentLine]:
    """Return every consent of a case, what holds first. For seats."""
    now, asked = actor_of(session).now, {"case_id": case_id}
    covered: dict[UUID, set[Category]] = {}
    for consent_id, category in session.execute(CATEGORIES, asked):
        covered.setdefault(consent_id, set()).add(category)
    resting: dict[UUID, list[Resting]] = {}
    for consent_id, *fields in session.execute(RESTING, asked):
        resting.setdefault(consent_id, []).append(Resting(*fields))
    lines = [
        ConsentLine(
            **row._asdict(),
            categories=tuple(one for one in Category if one in covered.get(row.id, ())),
            held=held_at(now, row.from_at, row.until_at, row.withdrawn_at),
            resting=tuple(resting.get(row.id, ())),
        )
        for row in session.execute(LINES, asked)
    ]
    reads.saw(session, "consents.read", case_id, party_ids={line.party_id for line in lines})
    return sorted(lines, key=lambda line: not line.may_be_withdrawn)


def held_at(now: datetime, from_at: datetime, until_at: datetime, withdrawn_at: datetime | None) -> Held:
    """Say how a consent stood at a moment: from is included, until and the moment of withdrawal are not."""
    if withdrawn_at is not None and withdrawn_at <= now:
        return Held.WITHDRAWN
    if until_at <= now:
        return Held.ENDED
    return Held.COMING if from_at > now else Held.HOLDS


def get_consent(session: Session, case_id: UUID, consent_id: UUID) -> ConsentLine | None:
    """Return one consent of a case, or nothing. For seats."""
    return next((line for line in consents(session, case_id) if line.id == consent_id), None)


def record_consent(session: Session, case_id: UUID, new: NewConsent) -> UUID:
    """Write down that somebody agreed. It opens nothing by itself: a link has to rest on it.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: the person or organisation is unknown, a day cannot be, or others have to agree at this age.
    """
    require(session, Act.CONSENT_SET, case_id)
    actor = actor_of(session)
    _check(session, case_id, new, local_date(actor.now))
    consent = Consent(
        id=uuid4(),
        case_id=case_id,
        party_id=new.party_id,
        organisation_id=new.organisation_id,
        purpose=new.purpose,
        by_self=new.by_self,
        represented_by=new.represented_by,
        how=new.how,
        from_at=from_moment(new.from_on, actor.now),
        until_at=until_moment(new.until_on),
        recorded_by_id=actor.user_id,
        recorded_at=actor.now,
    )
    session.add(consent)
    session.flush()
    session.add_all(ConsentCategory(consent_id=consent.id, category=one) for one in new.categories)
    session.flush()
    record(session, "consent.recorded", case_id=case_id, party_ids=[new.party_id])
    return consent.id


def withdraw_consent(session: Session, case_id: UUID, consent_id: UUID, by: str) -> None:
    """End a consent now: from this moment what rests on it opens nothing. That it was there stays.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: it is not there, or is over.
    """
    require(session, Act.CONSENT_SET, case_id)
    actor = actor_of(session)
    wanted = select(Consent).where(Consent.id == consent_id, Consent.case_id == case_id)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise EditConflictError
    if held_at(actor.now, found.from_at, found.until_at, found.withdrawn_at) in {Held.ENDED, Held.WITHDRAWN}:
        raise EditConflictError
    found.withdrawn_at, found.withdrawn_by = actor.now, by
    found.withdrawal_taken_by_id = actor.user_id
    session.flush()
    record(session, "consent.withdrawn", case_id=case_id, party_ids=[found.party_id])


def _check(session: Session, case_id: UUID, new: NewConsent, today: date) -> None:
    party = next((one for one in parties_of(session, case_id) if one.id == new.party_id), None)
    if party is None:
        raise RefusedError("party_id", "unknown")
    if new.organisation_id not in dict(partner_organisations(session, case_id)):
        raise RefusedError("organisation_id", "unknown")
    _check_days(party, new, today)
    _check_who_agreed(party, new)


def _check_days(party: PartyLine, new: NewConsent, today: date) -> None:
    if new.from_on > today:
        raise RefusedError("from_on", "to_come")
    if party.born_on is not None and new.from_on < party.born_on:
        raise RefusedError("from_on", "before_birth")
    if new.until_on <= today:
        raise RefusedError("until_on", "past")


def _check_who_agreed(party: PartyLine, new: NewConsent) -> None:
    needed = who_agrees(party, new.from_on)
    if needed.by_self and not new.by_self:
        raise RefusedError("by_self", "has_a_say" if needed.by_representative else "decides")
    if needed.by_representative and not new.represented_by:
        raise RefusedError("represented_by", "needed" if needed.by_self else "decide")
    if needed.until is not None and new.until_on > needed.until:
        raise RefusedError("until_on", f"turns_{DECIDES if needed.by_self else HAS_A_SAY}")
