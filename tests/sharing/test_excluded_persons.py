"""Excluded from a person, or being that person: no case of them exists, not now and not later, and nobody tells."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import Case, Party, Person, PersonExclusion, PersonTie, User
from tests.sharing.links import CASE, link_school
from tests.sharing.test_exclusions import exclude

SCHOOL = "Basisschool De Zilvermeeuw"


@pytest.fixture
def later(clock):
    """Let a minute pass: what ends at the moment at which it began leaves nothing behind."""
    return lambda: clock.set(clock() + timedelta(minutes=1))


def noor(people):
    """Return name and birth date of a child of the case."""
    with people.app.app_context(), Session(db.engine) as session:
        wanted = select(Person.name, Person.born_on).join(Party, Party.person_id == Person.id)
        return session.execute(wanted.where(Party.key == "noor")).one()


def keep(officer, people, key, kind, **others):
    page = officer.get("/excluded-persons")
    page = page.submit(
        button="Personen tonen", organisation_id=people.organisation(others.pop("organisation"))
    )
    name, born_on = noor(people)
    fields = {"user_id": people.user(key), "kind": kind, "name": name, "born_on": born_on.isoformat()}
    return page.submit(button="Uitsluiten", **(fields | {"reason": "Zus van haar vader."} | others))


def test_a_lead_excludes_somebody_from_every_case_of_a_person(sign_in, people, director, later):
    link_school(director, people)
    lead = sign_in("petra-zuidema")
    page = lead.get(f"{CASE}/exclusions")
    page = exclude(page, people, "anneke-postma", organisation=SCHOOL, party_id=people.party("noor"))
    assert "elke casus van Noor" in page.text
    assert sign_in("anneke-postma").get(CASE).status == 404
    assert "geen toegang" in director.get(f"{CASE}/partners").text
    later()
    href = next(link for words, link in page.links.items() if "Anneke Postma" in words)
    page = lead.get(href).submit(button="Uitsluiting opheffen")
    assert "Beëindigd" in page.text
    assert sign_in("anneke-postma").get(CASE).status == 200


@pytest.mark.parametrize(("kind", "model"), [("excluded", PersonExclusion), ("own", PersonTie)])
def test_a_privacy_officer_keeps_a_person_from_somebody_by_name_and_birth_date(
    sign_in, people, later, kind, model
):
    director = sign_in("ilse-brand")
    link_school(director, people)
    officer = sign_in("ruud-sanders")
    page = keep(officer, people, "anneke-postma", kind, organisation=SCHOOL)
    assert "Anneke Postma" in page.text
    assert noor(people).name not in page.text, "who it is about is not told again"
    assert sign_in("anneke-postma").get(CASE).status == 404
    assert "Anneke Postma" not in director.get(f"{CASE}/partners/new").text
    if kind == "own":
        assert "Zus van haar vader." not in director.get(f"{CASE}/exclusions").text
    again = keep(officer, people, "anneke-postma", kind, organisation=SCHOOL)
    assert again.errors == ["Medewerker – Deze persoon is al uitgesloten. Kies iemand anders."]
    later()
    page = officer.get(next(link for words, link in page.links.items() if words.startswith("Beëindigen")))
    page.submit(button="Beëindigen")
    assert sign_in("anneke-postma").get(CASE).status == 200
    with people.app.app_context(), Session(db.engine) as session:
        assert [one.until_at is not None for one in session.scalars(select(model))] == [True]


def test_a_case_that_the_person_joins_later_does_not_exist_either(sign_in, people, director):
    keep(sign_in("ruud-sanders"), people, "anneke-postma", "excluded", organisation=SCHOOL)
    with people.app.app_context(), Session(db.engine) as session:
        case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
        party = session.scalars(select(Party).where(Party.key == "noor")).one()
        other = Person(key="other", name="Iemand anders")
        session.add(other)
        session.flush()
        person_id, party.person_id = party.person_id, other.id
        session.commit()
    link_school(director, people)
    assert sign_in("anneke-postma").get(CASE).status == 200
    with people.app.app_context(), Session(db.engine) as session:
        session.add(Party(case_id=case_id, person_id=person_id))
        session.commit()
    assert sign_in("anneke-postma").get(CASE).status == 404


def test_who_is_kept_out_is_in_no_list_and_is_refused_like_somebody_unknown(sign_in, people, director):
    officer, lead = sign_in("ruud-sanders"), sign_in("petra-zuidema")
    keep(officer, people, "marit-kloosterman", "own", organisation="Gemeente Oosterdelta")
    for page in ("handover", "deputies", "milestones/new", "entries/new/action", "entries/new/conference"):
        found = lead.get(f"{CASE}/{page}")
        assert found.status == 200, page
        assert "Marit Kloosterman" not in found.html, page
    page = lead.get(f"{CASE}/milestones/new")
    asked = {"kind": "m10", "due_on": "2026-12-01", "owner_id": people.user("marit-kloosterman")}
    refused = page.submit(**asked)
    unknown = lead.get(f"{CASE}/milestones/new").submit(**(asked | {"owner_id": people.party("noor")}))
    assert (refused.status, refused.errors) == (422, unknown.errors)


def test_a_person_whom_nobody_knows_and_one_who_is_kept_from_the_officer_look_alike(sign_in, people):
    officer = sign_in("ruud-sanders")
    unknown = keep(officer, people, "anneke-postma", "own", organisation=SCHOOL, name="Niemand", reason="x")
    with people.app.app_context(), Session(db.engine) as session:
        person_id = session.scalars(select(Party.person_id).where(Party.key == "noor")).one()
        me = session.scalars(select(User.id).where(User.key == "ruud-sanders")).one()
        session.add(PersonTie(user_id=me, person_id=person_id))
        session.commit()
    hidden = keep(officer, people, "anneke-postma", "own", organisation=SCHOOL, reason="x")
    assert (hidden.status, hidden.errors) == (422, unknown.errors)
    assert "Er is nog niemand" not in officer.get("/excluded-persons").text
    with people.app.app_context(), Session(db.engine) as session:
        session.execute(delete(PersonTie))
        session.commit()


@pytest.mark.parametrize("who", ["petra-zuidema", "ilse-brand", "anneke-postma", "lotte-prins"])
def test_only_a_privacy_officer_comes_here(story, sign_in, who):
    assert sign_in(who).get("/excluded-persons").status == 404


def test_a_wrong_form_says_what_to_do(sign_in, people):
    officer = sign_in("ruud-sanders")
    for fields, said in (
        ({"name": ""}, "Volledige naam van de persoon om wie het gaat – Vul"),
        ({"born_on": "soon"}, "Geboortedatum – Vul een datum in"),
        ({"kind": "x"}, "Wat is er aan de hand? – Kies"),
        ({"reason": ""}, "Reden – Schrijf op"),
        ({"user_id": ""}, "Medewerker – Kies een persoon."),
    ):
        page = keep(officer, people, "anneke-postma", **({"kind": "own", "organisation": SCHOOL} | fields))
        assert page.status == 422
        assert page.errors[0].startswith(said), page.errors
