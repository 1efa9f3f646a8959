"""The whole story behind a real address: people who open it in a browser, and pages that may not object to anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.system import system_session
from caseflow.accounts import actions, sessions
from caseflow.cli.living import take_in_living
from caseflow.db import db
from tests.app_fixtures import SettableClock, running
from tests.browser import served

PASSWORD = "vier gele fietsen"
LIVING = "OD-DEMO-KREEK"
"""The case that is going on today."""
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
NOT_WRONG = ("Failed to load resource: the server responded with a status of 4", "Clear-Site-Data header on ")
"""What a console also tells: that a page was refused on purpose, and that signing out cleared the browser."""


@dataclass
class Town:
    """An application that is being served, and the browser it is looked at with."""

    app: Flask
    address: str
    browser: Browser
    clock: SettableClock
    spoken: list[str] = field(default_factory=list)
    """What pages said on the console: broken scripts, and contents that the content policy stopped."""

    def window(self, *, width: int = 1280, locale: str = "nl", **options) -> BrowserContext:
        """Open a browser without a past."""
        size = {"width": width, "height": 844}
        context = self.browser.new_context(viewport=size, locale=LOCALES[locale], **options)
        context.set_default_timeout(30_000)
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.spoken.append(str(error.error)))
        context.on("dialog", lambda dialog: dialog.accept())
        return context

    def signed_in(self, key: str, *, width: int = 1280, locale: str = "nl", **options) -> Page:
        """Open a browser in which somebody is signed in already, and reads in a language."""
        context = self.window(width=width, locale=locale, **options)
        context.add_cookies(
            [{"name": self._cookie_name, "value": self._cookie(key, locale), "url": self.address}]
        )
        return context.new_page()

    def set_password(self, email: str) -> None:
        """Let somebody sign in by themselves."""
        with self.app.app_context(), system_session("test") as session:
            actions.set_password(session, email, PASSWORD, self.clock())

    def go(self, page: Page, path: str) -> Response:
        """Ask for a page of the town."""
        answer = page.goto(self.address + path)
        assert answer is not None, path
        return answer

    @property
    def _cookie_name(self) -> str:
        return self.app.config["SESSION_COOKIE_NAME"]

    def _cookie(self, key: str, locale: str) -> str:
        with self.app.app_context(), Session(db.engine) as session:
            user = session.scalars(select(models.User).where(models.User.key == key)).one()
            user.locale = locale
            token = sessions.start(session, user.id, self.clock())
            session.commit()
        signer = self.app.session_interface.get_signing_serializer(self.app)
        return signer.dumps({"_user_id": token})

    def _heard(self, message: ConsoleMessage) -> None:
        if not message.text.startswith(NOT_WRONG):
            self.spoken.append(f"{message.page.url if message.page else ''}: {message.text}")


@contextmanager
def town_at(path: Path, browser: Browser) -> Iterator[Town]:
    """Serve the story that stands in a file, with the case that is going on today."""
    clock = SettableClock()
    with running(f"sqlite:///{path}", clock) as app:
        with app.app_context():
            take_in_living(app)
        with served(app) as address:
            yield Town(app, address, browser, clock)
