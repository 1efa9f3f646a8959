"""A demo: everybody comes in with one password, and the sign-in page says who they are."""

import pytest

from caseflow.config import Mode
from tests.app_fixtures import running
from tests.pages import Visitor


@pytest.fixture
def demo(story_url, clock):
    with running(story_url, clock, Mode.DEMO) as app:
        yield Visitor(app.test_client())


def test_the_sign_in_page_of_a_demo_lists_everyone_by_role(demo):
    page = demo.get("/sign-in")
    for words in ("Casusregisseur", "Teamleider", "mehmet.karaca@wilgenbroek.example", "caseflow-demo"):
        assert words in page.text


def test_one_button_opens_the_demo_as_somebody(demo):
    assert "Mehmet Karaca" in demo.get("/sign-in").submit(button="Mehmet Karaca").whole_text


def test_everyone_has_the_password_of_the_demo(demo):
    page = demo.get("/sign-in").submit(
        email="saskia.roos@politie.wilgenbroek.example", password="caseflow-demo"
    )
    assert "Saskia Roos" in page.whole_text


def test_no_account_is_listed_outside_a_demo(visitor):
    page = visitor.get("/sign-in")
    assert page.form_with("email", "password")
    assert "@" not in page.text
    assert "caseflow-demo" not in page.html
