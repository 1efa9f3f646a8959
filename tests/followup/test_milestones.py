"""Milestones are set, done, moved and dropped; overdue follows from dates and the day of asking."""

from datetime import UTC, datetime

import pytest

FILE = "/cases/OD-2023-004/milestones"
OPEN = ("Te laat", "Vandaag", "Komt nog")


def section(page, heading):
    """Return the words under a heading, or nothing when it is not there."""
    for part in page.main.find_all("section"):
        if part.find_all("h2") and part.find_all("h2")[0].text == heading:
            return part.text
    return ""


@pytest.mark.parametrize(
    ("day", "overdue"),
    [
        ("2023-02-27", []),
        ("2023-02-28", ["Startmeting (T0)"]),
        ("2023-03-01", []),
        ("2023-10-19", []),
        ("2023-10-20", ["Plan evalueren met iedereen"]),
        ("2023-10-23", ["Plan evalueren met iedereen"]),
        ("2023-10-24", []),
        ("2023-11-01", ["Beoordelen: naar de volgende fase?"]),
        ("2023-11-07", ["Beoordelen: naar de volgende fase?"]),
        ("2023-11-08", []),
        ("2024-07-23", []),
        ("2025-01-23", []),
        ("2025-01-24", ["Nazorg na het afsluiten"]),
        ("2025-01-26", ["Nazorg na het afsluiten"]),
        ("2025-01-27", []),
    ],
)
def test_what_is_overdue_on_a_day(sign_in, clock, day, overdue):
    clock.set(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    late = section(sign_in("ilse-brand").get(FILE), "Te laat")
    assert late.count("te laat)") == len(overdue)
    assert all(title in late for title in overdue)


def test_first_contact_stays_open_until_everybody_was_seen(sign_in, clock):
    waits = {"2023-01-17": {"Dennis", "Noor"}, "2023-01-18": {"Noor"}, "2023-01-19": set()}
    for day, names in waits.items():
        clock.set(datetime.fromisoformat(f"{day}T17:00:00+00:00"))
        page = sign_in("ilse-brand").get(FILE)
        still_open = " ".join(section(page, heading) for heading in OPEN)
        first_contacts = still_open.split("Eerste contact")[1:]
        found = {
            name
            for name in ("Mirjam", "Dennis", "Tess", "Jip", "Noor")
            for one in first_contacts
            if name in one[:80]
        }
        assert found == names
        seen = section(page, "Gedaan").count("Eerste contact")
        assert (len(first_contacts), seen) == (len(names), 5 - len(names))


def test_a_milestone_is_set_and_done_and_its_follow_up_is_planned(sign_in, clock):
    clock.set(datetime(2023, 2, 1, 12, tzinfo=UTC))
    ilse = sign_in("ilse-brand")
    page = ilse.get(f"{FILE}/new").submit(kind="m33-log-review", due_on="2023-02-03")
    assert "Uiterlijk 3 februari 2023" in section(page, "Komt nog")
    page = page.follow("Startmeting (T0)").submit(
        done_on="2023-02-01", result="Samen gedaan.", button="Mijlpaal afronden"
    )
    assert "Startmeting (T0)" in section(page, "Gedaan")
    assert "Uiterlijk 1 februari 2024" in section(page, "Komt nog")
    assert "Uiterlijk 1 augustus 2024" in section(page, "Komt nog")


def test_a_day_yet_to_come_is_refused_beside_its_field_and_nothing_is_lost(sign_in, clock):
    clock.set(datetime(2023, 2, 1, 12, tzinfo=UTC))
    page = sign_in("ilse-brand").get(FILE).follow("Startmeting (T0)")
    again = page.submit(done_on="2023-02-02", result="Besproken.", button="Mijlpaal afronden")
    assert again.status == 422
    assert "Deze dag moet nog komen. Vul de dag in waarop het is gedaan." in " ".join(again.errors)
    assert again.values(again.form_with("done_on"))["result"] == ["Besproken."]


def test_a_moment_that_the_law_fixed_does_not_move(sign_in, clock):
    clock.set(datetime(2023, 1, 20, 12, tzinfo=UTC))
    page = sign_in("ilse-brand").get(FILE).follow("Einde van het huisverbod")
    again = page.submit(due_on="2023-01-30", button="Opslaan")
    assert "Dit moment ligt vast in de wet en kan niet schuiven." in " ".join(again.errors)


def test_what_does_not_have_to_happen_says_why_and_can_be_taken_up_again(sign_in, clock):
    clock.set(datetime(2023, 2, 1, 12, tzinfo=UTC))
    ilse = sign_in("ilse-brand")
    page = ilse.get(FILE).follow("Eerste systeemanalyse")
    address = page.path
    page = page.submit(because="Staat in het plan.", button="Opslaan")
    assert "Eerste systeemanalyse" in section(page, "Hoeft niet")
    assert "Staat in het plan." in ilse.get(address).text
    page = ilse.get(address).submit(button="Weer openzetten")
    assert "Eerste systeemanalyse" in section(page, "Komt nog")


def test_the_second_of_two_editors_sees_what_the_first_did_and_keeps_the_own_text(sign_in, clock):
    clock.set(datetime(2023, 2, 1, 12, tzinfo=UTC))
    first = sign_in("ilse-brand").get(FILE).follow("Eerste systeemanalyse")
    second = sign_in("petra-zuidema").get(first.path)
    first.submit(due_on="2023-03-20", button="Opslaan")
    page = second.submit(because="Dubbel werk.", button="Opslaan")
    assert page.status == 409
    assert "20 maart 2023" in page.text
    assert page.values(page.form_with("because"))["because"] == ["Dubbel werk."]
    done = page.submit(because="Dubbel werk.", button="Opslaan")
    assert "Eerste systeemanalyse" in section(done, "Hoeft niet")


def test_a_partner_sees_the_own_milestones_and_can_change_none(sign_in, clock):
    clock.set(datetime(2023, 2, 7, 12, tzinfo=UTC))
    esther = sign_in("esther-hoving")
    page = esther.get(FILE)
    assert "Veiligheidsvoorwaarden overnemen" in page.text
    assert "Startmeting" not in page.text
    assert "Nieuwe mijlpaal" not in page.text
    ilse = sign_in("ilse-brand").get(FILE).follow("Veiligheidsvoorwaarden overnemen")
    assert esther.get(ilse.path).status == 404
    assert esther.get(f"{FILE}/new").status == 404
