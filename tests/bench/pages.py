"""How long pages take: of themselves at another size, and of the same data without the application around it.

The bare page sends the statements that the page itself sends for its data, as text, through the driver, without the
reading rules in them, and renders the same template with the same values. What it leaves out is what caseflow adds:
the session of the viewer, the rules, the object mapper, the reading log, headers.
"""

import statistics
import time
from collections.abc import Callable
from typing import Any

from flask import g, template_rendered
from sqlalchemy.orm import with_loader_criteria

from caseflow.access import guard
from caseflow.db import Base, db
from tests.bench.installation import Installation

WARM_UP = 5
ROUNDS = 40

Seconds = float


def median_time(act: Callable[[], None]) -> Seconds:
    """Return the median time of an act, once it is warm."""
    for _ in range(WARM_UP):
        act()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        act()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def page_time(installed: Installation, path: str) -> Seconds:
    """Return how long a page takes."""

    def ask() -> None:
        answer = installed.client.get(path)
        assert answer.status_code == 200, (path, answer.status)

    return median_time(ask)


def statement_count(installed: Installation, path: str) -> int:
    """Return how many statements a warm page sends, those of the viewer and the reading log included."""
    installed.client.get(path)
    installed.statements.clear()
    installed.client.get(path)
    return len(
        [sql for sql, _ in installed.statements if not sql.startswith(("BEGIN", "COMMIT", "ROLLBACK"))]
    )


def bare_time(installed: Installation, path: str) -> Seconds:
    """Return how long the same data takes by bare SQL into the same template."""
    statements, template, values, viewer = _taken_apart(installed, path)
    rendered = installed.app.jinja_env.get_template(template)
    with installed.app.test_request_context(path):
        g.viewer = viewer
        connection: Any = db.engine.raw_connection()
        cursor = connection.cursor()

        def answer() -> None:
            for sql, parameters in statements:
                cursor.execute(sql, parameters)
                cursor.fetchall()
            connection.commit()
            rendered.render(values)

        taken = median_time(answer)
        cursor.close()
        connection.close()
    return taken


def _taken_apart(
    installed: Installation, path: str
) -> tuple[list[tuple[str, Any]], str, dict[str, Any], Any]:
    """Return a page's statements without rules, its template, the values given to it, and its viewer."""
    seen: list[tuple[str, dict[str, Any], Any]] = []

    def note(_sender: Any, template: Any, context: dict[str, Any], **_more: Any) -> None:
        seen.append((template.name, dict(context), g.viewer))

    no_rules, guard.RULES = guard.RULES, with_loader_criteria(Base, lambda _entity: True)
    try:
        with template_rendered.connected_to(note, installed.app):
            installed.statements.clear()
            installed.client.get(path)
    finally:
        guard.RULES = no_rules
    reads = [one for one in installed.statements if one[0].startswith(("SELECT", "WITH"))]
    return reads, *seen[0]
