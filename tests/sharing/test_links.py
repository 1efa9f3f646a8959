"""A partner is linked and reads exactly what was ticked; less when it is narrowed, nothing when it is revoked."""

from datetime import timedelta

from tests.sharing.links import CASE, HAND_OVER, PICK_UP, cells, filled_in, link_school
from tests.statement_count import MOST, counted


def test_a_partner_reads_its_cells_then_less_then_nothing_in_the_same_second(
    story, sign_in, people, director, clock
):
    school = sign_in("anneke-postma")
    assert school.get(CASE).status == 404

    page = link_school(director, people)
    assert "De partner is gekoppeld" in page.whole_text
    timeline = school.get(f"{CASE}/timeline").text
    assert PICK_UP in timeline
    assert HAND_OVER in timeline
    assert "Mirjam" not in school.get(f"{CASE}/partners").text

    clock.set(clock() + timedelta(minutes=5))
    less = page.follow("Beperken")
    kept = cells(people, "noor:safety")
    assert less.submit(button="Opslaan", scope=kept, reason="Jip zit niet meer op deze school.").status == 200
    timeline = school.get(f"{CASE}/timeline").text
    assert PICK_UP not in timeline
    assert HAND_OVER in timeline

    revoking = director.get(f"{CASE}/partners").follow("Intrekken")
    revoked = revoking.submit(button="Nu intrekken", reason="Noor gaat van school af.")
    assert "De koppeling is ingetrokken" in revoked.whole_text
    assert "Ingetrokken (2)" in director.get(f"{CASE}/partners").text, "the story has one revoked before"
    assert school.get(CASE).status == 404
    assert school.get(f"{CASE}/partners").status == 404


def test_a_link_widens_and_a_party_that_was_in_scope_keeps_its_letter(story, sign_in, people, director):
    page = link_school(director, people, "jip:safety")
    school = sign_in("anneke-postma")
    first = school.get(f"{CASE}/partners").text
    letter = first[first.index("Betrokkene ") :][:12]
    more = cells(people, "jip:education", "noor:identity")
    page.follow("Verruimen").submit(button="Opslaan", scope=more, reason="Ook over de gymles.")
    wider = school.get(f"{CASE}/partners").text
    assert letter in wider
    assert "School en opleiding" in wider
    assert "Noor Holtrop" in wider


def test_a_professional_sees_their_own_link_in_words_and_no_other(story, sign_in, people, director):
    link_school(director, people)
    page = sign_in("anneke-postma").get(f"{CASE}/partners")
    assert "Weten wie de kinderen mag ophalen." in page.text
    assert "alleen de ophaalafspraak nodig" not in page.text, "the weighing is the director's"
    assert "Veilig Thuis" not in page.text
    assert not page.main.find_all("form")


def test_people_are_shown_after_an_organisation_was_chosen_and_nothing_typed_is_lost(story, people, director):
    page = director.get(f"{CASE}/partners/new")
    assert "Kies eerst een organisatie" in page.text
    chosen = people.organisation("Basisschool De Zilvermeeuw")
    ticked = cells(people, "jip:work")
    page = page.submit(button="Personen tonen", organisation_id=chosen, purpose="Ophalen.", scope=ticked)
    assert page.status == 200
    assert not page.errors
    assert {"Anneke Postma", "Tim Oudkerk"} <= {label.text for label in page.main.find_all("label")}
    shown = page.values()
    assert shown["purpose"] == ["Ophalen."]
    assert shown["scope"] == ticked
    assert shown["organisation_id"] == [chosen]


def test_an_excluded_professional_is_in_no_list_and_cannot_be_sent_either(story, people, director):
    people.exclude("anneke-postma")
    chosen = people.organisation("Basisschool De Zilvermeeuw")
    page = director.get(f"{CASE}/partners/new").submit(button="Personen tonen", organisation_id=chosen)
    assert "Anneke Postma" not in page.text
    assert "Tim Oudkerk" in page.text
    assert "uitgesloten" not in page.text.lower()
    sent = link_school(director, people)
    assert sent.status == 422
    assert "Professionals – Kies uit de lijst." in sent.errors


WRONG = [
    ({"organisation_id": ""}, "Organisatie – Kies een organisatie."),
    ({"organisation_id": "nobody"}, "Organisatie – Kies uit de lijst."),
    ({"professional_ids": []}, "Professionals – Kies minstens één persoon uit de lijst."),
    ({"professional_ids": ["x"]}, "Professionals – Kies uit de lijst."),
    ({"purpose": " "}, "Doel – Schrijf op waar de partner dit voor nodig heeft."),
    ({"basis": "because"}, "Grondslag – Kies uit de lijst."),
    ({"basis": "wgs_2_29"}, "Grondslag – Deze organisatie is geen deelnemer"),
    ({"weighing": ""}, "Afweging – Schrijf op waarom dit nodig is"),
    ({"from_on": "2026-11-22"}, "Vanaf – Deze dag is voorbij."),
    ({"until_on": "2026-11-23"}, "Tot – De einddatum ligt niet na de begindatum."),
    ({"until_on": "tomorrow"}, "Tot – Vul een datum in"),
    ({"until_on": ""}, "Tot – Vul een datum in"),
    ({"scope": []}, "Leesrechten – Zet minstens één vinkje"),
    ({"scope": ["a:b"]}, "Leesrechten – Kies uit de lijst."),
    ({"purpose": "\x00"}, "Doel – In deze tekst staat een teken"),
]


