"""A demo case that is going on whenever the demo is started: its days are counted from the day it is taken in."""

import re
from datetime import date, timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from caseflow import bundles
from caseflow.access.system import system_session
from caseflow.cli.context import moment
from caseflow.cli.importing import take_in
from caseflow.clock import local_date
from caseflow.models import Case

FILE = Path(bundles.__path__[0]) / "demo" / "living" / "kreek.json"
REFERENCE = "OD-DEMO-KREEK"
WRITTEN_ON = date(2026, 6, 1)
"""The day that is today in the file."""
LIVES = re.compile(r'"(?P<day>202[67]-\d\d-\d\d)')
"""Days of the story; birthdays lie before it and stay."""


def take_in_living(app: Flask) -> None:
    """Take the case in, unless it stands here already."""
    with system_session("demo") as session:
        if session.scalar(select(Case.id).where(Case.reference == REFERENCE)) is not None:
            return
    take_in(app, as_of(FILE.read_text(encoding="utf-8"), local_date(moment(app))).encode())


def as_of(text: str, today: date) -> str:
    """Move the days of the story so that it goes on today."""
    by = timedelta(days=(today - WRITTEN_ON).days)
    return LIVES.sub(lambda found: f'"{date.fromisoformat(found["day"]) + by}', text)
