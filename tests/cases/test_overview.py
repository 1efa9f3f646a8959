"""The overview says how it stands at the moment of asking."""

import pytest
from sqlalchemy import select

from caseflow.cases.overview import overview_of
from caseflow.cases.queries import get_case
from caseflow.models import AuditRow
from caseflow.models.vocabulary import Category
from tests.cases.story import PATH, STORY, statements


def safety_at(moment, at, as_user):
    at(moment)
    with as_user("ilse-brand") as session:
        return overview_of(session, get_case(session, STORY)).safety


@pytest.mark.parametrize(
    ("moment", "running"), [("2023-02-10 22:39", ["home_ban"]), ("2023-02-10 22:40", [])]
)
def test_the_home_ban_ends_by_itself_to_the_minute(moment, running, at, as_user):
    assert [one.kind for one in safety_at(moment, at, as_user).measures] == running


def test_the_second_safety_plan_takes_the_place_of_the_first(at, as_user):
    assert safety_at("2023-02-07 12:00", at, as_user).plan.version == 1
    assert safety_at("2023-02-10 22:39", at, as_user).plan.version == 2


def test_the_last_violence_is_shown_with_its_severity_and_the_broken_measure(at, as_user):
    incident = safety_at("2023-02-06 12:00", at, as_user).incident
    assert (incident.severity, incident.is_breach, incident.is_recent) == (2, True, True)
    assert not safety_at("2023-04-19 18:00", at, as_user).incident.is_recent


def test_violence_that_was_refuted_does_not_count(at, as_user):
    incident = safety_at("2023-12-01 12:00", at, as_user).incident
    assert incident.occurred_at.date().isoformat() == "2023-09-05"


@pytest.mark.parametrize(
    ("moment", "phase", "status"),
    [
        ("2023-01-16 12:00", "immediate_safety", "open"),
        ("2023-07-12 12:00", "risk_led_care", "open"),
        ("2023-09-05 22:00", "immediate_safety", "open"),
        ("2024-07-23 17:00", "recovery", "closed"),
        ("2025-05-12 12:00", "immediate_safety", "open"),
    ],
)
def test_phase_and_status_are_those_of_the_day(moment, phase, status, at, as_user):
    at(moment)
    with as_user("petra-zuidema") as session:
        case = get_case(session, STORY)
    assert (case.phase, case.status, case.seated) == (phase, status, True)


def test_a_sealed_text_is_not_on_the_overview(at, look):
    at("2023-02-07 12:00")
    for who in ("ilse-brand", "karin-boelens", "chantal-dieters"):
        text = look(who, PATH).text
        assert "Ilse Brand" in text
        assert "Duindoornhof" not in text


def test_the_overview_takes_at_most_twelve_statements(ilse):
    with statements() as seen:
        ilse.get(PATH)
    assert len(seen) <= 12


def test_reading_the_overview_is_written_down(ilse, as_user):

    page = ilse.get(PATH)
    assert page.status == 200
    with as_user("ilse-brand") as session:
        row = session.scalars(select(AuditRow).where(AuditRow.act == "overview.read")).one()
        assert row.through == "seat:director"
        assert len(row.party_ids.split()) == 7
        assert len(row.entry_ids.split()) >= 5


def test_a_partner_reads_their_categories_in_the_order_of_the_field(at, as_user):
    at("2023-06-01 12:00")
    with as_user("stefan-ruiter") as session:
        scopes = overview_of(session, get_case(session, STORY)).own_scopes
    opened = [list(categories) for scope in scopes for categories in scope.categories.values()]
    assert opened == [sorted(categories, key=[*Category].index) for categories in opened]
    assert any(categories != sorted(categories) for categories in opened), "which is not that of the alphabet"
