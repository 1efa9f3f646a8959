"""`caseflow token`: bearer tokens for the JSON door."""

import click

from caseflow.access.system import system_session
from caseflow.accounts.actions import create_token
from caseflow.cli.context import application, moment

A_DAY = 24
"""How long a token works when nobody says. Unit: hours."""
A_YEAR = 24 * 366


@click.group()
def command() -> None:
    """Make bearer tokens for the JSON interface."""


@command.command()
@click.argument("email")
@click.option(
    "--hours", default=A_DAY, show_default=True, type=click.IntRange(1, A_YEAR), help="How long it works."
)
def create(email: str, hours: int) -> None:
    """Make a token for EMAIL and print it, once. Whoever has it reads what EMAIL may read."""
    with application() as app, system_session("token create") as session:
        token = create_token(session, email, hours, moment(app))
    click.echo(token)
