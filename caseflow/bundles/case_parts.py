"""Loads the rows of one case that are no entries: one statement per table, whatever the session gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.alike import told_about

OF_CASE: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "former_directors": (models.FormerDirector, ("from_at", "id")),
    "deputies": (models.Deputy, ("from_at", "id")),
    "phases": (models.PhaseChange, ("position",)),
    "closures": (models.Closure, ("closed_on", "id")),
    "relationships": (models.Relationship, ("since", "id")),
    "consents": (models.Consent, ("from_at", "id")),
    "links": (models.Link, ("from_at", "id")),
    "exclusions": (models.Exclusion, ("from_at", "id")),
    "break_glass": (models.BreakGlass, ("at", "id")),
    "milestones": (models.Milestone, ("due_on", "id")),
}
"""The lists of a case in a bundle: their tables, and the order in which they are written."""
OF_PERSON: dict[str, type[Any]] = {
    "person_exclusions": models.PersonExclusion,
    "person_ties": models.PersonTie,
}
"""Lists about the persons of a case: who is excluded from all of theirs, and whose accounts are theirs."""


@dataclass(frozen=True)
class CaseParts:
    """What the session gives of a case, as it is stored."""

    case: models.Case
    brief: models.CaseBrief | None
    parties: Sequence[Any]
    """Party with its person, or None for who may not be known by name."""
    roles: dict[UUID, list[models.PartyRole]]
    professionals: dict[UUID, list[UUID]]
    purposes: dict[UUID, str]
    weighings: dict[UUID, str]
    answers: dict[UUID, list[models.LinkAnswer]]
    deeds: dict[UUID, list[models.LinkDeed]]
    cells: dict[UUID, list[models.ScopeCell]]
    covered: dict[UUID, list[models.ConsentCategory]]
    lists: dict[str, Sequence[Any]]

    def users(self) -> Iterator[UUID | None]:
        """Yield every user that these rows name."""
        yield self.case.director_id
        for name, column in (
            ("former_directors", "user_id"),
            ("deputies", "user_id"),
            ("closures", "reviewed_by_id"),
            ("exclusions", "user_id"),
            ("break_glass", "user_id"),
            ("consents", "recorded_by_id"),
            ("consents", "withdrawal_taken_by_id"),
            ("break_glass", "reviewed_by_id"),
            *((name, column) for name in OF_PERSON for column in ("user_id", "set_by_id")),
            ("milestones", "owner_id"),
        ):
            yield from (getattr(row, column) for row in self.lists[name])
        for named in self.professionals.values():
            yield from named
        for answers in self.answers.values():
            yield from (answer.answered_by_id for answer in answers)
        for deeds in self.deeds.values():
            yield from (deed.done_by_id for deed in deeds)

    def organisations(self) -> Iterator[UUID | None]:
        """Yield every organisation that these rows name."""
        yield self.case.organisation_id
        yield None if self.brief is None else self.brief.brought_in_by_id
        for name in ("links", "consents"):
            yield from (row.organisation_id for row in self.lists[name])
        for roles in self.roles.values():
            yield from (role.source_id for role in roles)


def load_parts(session: Session, reference: str) -> CaseParts | None:
    """Load a case; nothing when there is none, or none for who asks."""
    case = session.scalars(select(models.Case).where(models.Case.reference == reference)).one_or_none()
    if case is None:
        return None
    lists = {name: session.scalars(_of_case(case.id, name)).all() for name in OF_CASE}
    for name, model in OF_PERSON.items():
        here = select(models.Party.person_id).where(models.Party.case_id == case.id)
        statement = select(model).where(model.person_id.in_(here)).order_by(model.from_at, model.id)
        rows = session.scalars(statement).all()
        told = told_about(session, model, {row.user_id for row in rows})
        lists[name] = [row for row in rows if row.id in told]
    purposes = _purposes(session, case.id)
    # Who watches over the links of a case knows that there are others: those are not theirs to take.
    lists["links"] = [link for link in lists["links"] if link.id in purposes]
    link_ids = list(purposes)
    return CaseParts(
        case=case,
        brief=session.get(models.CaseBrief, case.id),
        parties=session.execute(_parties(case.id)).all(),
        roles=_grouped(session.scalars(_roles(case.id)), "party_id"),
        professionals=_professionals(session, link_ids),
        purposes=purposes,
        weighings=_weighings(session, case.id),
        answers=_grouped(session.scalars(_told(models.LinkAnswer, case.id, "answered_at")), "link_id"),
        deeds=_grouped(session.scalars(_told(models.LinkDeed, case.id, "done_at")), "link_id"),
        cells=_grouped(session.scalars(_cells(link_ids)), "link_id"),
        covered=_grouped(session.scalars(_covered(case.id)), "consent_id"),
        lists=lists,
    )


def _of_case(case_id: UUID, name: str) -> Select[Any]:
    model, order = OF_CASE[name]
    return (
        select(model).where(model.case_id == case_id).order_by(*(getattr(model, column) for column in order))
    )


def _parties(case_id: UUID) -> Any:
    party, person = models.Party, models.Person
    return (
        select(party, person)
        .outerjoin(person, person.id == party.person_id)
        .where(party.case_id == case_id)
        .order_by(party.key, party.id)
    )


def _roles(case_id: UUID) -> Select[Any]:
    role, party = models.PartyRole, models.Party
    return (
        select(role)
        .join(party, party.id == role.party_id)
        .where(party.case_id == case_id)
        .order_by(role.from_on, role.role, role.id)
    )


def _cells(link_ids: list[UUID]) -> Select[Any]:
    cell = models.ScopeCell
    return select(cell).where(cell.link_id.in_(link_ids)).order_by(cell.party_id, cell.category)


def _covered(case_id: UUID) -> Select[Any]:
    own, consent = models.ConsentCategory, models.Consent
    covered = select(own).join(consent, consent.id == own.consent_id).where(consent.case_id == case_id)
    return covered.order_by(own.category)


def _purposes(session: Session, case_id: UUID) -> dict[UUID, str]:
    link, own = models.Link, models.LinkPurpose
    purposes = select(own.link_id, own.purpose).join(link, link.id == own.link_id)
    return {row.link_id: row.purpose for row in session.execute(purposes.where(link.case_id == case_id))}


def _weighings(session: Session, case_id: UUID) -> dict[UUID, str]:
    own = models.LinkWeighing
    weighings = select(own.link_id, own.weighing).where(own.case_id == case_id)
    return {row.link_id: row.weighing for row in session.execute(weighings)}


def _told(model: Any, case_id: UUID, moment: str) -> Select[Any]:
    return select(model).where(model.case_id == case_id).order_by(getattr(model, moment), model.id)


def _professionals(session: Session, link_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    own = models.LinkProfessional
    statement = select(own.link_id, own.user_id).where(own.link_id.in_(link_ids)).order_by(own.user_id)
    professionals: dict[UUID, list[UUID]] = {}
    for link_id, user_id in session.execute(statement):
        professionals.setdefault(link_id, []).append(user_id)
    return professionals


def _grouped(rows: Any, column: str) -> dict[UUID, list[Any]]:
    groups: dict[UUID, list[Any]] = {}
    for row in rows:
        groups.setdefault(getattr(row, column), []).append(row)
    return groups
