"""What a director sees as somebody else is what that other sees of the case, to the letter, before it is saved.

Nothing of it stays, and nothing is told that the other knows from elsewhere.
"""

import re
from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.check import ForbiddenError
from caseflow.access.guard import UnguardedError, bind
from caseflow.access.receiver import as_receiver, undone
from caseflow.access.system import system_session
from caseflow.db import Base, GuardedSession, db
from caseflow.models import (
    AuditRow,
    Case,
    Entry,
    Link,
    LinkProfessional,
    Party,
    PartyLabel,
    ScopeCell,
    User,
)
from caseflow.models.vocabulary import Category, Role
from caseflow.web.seen_by import for_a_frame
from tests.sharing.links import CASE, HAND_OVER, PICK_UP, cells, filled_in, link_school, running

LOOK = "Bekijken wat zij gaan zien"
RANDOM = re.compile(r'(name="csrf_token" value=")[^"]*|value="[0-9a-f]{32}"')
"""What differs between two answers that are the same."""
PAGES = {"overview": "", "timeline": "/timeline", "milestones": "/milestones", "partners": "/partners"}
LOGGED = {"audit_row", "audit_head", "user_session"}


def framed(page) -> str | None:
    """Return the page that is shown within a preview."""
    frames = page.root.find_all("iframe")
    return frames[0].get("srcdoc") if frames else None


def masked(html: str) -> str:
    return RANDOM.sub(r"\1", html)


def contents(app) -> dict[str, list]:
    """Return every row of every table but the log."""
    with app.app_context(), db.engine.connect() as connection:
        return {
            table.name: sorted(map(str, connection.execute(select(table))))
            for table in Base.metadata.sorted_tables
            if table.name not in LOGGED
        }


def acts(app, key: str) -> list[str]:
    with app.app_context(), system_session("test") as session:
        mine = select(AuditRow.act).join(User, User.id == AuditRow.user_id).where(User.key == key)
        return list(session.scalars(mine.order_by(AuditRow.at, AuditRow.position)))


def asked(director, people, *wanted: str, **others):
    """Fill in a link with the school, and ask what they will see."""
    form = filled_in(people, *wanted)
    page = director.get(f"{CASE}/partners/new")
    page = page.submit(button="Personen tonen", organisation_id=form["organisation_id"])
    return page.submit(button=LOOK, **(form | others))


def test_the_preview_is_the_page_that_the_professional_gets_once_the_link_is_saved(
    story, sign_in, people, director
):
    wanted = ("jip:safety", "jip:identity", "noor:safety", "noor:identity", "jip:relations", "noor:relations")
    page = asked(director, people, *wanted)
    shown = {}
    for name in PAGES:
        page = page.submit(button="Deze pagina tonen", page=name)
        assert "er is nog niets opgeslagen" in page.text
        shown[name] = framed(page)
    assert PICK_UP in shown["timeline"]
    assert "Anneke Postma" in shown["overview"], "it is her page, with her name in the header"

    saved = page.submit(button="Deze partner koppelen")
    saved = saved.submit(button="Deze partner koppelen", answer_held_by_source="Niet nodig.")
    assert "De partner is gekoppeld" in saved.whole_text
    school = sign_in("anneke-postma")
    for name, path in PAGES.items():
        assert masked(shown[name]) == masked(for_a_frame(school.get(CASE + path).html)), name
    later = running(director, "Bekijken wat zij zien")
    for name, path in PAGES.items():
        page = later.submit(button="Deze pagina tonen", page=name)
        assert masked(framed(page)) == masked(for_a_frame(school.get(CASE + path).html)), name


def test_who_never_chose_a_language_is_shown_in_that_of_who_looks_along(story, sign_in, people, director):
    link_school(director, people)
    sign_in("anneke-postma", None)
    page = running(director, "Bekijken wat zij zien")
    director.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    assert "U ziet wat deze casus met u deelt" in framed(page.submit(button="Deze pagina tonen"))


