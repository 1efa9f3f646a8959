"""What can be looked up about the links of a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.sets import LINK, cell_is_open, link_is_active
from caseflow.access.shown import organisation_name
from caseflow.audit import reads
from caseflow.models import Link, LinkProfessional, LinkPurpose, LinkWeighing, ScopeCell, User
from caseflow.models.vocabulary import Basis, Category
from caseflow.sharing.people import without_access

Scope = frozenset[tuple[UUID, Category]]
"""Which categories may be read about which parties."""


class Standing(StrEnum):
    """How a link stands at a moment. Derived from its dates, never stored."""

    RUNNING = "running"
    COMING = "coming"
    ENDED = "ended"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Professional:
    """Somebody whom a link names. It lets them in unless their account is closed, or the case is to them."""

    id: UUID
    name: str
    has_access: bool


@dataclass(frozen=True)
class LinkLine:
    """A link as the seats of the case know it."""

    id: UUID
    organisation_id: UUID
    organisation: str
    purpose: str
    basis: Basis
    weighing: str | None
    from_at: datetime
    until_at: datetime
    revoked_at: datetime | None
    may_contribute: bool
    version: int
    standing: Standing
    professionals: tuple[Professional, ...]
    scope: Scope
    closed: Scope
    """What of this opens nothing now, because the consent that it rests on does not hold."""

    @property
    def can_change(self) -> bool:
        """Whether it may still open something: what is over stays as it was."""
        return self.standing in {Standing.RUNNING, Standing.COMING}


@dataclass(frozen=True)
class OwnLink:
    """A link as the professionals whom it names know it: no weighing, and no other links beside it."""

    id: UUID
    organisation: str
    purpose: str
    basis: Basis
    from_at: datetime
    until_at: datetime
    may_contribute: bool
    scope: Scope


@dataclass(frozen=True)
class LinkOutside:
    """A link as a privacy officer knows it: who, on what ground, from when to when; not why, nor what it opens."""

    organisation: str
    basis: Basis
    from_at: datetime
    until_at: datetime
    revoked_at: datetime | None


LINKS = (
    select(
        Link.id,
        Link.organisation_id,
        organisation_name(Link.__table__.c.organisation_id).label("organisation"),
        LinkPurpose.purpose,
        Link.basis,
        LinkWeighing.weighing,
        Link.from_at,
        Link.until_at,
        Link.revoked_at,
        Link.may_contribute,
        Link.version,
    )
    .join(LinkPurpose, LinkPurpose.link_id == Link.id)
    .outerjoin(LinkWeighing, LinkWeighing.link_id == Link.id)
    .where(Link.case_id == bindparam("case_id"))
    .order_by(Link.from_at.desc(), Link.id)
)
OWN_LINKS = (
    select(
        Link.id,
        organisation_name(Link.__table__.c.organisation_id).label("organisation"),
        LinkPurpose.purpose,
        Link.basis,
        Link.from_at,
        Link.until_at,
        Link.may_contribute,
    )
    .join(LinkPurpose, LinkPurpose.link_id == Link.id)
    .join(LinkProfessional, LinkProfessional.link_id == Link.id)
    .where(
        Link.case_id == bindparam("case_id"),
        LinkProfessional.user_id == bindparam("me"),
        link_is_active(LINK),
    )
    .order_by(Link.from_at, Link.id)
)
LINKS_OUTSIDE = (
    select(
        organisation_name(Link.__table__.c.organisation_id).label("organisation"),
        Link.basis,
        Link.from_at,
        Link.until_at,
        Link.revoked_at,
    )
    .where(Link.case_id == bindparam("case_id"))
    .order_by(Link.from_at.desc(), Link.id)
)
LINK_NAMES = select(Link.id, organisation_name(Link.__table__.c.organisation_id).label("organisation")).where(
    Link.case_id == bindparam("case_id")
)
CELLS = (
    select(
        ScopeCell.link_id,
        ScopeCell.party_id,
        ScopeCell.category,
        cell_is_open(ScopeCell.__table__, Link.__table__).label("is_open"),
    )
    .join(Link, Link.id == ScopeCell.link_id)
    .where(Link.case_id == bindparam("case_id"))
)
PROFESSIONALS = (
    select(
        LinkProfessional.link_id,
        User.id,
        User.name,
        without_access(bindparam("case_id")).label("without_access"),
    )
    .join(Link, Link.id == LinkProfessional.link_id)
    .join(User, User.id == LinkProfessional.user_id)
    .where(Link.case_id == bindparam("case_id"))
    .order_by(User.name)
)


def links(session: Session, case_id: UUID) -> list[LinkLine]:
    """Return every link of a case, the youngest first. For seats."""
    return _links(session, case_id, LINKS)


def get_link(session: Session, case_id: UUID, link_id: UUID) -> LinkLine | None:
    """Return one link of a case, or nothing. For seats."""
    return next(iter(_links(session, case_id, LINKS.where(Link.id == link_id))), None)


def link_names(session: Session, case_id: UUID) -> dict[UUID, str]:
    """Return the organisation of each link of a case: for the words of its log."""
    reads.saw_part(session, case_id)
    return {row[0]: row[1] for row in session.execute(LINK_NAMES, {"case_id": case_id})}


def links_outside(session: Session, case_id: UUID) -> list[LinkOutside]:
    """Return the outside of every link of a case, the youngest first. For privacy officers."""
    reads.saw_part(session, case_id)
    return [LinkOutside(*row) for row in session.execute(LINKS_OUTSIDE, {"case_id": case_id})]


def own_links(session: Session, case_id: UUID) -> list[OwnLink]:
    """Return the running links through which the reader is in a case. For professionals."""
    asked = {"case_id": case_id, "me": actor_of(session).user_id}
    rows = session.execute(OWN_LINKS, asked).all()
    scopes = _scopes(session, case_id)
    lines = [OwnLink(**row._asdict(), scope=frozenset(scopes.get(row.id, {}))) for row in rows]
    _saw(session, case_id, (line.scope for line in lines))
    return lines


def standing_of(
    now: datetime, from_at: datetime, until_at: datetime, revoked_at: datetime | None
) -> Standing:
    """Say how a link stood at a moment: from is included, until is not."""
    if revoked_at is not None and revoked_at <= now:
        return Standing.REVOKED
    if until_at <= now:
        return Standing.ENDED
    return Standing.COMING if from_at > now else Standing.RUNNING


def _links(session: Session, case_id: UUID, wanted: Select[Any]) -> list[LinkLine]:
    now = actor_of(session).now
    rows = session.execute(wanted, {"case_id": case_id}).all()
    scopes, named = _scopes(session, case_id), _professionals(session, case_id)
    lines = [
        LinkLine(
            **row._asdict(),
            standing=standing_of(now, row.from_at, row.until_at, row.revoked_at),
            professionals=tuple(named.get(row.id, ())),
            scope=frozenset(scopes.get(row.id, {})),
            closed=frozenset(cell for cell, is_open in scopes.get(row.id, {}).items() if not is_open),
        )
        for row in rows
    ]
    _saw(session, case_id, (line.scope for line in lines))
    return lines


def _scopes(session: Session, case_id: UUID) -> dict[UUID, dict[tuple[UUID, Category], bool]]:
    """Return the cells of each link, and whether each is open now: the consent that it rests on, if any, holds."""
    cells: dict[UUID, dict[tuple[UUID, Category], bool]] = {}
    for link_id, party_id, category, is_open in session.execute(CELLS, {"case_id": case_id}):
        cells.setdefault(link_id, {})[party_id, category] = bool(is_open)
    return cells


def _professionals(session: Session, case_id: UUID) -> dict[UUID, list[Professional]]:
    named: dict[UUID, list[Professional]] = {}
    for row in session.execute(PROFESSIONALS, {"case_id": case_id}):
        named.setdefault(row.link_id, []).append(Professional(row.id, row.name, not row.without_access))
    return named


def _saw(session: Session, case_id: UUID, scopes: Iterable[Scope]) -> None:
    parties = {party_id for scope in scopes for party_id, _category in scope}
    reads.saw(session, "partners.read", case_id, party_ids=parties)
