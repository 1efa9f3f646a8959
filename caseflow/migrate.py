"""Migrations from Python: up, down, and whether models and migrations agree."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect
from sqlalchemy.exc import IntegrityError, ProgrammingError

from caseflow import models
from caseflow.db import Base

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
SCHEMA = (models, Base.metadata)
"""Importing the models fills the metadata."""
WALLS = MIGRATIONS / "walls"
"""The second wall as it was when a migration put it up: what `caseflow db wall` wrote, and nobody changes."""
ROLES = ("caseflow_app", "caseflow_system")
"""The roles that the application takes on, for one actor or as the system. No one logs in as either."""
NO_ROLES = """\
PostgreSQL does not let this login make the roles that caseflow takes on. Ask whoever may to run
    CREATE ROLE caseflow_app NOLOGIN;
    CREATE ROLE caseflow_system NOLOGIN;
    GRANT caseflow_app, caseflow_system TO {login};
and then run `caseflow db upgrade` again."""


class MissingRolesError(RuntimeError):
    """The roles of the second wall are not there, and cannot be made; the text says what to do."""


def upgrade(url: str, revision: str = "head") -> None:
    """Migrate the database at an address up to a revision."""
    command.upgrade(_config(url), revision)


def downgrade(url: str, revision: str) -> None:
    """Migrate the database at an address down to a revision."""
    command.downgrade(_config(url), revision)


def differences(url: str) -> list[Any]:
    """Return what differs between the models and the migrated database: empty when they agree."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"include_object": is_a_model_table})
            return list(compare_metadata(context, Base.metadata))
    finally:
        engine.dispose()


@cache
def newest() -> str | None:
    """Return the newest revision that there is: of the migrations that came with this program."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def is_empty(url: str) -> bool:
    """Whether there is no table in the database at an address."""
    engine = create_engine(url)
    try:
        return not inspect(engine).get_table_names()
    finally:
        engine.dispose()


def is_current(connection: Connection) -> bool:
    """Whether the database is migrated to the newest revision."""
    try:
        return MigrationContext.configure(connection).get_current_revision() == newest()
    except ProgrammingError:  # before the second wall, the application may not even look
        connection.rollback()
        return False


def is_a_model_table(_thing: Any, name: str | None, _kind: str, _reflected: bool, _compared: Any) -> bool:  # noqa: FBT001 - alembic's signature
    """Leave out the shadow tables of SQLite's full-text index, which belong to no model."""
    return not (name and (name.startswith("search_terms_fts") or name == "ix_search_terms_fts"))


def put_up_wall(connection: Connection, name: str) -> None:
    """Put up the second wall as it stands in a file, in the place of the one that stands there; none on SQLite.

    Raises:
        MissingRolesError: the roles it is for are not there, and this login may not make them.
    """
    if connection.dialect.name == "postgresql":
        _require_roles(connection)
        _run(connection, name)


def take_down_wall(connection: Connection) -> None:
    """Take the second wall away, so that a migration may change the columns that it leans on."""
    if connection.dialect.name == "postgresql":
        _run(connection, "none")


def _run(connection: Connection, name: str) -> None:
    """Run a file of statements: the driver takes many at once when it is given no parameters."""
    driver: Any = connection.connection.driver_connection
    driver.execute((WALLS / f"{name}.sql").read_text(encoding="utf-8"))


def _require_roles(connection: Connection) -> None:
    login = connection.exec_driver_sql("SELECT quote_ident(current_user)").scalar_one()
    for role in ROLES:
        _try(connection, f"CREATE ROLE {role} NOLOGIN")
        _try(connection, f"GRANT {role} TO {login}")
    may = "SELECT bool_and(pg_has_role(current_user, oid, 'USAGE')) AND count(*) = 2 FROM pg_roles WHERE rolname IN {}"
    if not connection.exec_driver_sql(may.format(ROLES)).scalar():
        raise MissingRolesError(NO_ROLES.format(login=login))


def _try(connection: Connection, statement: str) -> None:
    with (
        suppress(ProgrammingError, IntegrityError),
        connection.begin_nested(),
    ):  # there already, or not ours to do
        connection.exec_driver_sql(statement)


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    return config