def test_looking_leaves_no_row_and_is_the_directors_own_act(story, people, director, sign_in):
    director.get(f"{CASE}/partners")
    before = contents(story)
    page = asked(director, people)
    page = page.submit(button="Deze pagina tonen", page="timeline")
    assert framed(page)
    assert contents(story) == before
    assert "link.previewed" in acts(story, "ilse-brand")
    assert acts(story, "anneke-postma") == []
    assert sign_in("anneke-postma").get(CASE).status == 404
    with story.app_context(), system_session("test") as session:
        seen = select(AuditRow.entry_ids).where(AuditRow.act == "link.previewed")
        pick_up = session.scalars(select(Entry.id).where(Entry.body.contains(PICK_UP))).first()
        assert any(str(pick_up) in ids for ids in session.scalars(seen)), "what was looked at is in the log"


def test_what_becomes_readable_is_counted_and_can_be_opened(story, people, director):
    page = asked(director, people, "noor:safety", "noor:identity")
    gained = next(one for one in page.main.find_all("section") if one.get("id") == "gained")
    assert "1 persoon: Noor Holtrop" in gained.text
    assert "1 persoon met naam: Noor Holtrop" in gained.text
    entries = [one.get("href") for one in gained.find_all("a") if "/entries/" in one.get("href")]
    assert entries
    assert director.get(entries[0]).status == 200
    lost = next(one for one in page.main.find_all("section") if one.get("id") == "lost")
    assert "Niets." in lost.text


def test_a_narrower_link_says_what_stops_being_readable(story, people, director, sign_in):
    link_school(director, people)
    less = running(director, "Beperken")
    page = less.submit(button=LOOK, scope=cells(people, "noor:safety"))
    assert page.status == 200
    lost = next(one for one in page.main.find_all("section") if one.get("id") == "lost")
    assert "Jip Holtrop" in lost.text
    timeline = page.submit(button="Deze pagina tonen", page="timeline")
    assert PICK_UP not in framed(timeline)
    assert HAND_OVER in framed(timeline)
    assert PICK_UP in sign_in("anneke-postma").get(f"{CASE}/timeline").text, "nothing changed yet"
    back = timeline.submit(button="Terug naar het formulier")
    assert back.values()["scope"] == cells(people, "noor:safety")
    assert not back.errors


def test_a_preview_needs_a_form_that_can_be_saved_but_no_answers_yet(story, people, director):
    page = asked(director, people, professional_ids=[])
    assert page.status == 422
    assert page.errors == ["Professionals – Kies minstens één persoon uit de lijst."]
    assert "Beantwoord dit" not in page.text
    assert asked(director, people, basis="wgs_2_29").errors[0].startswith("Grondslag – Deze organisatie")


def test_whom_the_link_does_not_name_cannot_be_looked_along_with(story, people, director, sign_in):
    link_school(director, people)
    address = running(director, "Bekijken wat zij zien").path
    assert director.get(address, query_string={"who": people.user("tim-oudkerk")}).status == 404
    assert director.get(address, query_string={"who": people.user("ilse-brand")}).status == 404
    assert director.get(address, query_string={"page": "access"}).status == 404
    for key in ("anneke-postma", "ruud-sanders", "astrid-kooiman", "marit-kloosterman"):
        assert sign_in(key).get(address).status == 404, key
    assert sign_in("petra-zuidema").get(address).status == 200


def known_elsewhere(app, people) -> None:
    """Let the professional of the school know Jip by name from another case, through a link like the one here."""
    with app.app_context(), Session(db.engine) as session:
        jip = session.get(Party, UUID(people.party("jip")))
        anneke = session.scalars(select(User).where(User.key == "anneke-postma")).one()
        here = (Link.case_id == jip.case_id, Link.organisation_id == anneke.organisation_id)
        link = session.scalars(select(Link).where(*here).order_by(Link.from_at.desc()).limit(1)).one()
        elsewhere = session.scalars(select(Case.id).where(Case.id != jip.case_id).limit(1)).one()
        party = Party(case_id=elsewhere, person_id=jip.person_id)
        other = Link(
            case_id=elsewhere,
            organisation_id=link.organisation_id,
            basis=link.basis,
            from_at=link.from_at,
            until_at=link.until_at,
        )
        session.add_all([party, other])
        session.flush()
        session.add(LinkProfessional(link_id=other.id, user_id=anneke.id))
        session.add(PartyLabel(link_id=other.id, party_id=party.id, letter="A"))
        session.add(ScopeCell(link_id=other.id, party_id=party.id, category=Category.IDENTITY))
        session.commit()


