"""What people can do with the parties of a case: add, correct, take out, and say in which role they are there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseflow.access.alike import hold_alike
from caseflow.access.check import Act, require
from caseflow.access.elsewhere import forget_person, parties_of_person
from caseflow.access.guard import actor_of
from caseflow.audit.former import forget, keeping
from caseflow.audit.trail import record
from caseflow.cases.refusals import RefusedError, same_version, saving
from caseflow.clock import local_date
from caseflow.models import Case, Milestone, Organisation, Party, PartyRole, Person
from caseflow.models.vocabulary import Gender, PartyRoleKind
from caseflow.schedule.milestones import FIRST_CONTACT, on_new_party
from caseflow.schedule.planning import plan

EARLIEST_BIRTH = date(1900, 1, 1)
"""Nobody alive was born before."""
AT_A_DISTANCE = frozenset(
    {
        PartyRoleKind.FACILITATOR,
        PartyRoleKind.LEGAL_REPRESENTATIVE,
        PartyRoleKind.NETWORK_SUPPORT,
        PartyRoleKind.PRIVATE_REPORTER,
    }
)
"""Roles of people outside the family: no first contact is planned with them."""


@dataclass(frozen=True)
class NewRole:
    """A role that a party has, from a day until a day, according to an organisation."""

    role: PartyRoleKind
    from_on: date | None = None
    until_on: date | None = None
    source_id: UUID | None = None


@dataclass(frozen=True)
class PersonFacts:
    """Who somebody is."""

    name: str
    born_on: date | None = None
    died_on: date | None = None
    gender: Gender | None = None


@dataclass(frozen=True)
class NewParty:
    """Somebody who joins the case: a person who is known from another case, or a new one."""

    person: UUID | PersonFacts
    role: NewRole | None = None


def add_party(session: Session, case_id: UUID, new: NewParty) -> UUID:
    """Let somebody join the case; return the party.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: the person is unknown to the actor or in the case already, or a date cannot be.
    """
    require(session, Act.PARTY_SET, case_id)
    if isinstance(new.person, UUID):
        person_id = _known_person(session, case_id, new.person)
    else:
        person_id = _new_person(session, new.person)
    party = Party(id=uuid4(), case_id=case_id, person_id=person_id)
    session.add(party)
    session.flush()
    if new.role is not None:
        _add_role(session, party.id, new.role)
    if new.role is None or new.role.role not in AT_A_DISTANCE:
        _plan_first_contact(session, case_id, party.id)
    record(session, "party.added", case_id=case_id, party_ids=[party.id])
    return party.id


def edit_person(session: Session, case_id: UUID, party_id: UUID, facts: PersonFacts, version: int) -> None:
    """Correct who somebody is, in every case they are in; each keeps what was said before, and its log says so.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: there is no such party, or a date cannot be.
    """
    require(session, Act.PARTY_SET, case_id)
    _check_facts(session, facts)
    party = get_party(session, case_id, party_id)
    person = session.scalars(select(Person).where(Person.id == party.person_id)).one()
    same_version(person.version, version)
    was = person.name, person.born_on
    with saving(session), keeping(session, person):
        person.name, person.gender = facts.name, facts.gender
        person.born_on, person.died_on = facts.born_on, facts.died_on
    if (person.name, person.born_on) != was:
        hold_alike(session, person.id)
    for one, there in parties_of_person(session, person.id).items():
        record(session, "person.edited", case_id=one, party_ids=[there])


def remove_party(session: Session, case_id: UUID, party_id: UUID) -> None:
    """Take a party out that was added by mistake: nothing in the file may be about them.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: there is no such party, or something is about them.
    """
    require(session, Act.PARTY_SET, case_id)
    party = get_party(session, case_id, party_id)
    person = session.scalars(select(Person).where(Person.id == party.person_id)).one()
    still_planned = delete(Milestone).where(
        Milestone.party_id == party_id, Milestone.kind == FIRST_CONTACT, Milestone.done_on.is_(None)
    )
    try:
        with session.begin_nested():
            session.execute(still_planned)
            session.execute(delete(PartyRole).where(PartyRole.party_id == party_id))
            forget(session, case_id, party_id)
            session.delete(party)
            session.flush()
    except IntegrityError as error:
        raise RefusedError("party", "in_use") from error
    forget_person(session, person)
    record(session, "party.removed", case_id=case_id, party_ids=[party_id])


def add_role(session: Session, case_id: UUID, party_id: UUID, new: NewRole) -> None:
    """Say in which role a party is in the case.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: there is no such party or organisation, or the dates cannot be.
    """
    require(session, Act.PARTY_SET, case_id)
    get_party(session, case_id, party_id)
    _add_role(session, party_id, new)
    record(session, "role.added", case_id=case_id, party_ids=[party_id])


def end_role(session: Session, case_id: UUID, party_id: UUID, role_id: UUID, until_on: date) -> None:
    """Say until which day a party had a role.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: there is no such role, it ended before, or the day lies before its first.
    """
    require(session, Act.PARTY_SET, case_id)
    role = _get_role(session, case_id, party_id, role_id)
    if role.from_on is not None and until_on < role.from_on:
        raise RefusedError("until_on", "before_start")
    running = update(PartyRole).where(PartyRole.id == role_id, PartyRole.until_on.is_(None))
    ended = session.execute(running.values(until_on=until_on).returning(PartyRole.id)).all()
    if not ended:
        raise RefusedError("until_on", "ended_before")
    record(session, "role.ended", case_id=case_id, party_ids=[party_id])


def remove_role(session: Session, case_id: UUID, party_id: UUID, role_id: UUID) -> None:
    """Take a role away that was written down by mistake.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: there is no such role.
    """
    require(session, Act.PARTY_SET, case_id)
    session.delete(_get_role(session, case_id, party_id, role_id))
    record(session, "role.removed", case_id=case_id, party_ids=[party_id])


def get_party(session: Session, case_id: UUID, party_id: UUID) -> Party:
    """Return a party of a case.

    Raises:
        RefusedError: there is none.
    """
    found = session.scalar(select(Party).where(Party.id == party_id, Party.case_id == case_id))
    if found is None:
        raise RefusedError("party", "unknown")
    return found


def _get_role(session: Session, case_id: UUID, party_id: UUID, role_id: UUID) -> PartyRole:
    get_party(session, case_id, party_id)
    found = session.scalar(select(PartyRole).where(PartyRole.id == role_id, PartyRole.party_id == party_id))
    if found is None:
        raise RefusedError("role", "unknown")
    return found


def _new_person(session: Session, facts: PersonFacts) -> UUID:
    _check_facts(session, facts)
    person_id = uuid4()
    session.add(
        Person(
            id=person_id,
            key=person_id.hex,
            name=facts.name,
            born_on=facts.born_on,
            died_on=facts.died_on,
            gender=facts.gender,
        )
    )
    hold_alike(session, person_id)
    return person_id


def _known_person(session: Session, case_id: UUID, person_id: UUID) -> UUID:
    here = select(Party.id).where(Party.person_id == person_id, Party.case_id == case_id)
    if session.scalar(here) is not None:
        raise RefusedError("person", "already_here")
    if session.scalar(select(Person.id).where(Person.id == person_id)) is None:
        raise RefusedError("person", "unknown")
    return person_id


def _check_facts(session: Session, facts: PersonFacts) -> None:
    today = local_date(actor_of(session).now)
    if facts.born_on is not None and not EARLIEST_BIRTH <= facts.born_on <= today:
        raise RefusedError("born_on", "in_the_future" if facts.born_on > today else "too_long_ago")
    if facts.died_on is None:
        return
    if facts.died_on > today:
        raise RefusedError("died_on", "in_the_future")
    if facts.born_on is not None and facts.died_on < facts.born_on:
        raise RefusedError("died_on", "before_start")


def _add_role(session: Session, party_id: UUID, new: NewRole) -> None:
    if new.from_on is not None and new.until_on is not None and new.until_on < new.from_on:
        raise RefusedError("until_on", "before_start")
    known = select(Organisation.id).where(Organisation.id == new.source_id)
    if new.source_id is not None and session.scalar(known) is None:
        raise RefusedError("source", "unknown")
    session.add(
        PartyRole(
            party_id=party_id,
            role=new.role,
            from_on=new.from_on,
            until_on=new.until_on,
            source_id=new.source_id,
        )
    )
    session.flush()


def _plan_first_contact(session: Session, case_id: UUID, party_id: UUID) -> None:
    director_id = session.scalars(select(Case.director_id).where(Case.id == case_id)).one()
    plan(session, case_id, director_id, on_new_party(local_date(actor_of(session).now), party_id))
