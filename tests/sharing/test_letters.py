"""A party without a name has one letter for an organisation, however often that is linked; a letter tells nothing."""

import re
from datetime import timedelta
from string import ascii_uppercase
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.cases.labels import letters_for
from caseflow.db import db
from caseflow.models import Link, Party, PartyLabel
from tests.app_fixtures import MORNING
from tests.sharing.links import CASE, answering, cells, filled_in, link_school, running
from tests.sharing.test_preview import asked, framed

EVERYONE = ("mirjam", "dennis", "noor", "jip", "greet")
ABOUT_ALL = tuple(f"{one}:work" for one in EVERYONE)
LINK = "Deze partner koppelen"
LABEL = re.compile(r"Betrokkene [A-Z]+, (?:kind|volwassene)")


@pytest.fixture
def later(clock):
    """Let time pass, so that one link begins after another."""
    return lambda: clock.set(clock() + timedelta(minutes=5))


def shown(page: str) -> set[str]:
    return set(LABEL.findall(page))


def letters(app) -> list[dict[str, str]]:
    """Return the letters under each link of the case that began in the test, by key of the party, the first first."""
    wanted = (
        select(Link.id, Party.key, PartyLabel.letter)
        .join(PartyLabel, PartyLabel.link_id == Link.id)
        .join(Party, Party.id == PartyLabel.party_id)
        .where(Link.from_at >= MORNING)
        .order_by(Link.from_at)
    )
    found: dict[UUID, dict[str, str]] = {}
    with app.app_context(), Session(db.engine) as session:
        for link_id, key, letter in session.execute(wanted):
            found.setdefault(link_id, {})[key] = letter
    return list(found.values())


def revoke(director) -> None:
    assert (
        running(director, "Intrekken").submit(button="Nu intrekken", reason="Noor gaat van school af.").status
        == 200
    )


def test_whoever_is_linked_again_knows_everybody_by_the_same_letter(story, people, director, sign_in, later):
    link_school(director, people, *ABOUT_ALL)
    first = shown(sign_in("anneke-postma").get(f"{CASE}/partners").text)
    later()
    revoke(director)
    later()
    page = director.get(f"{CASE}/partners")
    again = next(to for words, to in page.links.items() if words.startswith("Opnieuw koppelen: Basisschool"))
    page = director.get(again).submit(button=LINK, reason="Toch nodig.", scope=cells(people, *ABOUT_ALL))
    assert answering(page, LINK).status == 200
    assert shown(sign_in("anneke-postma").get(f"{CASE}/partners").text) == first
    later()
    revoke(director)
    later()
    link_school(director, people, *ABOUT_ALL)
    assert shown(sign_in("anneke-postma").get(f"{CASE}/partners").text) == first
    assert len(first) == len(EVERYONE)


def test_several_links_know_everybody_by_the_same_letter_whichever_runs(story, people, director, later):
    link_school(director, people, "jip:work", "greet:work")
    later()
    link_school(director, people, "jip:education", "noor:education", "mirjam:education")
    later()
    page = running(director, "Verruimen")
    page = page.submit(button="Opslaan", scope=cells(people, "greet:work", "dennis:work"), reason="Ook oma.")
    assert answering(page, "Opslaan").status == 200
    later()
    link_school(director, people, *ABOUT_ALL)
    first, second, third = letters(story)
    assert third == first | second
    assert len(set(third.values())) == len(EVERYONE), "and no letter stands for two"


def test_a_preview_shows_the_letters_that_a_partner_knows_already(story, people, director, sign_in, later):
    link_school(director, people, *ABOUT_ALL)
    known = shown(sign_in("anneke-postma").get(CASE).text)
    later()
    revoke(director)
    page = asked(director, people, *ABOUT_ALL)
    assert shown(framed(page)) == known
    assert "Een letter die deze partner al kent, blijft dezelfde" in page.text


def test_another_organisation_has_letters_of_its_own(story, people, director, later):
    link_school(director, people, *ABOUT_ALL)
    later()
    form = filled_in(people, *ABOUT_ALL) | {
        "organisation_id": people.organisation("Woonstichting Het Havenhuis")
    }
    page = director.get(f"{CASE}/partners/new")
    page = page.submit(button="Personen tonen", organisation_id=form["organisation_id"])
    [someone, *_others] = [
        one.get("value") for one in page.main.find_all("input") if one.get("name") == "professional_ids"
    ]
    page = page.submit(button=LINK, **(form | {"professional_ids": [someone]}))
    assert answering(page, LINK).status == 200, page.errors
    school, housing = letters(story)
    assert school.keys() == housing.keys()
    assert school != housing


def drawn(party_ids, taken=(), known=None) -> list[str]:
    letters = letters_for(party_ids, taken, known or {})
    return [letters[party_id] for party_id in party_ids]


def test_a_letter_that_stands_for_somebody_is_given_to_nobody_else():
    known = {uuid4(): letter for letter in ascii_uppercase if letter != "Q"}
    assert drawn([uuid4()], known=known) == ["Q"]


def test_a_letter_that_is_taken_under_the_link_is_not_given_twice():
    jip, noor = uuid4(), uuid4()
    assert "C" not in drawn([jip], taken=["C"], known={jip: "C"})
    assert len({*drawn([jip, noor], known={jip: "C", noor: "C"})}) == 2
    assert drawn([noor, jip], known={jip: "C"})[1] == "C", "who has a letter goes before who has none"


def test_how_many_an_organisation_knew_before_is_not_told_by_longer_letters():
    known = {uuid4(): letter for letter in ascii_uppercase}
    assert [len(letter) for letter in drawn([uuid4() for _ in range(26)], known=known)] == [1] * 26
