"""An edit of what is no entry keeps what stood before, with who and when, for the seats of the case alone."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from caseflow.access.system import system_session
from caseflow.casefile.rotation import rotate
from caseflow.models import AuditRow, Case, EarlierText, Exclusion, Milestone, Party, Person, User
from caseflow.sealing import Keyring, use_keyring
from tests.app_fixtures import KEYS
from tests.cases.story import PATH, STORY, statements, visitor_named
from tests.pages import Page, Visitor

MOST = 12
"""The most statements of a page."""


@dataclass(frozen=True)
class Edited:
    """Something of the case of the story that people edit: its page, and what they write in a text of it."""

    find: Callable[[Visitor], Page]
    field: str
    term: str
    called: str
    texts: tuple[str, str] = ("The first words.", "The second words.")
    page: str = ""
    because: tuple[tuple[str, str], ...] = ()
    """What has to be said beside it."""

    def write(self, form: Page, text: str) -> Page:
        """Send the form with something else in it."""
        return form.submit(**{self.field: text}, **dict(self.because))

    def edit(self, visitor: Visitor, text: str) -> Page:
        """Write something else, and return the page again."""
        saved = self.write(self.find(visitor), text)
        assert saved.status == 200, saved.errors
        return self.find(visitor)

    def earlier(self, visitor: Visitor) -> str:
        """Return the address of what it said before."""
        return self.shown_on(visitor).follow("Earlier versions").path

    def shown_on(self, visitor: Visitor) -> Page:
        """Return the page that leads to what it said before."""
        return visitor.get(self.page) if self.page else self.find(visitor)


def brief(visitor: Visitor) -> Page:
    return visitor.get(f"{PATH}/brief")


def relationship(visitor: Visitor) -> Page:
    return visitor.get(f"{PATH}/parties").follow("Change: Dennis")


def milestone(visitor: Visitor) -> Page:
    return visitor.get(f"{PATH}/milestones").follow("First system analysis")


def link(visitor: Visitor) -> Page:
    return visitor.get(f"{PATH}/partners").follow("Change: Het Baken College")


EDITED = {
    "brief": Edited(brief, "goal", "What we want to achieve", "What the case is about"),
    "relationship": Edited(relationship, "note", "Note", "Dennis"),
    "link": Edited(
        link,
        "purpose",
        "Purpose",
        "Het Baken College",
        page=f"{PATH}/partners",
        because=(("reason", "That was agreed."),),
    ),
    "milestone": Edited(milestone, "due_on", "Due on", "First system analysis", ("2023-03-20", "2023-03-21")),
}
every_kind = pytest.mark.parametrize("edited", EDITED.values(), ids=EDITED.keys())


def exclude(story, key):
    """Let the case of the story not exist for somebody."""
    with story.app_context(), system_session("a test") as session:
        case_id = session.scalars(select(Case.id).where(Case.reference == STORY)).one()
        user_id = session.scalars(select(User.id).where(User.key == key)).one()
        session.add(Exclusion(case_id=case_id, user_id=user_id, reason="A neighbour."))


def versions(page):
    """Return the tables of differences, by their heading."""
    headings = [one.text for one in page.root.find_all("h2") if one.text.startswith("Version")]
    return dict(zip(headings, page.root.find_all("table"), strict=True))


def cells(table):
    """Return the rows of a table of differences: what, before and after."""
    return [
        tuple(cell.text for cell in (*row.find_all("th"), *row.find_all("td")))
        for row in table.find_all("tr")[1:]
    ]


@every_kind
def test_what_stood_before_an_edit_is_kept_with_who_and_when(ilse, edited):
    assert "Earlier versions" not in edited.shown_on(ilse).text
    edited.edit(ilse, edited.texts[0])
    page = ilse.get(edited.earlier(ilse))
    assert "Changed by Ilse Brand, 7 February 2023 12:00" in page.text
    assert edited.called in page.text
    [(_version, table)] = versions(page).items()
    assert [what for what, _before, _after in cells(table)] == [edited.term], (
        "what did not change is left out"
    )


@every_kind
def test_two_edits_give_two_versions_the_latest_first(ilse, edited):
    for text in edited.texts:
        edited.edit(ilse, text)
    found = versions(ilse.get(edited.earlier(ilse)))
    assert list(found) == sorted(found, reverse=True)
    latest, first = found.values()
    [(_, between, now)], [(_, begin, next_)] = cells(latest), cells(first)
    assert next_ == between
    assert len({begin, between, now}) == 3


@every_kind
def test_who_has_no_seat_finds_no_earlier_text(ilse, edited, story, clock):
    edited.edit(ilse, edited.texts[0])
    address = edited.earlier(ilse)
    lead = visitor_named(story, clock, "petra-zuidema")
    assert lead.get(address).status == 200
    assert visitor_named(story, clock, "karin-boelens").get(PATH).status == 200
    for key in ("karin-boelens", "astrid-kooiman", "ruud-sanders"):
        assert visitor_named(story, clock, key).get(address).status == 404, key
    exclude(story, "petra-zuidema")
    assert lead.get(address).status == 404


def test_a_partner_who_reads_the_thing_itself_finds_no_earlier_text_of_it(ilse, story, clock, as_user):
    with as_user("karin-boelens") as session:
        known = select(Party.id).join(Case).join(Person, Person.id == Party.person_id)
        party_id = session.scalars(known.where(Case.reference == STORY)).first()
    with as_user("esther-hoving") as session:
        own = select(Milestone.id).join(Case).where(Case.reference == STORY)
        milestone_id = session.scalars(own).first()
    for key, path in (
        ("karin-boelens", f"parties/{party_id}"),
        ("esther-hoving", f"milestones/{milestone_id}"),
    ):
        assert ilse.get(f"{PATH}/{path}/earlier").status == 200
        assert visitor_named(story, clock, key).get(f"{PATH}/{path}/earlier").status == 404


@every_kind
def test_looking_at_earlier_texts_is_written_down_and_costs_few_statements(ilse, edited, as_user):
    edited.edit(ilse, edited.texts[0])
    address = edited.earlier(ilse)
    assert ilse.get(address).status == 200
    with statements() as sent:
        ilse.get(address)
    assert len([one for one in sent if one.startswith(("SELECT", "WITH"))]) <= MOST
    with as_user("ilse-brand") as session:
        assert "earlier.read" in set(session.scalars(select(AuditRow.act)))


@every_kind
def test_saving_what_stands_already_keeps_nothing(ilse, edited):
    page = edited.find(ilse)
    edited.write(page, page.values(page.form_with(edited.field))[edited.field][0])
    assert "Earlier versions" not in edited.shown_on(ilse).text


@every_kind
def test_an_edit_that_is_too_late_keeps_nothing(ilse, edited):
    first, second = edited.find(ilse), edited.find(ilse)
    edited.write(first, edited.texts[0])
    assert edited.write(second, edited.texts[1]).status == 409
    assert len(versions(ilse.get(edited.earlier(ilse)))) == 1


def test_what_was_not_changed_yet_says_so(ilse):
    assert "Nothing was changed yet" in ilse.get(f"{PATH}/brief/earlier").text


def test_an_earlier_text_is_sealed(ilse, as_user):
    EDITED["brief"].edit(ilse, "The first words.")
    with as_user("ilse-brand") as session:
        kept = session.scalars(select(EarlierText)).one()
        assert '"goal": ' in str(kept.said)
        assert b"goal" not in kept.said_sealed


def test_an_earlier_text_opens_with_the_new_key_alone_after_rotation(ilse, story):
    EDITED["brief"].edit(ilse, "The first words.")
    EDITED["brief"].edit(ilse, "The second words.")
    new = f"k2:{b64encode(b'n' * 32).decode()}"
    with story.app_context():
        use_keyring(Keyring.parse(f"{new},{KEYS}"))
        rotate(lambda: system_session("keys rotate"), lambda _more: None)
    use_keyring(Keyring.parse(new))
    assert "The first words." in ilse.get(EDITED["brief"].earlier(ilse)).text


def test_a_milestone_that_is_taken_up_again_keeps_its_result(ilse):
    milestone(ilse).submit(
        done_on="2023-02-06", result="Discussed at the kitchen table.", button="Mark as done"
    )
    milestone(ilse).submit(button="Make it open again")
    latest = next(iter(versions(milestone(ilse).follow("Earlier versions")).values()))
    assert ("Result", "Discussed at the kitchen table.", "not filled in") in cells(latest)


def test_a_milestone_that_goes_to_the_next_director_keeps_who_saw_to_it(ilse, story, clock, as_user):
    with as_user("ilse-brand") as session:
        marit = session.scalars(select(User.id).where(User.key == "marit-kloosterman")).one()
        still_open = Milestone.done_on.is_(None), Milestone.not_applicable.is_(None)
        waiting = session.scalars(select(Milestone.id).join(Case).where(Case.reference == STORY, *still_open))
        address = f"{PATH}/milestones/{waiting.first()}"
    ilse.get(f"{PATH}/handover").submit(director_id=str(marit))
    page = visitor_named(story, clock, "marit-kloosterman").get(address).follow("Earlier versions")
    [(_version, table)] = versions(page).items()
    assert cells(table) == [("Who sees to it", "Ilse Brand", "Marit Kloosterman")]


def test_a_relationship_that_is_removed_takes_its_earlier_texts_along(ilse, as_user):
    EDITED["relationship"].edit(ilse, "The first words.")
    relationship(ilse).follow("Remove this relationship").submit()
    with as_user("ilse-brand") as session:
        assert session.scalars(select(EarlierText)).all() == []


@pytest.fixture
def in_two_cases(ilse):
    """The address of a second case that Tess is in."""
    other = ilse.get("/cases/new").submit()
    ilse.get(f"{other.path}/parties/find").submit(name="Tess").follow("Add: Tess Lindeman").submit()
    return other.path


def rename_tess(visitor):
    page = visitor.get(f"{PATH}/parties").follow("Tess Lindeman")
    return visitor.get(f"{page.path}/edit").submit(name="Tess Lindeman-Bos")


def test_a_person_keeps_what_was_said_of_them(ilse):
    page = rename_tess(ilse).follow("Earlier versions")
    [(_version, table)] = versions(page).items()
    assert cells(table) == [("Name", "Tess Lindeman", "Tess Lindeman-Bos")]
    assert "Changed by Ilse Brand, 7 February 2023 12:00" in page.text
    assert "Tess" not in page.title


def test_a_person_of_two_cases_keeps_it_in_both_and_both_logs_say_so(ilse, in_two_cases, as_user):
    rename_tess(ilse)
    for case in (PATH, in_two_cases):
        earlier = ilse.get(f"{case}/parties").follow("Tess Lindeman-Bos").follow("Earlier versions")
        assert "Tess Lindeman" in earlier.text
    assert_kept_in_two_cases(as_user)


def test_a_case_that_is_hidden_from_who_edits_keeps_and_logs_it_as_well(
    ilse, in_two_cases, story, clock, as_user
):
    exclude(story, "petra-zuidema")
    lead = visitor_named(story, clock, "petra-zuidema")
    assert lead.get(PATH).status == 404
    page = lead.get(f"{in_two_cases}/parties").follow("Tess Lindeman")
    saved = lead.get(f"{page.path}/edit").submit(name="Tess Lindeman-Bos")
    assert STORY not in saved.text
    assert_kept_in_two_cases(as_user)
    family = ilse.get(f"{PATH}/parties").follow("Tess Lindeman-Bos").follow("Earlier versions")
    assert "Changed by Petra Zuidema" in family.text


def assert_kept_in_two_cases(as_user):
    with as_user("ilse-brand") as session:
        edits = select(AuditRow.case_id, AuditRow.party_ids).where(AuditRow.act == "person.edited")
        kept = session.execute(select(EarlierText.case_id, EarlierText.thing_id)).all()
        assert {(case_id, str(party_id)) for case_id, party_id in kept} == set(session.execute(edits).all())
        assert len(kept) == 2
        parties = select(Party.case_id, Party.id).where(Party.id.in_([party_id for _, party_id in kept]))
        assert set(session.execute(parties).all()) == set(kept)


def test_a_link_keeps_whom_it_named_what_it_opened_and_why_that_changed(ilse):
    form = ilse.get(f"{link(ilse).path}/widen")
    box = next(one for one in form.main.find_all("input") if one.get("name") == "scope")
    asked = form.submit(button="Save", scope=[box.get("value")], reason="More is needed.")
    saved = asked.submit(button="Save", answer_outside_wgs="The family knows.")
    assert saved.status == 200, saved.errors
    page = ilse.get(EDITED["link"].earlier(ilse))
    assert "Reason: More is needed." in page.text
    [(_version, table)] = versions(page).items()
    [(what, before, after)] = cells(table)
    assert what == "Scope"
    assert len(before) < len(after)
