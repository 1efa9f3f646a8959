"""Staying in: a session ends when it is idle, old, left, or taken away, and never comes back."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.system import system_session
from caseflow.accounts import actions, sessions
from caseflow.db import db
from tests.pages import FROM_OUR_PAGE

EMAIL = "mehmet.karaca@wilgenbroek.example"
PASSWORD = "vier gele fietsen"


@pytest.fixture
def mehmet(sign_in):
    return sign_in("mehmet-karaca")


def is_in(visitor):
    return visitor.get("/me", follow=False).status == 200


def later(clock, **time):
    clock.set(clock() + timedelta(**time))


def test_a_session_lives_while_it_is_used(mehmet, clock):
    for _page in range(6):
        later(clock, minutes=13)
        assert is_in(mehmet)


def test_a_session_that_is_not_used_for_fifteen_minutes_ends(mehmet, clock):
    assert is_in(mehmet)
    later(clock, minutes=15)
    assert not is_in(mehmet)
    clock.set(clock() - timedelta(minutes=1))
    assert is_in(mehmet)


def test_a_session_ends_after_ten_hours_however_busy(mehmet, clock):
    for _page in range(46):
        later(clock, minutes=13)
        assert is_in(mehmet)
    later(clock, minutes=2)
    assert not is_in(mehmet)


def test_signing_out_ends_the_session_for_a_copied_cookie_too(story, mehmet):
    copied = mehmet.client.get_cookie("caseflow").value
    page = mehmet.get("/me").submit(button="Uitloggen")
    assert "U bent uitgelogd." in page.text
    thief = story.test_client()
    thief.set_cookie("caseflow", copied)
    assert thief.get("/me").status_code == 303


def test_signing_out_leaves_nothing_in_the_browser(mehmet):
    answer = mehmet.get("/me").submit(button="Uitloggen", follow=False)
    assert answer.response.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_signing_out_everywhere_ends_every_session_of_that_user_only(mehmet, sign_in):
    elsewhere, annelies = sign_in("mehmet-karaca"), sign_in("annelies-wouda")
    mehmet.get("/me").submit(button="Overal uitloggen")
    assert (is_in(mehmet), is_in(elsewhere), is_in(annelies)) == (False, False, True)


def test_ones_own_sessions_are_listed_and_nobody_elses(mehmet, sign_in, clock):
    sign_in("annelies-wouda")
    later(clock, minutes=5)
    sign_in("mehmet-karaca")
    page = mehmet.get("/me")
    rows = [row.text for row in page.root.find_all("tbody")[0].find_all("tr")]
    assert [row.startswith("Deze browser") for row in rows] in ([True, False], [False, True])


def test_a_closed_account_is_out_at_once(story, mehmet, clock):
    assert is_in(mehmet)
    with story.app_context(), system_session("test") as session:
        actions.deactivate_user(session, EMAIL, clock())
    assert not is_in(mehmet)


def test_a_new_password_from_the_shell_ends_every_session(story, mehmet, clock):
    with story.app_context(), system_session("test") as session:
        actions.set_password(session, EMAIL, PASSWORD, clock())
    assert not is_in(mehmet)


def test_a_late_save_does_not_bring_an_ended_session_back(story, mehmet, clock):
    with mehmet.client.session_transaction() as cookie:
        token = cookie["_user_id"]
    with story.app_context(), system_session("test") as session:
        sessions.end(session, token, clock())
        later(clock, minutes=2)
        sessions.touch(session, token, clock())
        row = session.scalars(select(models.UserSession)).one()
        assert (row.revoked_at is not None, row.seen_at < clock()) == (True, True)
    assert not is_in(mehmet)


def test_using_a_session_is_written_down_once_a_minute(story, mehmet, clock):
    def seen():
        with story.app_context(), Session(db.engine) as session:
            return session.scalars(select(models.UserSession.seen_at)).one()

    start = seen()
    later(clock, seconds=59)
    assert is_in(mehmet)
    assert seen() == start
    later(clock, seconds=1)
    assert is_in(mehmet)
    assert seen() == clock()


@pytest.mark.parametrize("token", ["", "x" * 43, "\ud800", None])
def test_a_made_up_session_opens_nothing(story, token):
    client = story.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = token
    assert client.get("/me").status_code == 303


def test_the_cookie_is_for_this_site_only_and_not_for_scripts(story, visitor):
    answer = visitor.get("/sign-in").response.headers["Set-Cookie"]
    assert "HttpOnly" in answer
    assert "SameSite=Strict" in answer
    assert "Domain" not in answer


def token_for(story, clock, hours=1):
    with story.app_context(), system_session("test") as session:
        return actions.create_token(session, EMAIL, hours, clock())


def ask(story, token, path="/api/v1/me"):
    return story.test_client().get(path, headers={"Authorization": f"Bearer {token}"}).status_code


def test_a_bearer_token_opens_the_json_door_for_its_hours(story, clock):
    token = token_for(story, clock)
    assert ask(story, token) != 401
    later(clock, hours=1)
    assert ask(story, token) == 401


def test_a_bearer_token_opens_no_pages(story, clock):
    assert ask(story, token_for(story, clock), "/me") == 303


def test_a_token_of_a_closed_account_opens_nothing(story, clock):
    token = token_for(story, clock)
    with story.app_context(), system_session("test") as session:
        actions.deactivate_user(session, EMAIL, clock())
    assert ask(story, token) == 401


def test_a_wrong_token_is_not_made_up_for_by_a_cookie(story, mehmet):
    answer = mehmet.client.get("/api/v1/me", headers={"Authorization": "Bearer nonsense"} | FROM_OUR_PAGE)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.mimetype == "application/problem+json"
