"""Random small worlds: few enough of everything that periods, scopes, flags and people keep meeting each other."""

from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

from hypothesis import strategies as st

from tests.access.oracle import (
    Case,
    Entry,
    Exclusion,
    Link,
    Milestone,
    Party,
    Period,
    Relationship,
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
SELDOM = st.sampled_from((False, False, False, True))
MOMENT = st.sampled_from(MOMENTS)


def ids(number: int):
    """Return ids that look alike in every run: the number says what they are of."""
    return (UUID(int=(number << 64) + row) for row in count(1))


TOWN, POLICE, SCHOOL = ORGANISATIONS = tuple(next(one) for one in (ids(101), ids(102), ids(103)))
NORTH, SOUTH = TEAMS = tuple(next(one) for one in (ids(201), ids(202)))


@st.composite
def worlds(draw) -> World:
    """A municipality with two teams, the police and a school, and two or three cases among them."""
    users = draw(_users())
    persons = tuple(UUID(int=(301 << 64) + row) for row in range(4))
    cases = tuple(draw(_cases(number, users, persons)) for number in range(1, draw(st.integers(2, 3)) + 1))
    return World(ORGANISATIONS, ((NORTH, TOWN), (SOUTH, TOWN)), users, persons, cases)


@st.composite
def _users(draw) -> tuple[User, ...]:
    number = ids(401)
    hats = draw(st.sampled_from(("partner", "team_lead", "privacy_officer")))
    places = (
        (TOWN, NORTH, {"case_director"}),
        (TOWN, SOUTH, {"case_director", hats}),
        (TOWN, draw(st.sampled_from((NORTH, SOUTH))), {"team_lead"}),
        (TOWN, NORTH, draw(st.sampled_from(({"privacy_officer"}, {"evaluator"}, {"administrator"})))),
        (POLICE, None, {"partner"}),
        (POLICE, None, {"partner"}),
        (SCHOOL, None, {"partner"}),
    )
    return tuple(User(next(number), place, team, frozenset(roles)) for place, team, roles in places)


@st.composite
def _cases(draw, number: int, users: tuple[User, ...], persons: tuple[UUID, ...]) -> Case:
    row = ids(1000 + number)
    directors, partners = users[:2], users[4:]
    people = draw(st.lists(st.sampled_from(persons), min_size=2, max_size=3, unique=True))
    parties = tuple(Party(next(row), person) for person in people)
    return Case(
        next(row),
        TOWN,
        draw(st.sampled_from(TEAMS)),
        draw(st.sampled_from(directors)).id,
        tuple(draw(_period(row, users[:3])) for _ in range(draw(st.integers(0, 1)))),
        tuple(draw(_exclusion(row, users)) for _ in range(draw(st.integers(0, 2)))),
        parties,
        tuple(draw(_relationship(row, parties)) for _ in range(draw(st.integers(0, 2)))),
        tuple(draw(_link(row, users, partners, parties)) for _ in range(draw(st.integers(1, 3)))),
        tuple(draw(_entry(row, users, parties)) for _ in range(draw(st.integers(2, 4)))),
        tuple(
            Milestone(next(row), draw(st.sampled_from((None, *(user.id for user in users))))) for _ in "ab"
        ),
    )


@st.composite
def _period(draw, row, users: tuple[User, ...]) -> Period:
    from_at, until_at = _ordered(draw)
    return Period(next(row), draw(st.sampled_from(users)).id, from_at, until_at)


@st.composite
def _exclusion(draw, row, users: tuple[User, ...]) -> Exclusion:
    return Exclusion(next(row), draw(st.sampled_from(users)).id, draw(st.sampled_from((None, *MOMENTS))))


@st.composite
def _relationship(draw, row, parties: tuple[Party, ...]) -> Relationship:
    one, other = draw(st.permutations(parties))[:2]
    return Relationship(next(row), one.id, other.id, draw(st.sampled_from(RELATIONS)))


@st.composite
def _link(draw, row, users, partners, parties: tuple[Party, ...]) -> Link:
    named = draw(st.lists(st.sampled_from((*partners, *partners, *users)), min_size=1, max_size=2))
    whole = [(party.id, category) for party in parties for category in CATEGORIES]
    cells = draw(st.one_of(st.just([]), *[st.lists(st.sampled_from(whole), max_size=8)] * 4))
    from_at, until_at = _ordered(draw)
    return Link(
        next(row),
        draw(st.sampled_from((named[0].organisation, *ORGANISATIONS))),
        frozenset(user.id for user in named),
        frozenset(cells),
        from_at,
        until_at,
        draw(st.sampled_from((None, None, *MOMENTS))),
        draw(st.booleans()),
    )


@st.composite
def _entry(draw, row, users: tuple[User, ...], parties: tuple[Party, ...]) -> Entry:
    occurred_at = draw(st.sampled_from(MOMENTS[:3]))
    return Entry(
        next(row),
        draw(st.sampled_from(KINDS)),
        draw(st.sampled_from(ENTRY_CATEGORIES)),
        frozenset(party.id for party in draw(st.lists(st.sampled_from(parties), min_size=1, max_size=2))),
        occurred_at,
        occurred_at + timedelta(hours=draw(st.integers(0, 2))),
        draw(st.sampled_from(users)).id,
        draw(st.sampled_from((TOWN, TOWN, *ORGANISATIONS))),
        draw(SELDOM),
        draw(SELDOM),
        draw(st.sampled_from(ONWARD)),
        draw(SELDOM),
        frozenset(user.id for user in draw(st.lists(st.sampled_from(users), max_size=2))),
        frozenset(draw(st.lists(st.sampled_from(ORGANISATIONS), max_size=1))),
    )


def _ordered(draw) -> tuple[datetime, datetime]:
    begin = draw(st.integers(0, 3))
    return MOMENTS[begin], MOMENTS[draw(st.integers(begin + 1, len(MOMENTS) - 1))]
