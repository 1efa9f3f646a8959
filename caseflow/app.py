"""The application: settings, database, guard, slices, errors."""

from pathlib import Path
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined
from psycopg import RawCursor
from werkzeug.middleware.proxy_fix import ProxyFix

from caseflow import sealing
from caseflow.access import roles
from caseflow.accounts import interruptions, signin
from caseflow.clock import Clock, system_clock
from caseflow.config import MAX_REQUEST_BYTES, Mode, Settings, load_settings
from caseflow.db import db
from caseflow.requests import cycle
from caseflow.slices import BLUEPRINTS
from caseflow.web import csrf, errors, headers, i18n, templating

ROOT = Path(__file__).resolve().parent.parent


def create_app(settings: Settings | None = None, clock: Clock = system_clock) -> Flask:
    """Make an application from settings (the environment's when none are given) and a clock.

    Raises:
        SettingsError: the environment asks for something unsafe.
        SealingError: the encryption keys cannot be used.
    """
    chosen = settings or load_settings()
    app = Flask(
        "caseflow", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "caseflow" / "static")
    )
    app.config.update(_flask_settings(chosen))
    if chosen.trusted_proxies:
        _believe_proxies(app, chosen.trusted_proxies)
    app.jinja_env.undefined = StrictUndefined
    app.extensions["caseflow_clock"] = clock
    app.extensions["caseflow_settings"] = chosen
    sealing.use_keyring(sealing.Keyring.parse(chosen.encryption_keys))
    db.init_app(app)
    with app.app_context():
        roles.begin_as_nobody(db.engine)
    i18n.init_app(app, chosen.locale)
    signin.init_app(app)
    headers.init_app(app, https=chosen.in_production)
    cycle.init_app(app)
    csrf.init_app(app)
    errors.init_app(app)
    interruptions.init_app(app)
    templating.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _believe_proxies(app: Flask, count: int) -> None:
    """Take the visitor's address and HTTPS from the proxies in front: throttling counts by address."""
    believing = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=0, x_prefix=0)
    app.wsgi_app = believing  # type: ignore[method-assign]  # how Flask wants middleware


def _flask_settings(settings: Settings) -> dict[str, Any]:
    return {
        "SECRET_KEY": settings.secret_key,
        "SECRET_KEY_FALLBACKS": list(settings.secret_key_fallbacks),
        "TESTING": settings.mode is Mode.TEST,
        "MAX_CONTENT_LENGTH": MAX_REQUEST_BYTES,
        "MAX_FORM_MEMORY_SIZE": MAX_REQUEST_BYTES,
        "TRUSTED_HOSTS": list(settings.allowed_hosts) or None,
        "SESSION_COOKIE_NAME": "__Host-caseflow" if settings.in_production else "caseflow",
        "SESSION_COOKIE_SECURE": settings.in_production,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Strict",
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,  # it asks for a Referer, which our own policy keeps browsers from sending
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings.database_url),
    }


POSTGRESQL_SETTINGS = (
    "plan_cache_mode=force_generic_plan",
    "random_page_cost=1.1",
    "idle_in_transaction_session_timeout=15s",
)


def engine_options(url: str) -> dict[str, Any]:
    """Return how to connect.

    On PostgreSQL with generic plans, because the rules' many parameters make planning dear, and with parameters as
    PostgreSQL itself numbers them, because psycopg reads a long statement anew each time to number them. Pages of the
    database cost the same wherever they stand, as on a solid-state disk: else a list of forty cases reads through all.
    The connection used last is used next, because each connection has plans of its own.
    """
    if not url.startswith("postgresql"):  # by name, because a rule sends each value many times
        return {"hide_parameters": True, "paramstyle": "named"}
    options = " ".join(f"-c {setting}" for setting in POSTGRESQL_SETTINGS)
    return {
        "hide_parameters": True,
        "pool_size": 4,
        "max_overflow": 0,
        "pool_use_lifo": True,
        "paramstyle": "numeric_dollar",
        "connect_args": {
            "connect_timeout": 3,
            "options": options,
            "cursor_factory": RawCursor,
            "prepare_threshold": 0,  # planned once: a page of entries takes forty milliseconds to plan
        },
    }
