"""`caseflow seed`: a synthetic region for benchmarks."""

import click

from caseflow.cli.context import application, progress
from caseflow.config import Settings
from caseflow.db import db
from caseflow.seeding.seed import NotEmptyError, seed


@click.command()
@click.option("--cases", required=True, type=click.IntRange(1, 2_000_000), help="How many cases.")
@click.option("--seed", "number", default=1, show_default=True, help="The same number gives the same region.")
def command(cases: int, number: int) -> None:
    """Fill an empty database with a synthetic region of so many cases, about thirty entries each."""
    with application() as app:
        settings: Settings = app.extensions["caseflow_settings"]
        if settings.in_production:
            raise click.ClickException("Invented cases do not belong in production.")
        try:
            with progress("Inventing", cases) as step:
                seed(db.engine, cases, number, step)
        except NotEmptyError as error:
            raise click.ClickException("There are cases in the database already.") from error
    click.echo(f"{cases} cases.")
