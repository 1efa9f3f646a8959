"""`caseflow db`: migrations up and down, and whether models and migrations agree."""

import click
from alembic.util import CommandError

from caseflow import migrate
from caseflow.config import load_settings


@click.group()
def command() -> None:
    """Migrate the database, or check that it is as it should be."""


@command.command()
def upgrade() -> None:
    """Migrate to the newest revision."""
    migrate.upgrade(load_settings().database_url)


@command.command()
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Migrate down to REVISION; `base` takes everything away."""
    try:
        migrate.downgrade(load_settings().database_url, revision)
    except CommandError as error:
        raise click.ClickException(str(error)) from error


@command.command()
def check() -> None:
    """Fail when models and migrated database differ."""
    found = migrate.differences(load_settings().database_url)
    for difference in found:
        click.echo(f"differs: {difference}", err=True)
    if found:
        raise click.ClickException(f"Models and migrations differ in {len(found)} places.")
    click.echo("Models and migrations agree.")
