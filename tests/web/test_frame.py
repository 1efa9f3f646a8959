"""What holds for every answer: who may ask, headers, errors, the menu."""

import dataclasses
from itertools import product

import pytest

from caseflow.app import create_app
from caseflow.config import Mode
from caseflow.db import db
from caseflow.web.headers import fingerprint
from tests.app_fixtures import settings_for
from tests.pages import FROM_OUR_PAGE, Visitor, look_over


def test_a_stranger_is_asked_to_sign_in(visitor):
    page = visitor.get("/me")
    assert (page.path, page.heading) == ("/sign-in", "Inloggen")


def test_a_stranger_learns_nothing_from_an_address_that_is_not_there(visitor):
    assert visitor.get("/nowhere").status == 404


def test_hidden_and_absent_are_the_same_bytes(sign_in):
    partner = sign_in("saskia-roos")
    absent = partner.get("/cases/XX-1999-999")
    hidden = partner.get("/cases/OD-2023-004")
    assert (absent.status, hidden.status) == (404, 404)
    assert absent.html.replace("XX-1999-999", "") == hidden.html.replace("OD-2023-004", "")


def test_a_wrong_method_says_which_are_right(sign_in):
    answer = sign_in("mehmet-karaca").client.delete("/me", headers=FROM_OUR_PAGE)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_too_much_at_once_is_refused_with_the_page_that_says_so(story, sign_in):
    visitor = sign_in("mehmet-karaca")
    story.config["MAX_CONTENT_LENGTH"] = 1000
    answer = visitor.client.post("/language", data={"language": "x" * 2000}, headers=FROM_OUR_PAGE)
    assert answer.status_code == 413
    assert "te groot" in answer.get_data(as_text=True)


PATHS = ("/", "/me", "/sign-in", "/nowhere", "/static/css/theme.css", "/static/none.css", "/api/v1/me")
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")


def test_every_answer_has_the_headers(story):
    client = story.test_client()
    for path, method in product(PATHS, METHODS):
        with client.open(path, method=method) as answer:
            look_over(answer)
            assert answer.status_code < 500


def test_an_answer_over_https_says_to_stay_there(story_url, clock):
    settings = dataclasses.replace(
        settings_for(story_url), mode=Mode.PRODUCTION, allowed_hosts=("localhost",)
    )
    app = create_app(settings, clock)
    answer = app.test_client().get("/sign-in", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert answer.headers["Set-Cookie"].startswith("__Host-caseflow=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "Path=/" in answer.headers["Set-Cookie"]
    with app.app_context():
        db.engine.dispose()


def test_a_form_is_taken_over_https_without_a_referrer(story_url, clock):
    app = create_app(settings_for(story_url), clock)
    client = app.test_client()
    page = Visitor(client).get("/sign-in", base_url="https://localhost")
    data = {"csrf_token": page.values()["csrf_token"], "email": "a@b.example", "password": "x"}
    assert client.post("/sign-in", data=data, base_url="https://localhost").status_code == 422
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("path", ["/sign-in", "/nowhere", "/static/css/theme.css", "/api/v1/me"])
def test_another_host_name_than_ours_is_refused(story_url, clock, path):
    app = create_app(dataclasses.replace(settings_for(story_url), allowed_hosts=("ours.example",)), clock)
    client = app.test_client()
    assert client.get("/sign-in", base_url="https://ours.example").status_code == 200
    answer = client.get(path, base_url="https://evil.example")
    assert answer.status_code == 400
    look_over(answer)
    assert "evil" not in answer.get_data(as_text=True)
    with app.app_context():
        db.engine.dispose()


def test_a_static_file_is_kept_for_a_year_under_an_address_that_names_its_content(visitor):
    page = visitor.get("/sign-in")
    sheets = [one.get("href") for one in page.root.find_all("link") if one.get("rel") == "stylesheet"]
    assert sheets
    for address in sheets:
        assert caching(visitor, address) == "public, max-age=31536000, immutable"
    assert caching(visitor, "/static/css/theme.css?v=old") == "no-cache"


def caching(visitor, address):
    with visitor.client.get(address) as answer:
        assert answer.status_code == 200
        return answer.headers["Cache-Control"]


def test_another_content_is_another_address(tmp_path):
    one, other = tmp_path / "one.css", tmp_path / "other.css"
    one.write_text("a")
    other.write_text("b")
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_the_load_balancer_gets_its_answer_without_an_account(visitor, path):
    answer = visitor.client.get(path)
    assert answer.status_code == 200
    look_over(answer)


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/\x00"]
)
def test_nothing_but_static_files_is_served_as_one(visitor, path):
    assert visitor.client.get(path).status_code in {404, 308}


MENUS = {
    "mehmet-karaca": {"/today", "/cases"},
    "tineke-faber": {"/today", "/cases", "/caseload"},
    "saskia-roos": {"/shared"},
    "hanna-lok": set(),
    "priya-ramdin": set(),
}


@pytest.mark.parametrize(("key", "rooms"), MENUS.items(), ids=MENUS)
def test_the_menu_has_the_rooms_of_the_role(sign_in, key, rooms):
    page = sign_in(key).get("/me")
    nav = [one for one in page.root.find_all("nav") if one.get("aria-label") == "Hoofdmenu"]
    shown = {link.get("href") for one in nav for link in one.find_all("a")}
    assert shown == rooms


def test_no_address_in_the_menu_is_a_dead_end(sign_in):
    for key, rooms in MENUS.items():
        visitor = sign_in(key)
        page = visitor.get("/me")
        shown = [link.get("href") for nav in page.root.find_all("nav") for link in nav.find_all("a")]
        assert len(shown) >= len(rooms), key
        for address in shown:
            assert visitor.get(address).status == 200, f"{key} {address}"


@pytest.mark.parametrize(
    ("asked", "lang"), [("nl-NL,nl;q=0.9,en;q=0.5", "nl"), ("en-GB,en;q=0.9", "en"), ("fr", "nl"), ("", "nl")]
)
def test_a_stranger_is_spoken_to_as_their_browser_asks(visitor, asked, lang):
    page = Visitor(visitor.client)
    html = page.client.get("/sign-in", headers={"Accept-Language": asked}).get_data(as_text=True)
    assert f'<html lang="{lang}">' in html
