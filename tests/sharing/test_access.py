"""Who read this file: seats see it with names, a privacy officer without, and looking is written down as well."""

from datetime import timedelta

from tests.sharing.links import CASE, link_school
from tests.statement_count import MOST, counted


def test_a_seat_sees_who_read_what_about_whom_and_by_what_right(story, sign_in, people, director):
    link_school(director, people)
    sign_in("anneke-postma").get(f"{CASE}/timeline")
    page = director.get(f"{CASE}/access")
    assert "Anneke Postma" in page.text
    assert "koppeling met Basisschool De Zilvermeeuw" in page.text
    assert "Jip Holtrop" in page.text
    assert "als regisseur" in page.text


def test_that_somebody_looked_is_in_the_log_itself(story, sign_in, director):
    director.get(f"{CASE}/access")
    page = sign_in("petra-zuidema").get(f"{CASE}/access")
    assert "Keek wie het dossier heeft gelezen" in page.text
    assert "Ilse Brand" in page.text


def test_the_log_is_filtered_by_person_act_and_period(story, sign_in, people, director, clock):
    director.get(f"{CASE}/timeline")
    sign_in("petra-zuidema").get(f"{CASE}/partners")
    clock.set(clock() + timedelta(days=1))
    director = sign_in("ilse-brand")
    director.get(f"{CASE}/milestones")

    def rows(**wanted) -> list[str]:
        asked = {"user": people.user("petra-zuidema")} | wanted
        page = director.get(f"{CASE}/access", query_string=asked)
        return [row.text for body in page.main.find_all("tbody") for row in body.find_all("tr")]

    assert rows()
    assert all("Petra Zuidema" in row for row in rows())
    everyone = {"user": ""}
    for wanted, words in (
        ({"act": "milestones.read"}, "Las de mijlpalen"),
        ({"since": "2026-11-24"}, "24-11-2026"),
        ({"until": "2026-11-23"}, "23-11-2026"),
    ):
        found = rows(**everyone, **wanted)
        assert found, wanted
        assert all(words in row for row in found), wanted
    assert "Niets gevonden" in director.get(f"{CASE}/access", query_string={"until": "1990-01-01"}).text


def test_filters_that_cannot_be_say_so_and_show_everything(story, director):
    for wrong in ({"user": "x"}, {"since": "yesterday"}, {"act": "nothing.read"}, {"until": "9999-12-31"}):
        page = director.get(f"{CASE}/access", query_string=wrong)
        assert page.status == 422
        assert page.errors
    for odd in ("-1", "x", "9" * 30, "²"):
        assert director.get(f"{CASE}/access", query_string={"before": odd}).status == 200


def test_pages_hold_fifty_lines_and_follow_each_other(story, director):
    for _time in range(54):
        director.get(f"{CASE}/access")
    first = director.get(f"{CASE}/access")
    assert len(first.main.find_all("tbody")[0].find_all("tr")) == 50
    second = first.follow("Volgende")
    assert "Terug naar de nieuwste" in second.text
    assert 1 <= len(second.main.find_all("tbody")[0].find_all("tr")) < 50


def test_a_privacy_officer_sees_who_and_when_and_no_name_of_a_party(story, sign_in, people, director):
    link_school(director, people)
    director.get(f"{CASE}/timeline")
    officer = sign_in("ruud-sanders")
    assert officer.get(CASE).status == 404
    page = officer.get("/access").submit(button="Logboek tonen", reference="OD-2023-004")
    assert page.path == f"{CASE}/access"
    assert "Ilse Brand" in page.text
    assert "Holtrop" not in page.whole_text
    assert "koppeling met Basisschool" not in page.whole_text
    assert not page.root.find_all("nav") or "Tijdlijn" not in page.whole_text


def test_a_privacy_officer_may_type_a_reference_in_small_letters(story, sign_in):
    page = sign_in("ruud-sanders").get("/access").submit(button="Logboek tonen", reference=" od-2023-004 ")
    assert (page.status, page.path) == (200, f"{CASE}/access")


def test_a_reference_that_does_not_exist_is_said_beside_the_field(story, sign_in):
    officer = sign_in("ruud-sanders")
    page = officer.get("/access").submit(button="Logboek tonen", reference="OD-1900-001")
    assert page.status == 422
    assert "Er is geen casus met dit kenmerk" in page.text
    assert officer.get("/cases/OD-1900-001/access").status == 404


def test_for_a_privacy_officer_who_is_excluded_there_is_no_such_file(story, sign_in, people):
    people.exclude("ruud-sanders")
    officer = sign_in("ruud-sanders")
    assert officer.get(f"{CASE}/access").status == 404
    assert officer.get(f"{CASE}/exclusions").status == 404
    assert officer.get("/access").submit(button="Logboek tonen", reference="OD-2023-004").status == 422


def test_nobody_else_reads_the_log(story, sign_in, people, director):
    link_school(director, people)
    for key in ("anneke-postma", "marit-kloosterman", "lotte-prins", "astrid-kooiman", "henk-dijkgraaf"):
        somebody = sign_in(key)
        assert somebody.get(f"{CASE}/access").status == 404, key
        assert somebody.get("/access").status == 404, key


def test_the_log_is_made_of_few_statements(story, director):
    director.get(f"{CASE}/access")
    with counted(story) as sent:
        director.get(f"{CASE}/access")
    assert len(sent) <= MOST, sent


def test_every_act_of_a_log_has_words(story, sign_in, people, director):
    link_school(director, people)
    shown = director.get(f"{CASE}/access")
    acts = [one.text for one in shown.form_with("act").find_all("option")]
    assert "Koppelde een partner" in acts
    assert not [act for act in acts if "." in act]


def test_a_privacy_officer_sees_who_is_linked_when_and_on_what_ground_and_nothing_more(
    story, sign_in, people, director
):
    link_school(director, people)
    page = sign_in("ruud-sanders").get(f"{CASE}/access")
    assert "Gekoppelde partners" in page.text
    assert "Basisschool De Zilvermeeuw" in page.text
    assert "Wettelijke taak" in page.text or "Publieke taak" in page.text
    for hidden in ("Weten wie de kinderen mag ophalen.", "alleen de ophaalafspraak nodig", "Anneke Postma"):
        assert hidden not in page.main.text
    assert "Gekoppelde partners" not in director.get(f"{CASE}/access").text
