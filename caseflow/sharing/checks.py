"""What cannot be about a link: dates, ground, people and parties that do not fit."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.cases.refusals import EditConflictError, RefusedError, same_version
from caseflow.models import Link, Party
from caseflow.models.vocabulary import Basis, WgsParticipant
from caseflow.sharing.fitting import bases_for, kind_of
from caseflow.sharing.people import professionals_of
from caseflow.sharing.queries import Scope, Standing, standing_of


def check_basis(session: Session, organisation_id: UUID, basis: Basis) -> None:
    """Go on only with a ground that fits the kind of organisation.

    Raises:
        RefusedError: it does not, or there is no such organisation.
    """
    organisation = kind_of(session, organisation_id)
    if organisation is None:
        raise RefusedError("organisation_id", "unknown")
    if basis in bases_for(session, organisation):
        return
    outside = basis is Basis.WGS_2_29 and organisation.wgs is WgsParticipant.NO
    raise RefusedError("basis", "no_participant" if outside else "does_not_fit")


def check_professionals(
    session: Session, case_id: UUID, organisation_id: UUID, wanted: frozenset[UUID]
) -> None:
    """Go on only with people of the organisation whom a link can name, and at least one.

    Raises:
        RefusedError: somebody else is among them, or nobody.
    """
    possible = {user_id for user_id, _name in professionals_of(session, case_id, organisation_id)}
    if not wanted or not wanted <= possible:
        raise RefusedError("professional_ids", "unknown")


def check_scope(session: Session, case_id: UUID, scope: Scope) -> None:
    """Go on only with parties of this case: nobody grants what they may not read themselves.

    Raises:
        RefusedError: somebody else is among them.
    """
    known = set(session.scalars(select(Party.id).where(Party.case_id == case_id)))
    if not parties_in(scope) <= known:
        raise RefusedError("scope", "unknown")


def to_change(session: Session, case_id: UUID, link_id: UUID, version: int, now: datetime) -> Link:
    """Return a link that may still open something, as it was shown.

    Raises:
        EditConflictError: somebody else changed it meanwhile, or it is not there.
        RefusedError: it is over.
    """
    link = session.scalars(select(Link).where(Link.id == link_id, Link.case_id == case_id)).one_or_none()
    if link is None:
        raise EditConflictError
    if is_over(link, now):
        raise RefusedError("link", "over")
    same_version(link.version, version)
    return link


def is_over(link: Link, now: datetime) -> bool:
    """Whether a link has ended or was revoked."""
    standing = standing_of(now, link.from_at, link.until_at, link.revoked_at)
    return standing in {Standing.ENDED, Standing.REVOKED}


def parties_in(scope: Scope) -> frozenset[UUID]:
    """Return the parties that a scope opens something about."""
    return frozenset(party_id for party_id, _category in scope)
