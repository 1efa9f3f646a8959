"""Terms in Dutch law: working days, public holidays, and how a term that ends on a day off moves.

Source: Algemene termijnenwet, articles 1 and 3. A maximum (a home ban, a retention term) never moves.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

SATURDAY = 5
"""The number of Saturday, where Monday is 0."""


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Return the days that the law counts as public holidays, Good Friday among them (art. 3)."""
    easter_sunday = easter(year)
    moving = (-2, 0, 1, 39, 49, 50)  # Good Friday, Easter, Ascension Day, Whitsun
    return frozenset(
        {
            date(year, 1, 1),
            _kings_day(year),
            date(year, 5, 5),
            date(year, 12, 25),
            date(year, 12, 26),
            *(easter_sunday + timedelta(days=offset) for offset in moving),
        }
    )


def _kings_day(year: int) -> date:
    """King's Day is 27 April, or the 26th when the 27th is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() > SATURDAY else day


def is_working_day(day: date) -> bool:
    """Whether a day is neither in a weekend nor a public holiday."""
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def next_working_day(day: date) -> date:
    """Return the day itself, or the first working day after it (art. 1)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def after_working_days(day: date, count: int) -> date:
    """Return the day that lies a number of working days later."""
    for _ in range(count):
        day = next_working_day(day + timedelta(days=1))
    return day


def after_months(day: date, count: int) -> date:
    """Return the end of a term of months, moved off weekends and holidays."""
    return next_working_day(day + relativedelta(months=count))


def after_weeks(day: date, count: int) -> date:
    """Return the end of a term of weeks, moved off weekends and holidays."""
    return next_working_day(day + timedelta(weeks=count))
