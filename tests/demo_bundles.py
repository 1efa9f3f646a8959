"""Brings both demo bundles into a database."""

import json
from pathlib import Path

from flask import Flask
from sqlalchemy.orm import Session

from caseflow import bundles, models
from caseflow.db import db
from caseflow.models.vocabulary import OrganisationKind, Role

DEMO = Path(bundles.__path__[0]) / "demo"


def import_demo_bundles(app: Flask) -> None:
    """Import both."""
    with app.app_context(), Session(db.engine) as session:
        for file in sorted(DEMO.glob("*.json")):
            content = json.loads(file.read_text(encoding="utf-8"))
            _people(session, content)
        session.commit()


def _people(session: Session, content: dict) -> None:
    organisations, teams = {}, {}
    for one in content["organisations"]:
        row = models.Organisation(key=one["key"], name=one["name"], kind=OrganisationKind(one["kind"]))
        session.add(row)
        session.flush()
        organisations[one["key"]] = row.id
    for one in content["teams"]:
        row = models.Team(
            key=one["key"], name=one["name"], organisation_id=organisations[one["organisation"]]
        )
        session.add(row)
        session.flush()
        teams[one["key"]] = row.id
    for one in content["users"]:
        row = models.User(
            key=one["key"],
            email=one["email"].casefold(),
            name=one["name"],
            organisation_id=organisations[one["organisation"]],
            team_id=teams.get(one.get("team")),
        )
        session.add(row)
        session.flush()
        session.add_all(models.UserRole(user_id=row.id, role=Role(role)) for role in one["roles"])
