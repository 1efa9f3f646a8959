"""Puts all rows and numbers of a PostgreSQL database back to how they were, while connections to it stay open.

Connections matter: one that is new plans every statement anew, which takes longer than all the rest.
"""

from collections.abc import Callable

from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier, Literal
from sqlalchemy import Table

from caseflow.db import Base

CATALOGUES = (
    "attrdef",
    "attribute",
    "class",
    "constraint",
    "index",
    "namespace",
    "policy",
    "proc",
    "rewrite",
    "trigger",
    "type",
)
"""Where PostgreSQL writes down what belongs to a database and is no row of it."""
COUNT = "select count(*), max(xmin::text::bigint) from {}"
TAKE_OUT = "delete from {now} where xmin::text::bigint >= {since};"
PUT_IN = """insert into {now} ({names}) select {names} from {kept} kept
where not exists (select from {now} now where {same});"""
NUMBER_AGAIN = "perform setval({}, {}, {});"
PUT_BACK = """create function pg_temp.put_back() returns void language plpgsql as $$ begin
{}
end $$"""
"""A function, because its many statements are then planned once and asked for in one go."""
IN_USE = """select exists (select from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle')"""
SEQUENCES = """select format('%I.%I', schemaname, sequencename), start_value, last_value from pg_sequences"""


def keep_rows(server: Connection) -> Callable[[], object]:
    """Copy all rows where only this connection sees them, and return what puts back all that changed."""
    server.execute("set session_replication_role = replica")  # no trigger forbids or notes what is put back
    server.execute("set lock_timeout = '5s'")
    for table in Base.metadata.sorted_tables:
        server.execute(f"create temporary table kept_{table.name} as table public.{table.name}")
    [[since]] = server.execute("select pg_current_xact_id()::xid::text::bigint")
    numbers = server.execute(SEQUENCES).fetchall()
    acts = [act for table in Base.metadata.sorted_tables for act in _putting_back(table, since)]
    acts += [SQL(NUMBER_AGAIN).format(name, last or first, last is not None) for name, first, last in numbers]
    server.execute(SQL(PUT_BACK).format(SQL("\n").join(acts)))
    return lambda: server.execute("select pg_temp.put_back()")


def _putting_back(table: Table, since: int) -> tuple[Composed, Composed]:
    """Return how rows that are new or another are taken out, and how those that are not there are put in."""
    same = (SQL("now.{0} = kept.{0}").format(Identifier(one.name)) for one in table.primary_key)
    parts = {
        "now": Identifier("public", table.name),
        "kept": Identifier("pg_temp", f"kept_{table.name}"),
        "names": SQL(", ").join(Identifier(one.name) for one in table.columns),
        "same": SQL(" and ").join(same),
        "since": Literal(since),
    }
    return SQL(TAKE_OUT).format(**parts), SQL(PUT_IN).format(**parts)


def shape(server: Connection) -> list[tuple]:
    """Describe what no row is: another description means that a table, a policy or a function is another."""
    counts = (SQL(COUNT).format(Identifier(f"pg_{name}")) for name in CATALOGUES)
    return server.execute(SQL(" union all ").join(counts)).fetchall()


def is_in_use(server: Connection) -> bool:
    """Tell whether somebody else is at work in the database, or left a transaction open."""
    [[is_so]] = server.execute(IN_USE)
    return is_so
