"""What people can do with the links of a case."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.audit.former import keeping
from caseflow.audit.trail import record
from caseflow.cases.labels import assign_labels
from caseflow.cases.refusals import EditConflictError, RefusedError, same_version, saving
from caseflow.clock import local_date
from caseflow.models import (
    Link,
    LinkProfessional,
    LinkPurpose,
    LinkWeighing,
    Organisation,
    Party,
    ScopeCell,
)
from caseflow.models.vocabulary import Basis, WgsParticipant
from caseflow.sharing.leaks import refusing_leaks
from caseflow.sharing.moments import from_moment, until_moment
from caseflow.sharing.people import professionals_of
from caseflow.sharing.queries import Scope, Standing, standing_of


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


@dataclass(frozen=True)
class ChangedLink:
    """What a link becomes, seen from the version that was on the page."""

    version: int
    professional_ids: frozenset[UUID]
    purpose: str
    basis: Basis
    weighing: str | None
    until_on: date
    may_contribute: bool
    scope: Scope


def link_partner(session: Session, case_id: UUID, new: NewLink) -> UUID:
    """Link a partner to a case; every party in the scope gets a letter under this link.

    Raises:
        ForbiddenError: the actor holds no seat.
        LeaksError: it would open protected words.
        RefusedError: people, parties, ground or dates that cannot be.
    """
    require(session, Act.LINK_SET, case_id)
    now = actor_of(session).now
    _check_period(new, now)
    _check_basis(session, new.organisation_id, new.basis)
    _check_professionals(session, case_id, new.organisation_id, new.professional_ids)
    _check_scope(session, case_id, new.scope)
    if not new.scope:
        raise RefusedError("scope", "empty")
    link = Link(
        case_id=case_id,
        organisation_id=new.organisation_id,
        basis=new.basis,
        from_at=from_moment(new.from_on, now),
        until_at=until_moment(new.until_on),
        may_contribute=new.may_contribute,
    )
    with refusing_leaks(session, case_id, new.organisation_id, new.purpose):
        session.add(link)
        session.flush()
        _explain(session, link, new)
        _name(session, link.id, new.professional_ids)
        _open(session, link.id, new.scope)
    record(session, "link.set", case_id=case_id, party_ids=_parties(new.scope))
    return link.id


def change_link(session: Session, case_id: UUID, link_id: UUID, change: ChangedLink) -> None:
    """Give a link another end, purpose, ground, people or scope, and keep what it said and opened before.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        LeaksError: it would open protected words to this organisation for the first time.
        RefusedError: the link is over, or people, parties, ground or dates that cannot be.
    """
    require(session, Act.LINK_SET, case_id)
    with saving(session):
        link = _to_change(session, case_id, link_id, change.version)
        with refusing_leaks(session, case_id, link.organisation_id, change.purpose), keeping(session, link):
            until_at = until_moment(change.until_on, link.until_at)
            if until_at <= max(actor_of(session).now, link.from_at):
                raise RefusedError("until_on", "over")
            if change.basis != link.basis:
                _check_basis(session, link.organisation_id, change.basis)
            _check_scope(session, case_id, change.scope)
            before = _cells(session, link.id)
            _replace_people(session, case_id, link, change.professional_ids)
            _replace_scope(session, link.id, before, change.scope)
            _explain(session, link, change)
            link.basis = change.basis
            link.until_at, link.may_contribute = until_at, change.may_contribute
            # Why, by whom and what is read stands in other rows: the version counts for them too.
            flag_modified(link, "basis")
    record(
        session,
        "link.changed",
        case_id=case_id,
        party_ids=_parties(change.scope) | _parties(frozenset(before)),
    )


def revoke_link(session: Session, case_id: UUID, link_id: UUID, version: int) -> None:
    """End a link now. What was read and written under it stays.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: the link is over.
    """
    require(session, Act.LINK_SET, case_id)
    with saving(session):
        _to_change(session, case_id, link_id, version).revoked_at = actor_of(session).now
    record(session, "link.revoked", case_id=case_id, party_ids=_parties(_cells(session, link_id)))


def _to_change(session: Session, case_id: UUID, link_id: UUID, version: int) -> Link:
    link = session.scalars(select(Link).where(Link.id == link_id, Link.case_id == case_id)).one_or_none()
    if link is None:
        raise EditConflictError
    now = actor_of(session).now
    if standing_of(now, link.from_at, link.until_at, link.revoked_at) in {Standing.ENDED, Standing.REVOKED}:
        raise RefusedError("link", "over")
    same_version(link.version, version)
    return link


def _check_period(new: NewLink, now: datetime) -> None:
    if new.from_on < local_date(now):
        raise RefusedError("from_on", "past")
    if new.until_on <= new.from_on:
        raise RefusedError("until_on", "not_after")


def _check_basis(session: Session, organisation_id: UUID, basis: Basis) -> None:
    """Sharing under the Wgs is for the participants that the act names (art. 2.27)."""
    if basis is not Basis.WGS_2_29:
        return
    known = session.scalar(select(Organisation.wgs_participant).where(Organisation.id == organisation_id))
    if known is WgsParticipant.NO:
        raise RefusedError("basis", "no_participant")


def _check_professionals(
    session: Session, case_id: UUID, organisation_id: UUID, wanted: frozenset[UUID]
) -> None:
    possible = {user_id for user_id, _name in professionals_of(session, case_id, organisation_id)}
    if not wanted or not wanted <= possible:
        raise RefusedError("professional_ids", "unknown")


def _check_scope(session: Session, case_id: UUID, scope: Scope) -> None:
    known = set(session.scalars(select(Party.id).where(Party.case_id == case_id)))
    if not _parties(scope) <= known:
        raise RefusedError("scope", "unknown")


def _explain(session: Session, link: Link, said: NewLink | ChangedLink) -> None:
    """Say what the link is for, and why it opens this much, in the place of what was said before."""
    for model in (LinkPurpose, LinkWeighing):
        session.execute(delete(model).where(model.link_id == link.id))
    session.execute(insert(LinkPurpose).values(link_id=link.id, purpose=said.purpose))
    if said.weighing:
        weighing = {"link_id": link.id, "case_id": link.case_id, "weighing": said.weighing}
        session.execute(insert(LinkWeighing).values(weighing))


def _replace_people(session: Session, case_id: UUID, link: Link, wanted: frozenset[UUID]) -> None:
    """Name these people; who was named and cannot be chosen any more stays named, and has no access."""
    possible = {user_id for user_id, _name in professionals_of(session, case_id, link.organisation_id)}
    named = session.scalars(select(LinkProfessional).where(LinkProfessional.link_id == link.id)).all()
    stay = {row.user_id for row in named} - possible
    if not wanted <= possible or not wanted | stay:
        raise RefusedError("professional_ids", "unknown")
    for row in named:
        if row.user_id in possible - wanted:
            session.delete(row)
    _name(session, link.id, wanted - {row.user_id for row in named})


def _replace_scope(session: Session, link_id: UUID, before: Scope, after: Scope) -> None:
    for cell in session.scalars(select(ScopeCell).where(ScopeCell.link_id == link_id)):
        if (cell.party_id, cell.category) not in after:
            session.delete(cell)
    _open(session, link_id, after - before)


def _cells(session: Session, link_id: UUID) -> Scope:
    wanted = select(ScopeCell.party_id, ScopeCell.category).where(ScopeCell.link_id == link_id)
    return frozenset((party_id, category) for party_id, category in session.execute(wanted))


def _name(session: Session, link_id: UUID, user_ids: frozenset[UUID]) -> None:
    session.add_all(LinkProfessional(link_id=link_id, user_id=user_id) for user_id in user_ids)


def _open(session: Session, link_id: UUID, scope: Scope) -> None:
    session.add_all(
        ScopeCell(link_id=link_id, party_id=party_id, category=category) for party_id, category in scope
    )
    assign_labels(session, link_id, _parties(scope))


def _parties(scope: Scope) -> frozenset[UUID]:
    return frozenset(party_id for party_id, _category in scope)
