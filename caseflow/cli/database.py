"""`caseflow db`: migrations up and down, and whether models and migrations agree."""

import click
from alembic.util import CommandError

from caseflow import migrate
from caseflow.access import rls
from caseflow.config import load_settings


@click.group()
def command() -> None:
    """Migrate the database, or check that it is as it should be."""


@command.command()
def upgrade() -> None:
    """Migrate to the newest revision."""
    migrate.upgrade(load_settings().owner_url)


@command.command()
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Migrate down to REVISION; `base` takes everything away."""
    try:
        migrate.downgrade(load_settings().owner_url, revision)
    except CommandError as error:
        raise click.ClickException(str(error)) from error


@command.command()
def wall() -> None:
    """Print the second wall as the reading rules are now, for a migration to carry when they have changed."""
    click.echo(rls.wall(), nl=False)


@command.command()
def check() -> None:
    """Fail when models and migrated database differ."""
    found = migrate.differences(load_settings().owner_url)
    for difference in found:
        click.echo(f"differs: {difference}", err=True)
    if found:
        raise click.ClickException(f"Models and migrations differ in {len(found)} places.")
    click.echo("Models and migrations agree.")
