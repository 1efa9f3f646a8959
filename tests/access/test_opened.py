"""What was found open is open for who asked, in the reading transaction in which it was found, and in no other."""

from itertools import product

import pytest
from sqlalchemy import create_engine, delete, event, func, select, update
from sqlalchemy.orm import Session

from caseflow.access.guard import UnguardedError, bind, release
from caseflow.access.named import about, about_entries, opening
from caseflow.models import Entry, EntryConcern, EntryOrigin, Link, SearchTerms
from tests.access.asking import AskingSession, actor, asking, may_write
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.test_worlds import readable
from tests.access.worlds import MOMENTS, numbered

NOW = MOMENTS[3]
WHERE = "Zij woont nu op Kanaalweg 9"


@pytest.fixture(scope="module")
def town(connection):
    """A world in which a professional reads some entries of a case without a seat, and somebody else does not."""
    return loaded_town(connection)


def loaded_town(connection):
    """Load the first such world."""
    made = next(made for made in map(numbered, range(1000)) if two_who_differ(made))
    load(connection, made)
    return made


def two_who_differ(made):
    """Return a case, who reads part of it without a seat, what they read, and who does not read all of that."""
    for user, case in product(made.users[4:], made.cases):
        asked = reader(made, user, NOW)
        own = {entry.id for entry in case.entries if asked.reads(case, entry)}
        others = (one for one in made.users if own - readable(reader(made, one, NOW)))
        other = next(others, None)
        if own and other and not asked.has_seat(case):
            return case, user, own, other
    return None


@pytest.fixture(autouse=True)
def reading():
    """Let the transactions of these tests only read."""
    with may_write(False):
        yield


@pytest.fixture
def partner(connection, town):
    with asking(connection, two_who_differ(town)[1], NOW) as session:
        yield session
        session.rollback()


def read_now(session, case, ids):
    return set(session.scalars(select(Entry.id), execution_options=about(case.id, ids)))


def test_what_hangs_below_entries_is_asked_once_in_a_transaction_that_reads(partner, connection, town):
    case, _user, own, _other = two_who_differ(town)
    sent = []
    event.listen(connection, "before_cursor_execute", lambda *what: sent.append(what[2]))
    for model in (EntryConcern, EntryOrigin):
        partner.scalars(select(model.entry_id), execution_options=about(case.id, own)).all()
    queries = [one for one in sent if one.startswith(("WITH", "SELECT"))]
    assert len(queries) == 3, "the rule, and the two that were asked"


def test_a_transaction_that_may_write_asks_in_every_statement(connection, town):
    """The session itself writes, and others do meanwhile: an entry may be closed between two statements."""
    case, user, own, _other = two_who_differ(town)
    with may_write(True), asking(connection, user, NOW) as session:
        assert read_now(session, case, own) == own
        session.execute(delete(EntryConcern))
        still = read_now(session, case, own)
        assert still == set(session.scalars(select(Entry.id).where(Entry.case_id == case.id))) < own
        session.rollback()


def test_the_next_transaction_asks_again(connection, town):
    case, user, own, _other = two_who_differ(town)
    with asking(connection, user, NOW) as session:
        assert read_now(session, case, own) == own
        session.commit()
        with Session(connection) as free:
            free.execute(update(Link).where(Link.case_id == case.id).values(revoked_at=NOW))
            still = read_now(session, case, own)
            free.rollback()
    assert still < own


def test_a_session_that_changes_hands_keeps_nothing(connection, town):
    case, user, own, other = two_who_differ(town)
    with asking(connection, user, NOW) as session:
        assert read_now(session, case, own) == own
        release(session)
        bind(session, actor(other, NOW))
        assert own - read_now(session, case, own)
        session.rollback()


def test_what_was_found_in_one_case_is_not_given_for_another(partner, town):
    case, _user, own, _other = two_who_differ(town)
    another = next(one for one in town.cases if one is not case)
    assert set(partner.scalars(select(Entry.id), execution_options=about_entries(own))) == own
    assert read_now(partner, another, own) == set()


OTHERS = (select(Entry.case_id), select(Entry.id, Entry.kind), select(func.count(Entry.id)))


@pytest.mark.parametrize("statement", OTHERS)
def test_only_a_statement_that_gives_ids_of_entries_opens_them(partner, town, statement):
    case, *_ = two_who_differ(town)
    with pytest.raises(UnguardedError):
        partner.execute(statement, execution_options=opening(case.id))


@pytest.mark.parametrize("then", [select(Entry.body), select(SearchTerms.terms)])
def test_who_only_reads_sees_one_moment(connection, town, shared_database_url, then):
    """What somebody else writes between two statements of a page stays unseen: it may be what closes the entry."""
    case, user, own, _other = two_who_differ(town)
    connection.commit()
    engine = create_engine(shared_database_url)
    with AskingSession(engine) as session:
        bind(session, actor(user, NOW))
        here = select(Entry.id).where(Entry.case_id == case.id)
        found = session.scalars(here, execution_options=opening(case.id)).all()
        with may_write(True), engine.begin() as elsewhere:
            elsewhere.execute(update(Entry.__table__).values(body=WHERE, directors_only=True))
            elsewhere.execute(update(SearchTerms.__table__).values(terms=WHERE))
        assert set(found) == own
        texts = session.scalars(then, execution_options=about(case.id, found)).all()
        session.rollback()
        assert texts
        assert WHERE not in texts
        assert own - set(session.scalars(here, execution_options=opening(case.id)))
    load(connection, town)
    engine.dispose()
