"""The second wall: row-level security is what the rules say now, holds for whoever owns the tables, and has no gaps."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import product
from random import Random
from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, MetaData, Table, create_engine, func, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ProgrammingError

from caseflow.access.asking import values_for
from caseflow.access.receiver import as_receiver
from caseflow.access.rls import UndecidedTableError, decided, wall
from caseflow.access.rls_text import Leant, UnwritableRuleError, condition
from caseflow.access.roles import ACTORS, SYSTEM, speak_as
from caseflow.access.sets import CASE, LINK
from caseflow.access.writing import there_is
from caseflow.db import Base
from caseflow.migrate import MissingRolesError, put_up_wall, upgrade
from caseflow.models import AuditRow, BreakGlass, Entry, EntryConcern, Exclusion
from caseflow.sharing.break_glass import LASTS
from tests.access.asking import (
    actor,
    asking,
    behind_the_second_wall_alone,
    everything,
)
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.seen import visible
from tests.access.worlds import MOMENTS, START, numbered
from tests.databases import fresh_database
from tests.logins import PASSWORD, make_login

NOW = MOMENTS[3]
NAMES = {"case.reference", "organisation.key", "organisation.name", "user.key", "user.name"}
"""The only free text that rules or what is derived from a row look up beside it."""


@pytest.fixture(scope="module", params=["postgresql"])
def shared_database_url(request):
    """Give the tests of this module a database on PostgreSQL."""
    with fresh_database(request) as url:
        yield url


@pytest.fixture(params=["postgresql"])
def database_url(request):
    """Give one test a database on PostgreSQL."""
    with fresh_database(request) as url:
        yield url


@pytest.fixture(scope="module")
def town(connection):
    """A world in which a professional reads something of one case, another case does not exist, glass can break, and
    a privacy officer watches over somebody.
    """
    needed = (half_seeing, glass_to_break, watched_over)
    made = next(made for made in map(numbered, range(1000)) if all(need(made) for need in needed))
    load(connection, made)
    return made


def watched_over(made):
    return any(
        reader(made, user, now).watches_over(person)
        for user, now, person in product(made.users, MOMENTS, made.persons)
    )


def half_seeing(made):
    for user in (one for one in made.users[4:] if "privacy_officer" not in one.roles):
        asked = reader(made, user, NOW)
        seen = [case for case in made.cases if asked.case_exists(case)]
        hidden = [case for case in made.cases if case not in seen]
        if hidden and any(asked.reads(case, entry) for case in seen for entry in case.entries):
            return user, seen[0], hidden[0]
    return None


@pytest.fixture
def partner(connection, town):
    """Speak for that professional, with no other rules than those of the database."""
    with behind_the_second_wall_alone(connection, half_seeing(town)[0], NOW) as session:
        yield session
        session.rollback()


def refusal(connection, statement, values):
    """Return how a statement is refused, without the name of the table."""
    with pytest.raises(ProgrammingError) as refused, connection.begin_nested():
        connection.execute(statement, values)
    assert isinstance(refused.value.orig, InsufficientPrivilege)
    return str(refused.value.orig)


CATALOG = {
    "policies": "SELECT tablename, policyname, roles, cmd, permissive, qual, with_check FROM pg_policies",
    "tables": "SELECT relname, relrowsecurity, relforcerowsecurity, relacl FROM pg_class"
    " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v', 'm')",
    "views": "SELECT viewname, viewowner, definition FROM pg_views WHERE schemaname = 'caseflow_rules'",
    "functions": "SELECT proname, prosrc, prosecdef, provolatile, proconfig FROM pg_proc"
    " WHERE pronamespace = 'caseflow_rules'::regnamespace",
}


def catalog(connection):
    return {name: sorted(map(repr, connection.execute(text(asked)))) for name, asked in CATALOG.items()}


def test_what_stands_in_a_migrated_database_is_what_the_rules_say_now(database_url):
    """Red: a rule changed. `caseflow db wall` writes the wall for the next migration; CONTRIBUTING says how."""
    engine = create_engine(database_url)
    with engine.connect() as connection:
        stands = catalog(connection)
        connection.connection.driver_connection.execute(wall())
        assert stands == catalog(connection)
        assert len(stands["policies"]) > 2 * len(Base.metadata.tables) - 10
    engine.dispose()


def test_a_table_about_which_nobody_decided_has_no_wall():
    with pytest.raises(UndecidedTableError, match="stranger"):
        decided(Table("stranger", MetaData()))


def test_a_rule_that_looks_into_a_table_itself_is_not_written():
    """PostgreSQL would ask that table's rule, and hide what this one leans on."""
    with pytest.raises(UnwritableRuleError, match="link"):
        condition(CASE, lambda case: there_is(LINK.alias(), LINK.c.case_id == case.c.id), Leant())


