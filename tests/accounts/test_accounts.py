"""Accounts from the shell, passwords, and one's own page."""

import pytest
from sqlalchemy import select

from caseflow import models
from caseflow.access.system import system_session
from caseflow.accounts import actions, passwords
from caseflow.accounts.actions import AccountError, NewUser
from caseflow.models.vocabulary import Role
from tests.pages import Visitor

EMAIL = "mehmet.karaca@wilgenbroek.example"
PASSWORD = "vier gele fietsen"
NEW = NewUser(
    "Nieuw.Iemand@Wilgenbroek.example",
    " Nieuw Iemand ",
    "gemeente",
    "rivier",
    frozenset({Role.CASE_DIRECTOR}),
)


@pytest.fixture
def shell(story):
    with story.app_context(), system_session("shell") as session:
        yield session


def test_a_new_user_has_an_account_and_no_password(shell, clock):
    actions.add_user(shell, NEW, clock())
    (line,) = [one for one in actions.list_users(shell) if one.email == "nieuw.iemand@wilgenbroek.example"]
    assert (line.name, line.organisation, line.roles) == (
        "Nieuw Iemand",
        "Gemeente Wilgenbroek",
        (Role.CASE_DIRECTOR,),
    )
    assert not line.has_password


def test_keys_of_new_users_do_not_collide(shell, clock):
    other = NewUser("nieuw.iemand@elders.example", "Een ander", "Gemeente Wilgenbroek", None, frozenset())
    ids = [actions.add_user(shell, new, clock()) for new in (NEW, other)]
    keys = [shell.get(models.User, one).key for one in ids]
    assert keys == ["nieuw-iemand", "nieuw-iemand-2"]


@pytest.mark.parametrize(
    "wrong",
    [
        NewUser(EMAIL.upper(), "Dubbel", "gemeente", None, frozenset()),
        NewUser("geen adres", "Fout", "gemeente", None, frozenset()),
        NewUser("a@b.example", "Fout", "nergens", None, frozenset()),
        NewUser("a@b.example", "Fout", "gemeente", "geen-team", frozenset()),
        NewUser("a@b.example", "Welke van de twee", "gemeente", None, frozenset()),
    ],
)
def test_an_account_that_cannot_be_is_refused(shell, clock, wrong):
    before = len(actions.list_users(shell))
    with pytest.raises(AccountError):
        actions.add_user(shell, wrong, clock())
    assert len(actions.list_users(shell)) == before


def test_an_unknown_address_is_said_to_be_unknown(shell, clock):
    for act in (
        lambda: actions.set_password(shell, "x@x.example", PASSWORD, clock()),
        lambda: actions.deactivate_user(shell, "x@x.example", clock()),
        lambda: actions.create_token(shell, "x@x.example", 1, clock()),
    ):
        with pytest.raises(AccountError, match="no account"):
            act()


def test_a_closed_account_gets_no_token(shell, clock):
    actions.deactivate_user(shell, EMAIL, clock())
    with pytest.raises(AccountError, match="closed"):
        actions.create_token(shell, EMAIL, 1, clock())


def test_what_is_done_to_an_account_is_written_down(shell, clock):
    actions.add_user(shell, NEW, clock())
    actions.set_password(shell, EMAIL, PASSWORD, clock())
    actions.create_token(shell, EMAIL, 1, clock())
    actions.deactivate_user(shell, EMAIL, clock())
    acts = set(shell.scalars(select(models.AuditRow.act)))
    assert {"user.added", "password.set", "token.created", "user.deactivated"} <= acts


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elf tekens!", "short"),
        ("x" * 201, "long"),
        ("Wachtwoord123", "common"),
        ("welkom-123456", "common"),
        ("aaaaaaaaaaaaaaa", "common"),
        ("Mehmet.Karaca1", "common"),
    ],
)
def test_a_weak_password_is_refused(password, why):
    with pytest.raises(passwords.WeakPasswordError) as refused:
        passwords.require_acceptable(password, EMAIL)
    assert refused.value.code == why


