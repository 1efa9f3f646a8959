"""Coming in: the right password, the wrong one, too many, and the way to one's own work."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.system import system_session
from caseflow.accounts import actions
from caseflow.db import db
from tests.pages import Visitor

EMAIL = "mehmet.karaca@wilgenbroek.example"
PASSWORD = "vier gele fietsen"


@pytest.fixture
def with_password(story, clock):
    """Mehmet has a password."""
    with story.app_context(), system_session("test") as session:
        actions.set_password(session, EMAIL, PASSWORD, clock())
    return story


def try_to_sign_in(visitor, email=EMAIL, password=PASSWORD, path="/sign-in"):
    return visitor.get(path).submit(email=email, password=password)


def test_the_right_password_opens_ones_own_work(with_password, visitor):
    page = try_to_sign_in(visitor, email=" Mehmet.Karaca@Wilgenbroek.example ")
    assert "Mehmet Karaca" in page.whole_text
    assert page.status == 200


def test_one_is_sent_where_one_was_going(with_password, visitor):
    page = visitor.get("/me/password")
    assert page.path == "/sign-in"
    assert page.submit(email=EMAIL, password=PASSWORD).path == "/me/password"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example/x",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
    ],
)
def test_nobody_is_sent_elsewhere(with_password, visitor, elsewhere):
    page = visitor.get("/sign-in", query_string={"next": elsewhere})
    answer = page.submit(email=EMAIL, password=PASSWORD, follow=False)
    assert answer.response.location in {"/today", "/me"}


@pytest.mark.parametrize("email", [EMAIL, "niemand@wilgenbroek.example", "a\ud800@x.example"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_words(with_password, visitor, email):
    page = visitor.post(
        "/sign-in", {"email": email.encode(errors="surrogatepass"), "password": "iets heel anders"}
    )
    assert page.status == 422
    if "\ud800" not in email:
        assert page.errors == [
            "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw."
        ]


def test_who_has_no_password_does_not_come_in_with_the_password_of_the_demo(with_password, visitor):
    page = try_to_sign_in(visitor, "tineke.faber@wilgenbroek.example", "caseflow-demo")
    assert page.status == 422


def test_a_closed_account_does_not_open(with_password, visitor, clock):
    with with_password.app_context(), system_session("test") as session:
        actions.deactivate_user(session, EMAIL, clock())
    assert try_to_sign_in(visitor).status == 422


def test_the_wait_after_wrong_passwords_grows_and_ends(with_password, visitor, clock):
    for _attempt in range(5):
        assert try_to_sign_in(visitor, password="iets heel anders").status == 422
    page = try_to_sign_in(visitor)
    assert page.status == 429
    assert page.response.headers["Retry-After"] == "60"
    assert page.errors == ["Te veel pogingen. Probeer het over 1 minuut opnieuw."]
    clock.set(clock() + timedelta(seconds=61))
    assert try_to_sign_in(visitor, password="iets heel anders").status == 422
    clock.set(clock() + timedelta(seconds=61))
    page = try_to_sign_in(visitor)
    assert page.errors == ["Te veel pogingen. Probeer het over 1 minuut opnieuw."]
    clock.set(clock() + timedelta(seconds=60))
    assert try_to_sign_in(visitor).status == 200


def test_an_address_that_nobody_has_waits_just_as_long(with_password, visitor):
    for _attempt in range(5):
        try_to_sign_in(visitor, email="niemand@wilgenbroek.example")
    assert try_to_sign_in(visitor, email="niemand@wilgenbroek.example").status == 429


def test_one_account_does_not_wait_for_another(with_password, visitor):
    for _attempt in range(5):
        try_to_sign_in(visitor, email="niemand@wilgenbroek.example")
    assert try_to_sign_in(visitor).status == 200


def test_attempts_keep_no_address(with_password, visitor):
    try_to_sign_in(visitor, password="iets heel anders")
    with with_password.app_context(), Session(db.engine) as session:
        kept = session.scalars(select(models.Attempt)).all()
    assert len(kept) == 2
    assert not any("@" in one.subject or "127" in one.subject for one in kept)


def test_a_form_without_a_token_does_not_sign_in(with_password):
    client = with_password.test_client()
    answer = client.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    assert answer.status_code == 400
    assert client.get("/me").status_code == 303


def test_the_session_is_new_at_sign_in(with_password, visitor):
    before = visitor.get("/sign-in")
    with visitor.client.session_transaction() as cookie:
        cookie["left_behind"] = "by who was here before"
        token = cookie["csrf_token"]
    before.submit(email=EMAIL, password=PASSWORD)
    with visitor.client.session_transaction() as cookie:
        assert "left_behind" not in cookie
        assert cookie.get("csrf_token") != token


def test_only_a_hash_of_the_session_is_kept(with_password, visitor):
    try_to_sign_in(visitor)
    with visitor.client.session_transaction() as cookie:
        token = cookie["_user_id"]
    with with_password.app_context(), Session(db.engine) as session:
        (kept,) = session.scalars(select(models.UserSession.id_hash)).all()
    assert len(token) >= 43
    assert token not in kept


def test_signing_in_is_written_down(with_password, visitor):
    try_to_sign_in(visitor)
    with with_password.app_context(), Session(db.engine) as session:
        acts = session.scalars(select(models.AuditRow.act)).all()
    assert "session.start" in acts


def test_who_is_signed_in_does_not_see_the_sign_in_page(sign_in):
    assert sign_in("mehmet-karaca").get("/sign-in").path != "/sign-in"


def test_two_visitors_are_two_people(with_password, story, sign_in):
    tineke = sign_in("tineke-faber")
    mehmet = Visitor(story.test_client())
    try_to_sign_in(mehmet)
    assert "Tineke Faber" in tineke.get("/me").text
    assert "Mehmet Karaca" in mehmet.get("/me").text
