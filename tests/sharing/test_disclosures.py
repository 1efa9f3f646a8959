"""One protected fact is told to one person by name: for a reason, until a day, and every reading is told back."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.audit.chain import About, Line, Who, append_each
from caseflow.db import db
from caseflow.models import Address, AuditRow, Case, DisclosureNote, Entry, EntryDisclosure
from tests.sharing.links import CASE, link_school


@pytest.fixture
def fact(people):
    """A place of Noor's that was protected after it was written down, and that the school may not read."""
    wanted = people.party("noor")
    with people.app.app_context(), Session(db.engine) as session:
        case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
        found = session.scalars(select(Address).where(Address.case_id == case_id, Entry.protected.is_(True)))
        fact = next(one for one in found if str(one.party_id) == wanted)
        return f"{CASE}/entries/{fact.id}"


@pytest.fixture
def school(director, people, sign_in):
    """Somebody at the school, whose link opens where the children are."""
    link_school(director, people, "tess:whereabouts", "jip:whereabouts", "noor:whereabouts")
    return lambda: sign_in("anneke-postma")


@pytest.fixture
def later(clock):
    """Let time pass."""
    return lambda **how_long: clock.set(clock() + timedelta(**how_long))


def disclose(director, people, fact, **others):
    page = director.get(f"{fact}/disclosures")
    fields = {"user_id": people.user("anneke-postma"), "reason": "Zij haalt Noor daar op."} | others
    return page.submit(button="Bekendmaken", **fields)


def test_who_it_is_disclosed_to_reads_it_until_the_end(director, people, school, fact, later):
    assert school().get(fact).status == 404
    page = director.get(fact)
    page = director.get(page.links["Wie dit gegeven mag lezen"])
    assert "23-2-2027" in page.html or "2027-02-23" in page.html, (
        "three months, unless somebody says otherwise"
    )
    page = disclose(director, people, fact, until_on="2026-11-25")
    assert "Zij haalt Noor daar op." in page.text
    read = school().get(fact)
    assert read.status == 200
    assert "Zij haalt Noor daar op." not in read.whole_text
    later(days=2)
    assert school().get(fact).status == 404


def test_a_disclosure_ends_for_a_reason_that_stays(director, people, school, fact):
    page = disclose(director, people, fact)
    page = director.get(
        next(link for words, link in page.links.items() if words == "Beëindigen: Anneke Postma")
    )
    wrong = page.submit(button="Beëindigen", because="")
    assert wrong.status == 422
    page = page.submit(button="Beëindigen", because="Zij werkt er niet meer.")
    assert "Zij werkt er niet meer." in page.text
    assert school().get(fact).status == 404
    with people.app.app_context(), Session(db.engine) as session:
        note = session.scalars(select(DisclosureNote)).all()[-1]
        assert b"werkt er niet meer" not in note.revoked_because_sealed
        assert note.reason == "Zij haalt Noor daar op."


def test_every_reading_is_told_to_the_director_until_it_is_put_away(sign_in, people, school, fact, later):
    director = sign_in("ilse-brand")
    disclose(director, people, fact)
    told = "Anneke Postma las het afgeschermde gegeven"
    assert told not in director.get("/today").text
    later(minutes=5)
    school().get(fact)
    for who in ("petra-zuidema", "anneke-postma"):
        assert told not in sign_in(who).get("/today").text
    today = director.get("/today")
    assert told in today.text
    later(minutes=5)
    assert told not in today.submit(button="Dit heb ik gezien").visitor.get("/today").text
    later(minutes=5)
    school().get(fact)
    assert told in director.get("/today").text


def test_a_reading_stays_told_however_much_else_its_reader_reads(director, people, school, fact, later):
    disclose(director, people, fact)
    later(minutes=1)
    school().get(fact)
    later(minutes=1)
    read_much_else(people)
    assert readings(director) == 1


def readings(director) -> int:
    """How often the director's day says that somebody read what was disclosed."""
    for part in director.get("/today").main.find_all("section"):
        if part.get("id") == "readings":
            times = re.findall(r"\((\d+) keer\)", part.text)
            return sum(map(int, times)) or part.text.count("las het afgeschermde gegeven")
    return 0


def read_much_else(people):
    """Leave in the log what more than a thousand looks at other entries of the case leave there."""
    with people.app.app_context(), Session(db.engine) as session:
        wanted = select(AuditRow).where(AuditRow.user_id == UUID(people.user("anneke-postma")))
        last = session.scalars(wanted.order_by(AuditRow.at.desc()).limit(1)).one()
        who = Who(last.user_id, last.organisation_id, last.at + timedelta(seconds=1), last.through)
        looks = [About(last.case_id, (), [uuid4()]) for _ in range(1_001)]
        append_each(session, [Line(last.chain, "entry.read", who, about) for about in looks])
        session.commit()


