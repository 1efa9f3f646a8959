"""Somebody types while their session ends, or in a page that has grown old: nothing that was typed is lost."""

from datetime import timedelta

import pytest

from caseflow.access.system import system_session
from caseflow.accounts import actions
from tests.pages import FROM_OUR_PAGE

EMAIL = "mehmet.karaca@wilgenbroek.example"
PASSWORD = "vier gele fietsen"
TYPED = 'Noor zei: "ik <b>wil</b> naar oma" & lachte.\nTweede regel'


@pytest.fixture
def passwords(story, clock):
    with story.app_context(), system_session("test") as session:
        for email in (EMAIL, "annelies.wouda@wilgenbroek.example"):
            actions.set_password(session, email, PASSWORD, clock())


@pytest.fixture
def mehmet(desk, passwords, sign_in):
    return sign_in("mehmet-karaca")


@pytest.fixture
def typed(mehmet, clock):
    """The answer to a form that was sent when the session had just ended."""
    page = mehmet.get("/desk")
    clock.set(clock() + timedelta(minutes=16))
    return page.submit(body=TYPED, heading="Kop", urgent=True)


def test_who_was_away_is_asked_to_sign_in_and_gets_their_own_text_back(typed, notes):
    assert typed.status == 401
    assert typed.heading == "Inloggen"
    kept = typed.submit(email=EMAIL, password=PASSWORD)
    assert kept.heading == "Uw tekst is bewaard"
    form = kept.submit(button="Mijn tekst openen")
    assert (form.status, form.path, notes()) == (200, "/desk", [])
    values = form.values(form.form_with("body"))
    assert (values["heading"], values["body"][0].strip(), values["urgent"]) == (["Kop"], TYPED, ["y"])
    assert form.submit(button="Bewaar").status == 200
    assert notes() == [TYPED]


def test_what_was_typed_cannot_be_read_from_the_sign_in_page(typed):
    assert typed.heading == "Inloggen"
    assert "Noor" not in typed.html
    assert "oma" not in typed.html


def test_a_wrong_password_does_not_lose_the_text(typed):
    again = typed.submit(email=EMAIL, password="iets heel anders")
    assert again.status == 422
    assert again.submit(email=EMAIL, password=PASSWORD).heading == "Uw tekst is bewaard"


def test_another_user_does_not_get_the_text(typed):
    page = typed.submit(email="annelies.wouda@wilgenbroek.example", password=PASSWORD)
    assert page.heading != "Uw tekst is bewaard"
    assert "Noor" not in page.html


def test_who_signed_in_in_another_tab_gets_the_text_back_too(typed, mehmet):
    mehmet.get("/sign-in").submit(email=EMAIL, password=PASSWORD)
    kept = typed.submit(email=EMAIL, password=PASSWORD)
    assert kept.heading == "Uw tekst is bewaard"


def test_a_text_that_was_tampered_with_is_dropped(typed):
    form = typed.form_with("kept")
    sent = typed.values(form) | {"email": [EMAIL], "password": [PASSWORD]}
    sent["kept"] = [sent["kept"][0][:-6] + "AAAAAA"]
    answer = typed.visitor.client.post("/sign-in", data=sent, headers=FROM_OUR_PAGE)
    assert answer.status_code == 303


def test_a_text_is_kept_for_a_day_at_work(typed, clock):
    clock.set(clock() + timedelta(hours=10, minutes=1))
    page = typed.submit(email=EMAIL, password=PASSWORD)
    assert page.heading != "Uw tekst is bewaard"


def test_a_button_pressed_too_late_asks_once_more_and_then_acts(mehmet, clock, notes):
    page = mehmet.get("/desk")
    clock.set(clock() + timedelta(minutes=16))
    kept = page.submit(button="Stempel").submit(email=EMAIL, password=PASSWORD)
    assert notes() == []
    kept.submit(button="Mijn tekst openen")
    assert notes() == ["Stempel"]


def test_a_text_of_a_book_is_not_kept_and_that_is_said(mehmet, clock):
    page = mehmet.get("/desk")
    clock.set(clock() + timedelta(minutes=16))
    answer = page.submit(body="x" * 300_000)
    assert answer.status == 401
    assert "niet opgeslagen" in answer.text


def test_a_file_has_to_be_chosen_again(mehmet, clock):
    page = mehmet.get("/desk")
    clock.set(clock() + timedelta(minutes=16))
    kept = page.submit(body="Met bijlage", attachment=(b"inhoud", "brief.txt")).submit(
        email=EMAIL, password=PASSWORD
    )
    assert "Kies het bestand opnieuw" in kept.text


def test_passwords_are_never_kept(mehmet, clock):
    page = mehmet.get("/me/password")
    clock.set(clock() + timedelta(minutes=16))
    answer = page.submit(current_password=PASSWORD, new_password="b" * 14, new_password_again="b" * 14)
    kept = answer.submit(email=EMAIL, password=PASSWORD)
    assert kept.heading
    assert "b" * 14 not in kept.html
    assert PASSWORD not in kept.html


def test_a_page_from_before_signing_in_anew_gives_the_text_back(mehmet, notes):
    page = mehmet.get("/desk")
    with mehmet.client.session_transaction() as cookie:
        cookie["csrf_token"] = "the token of the next session"
    kept = page.submit(body=TYPED)
    assert (kept.status, kept.heading) == (400, "Uw tekst is bewaard")
    form = kept.submit(button="Mijn tekst openen")
    assert form.values(form.form_with("body"))["body"][0].strip() == TYPED
    assert notes() == []


def test_a_form_from_another_site_gets_nothing(mehmet, notes):
    answer = mehmet.client.post(
        "/desk", data={"body": "Van elders"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 400
    assert b"Van elders" not in answer.data
    assert notes() == []
