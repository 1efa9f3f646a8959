"""Why can I see this, why can I not, and who can: the rules answer, and nobody learns what they may not know."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import sessionmaker

from caseflow.access.reasons import FROM_OWN_ORGANISATION, sentences
from caseflow.db import db
from caseflow.models import (
    AuditRow,
    BreakGlass,
    Case,
    Deputy,
    Entry,
    EntryOrigin,
    Exclusion,
    Organisation,
    Party,
    PersonExclusion,
    PersonTie,
    User,
    WordCheck,
)
from tests.sharing.links import CASE, HAND_OVER, PICK_UP, link_school
from tests.texts import translated

NOBODY = "00000000-0000-4000-8000-000000000000"
SEES, SEES_NOT = "Kan dit stuk lezen", "Kan dit stuk niet lezen"


@pytest.fixture
def database(story):
    """Begin a transaction of the test's own."""
    with story.app_context():
        return sessionmaker(db.engine, expire_on_commit=False).begin


@pytest.fixture
def case_id(database):
    with database() as session:
        return session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()


@pytest.fixture
def entry(database):
    """Return the address of an entry that says so."""

    def found(text):
        with database() as session:
            first = session.scalars(select(Entry.id).where(Entry.body.contains(text))).first()
        return f"{CASE}/entries/{first}"

    return found


@pytest.fixture
def school(people, director, sign_in):
    """Somebody at the school, to whom one link opens safety about one child."""
    link_school(director, people, "noor:safety")
    return sign_in("anneke-postma")


def dutch_of(rule):
    known = {key: said for texts in translated().values() for key, said in texts.items()}
    return known["rule", rule.sentence][0]


def test_every_rule_of_an_explanation_has_its_sentence_in_dutch():
    known = {text for texts in translated().values() for context, text in texts if context == "rule"}
    assert known == set(sentences())
    assert all(sentence.endswith(".") for sentence in sentences())


def test_a_partner_reads_through_which_link_they_see_the_case_until_when_and_that_no_more_is_told(school):
    page = school.get(CASE).follow("Waarom kan ik dit zien, en iets anders niet?")
    assert page.status == 200
    assert "Een koppeling die loopt en de lezer noemt, opent iets in de casus." in page.text
    assert "De koppeling met Basisschool De Zilvermeeuw: tot" in page.text
    assert re.search(r"Betrokkene \w, kind: Veiligheid", page.text), "by the label that they know"
    assert "Holtrop" not in page.text
    assert "of het nu bestaat of niet" in page.text
    for closed in (
        "regisseur van de casus.",
        "neemt waar voor",
        "leidt het team",
        "uitgesloten",
        "Wie kan dit",
    ):
        assert closed not in page.text, closed


def test_the_answer_is_in_the_language_of_the_reader_and_english_is_what_the_rule_says(school, database):
    with database() as session:
        session.execute(update(User).where(User.key == "anneke-postma").values(locale="en"))
    said = school.get(f"{CASE}/why").text
    assert "Cases in which a running link that names the actor opens something." in said
    assert "whether or not it exists" in said


def test_a_partner_reads_by_which_rules_an_entry_is_open(school, entry):
    page = school.get(entry(HAND_OVER)).follow("Waarom kan ik dit zien?")
    assert page.status == 200
    assert "één koppeling het opent over iedereen om wie het gaat" in page.text
    assert "De bron laat het delen" in page.text
    assert "De koppeling met Basisschool De Zilvermeeuw: tot" in page.text
    assert HAND_OVER not in page.text, "it says why, and not what"
    assert dutch_of(FROM_OWN_ORGANISATION) not in page.text


def test_why_answers_of_a_hidden_entry_as_of_one_that_is_not_there(school, entry, sign_in):
    hidden, absent = school.get(entry(PICK_UP) + "/why"), school.get(f"{CASE}/entries/{NOBODY}/why")
    assert (hidden.status, hidden.text) == (404, absent.text)
    hidden, absent = (sign_in("bram-vos").get(f"/cases/{one}/why") for one in ("OD-2023-004", "XX-2023-999"))
    assert (hidden.status, hidden.text) == (404, absent.text)