def test_what_was_read_while_it_was_protected_is_told_after_that_as_well(
    director, people, school, fact, later
):
    disclose(director, people, fact)
    later(minutes=5)
    school().get(fact)
    later(minutes=5)
    director.get(f"{fact}/edit").submit(button="Opslaan", protected=False, directors_only=True)
    open_to_links(people, fact)
    later(minutes=5)
    assert school().get(fact).status == 200
    assert readings(director) == 1, "what every link may open is no longer a secret that was told"
    director.get("/today").submit(button="Dit heb ik gezien")
    later(minutes=5)
    school().get(fact)
    assert readings(director) == 0


def test_editing_an_entry_keeps_what_was_disclosed_and_no_longer_protecting_it_ends_that(
    director, people, school, fact
):
    disclose(director, people, fact)
    form = director.get(f"{fact}/edit")
    form.submit(button="Opslaan", safe_contact="Alleen bellen")
    assert school().get(fact).status == 200
    director.get(f"{fact}/edit").submit(button="Opslaan", protected=False, directors_only=True)
    with people.app.app_context(), Session(db.engine) as session:
        mine = select(EntryDisclosure).where(EntryDisclosure.user_id == UUID(people.user("anneke-postma")))
        assert [one.revoked_at is not None for one in session.scalars(mine)] == [True]


def test_what_is_no_longer_protected_still_says_to_whom_it_was_disclosed(director, people, school, fact):
    disclose(director, people, fact)
    assert "Anneke Postma" in director.get(fact).text
    director.get(f"{fact}/edit").submit(button="Opslaan", protected=False, directors_only=True)
    assert "Mag gelezen worden door Alleen de regie" in director.get(fact).text
    open_to_links(people, fact)
    assert "Mag gelezen worden door Iedereen die de categorie mag lezen" in director.get(fact).text
    page = director.get(f"{fact}/disclosures")
    assert "Zij haalt Noor daar op." in page.text
    assert "Dit is niet (meer) afgeschermd" in page.text
    assert "Bekendmaken" not in page.text


def open_to_links(people, fact):
    with people.app.app_context(), Session(db.engine) as session:
        session.get_one(Entry, UUID(fact.rpartition("/")[2])).directors_only = False
        session.commit()


def test_a_wrong_form_says_what_to_do(director, people, school, fact):
    for fields, said in (
        ({"user_id": ""}, "Persoon – Kies een persoon."),
        ({"user_id": people.user("ruud-sanders")}, "Persoon – Kies uit de lijst."),
        ({"reason": ""}, "Reden – Schrijf op"),
        ({"until_on": "2026-11-23"}, "Tot – Kies een dag na vandaag."),
        ({"until_on": ""}, "Tot – Vul een datum in"),
    ):
        page = disclose(director, people, fact, **fields)
        assert page.status == 422
        assert page.errors[0].startswith(said), page.errors
    disclose(director, people, fact)
    assert disclose(director, people, fact).errors == [
        "Persoon – Deze persoon mag het al lezen. Beëindig dat eerst als u een andere einddatum wilt."
    ]


@pytest.mark.parametrize("opened", [("tess:whereabouts", "jip:whereabouts"), ("noor:safety",)])
def test_a_disclosure_that_opens_nothing_is_refused(director, people, fact, opened):
    link_school(director, people, *opened)
    page = disclose(director, people, fact)
    assert page.status == 422
    assert [error.partition(".")[0] for error in page.errors] == [
        "Persoon – Deze persoon kan het dan nog steeds niet lezen"
    ]
    assert "Zij haalt Noor daar op." in page.html
    assert "Beëindigen: Anneke Postma" not in director.get(f"{fact}/disclosures").links


def test_without_anybody_linked_the_page_says_what_to_do(director, fact):
    page = director.get(f"{fact}/disclosures")
    assert "Koppel eerst een partner." in page.text
    assert page.links["Naar de partners"] == f"{CASE}/partners"
    assert "user_id" not in page.html


def test_only_seats_come_here(director, people, school, sign_in, fact):
    disclose(director, people, fact)
    assert school().get(fact).status == 200
    for who in ("anneke-postma", "ruud-sanders", "jeroen-kwakkel"):
        assert sign_in(who).get(f"{fact}/disclosures").status == 404
