"""The story of Oosterdelta, moment by moment: what its pages say on the day."""

import pytest

from tests.pages import Page
from tests.scenario.reading import CASE, MILESTONES, PHASE, TIMELINE, follow_item, items, rows, section

BAN = "Tijdelijk huisverbod"
CONDITIONS = "Veiligheidsvoorwaarden van Veilig Thuis"
STILL_OPEN = ("Te laat", "Vandaag", "Komt nog")


def due(page: Page, *headings: str) -> list[str]:
    """Return what is still to do, as the page says it."""
    return [row for heading in headings or STILL_OPEN for row in rows(page, heading)]


def test_the_home_ban_says_until_when_it_runs_and_how_long_it_can_be_made(look):
    page = look("2023-01-16 12:00", "ilse-brand", CASE)
    assert f"{BAN} tot 23 januari 2023 22:40" in section(page, "Hoe veilig is het?")
    assert "Directe veiligheid sinds 16 januari 2023" in page.text
    (ban,) = items(look("2023-01-16 12:00", "ilse-brand", f"{TIMELINE}?kind=measure"))
    assert "Loopt nu" in ban
    assert "Kan worden verlengd tot uiterlijk 10 februari 2023 22:40." in ban


def test_on_the_first_day_everything_is_due_when_law_and_method_say(look):
    open_now = due(look("2023-01-16 12:00", "ilse-brand", MILESTONES))
    for words, day, count in (
        ("Betrokkenen informeren over hun gegevens", "13 februari 2023", 1),
        ("Eerste contact", "19 januari 2023", 5),
        ("Veiligheidsplan afspreken", "19 januari 2023", 1),
        ("Veiligheidsbeoordeling door Veilig Thuis", "20 januari 2023", 1),
        ("Startmeting (T0)", "27 februari 2023", 1),
    ):
        found = [row for row in open_now if words in row]
        assert len(found) == count, words
        assert all(f"Uiterlijk {day}" in row for row in found), words


def test_when_the_safety_plan_is_there_its_reviews_stand_three_months_apart(look):
    page = look("2023-01-19 18:00", "ilse-brand", MILESTONES)
    assert "gedaan 19 januari 2023" in next(row for row in rows(page, "Gedaan") if "Veiligheidsplan" in row)
    reviews = [row for row in due(page) if "Plan evalueren met iedereen" in row]
    days = [
        "19 april 2023",
        "19 juli 2023",
        "19 oktober 2023",
        "19 januari 2024",
        "19 april 2024",
        "19 juli 2024",
    ]
    assert len(reviews) == len(days)
    assert all(f"Uiterlijk {day}" in row for day, row in zip(days, reviews, strict=True))


def test_an_extended_home_ban_ends_in_four_weeks_and_not_on_the_monday_after(look):
    page = look("2023-01-23 17:00", "ilse-brand", CASE)
    assert f"{BAN} tot 10 februari 2023 22:40" in section(page, "Hoe veilig is het?")
    milestones = look("2023-01-23 17:00", "ilse-brand", MILESTONES)
    ends = [row for row in due(milestones) if "huisverbod" in row and "vernietigen" not in row]
    assert len(ends) == 2
    assert all("Uiterlijk 10 februari 2023 22:40" in row for row in ends)
    assessed = next(row for row in rows(milestones, "Gedaan") if "Veiligheidsbeoordeling" in row)
    assert "gedaan 20 januari 2023" in assessed
    assert "te laat" not in assessed


@pytest.mark.parametrize("until", ["2023-02-10T22:41", "2023-02-13T22:40"])
def test_the_extension_cannot_be_moved_past_its_last_minute(look, until):
    timeline = look("2023-01-23 17:00", "ilse-brand", f"{TIMELINE}?kind=measure")
    form = follow_item(timeline, "De burgemeester verlengt").follow("Wijzigen")
    again = form.submit(until_at=until)
    assert again.status == 422
    assert "10 februari 2023 22:40" in " ".join(again.errors)


