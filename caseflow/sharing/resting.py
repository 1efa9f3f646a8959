"""Which cells of a link rest on which consent. A person says so on the form: what it is for is a matter of words.

A cell that rests on a consent opens what it names only while that consent holds: the rule is in caseflow/access. What
once rests on a consent is closed when that ends, and stays closed until somebody lets it rest on another one, or
founds the link on something that needs no consent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.sets import consent_holds
from caseflow.audit import reads
from caseflow.cases.refusals import RefusedError
from caseflow.models import Consent, ConsentCategory, Link, ScopeCell
from caseflow.models.vocabulary import Category
from caseflow.sharing.queries import Scope

Covering = dict[tuple[UUID, Category], UUID]
"""By cell, the consent that covers it."""
HOLDING = (
    select(Consent.id, Consent.party_id, Consent.purpose, Consent.until_at, ConsentCategory.category)
    .join(ConsentCategory, ConsentCategory.consent_id == Consent.id)
    .where(
        Consent.case_id == bindparam("case_id"),
        Consent.organisation_id == bindparam("organisation_id"),
        consent_holds(Consent.__table__),
    )
    .order_by(Consent.until_at, Consent.id)
)
RESTING = select(ScopeCell.party_id, ScopeCell.category, ScopeCell.consent_id).where(
    ScopeCell.link_id == bindparam("link_id"), ScopeCell.consent_id.is_not(None)
)


@dataclass(frozen=True)
class Offered:
    """A consent that holds, and that a link can rest on."""

    id: UUID
    party_id: UUID
    purpose: str
    until_at: datetime
    categories: tuple[Category, ...]


def offered(session: Session, case_id: UUID, organisation_id: UUID) -> list[Offered]:
    """Return the consents that hold for an organisation now, the one that ends first in front. For seats."""
    found: dict[UUID, list[Any]] = {}
    for row in session.execute(HOLDING, {"case_id": case_id, "organisation_id": organisation_id}):
        found.setdefault(row.id, []).append(row)
    reads.saw_part(session, case_id, party_ids={rows[0].party_id for rows in found.values()})
    return [
        Offered(
            consent_id,
            rows[0].party_id,
            rows[0].purpose,
            rows[0].until_at,
            tuple(one for one in Category if one in {row.category for row in rows}),
        )
        for consent_id, rows in found.items()
    ]


def covered_by(
    session: Session, case_id: UUID, organisation_id: UUID, consent_ids: Iterable[UUID]
) -> Covering:
    """Return what consents cover that hold for an organisation; of two for a cell the one that ends last.

    Raises:
        RefusedError: one of them does not hold, or is for somebody else.
    """
    wanted = set(consent_ids)
    if not wanted:
        return {}
    rows = session.execute(HOLDING, {"case_id": case_id, "organisation_id": organisation_id}).all()
    if not wanted <= {row.id for row in rows}:
        raise RefusedError("consent_ids", "unknown")
    return {(row.party_id, row.category): row.id for row in rows if row.id in wanted}


def resting_on(session: Session, link_id: UUID) -> Covering:
    """Return which consent each cell of a link rests on, where it rests on one."""
    rows: Any = session.execute(RESTING, {"link_id": link_id})
    return {(party_id, category): consent_id for party_id, category, consent_id in rows}


def rest(session: Session, link: Link, consent_ids: Iterable[UUID], *, freed: bool = False) -> bool:
    """Let the cells of a link rest on these consents as far as they cover them.

    The others stay as they are, unless they are freed: the link is founded on what needs no consent. Returns whether
    one rests on something else than before.

    Raises:
        RefusedError: one of the consents does not hold, or is for somebody else.
    """
    session.flush()
    covering = covered_by(session, link.case_id, link.organisation_id, consent_ids)
    changed = False
    for cell in session.scalars(select(ScopeCell).where(ScopeCell.link_id == link.id)):
        covered = covering.get((cell.party_id, cell.category))
        if (covered is not None or freed) and covered != cell.consent_id:
            cell.consent_id, changed = covered, True
    session.flush()
    return changed


def without_consent(scope: Scope, *covering: Covering) -> Scope:
    """Return the cells of a scope that nothing covers."""
    return frozenset(cell for cell in scope if not any(cell in one for one in covering))
