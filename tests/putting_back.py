"""Puts all rows and numbers of a PostgreSQL database back to how they were, while connections to it stay open.

Connections matter: one that is new plans every statement anew, which takes longer than all the rest.
"""

from collections.abc import Callable

from psycopg import Connection
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
IN_USE = """select exists (select from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle')"""
SEQUENCES = """select format('%I.%I', schemaname, sequencename), start_value, last_value from pg_sequences"""


def keep_rows(server: Connection) -> Callable[[], None]:
    """Copy all rows where only this connection sees them, and return what puts back all that changed."""
    server.execute("set session_replication_role = replica")  # no trigger forbids or notes what is put back
    server.execute("set lock_timeout = '5s'")
    for table in Base.metadata.sorted_tables:
        server.execute(f"create temporary table kept_{table.name} as table public.{table.name}")
    [[since]] = server.execute("select pg_current_xact_id()::xid::text::bigint")
    numbered = server.execute(SEQUENCES).fetchall()
    acts = [_putting_back(table, since) for table in Base.metadata.sorted_tables]
    server.prepare_threshold, server.prepared_max = 0, None  # each is planned once

    def put_back() -> None:
        with server.transaction():
            for take_out, put_in in acts:
                server.execute(take_out)
                server.execute(put_in)
            for name, first, last in numbered:
                server.execute("select setval(%s, %s, %s)", (name, last or first, last is not None))

    return put_back


def _putting_back(table: Table, since: int) -> tuple[str, str]:
    """Return how rows that are new or another are taken out, and how those that are not there are put in."""
    same = " and ".join(f"now.{one.name} = kept.{one.name}" for one in table.primary_key)
    names = ", ".join(one.name for one in table.columns)
    there = f"select from public.{table.name} now where {same}"
    return (
        f"delete from public.{table.name} where xmin::text::bigint >= {since}",  # noqa: S608 - names of our own tables
        f"insert into public.{table.name} ({names})"  # noqa: ISC004, S608 - the same; one statement of two parts
        f" select {names} from pg_temp.kept_{table.name} kept where not exists ({there})",
    )


def shape(server: Connection) -> list[tuple]:
    """Describe what no row is: another description means that a table, a policy or a function is another."""
    counts = (
        f"select count(*), max(xmin::text::bigint) from pg_{name}"  # noqa: S608 - names that stand above
        for name in CATALOGUES
    )
    return server.execute(" union all ".join(counts)).fetchall()


def is_in_use(server: Connection) -> bool:
    """Tell whether somebody else is at work in the database, or left a transaction open."""
    [[is_so]] = server.execute(IN_USE)
    return is_so
