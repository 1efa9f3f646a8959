"""Random small worlds: few enough of everything that periods, scopes, flags and people keep meeting each other.

Hypothesis gives the source of chance; from there the dice are fair, because its own taste for simple values makes
worlds in which nobody may read anything.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from random import Random
from uuid import UUID

from hypothesis import strategies as st

from tests.access.things import (
    BreakGlass,
    Case,
    Consent,
    Disclosure,
    Entry,
    Exclusion,
    InfoRequest,
    Link,
    Milestone,
    OfPerson,
    Party,
    Period,
    Relationship,
    ReleaseRequest,
    User,
    World,
)

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
MOMENTS = tuple(START + timedelta(hours=hour) for hour in range(6))
"""Every period in a world begins and ends on one of these, and every question is asked on one of these."""

CATEGORIES = ("safety", "health", "identity", "relations")
ENTRY_CATEGORIES = ("safety", "health")
KINDS = ("contact", "decision", "voice", "incident")
RELATIONS = ("parent_of", "sibling", "violence_against", "no_contact_with")
ONWARD = ("free", "free", "free", "ask_source", "none")


def ids(number: int):
    """Return ids that look alike in every run: the number says what they are of."""
    return (UUID(int=(number << 64) + row) for row in count(1))


TOWN, POLICE, SCHOOL = ORGANISATIONS = tuple(next(ids(number)) for number in (101, 102, 103))
NORTH, SOUTH = TEAMS = tuple(next(ids(number)) for number in (201, 202))


def worlds():
    """Return the strategy of worlds."""
    return st.randoms(use_true_random=True).map(world)


def world(dice: Random) -> World:
    """A municipality with two teams, the police and a school, and two or three cases among them."""
    users = _users(dice)
    persons = tuple(UUID(int=(301 << 64) + row) for row in range(4))
    cases = tuple(_case(dice, number, users, persons) for number in range(1, dice.randint(2, 3) + 1))
    about_persons = tuple(_about_persons(dice, number, users, persons) for number in (501, 502))
    requests = tuple(_info_request(dice, row, users, cases) for row in islice(ids(601), 8))
    teams = ((NORTH, TOWN), (SOUTH, TOWN))
    return World(ORGANISATIONS, teams, users, persons, cases, *about_persons, requests)


def numbered(number: int) -> World:
    """Return the same world for the same number."""
    return world(Random(number))  # noqa: S311 - dice, and no secret


def _users(dice: Random) -> tuple[User, ...]:
    number = ids(401)
    second_hat = dice.choice(("partner", "team_lead", "privacy_officer"))
    desk = dice.choice(("privacy_officer", "evaluator", "administrator"))
    teacher = dice.choice(({"partner"}, {"partner", "case_director"}))
    places = (
        (TOWN, NORTH, {"case_director"}),
        (TOWN, SOUTH, {"case_director", second_hat}),
        (TOWN, dice.choice(TEAMS), {"team_lead"}),
        (TOWN, NORTH, {desk}),
        (POLICE, None, {"partner"}),
        (POLICE, None, {"partner"}),
        (SCHOOL, None, teacher),
    )
    return tuple(User(next(number), place, team, frozenset(roles)) for place, team, roles in places)


def _case(dice: Random, number: int, users: tuple[User, ...], persons: tuple[UUID, ...]) -> Case:
    row = ids(1000 + number)
    parties = tuple(Party(next(row), person) for person in dice.sample(persons, dice.randint(2, 3)))
    owners = (None, *(user.id for user in users))
    regular = dice.choice(users[4:])
    consents = tuple(
        _consent(dice, next(row), party, organisation)
        for party in parties
        for organisation in ORGANISATIONS[1:]
        if dice.random() < 0.7
    )
    return Case(
        next(row),
        TOWN,
        dice.choice(TEAMS),
        dice.choice(users[:2]).id,
        tuple(_deputy(dice, next(row), users[:3]) for _ in range(dice.randint(0, 1))),
        tuple(_exclusion(dice, next(row), users) for _ in range(dice.randint(0, 2))),
        parties,
        tuple(_relationship(dice, next(row), parties) for _ in range(2)),
        tuple(
            _resting(dice, _link(dice, next(row), users, regular, parties), consents)
            for _ in range(dice.randint(2, 4))
        ),
        tuple(_entry(dice, next(row), users, parties) for _ in range(dice.randint(3, 5))),
        tuple(Milestone(next(row), dice.choice(owners)) for _ in range(2)),
        tuple(_broken_glass(dice, next(row), users) for _ in range(dice.randint(0, 2))),
        consents,
    )


def _deputy(dice: Random, number: UUID, users: tuple[User, ...]) -> Period:
    return Period(number, dice.choice(users).id, *_period(dice))


def _exclusion(dice: Random, number: UUID, users: tuple[User, ...]) -> Exclusion:
    return Exclusion(number, dice.choice(users).id, *_open_period(dice))


def _about_persons(
    dice: Random, number: int, users: tuple[User, ...], persons: tuple[UUID, ...]
) -> tuple[OfPerson, ...]:
    row = ids(number)
    return tuple(
        OfPerson(next(row), dice.choice(users).id, *_open_period(dice), dice.choice(persons))
        for _ in range(dice.randint(0, 1))
    )


def _broken_glass(dice: Random, number: UUID, users: tuple[User, ...]) -> BreakGlass:
    """Mostly by a director, and now and then by somebody who could not."""
    return BreakGlass(number, dice.choice((*users[:2], *users[:2], *users)).id, *_period(dice))


def _relationship(dice: Random, number: UUID, parties: tuple[Party, ...]) -> Relationship:
    one, other = dice.sample(parties, 2)
    return Relationship(number, one.id, other.id, dice.choice(RELATIONS))


def _consent(dice: Random, number: UUID, party: Party, organisation: UUID) -> Consent:
    """Mostly short, so that it ends while a link runs."""
    categories = frozenset(dice.sample(CATEGORIES, dice.randint(2, 4)))
    begin = min(dice.randint(0, 3), dice.randint(0, 3))
    end = dice.randint(begin + 1, len(MOMENTS) - 1)
    withdrawn_at = dice.choice((*[None] * 6, *MOMENTS))
    return Consent(number, party.id, organisation, categories, MOMENTS[begin], MOMENTS[end], withdrawn_at)


def _link(
    dice: Random, number: UUID, users: tuple[User, ...], regular: User, parties: tuple[Party, ...]
) -> Link:
    """A link that opens much, a little or nothing; often to somebody who has another link in the same case."""
    named = {dice.choice((regular, dice.choice(users[4:]))), dice.choice((regular, *users))}
    homes = [user.organisation for user in users if user in named]
    generosity = dice.choice((0, 0.3, 0.5, 0.5, 0.9))
    from_at, until_at = _period(dice)
    return Link(
        number,
        dice.choice((*homes, dice.choice(ORGANISATIONS))),
        frozenset(user.id for user in named),
        frozenset(
            (party.id, category) for party in parties for category in CATEGORIES if dice.random() < generosity
        ),
        from_at,
        until_at,
        dice.choice((*[None] * 9, *MOMENTS)),
        dice.random() < 0.5,
    )


def _resting(dice: Random, link: Link, consents: tuple[Consent, ...]) -> Link:
    """The same link, or one of which most cells rest on a consent: mostly on one that covers them, and now and then
    on one of somebody else, for others or to something else.
    """
    if not consents or dice.random() < 0.5:
        return link
    rests_on = []
    for party, category in sorted(link.cells):
        fitting = [one for one in consents if one.party == party and category in one.categories]
        theirs = [one for one in fitting if one.organisation == link.organisation]
        if dice.random() < 0.8:
            chosen = dice.choice((*theirs * 6, *fitting, dice.choice(consents)))
            rests_on.append(((party, category), chosen.id))
    return replace(link, rests_on=tuple(rests_on))


def _entry(dice: Random, number: UUID, users: tuple[User, ...], parties: tuple[Party, ...]) -> Entry:
    occurred_at = dice.choice(MOMENTS[:3])
    protected = dice.random() < 0.3
    told = dice.sample((*users[:1], *users[4:]), dice.randint(0, 3 if protected else 1))
    return Entry(
        number,
        dice.choice(KINDS),
        dice.choice(ENTRY_CATEGORIES),
        frozenset(party.id for party in dice.sample(parties, dice.randint(1, 2))),
        occurred_at,
        occurred_at + timedelta(hours=dice.randint(0, 2)),
        dice.choice((*users[:2], *users)).id,
        dice.choice((TOWN, TOWN, *ORGANISATIONS)),
        dice.random() < 0.15,
        protected,
        dice.choice(ONWARD),
        dice.random() < 0.3,
        tuple(_disclosure(dice, UUID(int=number.int + (1 << 32) * n), one) for n, one in enumerate(told, 1)),
        frozenset(dice.sample(ORGANISATIONS, dice.randint(0, 1))),
        dice.choice(((), (), (), (False,), (True,), (True, False), (False, True))),
        tuple(
            _release_request(dice, UUID(int=number.int + (1 << 40)), users) for _ in range(dice.randint(0, 1))
        ),
    )


def _release_request(dice: Random, number: UUID, users: tuple[User, ...]) -> ReleaseRequest:
    return ReleaseRequest(number, dice.choice(ORGANISATIONS), dice.choice(users[4:]).id, _asked_at(dice))


def _info_request(
    dice: Random, number: UUID, users: tuple[User, ...], cases: tuple[Case, ...]
) -> InfoRequest:
    """By a partner about a person, in a case or in none; by a partner in a case; by a director to a partner."""
    case, partner = dice.choice(cases), dice.choice((*users[4:], *users[4:], *users)).id
    outcome = dice.choice((None, "granted", "partly", "refused", "refused"))
    how = dice.choice(("person", "person", "case", "professional"))
    if how == "person":
        place = dice.choice((None, case.id, case.id))
        town = dice.choice((TOWN, TOWN, TOWN, POLICE))
        return InfoRequest(number, partner, town, None, None, place, frozenset(), outcome, _asked_at(dice))
    about = frozenset(party.id for party in dice.sample(case.parties, dice.randint(1, 2)))
    if how == "case":
        return InfoRequest(number, partner, TOWN, None, case.id, None, about, outcome, _asked_at(dice))
    return InfoRequest(number, case.director, POLICE, partner, case.id, None, about, outcome, _asked_at(dice))


def _asked_at(dice: Random) -> datetime:
    """Mostly before anybody looks."""
    return dice.choice((START, START, START, *MOMENTS[1:4]))


def _disclosure(dice: Random, number: UUID, user: User) -> Disclosure:
    """As it was taken in, without an end, or as it is made here."""
    bounds = dice.choice(((None, None), _period(dice), _period(dice)))
    return Disclosure(number, user.id, *bounds, dice.choice((*[None] * 4, *MOMENTS)))


def _open_period(dice: Random) -> tuple[datetime | None, datetime | None]:
    begin, end = _period(dice)
    return dice.choice((None, begin)), dice.choice((None, end))


def _period(dice: Random) -> tuple[datetime, datetime]:
    begin = min(dice.randint(0, 3), dice.randint(0, 3))
    end = max(dice.randint(begin + 1, len(MOMENTS) - 1), dice.randint(begin + 1, len(MOMENTS) - 1))
    return MOMENTS[begin], MOMENTS[end]
