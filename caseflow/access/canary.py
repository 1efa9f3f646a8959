"""Whether the second wall stands: asked before anybody is served, and of a database that has one."""

from collections.abc import Iterator
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection

from caseflow.access.actor import Actor
from caseflow.access.asking import values_for
from caseflow.access.rls_writes import MOVED_ON
from caseflow.access.roles import ACTORS, speak_as
from caseflow.access.writing import table_of
from caseflow.db import Base

PAGES = 64
"""How many pages of each table are looked through: a wall that is down shows on the first. Unit: pages of 8 kB."""
WHO_SPEAKS = """
SELECT current_user AS role, mine.rolsuper OR mine.rolbypassrls AS goes_past, login.rolsuper AS login_may_all,
    EXISTS (SELECT FROM pg_class WHERE relowner = mine.oid AND relkind = 'r') AS owns
FROM pg_roles AS mine, pg_roles AS login WHERE mine.rolname = current_user AND login.rolname = session_user"""
WITHOUT_WALL = """
SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
    AND relname <> 'alembic_version' AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname"""


def holes(connection: Connection, now: datetime, *, in_production: bool) -> list[str]:
    """Return what is wrong with the second wall, in sentences; nothing where there is to be none, as on SQLite."""
    if connection.dialect.name != "postgresql":
        return []
    return [
        *who_speaks(connection, in_production=in_production),
        *_tables(connection),
        *_seen(connection, now),
    ]


def who_speaks(connection: Connection, *, in_production: bool) -> Iterator[str]:
    """Yield what is wrong with who speaks to PostgreSQL."""
    if connection.dialect.name != "postgresql":
        return
    who = connection.exec_driver_sql(WHO_SPEAKS).one()
    if who.goes_past:
        yield f"caseflow speaks to PostgreSQL as {who.role}, for whom policies do not count."
    if who.owns:
        yield f"caseflow speaks to PostgreSQL as {who.role}, who owns tables."
    if who.login_may_all and in_production:
        yield "caseflow logs in to PostgreSQL as a superuser: give it a login of its own."


def _tables(connection: Connection) -> Iterator[str]:
    for (name,) in connection.exec_driver_sql(WITHOUT_WALL):
        yield f"Table {name!r} has no row-level security that holds for everybody."


def _seen(connection: Connection, now: datetime) -> Iterator[str]:
    """Yield which tables somebody without any right sees rows of."""
    nobody = Actor(uuid4(), uuid4(), None, frozenset(), now)
    speak_as(connection, ACTORS, values_for(nobody))
    beside = {table_of(model) for model in MOVED_ON}
    names = [table.name for table in Base.metadata.sorted_tables if table not in beside]
    looks = (
        f"SELECT '{name}' WHERE EXISTS (SELECT FROM \"{name}\" WHERE ctid < '({PAGES},0)')"  # noqa: S608 - our own names
        for name in names
    )
    for (name,) in connection.exec_driver_sql(" UNION ALL ".join(looks)):
        yield f"Somebody without any right sees rows of {name!r}."
