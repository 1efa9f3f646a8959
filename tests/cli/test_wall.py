"""Nobody is served when the second wall does not stand, and what forgets to say for whom it asks sees nothing."""

import pytest
from sqlalchemy import create_engine, func, select, text

from caseflow.access.canary import holes
from caseflow.access.system import system_session
from caseflow.app import create_app
from caseflow.db import db
from caseflow.migrate import WALLS
from caseflow.models import Entry
from tests.app_fixtures import MORNING, SettableClock, settings_for
from tests.logins import lesser_login

pytestmark = pytest.mark.parametrize("story_url", ["postgresql"], indirect=True)
COUNT = select(func.count()).select_from(Entry)


@pytest.fixture
def installed(story_url):
    """The application as it is installed: with a login of its own."""
    app = create_app(settings_for(lesser_login(story_url)), SettableClock())
    with app.app_context():
        yield app
        db.engine.dispose()


def change(url, *statements):
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def found():
    with db.engine.connect() as connection:
        return holes(connection, MORNING, in_production=True)


def test_an_installation_as_it_should_be_has_no_holes(installed):
    assert found() == []


def test_a_connection_that_does_not_say_for_whom_it_asks_sees_nothing(installed):
    with db.engine.connect() as connection:
        assert connection.scalar(COUNT) == 0
    with system_session("test") as session:
        assert session.scalar(COUNT) > 400
    with db.engine.connect() as connection:
        assert connection.scalar(COUNT) == 0


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("ALTER TABLE entry DISABLE ROW LEVEL SECURITY", ["Table 'entry' has no", "sees rows of 'entry'"]),
        ("ALTER TABLE entry NO FORCE ROW LEVEL SECURITY", ["Table 'entry' has no"]),
        ("CREATE POLICY open ON party TO caseflow_app USING (true)", ["sees rows of 'party'"]),
        ("ALTER TABLE entry OWNER TO caseflow_app", ["as caseflow_app, who owns tables"]),
    ],
)
def test_a_hole_is_found(installed, story_url, broken, says):
    change(story_url, broken)
    assert [any(part in one for one in found()) for part in says] == [True] * len(says)
    assert len(found()) == len(says)


def test_a_role_that_policies_do_not_hold_for_is_found(installed, story_url):
    change(story_url, "ALTER ROLE caseflow_app BYPASSRLS")
    try:
        assert any("policies do not count" in one for one in found())
        assert installed.test_client().get("/readyz").status_code == 503
    finally:
        change(story_url, "ALTER ROLE caseflow_app NOBYPASSRLS")
    assert installed.test_client().get("/readyz").status_code == 200


def test_nobody_is_served_past_a_hole(shell, story_url):
    change(story_url, "ALTER TABLE entry DISABLE ROW LEVEL SECURITY")
    answer = shell("serve", url=story_url)
    assert (answer.code, "sees rows of 'entry'" in answer.err) == (1, True)


def test_a_login_without_the_roles_is_told_what_to_do(shell, story_url):
    make = "CREATE ROLE caseflow_bare LOGIN PASSWORD 'only-tests-know'"
    change(story_url, f"DO $$ BEGIN {make}; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    bare = story_url.replace("://caseflow@", "://caseflow_bare:only-tests-know@")
    assert bare != story_url
    answer = shell("serve", url=bare)
    assert (answer.code, "grant caseflow_app and caseflow_system" in answer.err) == (1, True)


def test_the_wall_is_written_for_the_next_migration(shell, story_url):
    answer = shell("db", "wall", url=story_url)
    newest = max(file for file in WALLS.iterdir() if file.name != "none.sql")
    assert (answer.code, answer.out) == (0, newest.read_text("utf-8"))
