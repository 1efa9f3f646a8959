"""Which partner is linked on which day, to the minute, and what a link about money stands on."""

import pytest

from tests.pages import Page
from tests.scenario.reading import CASE, TIMELINE, items, section

PARTNERS = f"{CASE}/partners"
CREDIT_BANK = "Kredietbank Deltaregio"


def linked(page: Page) -> set[str]:
    """Return the organisations of which a link runs, as the page of partners says it."""
    running, found = False, set()
    for one in page.main.find_all("h2", "h3"):
        if one.tag == "h2":
            running = one.text.startswith("Loopt ")
        elif running:
            found.add(one.text)
    return found


@pytest.mark.parametrize(
    ("name", "key", "without", "linked_from"),
    [
        (
            "Werkplein Oosterdelta",
            "fatma-yildiz",
            ("2023-02-27 12:00", "2023-03-20 08:59"),
            "2023-03-20 09:00",
        ),
        (
            "Verslavingszorg Brugzicht",
            "inge-terpstra",
            ("2023-02-27 12:00", "2023-09-14 08:59"),
            "2023-09-14 09:00",
        ),
    ],
)
def test_at_the_baseline_income_and_addiction_care_are_not_linked_yet(look, name, key, without, linked_from):
    for moment in (*without, linked_from):
        there = moment == linked_from
        partners = linked(look(moment, "ilse-brand", PARTNERS))
        assert "GGZ Deltaregio" in partners, moment
        assert (name in partners) == there, moment
        assert (name in section(look(moment, "ilse-brand", CASE), "Partners")) == there, moment
        assert look(moment, key, CASE).status == (200 if there else 404), moment


def test_at_the_baseline_these_partners_are_linked(look):
    assert linked(look("2023-02-27 12:00", "ilse-brand", PARTNERS)) == {
        "Veilig Thuis Deltaregio",
        "Politie, basisteam Oosterdelta",
        "Lokaal team De Kreken",
        "Openbaar Ministerie, parket Deltaregio",
        "Basisschool De Zilvermeeuw",
        "Vrouwenopvang De Luwte",
        "GGZ Deltaregio",
        "Slachtofferhulp Deltaregio",
        "Het Baken College",
    }


def test_what_debt_help_reads_about_money_stands_on_the_consent_of_mirjam(look):
    moment = "2023-03-06 13:00"
    page = look(moment, "ilse-brand", PARTNERS)
    (link,) = [one.text for one in page.main.find_all("section") if CREDIT_BANK in one.text]
    assert "Grondslag Toestemming" in link
    assert "Uitdrukkelijke toestemming van Mirjam van 6 maart 2023." in link
    names, scope = link.split("Wat zij mogen lezen")
    assert "Marco Lubbers" in names
    assert "Mirjam Veerstra" in scope
    assert "Geld: ja" in scope
    assert "Dennis" not in scope
    (consent,) = items(look(moment, "ilse-brand", f"{TIMELINE}?kind=decision&from=2023-03-06"))
    assert "schriftelijk toestemming om haar financiële gegevens te delen met de Kredietbank" in consent
    assert "Besloten door Mirjam Veerstra" in consent


def test_debt_help_reads_the_consent_from_the_minute_it_is_linked_and_nothing_about_dennis(look):
    assert CREDIT_BANK not in linked(look("2023-03-06 12:59", "ilse-brand", PARTNERS))
    assert look("2023-03-06 12:59", "marco-lubbers", CASE).status == 404
    own = look("2023-03-06 13:00", "marco-lubbers", PARTNERS).text
    assert "Mirjam Veerstra: Identiteit, Geld" in own
    assert "Dennis" not in own
    read = items(look("2023-03-06 13:00", "marco-lubbers", TIMELINE))
    assert any("schriftelijk toestemming" in text for text in read)
    assert not any("Dennis" in text for text in read)
    debts = items(look("2023-03-06 13:00", "ilse-brand", f"{TIMELINE}?category=finance&from=2023-03-06"))
    assert any("Dennis" in text for text in debts)
