"""An edit of what is no entry keeps what stood before, with who and when, for the seats of the case."""

import pytest
from sqlalchemy import select

from caseflow.models import AuditRow, EarlierText
from tests.cases.story import PATH, statements

NOBODY = "00000000-0000-4000-8000-000000000000"


def test_a_brief_keeps_what_it_said_before_with_who_and_when(ilse):
    form = ilse.get(f"{PATH}/brief")
    assert "Earlier versions" not in form.links
    form.submit(goal="Everybody sleeps at home, and safely.")
    page = ilse.get(f"{PATH}/brief").follow("Earlier versions")
    assert "What we want to achieve" in page.text
    assert "Everybody sleeps at home, and safely." in page.text
    assert "Changed by Ilse Brand, 7 February 2023 12:00" in page.text
    assert "What is going on" not in page.text, "that did not change"


def test_two_edits_give_two_versions_the_latest_first(ilse):
    for goal in ("The first goal.", "The second goal."):
        ilse.get(f"{PATH}/brief").submit(goal=goal)
    page = ilse.get(f"{PATH}/brief/earlier")
    assert [one.text for one in page.root.find_all("h2") if one.text.startswith("Version")] == [
        "Version 2",
        "Version 1",
    ]
    latest, first = page.root.find_all("table")
    assert "The first goal." in latest.text
    assert "The second goal." in latest.text
    assert "The first goal." in first.text
    assert "The second goal." not in first.text


def test_saving_what_stands_already_keeps_nothing(ilse):
    ilse.get(f"{PATH}/brief").submit()
    assert "Nothing was changed yet" in ilse.get(f"{PATH}/brief/earlier").text


def test_an_edit_that_is_too_late_keeps_nothing(ilse):
    first, second = ilse.get(f"{PATH}/brief"), ilse.get(f"{PATH}/brief")
    first.submit(goal="The first goal.")
    assert second.submit(goal="The second goal.").status == 409
    assert "Version 2" not in ilse.get(f"{PATH}/brief/earlier").text


def test_an_earlier_text_is_sealed_and_stays_in_its_own_row(ilse, as_user):
    ilse.get(f"{PATH}/brief").submit(goal="The first goal.")
    with as_user("ilse-brand") as session:
        kept = session.scalars(select(EarlierText)).one()
        assert '"goal": ' in str(kept.said)
        assert b"goal" not in kept.said_sealed


@pytest.mark.parametrize(
    "path", ["brief", *(f"{one}/{NOBODY}" for one in ("parties", "partners", "milestones"))]
)
@pytest.mark.parametrize("who", ["karin-boelens", "astrid-kooiman"])
def test_who_has_no_seat_finds_no_earlier_text(ilse, look, path, who):
    ilse.get(f"{PATH}/brief").submit(goal="The first goal.")
    assert look(who, f"{PATH}/{path}/earlier").status == 404


def test_looking_at_earlier_texts_is_written_down_and_costs_few_statements(ilse, as_user):
    ilse.get(f"{PATH}/brief").submit(goal="The first goal.")
    ilse.get(f"{PATH}/brief/earlier")
    with statements() as sent:
        assert ilse.get(f"{PATH}/brief/earlier").status == 200
    assert len([one for one in sent if one.startswith(("SELECT", "WITH"))]) <= 12
    with as_user("ilse-brand") as session:
        assert "earlier.read" in set(session.scalars(select(AuditRow.act)))
