"""A consent is recorded by whom it has to be given, and a link that rests on it opens nothing once it is over."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import AuditRow, Consent, LinkAnswer, ScopeCell
from caseflow.models.vocabulary import LinkWarning
from tests.sharing.agreeing import (
    DOCTOR,
    LINK,
    RECORD,
    chosen,
    consent,
    linked,
    offered,
    on_consent,
    record,
    withdraw,
)
from tests.sharing.links import CASE, UNANSWERED, running
from tests.sharing.test_preview import LOOK, framed

FILES = ("", "/timeline", "/partners")
WHY = "Op papier; het formulier volgt."


def stands(story, model) -> list:
    with story.app_context(), Session(db.engine) as session:
        return list(session.scalars(select(model)))


def resting(story) -> int:
    with story.app_context(), Session(db.engine) as session:
        return len(list(session.scalars(select(ScopeCell).where(ScopeCell.consent_id.is_not(None)))))


def statuses(visitor) -> list[int]:
    return [visitor.get(CASE + path).status for path in FILES]


def test_what_rests_on_a_consent_is_read_until_the_second_in_which_it_is_withdrawn(
    story, people, director, sign_in, clock
):
    assert "De toestemming is vastgelegd." in record(director, people).whole_text
    assert "De partner is gekoppeld" in linked(director, people).whole_text
    doctor = sign_in("liesbeth-oort")
    assert statuses(doctor) == [200, 200, 200]
    clock.set(clock() + timedelta(seconds=1))
    page = withdraw(director)
    assert "De toestemming is ingetrokken." in page.whole_text
    assert statuses(doctor) == [404, 404, 404]
    clock.set(clock() - timedelta(seconds=1))
    assert statuses(doctor) == [200, 200, 200], "until then it was read"


def test_what_rests_on_a_consent_is_read_until_the_second_in_which_it_ends(
    story, people, director, sign_in, clock
):
    record(director, people, until_on="2026-11-30")
    linked(director, people)
    end = datetime(2026, 11, 29, 23, tzinfo=UTC)
    for moment, status in ((end - timedelta(seconds=1), 200), (end, 404)):
        clock.set(moment)
        assert sign_in("liesbeth-oort").get(CASE).status == status


def test_a_withdrawn_consent_closes_only_what_rests_on_it(story, people, director, sign_in):
    record(director, people, "mirjam", "health")
    page = linked(director, people, "mirjam:health", "mirjam:work")
    assert page.errors == [f"Waarom dit opengaat zonder vastgelegde toestemming – {UNANSWERED}"]
    assert "Mirjam Veerstra: Werk" in page.text, "what is not covered is named, and nothing else"
    page = page.submit(button=LINK, answer_consent=WHY)
    assert "De partner is gekoppeld" in page.whole_text
    assert WHY in page.text
    assert resting(story) == 1
    withdraw(director)
    seen = sign_in("liesbeth-oort").get(f"{CASE}/partners")
    assert "Werk" in seen.text
    assert "Gezondheid" not in seen.text
    assert "Dicht: de toestemming geldt niet meer" in director.get(f"{CASE}/partners").text


def test_without_a_recorded_consent_a_reason_is_asked_and_kept(story, people, director):
    page = chosen(director, people)
    page = page.submit(button=LINK, **on_consent(people, page))
    assert page.status == 422
    assert page.errors == [f"Waarom dit opengaat zonder vastgelegde toestemming – {UNANSWERED}"]
    assert "Deze partner koppelen" in page.text
    page = page.submit(button=LINK, answer_consent=WHY)
    assert f"{WHY} (Ilse Brand, 23 november 2026 09:00)" in page.text
    assert [(one.warning, one.answer) for one in stands(story, LinkAnswer)] == [(LinkWarning.CONSENT, WHY)]
    assert resting(story) == 0


@pytest.mark.parametrize(
    "other",
    [{"organisation_id": "Basisschool De Zilvermeeuw"}, {"party": "greet"}],
    ids=["for another organisation", "of another person"],
)
def test_a_consent_for_others_or_of_others_covers_nothing(story, people, director, other):
    party = other.get("party", "mirjam")
    organisation = {
        name: people.organisation(value) for name, value in other.items() if name == "organisation_id"
    }
    assert record(director, people, party, **organisation).status == 200
    page = chosen(director, people)
    page = page.submit(button=LINK, **on_consent(people, page))
    assert page.errors == [f"Waarom dit opengaat zonder vastgelegde toestemming – {UNANSWERED}"]


def test_a_reason_opens_nothing_that_was_withdrawn_and_a_new_consent_does(story, people, director, sign_in):
    record(director, people)
    linked(director, people)
    withdraw(director)
    page = running(director, "Wijzigen")
    page = page.submit(
        button="Opslaan", purpose="Letsel beoordelen. Ook oud letsel.", reason="Ook oud letsel."
    )
    assert page.status == 200
    assert sign_in("liesbeth-oort").get(CASE).status == 404
    record(director, people)
    page = running(director, "Wijzigen")
    page.submit(button="Opslaan", consent_ids=offered(page), reason="Mirjam wil het toch.")
    assert sign_in("liesbeth-oort").get(CASE).status == 200


def test_a_link_that_is_founded_on_something_else_needs_no_consent_any_more(story, people, director, sign_in):
    record(director, people)
    linked(director, people)
    withdraw(director)
    changed = running(director, "Wijzigen").submit(
        button="Opslaan", basis="vital_interest", weighing="Acuut gevaar.", reason="Acuut gevaar."
    )
    assert changed.status == 200
    assert sign_in("liesbeth-oort").get(CASE).status == 200
    assert resting(story) == 0


def test_whoever_looks_along_sees_what_a_consent_opens_and_nothing_once_it_is_withdrawn(
    story, people, director
):
    record(director, people)
    page = chosen(director, people)
    page = page.submit(button=LOOK, **on_consent(people, page))
    assert framed(page) is not None
    assert resting(story) == 0, "nothing of it is kept"
    linked(director, people)
    look = running(director, "Bekijken wat zij zien")
    assert framed(look) is not None
    withdraw(director)
    assert framed(director.get(look.path)) is None


WHO = [
    ("noor", {"by_self": False}, "Voor een kind onder de 12 beslissen"),
    ("jip", {"by_self": False, "represented_by": "Mirjam"}, "Vanaf 12 jaar moet ook het kind"),
    ("jip", {}, "Tot 16 jaar moeten ook de wettelijk vertegenwoordigers"),
    ("tess", {"by_self": False, "represented_by": "Bas"}, "Vanaf 16 jaar moet iemand zelf"),
    ("jip", {"represented_by": "Mirjam", "until_on": "2027-04-27"}, "zestiende verjaardag"),
    ("mirjam", {"from_on": "2026-11-24"}, "Deze dag moet nog komen"),
    ("noor", {"from_on": "2010-01-01", "represented_by": "Mirjam"}, "nog niet geboren"),
    ("mirjam", {"until_on": "2026-11-23"}, "Kies een dag na vandaag"),
]


@pytest.mark.parametrize(("party", "said", "told"), WHO)
def test_who_has_to_agree_depends_on_age_and_what_was_typed_stays(people, director, party, said, told):
    page = record(director, people, party, **said)
    assert page.status == 422
    [error] = page.errors
    assert told in error
    assert page.values()["purpose"] == ["Letsel beoordelen."]
    assert "Er is nog geen toestemming vastgelegd" in director.get(f"{CASE}/consents").text


def test_both_agree_for_a_child_from_twelve_until_the_sixteenth_birthday(story, people, director):
    page = record(director, people, "jip", represented_by="Mirjam Veerstra", until_on="2027-04-26")
    assert "zelf, samen met Mirjam Veerstra" in page.text
    page = record(director, people, "noor", by_self=False, represented_by="Mirjam en Dennis")
    assert "door Mirjam en Dennis" in page.text
    assert "Ondertekend formulier" in page.text


def test_nothing_chosen_is_told_beside_each_field(story, people, director):
    page = director.get(f"{CASE}/consents/new").submit(button=RECORD)
    assert len(page.errors) == 6
    assert page.status == 422
    assert any(
        one.startswith("Deze persoon heeft zelf toestemming gegeven – Vink dit aan") for one in page.errors
    )


def test_a_consent_is_withdrawn_once(story, people, director):
    record(director, people)
    page = director.get(f"{CASE}/consents")
    form = director.get(next(to for words, to in page.links.items() if words.startswith("Intrekken: Mirjam")))
    assert form.submit(button="Intrekken").errors
    withdraw(director)
    again = form.submit(button="Intrekken", withdrawn_by="Mirjam")
    assert "Deze toestemming is al voorbij." in again.whole_text
    assert not [words for words in director.get(f"{CASE}/consents").links if words.startswith("Intrekken")]


def test_a_consent_is_for_seats_and_its_acts_are_in_the_log(story, people, director, sign_in):
    record(director, people, purpose="Alleen voor de dokter.")
    linked(director, people)
    doctor = sign_in("liesbeth-oort")
    assert "Alleen voor de dokter." not in doctor.get(f"{CASE}/partners").whole_text
    [one] = stands(story, Consent)
    for path in ("/consents", "/consents/new", f"/consents/{one.id}/withdraw"):
        assert doctor.get(CASE + path).status == 404
        assert sign_in("ruud-sanders").get(CASE + path).status == 404
    withdraw(director)
    with story.app_context(), Session(db.engine) as session:
        acts = set(session.scalars(select(AuditRow.act)))
    assert {"consent.recorded", "consent.withdrawn", "consents.read"} <= acts


def test_a_link_can_rest_on_no_consent_that_ended_while_its_form_was_open(
    story, people, director, clock, sign_in
):
    record(director, people, until_on="2026-11-24")
    page = chosen(director, people)
    ticked = offered(page)
    clock.set(datetime(2026, 11, 23, 23, tzinfo=UTC))
    director = sign_in("ilse-brand")
    page = chosen(director, people)
    assert offered(page) == []
    form = on_consent(people, page, consent_ids=ticked) | {"organisation_id": people.organisation(DOCTOR)}
    page = director.post(f"{CASE}/partners/new", page.values() | form | {"step": []})
    assert page.status == 422
    assert resting(story) == 0


def test_a_consent_of_somebody_stands_in_the_way_of_taking_them_out(story, people, director):
    record(director, people, "greet")
    page = director.get(f"{CASE}/parties/{people.party('greet')}/remove")
    assert "er is 1 toestemming van deze persoon vastgelegd" in page.text


def test_a_consent_that_is_sent_with_another_case_s_people_is_refused(story, people, director):
    page = director.get(f"{CASE}/consents/new")
    form = consent(people) | {"party_id": "00000000-0000-4000-8000-000000000000"}
    refused = director.post(f"{CASE}/consents/new", form | {"csrf_token": page.values()["csrf_token"]})
    assert refused.status == 422
    assert stands(story, Consent) == []
