"""Linking a partner to a case. What becomes of a link afterwards: changing.py."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.audit.trail import record
from caseflow.cases.refusals import RefusedError
from caseflow.clock import local_date
from caseflow.models import Link
from caseflow.models.vocabulary import Basis, LinkAct
from caseflow.sharing import deeds
from caseflow.sharing.answers import Answer, answered, keep
from caseflow.sharing.checks import check_basis, check_professionals, check_scope, is_over, parties_in
from caseflow.sharing.ending import refuse_beyond_consent
from caseflow.sharing.leaks import refusing_leaks
from caseflow.sharing.moments import from_moment, until_moment
from caseflow.sharing.placing import explain, name_people, open_cells
from caseflow.sharing.queries import Scope
from caseflow.sharing.resting import rest
from caseflow.sharing.warnings import Proposed


@dataclass(frozen=True)
class Renewal:
    """The link that is over and in whose place a new one comes, and why."""

    link_id: UUID
    reason: str


@dataclass(frozen=True)
class NewLink:
    """A partner's part in a case: for whom, why, on what ground, from and until when, and what it opens."""

    organisation_id: UUID
    professional_ids: frozenset[UUID]
    purpose: str
    basis: Basis
    weighing: str | None
    from_on: date
    until_on: date
    may_contribute: bool
    scope: Scope
    answers: tuple[Answer, ...] = ()
    renewal: Renewal | None = None
    consent_ids: frozenset[UUID] = frozenset()

    @property
    def proposed(self) -> Proposed:
        """What the warnings look at."""
        return Proposed(self.organisation_id, self.basis, self.scope, self.from_on, self.consent_ids)


def link_partner(session: Session, case_id: UUID, new: NewLink) -> UUID:
    """Link a partner to a case; every party in the scope gets a letter under this link.

    Raises:
        ForbiddenError: the actor holds no seat.
        LeaksError: it would open protected words to this organisation for the first time.
        RefusedError: people, parties, ground or dates that cannot be, or a warning without an answer.
    """
    with refusing_leaks(session, case_id, new.organisation_id, new.purpose):
        link = place_link(session, case_id, new)
    keep(session, link, answered(session, case_id, new.proposed, new.answers))
    record(session, "link.set", case_id=case_id, party_ids=parties_in(new.scope))
    if new.renewal is not None:
        deeds.note(session, link, LinkAct.RENEWED, new.renewal.reason)
        record(session, "link.renewed", case_id=case_id, party_ids=parties_in(new.scope))
    return link.id


def place_link(session: Session, case_id: UUID, new: NewLink) -> Link:
    """Put a link in its place, without a word about it: to be saved by `link_partner`, or only to be looked at.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: people, parties, ground, consents or dates that cannot be.
    """
    require(session, Act.LINK_SET, case_id)
    now = actor_of(session).now
    _check(session, case_id, new, now)
    link = Link(
        case_id=case_id,
        organisation_id=new.organisation_id,
        basis=new.basis,
        from_at=from_moment(new.from_on, now),
        until_at=until_moment(new.until_on),
        may_contribute=new.may_contribute,
    )
    session.add(link)
    session.flush()
    explain(session, link, new.purpose, new.weighing)
    name_people(session, link.id, new.professional_ids)
    open_cells(session, link.id, new.scope)
    rest(session, link, new.consent_ids)
    refuse_beyond_consent(session, link, link.from_at)
    return link


def _check(session: Session, case_id: UUID, new: NewLink, now: datetime) -> None:
    if new.from_on < local_date(now):
        raise RefusedError("from_on", "past")
    if new.until_on <= new.from_on:
        raise RefusedError("until_on", "not_after")
    check_basis(session, new.organisation_id, new.basis)
    check_professionals(session, case_id, new.organisation_id, new.professional_ids)
    check_scope(session, case_id, new.scope)
    if not new.scope:
        raise RefusedError("scope", "empty")
    if new.renewal is not None and not _is_over(session, case_id, new.renewal.link_id, new.organisation_id):
        raise RefusedError("organisation_id", "renews_another")


def _is_over(session: Session, case_id: UUID, link_id: UUID, organisation_id: UUID) -> bool:
    """Whether a link with the organisation is over: one that still runs is not made anew, but given a later end."""
    found = session.scalars(select(Link).where(Link.case_id == case_id, Link.id == link_id)).one_or_none()
    if found is None or found.organisation_id != organisation_id:
        return False
    return is_over(found, actor_of(session).now)
