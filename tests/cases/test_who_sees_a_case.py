"""The case page of OD-2023-004, for everyone whom the story names, at the moments that it names."""

from caseflow.cases.overview import overview_of
from caseflow.cases.queries import get_case
from tests.cases.story import PATH, STORY

SEEN = [
    ("2023-01-29 12:00", "anneke-postma", "jip noor"),
    ("2023-09-01 12:00", "anneke-postma", "noor"),
    ("2023-03-01 12:00", "joost-veldman", "tess"),
    ("2023-02-07 12:00", "esther-hoving", "mirjam dennis tess jip noor greet bas"),
    ("2023-02-07 12:00", "karin-boelens", "mirjam dennis tess jip noor"),
    ("2023-01-24 15:59", "wouter-holtrop", "mirjam dennis tess jip noor"),
    ("2023-02-20 12:00", "chantal-dieters", "mirjam tess jip noor"),
    ("2023-05-16 12:00", "samira-benali", "mirjam tess jip noor greet"),
    ("2023-03-15 12:00", "daan-merkelbach", "mirjam"),
    ("2023-05-31 11:59", "liesbeth-oort", "mirjam"),
    ("2023-05-16 12:00", "yvonne-maas", "mirjam dennis tess jip noor bas"),
    ("2024-03-14 11:59", "stefan-ruiter", "dennis"),
    ("2024-03-01 12:00", "femke-haan", "mirjam tess jip noor"),
    ("2025-05-20 12:00", "carolien-wit", "mirjam dennis noor"),
    ("2025-05-20 12:00", "esther-hoving", "mirjam dennis jip noor greet"),
]
UNSEEN = [
    ("2023-01-25 08:59", "anneke-postma"),
    ("2024-07-23 17:00", "anneke-postma"),
    ("2023-01-24 16:00", "wouter-holtrop"),
    ("2023-05-31 12:01", "liesbeth-oort"),
    ("2024-03-14 12:00", "stefan-ruiter"),
    ("2023-11-12 23:59", "farouk-amrani"),
    ("2023-12-11 00:00", "farouk-amrani"),
]
NEVER = [
    "marit-kloosterman",
    "jeroen-kwakkel",
    "rosa-tjin",
    "henk-dijkgraaf",
    "lotte-prins",
    "ruud-sanders",
    "astrid-kooiman",
    "bram-vos",
    "mieke-soer",
    "tim-oudkerk",
    "paul-evers",
]


def test_a_partner_finds_exactly_the_parties_of_their_link(at, as_user):
    for moment, who, expected in SEEN:
        at(moment)
        with as_user(who) as session:
            case = get_case(session, STORY)
            page = overview_of(session, case)
        assert {line.key for line in page.parties} == set(expected.split()), (moment, who)
        assert (case.director, case.seated) == ("Ilse Brand", False)
        check_names(page)


def check_names(page):
    """A name stands there exactly where identity is in scope; else a letter, and nothing else of the person."""
    named = {
        party_id
        for scope in page.own_scopes
        for party_id, words in scope.categories.items()
        if "identity" in words
    }
    for line in page.parties:
        assert (line.name is not None) == (line.id in named), line.key
        assert (line.letter is None) == (line.id in named), line.key
        assert line.id in named or (line.born_on, line.gender, line.roles) == (None, None, ()), line.key


def test_no_name_slips_into_the_page_of_who_may_not_know_it(at, look):
    at("2023-02-07 12:00")
    who_box = next(
        one for one in look("anneke-postma", PATH).root.find_all("section") if one.get("id") == "parties"
    )
    assert "child" in who_box.text
    assert not any(name in who_box.text for name in ("Jip", "Noor", "Holtrop"))


def test_outside_its_days_a_link_or_deputy_gives_no_case(at, look):
    for moment, who in UNSEEN:
        at(moment)
        assert look(who, PATH).status == 404, (moment, who)
        assert STORY not in look(who, "/cases?status=all").text


def test_for_everyone_else_the_case_is_not_there(at, look):
    at("2023-02-20 12:00")
    for who in NEVER:
        absent, hidden = look(who, "/cases/OD-2099-999"), look(who, PATH)
        assert (hidden.status, hidden.html) == (404, absent.html.replace("OD-2099-999", STORY)), who
        assert STORY not in look(who, "/today").text
        assert STORY not in look(who, "/cases?status=all").text


def test_an_evaluator_is_told_what_they_can_do_here(at, look):
    at("2023-02-20 12:00")
    page = look("lotte-prins", "/today")
    assert "figures without persons" in page.text
    assert page.links.keys().isdisjoint({"Cases", "Open a case"})


def test_a_partner_never_reads_what_the_case_is_about(at, look):
    at("2023-02-07 12:00")
    text = look("esther-hoving", PATH).text
    assert "Ilse Brand" in text
    assert "Losse hulp heeft het patroon" not in text
    assert "duurzaam veilig" not in text
    assert "Slachtofferhulp" not in text


def test_the_pages_of_seats_are_not_there_for_a_partner(at, look):
    at("2023-02-07 12:00")
    for page in ("parties", "parties/new", "parties/find", "brief", "manage", "parties/relationships/new"):
        assert look("esther-hoving", f"{PATH}/{page}").status == 404, page


def test_a_partner_reads_their_own_scope_in_words(at, look):
    at("2023-02-07 12:00")
    text = look("anneke-postma", PATH).text
    assert "Until 21 July 2023 17:00" in text
    assert text.count("child: Safety") == 2
    assert "Ilse Brand of Gemeente Oosterdelta is the contact point" in text


def test_while_a_deputy_stands_in_everyone_sees_whom_to_call(at, look):
    at("2023-11-20 14:00")
    assert "Stands in now Farouk Amrani" in look("ilse-brand", PATH).whole_text
    assert look("farouk-amrani", PATH).status == 200


def test_the_title_of_a_page_never_names_anybody(at, look):
    at("2023-02-07 12:00")
    page = look("ilse-brand", f"{PATH}/parties").follow("Mirjam Veerstra")
    assert page.heading == "Mirjam Veerstra"
    assert page.title == f"Person – {STORY} – caseflow"
