"""`caseflow export REFERENCE`: a case as a bundle."""

import json
from typing import Any

import click
from flask import Flask

from caseflow.access.system import system_session
from caseflow.bundles.exporting import NoSuchCaseError, export_case, export_whole_case
from caseflow.cli.context import application, moment
from caseflow.cli.people import actor_with, speaking_for


@click.command()
@click.argument("reference")
@click.option("--as", "email", metavar="EMAIL", help="Only what this user may read.")
def command(reference: str, email: str | None) -> None:
    """Print the case with REFERENCE as a bundle: all of it, or what one user may read. That it was taken is logged."""
    with application() as app:
        try:
            bundle = _whole(app, reference) if email is None else _readable(app, reference, email)
        except NoSuchCaseError as error:
            raise click.ClickException(f"There is no case {reference}, or not for this user.") from error
    click.echo(json.dumps(bundle, ensure_ascii=False, indent=2))


def _whole(app: Flask, reference: str) -> dict[str, Any]:
    with system_session("export") as session:
        return export_whole_case(session, reference, moment(app))


def _readable(app: Flask, reference: str, email: str) -> dict[str, Any]:
    with speaking_for(actor_with(email, moment(app))) as session:
        return export_case(session, reference)
