"""The list of cases by director and by phase, and what stands on its second page."""

import json
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.cases.listing import PAGE
from caseflow.db import db
from caseflow.models import Case, PhaseChange, User
from caseflow.models.vocabulary import Phase
from tests.casefile.conftest import value_of
from tests.cases.test_list_and_today import shown
from tests.demo_bundles import DEMO

MOMENT = "2025-12-01 12:00"
ALL = "/cases?status=all"
OF_THE_TEAM = [
    one
    for one in json.loads((DEMO / "small-town.json").read_text(encoding="utf-8"))["cases"]
    if one["team"] == "polder" and one["reference"] != "WB-2025-001"
]
"""The cases that exist for Rob Steenhuis on that day."""


@pytest.fixture
def rob(at, look):
    """The list of all cases of a team lead."""
    at(MOMENT)
    page = look("rob-steenhuis", ALL)
    assert shown(page) == sorted(one["reference"] for one in OF_THE_TEAM)
    return page


@pytest.mark.parametrize(
    ("name", "key"), [("Claire Ottens", "claire-ottens"), ("Sjoerd Haverkamp", "sjoerd-haverkamp")]
)
def test_a_team_lead_sees_the_cases_of_one_director(rob, name, key):
    found = rob.submit(button="Show", director=value_of(rob, "director", name))
    expected = sorted(one["reference"] for one in OF_THE_TEAM if one["director"] == key)
    assert len(expected) in range(2, len(OF_THE_TEAM))
    assert shown(found) == expected


@pytest.mark.parametrize("phase", ["immediate_safety", "risk_led_care", "recovery"])
def test_the_list_shows_the_cases_that_are_in_a_phase_now(rob, phase):
    found = rob.submit(button="Show", phase=phase)
    expected = sorted(one["reference"] for one in OF_THE_TEAM if one["phases"][-1]["phase"] == phase)
    assert len(expected) in range(2, len(OF_THE_TEAM))
    assert shown(found) == expected


def test_filters_are_all_asked_at_once_and_stay_filled_in(rob):
    claire = value_of(rob, "director", "Claire Ottens")
    found = rob.submit(button="Show", director=claire, phase="immediate_safety", status="open")
    assert shown(found) == ["WB-2025-003"]
    filled = found.values(found.form_with("director", "phase"))
    assert (filled["director"], filled["phase"], filled["status"]) == (
        [claire],
        ["immediate_safety"],
        ["open"],
    )


def test_a_director_of_another_team_cannot_be_asked_for(rob, as_user):
    with as_user("tineke-faber") as session:
        mehmet = session.scalars(select(User.id).where(User.key == "mehmet-karaca")).one()
    absent = rob.visitor.get(f"{ALL}&director=00000000-0000-0000-0000-000000000000")
    other = rob.visitor.get(f"{ALL}&director={mehmet}")
    assert shown(other) == shown(absent) == shown(rob)
    assert "Mehmet Karaca" not in other.whole_text


def many_more(story, count):
    """Let Sjoerd have this many more cases, all in recovery, and return their references."""
    references = [f"WB-2020-{number:03}" for number in range(1, count + 1)]
    with story.app_context(), Session(db.engine) as session:
        known = session.scalars(select(Case).where(Case.reference == "WB-2024-001")).one()
        cases = [
            Case(
                reference=reference,
                organisation_id=known.organisation_id,
                team_id=known.team_id,
                director_id=known.director_id,
                opened_on=date(2020, 3, 2),
            )
            for reference in references
        ]
        session.add_all(cases)
        session.flush()
        session.add_all(
            PhaseChange(case_id=one.id, phase=Phase.RECOVERY, from_on=one.opened_on, position=0)
            for one in cases
        )
        session.commit()
    return references


def test_the_second_page_goes_on_where_the_first_ends_and_keeps_the_filters(rob, story):
    assert "Next" not in rob.links
    more = many_more(story, PAGE)
    sjoerd = value_of(rob, "director", "Sjoerd Haverkamp")
    first = rob.submit(button="Show", director=sjoerd, phase="recovery")
    assert shown(first) == more
    second = first.follow("Next")
    assert shown(second) == ["WB-2023-003"]
    assert "51 cases" in first.whole_text
    assert "51 cases" in second.whole_text
    assert "Next" not in second.links
    assert shown(second.follow("Previous")) == more


def test_sorting_goes_over_all_pages(rob, story):
    everything = sorted([*shown(rob), *many_more(story, PAGE)], reverse=True)
    first = rob.visitor.get(f"{ALL}&sort=reference&desc=1")
    assert shown(first) == everything[:PAGE]
    assert shown(first.follow("Next")) == everything[PAGE:]
