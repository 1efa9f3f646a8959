"""On random worlds, at random moments, everybody reads exactly what the design says: no row more, no row less.

On PostgreSQL behind both walls, and behind each alone.
"""

from itertools import count, product

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
    if connection.dialect.name == "postgresql":
        alone = (behind_the_first_wall_alone, behind_the_second_wall_alone)[turn % 2]
        with alone(connection, user, now) as session:
            assert everything(session) == visible(asked), (alone, user, now)
