"""Terms end on the day that Dutch law and the method say."""

from datetime import date

import pytest

from caseflow.schedule import calendar
from caseflow.schedule import milestones as schedule


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2023, 4, 7), False),  # Good Friday
        (date(2023, 4, 10), False),  # Easter Monday
        (date(2025, 4, 26), False),  # King's Day, because the 27th is a Sunday (and a Saturday itself)
        (date(2023, 4, 27), False),
        (date(2023, 5, 5), False),
        (date(2023, 5, 18), False),  # Ascension Day
        (date(2023, 5, 29), False),  # Whit Monday
        (date(2023, 12, 26), False),
        (date(2023, 12, 27), True),
        (date(2023, 1, 14), False),  # a Saturday
        (date(2023, 1, 16), True),
    ],
)
def test_weekends_and_public_holidays_are_no_working_days(day, working):
    assert calendar.is_working_day(day) is working


def test_three_working_days_skip_the_weekend():
    assert calendar.after_working_days(date(2023, 1, 19), 3) == date(2023, 1, 24)


def test_a_case_opened_on_16_january_2023_is_due_as_the_method_says():
    due = {(item.kind, item.on) for item in schedule.on_opening(date(2023, 1, 16))}
    assert due == {
        ("m11-safety-plan", date(2023, 1, 19)),
        ("m10-data-subjects-informed", date(2023, 2, 13)),
        ("m14-baseline", date(2023, 2, 27)),
        ("m13-system-analysis", date(2023, 3, 13)),
        ("m17-resources-check", date(2023, 4, 17)),
    }


def test_follow_up_ends_on_working_days():
    days = [item.on for item in schedule.on_closing(date(2025, 6, 20))]
    assert days == [
        date(2025, 9, 22),
        date(2025, 12, 22),
        date(2026, 6, 22),
        date(2026, 12, 21),
        date(2027, 6, 21),
    ]
    days = [item.on for item in schedule.on_closing(date(2024, 7, 23))]
    assert days == [
        date(2024, 10, 23),
        date(2025, 1, 23),
        date(2025, 7, 23),
        date(2026, 1, 23),
        date(2026, 7, 23),
    ]


def test_a_term_that_ends_on_christmas_eve_saturday_moves_past_the_holidays():
    assert calendar.after_months(date(2022, 6, 24), 6) == date(2022, 12, 27)


def test_a_safety_plan_is_evaluated_every_three_months():
    days = [item.on for item in schedule.on_done("m11-safety-plan", date(2023, 1, 19), date(2023, 1, 19))]
    assert days == [date(2023, 4, 19), date(2023, 7, 19), date(2023, 10, 19), date(2024, 1, 19)]


def test_vt_monitoring_after_eighteen_months_moves_from_saturday_to_monday():
    assert calendar.after_months(date(2023, 3, 28), 18) == date(2024, 9, 30)
