"""What every template may use: who reads, the menu, and how dates, numbers and words are shown."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import DateTimePattern, parse_pattern
from babel.numbers import format_decimal
from flask import Flask, request, url_for
from flask_babel import get_locale

from caseflow.clock import AMSTERDAM
from caseflow.web import navigation
from caseflow.web.forms import once_key
from caseflow.web.terms import term
from caseflow.web.viewer import Viewer, viewer

DAY = "d MMMM y"
MOMENT = "d MMMM y HH:mm"
HOUR = "HH:mm"
KILO = 1000
"""Units of file sizes are decimal, as on every telephone."""


@dataclass(frozen=True)
class Reader:
    """The viewer, as the page header shows them."""

    name: str
    roles_text: str
    profile_url: str
    sign_out_url: str


def init_app(app: Flask) -> None:
    """Give templates their filters and their frame."""
    app.context_processor(_frame)
    app.jinja_env.globals["once_key"] = once_key
    app.jinja_env.filters.update(
        dateformat=show_date,
        datetimeformat=show_moment,
        timeformat=show_time,
        numberformat=show_number,
        filesize=show_size,
        term=term,
    )


def language() -> str:
    """Return the reader's language."""
    locale = get_locale()
    return locale.language if locale else "nl"


def show_date(value: date | datetime, pattern: str = DAY) -> str:
    """Show a day; a moment as its day in Amsterdam."""
    local = value.astimezone(AMSTERDAM) if isinstance(value, datetime) else value
    return _apply(pattern, local)


def show_moment(value: datetime, pattern: str = MOMENT) -> str:
    """Show a moment, in Amsterdam."""
    return _apply(pattern, value.astimezone(AMSTERDAM))


def show_time(value: datetime, pattern: str = HOUR) -> str:
    """Show the time of a moment, in Amsterdam."""
    return _apply(pattern, value.astimezone(AMSTERDAM))


def show_number(value: float) -> str:
    """Show a number with the reader's own signs."""
    return format_decimal(value, locale=language())


def show_size(size: int) -> str:
    """Show how large a file is."""
    if size < KILO:
        return f"{size} B"
    amount, unit = (size / KILO, "kB") if size < KILO * KILO else (size / KILO / KILO, "MB")
    return f"{format_decimal(amount, '#,##0.#', locale=language())} {unit}"


def _apply(pattern: str, value: date | datetime) -> str:
    parsed, locale = _pattern(pattern, language())
    return parsed.apply(value, locale)


@cache
def _pattern(pattern: str, language: str) -> tuple[DateTimePattern, Locale]:
    """Parse a pattern once: Babel would do so for every date on a page."""
    return parse_pattern(pattern), Locale.parse(language)


def _frame() -> dict[str, Any]:
    found = viewer()
    return {
        "locale": language(),
        "viewer": None if found is None else _reader(found),
        "navigation": [] if found is None else navigation.menu(found.actor),
        "search_url": None if found is None else navigation.search_url(found.actor),
        "language_url": url_for("accounts.language", next=_here()),
    }


def _here() -> str | None:
    return request.full_path.rstrip("?") if request.method == "GET" and request.url_rule else None


def _reader(found: Viewer) -> Reader:
    roles = sorted(str(term(role)) for role in found.actor.roles)
    return Reader(found.name, ", ".join(roles), url_for("accounts.me"), url_for("accounts.sign_out"))
