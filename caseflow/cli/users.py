"""`caseflow user`: accounts, from the shell of who keeps the installation."""

import sys

import click

from caseflow.access.system import system_session
from caseflow.accounts.actions import (
    NewUser,
    UserLine,
    add_user,
    deactivate_user,
    list_users,
    set_password,
)
from caseflow.cli.context import application, moment
from caseflow.models.vocabulary import Role

ROLES = [role.value for role in Role]


@click.group()
def command() -> None:
    """Add, list and close accounts, and set passwords."""


@command.command()
@click.argument("email")
@click.option("--name", required=True, help="The name that others see.")
@click.option("--organisation", required=True, help="Key or name of the organisation they work for.")
@click.option("--team", metavar="KEY", help="Key of their team.")
@click.option("--role", "roles", multiple=True, type=click.Choice(ROLES), help="A role; may be given again.")
def add(email: str, name: str, organisation: str, team: str | None, roles: tuple[str, ...]) -> None:
    """Make an account for EMAIL. It cannot be used until it has a password."""
    new = NewUser(email, name, organisation, team, frozenset(map(Role, roles)))
    with application() as app, system_session("user add") as session:
        add_user(session, new, moment(app))
    click.echo("The account is there. Give it a password with `caseflow user password`.")


@command.command()
@click.argument("email")
def password(email: str) -> None:
    """Set the password of EMAIL, read from standard input; whoever used the account has to sign in again."""
    given = _read_password()
    with application() as app, system_session("user password") as session:
        set_password(session, email, given, moment(app))
    click.echo("The password is set.")


@command.command()
@click.argument("email")
def deactivate(email: str) -> None:
    """Close the account of EMAIL, at once."""
    with application() as app, system_session("user deactivate") as session:
        deactivate_user(session, email, moment(app))
    click.echo("The account is closed.")


@command.command(name="list")
def list_command() -> None:
    """List all accounts: address, name, organisation, roles, and whether they can be used."""
    with application(), system_session("user list") as session:
        lines = list_users(session)
    for line in lines:
        click.echo("\t".join([line.email, line.name, line.organisation, ", ".join(line.roles), _state(line)]))


def _state(line: UserLine) -> str:
    if line.deactivated_at is not None:
        return "closed"
    return "active" if line.has_password else "no password"


def _read_password() -> str:
    if sys.stdin.isatty():
        typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return typed
    return sys.stdin.readline().rstrip("\r\n")
