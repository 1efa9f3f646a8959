"""Who read this file: seats see it with names, privacy officers without, nobody else sees it."""

from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.check import ForbiddenError
from caseflow.access.guard import bind
from caseflow.audit.queries import access_log
from caseflow.audit.trail import record
from caseflow.db import GuardedSession, db
from caseflow.models import Party, Person
from caseflow.models.vocabulary import Role
from tests.audit.world import NOW


def as_(actor):
    session = GuardedSession(db=db)
    bind(session, actor)
    return session


@pytest.fixture
def case_id(office):
    """Yield a case with one party, of which three things were done."""
    case_id, party_id, person_id = office.case_ids[0], uuid4(), uuid4()
    with Session(db.engine) as session:
        session.add(Person(id=person_id, key="p", name="Samira"))
        session.flush()
        session.add(Party(id=party_id, case_id=case_id, person_id=person_id))
        session.commit()
    with as_(office.director()) as session:
        record(session, "case.edit", case_id=case_id)
        record(session, "party.set", case_id=case_id, party_ids=[party_id])
        record(session, "timeline.read", case_id=case_id, entry_ids=[uuid4(), uuid4()])
        record(session, "case.edit", case_id=office.case_ids[1])
        session.commit()
    return case_id


def test_a_seat_reads_who_did_what_newest_first_with_the_names_of_parties(office, case_id):
    with as_(office.director()) as session:
        log = access_log(session, case_id)
    assert [(line.act, line.user, line.organisation, line.through) for line in log.items] == [
        ("timeline.read", "Dirk", "Regie", "seat:director"),
        ("party.set", "Dirk", "Regie", "seat:director"),
        ("case.edit", "Dirk", "Regie", "seat:director"),
    ]
    assert [(line.parties, line.party_count, line.entry_count) for line in log.items] == [
        ((), 0, 2),
        (("Samira",), 1, 0),
        ((), 0, 0),
    ]


def test_a_privacy_officer_reads_that_parties_were_read_and_not_their_names(office, case_id):
    with as_(office.officer()) as session:
        log = access_log(session, case_id)
    assert [(line.parties, line.party_count) for line in log.items] == [((), 0), ((), 1), ((), 0)]
    assert {line.user for line in log.items} == {"Dirk"}


def test_pages_follow_each_other_without_a_gap(office, case_id):
    with as_(office.director()) as session:
        first = access_log(session, case_id, limit=2)
        second = access_log(session, case_id, cursor=first.next, limit=2)
    assert [line.act for line in first.items + second.items] == ["timeline.read", "party.set", "case.edit"]
    assert (first.next is None, second.next) == (False, None)


@pytest.mark.parametrize("roles", [set(), {Role.CASE_DIRECTOR}, {Role.ADMINISTRATOR}, {Role.EVALUATOR}])
def test_nobody_else_reads_the_log(office, case_id, roles):
    somebody = Actor(uuid4(), office.organisation_id, office.team_id, frozenset(roles), NOW)
    with as_(somebody) as session, pytest.raises(ForbiddenError):
        access_log(session, case_id)