@pytest.mark.parametrize(
    "password", [PASSWORD, "twaalf teken", "Ünïcödé ïs óók goed", "een   twee   drie vier"]
)
def test_a_long_password_of_any_kind_is_accepted(password):
    passwords.require_acceptable(password, EMAIL)


def test_only_the_password_itself_matches():
    stored = passwords.make_hash(PASSWORD)
    assert passwords.matches(PASSWORD, stored)
    assert not passwords.matches(PASSWORD + " ", stored)
    assert not passwords.matches("the password of nobody at all", None)
    assert not passwords.matches(PASSWORD, "not a hash")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_who_cannot_have_a_turn_is_told_to_come_back(monkeypatch):
    monkeypatch.setattr(passwords, "PATIENCE", 0.01)
    taken = [passwords._turns.acquire() for _turn in range(passwords.AT_ONCE)]
    try:
        with pytest.raises(passwords.BusyError):
            passwords.matches(PASSWORD, None)
    finally:
        for _turn in taken:
            passwords._turns.release()


def test_the_list_of_common_passwords_is_in_order_and_holds_only_what_can_match():
    listed = passwords.common_passwords()
    assert len(listed) > 100
    assert all(word == word.casefold() and word.isalnum() for word in listed)


@pytest.fixture
def mehmet(story, clock):
    with story.app_context(), system_session("test") as session:
        actions.set_password(session, EMAIL, PASSWORD, clock())
    visitor = Visitor(story.test_client())
    visitor.get("/sign-in").submit(email=EMAIL, password=PASSWORD)
    return visitor


def change(visitor, current=PASSWORD, new="zes blauwe bussen", again=None):
    fields = {"current_password": current, "new_password": new, "new_password_again": again or new}
    return visitor.get("/me/password").submit(**fields)


def test_a_new_password_keeps_this_browser_in_and_others_out(story, mehmet):
    elsewhere = Visitor(story.test_client())
    elsewhere.get("/sign-in").submit(email=EMAIL, password=PASSWORD)
    page = change(mehmet)
    assert "Uw wachtwoord is gewijzigd" in page.text
    assert mehmet.get("/me").path == "/me"
    assert elsewhere.get("/me").path == "/sign-in"
    assert elsewhere.get("/sign-in").submit(email=EMAIL, password=PASSWORD).status == 422
    assert elsewhere.get("/sign-in").submit(email=EMAIL, password="zes blauwe bussen").status == 200


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"current": "iets heel anders"}, "niet uw huidige wachtwoord"),
        ({"new": "kort"}, "minstens 12 tekens"),
        ({"new": "wachtwoord1234"}, "Kies een ander"),
        ({"again": "zes gele bussen"}, "niet gelijk"),
    ],
)
def test_a_password_that_cannot_be_changed_says_why(mehmet, fields, says):
    page = change(mehmet, **fields)
    assert page.status == 422
    assert says in " ".join(page.errors)
    assert PASSWORD not in page.html


def test_ones_own_page_says_who_one_is(sign_in):
    page = sign_in("tineke-faber").get("/me")
    for words in ("Tineke Faber", "tineke.faber@wilgenbroek.example", "Gemeente Wilgenbroek", "Teamleider"):
        assert words in page.text


@pytest.mark.parametrize("key", ["hanna-lok", "priya-ramdin"])
def test_who_has_no_cases_is_told_so_calmly(sign_in, key):
    page = sign_in(key).get("/")
    assert "geen toegang tot casussen" in page.text


def test_a_language_once_chosen_stays(story, sign_in, clock):
    visitor = sign_in("tineke-faber")
    page = visitor.get("/me").submit(button="English")
    assert page.heading == "My account"
    assert visitor.get("/me").root.find_all("html")[0].get("lang") == "en"


def test_a_stranger_chooses_a_language_too(visitor):
    page = visitor.get("/sign-in").submit(button="English")
    assert page.heading == "Sign in"


def test_another_language_than_there_is_changes_nothing(sign_in):
    visitor = sign_in("tineke-faber")
    assert visitor.post("/language", {"language": "xx\x00"}).status == 200
    assert visitor.get("/me").heading == "Mijn account"
