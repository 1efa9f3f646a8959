"""What was found open is open for who asked, in the transaction in which it was found, until something is written."""

from itertools import product

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from caseflow.access import opened
from caseflow.access.guard import UnguardedError, release
from caseflow.access.named import about, about_entries, know_seat, opening
from caseflow.models import Entry, EntryConcern, EntryOrigin, Link
from tests.access.asking import asking
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.test_worlds import readable
from tests.access.worlds import MOMENTS, numbered

NOW = MOMENTS[3]


@pytest.fixture(scope="module")
def town(connection):
    """A world in which a professional reads some entries of a case without a seat, and somebody else does not."""
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


@pytest.fixture
def partner(connection, town):
    _case, user, _own, _other = two_who_differ(town)
    with asking(connection, user, NOW) as session:
        yield session
        session.rollback()


def test_what_hangs_below_entries_is_asked_once_in_a_transaction(partner, town, monkeypatch):
    case, _user, own, _other = two_who_differ(town)
    asked = []
    kept = opened._keep
    monkeypatch.setattr(opened, "_keep", lambda *what: (asked.append(what), kept(*what)))
    for model in (EntryConcern, EntryOrigin):
        partner.scalars(select(model.entry_id), execution_options=about(case.id, own)).all()
    assert len(asked) == 1


@pytest.mark.parametrize("write", ["by a statement", "by a flush"])
def test_what_is_written_closes_an_entry_at_once(partner, town, write):
    case, _user, own, _other = two_who_differ(town)
    assert readable_now(partner, case, own) == own
    if write == "by a statement":
        partner.execute(delete(EntryConcern))
    else:
        for concern in partner.scalars(select(EntryConcern)):
            partner.delete(concern)
        partner.flush()
    still = readable_now(partner, case, own)
    assert still == set(partner.scalars(select(Entry.id).where(Entry.case_id == case.id))) < own


def test_the_next_transaction_asks_again(connection, town):
    case, user, own, _other = two_who_differ(town)
    with asking(connection, user, NOW) as session:
        assert readable_now(session, case, own) == own
        session.commit()
        with Session(connection) as free:
            ended = update(Link).where(Link.case_id == case.id).values(revoked_at=NOW)
            free.execute(ended)
            still = readable_now(session, case, own)
            free.rollback()
    assert still < own


def readable_now(session, case, own):
    return set(session.scalars(select(Entry.id), execution_options=about(case.id, own)))


def test_who_is_then_said_to_have_a_seat_gets_nothing_by_what_was_found_without_one(partner, town):
    case, _user, own, _other = two_who_differ(town)
    assert readable_now(partner, case, own) == own
    know_seat(partner, case.id)
    assert set(partner.scalars(select(EntryOrigin.entry_id), execution_options=about(case.id, own))) == set()


def test_a_session_that_changes_hands_keeps_nothing(connection, town):
    case, user, own, _other = two_who_differ(town)
    with asking(connection, user, NOW) as session:
        assert set(session.scalars(select(Entry.id), execution_options=about_entries(own))) == own
        release(session)
        with pytest.raises(UnguardedError):
            session.scalars(select(Entry.id), execution_options=about(case.id, own)).all()


@pytest.mark.parametrize(
    "statement", [select(Entry.case_id), select(Entry.id, Entry.kind), select(func.count(Entry.id))]
)
def test_only_a_statement_that_gives_ids_of_entries_opens_them(partner, town, statement):
    case, *_ = two_who_differ(town)
    with pytest.raises(UnguardedError):
        partner.execute(statement, execution_options=opening(case.id))
