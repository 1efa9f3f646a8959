"""What the JSON door looks up besides what the pages do: by an id alone, in lists without pages, and by keys."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.sets import CASE, seat
from caseflow.access.shown import (
    case_status,
    contact_point_id,
    current_phase,
    organisation_key,
    organisation_name,
    user_key,
    user_name,
)
from caseflow.audit import reads
from caseflow.casefile.keys import party_keys
from caseflow.casefile.members import Points
from caseflow.casefile.portrait import Known
from caseflow.casefile.queries import directory
from caseflow.casefile.reading import Reading
from caseflow.casefile.timeline import sources
from caseflow.models import Case, Entry, Milestone, Organisation, User


@dataclass(frozen=True)
class CaseItem:
    """A case, as everyone for whom it exists may know it."""

    id: UUID
    reference: str
    status: str
    phase: str | None
    opened_on: date
    director: Known
    contact_point: Known
    organisation: Known
    seated: bool


@dataclass(frozen=True)
class Place:
    """In which case something is."""

    case_id: UUID
    reference: str


@dataclass(frozen=True)
class Account:
    """Keys and names of who asks and where they work."""

    key: str
    name: str
    email: str
    organisation: Known


CASES = select(
    Case.id,
    Case.reference,
    case_status().label("status"),
    current_phase().label("phase"),
    Case.opened_on,
    user_key(Case.__table__.c.director_id).label("director_key"),
    user_name(Case.__table__.c.director_id).label("director"),
    user_key(contact_point_id()).label("contact_key"),
    user_name(contact_point_id()).label("contact"),
    organisation_key(Case.__table__.c.organisation_id).label("organisation_key"),
    organisation_name(Case.__table__.c.organisation_id).label("organisation"),
    seat(CASE.c.id).label("seated"),
)
PAGE_OF_CASES = (
    CASES.where(Case.reference > bindparam("after")).order_by(Case.reference).limit(bindparam("limit"))
)
ONE_CASE = CASES.where(Case.reference == bindparam("reference"))
PLACE_OF_ENTRY = (
    select(Case.id, Case.reference)
    .join(Entry, Entry.case_id == Case.id)
    .where(Entry.id == bindparam("wanted"))
)
PLACE_OF_MILESTONE = (
    select(Case.id, Case.reference)
    .join(Milestone, Milestone.case_id == Case.id)
    .where(Milestone.id == bindparam("wanted"))
)
KEYS_OF_MILESTONES = select(
    Milestone.id, Milestone.key, user_key(Milestone.__table__.c.owner_id).label("owner")
).where(Milestone.case_id == bindparam("case_id"))
ACCOUNT = (
    select(
        User.key,
        User.name,
        User.email,
        Organisation.key.label("organisation_key"),
        Organisation.name.label("organisation"),
    )
    .join(Organisation, Organisation.id == User.organisation_id)
    .where(User.id == bindparam("wanted"))
)
ORGANISATIONS = select(Organisation.key, Organisation.id)
USERS = select(User.key, User.id).where(User.id.in_(bindparam("ids", expanding=True)))


def cases(session: Session, after: str, limit: int) -> list[CaseItem]:
    """Return the cases that exist for the reader, by reference, from after one on."""
    found = [_item(row) for row in session.execute(PAGE_OF_CASES, {"after": after, "limit": limit})]
    for one in found:
        reads.saw(session, "cases.list", one.id)
    return found


def case_item(session: Session, reference: str) -> CaseItem | None:
    """Return a case that exists for the reader, or nothing."""
    row = session.execute(ONE_CASE, {"reference": reference}).one_or_none()
    if row is None:
        return None
    reads.saw_part(session, row.id)
    return _item(row)


def _item(row: Any) -> CaseItem:
    return CaseItem(
        id=row.id,
        reference=row.reference,
        status=row.status,
        phase=row.phase,
        opened_on=row.opened_on,
        director=Known(row.director_key, row.director),
        contact_point=Known(row.contact_key, row.contact),
        organisation=Known(row.organisation_key, row.organisation),
        seated=row.seated,
    )


def place_of_entry(session: Session, entry_id: UUID) -> Place | None:
    """Return in which case an entry is, if the reader may know of both."""
    return _place(session, PLACE_OF_ENTRY, entry_id)


def place_of_milestone(session: Session, milestone_id: UUID) -> Place | None:
    """Return in which case a milestone is, if the reader may know of both."""
    return _place(session, PLACE_OF_MILESTONE, milestone_id)


def _place(session: Session, statement: Select[UUID, str], wanted: UUID) -> Place | None:
    row = session.execute(statement, {"wanted": wanted}).one_or_none()
    return None if row is None else Place(row[0], row[1])


def keys_of_milestones(session: Session, case_id: UUID) -> dict[UUID, tuple[str | None, str | None]]:
    """Return the keys of milestones and of their owners."""
    reads.saw_part(session, case_id)
    return {row.id: (row.key, row.owner) for row in session.execute(KEYS_OF_MILESTONES, {"case_id": case_id})}


def account(session: Session) -> Account:
    """Return who asks."""
    row = session.execute(ACCOUNT, {"wanted": actor_of(session).user_id}).one()
    return Account(row.key, row.name, row.email, Known(row.organisation_key, row.organisation))


def party_ids(session: Session, case_id: UUID) -> dict[str, UUID]:
    """Return the parties that exist for the reader, by key and by id."""
    return _by_key((key, party_id) for party_id, key in party_keys(session, case_id).items())


def reading(session: Session, case_id: UUID) -> Reading:
    """Return what the keys in an entry mean for who writes it.

    Two organisations, far apart, may have the same key: the one that takes part in the case is meant.
    """
    actor = actor_of(session)
    workers = directory(session, case_id).workers
    near = {worker.organisation_id for worker in workers} | {row[0] for row in sources(session, case_id)}
    users = session.execute(USERS, {"ids": [*(worker.id for worker in workers), actor.user_id]})
    return Reading(
        keys={
            Points.PARTY: party_ids(session, case_id),
            Points.USER: _by_key((row.key, row.id) for row in users),
            Points.ORGANISATION: _by_key(((row.key, row.id) for row in session.execute(ORGANISATIONS)), near),
        },
        organisation_of={worker.id: worker.organisation_id for worker in workers}
        | {actor.user_id: actor.organisation_id},
    )


def _by_key(known: Iterable[tuple[str, UUID]], near: Collection[UUID] = ()) -> dict[str, UUID]:
    by_key: defaultdict[str, list[UUID]] = defaultdict(list)
    for key, id_ in known:
        by_key[key].append(id_)
        by_key[str(id_)] = [id_]
    clear = {key: [id_ for id_ in ids if id_ in near] or ids for key, ids in by_key.items()}
    return {key: ids[0] for key, ids in clear.items() if len(ids) == 1}
