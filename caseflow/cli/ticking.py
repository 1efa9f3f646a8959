"""`caseflow tick`: what is due now."""

import click

from caseflow.access.system import system_session
from caseflow.accounts.sessions import forget_ended
from caseflow.audit.seals import seal
from caseflow.cli.context import application, moment
from caseflow.requests.once import forget_old


@click.command()
def command() -> None:
    """Do what is due now; safe to run every minute, twice, or late."""
    with application() as app, system_session("tick") as session:
        now = moment(app)
        sealed = seal(session, now)
        forget_ended(session, now)
        forget_old(session, now)
    if sealed.position is None:
        click.echo("Nothing moved since the last seal.")
    else:
        click.echo(f"Seal {sealed.position} covers {sealed.chains} chains.")