def test_every_table_is_behind_the_wall_for_everybody(connection):
    found = dict(
        iter(
            connection.execute(
                text(
                    "SELECT relname, relrowsecurity AND relforcerowsecurity FROM pg_class"
                    " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'alembic_version'"
                )
            )
        )
    )
    assert found == dict.fromkeys(Base.metadata.tables, True)


def test_the_roles_are_nobody_in_particular(connection):
    asked = "SELECT bool_or(rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole) FROM pg_roles WHERE rolname IN {}"
    assert connection.scalar(text(asked.format((ACTORS, SYSTEM)))) is False
    owned = (
        "SELECT count(*) FROM pg_class AS c JOIN pg_roles AS r ON r.oid = c.relowner"
        " WHERE c.relkind = 'r' AND r.rolname IN {}"
    )
    assert connection.scalar(text(owned.format((ACTORS, SYSTEM)))) == 0


def test_without_settings_nothing_is_seen_and_after_a_transaction_none_are_left(connection, town):
    tables = [table for table in Base.metadata.sorted_tables if table.name != "audit_head"]
    count = select(sum(select(func.count()).select_from(table).scalar_subquery() for table in tables))
    speak_as(connection, ACTORS, {})
    assert connection.scalar(count) == 0
    connection.rollback()
    speak_as(connection, ACTORS, values_for(actor(half_seeing(town)[0], NOW)))
    assert connection.scalar(count) > 0
    connection.commit()
    speak_as(connection, ACTORS, {})  # now the settings are there, and empty
    assert connection.scalar(text("SELECT current_setting('caseflow.actor_id')")) == ""
    assert connection.scalar(count) == 0
    connection.rollback()


def test_a_pointer_to_a_hidden_row_is_refused_as_one_to_no_row_is(partner, town):
    _user, seen, hidden = half_seeing(town)
    connection = partner.connection()
    one = {
        "kind": "contact", "occurred_at": START, "recorded_at": START, "category": "safety", "directors_only": False,
        "protected": False, "source_confidential": False, "onward": "free", "version": 1,
    }  # fmt: skip
    said = {
        refusal(connection, insert(Entry.__table__), {"id": uuid4(), "case_id": case_id, **one})
        for case_id in (hidden.id, uuid4())
    }
    assert len(said) == 1
    concern = insert(EntryConcern.__table__)
    entry, party = seen.entries[0].id, seen.parties[0].id
    for aim in ("entry", "party"):
        ids = (hidden.entries[0].id, uuid4()) if aim == "entry" else (hidden.parties[0].id, uuid4())
        pairs = [
            {"entry_id": one_id, "party_id": party}
            if aim == "entry"
            else {"entry_id": entry, "party_id": one_id}
            for one_id in ids
        ]
        assert len({refusal(connection, concern, pair) for pair in pairs}) == 1


def test_a_key_that_a_hidden_row_has_is_refused_as_any_other(partner, town):
    user, _seen, hidden = half_seeing(town)
    row = {"user_id": user.id, "reason": "r", "from_at": START, "case_id": hidden.id}
    taken = hidden.exclusions[0].id if hidden.exclusions else uuid4()
    said = {
        refusal(partner.connection(), insert(Exclusion.__table__), {"id": one, **row})
        for one in (taken, uuid4())
    }
    assert len(said) == 1


def test_hidden_rows_are_neither_changed_nor_removed(partner, town):
    _user, _seen, hidden = half_seeing(town)
    connection = partner.connection()
    entries = [entry.id for entry in hidden.entries]
    moved = connection.execute(Entry.__table__.update().where(Entry.id.in_(entries)).values(body="mine"))
    assert moved.rowcount == 0
    assert (
        connection.execute(
            text("DELETE FROM scope_cell WHERE link_id = :id"), {"id": hidden.links[0].id}
        ).rowcount
        == 0
    )
    assert connection.execute(text('UPDATE "case" SET version = version + 1')).rowcount == len(
        [case for case in town.cases if reader(town, half_seeing(town)[0], NOW).case_exists(case)]
    )


