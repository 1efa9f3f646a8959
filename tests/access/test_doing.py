"""On random worlds everybody may do exactly what the design says: every act, in every case, on every entry."""

from dataclasses import replace
from itertools import count, cycle, product

import pytest
from hypothesis import given
from sqlalchemy import and_, true

from caseflow.access import check
from caseflow.access.asking import IS_PRIVACY_OFFICER
from caseflow.access.sets import CELL, existing, led_cases, runs_for_me, seat
from caseflow.access.writing import there_is
from caseflow.db import is_one_of
from tests.access.asking import asking
from tests.access.doing import Doer, allowed, allowed_to_write, answered, answered_to_write
from tests.access.effort import worlds_tried
from tests.access.loading import load
from tests.access.mistakes import forget_questions
from tests.access.worlds import MOMENTS, worlds

TRIED = {"sqlite": 6, "postgresql": 2}
"""Every question is a statement, some five hundred in a world: each of its people is asked at one moment."""
WRITTEN = 60
ASKED_AT = MOMENTS[1:4]
EVERY_ACT = {*check.ON_A_CASE, *check.BY_ROLE, check.Act.ENTRY_WRITE, check.Act.ENTRY_EDIT}


def compare(connection, tried):
    @worlds_tried(tried)
    @given(worlds())
    def everybody_agrees(world):
        load(connection, world)
        organisations = {user.id: user.organisation for user in world.users}
        for user, now in zip(world.users, cycle(ASKED_AT), strict=False):
            with asking(connection, user, now) as session:
                assert answered(session, world) == allowed(Doer(world, user, now, organisations)), (user, now)

    everybody_agrees()


def test_every_act_is_compared():
    assert set(check.Act) == EVERY_ACT


def test_everybody_may_do_exactly_what_the_design_says(connection):
    compare(connection, TRIED[connection.dialect.name])


@pytest.mark.parametrize("shared_database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("about", ["somebody", "nobody"])
def test_who_is_linked_writes_and_edits_exactly_what_the_design_says(connection, about):
    """Few have written something that a link still opens: so these are asked in many worlds, about that alone."""
    turn = count()

    @worlds_tried(WRITTEN)
    @given(worlds())
    def everybody_agrees(drawn):
        world = drawn if about == "somebody" else about_nobody(drawn)
        load(connection, world)
        organisations = {user.id: user.organisation for user in world.users}
        for user, case in product(world.users[4:], world.cases):
            doer = Doer(world, user, MOMENTS[next(turn) % len(MOMENTS)], organisations)
            own = [entry for entry in case.entries if entry.author == user.id]
            with asking(connection, user, doer.now) as session:
                found = answered_to_write(session, case, own)
            assert found == allowed_to_write(doer, case, own), (user, doer.now)

    everybody_agrees()


def about_nobody(world):
    """The same world, in which no entry says whom it is about."""
    cases = (
        replace(case, entries=tuple(replace(entry, concerns=frozenset()) for entry in case.entries))
        for case in world.cases
    )
    return replace(world, cases=tuple(cases))


def anything(*_asked):
    return true()


def a_lead_and_nobody_else(case_id):
    return case_id.in_(existing(led_cases()))


def exclusion_ignored(_case_id):
    return and_(IS_PRIVACY_OFFICER)


def any_link_of_mine(link):
    """Excluded or not."""
    return runs_for_me(link)


def any_cell_opens():
    cell = CELL.alias()
    return there_is(cell, cell.c.category == check.CATEGORY, is_one_of(cell.c.party_id, check.PARTIES))


MISTAKES = {
    "a lead proposes closing": (check.ON_A_CASE, check.Act.CASE_CLOSE_PROPOSE, seat),
    "a director appoints a deputy": (check.ON_A_CASE, check.Act.DEPUTY_APPOINT, seat),
    "only a lead links partners": (check.ON_A_CASE, check.Act.LINK_SET, a_lead_and_nobody_else),
    "anybody discloses": (check.ON_A_CASE, check.Act.FACT_DISCLOSE, anything),
    "an excluded privacy officer watches on": (check, "watched", exclusion_ignored),
    "any link lets one write": (check, "_one_link_opens", any_cell_opens),
    "an excluded professional writes on": (check, "is_mine", any_link_of_mine),
    "one's own entry stays open without a link": (check, "_contributing_link_covers", anything),
}


@pytest.fixture
def fresh_questions():
    """Forget what was made of the rules, before and after."""
    forget_questions()
    yield
    forget_questions()


@pytest.mark.parametrize("shared_database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_who_may_do_what_turns_the_comparison_red(
    connection, fresh_questions, monkeypatch, mistake
):
    where, name, wrong = MISTAKES[mistake]
    if isinstance(where, dict):
        monkeypatch.setitem(where, name, wrong)
    else:
        monkeypatch.setattr(where, name, wrong)
    with pytest.raises(AssertionError):
        compare(connection, 40)