def said_in_confidence(session, entry_id):
    """Let it be said by another organisation, in confidence, to a colleague of Anneke's."""
    school = session.scalars(select(User.organisation_id).where(User.key == "anneke-postma")).one()
    other = session.scalars(select(Organisation.id).where(Organisation.id != school)).first()
    colleague = User(id=uuid4(), organisation_id=school, name="C", email="c@school.example", key="c-1")
    session.add(colleague)
    session.flush()
    said_by = {"author_id": colleague.id, "source_id": other}
    session.execute(update(EntryOrigin).where(EntryOrigin.entry_id == entry_id).values(said_by))
    session.execute(update(Entry).where(Entry.id == entry_id).values(source_confidential=True))


def test_that_the_own_organisation_wrote_it_is_not_told_to_who_may_not_know_the_source(
    people, director, sign_in, database, entry
):
    link_school(director, people)
    anneke = sign_in("anneke-postma")
    anneke.get(f"{CASE}/entries/new/contact").submit(
        concerns=[people.party("noor")], category="safety", source_confidential=True, body="Noor zei iets."
    )
    why = entry("Noor zei iets.") + "/why"
    assert dutch_of(FROM_OWN_ORGANISATION) in anneke.get(why).text
    entry_id = UUID(why.split("/")[-2])
    with database() as session:
        said_in_confidence(session, entry_id)
    page = anneke.get(why)
    assert "Waar het vandaan komt, wordt niet getoond." in page.text
    assert dutch_of(FROM_OWN_ORGANISATION) not in page.text


@pytest.fixture
def written(school, people, entry):
    """What Anneke wrote herself: the address that says why she can read it."""
    school.get(f"{CASE}/entries/new/contact").submit(
        concerns=[people.party("noor")], category="safety", body="Noor zei iets."
    )
    return entry("Noor zei iets.") + "/why"


@pytest.mark.parametrize("confidential", [False, True])
def test_whether_it_is_held_back_from_partners_is_not_told_to_who_wrote_it(
    school, written, database, clock, confidential
):
    entry_id = UUID(written.split("/")[-2])
    with database() as session:
        if confidential:
            said_in_confidence(session, entry_id)
        session.execute(delete(WordCheck).where(WordCheck.entry_id == entry_id))
    before = school.get(written)
    with database() as session:
        session.add(WordCheck(entry_id=entry_id, version=1, checked_at=clock(), held=True))
    after = school.get(written)
    assert (after.status, after.text) == (200, before.text)


def test_a_seat_is_named(director, sign_in, entry):
    assert (
        "U bent de regisseur: zolang dat zo is" in director.get(CASE).follow("Waarom kan ik dit zien?").text
    )
    page = director.get(entry(PICK_UP)).follow("Waarom kan ik dit zien?")
    assert "De regie en de teamleider lezen het hele dossier." in page.text
    assert "U leidt het team: zolang dat zo is" in sign_in("petra-zuidema").get(f"{CASE}/why").text


def test_who_stands_in_reads_until_when(sign_in, database, case_id, people, clock):
    marit, until = UUID(people.user("marit-kloosterman")), clock() + timedelta(days=3)
    with database() as session:
        session.add(Deputy(case_id=case_id, user_id=marit, from_at=clock(), until_at=until))
    text = sign_in("marit-kloosterman").get(f"{CASE}/why").text
    assert "U neemt waar voor de regisseur: tot 26 november 2026" in text


def test_who_broke_the_glass_reads_until_when_and_what_stays_shut(sign_in, database, case_id, people, clock):
    marit, until = UUID(people.user("marit-kloosterman")), clock() + timedelta(hours=4)
    with database() as session:
        session.add(BreakGlass(case_id=case_id, user_id=marit, reason="Nu.", at=clock(), until_at=until))
    text = sign_in("marit-kloosterman").get(f"{CASE}/why").text
    assert "opende die met noodtoegang" in text
    assert "Noodtoegang: tot 23 november 2026" in text
    assert "zonder afgeschermde gegevens" in text


def who(director, address, name="Anneke Postma"):
    """Ask about somebody by the name in the list."""
    page = director.get(address).follow("Wie kan dit zien?")
    options = {one.text: one.get("value") for one in page.main.find_all("option")}
    return page.submit(button="Vraag het de regels", who=next(options[one] for one in options if name in one))


