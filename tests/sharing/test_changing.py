"""Renewed, widened, narrowed, revoked: each an act with a reason that stays; and after the end, what had been read."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from caseflow.access.system import system_session
from caseflow.clock import AMSTERDAM
from caseflow.models import AuditRow, Case, Deputy, Link, LinkDeed, User
from tests.sharing.links import CASE, PICK_UP, answering, cells, filled_in, link_school, running

PARTNERS = f"{CASE}/partners"


DEEDS = select(LinkDeed.act, LinkDeed.reason)


def doing(director, act: str, **fields):
    """Do something with the one running link, and answer what is asked."""
    page = running(director, act)
    return answering(page.submit(button="Opslaan", **fields), "Opslaan")


def revoke(director):
    page = running(director, "Intrekken")
    return page.submit(button="Nu intrekken", reason="Noor gaat van school af.")


def deeds(story) -> list[tuple[str, str]]:
    with story.app_context(), system_session("test") as session:
        return [(str(act), reason) for act, reason in session.execute(DEEDS)]


def last_act(story) -> str:
    with story.app_context(), system_session("test") as session:
        acts = select(AuditRow.act).where(AuditRow.act.like("link.%"))
        return session.scalars(acts.order_by(AuditRow.position.desc()).limit(1)).one()


def test_every_act_needs_a_reason_which_stays_with_the_link(story, people, director):
    link_school(director, people)
    for act, fields, named in (
        ("Wijzigen", {"purpose": "Ook de gymtijden."}, "link.changed"),
        ("Verlengen", {"until_on": "2028-01-01"}, "link.renewed"),
        ("Verruimen", {"scope": cells(people, "jip:education")}, "link.widened"),
        ("Beperken", {"until_on": "2026-12-01"}, "link.narrowed"),
    ):
        page = doing(director, act, **fields)
        assert page.status == 422
        assert any(one.startswith("Reden – Schrijf op waarom") for one in page.errors), act
        page = answering(page.submit(button="Opslaan", reason=f"Bij {named}."), "Opslaan")
        assert page.status == 200, page.errors
        assert f"Bij {named}." in page.text
        assert last_act(story) == named
    earlier = running(director, "Eerdere versies").text
    assert all(f"Reden: Bij {named}." in earlier for named in ("link.renewed", "link.widened"))
    assert [act for act, _reason in deeds(story)] == ["changed", "renewed", "widened", "narrowed"]


def test_what_would_change_nothing_or_the_wrong_way_is_refused_beside_its_field(story, people, director):
    link_school(director, people)
    for act, fields, said in (
        ("Verlengen", {"until_on": "2027-11-23"}, "Tot – Verlengen betekent"),
        ("Verlengen", {"until_on": "2027-01-01"}, "Tot – Verlengen betekent"),
        ("Beperken", {"until_on": "2029-01-01"}, "Tot – Dit is later"),
        ("Beperken", {"until_on": "2026-11-22"}, "Tot – De einddatum moet"),
        ("Beperken", {}, "Leesrechten – Zo verandert er niets"),
        ("Beperken", {"scope": []}, "Leesrechten – Laat minstens één vinkje staan"),
        ("Verruimen", {"scope": []}, "Leesrechten – Zo verandert er niets"),
    ):
        page = doing(director, act, reason="Daarom.", **fields)
        assert page.status == 422, (act, fields)
        assert any(one.startswith(said) for one in page.errors), (act, fields, page.errors)
    assert deeds(story) == []


def test_widening_cannot_narrow_and_narrowing_cannot_widen(story, people, director):
    link_school(director, people)
    page = running(director, "Beperken")
    form = page.values() | {"scope": cells(people, "jip:health"), "reason": ["Meer."]}
    assert director.post(page.path, form).errors == ["Leesrechten – Kies uit de lijst."]
    doing(director, "Verruimen", scope=cells(people, "jip:education"), reason="Ook school.")
    narrow = running(director, "Beperken")
    assert sorted(narrow.values()["scope"]) == sorted(
        cells(people, "jip:safety", "noor:safety", "jip:education")
    )


def test_a_link_that_is_over_is_renewed_as_a_new_one_and_never_from_the_past(story, people, sign_in, clock):
    link_school(sign_in("ilse-brand"), people)
    clock.set(datetime(2027, 12, 1, 9, tzinfo=AMSTERDAM))
    director = sign_in("ilse-brand")
    over = director.get(PARTNERS)
    [address] = {
        one.get("href")
        for group in over.main.find_all("details")
        if "23 november 2026" in group.text
        for one in group.find_all("a")
        if one.text.startswith("Opnieuw koppelen: ")
    }
    page = director.get(address)
    shown = page.values()
    assert shown["from_on"] == ["2027-12-01"]
    assert shown["until_on"] == ["2028-12-01"]
    assert shown["purpose"] == [filled_in(people)["purpose"]]
    assert sorted(shown["scope"]) == sorted(cells(people, "jip:safety", "noor:safety"))
    assert page.submit(button="Deze partner koppelen", from_on="2027-11-30").status == 422
    page = page.submit(button="Deze partner koppelen")
    assert any(one.startswith("Reden – Schrijf op waarom") for one in page.errors)
    page = page.submit(
        button="Deze partner koppelen", reason="Het nieuwe schooljaar.", answer_held_by_source="Niet nodig."
    )
    assert "Het nieuwe schooljaar." in page.text
    assert last_act(story) == "link.renewed"


def test_a_link_that_runs_is_not_renewed_as_a_new_one(story, people, director):
    link_school(director, people)
    with story.app_context(), system_session("test") as session:
        running = session.scalars(select(Link.id).order_by(Link.from_at.desc()).limit(1)).one()
    assert director.get(f"{PARTNERS}/new?renews={running}").status == 404
    assert director.get(f"{PARTNERS}/new?renews=nothing").status == 404


def test_after_revoking_one_sees_what_was_read_and_a_letter_that_says_nothing(
    story, people, director, sign_in, clock
):
    link_school(director, people)
    school = sign_in("anneke-postma")
    assert PICK_UP in school.get(f"{CASE}/timeline").text
    clock.set(clock() + timedelta(minutes=5))
    page = revoke(director)
    assert page.path.endswith("/read")
    assert "Anneke Postma" in page.text
    entries = [one.get("href") for one in page.main.find_all("a") if "/entries/" in one.get("href")]
    assert entries
    assert director.get(entries[0]).status == 200
    letter = page.follow("Brief met verzoek om te wissen")
    assert "Basisschool De Zilvermeeuw" in letter.text
    assert "OD-2023-004" in letter.text
    assert PICK_UP not in letter.text
    for name in ("Mirjam", "Dennis", "Jip", "Noor", "Holtrop", "Veilig Thuis", "Politie", "ophalen"):
        assert name not in letter.text, name
    assert "Dear colleague" not in letter.text
    assert school.get(page.path).status == 404
    assert "revoked" in dict(deeds(story))


def test_who_saw_names_alone_saw_something_that_has_to_be_deleted(story, people, director, sign_in, clock):
    link_office(director, people, "mirjam:identity", "noor:identity")
    assert "Noor" in sign_in("fatma-yildiz").get(CASE).text
    clock.set(clock() + timedelta(minutes=5))
    page = revoke(director)
    assert "Zij openden geen enkel stuk." in page.text
    assert "niets gewist" not in page.text
    shown = " ".join(one.text for one in page.main.find_all("tr") if "Fatma Yıldız" in one.text)
    assert [name in shown for name in ("Noor", "Mirjam", "Dennis")] == [True, True, False]
    letter = page.follow("Brief met verzoek om te wissen")
    assert "zijn u betrokkenen in deze casus getoond" in letter.text
    assert "De eerste keer was op" in letter.text
    for name in ("Noor", "Mirjam", "Holtrop"):
        assert name not in letter.text, name


def link_office(director, people, *scope: str):
    """Link an organisation that wrote nothing in the case."""
    office = {"organisation_id": people.organisation("Werkplein Oosterdelta")}
    page = director.get(f"{PARTNERS}/new").submit(button="Personen tonen", **office)
    form = filled_in(people, *scope) | office | {"professional_ids": [people.user("fatma-yildiz")]}
    return answering(page.submit(button="Deze partner koppelen", **form), "Deze partner koppelen")


def test_after_a_link_that_nobody_used_nothing_has_to_be_deleted(story, people, director):
    link_school(director, people)
    page = revoke(director)
    assert "niets gewist" in page.text
    letter = page.follow("Brief met verzoek om te wissen")
    assert "betrokkenen in deze casus getoond" not in letter.text
    assert "De eerste keer" not in letter.text


def test_who_reads_english_gets_the_dutch_letter_and_the_english_below_it(story, people, director):
    link_school(director, people)
    address = revoke(director).path.replace("/read", "/letter")
    assert "Dear colleague," not in director.get(address).text
    with story.app_context(), system_session("test") as session:
        session.scalars(select(User).where(User.key == "ilse-brand")).one().locale = "en"
    letter = director.get(address).text
    assert letter.index("Beste collega,") < letter.index("Dear colleague,")


def test_there_is_no_letter_while_a_link_runs(story, people, director):
    link_school(director, people)
    page = running(director, "Bekijken wat zij lazen")
    assert "Via deze koppeling heeft niemand een stuk geopend" in page.text
    assert director.get(page.path.replace("/read", "/letter")).status == 404


def test_a_deputy_links_while_they_stand_in_and_not_a_moment_longer(story, people, sign_in, clock):
    with story.app_context(), system_session("test") as session:
        case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
        until = clock() + timedelta(minutes=5)
        user_id = UUID(people.user("marit-kloosterman"))
        session.add(Deputy(case_id=case_id, user_id=user_id, from_at=clock(), until_at=until))
    deputy = sign_in("marit-kloosterman")
    page = deputy.get(f"{PARTNERS}/new")
    assert "De partner is gekoppeld" in link_school(deputy, people).whole_text
    clock.set(until)
    assert deputy.get(f"{PARTNERS}/new").status == 404
    form = page.form_with("purpose")
    assert deputy.post(f"{PARTNERS}/new", page.values(form) | filled_in(people)).status == 404


def test_no_call_of_the_json_door_links_anybody(story):
    calls = {rule.rule for rule in story.url_map.iter_rules() if rule.rule.startswith("/api/")}
    assert not [one for one in calls if "link" in one or "partner" in one]


def test_a_lead_links_like_the_director_and_nobody_opens_another_case(story, people, director, sign_in):
    lead = sign_in("petra-zuidema")
    assert "De partner is gekoppeld" in link_school(lead, people).whole_text
    foreign = people.user("anneke-postma")
    page = link_school(lead, people, scope=[f"{foreign}:safety"])
    assert "Leesrechten – Kies uit de lijst." in page.errors
