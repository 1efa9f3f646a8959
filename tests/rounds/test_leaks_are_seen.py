"""Every leak that we could think of, in pages, queries, search, the JSON door, errors and the log, is seen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest

from tests.access.mistakes import forget_questions
from tests.access.worlds import MOMENTS
from tests.api.caller import caller
from tests.app_fixtures import SettableClock, running
from tests.databases import fresh_database
from tests.rounds.addresses import addresses
from tests.rounds.aviary import Aviary, fill
from tests.rounds.canaries import COMMON
from tests.rounds.installation import Installation
from tests.rounds.leaks import LEAKS, Leak
from tests.rounds.onlooking import NOW, Onlooker, hidden_things
from tests.rounds.taking_out import taken_out
from tests.rounds.town_allowed import Town
from tests.rounds.towns import key, stored_user

TOWN = 2
"""In which partners read a part of what there is."""


@pytest.fixture(scope="module")
def aviary(request: pytest.FixtureRequest) -> Iterator[Aviary]:
    request.param = "sqlite"
    clock, planted = SettableClock(MOMENTS[0]), Town(TOWN)
    with fresh_database(request) as url, running(url, clock) as app:
        fill(app, planted)
        clock.set(NOW)
        yield Aviary(Installation(app, clock), planted, MOMENTS[-1])


@pytest.fixture(scope="module")
def onlookers(aviary: Aviary) -> list[Onlooker]:
    found = []
    for user in aviary.scenario.world.users:
        visitor = aviary.installation.visitor(key(user.id))
        visitor.known_token = visitor.token()
        known = stored_user(aviary.installation.engine, key(user.id))
        found.append(Onlooker(known, visitor, caller(aviary.installation.app, key(user.id))))
    return found


def asks_of(aviary: Aviary, leak: Leak) -> list[tuple[str, str, str]]:
    """Fill in where a leak shows; a search is asked for the word that stands everywhere."""
    rules = {rule.rule: rule for rule in aviary.installation.app.url_map.iter_rules()}
    found = []
    for place in leak.on:
        path, _, query = place.partition("?")
        if path.endswith("/search"):
            found.append(("POST", path, COMMON))
        else:
            found += [
                ("GET", f"{one}?{query}".rstrip("?"), "") for one in addresses(rules[path], aviary.things)
            ]
    return found


def met(aviary: Aviary, onlookers: list[Onlooker], leak: Leak, log: pytest.LogCaptureFixture) -> list[str]:
    """Let everybody ask, and return what they should not have met."""
    for one, user in zip(onlookers, aviary.scenario.world.users, strict=True):
        log.clear()
        said = [one.ask(*ask) for ask in asks_of(aviary, leak)]
        words = [f"{head} {body.decode(errors='replace')}" for _status, head, body in said]
        if leaks := aviary.not_allowed(key(user.id), NOW, "\n".join([*words, *log.messages])):
            return leaks
    return []


def differs(aviary: Aviary, onlookers: list[Onlooker], leak: Leak, _log: object) -> list[object]:
    """Take out what is hidden from everybody who asks, and return the answers that change."""
    engine, found = aviary.installation.engine, []
    for one in onlookers:
        before = {ask: one.ask(*ask) for ask in asks_of(aviary, leak)}
        before = {ask: answer for ask, answer in before.items() if one.ask(*ask) == answer}
        for hidden in hidden_things(engine, one.user):
            with taken_out(engine, hidden):
                found += [ask for ask, answer in before.items() if one.ask(*ask) != answer]
            if found:
                return found
    return found


def exported(aviary: Aviary, _onlookers: object, _leak: Leak, _log: object) -> list[str]:
    """Let everybody take along what they may, and return what they should not have met."""
    people = map(key, (user.id for user in aviary.scenario.world.users))
    return [leak for who in people for leak in aviary.not_allowed(who, NOW, aviary.exported(who, NOW))]


CHECKS = {"met": met, "differs": differs, "exported": exported}


@pytest.fixture
def built(aviary: Aviary, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Leak], None]]:
    """Build a leak in, for a test."""

    def build(leak: Leak) -> None:
        if leak.to_answers is not None:
            hooks = aviary.installation.app.after_request_funcs.setdefault(None, [])
            monkeypatch.setitem(aviary.installation.app.after_request_funcs, None, [leak.to_answers, *hooks])
        for module in [
            one for name, one in sys.modules.items() if name.startswith(("caseflow.", "tests.rounds.aviary"))
        ]:
            for name, value in vars(module).copy().items():
                if leak.right is not None and value is leak.right:
                    monkeypatch.setattr(module, name, leak.wrong)

    forget_questions()
    yield build
    forget_questions()


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_is_seen(aviary, onlookers, built, caplog, name):
    leak = LEAKS[name]
    check = CHECKS[leak.seen_by]
    built(leak)
    assert check(aviary, onlookers, leak, caplog)


def test_without_a_leak_nothing_is_seen(aviary, onlookers, caplog):
    places = tuple({place for leak in LEAKS.values() for place in leak.on})
    assert met(aviary, onlookers, Leak("met", places), caplog) == []
    assert differs(aviary, onlookers, Leak("differs", ("/cases", "/me", "/search")), caplog) == []
    assert exported(aviary, onlookers, Leak("exported", ()), caplog) == []


def test_there_are_thirty_and_every_check_is_needed():
    assert len(LEAKS) >= 30
    assert {leak.seen_by for leak in LEAKS.values()} == {*CHECKS}
