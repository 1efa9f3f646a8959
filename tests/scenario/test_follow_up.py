"""A case that was closed is followed for two years; what lapsed when it was reopened stays, and is never late."""

import pytest

from tests.scenario.reading import CLOSE, MILESTONES, rows

FOLLOW_UP = "Nazorg na het afsluiten"


def test_a_closed_case_says_why_and_is_followed_for_two_years(look):
    page = look("2024-07-23 18:00", "ilse-brand", CLOSE)
    assert "Stabiel veilig" in page.text
    assert "Petra Zuidema" in page.text
    assert "niet heropend" in page.text
    milestones = look("2024-07-23 18:00", "ilse-brand", MILESTONES)
    assert not rows(milestones, "Te laat")
    days = ("23 oktober 2024", "23 januari 2025", "23 juli 2025", "23 januari 2026", "23 juli 2026")
    for day in days:
        assert f"{FOLLOW_UP} Uiterlijk {day}" in milestones.text


def test_closed_again_it_is_followed_from_the_second_closing(look):
    milestones = look("2025-06-20 18:00", "ilse-brand", MILESTONES)
    coming = [row for row in rows(milestones, "Komt nog") if FOLLOW_UP in row]
    days = ("22 september 2025", "22 december 2025", "22 juni 2026", "21 december 2026", "21 juni 2027")
    assert len(coming) == 5
    assert all(f"Uiterlijk {day}" in row for day, row in zip(days, coming, strict=True))


@pytest.mark.parametrize("day", ["2025-07-24", "2026-01-24", "2026-07-24", "2028-01-01"])
def test_follow_up_that_lapsed_stays_in_the_list_and_is_never_late(look, day):
    milestones = look(f"{day} 12:00", "ilse-brand", MILESTONES)
    lapsed = ("23 juli 2025", "23 januari 2026", "23 juli 2026")
    kept = [row for row in rows(milestones, "Hoeft niet") if FOLLOW_UP in row]
    assert all(any(f"Uiterlijk {one}" in row for row in kept) for one in lapsed)
    assert not any(f"Uiterlijk {one}" in row for row in rows(milestones, "Te laat") for one in lapsed)


@pytest.mark.parametrize(
    ("day", "heading", "words"),
    [
        ("2025-01-22", "Komt nog", "Uiterlijk 23 januari 2025"),
        ("2025-01-23", "Vandaag", "Uiterlijk 23 januari 2025"),
        ("2025-01-24", "Te laat", "Uiterlijk 23 januari 2025 (1 dag te laat)"),
        ("2025-01-26", "Te laat", "Uiterlijk 23 januari 2025 (3 dagen te laat)"),
        ("2025-01-27", "Gedaan", "Uiterlijk 23 januari 2025, gedaan 27 januari 2025 (4 dagen te laat)"),
    ],
)
def test_the_second_follow_up_was_done_four_days_late(look, day, heading, words):
    page = look(f"{day} 12:00", "ilse-brand", MILESTONES)
    (second,) = [row for row in rows(page, heading) if FOLLOW_UP in row and "23 januari 2025" in row]
    assert words in second
    assert len(rows(page, "Te laat")) == (heading == "Te laat")
