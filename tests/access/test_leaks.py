"""Every form of query is scoped; what cannot be scoped is refused; and nothing of a hidden row comes in sideways."""

from uuid import UUID

import pytest
from sqlalchemy import delete, exists, insert, literal_column, select, text, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session, make_transient_to_detached

from caseflow.access import guard
from caseflow.access.guard import UnguardedError
from caseflow.models import CaseBrief, Entry, EntryVersion, Link, Organisation, SearchTerms
from tests.access.asking import AskingSession, asking
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.things import World
from tests.access.ways import WAYS
from tests.access.worlds import MOMENTS, numbered

NOW = MOMENTS[3]


@pytest.fixture(scope="module")
def town(connection) -> World:
    """A world in which somebody reads some entries of a case and not others."""
    made = next(made for made in map(numbered, range(1000)) if partly_reading(made))
    load(connection, made)
    return made


def partly_reading(made: World):
    """Return who reads part of what there is without a seat, with an entry they read and one they do not."""
    for user in made.users[4:]:
        asked = reader(made, user, NOW)
        every = [(case, entry) for case in made.cases for entry in case.entries]
        shown = [entry for case, entry in every if asked.reads(case, entry)]
        hidden = [entry for case, entry in every if entry not in shown]
        if len(shown) > 1 and hidden and not any(asked.has_seat(case) for case in made.cases):
            return user, shown, hidden
    return None


@pytest.fixture
def partner(connection, town):
    user, _, _ = partly_reading(town)
    with asking(connection, user, NOW) as session:
        yield session
        session.rollback()


@pytest.fixture
def shown(town):
    return {entry.id for entry in partly_reading(town)[1]}


@pytest.fixture
def hidden(town):
    return {entry.id for entry in partly_reading(town)[2]}


@pytest.mark.parametrize("way", WAYS)
def test_every_form_of_query_is_scoped(partner, shown, hidden, way):
    assert WAYS[way](partner, shown | hidden) == shown


REFUSED = {
    "a Core table": select(Entry.__table__.c.id),
    "a Core table joined to another": select(Entry.__table__.c.id).join(
        Link.__table__, literal_column("true")
    ),
    "a count of a Core table": select(Entry.__table__),
    "text": text("select id from entry"),
    "text as entities": select(Entry).from_statement(text("select * from entry")),
    "a statement as entities": select(Entry).from_statement(select(Entry.__table__)),
    "a bare exists": select(exists().where(Entry.id.is_not(None))),
    "an update of a Core table": update(Entry.__table__).values(body="x"),
    "a deletion from a Core table": delete(SearchTerms.__table__),
    "copying rows with an insert": insert(CaseBrief).from_select(
        ["case_id", "goal"], select(Entry.case_id, Entry.body)
    ),
    "an insert that changes what is there": sqlite_insert(CaseBrief)
    .values(case_id=UUID(int=1), version=1)
    .on_conflict_do_update(index_elements=["case_id"], set_={"goal": "x"}),
    "an insert that changes what is there, on PostgreSQL": postgresql_insert(CaseBrief)
    .values(case_id=UUID(int=1), version=1)
    .on_conflict_do_update(index_elements=["case_id"], set_={"goal": "x"}),
    "a value read elsewhere by an insert": insert(CaseBrief).values(
        goal=select(Entry.body).limit(1).scalar_subquery()
    ),
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_scoped_is_refused(partner, statement):
    with pytest.raises(UnguardedError):
        partner.execute(statement)


def test_a_session_without_an_actor_reads_nothing(connection):
    with AskingSession(connection) as session, pytest.raises(UnguardedError):
        session.execute(select(Organisation))


def test_a_session_has_one_actor(connection, town):
    other = guard.actor_of(asking(connection, town.users[1], NOW))
    with asking(connection, town.users[0], NOW) as session, pytest.raises(UnguardedError):
        guard.bind(session, other)


def test_a_released_session_forgets_its_actor_and_what_was_loaded(partner, shown):
    assert partner.get(Entry, min(shown))
    guard.release(partner)
    with pytest.raises(UnguardedError):
        partner.get(Entry, min(shown))


def test_a_row_loaded_elsewhere_does_not_enter(connection, partner, hidden):
    with Session(bind=connection) as free:
        entry = free.get(Entry, min(hidden))
        free.expunge(entry)
    with pytest.raises(UnguardedError):
        partner.add(entry)


PAST_THE_GUARD = {
    "its connection": lambda session, _entry: session.connection(),
    "merging": lambda session, entry: session.merge(entry),
    "merging without looking": lambda session, entry: session.merge(entry, load=False),
    "saving in bulk": lambda session, entry: session.bulk_save_objects([entry]),
    "updating in bulk": lambda session, entry: session.bulk_update_mappings(Entry, [{"id": entry.id}]),
}


@pytest.mark.parametrize("go", PAST_THE_GUARD.values(), ids=PAST_THE_GUARD)
def test_what_the_guard_would_not_hear_is_shut(connection, partner, hidden, go):
    with Session(bind=connection) as free:
        entry = free.get(Entry, min(hidden))
        free.expunge(entry)
    with pytest.raises(TypeError):
        go(partner, entry)


def test_nothing_hidden_is_left_in_the_session_to_be_refreshed(partner, shown, hidden):
    """A session reads again what it read before, while it lives; so what it holds must have been readable."""
    for way in WAYS.values():
        way(partner, shown | hidden)
    held = [row for row in partner.identity_map.values() if isinstance(row, Entry)]
    for entry in held:
        partner.refresh(entry)
    assert {entry.id for entry in held} <= shown


def test_a_stand_in_for_a_hidden_row_cannot_be_refreshed(partner, hidden):
    stand_in = Entry(id=min(hidden))
    make_transient_to_detached(stand_in)
    with pytest.raises(UnguardedError):
        partner.add(stand_in)
    with pytest.raises(InvalidRequestError):
        partner.refresh(stand_in)


def test_an_update_touches_only_what_may_be_read(partner, shown, hidden):
    updated = partner.execute(update(Entry).values(body="changed").returning(Entry.id)).scalars()
    assert set(updated) == shown


def test_an_update_does_not_carry_hidden_text_over(partner, shown, hidden):
    stolen = select(Entry.body).where(Entry.id == min(hidden)).scalar_subquery()
    partner.execute(update(Entry).where(Entry.id == min(shown)).values(statement=stolen))
    partner.expire_all()
    assert partner.scalar(select(Entry.statement).where(Entry.id == min(shown))) is None


def test_an_update_of_a_hidden_row_by_its_key_touches_nothing(partner, hidden):
    assert partner.execute(update(Entry).where(Entry.id == min(hidden)).values(body="x")).rowcount == 0


def test_a_deletion_touches_only_what_may_be_read(partner, shown):
    deleted = partner.execute(delete(SearchTerms).returning(SearchTerms.entry_id)).scalars()
    assert set(deleted) == shown


def test_a_hidden_row_is_not_the_target_of_a_join(partner, hidden):
    versions = select(Entry.id).join(EntryVersion, EntryVersion.entry_id == Entry.id)
    assert partner.scalars(versions).all() == []


def test_ordering_by_something_hidden_tells_nothing(partner, shown, hidden):
    """What a hidden row holds is null to who sorts by it, so no order can be read off it."""
    of_hidden = select(Entry.body).where(Entry.id == min(hidden)).scalar_subquery()
    assert set(partner.scalars(select(of_hidden).select_from(Organisation))) == {None}
