"""The frame of every page."""


def test_a_stranger_is_asked_to_sign_in(visitor):
    page = visitor.get("/me")
    assert page.path == "/sign-in"
    assert page.heading == "Inloggen"


def test_a_user_sees_their_account(sign_in):
    page = sign_in("mehmet-karaca").get("/me")
    assert page.status == 200
    assert "Mehmet Karaca" in page.whole_text
