"""Days that people fill in, as the moments from and until which something holds."""

from datetime import date, datetime, time, timedelta

from caseflow.clock import AMSTERDAM, local_date


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins in Amsterdam."""
    return datetime.combine(day, time(), AMSTERDAM)


def next_midnight(day: date) -> datetime:
    """Return the moment at which a day is over in Amsterdam."""
    return midnight(day + timedelta(days=1))


def from_moment(day: date, now: datetime) -> datetime:
    """Return from when: today is at once, a later day begins at midnight."""
    return now if day == local_date(now) else midnight(day)


def until_moment(day: date, before: datetime | None = None) -> datetime:
    """Return until when: the beginning of that day, or the moment that stood on it before."""
    if before is not None and local_date(before) == day:
        return before
    return midnight(day)
