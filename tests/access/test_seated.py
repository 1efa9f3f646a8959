"""A seat is found by asking for it; who has one is then asked no more in a transaction that reads, and gets no more."""

from itertools import product

import pytest
from sqlalchemy import Uuid, delete, literal, select, update
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.guard import UnguardedError, bind, release
from caseflow.access.named import about, about_seats
from caseflow.access.roles import past_the_wall
from caseflow.access.seated import SEAT, WITH_SEATS, has_seat
from tests.access.asking import actor, asking, may_write
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.test_named import OF_A_CASE, OF_AN_ENTRY, both
from tests.access.worlds import MOMENTS, numbered

NOW = MOMENTS[3]
SEATS = select(models.Case.id, SEAT)


@pytest.fixture(scope="module")
def world(connection):
    """A world in which somebody directs a case, and has no seat in another."""
    made = next(made for made in map(numbered, range(1000)) if seated_and_not(made))
    load(connection, made)
    return made


def find_seats(session):
    return {row.id for row in session.execute(SEATS, execution_options=WITH_SEATS) if row.seat is not None}


@pytest.mark.parametrize("writing", [True, False])
def test_who_has_a_seat_reads_the_same_rows_when_that_was_found(connection, world, writing):
    for user, case in product(world.users, world.cases):
        ids = [entry.id for entry in case.entries[::2]]
        with may_write(writing), asking(connection, user, NOW) as session:
            find_seats(session)
            assert has_seat(session, case.id) == reader(world, user, NOW).has_seat(case)
            for model in OF_A_CASE:
                named, everything = both(session, model, model.case_id == case.id, about(case.id))
                assert named == everything, (model, user)
            for model in OF_AN_ENTRY:
                named, everything = both(session, model, model.entry_id.in_(ids), about(case.id, ids))
                assert named == everything, (model, user)


@pytest.mark.parametrize("writing", [True, False])
def test_rows_of_all_seats_together_are_the_rows_of_those_cases(connection, world, writing):
    for user in world.users:
        with may_write(writing), asking(connection, user, NOW) as session:
            seats = find_seats(session)
            for model in OF_A_CASE:
                named, everything = both(session, model, model.case_id.in_(seats), about_seats(seats))
                assert named == everything, (model, user)


def seated_and_not(world):
    """Return a director who leads no team, their case, and a case in which they have no seat."""
    directors = [
        user for user in world.users if "case_director" in user.roles and "team_lead" not in user.roles
    ]
    for user, other in product(directors, world.cases):
        asked = reader(world, user, NOW)
        own = [case for case in world.cases if asked.has_seat(case)]
        if own and not asked.has_seat(other):
            return user, own[0], other
    return None


def test_who_says_that_they_sit_where_they_do_not_gets_no_more(connection, world):
    user, own, other = seated_and_not(world)
    entries = select(models.Entry.id).where(models.Entry.case_id.in_([own.id, other.id]))
    with may_write(False), asking(connection, user, NOW) as session:
        everything = session.scalars(entries).all()
        find_seats(session)
        for said in ([own.id, other.id], [other.id]):
            assert session.scalars(entries, execution_options=about_seats(said)).all() == everything
        release(session)
        bind(
            session, actor(next(one for one in world.users if not reader(world, one, NOW).has_seat(own)), NOW)
        )
        assert session.scalars(entries, execution_options=about_seats([own.id])).all() == (
            session.scalars(entries).all()
        )


@pytest.mark.parametrize("writing", [True, False])
def test_who_loses_a_seat_reads_nothing_by_having_had_it(connection, world, writing):
    """Where others write meanwhile not in the next statement, where one moment is seen not in the next transaction."""
    user, own, _other = seated_and_not(world)
    somebody = next(one.id for one in world.users if one.id != user.id)
    brief = select(models.CaseBrief.case_id).where(models.CaseBrief.case_id == own.id)
    with may_write(writing), asking(connection, user, NOW) as session:
        find_seats(session)
        assert session.scalars(brief, execution_options=about(own.id)).all() == [own.id]
        if not writing:
            session.commit()
        with past_the_wall(session):
            changing = Session.connection(session)
            changing.execute(update(models.Case).values(director_id=somebody))
            changing.execute(delete(models.Deputy))
        for options in (about(own.id), about_seats([own.id])):
            assert session.scalars(brief, execution_options=options).all() == []
        session.rollback()


REFUSED = (
    select(models.Case.id, literal("director").label("seat")),
    select(models.Case.director_id.label("id"), SEAT),
    select(models.Case.reference, SEAT),
)


@pytest.mark.parametrize("statement", REFUSED)
def test_seats_are_taken_only_from_who_asks_for_them(connection, world, statement):
    user, *_ = seated_and_not(world)
    with may_write(False), asking(connection, user, NOW) as session, pytest.raises(UnguardedError):
        session.execute(statement, execution_options=WITH_SEATS)


def test_what_else_is_called_so_is_no_seat(connection, world):
    _user, own, other = seated_and_not(world)
    said = literal(other.id, type_=Uuid()).label("id"), literal("director").label("seat")
    for user in world.users:
        with may_write(False), asking(connection, user, NOW) as session:
            for claimed in said:
                session.execute(select(claimed, models.Case.id, SEAT), execution_options=WITH_SEATS).all()
            for case in (own, other):
                assert has_seat(session, case.id) == reader(world, user, NOW).has_seat(case)
