"""Somebody's program at the JSON door: asks with a bearer token, and reads what comes back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Flask, has_app_context
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from caseflow import models
from caseflow.accounts import sessions
from caseflow.db import Base, db
from tests.pages import look_over

DOOR = "/api/v1"
HOURS = 24 * 366 * 5
"""How long the tokens of tests work: the clock goes to years apart."""
OPENING = datetime.fromisoformat("2022-01-01T00:00:00+00:00")
"""When the tokens of tests are made: before everything in the story."""
COUNTED_APART = {"api_token", "attempt", "audit_head", "audit_row"}
"""Tables that asking and trying add to."""


@dataclass
class Caller:
    """A program with a bearer token, or without one."""

    app: Flask
    token: str | None

    def get(self, path: str, **query: Any) -> TestResponse:
        return self.send("GET", path, query_string=query)

    def post(self, path: str, body: Any = None, *, key: str | None = None, **query: Any) -> TestResponse:
        headers = {} if key is None else {"Idempotency-Key": key}
        return self.send("POST", path, json=body, headers=headers, query_string=query)

    def send(self, method: str, path: str, **options: Any) -> TestResponse:
        """Send anything at all."""
        assert not has_app_context()
        headers = dict(options.pop("headers", {}))
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        answer = self.app.test_client().open(DOOR + path, method=method, headers=headers, **options)
        look_over(answer)
        assert answer.mimetype == (
            "application/json" if answer.status_code < 400 else "application/problem+json"
        )
        return answer

    def items(self, path: str, **query: Any) -> list[dict[str, Any]]:
        """Return a whole list, page by page."""
        found: list[dict[str, Any]] = []
        page = self.get(path, **query).get_json()
        while True:
            found += page["items"]
            if page["next"] is None:
                return found
            page = self.get(path, **query | {"cursor": page["next"]}).get_json()

    def keys(self, reference: str, **filters: Any) -> set[str]:
        """Return the keys of all entries of a case, or nothing when it does not exist."""
        answer = self.get(f"/cases/{reference}/entries", **filters)
        if answer.status_code == 404:
            return set()
        return {one["key"] for one in self.items(f"/cases/{reference}/entries", limit=200, **filters)}


def caller(app: Flask, key: str) -> Caller:
    """Give the program of a user, by their key."""
    with app.app_context(), Session(db.engine) as session:
        user_id = session.scalars(select(models.User.id).where(models.User.key == key)).one()
        token = sessions.issue_token(session, user_id, OPENING, HOURS)
        session.commit()
    return Caller(app, token)


def row_counts(app: Flask) -> dict[str, int]:
    """Count the rows of every table that only acts add to."""
    with app.app_context(), db.engine.connect() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
            if table.name not in COUNTED_APART
        }


def plain(answer: TestResponse) -> dict[str, Any]:
    """Return what an answer says."""
    return json.loads(answer.get_data(as_text=True))
