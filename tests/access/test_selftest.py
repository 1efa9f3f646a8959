"""The rules count how far they reach, and notice when a number moved."""

from collections import Counter

import pytest
from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from caseflow.access.selftest import self_test
from caseflow.models import LinkProfessional, ReachCount
from tests.access.asking import asking
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


def reached(town, now=NOW):
    """Count by the design what each user who is named on a running link reads, by case and category."""
    named = {
        user
        for case in town.cases
        for link in case.links
        if link.from_at <= now < link.until_at
        for user in link.professionals
    }
    counts = Counter(
        (str(user.id), str(case.id), entry.category)
        for user in town.users
        for case in town.cases
        for entry in case.entries
        if user.id in named and reader(town, user, now).reads(case, entry)
    )
    return {(*place, count) for place, count in counts.items()}


def told(changes):
    return {(one.email, one.reference, one.category, one.before) for one in changes}


def test_it_counts_what_every_linked_professional_reaches(system, town):
    found = self_test(system, NOW, None)
    expected = reached(town)
    assert found.entries == sum(count for *_, count in expected) > 0
    assert found.professionals == len({user for user, *_ in expected})
    assert found.cases == len({case for _, case, *_ in expected})
    assert (found.last_at, found.changes, found.disagreements) == (None, (), ())


@pytest.mark.parametrize("now", MOMENTS)
def test_it_counts_whom_running_links_name_from_their_first_moment_until_their_last(connection, now):
    for number in range(6):
        world = numbered(number)
        load(connection, world)
        expected = reached(world, now)
        with Session(bind=connection) as system:
            found = self_test(system, now, None)
            system.rollback()
        assert found.entries == sum(count for *_, count in expected)
        assert found.professionals == len({user for user, *_ in expected})


def test_it_sees_no_change_when_nothing_changed(system, town):
    self_test(system, NOW, NOW)
    again = self_test(system, NOW, NOW)
    assert (again.last_at, again.changes) == (NOW, ())


def test_it_says_who_lost_how_many_entries_of_which_category_in_which_case_and_who_got_them_back(
    system, town
):
    self_test(system, NOW, NOW)
    with system.begin_nested() as before:
        system.execute(delete(LinkProfessional))
        lost = self_test(system, NOW, NOW).changes
        before.rollback()
    assert told(lost) == reached(town)
    assert {one.after for one in lost} == {0}
    system.execute(delete(ReachCount).where(ReachCount.category == lost[0].category))
    gained = self_test(system, NOW, NOW).changes
    assert {one.category for one in gained} == {lost[0].category}
    assert {one.before for one in gained} == {0}
    assert {(one.email, one.reference, one.after) for one in gained} == {
        (one.email, one.reference, one.before) for one in lost if one.category == lost[0].category
    }


def test_what_is_reached_after_nothing_was_is_all_gained(system, town):
    with system.begin_nested() as before:
        system.execute(delete(LinkProfessional))
        assert self_test(system, NOW, None).entries == 0
        before.rollback()
    system.execute(delete(ReachCount))
    gained = self_test(system, NOW, NOW)
    assert gained.last_at == NOW
    assert {(one.email, one.reference, one.category, one.after) for one in gained.changes} == reached(town)


def test_what_the_guard_gives_and_the_second_wall_does_not_is_found_by_number(system, town):
    """On PostgreSQL alone there is a second wall: where it closes altogether, all that is reached differs."""
    on_postgresql = system.get_bind().dialect.name == "postgresql"
    if on_postgresql:
        system.execute(text("ALTER TABLE entry DISABLE ROW LEVEL SECURITY"))
        open_to_all = self_test(system, NOW, NOW).disagreements
        system.execute(text("RESET ROLE"))
        system.execute(text("ALTER TABLE entry ENABLE ROW LEVEL SECURITY"))
        assert open_to_all
        assert {one.before for one in open_to_all} == {0}
        assert min(one.after for one in open_to_all) > 0
    assert self_test(system, NOW, NOW).disagreements == ()


def test_nobody_who_is_signed_in_reads_the_numbers(system, town, connection):
    self_test(system, NOW, NOW)
    assert system.scalar(select(func.count()).select_from(ReachCount)) > 0
    for user in town.users:
        with asking(connection, user, NOW) as session:
            assert session.scalars(select(ReachCount.entries)).all() == []
