"""Until when a link can run: one that rests on consents ends with the last of them.

What rests on a consent closes by itself when that ends; this keeps the end that people read as true as that.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.sets import consent_holds
from caseflow.access.shown import link_is_not_over
from caseflow.cases.refusals import RefusedError
from caseflow.clock import local_date
from caseflow.models import Consent, Link, ScopeCell
from caseflow.models.vocabulary import Basis, Category
from caseflow.sharing.queries import Scope

RESTS_UNTIL = (
    select(ScopeCell.consent_id, Consent.until_at, Consent.withdrawn_at)
    .outerjoin(Consent, Consent.id == ScopeCell.consent_id)
    .where(ScopeCell.link_id == bindparam("link_id"))
)
CLOSES_EARLIER = (
    select(ScopeCell.link_id, ScopeCell.party_id, ScopeCell.category, Consent.until_at)
    .join(Link, Link.id == ScopeCell.link_id)
    .join(Consent, Consent.id == ScopeCell.consent_id)
    .where(
        Link.case_id == bindparam("case_id"),
        link_is_not_over(Link.__table__),
        consent_holds(Consent.__table__),
        Consent.until_at < Link.until_at,
    )
    .order_by(Consent.until_at)
)
Closing = dict[datetime, Scope]
"""By moment, what closes then."""


class OutlastsConsentError(RefusedError):
    """A link would run beyond the consents that it rests on; `day` is the last on which it could end."""

    def __init__(self, field: str, code: str, day: date) -> None:
        super().__init__(field, code)
        self.day = day


def refuse_beyond_consent(session: Session, link: Link, after: datetime, field: str = "until_on") -> None:
    """Go on only with an end that the consents reach on which a link rests; it could end at any time after a moment.

    Raises:
        OutlastsConsentError: they end before.
    """
    end = end_of_consents(session, link.id, link.basis)
    if end is None or link.until_at <= end:
        return
    day = local_date(end)
    possible = day > local_date(max(after, actor_of(session).now))
    raise OutlastsConsentError(field, "beyond_consent" if possible else "consent_first", day)


def end_of_consents(session: Session, link_id: UUID, basis: Basis) -> datetime | None:
    """Return when the last consent ends that a link rests on; nothing when a part rests on another basis. For seats."""
    cells = session.execute(RESTS_UNTIL, {"link_id": link_id}).all()
    if basis is not Basis.CONSENT and any(row.consent_id is None for row in cells):
        return None
    ends = (row.withdrawn_at or row.until_at for row in cells if row.consent_id is not None)
    return max(ends, default=None)


def not_beyond(usual: date, ends: Iterable[datetime], after: date) -> date | None:
    """Return the usual end, or the last of these where that is earlier; nothing when it is not after a day."""
    last = max(map(local_date, ends), default=usual)
    day = min(usual, last)
    return day if day > after else None


def closing_earlier(session: Session, case_id: UUID) -> dict[UUID, Closing]:
    """Return what closes before its link ends, because the consent that it rests on ends before. For seats."""
    found: dict[UUID, dict[datetime, set[tuple[UUID, Category]]]] = {}
    rows: Any = session.execute(CLOSES_EARLIER, {"case_id": case_id})
    for link_id, party_id, category, until_at in rows:
        found.setdefault(link_id, {}).setdefault(until_at, set()).add((party_id, category))
    return {
        link_id: {end: frozenset(cells) for end, cells in by_end.items()} for link_id, by_end in found.items()
    }
