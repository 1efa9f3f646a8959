"""`caseflow backup FILE`: everything at one moment, encrypted."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from caseflow.access.system import system_snapshot
from caseflow.backup.dump import count_rows, dump
from caseflow.cli.context import application, progress


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Write everything in the database to FILE, encrypted with the newest key. Other work goes on meanwhile."""
    if file.exists():
        raise click.ClickException(f"{file} exists. A backup does not overwrite anything.")
    with application():
        counts = _write(file)
    click.echo(f"{sum(counts.values())} rows of {len(counts)} tables in {file}.")


def _write(file: Path) -> dict[str, int]:
    with (
        system_snapshot("backup") as session,
        _whole_or_not_at_all(file) as out,
        progress("Writing", count_rows(session)) as step,
    ):
        return dump(session, out, step)


@contextmanager
def _whole_or_not_at_all(file: Path) -> Iterator[IO[bytes]]:
    """Write beside the file, for our own eyes only, and give it its name when everything is on the disk."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    except OSError as error:
        raise click.ClickException(f"Nothing can be written in {file.parent}: {error.strerror}.") from error
    try:
        with os.fdopen(descriptor, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
