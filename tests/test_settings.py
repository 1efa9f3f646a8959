"""Settings: production refuses whatever is unsafe, and everything that can be set is documented."""

import dataclasses
import secrets
import stat
from base64 import b64encode
from pathlib import Path

import pytest
from flask import request

from caseflow import config
from caseflow.app import create_app
from caseflow.cli.settings import page, settings
from caseflow.config import Mode, Settings, SettingsError, load_settings
from caseflow.db import db
from caseflow.sealing import SealingError
from caseflow.web.viewer import public
from tests.app_fixtures import settings_for

SAFE = {
    "CASEFLOW_ENV": "production",
    "CASEFLOW_SECRET_KEY": secrets.token_urlsafe(32),
    "CASEFLOW_ENCRYPTION_KEYS": "k1:" + b64encode(secrets.token_bytes(32)).decode(),
    "CASEFLOW_ALLOWED_HOSTS": "caseflow.example.org",
    "CASEFLOW_DATABASE_URL": "sqlite://",
}


def test_production_starts_with_safe_settings():
    loaded = load_settings(SAFE)
    assert (loaded.in_production, loaded.allowed_hosts) == (True, ("caseflow.example.org",))
    assert create_app(loaded).config["SESSION_COOKIE_SECURE"] is True


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"CASEFLOW_SECRET_KEY": ""}, "CASEFLOW_SECRET_KEY is not set"),
        ({"CASEFLOW_ENCRYPTION_KEYS": ""}, "CASEFLOW_ENCRYPTION_KEYS is not set"),
        ({"CASEFLOW_SECRET_KEY": "short"}, "shorter than 32"),
        ({"CASEFLOW_SECRET_KEY": "change-me-" * 4}, "made up"),
        ({"CASEFLOW_ENCRYPTION_KEYS": "k1:" + b64encode(bytes(32)).decode()}, "made up"),
        ({"CASEFLOW_ALLOWED_HOSTS": " , "}, "CASEFLOW_ALLOWED_HOSTS is not set"),
        ({"FLASK_DEBUG": "1"}, "debug"),
        ({"CASEFLOW_ENV": "prod"}, "choose one of"),
        ({"CASEFLOW_LOCALE": "fr"}, "choose nl or en"),
    ],
)
def test_unsafe_or_unreadable_settings_are_refused_and_the_text_says_which(change, says):
    with pytest.raises(SettingsError, match=says):
        load_settings(SAFE | change)


@pytest.mark.parametrize("keys", ["k1", "k1:!", "k1:" + b64encode(b"abcdefghijklm").decode(), ":" + "A" * 44])
def test_an_encryption_key_that_is_none_is_refused(keys):
    with pytest.raises((SealingError, SettingsError)):
        create_app(load_settings(SAFE | {"CASEFLOW_ENCRYPTION_KEYS": keys}))


def test_outside_production_keys_are_made_once_for_our_own_eyes_only(tmp_path, monkeypatch):
    monkeypatch.setattr(config, "instance_folder", lambda: tmp_path)
    first, second = load_settings({}), load_settings({})
    assert first == second
    assert first.mode is Mode.DEVELOPMENT
    assert first.database_url == f"sqlite:///{tmp_path}/caseflow.sqlite3"
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_postgresql_address_gets_the_driver_that_is_installed(scheme):
    loaded = load_settings(SAFE | {"CASEFLOW_DATABASE_URL": f"{scheme}://db.example.org/caseflow"})
    assert loaded.database_url == "postgresql+psycopg://db.example.org/caseflow"


def test_every_setting_is_documented_and_the_page_is_current():
    assert len(list(settings())) == len(dataclasses.fields(Settings))
    assert Path("docs/settings.md").read_text(encoding="utf-8") == page()


def test_proxies_are_believed_only_when_told_to(database_url):
    for count, address in ((0, "127.0.0.1"), (1, "203.0.113.7")):
        app = create_app(settings_for(database_url, trusted_proxies=count))

        @app.get("/who")
        @public("a test asks from where it comes")
        def who():
            return request.remote_addr or ""

        answer = app.test_client().get("/who", headers={"X-Forwarded-For": "203.0.113.7"})
        assert answer.text == address
        with app.app_context():
            db.engine.dispose()
