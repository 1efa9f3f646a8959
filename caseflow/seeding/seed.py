"""Filling an empty database with a synthetic region."""

from collections.abc import Callable

from sqlalchemy import Connection, Engine, func, select

from caseflow.access.roles import SYSTEM, take_on
from caseflow.models import Case
from caseflow.seeding.bulk import Bulk, hurry
from caseflow.seeding.chance import Chance
from caseflow.seeding.files import case_rows
from caseflow.seeding.region import Region

CASES_AT_ONCE = 400
"""How many cases are gathered before they are written: about 150 MB."""
LONGEST = 5_000
"""How many entries the first case of every region has."""


class NotEmptyError(RuntimeError):
    """There are cases in the database already."""


def seed(engine: Engine, cases: int, seed_number: int, progress: Callable[[int], None]) -> None:
    """Write a region of so many cases, the same for the same seed, and tell how many more are written.

    Raises:
        NotEmptyError: the database is in use.
    """
    with engine.connect() as connection:
        _begin(connection)
        if connection.scalar(select(func.count()).select_from(Case)):
            raise NotEmptyError
        connection.rollback()
        bulk = Bulk(connection)
        region = Region(Chance(seed_number), cases)
        bulk.add(region.rows)
        for first in range(0, cases, CASES_AT_ONCE):
            last = min(first + CASES_AT_ONCE, cases)
            for number in range(first, last):
                bulk.add(case_rows(region, number, LONGEST if number == 0 else None))
            bulk.write()
            progress(last - first)
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("RESET ROLE")  # who owns the tables may
            connection.exec_driver_sql("ANALYZE")
        else:
            connection.exec_driver_sql("PRAGMA optimize=0x10002")
        connection.commit()
        connection.invalidate()


def _begin(connection: Connection) -> None:
    """Hurry as whoever logs in may, and go on as the system."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("RESET ROLE")
    hurry(connection)
    if connection.dialect.name == "postgresql":
        take_on(connection.connection.driver_connection, SYSTEM)
