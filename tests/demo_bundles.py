"""Brings both demo bundles into a database, through the importer itself."""

from pathlib import Path

from flask import Flask

from caseflow import bundles
from caseflow.access.system import system_session
from caseflow.bundles.importing import import_bundle

DEMO = Path(bundles.__path__[0]) / "demo"


def import_demo_bundles(app: Flask) -> None:
    """Import both."""
    for file in sorted(DEMO.glob("*.json")):
        with app.app_context(), system_session("demo bundles for tests") as session:
            import_bundle(session, file.read_bytes())
