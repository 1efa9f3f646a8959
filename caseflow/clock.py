"""The one source of the present moment, so that everything else can be asked about any moment."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
"""The zone of what people read and of due dates. Stored times are UTC."""


def system_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def local_date(moment: datetime) -> date:
    """Return the calendar day in Amsterdam on which a moment falls."""
    return moment.astimezone(AMSTERDAM).date()
