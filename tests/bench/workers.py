"""Two who look things up in a region: a director, and a professional in a case with many links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from string import ascii_uppercase
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.actor import Actor
from caseflow.casefile.rows import PlacedRow
from caseflow.db import db
from caseflow.models.vocabulary import Basis, Category, Role
from caseflow.seeding.bulk import Bulk
from tests.bench.installation import NOON, ORDINARY, Installation

LINKS, PARTIES = 10, 8
"""How many users are linked to the case of many links, and about how many parties each link opens every category."""
PARTNERS = (
    select(models.User.id, models.User.organisation_id)
    .join(models.UserRole, models.UserRole.user_id == models.User.id)
    .where(models.UserRole.role == Role.PARTNER)
    .order_by(models.User.id)
    .limit(LINKS)
)


@dataclass(frozen=True)
class Worker:
    """Who asks, about which case, and how their list is filtered unasked."""

    actor: Actor
    reference: str
    status: str


def director(installed: Installation) -> Worker:
    """Return the director of an installation, in their case of ordinary size."""
    with Session(db.engine) as session:
        return Worker(_actor(session, installed.director_id), installed.reference, "open")


def professional(installed: Installation) -> Worker:
    """Return a professional in a case of ordinary size, to which they and others are now linked."""
    with Session(db.engine) as session:
        case_id = _ordinary_case_of_others(session, installed)
        parties = session.scalars(select(models.Party.id).where(models.Party.case_id == case_id)).all()
        users = session.execute(PARTNERS).all()
        actor = _actor(session, users[0].id)
        reference = session.get_one(models.Case, case_id).reference
    newcomers = [uuid4() for _ in range(PARTIES - len(parties))]
    with db.engine.connect() as connection:
        bulk = Bulk(connection)
        for party_id in newcomers:
            bulk.add(_party(case_id, party_id))
        for user in users:
            bulk.add(_link(case_id, user.id, user.organisation_id, [*parties, *newcomers]))
        bulk.write()
    return Worker(actor, reference, "")


def _ordinary_case_of_others(session: Session, installed: Installation) -> UUID:
    size = func.count(models.Entry.id)
    return session.scalars(
        select(models.Entry.case_id)
        .join(models.Case, models.Case.id == models.Entry.case_id)
        .where(models.Case.director_id != installed.director_id)
        .group_by(models.Entry.case_id)
        .having(size >= ORDINARY)
        .order_by(size, models.Entry.case_id)
        .limit(1)
    ).one()


def _actor(session: Session, user_id: UUID) -> Actor:
    user = session.get_one(models.User, user_id)
    roles = session.scalars(select(models.UserRole.role).where(models.UserRole.user_id == user_id)).all()
    return Actor(user.id, user.organisation_id, user.team_id, frozenset(roles), NOON)


def _party(case_id: UUID, party_id: UUID) -> Iterator[PlacedRow]:
    person_id = uuid4()
    person = {"id": person_id, "key": f"p-{person_id.hex[:12]}", "name": "Wim Fonteyn", "version": 1}
    yield models.Person, person
    yield models.Party, {"id": party_id, "case_id": case_id, "person_id": person_id}


def _link(
    case_id: UUID, user_id: UUID, organisation_id: UUID, party_ids: Sequence[UUID]
) -> Iterator[PlacedRow]:
    link_id = uuid4()
    runs = {"from_at": NOON - timedelta(days=30), "until_at": NOON + timedelta(days=30)}
    about = {"case_id": case_id, "organisation_id": organisation_id, "basis": Basis.PUBLIC_TASK}
    yield models.Link, {"id": link_id, **about, **runs, "may_contribute": True, "version": 1}
    yield models.LinkProfessional, {"link_id": link_id, "user_id": user_id}
    for party_id, letter in zip(party_ids, ascii_uppercase, strict=False):
        yield models.PartyLabel, {"link_id": link_id, "party_id": party_id, "letter": letter}
    for party_id, category in product(party_ids, Category):
        yield models.ScopeCell, {"link_id": link_id, "party_id": party_id, "category": category}
