"""Who looks at this page, and which routes may be seen by anyone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from flask import Flask, current_app, g

from caseflow.access.actor import Actor
from caseflow.clock import Clock

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Viewer:
    """The signed-in user as pages show them, with the actor that all rules are asked of."""

    actor: Actor
    name: str
    email: str
    organisation: str
    locale: str | None


Identify = Callable[[datetime], Viewer | None]
"""Finds who is asking, at a moment: the cookie or bearer token of the request at hand."""


def public(reason: str) -> Callable[[View], View]:
    """Mark a view that needs no actor, with the reason why; every other view does."""

    def mark(view: View) -> View:
        view.__dict__["public_because"] = reason
        return view

    return mark


def by_itself(reason: str) -> Callable[[View], View]:
    """Mark a view that keeps its transactions itself, with the reason why: the request's session only reads in it."""

    def mark(view: View) -> View:
        view.__dict__["by_itself_because"] = reason
        return view

    return mark


def runs_by_itself(app: Flask, endpoint: str | None) -> bool:
    """Whether the view behind an endpoint keeps its transactions itself."""
    return hasattr(app.view_functions.get(endpoint or ""), "by_itself_because")


def is_public(app: Flask, endpoint: str | None) -> bool:
    """Whether the view behind an endpoint may be seen by anyone."""
    view = app.view_functions.get(endpoint or "")
    return endpoint == "static" or hasattr(view, "public_because")


def now() -> datetime:
    """Return the moment of this request: one for all its rules and rows."""
    if "now" not in g:
        clock: Clock = current_app.extensions["caseflow_clock"]
        g.now = clock()
    moment: datetime = g.now
    return moment


def viewer() -> Viewer | None:
    """Return who is signed in, or nobody."""
    found: Viewer | None = g.get("viewer")
    return found


def current_viewer() -> Viewer:
    """Return who is signed in, on a page that nobody else can reach."""
    found = viewer()
    if found is None:
        raise RuntimeError("This page needs a signed-in viewer.")
    return found


def current_actor() -> Actor:
    """Return the actor of this request."""
    return current_viewer().actor
