"""Random towns, in which every text carries a token of its own: nobody who walks past everything meets another's."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.access.effort import EFFORT
from tests.access.mistakes import mistaken_about_entries
from tests.access.worlds import MOMENTS
from tests.app_fixtures import SettableClock, running
from tests.databases import ENGINES, fresh_database
from tests.rounds.aviary import Aviary, fill
from tests.rounds.installation import Installation
from tests.rounds.town_allowed import Town
from tests.rounds.towns import key, reference

NOON = "2026-03-02T12:00"
"""In Amsterdam: the fourth moment of a town, at which most of what it holds has begun and not ended."""
TOWNS = {"sqlite": max(2, round(2 * EFFORT)), "postgresql": max(1, round(EFFORT))}
FIRST = {"sqlite": 4, "postgresql": 2}
"""Each database walks through others."""

TO_WALK = [
    (engine, number)
    for engine in ENGINES
    for number in range(FIRST[engine], FIRST[engine] + 4 * TOWNS[engine], 4)
]


@pytest.fixture
def aviary(request: pytest.FixtureRequest) -> Iterator[Aviary]:
    """A town of its own for a test, by its database and its number."""
    engine, number = request.param
    request.param = engine
    clock, planted = SettableClock(MOMENTS[0]), Town(number)
    with fresh_database(request) as url, running(url, clock) as app:
        fill(app, planted)
        yield Aviary(Installation(app, clock), planted, MOMENTS[-1])


def walkers(aviary: Aviary) -> list[str]:
    return [key(user.id) for user in aviary.scenario.world.users]


@pytest.mark.parametrize(
    "aviary", TO_WALK, ids=[f"{engine}-{number}" for engine, number in TO_WALK], indirect=True
)
def test_nobody_in_a_town_meets_a_word_outside_what_they_may_read(
    aviary: Aviary, caplog: pytest.LogCaptureFixture
):
    before = aviary.installation.contents()
    leaks = []
    for walker in walkers(aviary):
        caplog.clear()
        caplog.set_level(logging.DEBUG)
        leaks += aviary.walk(walker, NOON, caplog)
    assert not leaks, "\n".join(leaks)
    assert aviary.installation.contents() == before, "somebody who only looked changed something"
    assert len(aviary.met) > len(aviary.scenario.canaries.places) / 2, (
        "a walk that meets nothing finds nothing"
    )


@pytest.mark.parametrize("aviary", [("sqlite", 2)], ids=["sqlite-2"], indirect=True)
def test_a_mistake_in_a_rule_is_met_in_a_town(aviary: Aviary):
    pages = [f"/cases/{reference(case)}/timeline" for case in aviary.scenario.world.cases]
    with mistaken_about_entries(
        aviary.installation.engine, "not_for_directors_only", "one_link_covers_everyone"
    ):
        assert [leak for who in walkers(aviary) for page in pages for leak in aviary.look_at(who, NOON, page)]
