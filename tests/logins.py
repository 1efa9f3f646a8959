"""A login to PostgreSQL as an installation has it: neither superuser nor owner, with the two roles and nothing else."""

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url

LOGIN = "caseflow_web"
PASSWORD = "only-tests-know"


def lesser_login(url: str) -> str:
    """Return the address of a migrated database for a login of the application's own; SQLite has no logins."""
    if url.startswith("sqlite"):
        return url
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        make_login(connection, LOGIN, "NOINHERIT")
        connection.execute(text(f"GRANT caseflow_app, caseflow_system TO {LOGIN}"))
    engine.dispose()
    return make_url(url).set(username=LOGIN, password=PASSWORD).render_as_string(hide_password=False)


def make_login(connection: Connection, name: str, options: str = "") -> None:
    """Make a login, unless another test made it: logins belong to the server."""
    if name not in connection.scalars(text("SELECT rolname FROM pg_roles")).all():
        connection.execute(text(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}' {options}"))
