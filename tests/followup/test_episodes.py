"""Phases go on and back; two people close a case; reopening starts the next episode."""

from datetime import UTC, datetime

import pytest

from tests.followup.test_milestones import FILE, section
from tests.scenario.reading import items

CLOSE = "/cases/OD-2023-004/close"
PHASE = "/cases/OD-2023-004/phase"


@pytest.mark.parametrize(
    ("day", "phase", "count"),
    [
        ("2023-01-16", "Directe veiligheid", 1),
        ("2023-07-12", "Risicogestuurde zorg", 2),
        ("2023-09-05", "Directe veiligheid", 3),
        ("2023-11-08", "Risicogestuurde zorg", 4),
        ("2024-02-13", "Herstel", 5),
        ("2025-05-12", "Directe veiligheid", 6),
    ],
)
def test_the_phase_of_a_day_stands_first_and_the_history_keeps_all(sign_in, clock, day, phase, count):
    clock.set(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    so_far = items(sign_in("petra-zuidema").get(PHASE))
    assert len(so_far) == count
    assert f" {day[:4]} {phase} Nu " in so_far[0]


def test_a_phase_is_entered_with_a_reason_and_not_twice(sign_in, clock):
    clock.set(datetime(2023, 3, 1, 12, tzinfo=UTC))
    page = sign_in("ilse-brand").get(PHASE)
    same = page.submit(phase="immediate_safety", reason="Nog steeds.", button="Opslaan")
    assert "De casus is al in deze fase. Kies een andere." in " ".join(same.errors)
    assert page.submit(phase="risk_led_care", reason="", button="Opslaan").status == 422
    before = page.submit(phase="risk_led_care", from_on="2023-01-01", reason="Rustig.", button="Opslaan")
    assert "Dit ligt vóór de vorige wisseling van fase. Vul een latere dag in." in " ".join(before.errors)
    done = page.submit(phase="risk_led_care", reason="Acht weken rust.", button="Opslaan")
    assert "Acht weken rust." in section(done, "Fasen tot nu toe")


def closed_by_two(sign_in):
    """Let Ilse propose and Petra decide."""
    sign_in("ilse-brand").get(CLOSE).submit(
        reason="safe_stable", lessons="Vroeg bellen.", button="Afsluiten voorstellen"
    )
    return sign_in("petra-zuidema").get(CLOSE).submit(button="Casus afsluiten")


def test_nobody_seconds_their_own_proposal(sign_in, clock):
    clock.set(datetime(2024, 7, 22, 12, tzinfo=UTC))
    ilse = sign_in("ilse-brand")
    page = ilse.get(CLOSE).submit(reason="safe_stable", button="Afsluiten voorstellen")
    assert "Wachten op een ander" in page.text
    forced = ilse.post(f"{CLOSE}/decide", {"decision": "second"})
    assert forced.status == 422
    assert "Afgesloten" not in ilse.get("/cases/OD-2023-004").whole_text


def test_who_may_decide_is_told_of_a_proposal_until_it_is_decided(sign_in, clock):
    clock.set(datetime(2024, 3, 1, 12, tzinfo=UTC))
    told = "Ilse Brand stelt voor deze casus af te sluiten"
    petra = sign_in("petra-zuidema")
    assert told not in petra.get("/today").text
    sign_in("ilse-brand").get(CLOSE).submit(reason="safe_stable", button="Afsluiten voorstellen")
    today = petra.get("/today")
    assert told in section(today, "Voorstel om af te sluiten: uw besluit")
    assert CLOSE in today.links.values()
    for other in ("ilse-brand", "anneke-postma", "marit-kloosterman", "ruud-sanders"):
        assert told not in sign_in(other).get("/today").text, other
    petra.get(CLOSE).submit(because="De laatste voorwaarde is nog open.", button="Terugsturen")
    assert told not in petra.get("/today").text


def test_who_closes_sees_which_partners_go_on_reading_and_where_to_end_that(sign_in, clock):
    clock.set(datetime(2024, 3, 1, 12, tzinfo=UTC))
    page = sign_in("ilse-brand").get(CLOSE)
    assert "lopen door na het afsluiten" in page.text
    assert page.links["Partners"] == "/cases/OD-2023-004/partners"
    clock.set(datetime(2030, 3, 1, 12, tzinfo=UTC))
    assert "door na het afsluiten" not in sign_in("ilse-brand").get(CLOSE).text


def test_closing_drops_what_was_only_due_while_open_and_plans_follow_up(sign_in, clock):
    clock.set(datetime(2024, 3, 1, 12, tzinfo=UTC))
    page = closed_by_two(sign_in)
    assert "nazorg" in page.whole_text
    milestones = sign_in("ilse-brand").get(FILE)
    coming = section(milestones, "Komt nog")
    for day in ("3 juni 2024", "2 september 2024", "3 maart 2025", "1 september 2025", "2 maart 2026"):
        assert f"Uiterlijk {day}" in coming
    assert "Plan evalueren met iedereen" in section(milestones, "Hoeft niet")


def test_a_proposal_goes_back_with_a_reason(sign_in, clock):
    clock.set(datetime(2024, 3, 1, 12, tzinfo=UTC))
    sign_in("ilse-brand").get(CLOSE).submit(reason="safe_stable", button="Afsluiten voorstellen")
    petra = sign_in("petra-zuidema")
    empty = petra.get(CLOSE).submit(button="Terugsturen")
    assert "Schrijf op waarom. De ander leest het." in " ".join(empty.errors)
    page = petra.get(CLOSE).submit(because="De laatste voorwaarde is nog open.", button="Terugsturen")
    assert "De laatste voorwaarde is nog open." in page.text


def test_reopening_starts_phase_one_and_lapses_follow_up(sign_in, clock):
    clock.set(datetime(2024, 3, 1, 12, tzinfo=UTC))
    closed_by_two(sign_in)
    clock.set(datetime(2024, 5, 13, 12, tzinfo=UTC))
    petra = sign_in("petra-zuidema")
    early = petra.get(CLOSE).submit(
        reopened_on="2024-02-01", reason="Nieuwe melding.", button="Casus heropenen"
    )
    assert "Dit ligt vóór de dag waarop de casus is afgesloten." in " ".join(early.errors)
    petra.get(CLOSE).submit(reason="Nieuwe melding.", button="Casus heropenen")
    assert "Nieuwe melding." in petra.get(PHASE).text
    milestones = petra.get(FILE)
    assert "3 juni 2024" in section(milestones, "Hoeft niet")
    assert "Uiterlijk 13 augustus 2024" in section(milestones, "Komt nog")


@pytest.mark.parametrize(
    ("day", "words"), [("2024-07-22", "In regie"), ("2024-07-24", "Afgesloten"), ("2025-05-13", "In regie")]
)
def test_a_case_is_closed_from_the_day_it_was_closed_until_it_was_reopened(sign_in, clock, day, words):
    clock.set(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    assert words in sign_in("petra-zuidema").get("/cases/OD-2023-004").whole_text


def test_a_partner_has_no_page_to_close_or_change_phase(sign_in, clock):
    clock.set(datetime(2023, 2, 7, 12, tzinfo=UTC))
    esther = sign_in("esther-hoving")
    for path in (CLOSE, PHASE):
        assert esther.get(path).status == 404
    assert esther.post(f"{CLOSE}/propose", {"reason": "safe_stable"}).status == 404
    assert esther.post("/cases/OD-2023-004/reopen", {"reason": "x"}).status == 404


def test_a_closed_case_enters_no_phase_until_it_is_reopened(sign_in, clock):
    clock.set(datetime(2024, 3, 1, 12, tzinfo=UTC))
    ilse = sign_in("ilse-brand")
    offered = ilse.get(PHASE)
    closed_by_two(sign_in)
    page = ilse.get(PHASE)
    assert "Deze casus is afgesloten" in page.text
    assert "Naar een andere fase" not in page.text
    late = offered.submit(phase="risk_led_care", reason="Toch weer onrust.", button="Opslaan")
    assert late.status == 422
    assert "De casus is afgesloten en blijft in de laatste fase." in " ".join(late.errors)
    assert "Toch weer onrust." in late.values()["reason"]
    assert "Toch weer onrust." not in section(ilse.get(PHASE), "Fasen tot nu toe")


def test_only_who_proposed_to_close_takes_the_proposal_back(sign_in, clock):
    clock.set(datetime(2023, 11, 20, 12, tzinfo=UTC))
    ilse, deputy = sign_in("ilse-brand"), sign_in("farouk-amrani")
    ilse.get(CLOSE).submit(reason="safe_stable", button="Afsluiten voorstellen")
    before = ilse.get(CLOSE).text
    forced = deputy.post(f"{CLOSE}/decide", {"decision": "withdraw", "because": "Toch niet."})
    assert forced.status == 404
    assert ilse.get(CLOSE).text == before
    ilse.get(CLOSE).submit(because="Te vroeg.", button="Voorstel intrekken")
    assert "Te vroeg." in ilse.get(CLOSE).text
