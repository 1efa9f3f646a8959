"""The rules count how far they reach, and notice when a number moved."""

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from caseflow.access.selftest import self_test
from caseflow.models import LinkProfessional, ReachCount
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.worlds import MOMENTS, numbered

NOW = MOMENTS[3]


@pytest.fixture
def town(connection):
    made = numbered(5)
    load(connection, made)
    return made


@pytest.fixture
def system(connection, town):
    with Session(bind=connection) as session:
        session.execute(delete(ReachCount))
        yield session
        session.rollback()


def reached(town):
    """Count by the design what each user who is named on a running link reads, by case."""
    named = {
        user
        for case in town.cases
        for link in case.links
        if link.from_at <= NOW < link.until_at
        for user in link.professionals
    }
    for user in town.users:
        asked = reader(town, user, NOW)
        for case in town.cases:
            count = sum(asked.reads(case, entry) for entry in case.entries)
            if user.id in named and count:
                yield str(user.id), str(case.id), count


def test_it_counts_what_every_linked_professional_reaches(system, town):
    found = self_test(system, NOW)
    expected = list(reached(town))
    assert found.entries == sum(count for _, _, count in expected) > 0
    assert found.professionals == len({user for user, _, _ in expected})
    assert found.cases == len({case for _, case, _ in expected})
    assert (found.last_at, found.changes) == (None, ())


def test_it_sees_no_change_when_nothing_changed(system, town):
    self_test(system, NOW)
    again = self_test(system, NOW)
    assert (again.last_at, again.changes) == (NOW, ())


def test_it_names_whose_reach_changed(system, town):
    self_test(system, NOW)
    system.execute(delete(LinkProfessional))
    changes = self_test(system, NOW).changes
    assert {(change.email, change.reference, change.before) for change in changes} == set(reached(town))
    assert {change.after for change in changes} == {None}
