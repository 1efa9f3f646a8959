"""What PostgreSQL finds and keeps for a transaction is for who spoke when it was found, and is what the rules open."""

from itertools import product

import pytest
from sqlalchemy import func, select, text

from caseflow.access.asking import values_for
from caseflow.access.roles import ACTORS, open_beside_seats, open_entries, speak_as
from caseflow.models import Entry
from tests.access.asking import actor, behind_the_second_wall_alone, everything
from tests.access.oracle import reader
from tests.access.seen import visible
from tests.access.test_opened import NOW, loaded_town, two_who_differ
from tests.access.test_worlds import readable
from tests.databases import fresh_database

ALL_FOUND = text("SELECT current_setting('caseflow.all_found', true)")


@pytest.fixture(scope="module", params=["postgresql"])
def shared_database_url(request):
    """Give the tests of this module a database on PostgreSQL."""
    with fresh_database(request) as url:
        yield url


@pytest.fixture(scope="module")
def town(connection):
    """A world in which a professional reads some entries of a case without a seat, and somebody else does not."""
    return loaded_town(connection)


@pytest.fixture
def wall(connection, town):
    """Speak for that professional, with no other rules than those of the database."""
    with behind_the_second_wall_alone(connection, two_who_differ(town)[1], NOW) as session:
        yield session
        session.rollback()


def test_postgresql_believes_nobody_that_an_entry_is_open(wall, connection, town):
    every = {entry.id for case in town.cases for entry in case.entries}
    open_entries(connection, every)
    assert set(wall.scalars(select(Entry.id))) == readable(reader(town, two_who_differ(town)[1], NOW))


def test_what_was_found_for_one_is_not_open_to_who_speaks_next(wall, connection, town):
    _case, _user, own, other = two_who_differ(town)
    open_entries(connection, own)
    speak_as(connection, ACTORS, values_for(actor(other, NOW)))
    assert everything(wall) == visible(reader(town, other, NOW))


def test_sets_that_are_kept_for_one_are_not_found_by_who_speaks_next(connection, town):
    _case, user, _own, other = two_who_differ(town)
    with behind_the_second_wall_alone(connection, user, NOW, keeps=True) as session:
        for one in (user, other, user):
            speak_as(connection, ACTORS, values_for(actor(one, NOW)), keeps=True)
            assert everything(session) == visible(reader(town, one, NOW)), one
        session.rollback()


def test_postgresql_believes_nobody_that_there_is_a_seat(connection, town):
    """It looks for itself, and keeps nothing where others may write meanwhile."""
    case, user, _own, _other = two_who_differ(town)
    seated = next(one for one in town.users if reader(town, one, NOW).has_seat(case))
    for one, keeps in product((user, seated), (True, False)):
        with behind_the_second_wall_alone(connection, one, NOW, keeps=keeps) as session:
            taken = session.scalar(select(func.caseflow_rules.take_seat(case.id)))
            assert taken == (keeps and one is seated)
            assert everything(session) == visible(reader(town, one, NOW)), one
            session.rollback()


def test_a_seat_that_was_taken_is_not_kept_for_who_speaks_next(connection, town):
    case, user, _own, _other = two_who_differ(town)
    seated = next(one for one in town.users if reader(town, one, NOW).has_seat(case))
    with behind_the_second_wall_alone(connection, seated, NOW, keeps=True) as session:
        assert session.scalar(select(func.caseflow_rules.take_seat(case.id)))
        speak_as(connection, ACTORS, values_for(actor(user, NOW)), keeps=True)
        assert everything(session) == visible(reader(town, user, NOW))
        session.rollback()


def test_what_is_gone_through_is_open_for_one_statement(wall, connection, town):
    case, user, own, _other = two_who_differ(town)
    with open_beside_seats(connection):
        assert set(wall.scalars(select(Entry.id).where(Entry.case_id == case.id))) == own
        assert wall.scalar(ALL_FOUND) == "true"
    assert wall.scalar(ALL_FOUND) == ""
    assert everything(wall) == visible(reader(town, user, NOW))
