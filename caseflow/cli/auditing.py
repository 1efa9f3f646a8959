"""`caseflow audit`: whether the log is whole."""

import click

from caseflow.access.system import system_snapshot
from caseflow.audit.verify import Finding, Report, verify
from caseflow.cli.context import application


@click.group()
def command() -> None:
    """Check the log of who saw and did what."""


@command.command(name="verify")
def verify_command() -> None:
    """Check every chain and every seal; name the first broken row of each.

    Keep the seal that it prints on another machine: only that shows when the newest seals themselves are gone.
    """
    with application(), system_snapshot("audit verify") as session:
        report = verify(session)
    for finding in report.findings:
        click.echo(in_words(finding), err=True)
    if report.findings:
        raise click.ClickException(f"The log is broken in {len(report.findings)} places.")
    click.echo(whole(report))


def in_words(finding: Finding) -> str:
    """Say what is wrong where."""
    where = "seals" if finding.chain is None else f"chain {finding.chain}"
    return f"{where}, row {finding.position}: {finding.damage}: {finding.detail}"


def whole(report: Report) -> str:
    """Say what was checked."""
    checked = f"The log is whole: {report.rows} rows in {report.chains} chains, {report.seals} seals."
    return f"{checked} Last seal: {report.last_seal}" if report.last_seal else checked
