"""The root of all commands: finds the file of a command when it is asked for, so that help comes at once."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import click
from sqlalchemy.exc import OperationalError

from caseflow.access.roles import RoleError
from caseflow.config import SettingsError
from caseflow.migrate import MissingRolesError
from caseflow.sealing import SealingError

COMMANDS: Mapping[str, tuple[str, str]] = {
    "serve": ("serving", "Serve caseflow to its users."),
    "demo": ("demo", "Serve an invented region to try things out."),
    "db": ("database", "Migrate the database, or check that it is as it should be."),
    "import": ("importing", "Take in bundles, each whole or not at all."),
    "export": ("exporting", "Print a case as a bundle."),
    "user": ("users", "Add, list and close accounts, and set passwords."),
    "token": ("tokens", "Make bearer tokens for the JSON interface."),
    "seed": ("seeding", "Fill an empty database with a synthetic region."),
    "access": ("explaining", "Say what the reading rules say, and count how far they reach."),
    "audit": ("auditing", "Check the log of who saw and did what."),
    "tick": ("ticking", "Do what is due now; safe to run every minute, twice, or late."),
    "backup": ("backup", "Write everything to an encrypted file."),
    "restore": ("restore", "Read a backup into an empty database."),
    "keys": ("keys", "Seal everything anew with the newest key."),
    "settings": ("settings", "List every setting with its type, default and meaning."),
}
"""Every command: the file it is in, and what it does in one line."""


class Groups(click.Group):
    """A group whose commands are looked up by name in files of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order in which they are listed."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by name, loading the file it is in."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"caseflow.cli.{COMMANDS[cmd_name][0]}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_file, text) in COMMANDS.items()])


@click.group(cls=Groups, context_settings={"help_option_names": ["-h", "--help"]})
def root() -> None:
    """Caseflow: case management against domestic violence and child abuse."""


OURS_ALONE = 0o077
"""Files that commands make, the database among them, are for the user who runs them."""
EXPECTED = (SettingsError, SealingError, MissingRolesError, RoleError)
"""Errors whose own text says what to do."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command. Ends with 0 when done, 1 when refused or something wrong was found, 2 when used wrongly."""
    os.umask(OURS_ALONE)
    try:
        root.main(args=None if arguments is None else list(arguments), prog_name="caseflow")
    except EXPECTED as error:
        refuse(str(error))
    except OperationalError as error:
        refuse(f"The database does not answer: {str(error.orig).strip().splitlines()[0]}")


def refuse(text: str) -> None:
    """Say on standard error what is wrong, and end with 1."""
    click.echo(f"caseflow: {text}", err=True)
    sys.exit(1)
