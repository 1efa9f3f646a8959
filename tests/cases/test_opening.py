"""Opening a case, and saying what it is about."""

import re
from datetime import date

from sqlalchemy import func, select

from caseflow.cases.opening import initials, new_reference
from caseflow.cases.queries import get_case
from caseflow.models import Case, CaseBrief, Milestone, PhaseChange
from tests.cases.story import visitor_named

REFERENCE = re.compile(r"GO-2023-[23456789BCDFGHJKMNPQRTVWXZ]{6}")


def reference_of(page):
    return page.path.rsplit("/", 1)[1]


def test_a_director_opens_a_case_and_lands_on_it(opened_case):
    assert opened_case.status == 200
    assert REFERENCE.fullmatch(reference_of(opened_case))
    assert "Nobody is in the case yet" in opened_case.text
    assert "Immediate safety since 1 February 2023" in opened_case.text
    assert reference_of(opened_case) in opened_case.visitor.get("/cases").text


def test_what_the_method_asks_for_is_planned_at_once(opened_case, as_user):
    with as_user("ilse-brand") as session:
        case = get_case(session, reference_of(opened_case))
        kinds = set(session.scalars(select(Milestone.kind).where(Milestone.case_id == case.id)))
        phase = session.scalars(select(PhaseChange.phase).where(PhaseChange.case_id == case.id)).one()
    assert {"m11-safety-plan", "m13-system-analysis", "m14-baseline"} <= kinds
    assert phase == "immediate_safety"


def test_only_the_day_and_the_director_are_needed(ilse):
    page = ilse.get("/cases/new").submit()
    assert page.heading == "Overview"


def test_the_lead_of_the_team_sees_the_new_case_and_others_do_not(opened_case, look):
    path = opened_case.path
    assert look("petra-zuidema", path).status == 200
    for other in ("marit-kloosterman", "jeroen-kwakkel", "rosa-tjin", "esther-hoving", "lotte-prins"):
        assert look(other, path).status == 404


def test_a_team_lead_opens_a_case_for_a_director_of_the_team(at, look):
    at("2023-02-07 12:00")
    form = look("petra-zuidema", "/cases/new")
    options = {one.text: one.get("value") for one in form.root.find_all("option")}
    page = form.submit(director=options["Marit Kloosterman"])
    assert "Director Marit Kloosterman" in page.whole_text
    assert "Ilse Brand" in options
    assert "Jeroen Kwakkel" not in options


def test_who_opens_no_cases_finds_no_form(at, look):
    at("2023-02-07 12:00")
    for who in ("esther-hoving", "lotte-prins", "ruud-sanders", "astrid-kooiman"):
        assert look(who, "/cases/new").status == 404


WRONG = [
    ("opened_on", "2023-02-08", "This day has yet to come"),
    ("opened_on", "", "Fill in the day on which direction starts"),
    ("opened_on", "yesterday", "Fill in a date, such as 3-3-2026"),
    ("opened_on", "0001-01-01", "Fill in a date, such as 3-3-2026"),
    ("director", "00000000-0000-4000-8000-000000000000", "Choose from the list"),
    ("director", "x", "Choose from the list"),
    ("team", "", "Choose"),
    ("brought_in_by", "00000000-0000-4000-8000-000000000000", "Choose from the list"),
    ("goal", "a" * 20_001, "This is too long. Use at most 20000 characters"),
    ("goal", "nul\x00", "cannot be stored"),
    ("municipality", "\ufffe", "cannot be stored"),
]


def test_what_is_not_right_is_said_beside_the_field_and_nothing_is_written(ilse, as_user):
    for field, value, words in WRONG:
        typed = {"opened_on": "2023-02-01", "problem_statement": "What I typed stays.", field: value}
        page = ilse.get("/cases/new").submit(**typed)
        assert page.status == 422, (field, value)
        assert any(words in error for error in page.errors), (field, value, page.errors)
        assert "What I typed stays." in page.text
    with as_user("ilse-brand") as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 1


def test_a_form_that_is_sent_twice_opens_one_case(ilse, as_user):
    form = ilse.get("/cases/new")
    first, second = form.submit(), form.submit()
    assert first.path == second.path
    with as_user("ilse-brand") as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 2


def test_a_reference_tells_nothing_but_organisation_and_year():
    assert initials("Gemeente Oosterdelta") == "GO"
    assert initials("Súdwest-Fryslân én omstreken") == "SFEO"
    assert initials("Ελλάδα") == "CF"
    drawn = {new_reference("Gemeente Oosterdelta", date(2023, 2, 1)) for _ in range(200)}
    assert len(drawn) == 200
    assert all(REFERENCE.fullmatch(reference) for reference in drawn)


def test_of_two_who_change_what_it_is_about_the_second_sees_both_texts(ilse, story, clock, as_user):
    path = "/cases/OD-2023-004/brief"
    mine, hers = ilse.get(path), visitor_named(story, clock, "petra-zuidema").get(path)
    assert hers.submit(goal="Everyone is safe.").status == 200
    late = mine.submit(goal="The children sleep well.")
    assert late.status == 409
    assert "Everyone is safe." in late.text
    assert "The children sleep well." in late.text
    assert late.submit(goal="Everyone is safe and sleeps well.").heading == "Overview"
    with as_user("ilse-brand") as session:
        assert "Everyone is safe and sleeps well." in session.scalars(select(CaseBrief.goal)).all()