def test_a_seat_asks_of_somebody_whom_a_link_names_why_they_can_read_an_entry_or_not(school, director, entry):
    page = who(director, entry(HAND_OVER))
    assert SEES in page.text
    assert "Die opent deze categorie over iedereen om wie het stuk gaat." in page.text
    page = who(director, entry(PICK_UP))
    assert SEES_NOT in page.text
    assert "Nee Eén koppeling van de lezer" in " ".join(page.text.replace("nee", "Nee").split())
    assert "Die opent deze categorie niet over iedereen om wie het stuk gaat." in page.text


def test_what_a_seat_hears_is_what_the_other_meets(school, director, database, case_id):
    with database() as session:
        every = session.scalars(select(Entry.id).where(Entry.case_id == case_id).order_by(Entry.id)).all()
    open_ = [one for one in every if school.get(f"{CASE}/entries/{one}").status == 200]
    for one in [*open_[:3], *every[:: len(every) // 8]]:
        assert (SEES in who(director, f"{CASE}/entries/{one}").text) == (one in open_), one
    assert open_


def closed_by(case_id, user_id, person_id):
    """Give a row that closes the case to a user, in each way there is."""
    yield Exclusion(case_id=case_id, user_id=user_id, reason="Buurvrouw.")
    yield PersonExclusion(person_id=person_id, user_id=user_id, reason="Buurvrouw.", set_by_id=user_id)
    yield PersonTie(person_id=person_id, user_id=user_id, set_by_id=user_id)


def test_to_whom_the_case_is_closed_is_said_and_not_by_what(school, director, entry, database, clock):
    address = entry(HAND_OVER)
    with database() as session:
        user_id = session.scalars(select(User.id).where(User.key == "anneke-postma")).one()
        case_id, person_id = session.execute(
            select(Party.case_id, Party.person_id).join(Case).where(Case.reference == "OD-2023-004")
        ).first()
    said = set()
    for row in closed_by(case_id, user_id, person_id):
        with database() as session:
            session.add(row)
        said.add(who(director, address).text)
        with database() as session:
            session.delete(row)
    with database() as session:
        session.execute(update(User).where(User.id == user_id).values(deactivated_at=clock()))
    said.add(who(director, address).text)
    [text] = said
    assert SEES_NOT in text
    assert "geen toegang: er is geen koppeling die toegang geeft" in text
    assert "Dit zijn de regels" not in text
    assert "uitgesloten" not in text


def test_only_seats_ask_and_only_about_whom_a_link_of_the_case_names(
    school, director, entry, people, sign_in
):
    asked = entry(HAND_OVER) + "/who-sees"
    assert "Wie kan dit zien?" not in school.get(entry(HAND_OVER)).links
    for key in ("anneke-postma", "ruud-sanders", "astrid-kooiman", "marit-kloosterman"):
        assert sign_in(key).get(asked).status == 404, key
    for stranger in (people.user("tim-oudkerk"), people.user("ilse-brand"), NOBODY, "x"):
        assert director.get(f"{asked}?who={stranger}").status == 404, stranger
    assert sign_in("petra-zuidema").get(f"{asked}?who={people.user('anneke-postma')}").status == 200


def test_asking_is_written_in_the_log_of_the_case(school, director, entry, database):
    school.get(entry(HAND_OVER) + "/why")
    who(director, entry(HAND_OVER))
    with database() as session:
        rows = session.execute(
            select(AuditRow.act, User.key, AuditRow.entry_ids, AuditRow.through)
            .join(User, User.id == AuditRow.user_id)
            .where(AuditRow.act.in_(["why.read", "who_sees.read"]))
        ).all()
    entry_id = entry(HAND_OVER).rpartition("/")[2]
    acts = {(row.act, row.key, row.entry_ids, row.through.partition(":")[0]) for row in rows}
    assert acts == {
        ("why.read", "anneke-postma", entry_id, "link"),
        ("who_sees.read", "ilse-brand", entry_id, "seat"),
    }
    log = director.get(f"{CASE}/access").text
    assert "Vroeg waarom iets te lezen is" in log
    assert "Vroeg waarom een partner een stuk kan lezen, of niet" in log
