"""Two towns that differ by one thing that somebody may not see answer them alike, byte for byte, on every route.

A pair is a town with and without an entry, a party, a link, an exclusion or another thing that the rules hide from the
user who asks. What hangs on it goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from random import Random

import pytest
from sqlalchemy import Engine

from caseflow.db import db
from caseflow.models import Entry
from tests.access import oracle, things
from tests.access.effort import EFFORT, SEED
from tests.access.worlds import MOMENTS
from tests.api.caller import caller
from tests.app_fixtures import SettableClock, running
from tests.databases import ENGINES, fresh_database
from tests.rounds.addresses import things_in
from tests.rounds.aviary import fill
from tests.rounds.installation import Installation
from tests.rounds.onlooking import NOW, Onlooker, hidden_things, readable
from tests.rounds.taking_out import Ids, taken_out
from tests.rounds.town_allowed import Town
from tests.rounds.towns import key, stored_user

PAIRS = {"sqlite": 50, "postgresql": 10}
"""The rules are the same text on both databases; on PostgreSQL a few pairs show that they mean the same."""
FIVE_THOUSAND = {"sqlite": 3_000 / 20, "postgresql": 2_000 / 20}
"""Together in `make prove`, of which the effort is twenty: both databases are as long at it."""
FIRST_TOWN = {"sqlite": int(SEED or 0), "postgresql": 10_000 + int(SEED or 0)}
"""Each database has towns of its own."""
MOST = 20
"""In one town: a user may search sixty times in five minutes, and each pair takes two."""


@contextmanager
def town_of_its_own(request: pytest.FixtureRequest, number: int) -> Iterator[tuple[Engine, Onlooker]]:
    """Run an application on a town, for somebody in it who sees something and not everything."""
    town, clock = Town(number), SettableClock(MOMENTS[0])
    with fresh_database(request) as url, running(url, clock) as app:
        fill(app, town)
        clock.set(NOW)
        chosen = key(onlooker_of(town.world, number).id)
        visitor = Installation(app, clock).visitor(chosen)
        visitor.known_token = visitor.token()
        with app.app_context():
            engine, user = db.engine, stored_user(db.engine, chosen)
        yield engine, Onlooker(user, visitor, caller(app, chosen))


def onlooker_of(world: things.World, number: int) -> things.User:
    """Choose somebody who sees a case; from most of those something is hidden."""
    seeing = [
        user
        for user in world.users
        if any(oracle.reader(world, user, NOW).case_exists(case) for case in world.cases)
    ]
    return Random(number).choice(seeing)  # noqa: S311 - dice, and no secret


def named(one: Ids) -> str:
    return ", ".join(f"{table.name} {row_id}" for table, row_ids in one.items() for row_id in row_ids)


def differences(engine: Engine, onlooker: Onlooker, every: list[Ids]) -> list[str]:
    """Take each thing out in turn, and name the answers that are another without it."""
    found = []
    before = onlooker.every_route(things_in(onlooker.app))
    for one in every:
        with taken_out(engine, one):
            found += [
                f"{ask} is another without {named(one)}"
                for ask, answer in before.items()
                if onlooker.ask(*ask) != answer
            ]
    return found


@pytest.mark.parametrize("engine_name", ENGINES)
def test_what_is_hidden_makes_no_difference(request: pytest.FixtureRequest, engine_name: str):
    request.param = engine_name
    compared, wanted = 0, EFFORT * (FIVE_THOUSAND if EFFORT > 1 else PAIRS)[engine_name]
    for number in count(FIRST_TOWN[engine_name]):
        with town_of_its_own(request, number) as (engine, onlooker):
            every = hidden_things(engine, onlooker.user)[:MOST]
            wrong = differences(engine, onlooker, every)
        assert not wrong, "\n".join([f"town {number}", *wrong])
        compared += len(every)
        if compared >= wanted:
            break


def test_what_may_be_read_makes_a_difference(request: pytest.FixtureRequest):
    """A comparison that sees nothing proves nothing."""
    request.param = "sqlite"
    with town_of_its_own(request, 2) as (engine, onlooker):
        with engine.connect() as connection:
            shown = readable(connection, onlooker.user, Entry)
        assert differences(engine, onlooker, [{Entry.__table__: [min(shown)]}])
