"""A form that is sent twice acts once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.pages import FROM_OUR_PAGE


@pytest.fixture
def mehmet(desk, sign_in):
    return sign_in("mehmet-karaca")


def sent(page, **fields):
    """What the form of a page would send."""
    form = page.form_with("body")
    return page.values(form) | {name: [value] for name, value in fields.items()}


def test_a_form_sent_twice_acts_once_and_arrives_at_the_same_page(mehmet, notes):
    form = sent(mehmet.get("/desk"), body="Een keer")
    answers = [mehmet.client.post("/desk", data=form) for _time in range(2)]
    assert [(one.status_code, one.location) for one in answers] == [(303, "/desk")] * 2
    assert notes() == ["Een keer"]


def test_two_forms_that_say_the_same_act_twice(mehmet, notes):
    for _time in range(2):
        mehmet.get("/desk").submit(body="Nog eens")
    assert notes() == ["Nog eens", "Nog eens"]


def test_a_form_sent_twice_at_the_same_time_acts_once(desk, mehmet, notes):
    form = sent(mehmet.get("/desk"), body="Tegelijk")
    cookie = mehmet.client.get_cookie("caseflow").value
    together = Barrier(2)

    def send(_number):
        client = desk.test_client()
        client.set_cookie("caseflow", cookie)
        together.wait()
        return client.post("/desk", data=form).status_code

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(send, range(2)))
    assert answers == [303, 303]
    assert notes() == ["Tegelijk"]


def test_a_form_that_is_not_right_yet_can_be_sent_again(mehmet, notes):
    page = mehmet.get("/desk").submit(body="", heading="Kop die blijft")
    assert page.status == 422
    assert page.values(page.form_with("body"))["heading"] == ["Kop die blijft"]
    assert page.submit(body="Nu wel").status == 200
    assert notes() == ["Nu wel"]


def test_what_is_refused_leaves_no_trace_and_can_be_sent_again(mehmet, notes):
    form = sent(mehmet.get("/desk"), body="Tweemaal geweigerd")
    assert [mehmet.client.post("/desk/rejected", data=form).status_code for _time in range(2)] == [409, 409]
    assert notes() == []


def test_a_key_does_not_serve_another_form(mehmet, notes):
    form = sent(mehmet.get("/desk"), body="De eerste")
    mehmet.client.post("/desk", data=form)
    answer = mehmet.client.post("/desk", data=form | {"body": ["Een andere"]})
    assert answer.status_code == 409
    assert notes() == ["De eerste"]


def test_a_key_is_of_one_user(desk, mehmet, sign_in, notes):
    form = sent(mehmet.get("/desk"), body="Van Mehmet")
    mehmet.client.post("/desk", data=form)
    annelies = sign_in("annelies-wouda")
    annelies.get("/desk")
    answer = annelies.post("/desk", {"once": form["once"][0], "body": "Van Annelies"}, follow=False)
    assert answer.status == 303
    assert notes() == ["Van Annelies", "Van Mehmet"]


@pytest.mark.parametrize("key", ["kort", "x" * 65, "met spatie 123", "nul\x00nul-nul"])
def test_a_key_of_another_make_is_refused(mehmet, notes, key):
    answer = mehmet.client.post(
        "/desk", data=sent(mehmet.get("/desk"), body="Nee", once=key), headers=FROM_OUR_PAGE
    )
    assert answer.status_code == 400
    assert notes() == []