def test_the_first_conference_took_four_decisions_and_gave_nine_actions_one_owner_each(look):
    page = look("2023-01-25 18:00", "ilse-brand", f"{TIMELINE}?kind=conference")
    conference = follow_item(page, "Veiligheid gaat voor")
    assert len(conference.main.find_all("ol")[0].find_all("li")) == 4
    actions = items(look("2023-01-25 18:00", "ilse-brand", f"{TIMELINE}?kind=action"))
    owners = {
        "Veilig Thuis Deltaregio": 1,
        "Politie, basisteam Oosterdelta": 1,
        "Basisschool De Zilvermeeuw": 1,
        "Vrouwenopvang De Luwte": 1,
        "GGZ Deltaregio": 1,
        "Lokaal team De Kreken": 2,
        "Gemeente Oosterdelta": 2,
    }
    assert len(actions) == 9
    assert all(text.count("Organisatie") == 1 for text in actions)
    found = {name: sum(f"Organisatie {name}" in text for text in actions) for name in owners}
    assert found == owners


@pytest.mark.parametrize(("minute", "standing"), [("22:39", "Loopt nu"), ("22:40", "Vanzelf geëindigd")])
def test_the_home_ban_ends_by_itself_in_its_last_minute(look, minute, standing):
    moment = f"2023-02-10 {minute}"
    extension, first = items(look(moment, "ilse-brand", f"{TIMELINE}?kind=measure"))
    assert standing in extension
    assert "Vanzelf geëindigd" in first
    safety = section(look(moment, "ilse-brand", CASE), "Hoe veilig is het?")
    assert (BAN in safety) == (minute == "22:39")


def test_the_second_safety_plan_stands_beside_the_first_which_says_what_it_said(look):
    assert "versie 2" in section(look("2023-02-10 22:40", "ilse-brand", CASE), "Hoe veilig is het?")
    page = look("2023-02-10 22:40", "ilse-brand", f"{TIMELINE}?kind=safety_plan")
    assert len(items(page)) == 2
    first = follow_item(page, "Veiligheidsplan versie 1")
    agreements = [one for one in first.main.walk() if "rows__title" in one.classes]
    assert len(agreements) == 6
    assert "Eerdere versies" not in first.text


@pytest.mark.parametrize(
    ("day", "heading", "words"),
    [
        ("2023-02-27", "Vandaag", "Uiterlijk 27 februari 2023"),
        ("2023-02-28", "Te laat", "Uiterlijk 27 februari 2023 (1 dag te laat)"),
        ("2023-03-01", "Gedaan", "Uiterlijk 27 februari 2023, gedaan 1 maart 2023 (2 dagen te laat)"),
    ],
)
def test_the_baseline_is_due_then_late_then_done_two_days_late(look, day, heading, words):
    (baseline,) = [
        row
        for row in rows(look(f"{day} 18:00", "ilse-brand", MILESTONES), heading)
        if "Startmeting (T0)" in row
    ]
    assert words in baseline


def test_the_baseline_scores_stand_per_person(look):
    page = look("2023-03-01 18:00", "ilse-brand", f"{TIMELINE}?kind=assessment&from=2023-03-01")
    for person, scores in (
        ("Mirjam Veerstra", ("Financiën 2", "Huiselijke relaties 1", "Geestelijke gezondheid 2")),
        ("Dennis Holtrop", ("Middelengebruik 1", "Werk en opleiding 2")),
    ):
        (chart,) = [text for text in items(page) if f"Over {person}" in text and "Niveau T0" in text]
        assert all(score in chart for score in scores), person


def test_monitoring_by_veilig_thuis_is_due_on_a_working_day(look):
    open_now = due(look("2023-03-28 18:00", "ilse-brand", MILESTONES))
    monitoring = [row for row in open_now if "Monitoring door Veilig Thuis" in row]
    days = ("28 juni 2023", "28 maart 2024", "30 september 2024")  # 28 September 2024 is a Saturday
    assert len(monitoring) == 3
    assert all(f"Uiterlijk {day}" in row for day, row in zip(days, monitoring, strict=True))


