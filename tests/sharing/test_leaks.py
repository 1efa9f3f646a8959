"""A link that would open protected words to an organisation is not made, and says where they stand."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.kinds import ContactData
from caseflow.casefile.storing import store_entry
from caseflow.db import db
from caseflow.models import Case, Entry, Link, Milestone, Relationship, User
from caseflow.models.vocabulary import Category
from tests.casefile.conftest import amsterdam
from tests.sharing.agreeing import linked, offered, record, withdraw
from tests.sharing.links import CASE, cells, filled_in

NOON = amsterdam("2023-02-20T12:00")
"""Mirjam and the children are in the shelter on Duindoornhof 17; that is protected."""
SAID = "Gebeld over de oppas op Duindoornhof 17."

on_sqlite = pytest.mark.parametrize("story_url", ["sqlite"], indirect=True)
"""What has nothing to do with the kind of database."""


@pytest.fixture(autouse=True)
def at_noon(clock):
    clock.set(NOON)


@pytest.fixture(autouse=True)
def nobody_to_come(story):
    """Take back what the story links after that noon: the sharing under the Wgs would be asked about in each test."""
    with story.app_context(), Session(db.engine) as session:
        session.execute(update(Link).where(Link.from_at > NOON).values(revoked_at=NOON))
        session.commit()


def written(story, people, *about, body=SAID, category=Category.EDUCATION, entry_id=None, **flags) -> UUID:
    """An entry that came in with a bundle: nothing stopped it."""
    entry_id, concerns = entry_id or uuid4(), tuple(UUID(people.party(one)) for one in about)
    with story.app_context(), Session(db.engine) as session:
        case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
        author = session.scalars(select(User).where(User.key == "ilse-brand")).one()
        draft = EntryDraft(
            occurred_at=NOON,
            recorded_at=NOON,
            author_id=author.id,
            source_id=author.organisation_id,
            category=category,
            concerns=concerns,
            body=body,
            data=ContactData(),
            **flags,
        )
        store_entry(session, case_id, entry_id, draft)
        session.commit()
    return entry_id


def body_of(story, entry_id):
    with story.app_context(), Session(db.engine) as session:
        entry = session.get_one(Entry, entry_id)
        return entry.body, entry.directors_only


def count(story):
    with story.app_context(), Session(db.engine) as session:
        return len(session.scalars(select(Link.id)).all())


def asked(director, people, *wanted, **more):
    return director.post(f"{CASE}/partners/new", filled_in(people, *wanted) | _dates() | more)


def _dates():
    return {"from_on": "2023-02-20", "until_on": "2023-12-31"}


def made(story):
    """The address of the link that was made just now."""
    with story.app_context(), Session(db.engine) as session:
        link_id = session.scalars(select(Link.id).where(Link.from_at == NOON)).one()
        return f"{CASE}/partners/{link_id}"


def marks(page):
    return [mark.text for mark in page.root.find_all("mark")]


def test_a_link_without_protected_words_is_made(director, people, story):
    before = count(story)
    assert asked(director, people, "jip:education").status == 200
    assert count(story) == before + 1


def test_a_hit_blocks_the_link_and_is_shown_with_a_way_to_it(director, people, story):
    entry_id = written(story, people, "jip")
    before = count(story)
    page = asked(director, people, "jip:education", "noor:safety")
    assert page.status == 422
    assert marks(page) == ["Duindoornhof 17"]
    assert f"{CASE}/entries/{entry_id}" in page.html
    assert "Deze koppeling zou een afgeschermde plek verraden" in page.text
    assert "Weten wie de kinderen mag ophalen." in page.html
    assert count(story) == before


@pytest.mark.parametrize(
    ("way", "becomes"),
    [
        ("directors_only", (SAID, True)),
        ("redacted", ("Gebeld over de oppas op [afgeschermd].", False)),
    ],
)
def test_what_is_chosen_for_each_text_happens_in_one_go_with_the_link(director, people, story, way, becomes):
    entry_id = written(story, people, "jip")
    before = count(story)
    page = asked(director, people, "jip:education")
    answer = page.submit(**{f"leak-entry-{entry_id}": way})
    assert answer.status == 200
    assert body_of(story, entry_id) == becomes
    assert count(story) == before + 1


def test_a_text_can_be_made_a_protected_place_in_one_go_with_the_link(director, people, story, sign_in):
    entry_id = written(story, people, "jip")
    before = count(story)
    page = asked(director, people, "jip:education", "jip:whereabouts")
    assert "Er een afgeschermde plek van maken: alleen regisseurs lezen het, en wie u aanwijst" in page.text
    answer = page.submit(**{f"leak-entry-{entry_id}": "protected"})
    assert (answer.status, count(story)) == (200, before + 1)
    with story.app_context(), Session(db.engine) as session:
        entry = session.get_one(Entry, entry_id)
        assert (entry.category, entry.protected, entry.body) == (Category.WHEREABOUTS, True, None)
    assert sign_in("anneke-postma").get(f"{CASE}/entries/{entry_id}").status == 404


@on_sqlite
def test_a_text_that_is_made_a_protected_place_is_watched_at_once_in_what_the_same_link_opens(
    director, people, story
):
    other, entry_id = sorted((uuid4(), uuid4()))
    written(story, people, "jip", body=f"{SAID} Of bel 06 12345678.", entry_id=entry_id)
    written(story, people, "jip", body="Oma belde met 0612345678.", entry_id=other)
    page = asked(director, people, "jip:education")
    assert f"leak-entry-{other}" not in page.html
    page = page.submit(**{f"leak-entry-{entry_id}": "protected"})
    assert (page.status, marks(page)) == (422, ["0612345678"])
    assert page.submit(**{f"leak-entry-{other}": "redacted"}).status == 200
    assert body_of(story, other)[0] == "Oma belde met [afgeschermd]."


@on_sqlite
def test_what_can_be_done_about_an_entry_alone_does_nothing_to_a_milestone(director, people, story):
    owner = UUID(people.user("samira-benali"))
    with story.app_context(), Session(db.engine) as session:
        session.execute(update(Link).values(revoked_at=NOON))
        case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
        milestone = session.scalars(select(Milestone).where(Milestone.case_id == case_id).limit(1)).one()
        milestone.owner_id, milestone.result = owner, "Opgehaald bij Duindoornhof."
        milestone_id = milestone.id
        session.commit()
    who = {"organisation_id": people.organisation("Lokaal team De Kreken"), "professional_ids": [str(owner)]}
    for way in ("protected", "directors_only"):
        page = asked(director, people, "bas:work", **who, **{f"leak-milestone-{milestone_id}": way})
        assert (page.status, marks(page)) == (422, ["Duindoornhof"])
    with story.app_context(), Session(db.engine) as session:
        assert session.get_one(Milestone, milestone_id).result == "Opgehaald bij Duindoornhof."


@on_sqlite
def test_while_one_text_is_undecided_nothing_happens_to_any(director, people, story):
    one, other = written(story, people, "jip"), written(story, people, "jip")
    page = asked(director, people, "jip:education", **{f"leak-entry-{one}": "redacted"})
    assert page.status == 422
    assert f"leak-entry-{other}" in page.html
    assert body_of(story, one) == (SAID, False)
    page = page.submit(**{f"leak-entry-{other}": "directors_only"})
    assert page.status == 200, "what was chosen for the first went along"
    assert "[afgeschermd]" in body_of(story, one)[0]
    assert body_of(story, other) == (SAID, True)


@on_sqlite
def test_a_preview_shows_what_would_leak_and_saving_from_there_is_stopped(director, people, story):
    written(story, people, "jip")
    before = count(story)
    page = asked(director, people, "jip:education", step="preview", page="timeline")
    assert page.status == 200
    assert "er is nog niets opgeslagen" in page.text
    assert "Duindoornhof 17" in page.html
    page = page.submit(button="Deze partner koppelen")
    assert (page.status, marks(page)) == (422, ["Duindoornhof 17"])
    assert count(story) == before


@on_sqlite
def test_there_is_no_override(director, people, story):
    entry_id = written(story, people, "jip")
    for way in ("allowed", "held_back", "nonsense"):
        page = asked(director, people, "jip:education", **{f"leak-entry-{entry_id}": way})
        assert page.status == 422
    assert asked(director, people, "jip:education", **{f"leak-entry-{uuid4()}": "redacted"}).status == 404


@on_sqlite
@pytest.mark.parametrize(
    "flags",
    [
        {"directors_only": True},
        {"protected": True, "category": Category.WHEREABOUTS},
        {"category": Category.HEALTH},
    ],
)
def test_what_the_scope_does_not_open_blocks_nothing(director, people, story, flags):
    written(story, people, "jip", **flags)
    assert asked(director, people, "jip:education", "jip:whereabouts").status == 200


@on_sqlite
def test_an_entry_about_two_people_counts_when_both_are_open(director, people, story):
    written(story, people, "jip", "noor")
    assert asked(director, people, "jip:education").status == 200
    assert asked(director, people, "jip:education", "noor:education").status == 422


def test_a_wider_scope_is_tested_and_what_the_organisation_reads_already_is_not(director, people, story):
    written(story, people, "jip", category=Category.SAFETY)
    assert asked(director, people, "jip:safety").status == 200
    address = made(story)
    more = director.get(f"{address}/widen").submit(scope=cells(people, "jip:care"), reason="Ook de zorg.")
    assert more.status == 200, more.errors
    entry_id = written(story, people, "jip")
    page = director.get(f"{address}/widen").submit(scope=cells(people, "jip:education"), reason="En school.")
    assert (page.status, marks(page)) == (422, ["Duindoornhof 17"])
    assert page.submit(**{f"leak-entry-{entry_id}": "directors_only"}).status == 200
    assert body_of(story, entry_id) == (SAID, True)


@on_sqlite
@pytest.mark.parametrize(
    ("way", "more"),
    [("", {}), ("/renew", {"until_on": "2024-12-31"}), ("/narrow", {"until_on": "2023-11-30"})],
)
def test_changing_renewing_and_narrowing_open_nothing_new(director, people, story, way, more):
    written(story, people, "jip", category=Category.SAFETY)
    asked(director, people, "jip:safety")
    page = director.get(f"{made(story)}{way}").submit(reason="Dat is afgesproken.", **more)
    assert page.status == 200, page.errors


@on_sqlite
def test_a_changed_purpose_says_no_protected_place_either(director, people, story):
    asked(director, people, "jip:safety")
    page = director.get(made(story)).submit(purpose="Ophalen van Duindoornhof 17.", reason="Duidelijker.")
    assert page.status == 422
    assert "De partner leest het doel" in page.errors[0]


@on_sqlite
def test_a_link_that_begins_later_is_tested_as_it_will_be(director, people, story):
    written(story, people, "jip")
    assert asked(director, people, "jip:education", from_on="2023-04-01").status == 422


def test_the_note_of_a_relationship_is_tested_and_can_be_cleaned(director, people, story):
    ends = [UUID(people.party(one)) for one in ("jip", "noor")]
    with story.app_context(), Session(db.engine) as session:
        relationship = session.scalars(
            select(Relationship).where(
                Relationship.from_party_id.in_(ends), Relationship.to_party_id.in_(ends)
            )
        ).first()
        relationship.note = "Samen op Duindoornhof 17."
        session.commit()
        relationship_id = relationship.id
    page = asked(director, people, "jip:relations", "noor:relations")
    assert (page.status, marks(page)) == (422, ["Duindoornhof 17"])
    assert director.get(f"{CASE}/parties/relationships/{relationship_id}").status == 200
    assert page.submit(**{f"leak-relationship-{relationship_id}": "redacted"}).status == 200
    with story.app_context(), Session(db.engine) as session:
        assert session.get_one(Relationship, relationship_id).note == "Samen op [afgeschermd]."


@on_sqlite
def test_a_milestone_of_the_professional_is_tested(director, people, story):
    owner, other = UUID(people.user("samira-benali")), UUID(people.user("fatma-yildiz"))
    with story.app_context(), Session(db.engine) as session:
        session.execute(update(Link).values(revoked_at=NOON))
        case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
        milestone = session.scalars(select(Milestone).where(Milestone.case_id == case_id).limit(1)).one()
        milestone.owner_id, milestone.result = owner, "Opgehaald bij Duindoornhof."
        session.commit()
    for organisation, user, status in (
        ("Werkplein Oosterdelta", other, 200),
        ("Lokaal team De Kreken", owner, 422),
    ):
        who = {"organisation_id": people.organisation(organisation), "professional_ids": [str(user)]}
        assert asked(director, people, "bas:work", **who).status == status


@on_sqlite
def test_the_purpose_is_read_by_the_partner_and_says_no_protected_place(director, people):
    page = asked(director, people, "jip:education", purpose="Ophalen van Duindoornhof 17.")
    assert page.status == 422
    assert "De partner leest het doel" in page.errors[0]


def test_a_link_that_rests_on_a_consent_is_tested_when_it_is_made_and_when_a_new_consent_opens_it_again(
    director, people, story
):
    days = {"from_on": "2023-02-18", "until_on": "2023-12-31"}
    record(director, people, "mirjam", "work", **days)
    assert "De partner is gekoppeld" in linked(director, people, "mirjam:work", **_dates()).whole_text
    withdraw(director)
    written(story, people, "mirjam", category=Category.WORK)
    record(director, people, "mirjam", "work", **days)
    page = director.get(made(story))
    page = page.submit(button="Opslaan", consent_ids=offered(page), reason="Mirjam wil het toch.")
    assert page.status == 422
    assert marks(page) == ["Duindoornhof 17"]
    page = linked(director, people, "mirjam:work", **_dates())
    assert page.status == 422
    assert marks(page) == ["Duindoornhof 17"]


def test_whoever_is_excluded_now_counts_as_a_reader_for_that_can_be_lifted(director, people, story):
    asked(director, people, "jip:safety")
    address = made(story)
    people.exclude("anneke-postma")
    entry_id = written(story, people, "jip")
    page = director.get(f"{address}/widen").submit(scope=cells(people, "jip:education"), reason="En school.")
    assert (page.status, marks(page)) == (422, ["Duindoornhof 17"])
    assert page.submit(**{f"leak-entry-{entry_id}": "redacted"}).status == 200
