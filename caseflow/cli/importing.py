"""`caseflow import FILE...`: bundles, each whole or not at all."""

from pathlib import Path

import click
from flask import Flask
from sqlalchemy import select

from caseflow.access.system import system_session
from caseflow.audit.trail import record_by_system
from caseflow.bundles.documents import BundleError
from caseflow.bundles.importing import ImportReport, import_bundle
from caseflow.cli.context import application, moment
from caseflow.models import Case


@click.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
def command(files: tuple[Path, ...]) -> None:
    """Take in bundles. Each is taken in whole or not at all; one that was taken in before changes nothing."""
    with application() as app:
        refused = [file for file in files if not _take_in(app, file)]
    if refused:
        raise click.ClickException(f"{len(refused)} of {len(files)} files were not taken in.")


def _take_in(app: Flask, file: Path) -> bool:
    try:
        report = take_in(app, file.read_bytes())
    except BundleError as error:
        for line in error.lines():
            click.echo(f"{file}: {line}", err=True)
        return False
    click.echo(f"{file}: {len(report.imported)} cases taken in, {len(report.unchanged)} stood here already.")
    return True


def take_in(app: Flask, raw: bytes) -> ImportReport:
    """Take in one bundle and write down that it was.

    Raises:
        BundleError: something is wrong with it; nothing was changed.
    """
    with system_session("import") as session:
        report = import_bundle(session, raw)
        session.flush()
        for case_id in session.scalars(select(Case.id).where(Case.reference.in_(report.imported))).all():
            record_by_system(session, "case.imported", at=moment(app), case_id=case_id)
    return report