def test_whom_the_professional_knows_from_another_case_a_preview_does_not_tell(
    story, sign_in, people, director
):
    link_school(director, people, "jip:safety", "noor:safety")
    before = framed(running(director, "Bekijken wat zij zien"))
    known_elsewhere(story, people)
    assert "Jip Holtrop" in sign_in("anneke-postma").get(CASE).text, "she knows him by name"
    assert "Jip Holtrop" not in before
    for name in PAGES:
        page = running(director, "Bekijken wat zij zien").submit(button="Deze pagina tonen", page=name)
        assert "Jip Holtrop" not in framed(page), name
    assert masked(framed(running(director, "Bekijken wat zij zien"))) == masked(before)


def test_an_excluded_professional_sees_nothing_in_the_preview_either(story, people, director):
    link_school(director, people)
    people.exclude("anneke-postma")
    page = running(director, "Bekijken wat zij zien")
    assert framed(page) is None
    assert "Voor hen is deze pagina er niet" in page.text


@pytest.fixture
def door(story, clock):
    """A guarded session of the director, a link of the case, and the actor whom it names."""
    with story.app_context():
        with system_session("test") as session:
            case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
            ilse = session.scalars(select(User).where(User.key == "ilse-brand")).one()
            named = session.execute(
                select(User.id, User.organisation_id)
                .join(LinkProfessional, LinkProfessional.user_id == User.id)
                .join(Link, Link.id == LinkProfessional.link_id)
                .where(Link.case_id == case_id)
            ).first()
            director = Actor(
                ilse.id, ilse.organisation_id, ilse.team_id, frozenset({Role.CASE_DIRECTOR}), clock()
            )
            receiver = Actor(*named, None, frozenset({Role.PARTNER}), clock())
        with GuardedSession(db=db) as session:
            bind(session, director)
            yield session, case_id, receiver


def test_through_the_door_nothing_is_written_and_nothing_committed(story, door):
    session, case_id, receiver = door
    with as_receiver(session, case_id, receiver) as theirs:
        theirs.scalars(select(Entry.id)).all()
        with pytest.raises(UnguardedError):
            theirs.commit()
        theirs.add(Case(reference="X-1"))
        with pytest.raises(UnguardedError):
            theirs.flush()
        theirs.expunge_all()
        for changing in (Entry.__table__.delete(), text("DELETE FROM entry")):
            with pytest.raises((UnguardedError, TypeError)):
                theirs.execute(changing)


def test_what_is_undone_cannot_be_committed_inside_and_is_gone_afterwards(story, door):
    session, case_id, _receiver = door
    before = session.scalar(select(func.count(Link.id)).where(Link.case_id == case_id))
    with undone(session):
        link = session.scalars(select(Link).where(Link.case_id == case_id).limit(1)).one()
        link.may_contribute = not link.may_contribute
        session.flush()
        with session.begin_nested():
            session.flush()
        with pytest.raises(UnguardedError):
            session.commit()
    session.commit()
    assert session.scalar(select(func.count(Link.id)).where(Link.case_id == case_id)) == before
    assert session.get(Link, link.id).version == 1


def test_the_door_is_closed_to_who_holds_no_seat_and_to_whom_no_link_names(story, door, clock):
    session, case_id, receiver = door
    stranger = Actor(receiver.organisation_id, receiver.organisation_id, None, frozenset(), clock())
    with pytest.raises(ForbiddenError), as_receiver(session, case_id, stranger):
        pass
    with GuardedSession(db=db) as theirs:
        bind(theirs, receiver)
        with pytest.raises(ForbiddenError), as_receiver(theirs, case_id, receiver):
            pass
