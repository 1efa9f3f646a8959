"""Searching and exporting are throttled in the database, so for all workers together."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.exceptions import TooManyRequests

from caseflow import models
from caseflow.db import db
from caseflow.requests.throttle import Limit, spend

TWICE = Limit("try", 2, timedelta(minutes=10), timedelta(seconds=30), timedelta(minutes=2))


@pytest.fixture
def tried(app, clock):
    """Try something, and say how long to wait."""

    def trying(who="somebody"):
        try:
            spend(TWICE, who, clock())
        except TooManyRequests as error:
            return error.retry_after
        return 0

    with app.app_context():
        yield trying


def later(clock, **time):
    clock.set(clock() + timedelta(**time))


def test_the_wait_doubles_up_to_its_longest(tried, clock):
    waits = []
    for _attempt in range(6):
        waits.append(tried())
        later(clock, seconds=waits[-1])
        if waits[-1]:
            assert tried() == 0
    assert waits == [0, 0, 30, 60, 120, 120]


def test_a_refused_attempt_is_not_counted(tried, clock):
    assert [tried() for _attempt in range(4)] == [0, 0, 30, 30]
    later(clock, seconds=30)
    assert tried() == 0


def test_one_subject_does_not_wait_for_another(tried):
    assert [tried("somebody"), tried("somebody"), tried("another")] == [0, 0, 0]


def test_what_was_long_ago_is_forgotten(app, tried, clock):
    assert [tried(), tried()] == [0, 0]
    later(clock, minutes=21)
    assert tried() == 0
    with Session(db.engine) as session:
        assert session.scalar(select(func.count()).select_from(models.Attempt)) == 1
