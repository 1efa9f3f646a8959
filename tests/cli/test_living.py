"""The demo has a case that is going on today, whatever day it is."""

from datetime import UTC, date, datetime

import pytest

from caseflow.cli.living import REFERENCE, as_of, take_in_living
from tests.app_fixtures import signed_in_visitor
from tests.demo_bundles import import_demo_bundles


@pytest.fixture
def demo(app, clock):
    clock.set(datetime(2031, 5, 14, 9, tzinfo=UTC))
    import_demo_bundles(app)
    with app.app_context():
        take_in_living(app)
        take_in_living(app)
    return app


def test_days_move_and_birthdays_stay():
    moved = as_of('"2026-06-01" "2026-05-31T10:00:00+02:00" "2016-08-14"', date(2026, 6, 3))
    assert moved == '"2026-06-03" "2026-06-02T10:00:00+02:00" "2016-08-14"'


def test_partners_of_the_living_case_see_their_part_of_it_today(demo, clock):
    school = signed_in_visitor(demo, "anneke-postma", clock())
    page = school.get(f"/cases/{REFERENCE}/timeline")
    assert "opa Gijs of door de opvang" in page.text
    assert "Zeekraalpad" not in page.text
    assert "Ruben" not in page.text
    shelter = signed_in_visitor(demo, "chantal-dieters", clock())
    assert "Zeekraalpad 26" in shelter.get(f"/cases/{REFERENCE}/timeline").text
