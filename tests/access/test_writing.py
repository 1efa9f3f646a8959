"""On random worlds everybody may write exactly those pointers that the design says: what the second wall checks.

The checks are asked on SQLite, as SQL about rows that stand beside the database; that PostgreSQL has the same text is
said in test_second_wall.
"""

from itertools import count

import pytest
from hypothesis import given

from tests.access.asking import asking
from tests.access.effort import worlds_tried
from tests.access.loading import load
from tests.access.worlds import MOMENTS, worlds
from tests.access.writing import Writer, answer, make_tables_beside, may_stand, rows_to_try

TRIED = 12


@pytest.mark.parametrize("shared_database_url", ["sqlite"], indirect=True)
def test_everybody_writes_exactly_the_pointers_that_the_design_says(connection):
    turn = count()
    make_tables_beside(connection)

    @worlds_tried(TRIED)
    @given(worlds())
    def everybody_agrees(world):
        load(connection, world)
        organisations = {user.id: user.organisation for user in world.users}
        for user in world.users:
            writer = Writer(world, user, MOMENTS[next(turn) % len(MOMENTS)], organisations)
            rows = [*rows_to_try(writer)]
            answer(connection, writer)
            with asking(connection, user, writer.now) as session:
                found = may_stand(session, connection, rows)
                for (table, row), stands in zip(rows, found, strict=True):
                    assert stands == writer.writes(table, row), (table, row, user, writer.now)

    everybody_agrees()
