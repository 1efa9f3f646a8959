"""On random worlds, at random moments, everybody reads exactly what the design says: no row more, no row less."""

from itertools import count, product

import pytest
from hypothesis import given

from tests.access.asking import (
    asking,
    behind_the_first_wall_alone,
    behind_the_second_wall_alone,
    everything,
)
from tests.access.effort import worlds_tried
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.seen import visible
from tests.access.ways import WAYS
from tests.access.worlds import MOMENTS, worlds

TRIED = {"sqlite": 16, "postgresql": 5}
"""PostgreSQL takes ten times as long over a small world."""


def test_everybody_reads_exactly_what_the_design_says(connection):
    turn = count()

    @worlds_tried(TRIED[connection.dialect.name])
    @given(worlds())
    def compare(world):
        load(connection, world)
        for user, now in product(world.users, MOMENTS):
            compare_one(connection, world, user, now, next(turn))

    compare()


def compare_one(connection, world, user, now, turn):
    asked = reader(world, user, now)
    with asking(connection, user, now) as session:
        assert everything(session) == visible(asked), (user, now)
        readable = {entry.id for case in world.cases for entry in case.entries if asked.reads(case, entry)}
        way = list(WAYS)[turn % len(WAYS)]
        every_id = {entry.id for case in world.cases for entry in case.entries}
        assert WAYS[way](session, every_id) == readable, (way, user, now)


@pytest.mark.parametrize("shared_database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("alone", [behind_the_first_wall_alone, behind_the_second_wall_alone])
def test_each_wall_alone_says_exactly_what_the_design_says(connection, alone):
    @worlds_tried(TRIED["postgresql"])
    @given(worlds())
    def compare(world):
        load(connection, world)
        for user, now in product(world.users, MOMENTS):
            with alone(connection, user, now) as session:
                assert everything(session) == visible(reader(world, user, now)), (user, now)

    compare()
