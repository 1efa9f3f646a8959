"""What the rules say can be read aloud, rule by rule, and the words agree with the decision."""

from inspect import getdoc
from itertools import product

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from caseflow.access import sets
from caseflow.access.actor import Actor
from caseflow.access.explain import explain
from caseflow.access.reasons import links_into_entry
from caseflow.access.rules.entries import ENTRY
from caseflow.models import EntryConcern
from caseflow.models.vocabulary import Role
from tests.access.asking import asking
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.worlds import MOMENTS, numbered

WAYS = {
    "case": sets.excluded_by_case,
    "person": sets.excluded_by_person,
    "account": sets.excluded_by_account,
    "glass": sets.opened_cases,
}
"""Rules that an explanation tells apart, by what each is about."""


@pytest.fixture
def town(connection):
    made = numbered(5)
    load(connection, made)
    return made


@pytest.fixture
def system(connection):
    with Session(bind=connection) as session:
        yield session


def actor(user, now):
    return Actor(user.id, user.organisation, user.team, frozenset(map(Role, user.roles)), now)


def told(reason):
    return {
        reason.rule: reason.holds,
        **{rule: holds for part in reason.parts for rule, holds in told(part).items()},
    }


def test_the_explanation_of_a_case_agrees_with_the_decision(system, town):
    decisions = set()
    for user in town.users:
        for case in town.cases:
            said = explain(system, actor(user, MOMENTS[3]), str(case.id))
            assert said.granted == reader(town, user, MOMENTS[3]).case_exists(case)
            decisions.add(said.granted)
    assert decisions == {True, False}


def test_the_explanation_of_an_entry_agrees_with_the_decision(system, town):
    decisions = set()
    for user in town.users[::2]:
        asked = reader(town, user, MOMENTS[3])
        for case in town.cases:
            for entry in case.entries:
                said = explain(system, actor(user, MOMENTS[3]), str(case.id), str(entry.id))
                assert said.granted == asked.reads(case, entry)
                assert said.case.holds == asked.case_exists(case)
                decisions.add(said.granted)
    assert decisions == {True, False}


def test_an_explanation_names_each_rule_once_in_words(system, town):
    case = town.cases[0]
    said = explain(system, actor(town.users[0], MOMENTS[3]), str(case.id), str(case.entries[0].id))
    words = told(said.entry)
    assert words["A seat reads the whole file."] == reader(town, town.users[0], MOMENTS[3]).has_seat(case)
    assert any(
        one.startswith("A protected fact opens only to the people it was disclosed to") for one in words
    )
    assert len(words) == 13


def test_an_explanation_of_a_case_tells_every_way_to_be_excluded_and_break_glass_apart(system):
    met = set()
    for number in range(12):
        world = numbered(number)
        load(system.connection(), world)
        for user, case in product(world.users, world.cases):
            asked = reader(world, user, MOMENTS[2])
            words = told(explain(system, actor(user, MOMENTS[2]), str(case.id)).case)
            ways = {way for way, rule in WAYS.items() if words[getdoc(rule).partition("\n")[0]]}
            assert ("glass" in ways and not asked.is_excluded(case)) == asked.broke_the_glass(case)
            assert bool(ways - {"glass"}) == asked.is_excluded(case)
            met |= ways
    assert met == set(WAYS)


def test_an_explanation_names_the_links_and_whether_they_run(system, town):
    met = set()
    for user in town.users:
        for case in town.cases:
            said = explain(system, actor(user, MOMENTS[3]), str(case.id))
            named = {link.id: len(link.cells) for link in case.links if user.id in link.professionals}
            assert {link.id: link.cells for link in said.links} == named
            running = {link.id for link in reader(town, user, MOMENTS[3]).active_links(case)}
            assert {link.id for link in said.links if link.runs} == running
            met |= {link.runs for link in said.links}
    assert met == {True, False}


def test_an_explanation_counts_the_cells_whose_consent_does_not_hold(system):
    met = set()
    for number in range(6):
        world = numbered(number)
        load(system.connection(), world)
        for user, case in product(world.users, world.cases):
            asked = reader(world, user, MOMENTS[3])
            said = explain(system, actor(user, MOMENTS[3]), str(case.id))
            closed = {one.id: len(one.cells) - len(asked.open_cells(case, one)) for one in case.links}
            assert all(one.closed == closed[one.id] for one in said.links)
            met |= {bool(one.closed) for one in said.links}
    assert met == {True, False}


@pytest.mark.parametrize(("reference", "entry"), [("nothing", None), ("nothing", "r01-incident")])
def test_what_is_not_there_has_no_explanation(system, town, reference, entry):
    assert explain(system, actor(town.users[0], MOMENTS[3]), reference, entry) is None


def test_an_entry_of_another_case_has_no_explanation(system, town):
    one, other = town.cases[:2]
    asked = actor(town.users[0], MOMENTS[3])
    assert explain(system, asked, str(one.id), str(other.entries[0].id)) is None


def test_an_entry_is_called_by_its_key_in_its_case(connection, system, town):
    """Another case may have an entry of the same key."""
    case, other = town.cases[:2]
    keys = {
        other.entries[0].id: "one",
        other.entries[1].id: "two",
        case.entries[0].id: "one",
        case.entries[1].id: "two",
    }
    for entry_id, key in keys.items():
        connection.execute(ENTRY.update().where(ENTRY.c.id == entry_id).values(key=key))
    told_apart = set()
    for user in town.users:
        asked = actor(user, MOMENTS[3])
        said = [explain(system, asked, str(case.id), key) for key in ("one", "two")]
        assert said == [explain(system, asked, str(case.id), str(one.id)) for one in case.entries[:2]]
        told_apart.add(said[0] == said[1])
    assert False in told_apart


def test_no_link_opens_what_is_about_nobody(connection, system, town):
    user, entry = next(
        (one, entry.id)
        for one in town.users
        for case in town.cases
        for entry in case.entries
        if opening(connection, one, entry.id)
    )
    system.execute(delete(EntryConcern).where(EntryConcern.entry_id == entry))
    assert opening(connection, user, entry) == frozenset()


def opening(connection, user, entry_id):
    with asking(connection, user, MOMENTS[3]) as session:
        return links_into_entry(session, entry_id)
