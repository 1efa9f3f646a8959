"""How long pages take: of themselves at another size, and of the same data without the application around it.

The bare page sends the statements that the page itself sends for its data, as text, through the driver, and renders the
same template with the same values, in a request of its own. In place of the reading rules stands what somebody would
write by hand: the cases of this director. What it leaves out is what caseflow adds: the session of the viewer, the
rules, the object mapper, the reading log, headers.
"""

import contextlib
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import g, template_rendered
from sqlalchemy.orm import with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption
from werkzeug.test import Client, TestResponse

from caseflow.access import guard
from caseflow.access.writing import Manner
from caseflow.db import db
from caseflow.models import Case
from tests.bench.installation import Installation

WARM_UP = 5
ROUNDS = 40

Act = Callable[[], None]


def ratio(act: Act, other: Act) -> float:
    """Return how many times as long an act takes as another, by medians; taking turns, both meet the same noise."""
    for _ in range(WARM_UP):
        act()
        other()
    pairs = [(_seconds(act), _seconds(other)) for _ in range(ROUNDS)]
    times, other_times = zip(*pairs, strict=True)
    return statistics.median(times) / statistics.median(other_times)


def _seconds(act: Act) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def page(installed: Installation, path: str) -> Act:
    """Return the asking for a page."""

    return lambda: check(installed.client.get(path))


def check(answer: TestResponse) -> None:
    """Make sure that it is the page that is measured."""
    assert answer.status_code == 200, (answer.request.path, answer.status)


def statement_count(installed: Installation, path: str) -> int:
    """Return how many statements a warm page sends, those of the viewer and the reading log included."""
    installed.client.get(path)
    installed.statements.clear()
    installed.client.get(path)
    return len(
        [sql for sql, _ in installed.statements if not sql.startswith(("BEGIN", "COMMIT", "ROLLBACK"))]
    )


@contextlib.contextmanager
def bare_page(installed: Installation, path: str) -> Iterator[Act]:
    """Give the asking for the same data by bare SQL, into the same template."""
    statements, template, values, viewer = _taken_apart(installed, path)
    app = installed.app
    rendered = app.jinja_env.get_template(template)
    with app.app_context():
        connection: Any = db.engine.raw_connection()
    cursor = connection.cursor()

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with app.request_context(environ):
            g.viewer = viewer
            for sql, parameters in statements:
                cursor.execute(sql, parameters)
                cursor.fetchall()
            connection.commit()
            return app.make_response(rendered.render(values))(environ, start_response)

    asking = Client(answer)
    yield lambda: check(asking.get(path))
    cursor.close()
    connection.close()


def _taken_apart(
    installed: Installation, path: str
) -> tuple[list[tuple[str, Any]], str, dict[str, Any], Any]:
    """Return a page's statements without rules, its template, the values given to it, and its viewer."""
    seen: list[tuple[str, dict[str, Any], Any]] = []

    def note(_sender: Any, template: Any, context: dict[str, Any], **_more: Any) -> None:
        seen.append((template.name, dict(context), g.viewer))

    rules = dict(guard.RULES)
    own_cases = with_loader_criteria(Case, Case.director_id == installed.director_id)
    _put_on(dict.fromkeys(rules, own_cases))
    try:
        with template_rendered.connected_to(note, installed.app):
            installed.statements.clear()
            installed.client.get(path)
    finally:
        _put_on(rules)
    reads = [one for one in installed.statements if one[0].startswith(("SELECT", "WITH"))]
    return reads, *seen[0]


def _put_on(rules: dict[Manner, ExecutableOption]) -> None:
    guard.RULES.update(rules)
    for kept in guard.GUARDED.values():
        kept.clear()