def test_a_case_is_not_moved_into_a_hidden_one(partner, town):
    _user, seen, hidden = half_seeing(town)
    move = text("UPDATE entry SET case_id = :to WHERE case_id = :here")
    refusal(partner.connection(), move, {"to": hidden.id, "here": seen.id})


@pytest.mark.parametrize(
    "verb", ["UPDATE audit_row SET act = 'x'", "DELETE FROM audit_row", "TRUNCATE audit_row"]
)
def test_the_application_cannot_change_the_log(partner, verb):
    refusal(partner.connection(), text(verb), {})


def test_a_line_of_the_log_is_about_what_oneself_did(partner, town):
    line = {
        "id": uuid4(), "chain": uuid4(), "position": 1, "at": START, "act": "a", "case_ids": "", "party_ids": "",
        "entry_ids": "", "through": "", "previous": "", "hash": "", "user_id": town.users[0].id,
    }  # fmt: skip
    refusal(partner.connection(), insert(AuditRow.__table__), line)


def test_what_rules_look_into_holds_no_content(connection):
    asked = (
        "SELECT table_name || '.' || column_name FROM information_schema.columns"
        " WHERE table_schema = 'caseflow_rules' AND data_type IN ('text', 'bytea')"
    )
    free = set(connection.scalars(text(asked)))
    words = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if hasattr(column.type, "vocabulary")
    }
    assert free - words <= NAMES
    assert connection.scalar(text("SELECT count(*) FROM pg_views WHERE schemaname = 'public'")) == 0


def test_nothing_but_two_questions_about_persons_goes_past_the_policies(connection):
    asked = (
        "SELECT array_agg(proname::text ORDER BY proname) FROM pg_proc"
        " WHERE prosecdef AND pronamespace::regnamespace::text !~ '^pg_'"
    )
    assert connection.scalar(text(asked)) == ["forget_person", "persons_born_on"]


def test_names_by_birth_date_are_for_privacy_officers_from_whom_the_person_is_not_hidden(connection, town):
    """The function goes past the policies, so it asks by itself."""
    connection.execute(text("UPDATE person SET born_on = '1980-01-01'"))
    connection.commit()
    asked = text("SELECT id FROM caseflow_rules.persons_born_on('1980-01-01')")
    seen = set()
    for user, now in product(town.users, MOMENTS):
        known = {person for person in town.persons if reader(town, user, now).watches_over(person)}
        with behind_the_second_wall_alone(connection, user, now) as session:
            assert set(session.scalars(asked)) == known
            session.rollback()
        seen |= {(user.id, person) for person in known}
    assert seen


def glass_to_break(made):
    """Return a director who can break the glass of a case, and a case that they cannot open so."""
    for user in (one for one in made.users if "case_director" in one.roles):
        if "privacy_officer" in user.roles:  # who may write more: they answer for what others opened
            continue
        asked = reader(made, user, NOW)
        hidden = [case for case in made.cases if not asked.case_exists(case)]
        own = [case for case in hidden if case.organisation == user.organisation]
        openable = [case for case in own if not asked.is_excluded(case)]
        closed = [case for case in hidden if case not in openable]
        if openable and closed:
            return user, openable[0], closed[0]
    return None


def test_glass_is_broken_for_oneself_and_from_now_in_a_case_of_ones_own_organisation(connection, town):
    user, case, closed = glass_to_break(town)
    other = next(one for one in town.users if one.id != user.id)
    row = {"user_id": user.id, "case_id": case.id, "reason": "r", "at": NOW, "until_at": NOW + LASTS}
    wrong = (
        {"user_id": other.id},
        {"case_id": closed.id},
        {"case_id": uuid4()},
        {"at": NOW - LASTS},
        {"reviewed_by_id": user.id},
    )
    with behind_the_second_wall_alone(connection, user, NOW) as session:
        broken = session.connection()
        refused = {
            refusal(broken, insert(BreakGlass.__table__), {"id": uuid4(), **row, **one}) for one in wrong
        }
        assert len(refused) == 1
        broken.execute(insert(BreakGlass.__table__), {"id": uuid4(), **row})
        assert session.scalar(text('SELECT count(*) FROM "case" WHERE id = :id'), {"id": case.id}) == 1
        session.rollback()


