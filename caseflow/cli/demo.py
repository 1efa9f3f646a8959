"""`caseflow demo`: an invented region to try things out, with accounts for every role and one password for all."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click
from flask import Flask
from sqlalchemy import select
from sqlalchemy.engine import make_url

from caseflow import bundles, migrate
from caseflow.access.system import system_session
from caseflow.accounts.actions import replace_password
from caseflow.accounts.passwords import make_hash
from caseflow.app import create_app
from caseflow.cli.context import application, moment, require_wall
from caseflow.cli.importing import take_in
from caseflow.cli.living import take_in_living
from caseflow.cli.serving import serve_embedded
from caseflow.config import Mode, Settings, load_settings
from caseflow.models import Credential, User, UserRole
from caseflow.models.vocabulary import Role

BUNDLES = Path(bundles.__path__[0]) / "demo"
PASSWORD = "caseflow-demo"  # noqa: S105 - everybody may know it: a demo holds nobody's data
THREADS = 2
"""How many requests a demo works on at once."""


@click.command()
@click.option("--port", default=5000, show_default=True, envvar="PORT", type=click.IntRange(1, 65_535))
@click.option("--reset", is_flag=True, help="Throw away what was entered and start over.")
def command(port: int, *, reset: bool) -> None:
    """Serve an invented region on this machine. Entries are kept from one time to the next."""
    settings = load_settings()
    if settings.mode is not Mode.DEMO:
        raise click.ClickException(
            "A demo gives everybody the same password. Ask for it with CASEFLOW_ENV=demo."
        )
    if reset:
        throw_away(settings)
    migrate.upgrade(settings.owner_url)
    with application() as app:
        require_wall(app)
        fill(app)
        click.echo("\n".join(accounts()))
    click.echo(f"\nOpen http://127.0.0.1:{port} in a browser. Ctrl-C stops the demo.")
    serve_embedded(create_app(settings), "127.0.0.1", port, THREADS)


def throw_away(settings: Settings) -> None:
    """Remove the demo's database file, or everything that is in the database."""
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite":
        migrate.downgrade(settings.owner_url, "base")
        return
    for suffix in ("", "-wal", "-shm"):
        Path(f"{url.database}{suffix}").unlink(missing_ok=True)


def fill(app: Flask) -> None:
    """Take in the demo bundles where their cases are absent, and let everybody in who has no password yet."""
    for file in sorted(BUNDLES.glob("*.json")):
        take_in(app, file.read_bytes())
    take_in_living(app)
    hashed = make_hash(PASSWORD)  # one hash for all of them: hashing takes long on purpose
    with system_session("demo") as session:
        without = select(User.id).where(User.id.not_in(select(Credential.user_id)))
        for user_id in session.scalars(without).all():
            replace_password(session, user_id, hashed, moment(app))


def accounts() -> Iterator[str]:
    """List who can sign in, by role."""
    statement = (
        select(UserRole.role, User.name, User.email)
        .join(User, User.id == UserRole.user_id)
        .where(User.deactivated_at.is_(None))
        .order_by(UserRole.role, User.name)
    )
    with system_session("demo accounts") as session:
        rows = session.execute(statement).all()
    width = max((len(row.email) for row in rows), default=0)
    yield f"Everybody has the password {PASSWORD}"
    for role, users in groupby(rows, key=lambda row: row.role):
        yield f"\n{_in_words(role)}"
        yield from (f"  {user.email:<{width}}  {user.name}" for user in users)


def _in_words(role: Role) -> str:
    return role.replace("_", " ").capitalize()
