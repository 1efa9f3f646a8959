"""No address of the scenario, and nothing else that is sealed, is found in what the databases write to disk."""

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

from tests import postgres
from tests.app_fixtures import SettableClock, running
from tests.demo_bundles import DEMO, import_demo_bundles

MARKERS = {"Duindoornhof", "Westerkoog", "Vuurtorenplein"}
PLAIN = "Terugkerend geweld van Dennis"
"""Stands in the clear, and shows that what is written is looked at."""


def addresses() -> set[str]:
    """Return every text that says where somebody is or how to reach them, and what protected entries say."""
    found = set(MARKERS)
    for file in DEMO.glob("*.json"):
        for case in json.loads(file.read_text())["cases"]:
            for entry in case["entries"]:
                data = entry.get("data", {})
                if entry["kind"] == "address":
                    found |= {data["text"], data.get("safe_contact", data["text"])}
                if entry["category"] == "whereabouts" or entry.get("protected"):
                    found |= {entry[name] for name in ("body", "statement") if name in entry}
                if entry["kind"] == "document":
                    found |= {data["filename"], data["base64"]}
    return found


def written(url: str) -> Iterator[bytes]:
    """Yield what a database wrote: SQLite's file and its log, or every table as PostgreSQL copies it out."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        for suffix in ("", "-wal"):
            yield Path(f"{address.database}{suffix}").read_bytes()
        return
    with psycopg.connect(postgres.libpq_url(url)) as connection, connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        for (table,) in cursor.fetchall():
            copy_out = sql.SQL("copy {} to stdout (format binary)").format(sql.Identifier(table))
            with cursor.copy(copy_out) as copy:
                yield b"".join(bytes(part) for part in copy)


def test_no_address_is_found_in_what_is_written(database_url):
    with running(database_url, SettableClock()) as app:
        import_demo_bundles(app)
        with app.app_context():
            content = b"".join(written(database_url))
    assert PLAIN.encode() in content
    assert len(addresses()) > 20
    assert {text for text in addresses() if text.encode() in content} == set()
    assert {text for text in addresses() if text.casefold().encode() in content.lower()} == set()
