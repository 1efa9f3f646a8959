"""Migrations: one line of them, up and down with rows present on both databases, and equal to the models."""

from datetime import UTC, datetime, timedelta

from alembic.script import ScriptDirectory
from sqlalchemy import Text, cast, create_engine, func, inspect, select, text
from sqlalchemy.orm import Session

from caseflow.db import Base, db
from caseflow.migrate import MIGRATIONS, differences, downgrade, upgrade
from caseflow.models import Consent, Link, LinkPurpose, LinkWeighing, ScopeCell
from tests.app_fixtures import SettableClock, running
from tests.demo_bundles import import_demo_bundles
from tests.rounds.agreed import agreed


def rows_by_table(url):
    engine = create_engine(url)
    with engine.connect() as connection:
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }
    engine.dispose()
    return counts


def revisions():
    return [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]


def test_there_is_one_newest_migration():
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1


def test_models_and_migrations_agree(database_url):
    assert differences(database_url) == []


def test_a_difference_between_models_and_database_is_seen(database_url):
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql('ALTER TABLE "case" ADD COLUMN surplus TEXT')
    engine.dispose()
    assert "surplus" in str(differences(database_url))


def test_every_migration_goes_down_and_up_again_with_rows_present(story_url):
    """Each alone on the way down, and then all of them in a row. The first one leaves nothing: see below."""
    assert entries(story_url) > 400
    *later, _first = revisions()
    for revision in later:
        downgrade(story_url, f"{revision}-1")
        upgrade(story_url, revision)
        downgrade(story_url, f"{revision}-1")
    assert entries(story_url) > 400
    upgrade(story_url)
    assert entries(story_url) > 400
    assert differences(story_url) == []


def entries(url):
    engine = create_engine(url)
    with engine.connect() as connection:
        found = connection.scalar(text("SELECT count(*) FROM entry"))
    engine.dispose()
    return found


def test_a_case_file_can_be_taken_in_after_going_all_the_way_down_and_up(story_url):
    before = rows_by_table(story_url)
    downgrade(story_url, "base")
    engine = create_engine(story_url)
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    engine.dispose()
    upgrade(story_url)
    with running(story_url, SettableClock()) as app:
        import_demo_bundles(app)
        with app.app_context(), Session(db.engine) as session:
            assert (
                session.scalar(select(func.count()).select_from(Base.metadata.tables["entry"]))
                == before["entry"]
            )
    assert rows_by_table(story_url) == before


def test_what_a_link_is_for_and_why_it_opens_this_much_survive_the_way_down_and_up(story_url):
    before = _reasons(story_url)
    assert len(before) > 10
    downgrade(story_url, "0002_earlier_texts")
    engine = create_engine(story_url)
    with engine.connect() as connection:
        earlier = set(map(tuple, connection.execute(text("SELECT purpose, weighing FROM link"))))
    engine.dispose()
    assert earlier == before
    upgrade(story_url)
    assert _reasons(story_url) == before


def _reasons(url):
    engine = create_engine(url)
    with Session(engine) as session:
        reasons = (
            select(LinkPurpose.purpose, LinkWeighing.weighing)
            .join(Link, Link.id == LinkPurpose.link_id)
            .outerjoin(LinkWeighing, LinkWeighing.link_id == Link.id)
        )
        found = set(map(tuple, session.execute(reasons)))
    engine.dispose()
    return found


def test_what_rests_on_a_consent_does_not_open_again_where_consents_are_unknown(story_url):
    engine = create_engine(story_url)
    with Session(engine) as session:
        begins = datetime(2023, 1, 20, tzinfo=UTC)
        agreed(session, "OD-2023-004", begins, begins + timedelta(days=300))
        session.flush()
        consent = session.scalars(select(Consent)).one()
        cell = session.scalars(select(ScopeCell).where(ScopeCell.party_id == consent.party_id)).first()
        gone = cell.link_id, cell.party_id, cell.category.value
        cell.consent_id = consent.id
        session.commit()
    before = rows_by_table(story_url)["scope_cell"]
    downgrade(story_url, "0010_second_wall")
    with engine.connect() as connection:
        cells = Base.metadata.tables["scope_cell"].c
        left = set(connection.execute(select(cells.link_id, cells.party_id, cast(cells.category, Text))))
    engine.dispose()
    assert gone not in left
    assert len(left) == before - 1
    upgrade(story_url)
    assert differences(story_url) == []
