"""The people of a case: added, looked up, corrected, taken out, and how they stand to each other."""

import pytest
from sqlalchemy import func, select

from caseflow.models import Milestone, Party, Person, Relationship
from tests.cases.story import PATH, statements, visitor_named

PARTIES = f"{PATH}/parties"
NOBODY = "00000000-0000-4000-8000-000000000000"


def add(page, **fields):
    return page.visitor.get(f"{page.path}/parties/new").submit(**fields)


@pytest.fixture
def family(opened_case):
    """The people page of a new case with a mother and a child in it."""
    add(
        opened_case,
        name="Vera Test",
        born_on="1990-05-01",
        gender="female",
        role="victim",
        from_on="2023-02-01",
    )
    return add(opened_case, name="Kim Test", born_on="2015-03-03", role="child_witness")


def option(page, name, words):
    select_box = next(one for one in page.root.find_all("select") if one.get("name") == name)
    return next(one.get("value") for one in select_box.find_all("option") if one.text == words)


def relate(page, here, kind, there, **fields):
    form = page.visitor.get(f"{page.path}/relationships/new")
    ends = {
        "from_party_id": option(form, "from_party_id", here),
        "to_party_id": option(form, "to_party_id", there),
    }
    return form.submit(kind=kind, **ends, **fields)


def test_people_and_relationships_that_are_added_show_on_the_page(family):
    page = relate(family, "Vera Test", "parent_of", "Kim Test", since="2015-03-03", note="Alone since 2020.")
    assert page.status == 200
    assert "Vera Test is a parent of Kim Test" in page.text
    assert "1 May 1990 32 years old" in page.text
    assert "parent of Kim Test" in page.follow("Vera Test").text
    assert "child of Vera Test" in page.follow("Kim Test").text


def test_a_first_contact_is_planned_with_who_joins_the_family(family, as_user):
    with as_user("ilse-brand") as session:
        added = set(session.scalars(select(Party.id).where(Party.key.is_(None))))
        planned = select(Milestone.party_id).where(Milestone.kind == "m02-first-contact")
        assert len(added) == 2
        assert added <= set(session.scalars(planned))


def test_a_person_of_another_case_is_found_by_name_and_joins(opened_case):
    page = opened_case.visitor.get(f"{opened_case.path}/parties/find").submit(name="lindem")
    assert "Tess Lindeman" in page.text
    assert "lindem" not in page.url.lower()
    joined = page.follow("Add: Tess Lindeman").submit(role="child_witness")
    assert "Tess Lindeman" in joined.text
    assert "Also in OD-2023-004" in joined.follow("Tess Lindeman").text


def test_somebody_of_a_hidden_case_is_not_found_and_cannot_join(at, look, ilse, as_user, story):
    with as_user("ilse-brand") as session:
        tess = session.scalars(select(Person.id).where(Person.name == "Tess Lindeman")).one()
    other = look("jeroen-kwakkel", "/cases/new").submit()
    assert "Nobody found" in other.visitor.get(f"{other.path}/parties/find").submit(name="Tess").text
    assert other.visitor.get(f"{other.path}/parties/known/{tess}").status == 404


def test_nobody_is_in_a_case_twice(ilse, as_user):
    with as_user("ilse-brand") as session:
        tess = session.scalars(select(Person.id).where(Person.name == "Tess Lindeman")).one()
    page = ilse.get(f"{PARTIES}/known/{tess}").submit()
    assert page.status == 422
    assert "This is in the case already." in page.errors[0]


WRONG_PEOPLE = [
    ({"name": ""}, "Fill in a name"),
    ({"name": "n" * 201}, "This is too long"),
    ({"name": "N\x00"}, "cannot be stored"),
    ({"name": "N", "born_on": "2023-02-08"}, "This day has yet to come"),
    ({"name": "N", "born_on": "2023-02-30"}, "Fill in a date"),
    ({"name": "N", "gender": "x"}, "Choose from the list"),
    ({"name": "N", "role": "king"}, "Choose from the list"),
    ({"name": "N", "role": "victim", "source": NOBODY}, "Choose from the list"),
]


def test_a_person_that_cannot_be_is_refused_beside_the_field(opened_case, as_user):
    for fields, words in WRONG_PEOPLE:
        page = add(opened_case, **fields)
        assert page.status == 422, fields
        assert any(words in error for error in page.errors), (fields, page.errors)
    with as_user("ilse-brand") as session:
        assert session.scalar(select(func.count()).select_from(Party)) == 7


def test_of_two_who_correct_a_person_the_second_sees_both(ilse, story, clock):
    path = ilse.get(PARTIES).links["Greet Veerstra"] + "/edit"
    mine, hers = ilse.get(path), visitor_named(story, clock, "petra-zuidema").get(path)
    assert hers.submit(name="Greet Veerstra-Bos").status == 200
    late = mine.submit(name="Greta Veerstra")
    assert late.status == 409
    assert "Greet Veerstra-Bos" in late.text
    assert late.values(late.form_with("name"))["name"] == ["Greta Veerstra"]
    assert late.submit(name="Greta Veerstra-Bos").heading == "Greta Veerstra-Bos"


def test_somebody_cannot_have_died_before_their_birth(ilse):
    path = ilse.get(PARTIES).links["Greet Veerstra"] + "/edit"
    assert "lies before the first day" in ilse.get(path).submit(died_on="1950-01-01").errors[0]


