"""`caseflow restore FILE`: a backup into an empty database."""

from pathlib import Path

import click

from caseflow import migrate
from caseflow.access.system import system_connection, system_snapshot
from caseflow.app import create_app
from caseflow.audit.verify import verify
from caseflow.backup.container import BackupError
from caseflow.backup.restore import restore
from caseflow.cli.auditing import in_words, whole
from caseflow.cli.context import progress
from caseflow.config import Settings
from caseflow.db import db


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Read the backup in FILE into an empty database, all of it or nothing, and check what is there then."""
    app = create_app()
    settings: Settings = app.extensions["caseflow_settings"]
    with app.app_context():
        try:
            if migrate.is_empty(settings.owner_url):
                migrate.upgrade(settings.owner_url)
            rows = _restore(file)
            click.echo(f"{rows} rows restored.")
            _check_log()
        except BackupError as error:
            raise click.ClickException(f"{error} Nothing was restored.") from error
        finally:
            db.engine.dispose()


def _restore(file: Path) -> int:
    with (
        file.open("rb") as source,
        system_connection("restore") as connection,
        progress("Reading", None) as step,
    ):
        return sum(restore(connection, source, migrate.newest(), step).values())


def _check_log() -> None:
    with system_snapshot("restore") as session:
        report = verify(session)
    for finding in report.findings:
        click.echo(in_words(finding), err=True)
    if report.findings:
        raise click.ClickException("Everything was restored, and the log in it is broken.")
    click.echo(whole(report))