def test_who_looks_as_a_receiver_is_that_receiver_to_the_database_and_themselves_again_afterwards(
    connection, town
):
    users = {user.id: user for user in town.users}
    case, link = next(
        (case, link)
        for case in town.cases
        for link in case.links
        if link.professionals - {case.director} and reader(town, users[case.director], NOW).has_seat(case)
    )
    receiver = users[min(link.professionals - {case.director})]
    who = text("SELECT current_setting('caseflow.actor_id')")
    with asking(connection, users[case.director], NOW) as session:
        for fails in (False, True):
            with suppress(ZeroDivisionError), as_receiver(session, case.id, actor(receiver, NOW)) as theirs:
                theirs.scalars(select(Entry.id)).all()
                assert connection.scalar(who) == str(receiver.id)
                assert not fails or 1 / 0
            assert connection.scalar(who) == str(case.director)


def test_sixteen_threads_on_three_connections_each_see_their_own(connection, town, shared_database_url):
    engine = create_engine(shared_database_url, pool_size=3, max_overflow=0)
    expected = {user.id: len(readable(town, user)) for user in town.users}

    def ask(number):
        dice = Random(number)  # noqa: S311 - dice, and no secret
        return all(one_visit(engine, dice, town, expected) for _ in range(25))

    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(ask, range(16)))
    engine.dispose()


def one_visit(engine, dice, town, expected):
    """Look as somebody, or as nobody, and leave the connection in one of the ways there are."""
    user = dice.choice((*town.users, None))
    with engine.connect() as visit:
        speak_as(visit, ACTORS, {} if user is None else values_for(actor(user, NOW)))
        with visit.begin_nested() as savepoint:
            seen = visit.scalar(text("SELECT count(*) FROM entry"))
            if dice.random() < 0.5:
                savepoint.rollback()
        again = visit.scalar(text("SELECT count(*) FROM entry"))
        end = dice.choice((visit.commit, visit.rollback, visit.invalidate, lambda: fail(visit)))
        end()
    return seen == again == (0 if user is None else expected[user.id])


def fail(visit):
    with pytest.raises(ProgrammingError):
        visit.execute(text("SELECT nonsense"))


def readable(town, user):
    asked = reader(town, user, NOW)
    return [entry for case in town.cases for entry in case.entries if asked.reads(case, entry)]


OWNER = "caseflow_owner"


@pytest.fixture
def owners_url(postgres_server, connection):
    """A database that belongs to an ordinary login, as at a municipality with one address for everything."""
    make_login(connection, OWNER)
    connection.execute(text(f"GRANT {ACTORS}, {SYSTEM} TO {OWNER}"))
    connection.commit()
    with postgres_server.database() as url:
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as superuser:
            name = make_url(url).database
            superuser.execute(text(f"ALTER DATABASE {name} OWNER TO {OWNER}"))
            superuser.execute(text(f"ALTER SCHEMA public OWNER TO {OWNER}"))
        engine.dispose()
        yield (make_url(url).set(username=OWNER, password=PASSWORD).render_as_string(hide_password=False))


def test_an_ordinary_owner_puts_it_up_and_stands_behind_it_like_anybody(owners_url, town):
    upgrade(owners_url)
    engine = create_engine(owners_url)
    with engine.connect() as connection:
        connection.execute(text("ALTER TABLE audit_row DISABLE TRIGGER USER"))
        load(connection, town)
        compare(connection, town)
    engine.dispose()


def compare(connection: Connection, town):
    for user, now in product(town.users, MOMENTS[2:4]):
        wanted = visible(reader(town, user, now))
        with behind_the_second_wall_alone(connection, user, now) as session:
            assert everything(session) == wanted
        with asking(connection, user, now) as session:
            assert everything(session) == wanted


def test_who_may_not_make_the_roles_is_told_what_to_ask_for(connection, shared_database_url):
    make_login(connection, "caseflow_poor")
    connection.commit()
    engine = create_engine(make_url(shared_database_url).set(username="caseflow_poor", password=PASSWORD))
    with engine.connect() as poor, pytest.raises(MissingRolesError, match=re.escape("TO caseflow_poor;")):
        put_up_wall(poor, "0010_second_wall")
    engine.dispose()
