"""`caseflow keys rotate`: everything under the newest key."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.orm import Session

from caseflow.access.system import system_session, system_snapshot
from caseflow.audit.seals import sign_again
from caseflow.audit.verify import verify
from caseflow.casefile.rotation import rotate
from caseflow.cli.context import application, progress
from caseflow.sealing import keyring


@click.group()
def command() -> None:
    """Manage the keys that texts are sealed with."""


@command.command(name="rotate")
def rotate_command() -> None:
    """Seal everything anew with the newest key. Afterwards the older keys are needed for older backups only.

    Put the new key first in CASEFLOW_ENCRYPTION_KEYS of every process, keep the old ones behind it, and then run this.
    It may be stopped and run again.
    """
    with application():
        with system_snapshot("keys rotate") as session:
            if verify(session).findings:
                raise click.ClickException(
                    "The log is broken: `caseflow audit verify` says where. No key was changed."
                )
        with progress("Sealing anew", None) as step:
            moved = rotate(_session, step)
        with system_session("keys rotate") as session:
            seals = sign_again(session)
    click.echo(
        f"{moved} values sealed with key {keyring().newest!r}, {seals} seals of the log signed with it."
    )


@contextmanager
def _session() -> Iterator[Session]:
    with system_session("keys rotate") as session:
        yield session
