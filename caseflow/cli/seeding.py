"""`caseflow seed`: a synthetic region, for benchmarks."""

import click

from caseflow.cli.context import application, progress
from caseflow.db import db
from caseflow.seeding.seed import NotEmptyError, seed


@click.command()
@click.option("--cases", type=click.IntRange(1, 10_000_000), required=True, help="How many cases.")
@click.option("--seed", "seed_number", type=int, default=1, show_default=True, help="The same seed, the same region.")
def command(cases: int, seed_number: int) -> None:
    """Fill an empty database with a synthetic region."""
    with application(), progress("Cases", cases) as more:
        try:
            seed(db.engine, cases, seed_number, more)
        except NotEmptyError as error:
            raise click.ClickException("The database holds cases. Seeding only fills an empty one.") from error
    click.echo(f"A synthetic region of {cases} cases stands in the database.")