def test_a_wrong_form_says_beside_the_field_what_to_do_and_links_nobody(story, sign_in, people, director):
    for wrong, said in WRONG:
        page = link_school(director, people, **wrong)
        assert page.status == 422, wrong
        assert any(line.startswith(said) for line in page.errors), (wrong, page.errors)
        assert page.values()["weighing"] == [wrong.get("weighing", filled_in(people)["weighing"])]
    assert "Loopt" not in director.get(f"{CASE}/partners").text
    assert sign_in("anneke-postma").get(CASE).status == 404


def test_consent_needs_no_weighing(story, people, director):
    assert "Loopt (1)" in link_school(director, people, basis="consent", weighing="").text


def test_a_party_of_another_case_cannot_be_ticked(story, people, director):
    foreign = people.user("anneke-postma")
    page = link_school(director, people, scope=[f"{foreign}:safety"])
    assert "Leesrechten – Kies uit de lijst." in page.errors


def test_of_two_editors_the_second_sees_both_and_loses_nothing(story, sign_in, people, director):
    link_school(director, people)
    hers = director.get(f"{CASE}/partners").follow("Wijzigen")
    theirs = sign_in("petra-zuidema").get(f"{CASE}/partners").follow("Beperken")
    theirs.submit(button="Opslaan", scope=cells(people, "noor:safety"), reason="Jip is van school.")
    page = hers.submit(button="Opslaan", purpose="Ook de gymtijden.", reason="Er is gym bij gekomen.")
    assert page.status == 409
    assert "Noor Holtrop: Veiligheid" in page.text
    assert "Jip Holtrop: Veiligheid" not in page.text
    assert page.values()["purpose"] == ["Ook de gymtijden."]
    assert page.submit(button="Opslaan").status == 200
    assert "Ook de gymtijden." in director.get(f"{CASE}/partners").text


def test_a_link_that_changed_meanwhile_is_not_revoked_unseen(story, sign_in, people, director):
    link_school(director, people)
    hers = director.get(f"{CASE}/partners").follow("Intrekken")
    sign_in("petra-zuidema").get(f"{CASE}/partners").follow("Wijzigen").submit(
        button="Opslaan", purpose="Anders.", reason="Dat was niet duidelijk."
    )
    page = hers.submit(button="Nu intrekken", reason="Niet meer nodig.")
    assert page.status == 409
    assert "De koppeling is ingetrokken" in page.submit(button="Nu intrekken").whole_text


def test_what_is_over_cannot_be_changed(story, people, director):
    link_school(director, people)
    change = director.get(f"{CASE}/partners").follow("Wijzigen")
    revoking = director.get(f"{CASE}/partners").follow("Intrekken")
    revoking.submit(button="Nu intrekken", reason="Niet meer nodig.")
    assert "Deze koppeling is voorbij" in change.submit(button="Opslaan", reason="Toch.").whole_text


def test_an_end_in_the_past_is_refused_and_the_moment_of_the_day_at_hand_is_kept(story, people, director):
    link_school(director, people)
    less = director.get(f"{CASE}/partners").follow("Beperken")
    page = less.submit(button="Opslaan", until_on="2026-11-20", reason="Korter.")
    assert page.errors[0].startswith("Tot – De einddatum moet")
    kept = cells(people, "noor:safety")
    assert "23 november 2027 00:00" in less.submit(button="Opslaan", scope=kept, reason="Minder.").text


def test_to_everyone_else_the_pages_are_not_there(story, sign_in):
    for key in ("marit-kloosterman", "lotte-prins", "ruud-sanders", "astrid-kooiman", "tim-oudkerk"):
        somebody = sign_in(key)
        for path in ("/partners", "/partners/new"):
            assert somebody.get(CASE + path).status == 404, (key, path)


def test_a_linked_professional_cannot_link_change_or_revoke(story, sign_in, people, director):
    changing = link_school(director, people).links["Wijzigen: Basisschool De Zilvermeeuw"]
    school = sign_in("anneke-postma")
    steps = ("", "/renew", "/widen", "/narrow", "/revoke", "/preview", "/read", "/letter")
    for path in (f"{CASE}/partners/new", *(changing + step for step in steps)):
        assert school.get(path).status == 404
        assert school.post(path, filled_in(people)).status in {404, 405}


def test_the_pages_of_partners_are_made_of_few_statements(story, people, director):
    for path in (f"{CASE}/partners", f"{CASE}/partners/new"):
        director.get(path)
        with counted(story) as sent:
            director.get(path)
        assert len(sent) <= MOST, sent
