"""Migrations from Python: up, down, and whether models and migrations agree."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from caseflow import models
from caseflow.db import Base

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
SCHEMA = (models, Base.metadata)
"""Importing the models fills the metadata."""


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


def newest() -> str | None:
    """Return the newest revision that there is."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def is_current(connection: Connection) -> bool:
    """Whether the database is migrated to the newest revision."""
    return MigrationContext.configure(connection).get_current_revision() == newest()


def is_a_model_table(_thing: Any, name: str | None, _kind: str, _reflected: bool, _compared: Any) -> bool:  # noqa: FBT001 - alembic's signature
    """Leave out the shadow tables of SQLite's full-text index, which belong to no model."""
    return not (name and (name.startswith("search_terms_fts") or name == "ix_search_terms_fts"))


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    return config
