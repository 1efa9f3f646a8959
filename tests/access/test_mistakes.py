"""The comparison with the design is awake: every mistake in the rules that we could think of turns it red."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given
from sqlalchemy import literal, select, union_all

from caseflow.access import writing
from caseflow.models import (
    Case,
    Entry,
    InfoAnswer,
    InfoAnswerNote,
    InfoRequest,
    InfoRequestPlace,
    ReleaseRequest,
)
from tests.access.asking import asking
from tests.access.effort import worlds_tried
from tests.access.loading import load
from tests.access.mistakes import MISTAKES, forget_rules
from tests.access.oracle import reader
from tests.access.seen import info_requests, release_requests
from tests.access.worlds import MOMENTS, worlds

pytestmark = pytest.mark.parametrize("shared_database_url", ["sqlite"], indirect=True)
"""The rules are the same text on both databases; what differs between them is compared in test_worlds."""


REQUESTS = union_all(
    *(select(literal(one.__tablename__), one.id) for one in (InfoRequest, ReleaseRequest)),
    *(
        select(literal(one.__tablename__), one.request_id)
        for one in (InfoRequestPlace, InfoAnswer, InfoAnswerNote)
    ),
)


def requests_of(asked):
    """Give what organisations ask each other, as far as somebody reads it."""
    everything = (
        *info_requests(asked),
        *(one for case in asked.world.cases for one in release_requests(asked, case)),
    )
    return (one for one in everything if one[0] != "info_request_party")


@pytest.fixture
def fresh_rules(connection, monkeypatch):
    """Forget what was made of the rules, before and after."""
    monkeypatch.setattr(writing, "at_the_head", cache(writing.at_the_head.__wrapped__))
    forget_rules(connection.engine)
    yield
    forget_rules(connection.engine)


def compare(connection, number):
    @worlds_tried(number)
    @given(worlds())
    def entries_and_cases_agree(world):
        load(connection, world)
        for user, now in product(world.users, MOMENTS):
            with asking(connection, user, now) as session:
                seen = {*session.scalars(select(Entry.id)), *session.scalars(select(Case.id))}
                seen |= {(table, str(row)) for table, row in session.execute(REQUESTS)}
            asked = reader(world, user, now)
            requests = {(table, str(row)) for table, row in requests_of(asked)}
            cases = {case.id for case in world.cases if asked.case_exists(case)}
            entries = {entry.id for case in world.cases for entry in case.entries if asked.reads(case, entry)}
            assert seen == cases | entries | requests

    entries_and_cases_agree()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_the_rules_turns_the_comparison_red(connection, fresh_rules, monkeypatch, mistake):
    for module, name, wrong in MISTAKES[mistake]:
        monkeypatch.setattr(module, name, wrong)
    with pytest.raises(AssertionError):
        compare(connection, 600)


def test_without_a_mistake_it_stays_green(connection, fresh_rules):
    compare(connection, 60)
