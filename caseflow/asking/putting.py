"""Asking for information: of who directs cases, about a person or in a case; and of a professional, by a seat."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access import shown
from caseflow.access.check import Act, require
from caseflow.access.elsewhere import case_to_ask
from caseflow.access.guard import actor_of
from caseflow.audit.trail import record
from caseflow.casefile.tripwire.facts import words_of
from caseflow.cases.linked import RUNS, People, named_by_links
from caseflow.cases.queries import CaseHead
from caseflow.cases.refusals import RefusedError
from caseflow.clock import local_date
from caseflow.models import (
    InfoRequest,
    InfoRequestParty,
    InfoRequestPlace,
    Link,
    LinkProfessional,
    Organisation,
    Party,
    ScopeCell,
    User,
)


@dataclass(frozen=True)
class Asked:
    """What the form of the chain asks of who asks: who they are in this, by what law, what for, what, and by when."""

    role: str
    function: str
    legal_task: str
    purpose: str
    need: str
    due_on: date


@dataclass(frozen=True)
class AboutPerson:
    """Which organisation is asked, about whom: as the asker knows them."""

    organisation_id: UUID
    person_name: str
    person_born_on: date | None


WHO_DIRECTS = (
    select(Organisation.id, Organisation.name)
    .where(shown.directs_cases(Organisation.__table__.c.id))
    .order_by(Organisation.name, Organisation.id)
)
NAMED: Any = (
    select(User.id, User.name, Organisation.name.label("organisation"), User.organisation_id)
    .join(Organisation, Organisation.id == User.organisation_id)
    .where(
        User.deactivated_at.is_(None),
        User.id != bindparam("me"),
        ~shown.hidden_from(User.__table__.c.id, bindparam("case_id")),
        User.id.in_(named_by_links(RUNS)),
    )
    .order_by(User.name, User.id)
)
KNOWN_TO: Any = (
    select(ScopeCell.party_id)
    .join(Link, Link.id == ScopeCell.link_id)
    .join(LinkProfessional, LinkProfessional.link_id == Link.id)
    .where(Link.case_id == bindparam("case_id"), LinkProfessional.user_id == bindparam("user_id"), RUNS)
    .distinct()
)


def who_directs(session: Session) -> People:
    """Return the organisations that direct cases here: whom anybody can ask about a person."""
    return [(row.id, row.name) for row in session.execute(WHO_DIRECTS)]


def who_can_be_asked(session: Session, case_id: UUID) -> People:
    """Return the professionals whom a seat can ask: those whom a running link with the case names."""
    rows = session.execute(NAMED, {"case_id": case_id, "me": actor_of(session).user_id})
    return [(row.id, f"{row.name} ({row.organisation})") for row in rows]


def ask_about_person(session: Session, about: AboutPerson, asked: Asked) -> UUID:
    """Ask who directs cases at an organisation about a person. Whether anybody is known by that name shows nowhere.

    Raises:
        ForbiddenError: the actor is no partner's professional.
        RefusedError: the organisation directs no cases, or the day is no later one.
    """
    require(session, Act.PERSON_ASK)
    _require_later(session, asked)
    if about.organisation_id not in dict(who_directs(session)):
        raise RefusedError("organisation_id", "unknown")
    lies_at = case_to_ask(session, about.organisation_id, about.person_name, about.person_born_on)
    request_id = _put(session, asked, **asdict(about))
    session.add(InfoRequestPlace(request_id=request_id, case_id=lies_at))
    record(session, "request.asked")
    return request_id


def ask_in_case(session: Session, case: CaseHead, party_ids: Collection[UUID], asked: Asked) -> UUID:
    """Ask the director of a case that is shared with the actor.

    Raises:
        ForbiddenError: the case is not shared with the actor.
        RefusedError: a party is not on the list, or the day is no later one.
    """
    require(session, Act.DIRECTOR_ASK, case.id)
    _require_later(session, asked)
    _require_parties(session, case.id, party_ids)
    request_id = _put(session, asked, organisation_id=case.organisation_id, case_id=case.id)
    _about(session, request_id, party_ids)
    record(session, "request.asked", case_id=case.id, party_ids=party_ids)
    return request_id


def ask_professional(
    session: Session, case: CaseHead, asked_id: UUID, party_ids: Collection[UUID], asked: Asked
) -> UUID:
    """Ask a professional by name about parties of whom they know already.

    Raises:
        ForbiddenError: the actor holds no seat.
        RefusedError: the professional is not on the list or does not know of a party, the day is no later one, or
            what the professional will read says a protected place.
    """
    require(session, Act.PROFESSIONAL_ASK, case.id)
    _require_later(session, asked)
    people = session.execute(NAMED, {"case_id": case.id, "me": actor_of(session).user_id}).all()
    works_at = {row.id: row.organisation_id for row in people}
    if asked_id not in works_at:
        raise RefusedError("asked_id", "unknown")
    if not party_ids:
        raise RefusedError("party_ids", "nobody")
    known = session.scalars(KNOWN_TO, {"case_id": case.id, "user_id": asked_id}).all()
    if not set(party_ids) <= set(known):
        raise RefusedError("party_ids", "not_known_to_them")
    _require_no_protected_words(session, case.id, asked)
    who = {"organisation_id": works_at[asked_id], "asked_id": asked_id}
    request_id = _put(session, asked, **who, case_id=case.id)
    _about(session, request_id, party_ids)
    record(session, "request.asked", case_id=case.id, party_ids=party_ids)
    return request_id


def _put(session: Session, asked: Asked, **of_what: Any) -> UUID:
    actor = actor_of(session)
    request = InfoRequest(asked_by_id=actor.user_id, asked_at=actor.now, **asdict(asked), **of_what)
    session.add(request)
    session.flush()
    return request.id


def _about(session: Session, request_id: UUID, party_ids: Collection[UUID]) -> None:
    session.add_all(InfoRequestParty(request_id=request_id, party_id=one) for one in set(party_ids))
    session.flush()


def _require_later(session: Session, asked: Asked) -> None:
    if asked.due_on <= local_date(actor_of(session).now):
        raise RefusedError("due_on", "past")


def _require_parties(session: Session, case_id: UUID, party_ids: Collection[UUID]) -> None:
    known = session.scalars(select(Party.id).where(Party.case_id == case_id)).all()
    if not set(party_ids) <= set(known):
        raise RefusedError("party_ids", "unknown")


def _require_no_protected_words(session: Session, case_id: UUID, asked: Asked) -> None:
    words = words_of(session, case_id)
    for name, said in asdict(asked).items():
        if words and isinstance(said, str) and words.find(said):
            raise RefusedError(name, "protected_words")
