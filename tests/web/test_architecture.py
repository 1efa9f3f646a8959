"""Every route needs somebody who asks, or says why not; and no page that is only read changes anything."""

from uuid import uuid4

import pytest
from sqlalchemy import update
from werkzeug.routing import AnyConverter, Rule, UUIDConverter

from caseflow import models
from caseflow.requests.cycle import ReadOnlyError
from caseflow.web.session import session
from caseflow.web.viewer import current_actor
from tests.pages import FROM_OUR_PAGE

PUBLIC = {"accounts.sign_in", "accounts.language", "health.alive", "health.ready"}
"""What anybody may ask for. Whoever adds to it explains that to a privacy officer."""


def address(rule: Rule) -> str:
    """Return some address that a rule matches."""
    return rule.build({name: some_value(converter) for name, converter in rule._converters.items()})[1]


def some_value(converter) -> str:
    """Return something that a part of an address may be."""
    if isinstance(converter, AnyConverter):
        return min(converter.items)
    return str(uuid4()) if isinstance(converter, UUIDConverter) else "1"


def routes(app, *methods):
    """Return every route with each of these methods, and its view."""
    found = [
        (rule, method, app.view_functions[rule.endpoint])
        for rule in app.url_map.iter_rules()
        for method in methods
        if rule.endpoint != "static" and method in rule.methods
    ]
    assert len(found) > 40
    return found


def test_only_these_routes_are_for_everybody_and_they_say_why(story):
    reasons = {
        rule.endpoint: view.public_because
        for rule, _m, view in routes(story, "GET", "POST")
        if hasattr(view, "public_because")
    }
    assert {one for one in reasons if not one.startswith("api.")} == PUBLIC
    assert all(len(reason) > 10 for reason in reasons.values())


def test_a_stranger_gets_nothing_from_any_other_route(story):
    client = story.test_client()
    for rule, method, view in routes(story, "GET", "POST", "PUT", "PATCH", "DELETE"):
        if hasattr(view, "public_because"):
            continue
        answer = client.open(address(rule), method=method)
        expected = {401} if rule.rule.startswith("/api/") or method != "GET" else {303}
        assert answer.status_code in expected, f"{method} {rule.rule} -> {answer.status_code}"
        if answer.status_code == 303:
            assert answer.location.startswith("/sign-in")


def test_no_form_is_taken_without_a_token_of_this_browser(story, sign_in):
    visitor = sign_in("mehmet-karaca")
    for rule, method, _view in routes(story, "POST", "PUT", "PATCH", "DELETE"):
        if rule.endpoint == "accounts.sign_in":  # sends who is signed in on their way
            continue
        answer = visitor.client.open(address(rule), method=method, data={"x": "1"}, headers=FROM_OUR_PAGE)
        expected = 401 if rule.rule.startswith("/api/") else 400  # that door takes no cookies at all
        assert answer.status_code == expected, f"{method} {rule.rule} -> {answer.status_code}"


def test_a_view_with_transactions_of_its_own_says_why(story):
    reasons = [
        view.by_itself_because
        for _r, _m, view in routes(story, "GET", "POST")
        if hasattr(view, "by_itself_because")
    ]
    assert reasons
    assert all(len(reason) > 10 for reason in reasons)


def adding():
    session().add(models.Team(key="x", organisation_id=current_actor().organisation_id, name="x"))
    session().flush()


def changing():
    session().execute(update(models.User).values(name="Niemand").execution_options(synchronize_session=False))


@pytest.mark.parametrize("act", [adding, changing])
def test_a_page_that_is_only_read_changes_nothing(story, sign_in, act):
    story.add_url_rule("/meddling", "meddling", lambda: act() or "done")
    with pytest.raises(ReadOnlyError):
        sign_in("mehmet-karaca").client.get("/meddling")


def test_what_is_left_lying_about_is_not_saved(story, sign_in):
    def forgetting():
        session().add(models.Team(key="left", organisation_id=current_actor().organisation_id, name="x"))
        return "done"

    story.add_url_rule("/forgetting", "forgetting", forgetting)
    assert sign_in("mehmet-karaca").client.get("/forgetting").status_code == 200