def test_at_the_first_evaluation_seven_voices_were_heard_and_two_actions_stall(look):
    moment = "2023-04-19 18:00"
    voices = items(look(moment, "ilse-brand", f"{TIMELINE}?kind=voice&from=2023-04-17"))
    assert len(voices) == 7
    for name in ("Mirjam", "Dennis", "Tess", "Jip", "Noor", "Greet", "Bas"):
        assert sum(f"Van {name}" in voice for voice in voices) == 1, name
    actions = items(look(moment, "ilse-brand", f"{TIMELINE}?kind=action"))
    stalled = [text for text in actions if "Ligt stil" in text]
    assert len(stalled) == 2
    assert any("Traumabehandeling starten" in text for text in stalled)
    assert any("Dennis aanmelden voor forensische behandeling" in text for text in stalled)
    done = rows(look(moment, "ilse-brand", MILESTONES), "Gedaan")
    assert any("Plan evalueren met iedereen" in row and "gedaan 19 april 2023" in row for row in done)


@pytest.mark.parametrize(
    ("day", "met"), [("2023-06-28", "5 van 6"), ("2024-03-28", "6 van 6"), ("2024-09-30", "6 van 6")]
)
def test_veilig_thuis_says_how_many_conditions_are_met(look, day, met):
    page = look(f"{day} 16:00", "esther-hoving", f"{TIMELINE}?kind=assessment&from={day}")
    (monitor,) = [text for text in items(page) if CONDITIONS in text]
    assert f"Niveau {met}" in monitor
    done = rows(look(f"{day} 16:00", "petra-zuidema", MILESTONES), "Gedaan")
    assert any("Monitoring door Veilig Thuis" in row and "te laat" not in row for row in done)


def test_the_last_monitoring_is_done_on_a_closed_case_and_then_veilig_thuis_leaves(look):
    assert "Afgesloten" in look("2024-09-30 16:59", "esther-hoving", CASE).whole_text
    assert look("2024-09-30 17:00", "esther-hoving", CASE).status == 404


@pytest.mark.parametrize(
    ("day", "reasons"),
    [
        ("2023-07-12", ["vijf van zes voorwaarden vervuld", "Huisverbod opgelegd"]),
        ("2023-09-05", ["Dreigberichten van Dennis", "vijf van zes voorwaarden", "Huisverbod opgelegd"]),
        ("2023-11-08", ["Negen weken geen dreiging", "Dreigberichten", "vijf van zes", "Huisverbod"]),
        (
            "2024-02-13",
            ["Vijf maanden veilig", "Negen weken", "Dreigberichten", "vijf van zes", "Huisverbod"],
        ),
    ],
)
def test_each_phase_has_its_reason_and_the_history_keeps_all(look, day, reasons):
    history = items(look(f"{day} 18:00", "petra-zuidema", PHASE))
    assert len(history) == len(reasons)
    assert all(reason in text for reason, text in zip(reasons, history, strict=True))


def test_supervision_ends_by_itself_and_the_probation_officer_is_out_that_minute(look):
    for minute, standing, status in (("11:59", "Loopt nu", 200), ("12:00", "Vanzelf geëindigd", 404)):
        moment = f"2024-03-14 {minute}"
        page = look(moment, "ilse-brand", f"{TIMELINE}?kind=measure&from=2023-03-14")
        (supervision,) = [text for text in items(page) if "Toezicht" in text]
        assert standing in supervision
        assert look(moment, "stefan-ruiter", CASE).status == status


@pytest.mark.parametrize(
    ("words", "last_day"),
    [
        ("Gegevens van het zorg- en veiligheidshuis opschonen", "19 mei 2030"),  # a Sunday: it does not roll
        ("Stukken van het huisverbod vernietigen", "13 januari 2028"),
    ],
)
def test_the_last_day_to_keep_something_does_not_roll_to_a_working_day(look, words, last_day):
    for moment in ("2025-05-19 12:00", "2026-07-24 12:00"):
        (purge,) = [row for row in due(look(moment, "ilse-brand", MILESTONES)) if words in row]
        assert f"Uiterlijk {last_day}" in purge
