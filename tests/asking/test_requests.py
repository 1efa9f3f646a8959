"""Requests for information: to who directs cases, about a person or in a case, and to a professional by name."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import AuditRow, InfoRequestPlace, Person
from tests.sharing.links import CASE

ASKED = {
    "role": "Ik begeleid de vader",
    "function": "Wijkagent",
    "legal_task": "Politiewet 2012, artikel 3",
    "purpose": "Weten of er gevaar is.",
    "need": "Is er een plan voor de veiligheid?",
}
KNOWN = {"person_name": "dennis  HOLTROP", "person_born_on": "1984-08-30"}
UNKNOWN = {"person_name": "Gijsbert van Nergens", "person_born_on": "1984-08-30"}
NOBODY_ANSWERED = "Er is nog geen antwoord."
FIXED = "Op deze vraag kan geen informatie worden gegeven."
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|value=\"[^\"]*\"|nonce=\"[^\"]*\"")
NAMES = re.compile("|".join((KNOWN["person_name"], UNKNOWN["person_name"])))


@pytest.fixture
def known(story):
    """The person of the story, as somebody who knows him would write him."""
    with story.app_context(), Session(db.engine) as session:
        born_on = session.scalars(select(Person.born_on).where(Person.name == "Dennis Holtrop")).one()
    return KNOWN | {"person_born_on": born_on.isoformat()}


def ask_about(who, people, person, **others):
    fields = {"organisation_id": people.organisation("Gemeente Oosterdelta")} | ASKED | person | others
    return who.get("/requests/new").submit(button="Vraag versturen", **fields)


def alike(page) -> str:
    """Return a page without what differs between any two: keys, ids, and the name that was asked for."""
    return NAMES.sub("…", IDS.sub("…", page.html))


def place_of(app) -> set:
    with app.app_context(), Session(db.engine) as session:
        return set(session.scalars(select(InfoRequestPlace.case_id)))


def test_who_asks_sees_the_same_whether_the_person_is_known_unknown_or_kept_from_them(
    sign_in, people, known, clock
):
    """Of two professionals of the police one is excluded from the case; of both the pages are the same bytes."""
    unknown = UNKNOWN | {"person_born_on": known["person_born_on"]}
    karin, wouter = sign_in("karin-boelens"), sign_in("wouter-holtrop")
    pages = [ask_about(karin, people, known), ask_about(karin, people, unknown)]
    assert [page.status for page in pages] == [200, 200]
    assert alike(pages[0]) == alike(pages[1])
    assert NOBODY_ANSWERED in pages[0].text
    kept = [ask_about(wouter, people, known), ask_about(wouter, people, unknown)]
    assert alike(kept[0]) == alike(kept[1])
    assert None in place_of(people.app)
    assert wouter.get("/shared").text.count("Gevraagd") == 2
    clock.set(clock() + timedelta(minutes=5))
    answers = {"director": [], "lead": []}
    for page in (*pages, *kept):
        answerer = "director" if page in (pages[0], kept[0]) else "lead"
        who = sign_in("ilse-brand" if answerer == "director" else "henk-dijkgraaf")
        refused = who.get(page.path).submit(
            button="Antwoord versturen", outcome="refused", reason=f"Eigen reden van {answerer}."
        )
        assert "Afgewezen" in refused.text
        again = page.visitor.get(page.path)
        assert FIXED in again.text
        assert "Eigen reden" not in again.whole_text
        assert "Ilse" not in again.whole_text
        assert "Henk" not in again.whole_text
        answers[answerer].append(alike(again))
    assert answers["director"] == answers["lead"]


def test_a_request_about_a_known_person_reaches_the_seats_of_the_case_alone(sign_in, people, known):
    page = ask_about(sign_in("karin-boelens"), people, known)
    for seat in ("ilse-brand", "farouk-amrani", "petra-zuidema"):
        assert "OD-2023-004" in sign_in(seat).get(page.path).text, seat
        assert "uw antwoord is nodig" in sign_in(seat).get("/today").text, seat
    for other in ("henk-dijkgraaf", "rosa-tjin", "wouter-holtrop", "esther-hoving", "ruud-sanders"):
        assert sign_in(other).get(page.path).status == 404, other


def test_a_request_about_nobody_known_reaches_team_leads_who_answer_it(sign_in, people):
    page = ask_about(sign_in("karin-boelens"), people, UNKNOWN)
    for other in ("ilse-brand", "rosa-tjin", "esther-hoving", "ruud-sanders"):
        assert sign_in(other).get(page.path).status == 404, other
    henk = sign_in("henk-dijkgraaf")
    assert "Geen casus bekend" in henk.get("/today").text
    assert "Er is hier geen casus bekend" in henk.get(page.path).text
    answered = henk.get(page.path).submit(
        button="Antwoord versturen", outcome="partly", reason="Bel mij even."
    )
    assert "Deels toegekend" in answered.text
    assert "Bel mij even." in page.visitor.get(page.path).text
    assert "uw antwoord is nodig" not in henk.get("/today").text


def test_a_name_alone_reaches_team_leads_also_where_nobody_knows_when_somebody_was_born(
    sign_in, people, story
):
    with story.app_context(), Session(db.engine) as session:
        session.scalars(select(Person).where(Person.name == "Dennis Holtrop")).one().born_on = None
        session.commit()
    page = ask_about(sign_in("karin-boelens"), people, {"person_name": "Dennis Holtrop"})
    assert None in place_of(people.app)
    assert sign_in("ilse-brand").get(page.path).status == 404
    assert "Er is niet gezocht" in sign_in("henk-dijkgraaf").get(page.path).text


def test_to_who_is_excluded_nothing_can_be_granted(sign_in, people, known):
    page = ask_about(sign_in("wouter-holtrop"), people, known)
    ilse = sign_in("ilse-brand")
    form = ilse.get(page.path)
    assert "Wie dit vraagt, is uitgesloten van deze casus" in form.text
    wrong = form.submit(button="Antwoord versturen", outcome="granted", reason="Kom langs.")
    assert wrong.status == 422
    assert "alleen afwijzen" in " ".join(wrong.errors)
    assert NOBODY_ANSWERED in page.visitor.get(page.path).text


def test_what_was_granted_is_gone_for_who_is_excluded_later(sign_in, people, known):
    page = ask_about(sign_in("esther-hoving"), people, known)
    sign_in("ilse-brand").get(page.path).submit(
        button="Antwoord versturen", outcome="granted", reason="U krijgt een koppeling."
    )
    assert "U krijgt een koppeling." in page.visitor.get(page.path).text
    people.exclude("esther-hoving")
    again = page.visitor.get(page.path)
    assert NOBODY_ANSWERED in again.text
    assert "koppeling" not in again.text


def test_granting_opens_nothing_and_leads_to_where_that_is_decided(sign_in, people, known):
    asker = sign_in("femke-haan")
    page = ask_about(asker, people, known)
    answered = (
        sign_in("ilse-brand")
        .get(page.path)
        .submit(button="Antwoord versturen", outcome="granted", reason="U krijgt een koppeling.")
    )
    assert f"{CASE}/partners" in answered.links.values()
    assert asker.get(CASE).status == 404
    assert "OD-2023-004" not in asker.get("/shared").whole_text
    assert "OD-2023-004" not in asker.get(page.path).whole_text


def test_nobody_answers_twice_nor_their_own(sign_in, people, known):
    page = ask_about(sign_in("karin-boelens"), people, known)
    assert page.visitor.post(page.path, {"outcome": "granted", "reason": "x"}).status == 200
    assert NOBODY_ANSWERED in page.visitor.get(page.path).text
    ilse, farouk = sign_in("ilse-brand"), sign_in("farouk-amrani")
    first, second = ilse.get(page.path), farouk.get(page.path)
    first.submit(button="Antwoord versturen", outcome="granted", reason="Eerste.")
    assert second.submit(button="Antwoord versturen", outcome="refused", reason="Tweede.").status == 200
    assert "Eerste." in ilse.get(page.path).text


def test_a_professional_asks_the_director_in_a_shared_case(sign_in, people):
    anneke = sign_in("anneke-postma")
    page = anneke.get(CASE).follow("De regisseur om informatie vragen")
    sent = page.submit(button="Vraag versturen", party_ids=[people.party("noor")], **ASKED)
    assert "OD-2023-004" in sent.text
    refused = (
        sign_in("ilse-brand")
        .get(sent.path)
        .submit(button="Antwoord versturen", outcome="refused", reason="Dat hoort niet bij school.")
    )
    assert "Afgewezen" in refused.text
    assert "Dat hoort niet bij school." in anneke.get(sent.path).text
    people.exclude("anneke-postma")
    assert anneke.get(sent.path).status == 404
    assert "OD-2023-004" not in anneke.get("/shared").whole_text


def test_who_asked_finds_the_way_back_and_the_case(sign_in, people):
    anneke = sign_in("anneke-postma")
    form = anneke.get(CASE).follow("De regisseur om informatie vragen")
    assert [one.text for one in form.root.find_all("a") if one.get("aria-current")] == ["Overzicht"]
    sent = form.submit(button="Vraag versturen", party_ids=[people.party("noor")], **ASKED)
    assert sent.links["OD-2023-004"] == CASE
    assert sent.links["Vragen in deze casus"] == f"{CASE}/requests"
    assert sent.links["Terug naar Met mij gedeeld"] == "/shared"


def test_a_director_asks_a_professional_about_people_of_whom_they_know(sign_in, people, clock):
    ilse, anneke = sign_in("ilse-brand"), sign_in("anneke-postma")
    form = ilse.get(f"{CASE}/requests")
    fields = {"asked_id": people.user("anneke-postma")} | ASKED
    wrong = form.submit(button="Vraag versturen", party_ids=[people.party("dennis")], **fields)
    assert wrong.status == 422
    assert "van wie deze professional niet weet" in " ".join(wrong.errors)
    assert ilse.get(f"{CASE}/requests").submit(button="Vraag versturen", **fields).status == 422
    sent = form.submit(button="Vraag versturen", party_ids=[people.party("noor")], **fields)
    assert "Ilse Brand" in anneke.get("/shared").text
    assert "Antwoord versturen" not in ilse.get(sent.path).html
    assert sign_in("karin-boelens").get(sent.path).status == 404
    clock.set(clock() + timedelta(days=30))
    assert "niet op tijd beantwoord" in sign_in("ilse-brand").get("/today").text
    answered = (
        sign_in("anneke-postma")
        .get(sent.path)
        .submit(button="Antwoord versturen", outcome="granted", reason="Ik schrijf het op.")
    )
    assert f"{CASE}/entries/new" in answered.links.values()
    assert "Ik schrijf het op." in sign_in("ilse-brand").get(sent.path).text
    assert "Beantwoord sinds" in sign_in("ilse-brand").get("/today").text


def test_a_request_is_due_after_two_weeks_of_working_days_unless_another_day_is_chosen(sign_in, people):
    form = sign_in("karin-boelens").get("/requests/new")
    assert form.values(form.form_with("person_name"))["due_on"] == ["2023-12-04"]


def test_only_partners_ask_about_a_person_and_only_linked_ones_in_a_case(sign_in):
    for other in ("ilse-brand", "lotte-prins", "ruud-sanders"):
        assert sign_in(other).get("/requests/new").status == 404, other
    for other in ("femke-haan", "wouter-holtrop", "lotte-prins"):
        assert sign_in(other).get(f"{CASE}/requests").status == 404, other


def test_asking_and_answering_stand_in_the_log_and_asking_about_a_person_not_in_that_of_the_case(
    sign_in, people, known
):
    page = ask_about(sign_in("karin-boelens"), people, known)
    sign_in("ilse-brand").get(page.path).submit(
        button="Antwoord versturen", outcome="granted", reason="Kom langs."
    )
    with people.app.app_context(), Session(db.engine) as session:
        acts = {row.act: row.case_id for row in session.scalars(select(AuditRow))}
    assert acts["request.asked"] is None
    assert acts["request.answered"] is not None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"person_name": ""}, "naam van de persoon"),
        ({"organisation_id": ""}, "Kies een organisatie."),
        ({"person_born_on": "ooit"}, "Vul een datum in"),
        ({"need": ""}, "wat u wilt weten"),
        ({"due_on": "2023-11-01"}, "Kies een dag na vandaag."),
    ],
)
def test_a_wrong_form_says_what_to_do_and_keeps_what_was_typed(sign_in, people, fields, said):
    page = ask_about(sign_in("karin-boelens"), people, UNKNOWN, **fields)
    assert page.status == 422
    assert said in " ".join(page.errors), page.errors
    assert "Wijkagent" in page.html
