"""On random worlds everybody is told exactly what the design says of what they may not read themselves."""

from itertools import count

import pytest
from hypothesis import given

from tests.access.asking import asking
from tests.access.effort import worlds_tried
from tests.access.loading import load
from tests.access.telling import PARTS, Teller, expected, told
from tests.access.worlds import MOMENTS, worlds

TRIED = {
    "of the case": {"sqlite": 6, "postgresql": 2},
    "past the rules": {"sqlite": 6, "postgresql": 2},
    "of readers": {"sqlite": 4, "postgresql": 1},
    "of entries": {"sqlite": 4, "postgresql": 1},
}
"""Every fact is a statement, some hundreds in a world: each of its people is asked at one moment."""


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