def test_a_role_begins_ends_once_and_keeps_its_past(ilse):
    person = ilse.get(PARTIES).follow("Greet Veerstra")
    person = person.follow("Add a role").submit(role="carer", from_on="2023-02-01")
    role, left_open = person.follow("End or remove: Carer"), person.follow("End or remove: Carer")
    assert "lies before the first day" in role.submit(until_on="2023-01-01").errors[0]
    ended = role.submit(until_on="2023-02-05")
    assert "Carer 01-02-2023 05-02-2023" in ended.text
    again = left_open.submit(until_on="2023-02-06")
    assert "This has ended already" in again.errors[0]
    assert "Carer" not in ended.follow("End or remove: Carer").submit(button="Remove the role").text


def test_who_the_file_is_about_cannot_be_taken_out_and_the_page_says_why(ilse, as_user):
    page = ilse.get(PARTIES).follow("Bas Lindeman").follow("Take this person out of the case")
    assert "relationships" in page.text
    refused = ilse.post(page.path)
    assert refused.status == 422
    with as_user("ilse-brand") as session:
        assert session.scalar(select(func.count()).select_from(Party)) == 7


def test_links_that_are_over_do_not_count_as_partners_who_may_read_about_somebody(at, look):
    at("2024-03-01 12:00")
    links = look("ilse-brand", PARTIES).links
    page = f"{next(where for words, where in links.items() if words.startswith('Noor'))}/remove"
    assert "may read about them" in look("ilse-brand", page).text
    at("2030-03-01 12:00")
    later = look("ilse-brand", page).text
    assert "may read about them" not in later
    assert "not run now" in later
    assert "This cannot be done" in later


def test_who_was_added_by_mistake_disappears_for_good(family, as_user):
    page = (
        family.follow("Kim Test")
        .follow("Take this person out of the case")
        .submit(button="Take out of the case")
    )
    assert "Kim Test" not in page.text
    with as_user("ilse-brand") as session:
        assert session.scalar(select(Person.id).where(Person.name == "Kim Test")) is None
    assert "Nobody found" in family.visitor.get(f"{PARTIES}/find").submit(name="Kim Test").text


def test_who_is_in_another_case_too_stays_there(opened_case):
    found = opened_case.visitor.get(f"{opened_case.path}/parties/find").submit(name="Greet")
    joined = found.follow("Add: Greet Veerstra").submit()
    gone = (
        joined.follow("Greet Veerstra")
        .follow("Take this person out of the case")
        .submit(button="Take out of the case")
    )
    assert "Greet Veerstra" not in gone.text
    assert "Greet Veerstra" in opened_case.visitor.get(PARTIES).text


WRONG_RELATIONSHIPS = [
    ("Vera Test", {}, "nobody has a relationship with themselves"),
    ("Kim Test", {"since": "2020-01-02", "until": "2020-01-01"}, "lies before the first day"),
    ("Kim Test", {"kind": "enemy"}, "Choose from the list"),
]


def test_a_relationship_that_cannot_be_is_refused(family):
    for there, fields, words in WRONG_RELATIONSHIPS:
        page = relate(family, "Vera Test", **({"kind": "parent_of"} | fields), there=there)
        assert page.status == 422, fields
        assert any(words in error for error in page.errors), (fields, page.errors)


def test_a_party_of_another_case_is_no_end_of_a_relationship(family, as_user):
    with as_user("ilse-brand") as session:
        stranger = session.scalars(select(Party.id).where(Party.key == "bas")).one()
    form = family.visitor.get(f"{family.path}/relationships/new")
    page = form.submit(
        from_party_id=option(form, "from_party_id", "Vera Test"), kind="friend", to_party_id=str(stranger)
    )
    assert page.status == 422


def test_the_same_relationship_is_not_written_down_twice(family):
    relate(family, "Vera Test", "sibling", "Kim Test", since="2015-03-03")
    assert relate(family, "Kim Test", "sibling", "Vera Test", since="2016-01-01").status == 422
    relate(family, "Vera Test", "parent_of", "Kim Test", until="2020-01-01")
    assert relate(family, "Vera Test", "parent_of", "Kim Test", since="2020-01-01").status == 200


def test_of_two_who_change_a_relationship_the_second_sees_both(ilse, story, clock):
    words = "Change: Greet Veerstra supports Mirjam Veerstra"
    mine = ilse.get(PARTIES).follow(words)
    hers = visitor_named(story, clock, "petra-zuidema").get(PARTIES).follow(words)
    removing = mine.follow("Remove this relationship")
    hers.submit(note="Every evening.")
    late = mine.submit(note="Twice a week.")
    assert late.status == 409
    assert "Every evening." in late.text
    assert "Twice a week." in late.text
    assert removing.submit(button="Remove the relationship").status == 409
    assert "Every evening, by phone." in late.submit(note="Every evening, by phone.").text


def test_a_relationship_that_was_a_mistake_disappears(ilse, as_user):
    page = ilse.get(PARTIES).follow("Change: Greet Veerstra supports Mirjam Veerstra")
    page.follow("Remove this relationship").submit(button="Remove the relationship")
    with as_user("ilse-brand") as session:
        kinds = set(session.scalars(select(Relationship.kind)))
    assert kinds
    assert "supports" not in kinds


def test_nothing_of_another_case_is_reached_through_this_one(family, ilse):
    person = ilse.get(PARTIES).links["Tess Lindeman"].rsplit("/", 1)[1]
    relationship = (
        ilse.get(PARTIES).links["Change: Greet Veerstra supports Mirjam Veerstra"].rsplit("/", 1)[1]
    )
    for path in (
        person,
        f"{person}/edit",
        f"{person}/remove",
        f"{person}/roles/new",
        f"relationships/{relationship}",
        NOBODY,
    ):
        assert ilse.get(f"{family.path}/{path}").status == 404, path


def test_the_people_page_takes_few_statements(ilse):
    with statements() as seen:
        ilse.get(PARTIES)
    assert len(seen) <= 12
