"""`caseflow serve`: waitress for an embedded database, gunicorn with several workers for PostgreSQL."""

import gc
import ipaddress
import os
from typing import Any

import click
import waitress
from flask import Flask
from gunicorn.app.base import BaseApplication

from caseflow.app import create_app
from caseflow.cli.context import application, require_wall
from caseflow.config import Settings
from caseflow.db import db

THREADS = 4
"""How many requests waitress works on at once: SQLite has one writer, and threads share one processor."""
TIMEOUT = 60
"""How long a worker may take for one request. Unit: seconds."""
REQUESTS = 10_000
"""After how many requests, give or take a tenth, a worker is replaced by a fresh one."""


class Gunicorn(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn with settings of our own and nothing from files or the environment."""

    def __init__(self, app: Flask, bind: str, workers: int) -> None:
        self.app = app
        self.options: dict[str, Any] = {
            "bind": bind,
            "workers": workers,
            "worker_class": "sync",
            "timeout": TIMEOUT,
            "max_requests": REQUESTS,
            "max_requests_jitter": REQUESTS // 10,
            "preload_app": True,
            "control_socket_disable": True,
            "when_ready": lambda _server: keep_what_is_loaded(),
            "post_fork": lambda _server, _worker: start_worker(app),
        }
        super().__init__()

    def load_config(self) -> None:
        """Take our settings over."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Return the application that workers serve."""
        return self.app


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65_535), help="Port to listen on."
)
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Processes; as many as processors when not given."
)
def command(host: str, port: int, workers: int | None) -> None:
    """Serve caseflow to its users. Leave encryption on the way (TLS) to the proxy in front of it."""
    with application() as migrated:
        require_wall(migrated)
        settings: Settings = migrated.extensions["caseflow_settings"]
        embedded = db.engine.dialect.name == "sqlite"
    if not settings.in_production and not _is_this_machine(host):
        raise click.ClickException(
            "Other machines are served in production only: set CASEFLOW_ENV=production."
        )
    if embedded and workers not in {None, 1}:
        raise click.UsageError("An SQLite database is served by one process; --workers is for PostgreSQL.")
    if embedded:
        serve_embedded(create_app(settings), host, port, THREADS)
    else:
        Gunicorn(create_app(settings), f"{host}:{port}", workers or os.cpu_count() or 1).run()


def serve_embedded(app: Flask, host: str, port: int, threads: int) -> None:
    """Serve from this process until it is told to stop."""
    gc.freeze()
    waitress.serve(app, host=host, port=port, threads=threads, ident="caseflow")


def keep_what_is_loaded() -> None:
    """Spare the garbage collector, and the memory that workers share, what never goes away."""
    gc.collect()
    gc.freeze()


def start_worker(app: Flask) -> None:
    """Collect garbage seldom, and leave the parent's connections to the parent."""
    gc.set_threshold(50_000, 20, 1_000)
    with app.app_context():
        db.engine.dispose(close=False)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
