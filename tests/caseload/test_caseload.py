"""The team lead's room: who holds what, and where it presses."""

import time
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from caseflow.clock import AMSTERDAM
from caseflow.db import db
from caseflow.models import Case, Milestone, PhaseChange, Team, User
from tests.statement_count import MOST, counted

OPENED = date(2025, 3, 1)
FAST = 2.0
"""How much of a processor a page over a whole team may take: not of the clock, which a busy machine stretches.
Unit: seconds."""


def table(page, caption: str) -> list[list[str]]:
    """Return the cells of a table."""
    found = next(one for one in page.main.find_all("table") if caption in one.find_all("caption")[0].text)
    rows = found.find_all("tbody")[0].find_all("tr")
    return [[cell.text for cell in row.find_all("th", "td")] for row in rows]


def test_each_director_of_the_team_stands_with_what_they_hold(story, sign_in, clock):
    clock.set(datetime(2025, 12, 1, 12, tzinfo=AMSTERDAM))
    page = sign_in("rob-steenhuis").get("/caseload")
    held = {row[0]: row[1] for row in table(page, "Per regisseur")}
    assert held == {"Claire Ottens": "3", "Sjoerd Haverkamp": "0"}, (
        "one case does not exist for Rob: he is excluded"
    )
    assert "WB-2025-001" not in page.whole_text
    other = {row[0]: row[1] for row in table(sign_in("tineke-faber").get("/caseload"), "Per regisseur")}
    assert other == {"Annelies Wouda": "1", "Mehmet Karaca": "2"}


def test_overdue_milestones_last_contact_and_follow_up_are_counted(story, sign_in, clock):
    clock.set(datetime(2025, 1, 26, 12, tzinfo=AMSTERDAM))
    page = sign_in("petra-zuidema").get("/caseload")
    ilse = next(row for row in table(page, "Per regisseur") if row[0] == "Ilse Brand")
    assert ilse == ["Ilse Brand", "0", "0", "0", "0", "1", "–", "1"]
    clock.set(datetime(2023, 2, 10, 12, tzinfo=AMSTERDAM))
    page = sign_in("petra-zuidema").get("/caseload")
    ilse = next(row for row in table(page, "Per regisseur") if row[0] == "Ilse Brand")
    assert ilse[1:5] == ["1", "1", "0", "0"]
    assert "OD-2023-004" in ilse[6]


def test_the_list_shows_open_or_closed_cases_of_one_director_or_all(story, sign_in, clock):
    clock.set(datetime(2025, 12, 1, 12, tzinfo=AMSTERDAM))
    lead = sign_in("tineke-faber")
    page = lead.get("/caseload")
    assert {row[1] for row in table(page, "casussen")} == {"Annelies Wouda", "Mehmet Karaca"}
    one = page.follow("Mehmet Karaca")
    assert {row[1] for row in table(one, "casussen")} == {"Mehmet Karaca"}
    closed = one.follow("Afgesloten")
    assert "Alleen de casussen van één regisseur." in closed.text
    assert closed.follow("Te laat").status == 200
    for odd in ("?director=x", "?page=-4", "?page=9999999999999", "?order=x", "?status=x", "?page=a"):
        assert lead.get(f"/caseload{odd}").status == 200, odd


def test_a_director_reads_whose_page_it_is_and_others_have_no_such_page(story, sign_in):
    assert "Deze pagina is voor de teamleider" in sign_in("ilse-brand").get("/caseload").text
    for key in ("lotte-prins", "anneke-postma", "astrid-kooiman", "ruud-sanders"):
        assert sign_in(key).get("/caseload").status == 404, key


def test_three_thousand_cases_take_few_statements_and_little_time(story, sign_in):
    _fill_team(story, 3000)
    lead = sign_in("petra-zuidema")
    lead.get("/caseload")
    with counted(story) as sent:
        began = time.process_time()
        page = lead.get("/caseload?order=overdue")
        took = time.process_time() - began
    assert "3.000 casussen" in page.text
    assert len(table(page, "casussen")) == 50
    assert len(sent) <= MOST, sent
    assert took < FAST


def _fill_team(app, count: int) -> None:
    """Give one director many cases, each with a phase, a milestone that is overdue and one that is to come."""
    with app.app_context(), Session(db.engine) as session:
        team = session.scalars(select(Team).where(Team.key == "icr-noord")).one()
        director_id = session.scalars(select(User.id).where(User.key == "marit-kloosterman")).one()
        of_team = {"organisation_id": team.organisation_id, "team_id": team.id, "director_id": director_id}
        cases = [
            of_team | {"id": uuid4(), "reference": f"OD-2025-{number:04}", "opened_on": OPENED, "version": 1}
            for number in range(count)
        ]
        phase = {"phase": "recovery", "from_on": OPENED, "position": 1}
        due = {"kind": "m14-baseline", "owner_id": director_id, "version": 1}
        days = (date(2025, 4, 1), date(2027, 4, 1))
        session.execute(insert(Case), cases)
        session.execute(insert(PhaseChange), [phase | _of(one) for one in cases])
        session.execute(
            insert(Milestone), [due | _of(one) | {"due_on": day} for one in cases for day in days]
        )
        session.commit()


def _of(case: dict) -> dict:
    return {"id": uuid4(), "case_id": case["id"]}
