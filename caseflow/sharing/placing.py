"""Writes what stands below a link: what it is for, whom it names and what it opens."""

from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from caseflow.cases.labels import assign_labels
from caseflow.cases.refusals import RefusedError
from caseflow.models import Link, LinkProfessional, LinkPurpose, LinkWeighing, ScopeCell
from caseflow.sharing.checks import parties_in
from caseflow.sharing.people import professionals_of
from caseflow.sharing.queries import Scope


def explain(session: Session, link: Link, purpose: str, weighing: str | None) -> None:
    """Say what the link is for, and why it opens this much, in the place of what was said before."""
    for model in (LinkPurpose, LinkWeighing):
        session.execute(delete(model).where(model.link_id == link.id))
    session.execute(insert(LinkPurpose).values(link_id=link.id, purpose=purpose))
    if weighing:
        why = {"link_id": link.id, "case_id": link.case_id, "weighing": weighing}
        session.execute(insert(LinkWeighing).values(why))


def replace_people(session: Session, link: Link, wanted: frozenset[UUID]) -> None:
    """Name these people; who was named and cannot be chosen any more stays named, and has no access.

    Raises:
        RefusedError: somebody else is among them, or nobody is left.
    """
    possible = {user_id for user_id, _name in professionals_of(session, link.case_id, link.organisation_id)}
    named = session.scalars(select(LinkProfessional).where(LinkProfessional.link_id == link.id)).all()
    stay = {row.user_id for row in named} - possible
    if not wanted <= possible or not wanted | stay:
        raise RefusedError("professional_ids", "unknown")
    for row in named:
        if row.user_id in possible - wanted:
            session.delete(row)
    name_people(session, link.id, wanted - {row.user_id for row in named})


def name_people(session: Session, link_id: UUID, user_ids: frozenset[UUID]) -> None:
    """Name people in a link that does not name them yet."""
    session.add_all(LinkProfessional(link_id=link_id, user_id=user_id) for user_id in user_ids)


def replace_scope(session: Session, link_id: UUID, before: Scope, after: Scope) -> None:
    """Let a link open these cells and no others; a letter once given stays."""
    for cell in session.scalars(select(ScopeCell).where(ScopeCell.link_id == link_id)):
        if (cell.party_id, cell.category) not in after:
            session.delete(cell)
    open_cells(session, link_id, after - before)


def open_cells(session: Session, link_id: UUID, scope: Scope) -> None:
    """Let a link open cells that it does not open yet, and give their parties letters."""
    session.add_all(
        ScopeCell(link_id=link_id, party_id=party_id, category=category) for party_id, category in scope
    )
    assign_labels(session, link_id, parties_in(scope))


def cells_of(session: Session, link_id: UUID) -> Scope:
    """Return what a link opens."""
    wanted = select(ScopeCell.party_id, ScopeCell.category).where(ScopeCell.link_id == link_id)
    return frozenset((party_id, category) for party_id, category in session.execute(wanted))
