"""Typed settings from the environment. Refuses to start on unsafe ones."""

import os
import secrets
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

SECRET_BYTES = 32
"""Length of a generated secret, in bytes."""
FEWEST_KINDS = 12
"""How many different characters or bytes a secret has at least: what somebody typed to get on has fewer."""
MAX_REQUEST_BYTES = 25 * 1024 * 1024
"""The largest request accepted: a 20 MB document and the form around it. Unit: bytes."""


class SettingsError(ValueError):
    """The environment asks for something unsafe or unreadable; the text says what to change."""


class Mode(StrEnum):
    """What this installation is for."""

    DEMO = "demo"
    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


@dataclass(frozen=True)
class Settings:
    """Everything that can be set from outside."""

    mode: Mode
    """CASEFLOW_ENV: what this installation is for. Default: development."""
    database_url: str
    """CASEFLOW_DATABASE_URL: an SQLAlchemy address. Default: SQLite in instance/."""
    secret_key: str
    """CASEFLOW_SECRET_KEY: signs cookies and form tokens. Production does not start without it. Default: made in
    instance/ at first start."""
    secret_key_fallbacks: tuple[str, ...]
    """CASEFLOW_SECRET_KEY_FALLBACKS: earlier secret keys, still accepted. Default: none."""
    encryption_keys: str
    """CASEFLOW_ENCRYPTION_KEYS: keys that texts are sealed with, each as id:base64 of 32 bytes, separated by commas,
    newest first. Production does not start without them. Default: made in instance/ at first start."""
    allowed_hosts: tuple[str, ...]
    """CASEFLOW_ALLOWED_HOSTS: host names that this installation answers to, separated by commas. Production does not
    start without them. Default: any."""
    locale: str
    """CASEFLOW_LOCALE: language, nl or en, of who did not choose and whose browser does not say. Default: nl."""
    trusted_proxies: int = 0
    """CASEFLOW_TRUSTED_PROXIES: how many proxies stand in front, whose word on the visitor's address and on HTTPS is
    taken. Default: 0."""

    database_owner_url: str = ""
    """CASEFLOW_DATABASE_OWNER_URL: the address that migrations use, when the application logs in as somebody who does
    not own the tables. Default: CASEFLOW_DATABASE_URL."""

    @property
    def owner_url(self) -> str:
        """The address that migrations use."""
        return self.database_owner_url or self.database_url

    @property
    def in_production(self) -> bool:
        """Whether real people's files are kept here."""
        return self.mode is Mode.PRODUCTION


def instance_folder() -> Path:
    """Return the folder for what this installation keeps and git does not."""
    return Path(__file__).resolve().parent.parent / "instance"


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings.

    Raises:
        SettingsError: a value is unsafe or cannot be read.
    """
    env = os.environ if environment is None else environment
    mode = _mode(env.get("CASEFLOW_ENV", Mode.DEVELOPMENT))
    production = mode is Mode.PRODUCTION
    settings = Settings(
        mode=mode,
        database_url=_database_url(env),
        secret_key=_secret(env, "CASEFLOW_SECRET_KEY", "secret-key", production=production),
        secret_key_fallbacks=_listed(env.get("CASEFLOW_SECRET_KEY_FALLBACKS", "")),
        encryption_keys=_secret(env, "CASEFLOW_ENCRYPTION_KEYS", "encryption-keys", production=production),
        allowed_hosts=_listed(env.get("CASEFLOW_ALLOWED_HOSTS", "")),
        locale=_locale(env.get("CASEFLOW_LOCALE", "nl")),
        trusted_proxies=_proxies(env.get("CASEFLOW_TRUSTED_PROXIES", "0")),
        database_owner_url=_as_sqlalchemy_writes(env.get("CASEFLOW_DATABASE_OWNER_URL", "")),
    )
    if production:
        _refuse_unsafe(settings, env)
    return settings


def _mode(value: str) -> Mode:
    try:
        return Mode(value)
    except ValueError as error:
        raise SettingsError(f"CASEFLOW_ENV is {value!r}; choose one of {', '.join(Mode)}.") from error


def _locale(value: str) -> str:
    if value not in {"nl", "en"}:
        raise SettingsError(f"CASEFLOW_LOCALE is {value!r}; choose nl or en.")
    return value


def _proxies(value: str) -> int:
    if value not in {"0", "1", "2", "3"}:
        raise SettingsError(f"CASEFLOW_TRUSTED_PROXIES is {value!r}; fill in a number from 0 to 3.")
    return int(value)


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _database_url(env: Mapping[str, str]) -> str:
    given = _as_sqlalchemy_writes(env.get("CASEFLOW_DATABASE_URL", ""))
    return given or f"sqlite:///{instance_folder() / 'caseflow.sqlite3'}"


def _as_sqlalchemy_writes(given: str) -> str:
    if given.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg://" + given.split("://", 1)[1]
    return given


def _secret(env: Mapping[str, str], name: str, file_name: str, *, production: bool) -> str:
    if given := env.get(name, ""):
        return given
    if production:
        raise SettingsError(f"{name} is not set. Production does not start without it.")
    file = instance_folder() / file_name
    if not file.exists():
        _write_private(file, _new_secret(name))
    return file.read_text(encoding="ascii").strip()


def _new_secret(name: str) -> str:
    if name == "CASEFLOW_ENCRYPTION_KEYS":
        return f"k1:{b64encode(secrets.token_bytes(SECRET_BYTES)).decode()}"
    return secrets.token_urlsafe(SECRET_BYTES)


def _write_private(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        handle.write(text)


def _refuse_unsafe(settings: Settings, env: Mapping[str, str]) -> None:
    if len(settings.secret_key) < SECRET_BYTES:
        raise SettingsError(f"CASEFLOW_SECRET_KEY is shorter than {SECRET_BYTES} characters.")
    if any(_is_made_up(secret) for secret in _secrets(settings)):
        raise SettingsError("A key is made up. Generate it: `openssl rand -base64 32`.")
    if not settings.allowed_hosts:
        raise SettingsError(
            "CASEFLOW_ALLOWED_HOSTS is not set: name the hosts that this installation answers to."
        )
    if env.get("FLASK_DEBUG", "0") not in {"", "0", "false"}:
        raise SettingsError("FLASK_DEBUG is on. Production does not start in debug mode.")


def _secrets(settings: Settings) -> Iterator[bytes]:
    yield settings.secret_key.encode()
    for key in _listed(settings.encryption_keys):
        with suppress(Base64Error):  # what cannot be read is refused where keys are used
            yield b64decode(key.partition(":")[2], validate=True)


def _is_made_up(secret: bytes) -> bool:
    return len(set(secret)) < FEWEST_KINDS
