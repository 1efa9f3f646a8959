"""The case of Oosterdelta, read by everybody at the moments that its table names, through the real importer."""

from datetime import datetime, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from caseflow.access.check import BY_ROLE, ON_A_CASE, Act, can, can_contribute
from caseflow.clock import AMSTERDAM
from caseflow.models import Case, Entry, EntryOrigin, LinkProfessional, Organisation, Party, User, UserRole
from tests.access.asking import asking
from tests.access.conftest import options_for
from tests.access.oosterdelta_visible import (
    HOME_BAN,
    HOME_BAN_READERS,
    NEVER,
    NO_PARTNER_EVER,
    SEATS,
    SOURCE_HIDDEN,
    VISIBLE,
)
from tests.app_fixtures import copy_of_story
from tests.databases import ENGINES

REFERENCE = "OD-2023-004"
EVERY_SO_OFTEN = [
    datetime(2023, 1, 14, 12, tzinfo=AMSTERDAM) + timedelta(days=days) for days in range(0, 3 * 365, 40)
]


@pytest.fixture(scope="module", params=ENGINES)
def story(request):
    """The imported story, and its people by name."""
    with copy_of_story(request) as url:
        engine = create_engine(url, **options_for(url))
        with engine.connect() as connection, Session(bind=connection) as free:
            case_id = free.scalars(select(Case.id).where(Case.reference == REFERENCE)).one()
            yield SimpleNamespace(
                connection=connection, users=_people(free), linked=_linked(free), case_id=case_id
            )
        engine.dispose()


def _people(free):
    roles = {}
    for user_id, role in free.execute(select(UserRole.user_id, UserRole.role)):
        roles.setdefault(user_id, set()).add(role)
    rows = free.execute(
        select(User.key, User.id, User.organisation_id, User.team_id, Organisation.kind).join_from(
            User, Organisation, Organisation.id == User.organisation_id
        )
    )
    return {
        key: SimpleNamespace(
            key=key, id=user_id, organisation=place, team=team, roles=roles.get(user_id, ()), kind=kind
        )
        for key, user_id, place, team, kind in rows
    }


def _linked(free):
    named = select(User.key).join(LinkProfessional, LinkProfessional.user_id == User.id).distinct()
    return sorted(free.scalars(named))


def moment(at):
    return datetime.strptime(at, "%Y-%m-%d %H:%M").replace(tzinfo=AMSTERDAM)


def look(story, user, at):
    """What a user reads of the case at a moment: nothing where it does not exist."""
    with asking(story.connection, story.users[user], at) as session:
        case = session.scalars(select(Case).where(Case.reference == REFERENCE)).one_or_none()
        if case is None:
            assert session.scalars(select(Entry).where(Entry.case_id == story.case_id)).all() == []
            return None
        return SimpleNamespace(
            parties=set(session.scalars(select(Party.key).where(Party.case_id == case.id))),
            entries=set(session.scalars(select(Entry.key).where(Entry.case_id == case.id))),
            categories=set(
                session.scalars(select(Entry.category).where(Entry.case_id == case.id).distinct())
            ),
            sourced=set(
                session.scalars(select(Entry.key).join(EntryOrigin, EntryOrigin.entry_id == Entry.id))
            ),
            director=session.scalar(select(User.name).where(User.id == case.director_id)),
        )


@pytest.mark.parametrize("line", VISIBLE, ids=lambda line: f"{line.user} at {line.at}: {line.why}")
def test_who_sees_what(story, line):
    seen = look(story, line.user, moment(line.at))
    if not line.parties:
        assert seen is None
        return
    assert (seen.entries, seen.parties) == (set(line.entries.split()), set(line.parties.split()))
    assert seen.director == "Ilse Brand"


@pytest.mark.parametrize(("user", "at", "count"), SEATS)
def test_a_seat_reads_the_whole_file_and_only_between_its_dates(story, user, at, count):
    seen = look(story, user, moment(at))
    assert (seen and len(seen.entries)) == count


@pytest.mark.parametrize("user", NEVER)
def test_for_others_the_case_never_exists(story, user):
    at_lines = [moment(line.at) for line in VISIBLE]
    assert [look(story, user, at) for at in (*at_lines, *EVERY_SO_OFTEN)] == [None] * (
        len(at_lines) + len(EVERY_SO_OFTEN)
    )


