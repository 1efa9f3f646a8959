"""A connection per engine for the tests of a module, with databases in which worlds may come and go."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine, text

ON_POSTGRESQL = {"connect_args": {"prepare_threshold": 0, "options": "-c plan_cache_mode=force_generic_plan"}}
"""Planning a reading rule takes PostgreSQL ten times as long as running it on a small world: once is enough."""
ON_SQLITE = {"paramstyle": "named"}
"""A rule names its few parameters many times; by position each would be sent as often."""


def options_for(url: str) -> dict:
    """Return the options of an engine that asks the same few questions very often."""
    return ON_POSTGRESQL if url.startswith("postgresql") else ON_SQLITE


@pytest.fixture(scope="module")
def connection(shared_database_url) -> Iterator[Connection]:
    """Give a module one connection to a migrated, empty database, in which the access log lets go of its rows."""
    on_postgresql = shared_database_url.startswith("postgresql")
    engine = create_engine(shared_database_url, **options_for(shared_database_url))
    with engine.connect() as connection:
        if on_postgresql:
            connection.execute(text("alter table audit_row disable trigger all"))
        else:
            _drop_triggers(connection)
        connection.commit()
        yield connection
    engine.dispose()


def _drop_triggers(connection: Connection) -> None:
    found = connection.execute(
        text("select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_row'")
    )
    for (name,) in found.all():
        connection.execute(text(f"drop trigger {name}"))
