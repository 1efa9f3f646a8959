"""On random worlds everybody is told exactly what the design says of what they may not read themselves."""

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from sqlalchemy import select

from caseflow.access.elsewhere import case_to_ask
from caseflow.access.shown import case_status, current_phase, party_is_child
from caseflow.models import Case, Closure, Party, Person, PhaseChange
from tests.access.asking import asking
from tests.access.effort import worlds_tried
from tests.access.loading import DAY, load
from tests.access.telling import PARTS, Teller, expected, told
from tests.access.worlds import MOMENTS, POLICE, TOWN, numbered, worlds

TRIED = {
    "of the case": {"sqlite": 6, "postgresql": 2},
    "past the rules": {"sqlite": 6, "postgresql": 2},
    "of readers": {"sqlite": 4, "postgresql": 1},
    "of entries": {"sqlite": 4, "postgresql": 1},
}
"""Every fact is a statement, some hundreds in a world: each of its people is asked at one moment."""


def cases_with(world, person):
    return [case for case in world.cases if person in {party.person for party in case.parties}]


def is_plain(world):
    """Two cases with one director and no exclusions, and people who are in one, in the other and in none."""
    first = {min((case.id for case in cases_with(world, one)), default=None) for one in world.persons}
    kept = [
        *world.person_exclusions,
        *world.person_ties,
        *(one for case in world.cases for one in case.exclusions),
    ]
    one_director = len({case.director for case in world.cases}) == 1
    return (
        first == {None, *(case.id for case in world.cases)} and len(first) == 3 and one_director and not kept
    )


TWO_CASES = next(world for world in map(numbered, count()) if is_plain(world))


@pytest.mark.parametrize("part", PARTS)
def test_everybody_is_told_exactly_what_the_design_says(connection, part):
    turn = count()

    @worlds_tried(TRIED[part][connection.dialect.name])
    @given(worlds())
    def everybody_agrees(world):
        load(connection, world)
        organisations = {user.id: user.organisation for user in world.users}
        for user in world.users:
            now = MOMENTS[next(turn) % len(MOMENTS)]
            with asking(connection, user, now) as session:
                should = expected(Teller(world, user, now, organisations), part)
                assert told(session, world, part) == should, (user, now)

    everybody_agrees()


@pytest.fixture
def town(connection):
    """A world, and a session in it of the director of its first case."""
    world = TWO_CASES
    load(connection, world)
    director = next(user for user in world.users if user.id == world.cases[0].director)
    with asking(connection, director, MOMENTS[0]) as session:
        yield connection, session, world.cases[0].id
        session.rollback()


def days_from(day, number):
    return None if number is None else day + timedelta(days=number)


@pytest.mark.parametrize(
    ("closed", "reopened", "status"),
    [
        (-1, None, "closed"),
        (0, None, "closed"),
        (1, None, "open"),
        (-2, -1, "open"),
        (-1, 0, "open"),
        (-1, 1, "closed"),
    ],
)
def test_a_case_is_closed_from_its_day_until_the_day_that_it_is_reopened(town, closed, reopened, status):
    connection, session, case_id = town
    closure = Closure.__table__
    connection.execute(closure.update().values(closed_on=days_from(DAY, 9)))
    days = {"closed_on": days_from(DAY, closed), "reopened_on": days_from(DAY, reopened)}
    connection.execute(closure.update().where(closure.c.case_id == case_id).values(days))
    found = dict(session.execute(select(Case.id, case_status())).all())
    assert found == {one: status if one == case_id else "open" for one in found}


@pytest.mark.parametrize(("began", "phase"), [(-1, "recovery"), (0, "recovery"), (1, None)])
def test_a_phase_begins_on_its_day(town, began, phase):
    connection, session, case_id = town
    change = PhaseChange.__table__
    connection.execute(change.update().values(from_on=days_from(DAY, 9)))
    days = {"from_on": days_from(DAY, began)}
    connection.execute(change.update().where(change.c.case_id == case_id).values(days))
    found = dict(session.execute(select(Case.id, current_phase())).all())
    assert found == {one: phase if one == case_id else None for one in found}


@pytest.mark.parametrize(
    ("born", "is_child"), [(date(2008, 3, 3), True), (date(2008, 3, 2), False), (None, False)]
)
def test_somebody_is_a_child_until_the_day_that_they_turn_eighteen(town, born, is_child):
    connection, session, case_id = town
    party, person = Party.__table__, Person.__table__
    [one, *_] = connection.scalars(select(party.c.person_id).where(party.c.case_id == case_id))
    connection.execute(person.update().values(born_on=date(1980, 1, 1)))
    connection.execute(person.update().where(person.c.id == one).values(born_on=born))
    found = session.execute(select(Party.person_id, party_is_child(party.c.person_id))).all()
    assert {person_id for person_id, child in found if child} == ({one} if is_child else set())


def test_a_request_about_a_person_lies_at_the_first_case_that_they_are_in(town):
    connection, session, _case_id = town
    world, born, person = TWO_CASES, date(1980, 1, 1), Person.__table__
    connection.execute(person.update().values(born_on=born))
    for one in world.persons:
        connection.execute(person.update().where(person.c.id == one).values(name=f"Name {one}"))
    there = {one: sorted(case.id for case in cases_with(world, one)) for one in world.persons}
    for one, cases in there.items():
        assert case_to_ask(session, TOWN, f"name  {one}", born) == (cases[0] if cases else None)
        for place, day in ((POLICE, born), (TOWN, date(1980, 1, 2)), (TOWN, None)):
            assert case_to_ask(session, place, f"Name {one}", day) is None
