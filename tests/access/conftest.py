"""A connection per engine for the tests of a module."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine


@pytest.fixture(scope="module")
def connection(shared_database_url) -> Iterator[Connection]:
    """Give a module one connection to a migrated, empty database."""
    engine = create_engine(shared_database_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()
