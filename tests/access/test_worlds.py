"""On random worlds, at random moments, everybody reads exactly what the design says: no row more, no row less.

On PostgreSQL behind both walls, and behind each alone. A state is one world as one of its users sees it at one moment;
a check is one entry in a state, asked of one wall.
"""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import count, product

from hypothesis import given
from sqlalchemy import select

from caseflow.access.roles import open_beside_seats, open_entries
from caseflow.db import writes
from caseflow.models import Entry
from tests.access.asking import (
    asking,
    behind_the_first_wall_alone,
    behind_the_second_wall_alone,
    everything,
    heads,
    heads_among,
    may_write,
)
from tests.access.effort import EFFORT, worlds_tried
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.seen import visible
from tests.access.ways import WAYS
from tests.access.worlds import MOMENTS, numbered, worlds

TRIED = 48
"""Worlds on each database, each of seven people at six moments."""
STATES = 2_000
CHECKS = {"sqlite": 15_000, "postgresql": 50_000}
"""At least so many on each database; `make prove` multiplies both by twenty: more than a million checks."""
WHOLLY = {"sqlite": 5, "postgresql": 41}
"""One state in so many is asked for all its tables, and for entries in one of all ways; the others for what stands by
itself. On PostgreSQL the whole takes ten times as long. No divisor of the states of a world, so that everybody and
every moment has a turn."""
WALLS = {
    "sqlite": (asking,),
    "postgresql": (asking, behind_the_first_wall_alone, behind_the_second_wall_alone),
}


def test_everybody_reads_exactly_what_the_design_says(connection):
    engine = connection.dialect.name
    done, turn, asked = Counter(), count(), count()

    @worlds_tried(TRIED)
    @given(worlds())
    def compare(world):
        load(connection, world)
        entries = sum(len(case.entries) for case in world.cases)
        for user, now in product(world.users, MOMENTS):
            with may_write(next(turn) // len(MOMENTS) % 2 == 0):
                compare_one(connection, world, user, now, next(asked))
            done.update(states=1, checks=entries * len(WALLS[engine]))

    compare()
    assert done["states"] >= STATES * EFFORT
    assert done["checks"] >= CHECKS[engine] * EFFORT


def compare_one(connection, world, user, now, turn):
    engine = connection.dialect.name
    place, rest = divmod(turn, WHOLLY[engine])
    ask = heads if rest else everything
    asked = reader(world, user, now)
    every = visible(asked)
    expected = heads_among(every) if rest else every
    for wall in WALLS[engine]:
        kept = {"keeps": not writes.get()} if wall is behind_the_second_wall_alone else {}
        with wall(connection, user, now, **kept) as session:
            assert ask(session) == expected, (wall, user, now)
    if not rest:
        compare_way(connection, asked, list(WAYS)[place % len(WAYS)])
    if not rest and engine == "postgresql":
        compare_found(connection, asked, every)


def compare_way(connection, asked, way):
    with asking(connection, asked.user, asked.now) as session:
        assert WAYS[way](session, all_entries(asked.world)) == readable(asked), (way, asked.user, asked.now)


def compare_found(connection, asked, expected):
    """What PostgreSQL finds open by itself, before it is asked for it, is what is open."""
    with behind_the_second_wall_alone(connection, asked.user, asked.now, keeps=True) as session:
        open_entries(connection, all_entries(asked.world))
        assert everything(session) == expected, (asked.user, asked.now)
        with open_beside_seats(connection):
            assert set(session.scalars(select(Entry.id))) == readable(asked), (asked.user, asked.now)


def all_entries(world):
    return {entry.id for case in world.cases for entry in case.entries}


def readable(asked):
    cases = asked.world.cases
    return {entry.id for case in cases for entry in case.entries if asked.reads(case, entry)}


def test_an_entry_about_nobody_is_for_seats_and_for_the_own_organisation(connection):
    """What no world has by itself: somebody may write of nobody, and no link covers that."""
    made = numbered(174)
    world = replace(made, cases=tuple(map(every_other_about_nobody, made.cases)))
    load(connection, world)
    for user, now in product(world.users, MOMENTS):
        asked = reader(world, user, now)
        with asking(connection, user, now) as session:
            assert heads(session) == heads_among(visible(asked)), (user, now)


def every_other_about_nobody(case):
    told = (replace(one, concerns=frozenset()) if n % 2 else one for n, one in enumerate(case.entries))
    return replace(case, entries=tuple(told))


MADE = """
from tests.access.worlds import numbered
print([(link.organisation, len(link.cells)) for row in range(20) for one in numbered(row).cases for link in one.links])
"""


def test_a_number_makes_the_same_world_in_every_process():
    """So that a world in which something went wrong can be made again."""
    seeds = [os.environ | {"PYTHONHASHSEED": seed} for seed in ("1", "2", "3")]
    made = [
        subprocess.run([sys.executable, "-c", MADE], env=one, capture_output=True, check=True)
        for one in seeds
    ]
    assert made[0].stdout
    assert {one.stdout for one in made} == {made[0].stdout}
