"""`caseflow import FILE...`: bundles, each whole or not at all."""

from pathlib import Path

import click
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.system import system_session
from caseflow.audit.trail import record_by_system
from caseflow.bundles.documents import BundleError
from caseflow.bundles.importing import ImportReport, import_bundle
from caseflow.casefile.tripwire.standing import keys_with_protected_words
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
    with system_session("protected words after an import") as session:
        for reference in report.imported:
            _tell_protected_words(session, reference)
    return True


def _tell_protected_words(session: Session, reference: str) -> None:
    """Say in which entries of a case protected words stand where others may read them; never the words."""
    case_id = session.scalars(select(Case.id).where(Case.reference == reference)).one()
    keys = keys_with_protected_words(session, case_id)
    if keys:
        count = f"{len(keys)} entries hold" if len(keys) > 1 else "1 entry holds"
        click.echo(f"{reference}: {count} protected words where others may read them: {', '.join(keys)}")


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
