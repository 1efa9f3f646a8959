"""Dates, times, numbers and sizes as a reader in Amsterdam reads them."""

from datetime import UTC, date, datetime

import pytest
from flask_babel import force_locale

from caseflow.web.templating import show_date, show_moment, show_number, show_size, show_time

SUMMER = datetime(2023, 7, 31, 22, 5, tzinfo=UTC)
WINTER = datetime(2023, 1, 1, 0, 30, tzinfo=UTC)


@pytest.fixture
def reads(story):
    """Show something in a language."""

    def shown(locale, show, *what):
        with story.test_request_context(), force_locale(locale):
            return show(*what)

    return shown


@pytest.mark.parametrize(
    ("locale", "show", "what", "says"),
    [
        ("nl", show_date, (date(2026, 3, 3),), "3 maart 2026"),
        ("en", show_date, (date(2026, 3, 3),), "3 March 2026"),
        ("nl", show_date, (date(2026, 3, 3), "dd-MM-y"), "03-03-2026"),
        ("nl", show_date, (SUMMER,), "1 augustus 2023"),
        ("nl", show_moment, (SUMMER,), "1 augustus 2023 00:05"),
        ("en", show_moment, (WINTER,), "1 January 2023 01:30"),
        ("nl", show_time, (WINTER,), "01:30"),
        ("nl", show_number, (12345.5,), "12.345,5"),
        ("en", show_number, (12345.5,), "12,345.5"),
        ("nl", show_size, (999,), "999 B"),
        ("nl", show_size, (1_536,), "1,5 kB"),
        ("en", show_size, (20_000_000,), "20 MB"),
    ],
)
def test_things_are_shown_as_the_reader_reads_them(reads, locale, show, what, says):
    assert reads(locale, show, *what) == says
