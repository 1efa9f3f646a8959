"""What rules are made of is made once, however many threads ask for it at the same moment."""

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Barrier

import pytest
from sqlalchemy.dialects import sqlite

from caseflow.access import check, writing
from tests.access.mistakes import forget_questions

THREADS = 8
TIMES = 4


@pytest.fixture
def turns_that_change_often():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)
    forget_questions()


def test_questions_that_threads_make_at_once_hold_one_set_of_each_name(monkeypatch, turns_that_change_often):
    for _time in range(TIMES):
        monkeypatch.setattr(writing, "at_the_head", cache(writing.at_the_head.__wrapped__))
        forget_questions()
        for made in made_at_once():
            made.compile(dialect=sqlite.dialect())


def made_at_once():
    """Let every thread make the same question from the beginning."""
    together = Barrier(THREADS)

    def make(_thread):
        together.wait()
        return check._may_edit_entry.__wrapped__()

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(make, range(THREADS)))
