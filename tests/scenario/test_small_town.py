"""The second municipality on the first of December 2025: what is open there, what is late, and who may look."""

import pytest

from tests.pages import Page
from tests.scenario.reading import rows

MOMENT = "2025-12-01 12:00"
OPEN = {
    "annelies-wouda": {"WB-2024-004"},
    "mehmet-karaca": {"WB-2024-002", "WB-2025-002"},
    "sjoerd-haverkamp": {"WB-2025-001"},
    "claire-ottens": {"WB-2023-001", "WB-2023-005", "WB-2025-003"},
}
EVALUATION, AFTERCARE = "Plan evalueren met iedereen", "Nazorg na het afsluiten"
LATE = {
    "annelies-wouda": {"WB-2024-004": [EVALUATION]},
    "mehmet-karaca": {"WB-2024-002": [EVALUATION, "Derde meting (T2)"], "WB-2025-002": [EVALUATION]},
    "sjoerd-haverkamp": {"WB-2024-001": [AFTERCARE], "WB-2025-001": [EVALUATION]},
    "claire-ottens": {
        "WB-2023-001": [EVALUATION],
        "WB-2024-003": [AFTERCARE],
        "WB-2025-003": ["Eerste systeemanalyse", "Startmeting (T0)"],
    },
}


def references(page: Page) -> set[str]:
    """Return the references of the cases on a list."""
    return {link.text for link in page.main.find_all("a") if link.text.startswith("WB-")}


def test_there_are_twenty_four_cases_of_which_seven_are_open(look):
    lists = {
        status: [references(look(MOMENT, key, f"/cases?status={status}")) for key in OPEN]
        for status in ("all", "open")
    }
    assert len(set.union(*lists["all"])) == sum(map(len, lists["all"])) == 24
    assert set.union(*lists["open"]) == set.union(*OPEN.values())


@pytest.mark.parametrize("key", OPEN)
def test_each_director_has_these_cases_open_and_these_milestones_late(look, key):
    assert references(look(MOMENT, key, "/cases?status=open")) == OPEN[key]
    late = {}
    for reference in references(look(MOMENT, key, "/cases?status=all")):
        found = rows(look(MOMENT, key, f"/cases/{reference}/milestones"), "Te laat")
        if found:
            late[reference] = sorted(row.split(" Uiterlijk")[0] for row in found)
    assert late == {reference: sorted(titles) for reference, titles in LATE[key].items()}


def test_follow_up_that_is_due_that_day_is_not_late(look):
    page = look(MOMENT, "mehmet-karaca", "/cases/WB-2022-002/milestones")
    assert not rows(page, "Te laat")
    (today,) = rows(page, "Vandaag")
    assert today.startswith(f"{AFTERCARE} Uiterlijk 1 december 2025")


def test_the_lead_who_is_family_of_somebody_in_a_case_has_no_such_case(look):
    path = "/cases/WB-2025-001"
    assert look("2025-02-12 08:59", "rob-steenhuis", path).status == 200
    for moment in ("2025-02-12 09:00", MOMENT):
        assert look(moment, "rob-steenhuis", path).status == 404
        assert "WB-2025-001" not in look(moment, "rob-steenhuis", "/cases?status=all").whole_text


def test_a_deputy_stands_in_for_four_weeks_and_no_longer(look):
    path = "/cases/WB-2024-002"
    for moment, status in (
        ("2025-07-13 23:59", 404),
        ("2025-07-14 00:00", 200),
        ("2025-08-10 23:59", 200),
        ("2025-08-11 00:00", 404),
    ):
        assert look(moment, "annelies-wouda", path).status == status, moment
