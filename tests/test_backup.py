"""Backups: everything, encrypted; restored equal into an empty database; refused when anything is wrong with them."""

import io
import json
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Uuid, create_engine, select, text
from sqlalchemy.orm import Session

from caseflow import migrate
from caseflow.access.system import system_snapshot
from caseflow.audit.verify import verify
from caseflow.backup import dump as dumping
from caseflow.backup.container import CHUNK, BackupError, SealedReader, SealedWriter
from caseflow.backup.dump import count_rows, dump
from caseflow.backup.restore import restore
from caseflow.db import Base, db
from caseflow.models import Case, EarlierText, SearchTerms
from caseflow.sealing import Keyring, SealingError, keyring, use_keyring
from tests.app_fixtures import KEYS
from tests.demo_bundles import DEMO


def on_sqlite(test):
    """Run once: what a test is about does not touch what the databases differ in."""
    from_sqlite = pytest.mark.parametrize("story_url", ["sqlite"], indirect=True)
    return from_sqlite(pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)(test))


def rows(connection):
    """Return every row of every table, in an order that both databases agree on."""
    return {
        table.name: sorted(
            str([_comparable(value) for value in row]) for row in connection.execute(select(table))
        )
        for table in Base.metadata.sorted_tables
    }


def _comparable(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def backed_up(app):
    file = io.BytesIO()
    with app.app_context(), system_snapshot("test") as session:
        total = count_rows(session)
        steps = []
        counts = dump(session, file, steps.append)
        assert sum(counts.values()) == sum(steps) == total
    file.seek(0)
    return file


def restored(url, file, revision=None):
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            restore(connection, file, revision or migrate.newest(), lambda _more: None)
        with engine.connect() as connection:
            return rows(connection)
    finally:
        engine.dispose()


def secrets():
    """Return the addresses of the demo bundles, and what is said of whereabouts or is protected."""
    found = set()
    for file in DEMO.glob("*.json"):
        for case in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            for entry in case["entries"]:
                sealed = entry.get("protected") or entry["category"] == "whereabouts"
                found |= {entry["data"]["text"]} if entry["kind"] == "address" else set()
                found |= {entry["body"]} if sealed and entry.get("body") else set()
    return found


def test_what_is_restored_equals_what_was_backed_up_on_either_database(story, database_url):
    file = backed_up(story)
    with story.app_context(), db.engine.connect() as connection:
        before = rows(connection)
    assert sum(map(len, before.values())) > 5_000
    assert restored(database_url, file) == before


def test_an_earlier_text_comes_back_and_opens(story, database_url):
    with story.app_context(), Session(db.engine) as session:
        case = session.scalars(select(Case)).first()
        kept = EarlierText(id=uuid4(), case_id=case.id, thing="brief", thing_id=case.id, version=1)
        kept.changed_by_id, kept.changed_at = case.director_id, datetime(2023, 2, 7, 11, tzinfo=UTC)
        kept.said = '{"goal": "Veilig thuis."}'
        session.add(kept)
        session.commit()
    restored(database_url, backed_up(story))
    engine = create_engine(database_url)
    with Session(engine) as session:
        assert session.scalars(select(EarlierText)).one().said == '{"goal": "Veilig thuis."}'
    engine.dispose()


def test_numbering_goes_on_after_what_was_restored(story, database_url):
    restored(database_url, backed_up(story))
    engine = create_engine(database_url)
    with Session(engine) as session:
        taken = session.scalars(select(SearchTerms)).first()
        highest = session.scalar(text("select max(id) from search_terms"))
        entry_id = taken.entry_id
        session.delete(taken)
        session.flush()
        added = SearchTerms(entry_id=entry_id, terms="woord")
        session.add(added)
        session.flush()
        assert added.id > highest
    engine.dispose()


def test_no_address_or_sealed_text_is_found_in_a_backup_or_in_the_database_file(story):
    file = backed_up(story).getvalue()
    found = secrets()
    assert len(found) > 9
    assert not [secret for secret in found if secret.encode() in file]
    with story.app_context(), db.engine.connect() as connection:
        stored = str(rows(connection))
    assert not [secret for secret in found if secret in stored]
    if not story.config["SQLALCHEMY_DATABASE_URI"].startswith("sqlite"):
        return
    path = Path(story.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///"))
    kept = b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*"))
    assert b"OD-2023-004" in kept
    assert not [secret for secret in found if secret.encode() in kept]


@on_sqlite
def test_a_restored_log_is_whole(story, database_url, app):
    restored(database_url, backed_up(story))
    with app.app_context(), system_snapshot("test") as session:
        assert verify(session).findings == []


def test_a_database_that_is_not_empty_is_refused_and_left_as_it_is(story, story_url):
    with pytest.raises(BackupError, match="not empty"):
        restored(story_url, backed_up(story))


@on_sqlite
def test_a_backup_of_another_migration_is_refused(story, database_url):
    with pytest.raises(BackupError, match="of migration"):
        restored(database_url, backed_up(story), revision="0099_later")


@on_sqlite
def test_a_key_that_is_not_known_is_named(story, database_url):
    file = backed_up(story)
    use_keyring(Keyring.parse("other:" + b64encode(b"b" * 32).decode()))
    with pytest.raises(SealingError, match="k1"):
        restored(database_url, file)


@on_sqlite
def test_a_backup_is_read_with_an_older_key_that_is_kept(story, database_url):
    file = backed_up(story)
    use_keyring(Keyring.parse(f"new:{b64encode(b'b' * 32).decode()},{KEYS}"))
    assert restored(database_url, file)["entry"]


@on_sqlite
def test_a_backup_that_was_changed_or_cut_off_anywhere_is_refused_and_leaves_no_row(story, database_url):
    whole = backed_up(story).getvalue()
    engine = create_engine(database_url)
    with engine.connect() as connection:
        new = rows(connection)
    places = [0, 17, 18, 40, *range(60, len(whole), len(whole) // 4), len(whole) - 1]
    changed = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in places]
    cut = [whole[:at] for at in places]
    for damaged in [*changed, *cut, whole + b"x", b"", b"hello"]:
        with pytest.raises((BackupError, SealingError)):
            restored(database_url, io.BytesIO(damaged))
    with engine.connect() as connection:
        assert rows(connection) == new
    engine.dispose()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_the_container_gives_back_what_went_in_and_nothing_less(size):
    use_keyring(Keyring.parse(KEYS))
    file, content = io.BytesIO(), bytes(number % 251 for number in range(size))
    writer = SealedWriter(file, keyring())
    for at in range(0, size, 100_000):
        writer.write(content[at : at + 100_000])
    writer.finish()
    file.seek(0)
    assert io.BufferedReader(SealedReader(file, keyring())).read() == content
    chunk = CHUNK + 16
    head = len(file.getvalue()) % chunk if size > CHUNK else 0
    for end in range(head + chunk, len(file.getvalue()), chunk):
        with pytest.raises(BackupError):
            io.BufferedReader(SealedReader(io.BytesIO(file.getvalue()[:end]), keyring())).read()


def test_chunks_in_another_order_are_refused():
    use_keyring(Keyring.parse(KEYS))
    file = io.BytesIO()
    writer = SealedWriter(file, keyring())
    writer.write(b"a" * CHUNK + b"b" * CHUNK + b"c")
    writer.finish()
    whole, chunk = file.getvalue(), CHUNK + 16
    start = len(whole) - 2 * chunk - 17
    swapped = (
        whole[:start] + whole[start + chunk : start + 2 * chunk] + whole[start : start + chunk] + whole[-17:]
    )
    with pytest.raises(BackupError):
        io.BufferedReader(SealedReader(io.BytesIO(swapped), keyring())).read()


def test_every_table_that_keeps_files_is_read_a_few_rows_at_a_time():
    assert {"document", "entry_version"} == dumping.LARGE
    assert all(
        isinstance(Base.metadata.tables[name].primary_key.columns.values()[0].type, Uuid)
        for name in dumping.LARGE
    )