@pytest.fixture(scope="module")
def partners(story):
    """What each partner sees, every so often: their name, the kind of organisation, and what they see."""
    seats = {"ilse-brand", "petra-zuidema", "farouk-amrani"}
    asked = product(sorted(set(story.linked) - seats), EVERY_SO_OFTEN)
    looks = [(user, story.users[user].kind, look(story, user, at)) for user, at in asked]
    return [(user, kind, seen) for user, kind, seen in looks if seen]


def test_what_no_partner_ever_sees(partners):
    assert partners
    for user, _, seen in partners:
        assert not seen.entries & set(NO_PARTNER_EVER), user
        assert "analysis" not in seen.categories, user


def test_who_reads_the_home_ban(partners):
    readers = {kind for _, kind, seen in partners if seen.entries & set(HOME_BAN)}
    assert readers == set(HOME_BAN_READERS)


@pytest.mark.parametrize("entry", SOURCE_HIDDEN)
def test_a_confidential_source_is_known_to_itself_alone(partners, entry):
    readers = {user for user, _, seen in partners if entry in seen.entries}
    assert {user for user, _, seen in partners if entry in seen.sourced} == SOURCE_HIDDEN[entry]
    assert readers > SOURCE_HIDDEN[entry]


@pytest.mark.parametrize("entry", SOURCE_HIDDEN)
def test_a_seat_knows_a_confidential_source(story, entry):
    assert entry in look(story, "ilse-brand", moment("2024-07-24 12:00")).sourced


SEAT = {
    Act.CASE_EDIT,
    Act.PARTY_SET,
    Act.MILESTONE_SET,
    Act.LINK_SET,
    Act.CONSENT_SET,
    Act.PROFESSIONAL_ASK,
    Act.RELEASE_ASK,
    Act.FACT_DISCLOSE,
    Act.CASE_CLOSE_SECOND,
    Act.CASE_REOPEN,
    Act.ACCESS_LOG_READ,
    Act.BREAK_GLASS_READ,
    Act.EXCLUSION_READ,
    Act.ENTRY_WRITE,
}
"""What director, deputy and team lead have in common."""
WHO_MAY = {
    ("ilse-brand", "2023-02-01 12:00"): SEAT
    | {Act.CASE_OPEN, Act.CASE_CLOSE_PROPOSE, Act.CASE_ASSIGN, Act.FACT_WATCH, Act.BREAK_GLASS_OPEN},
    ("farouk-amrani", "2023-11-13 12:00"): SEAT
    | {Act.CASE_OPEN, Act.CASE_CLOSE_PROPOSE, Act.FACT_WATCH, Act.BREAK_GLASS_OPEN},
    ("farouk-amrani", "2023-12-11 12:00"): {Act.CASE_OPEN, Act.BREAK_GLASS_OPEN},
    ("petra-zuidema", "2023-02-07 12:00"): SEAT
    | {Act.CASE_OPEN, Act.CASE_ASSIGN, Act.DEPUTY_APPOINT, Act.EXCLUSION_SET, Act.BREAK_GLASS_REVIEW},
    ("chantal-dieters", "2023-02-20 12:00"): {Act.DIRECTOR_ASK, Act.ENTRY_WRITE, Act.PERSON_ASK},
    ("ruud-sanders", "2023-02-20 12:00"): {
        Act.ACCESS_LOG_READ,
        Act.ACCOUNT_TIE,
        Act.AGREEMENT_KEEP,
        Act.BREAK_GLASS_READ,
        Act.BREAK_GLASS_REVIEW,
        Act.EXCLUSION_READ,
        Act.EXCLUSION_SET,
    },
    ("astrid-kooiman", "2023-02-20 12:00"): set(),
    ("lotte-prins", "2023-02-20 12:00"): set(),
}


@pytest.mark.parametrize(("user", "at"), WHO_MAY)
def test_everybody_may_do_what_the_table_of_the_design_says(story, user, at):
    with asking(story.connection, story.users[user], moment(at)) as session:
        may = {act for act in BY_ROLE if can(session, act)}
        may |= {act for act in ON_A_CASE if can(session, act, story.case_id)}
        if can_contribute(session, story.case_id):
            may.add(Act.ENTRY_WRITE)
    assert may == WHO_MAY[user, at]
