"""What is not taken: no token, wrong methods and types, and bad input of every sort, which leaves no trace."""

import json

import pytest

from tests.api.caller import Caller, row_counts
from tests.api.test_reading import CASE, at
from tests.api.test_writing import ENTRIES, NOTE

NOWHERE = "00000000-0000-4000-8000-000000000000"
CALLS = (
    ("GET", "/me"),
    ("GET", "/cases"),
    ("GET", f"/cases/{CASE}"),
    ("GET", f"/cases/{CASE}/entries"),
    ("GET", f"/entries/{NOWHERE}"),
    ("POST", f"/cases/{CASE}/entries"),
    ("GET", f"/cases/{CASE}/milestones"),
    ("POST", f"/milestones/{NOWHERE}/done"),
    ("POST", "/search"),
    ("GET", f"/cases/{CASE}/access-log"),
)
LISTS = ("/cases", ENTRIES, f"/cases/{CASE}/milestones", f"/cases/{CASE}/access-log")
DEEP = "[" * 100_000 + "]" * 100_000
UNREADABLE = (
    b"",
    b"{",
    b"nonsense",
    b"\xff\xfe{}",
    b"\xef\xbb\xbf{}",
    b'{"q": "\xff"}',
    DEEP.encode(),
    ('{"q":' * 50_000 + "1" + "}" * 50_000).encode(),
)
NOT_OBJECTS = (
    "null",
    "1",
    '"text"',
    "[]",
    "true",
    "NaN",
    "Infinity",
    "1e999",
    "9" * 5000,
    DEEP[:1000] + DEEP[-1000:],
)
WRONG_TEXTS = (
    "",
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff",
    "x" * 1_000_000,
    1,
    None,
    [],
    {},
    True,
    [["a"]],
    {"a": {"b": []}},
)
WRONG_DAYS = (
    *WRONG_TEXTS,
    "2023-02-30",
    "2023-2-3",
    "0000-01-01",
    "9999-12-31",
    "tomorrow",
    "2023-02-07T00:00:00Z",
)
WRONG_MOMENTS = (
    *WRONG_TEXTS,
    "2023-02-07",
    "2023-02-07T09:30:00",
    "2023-02-30T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59+14:00",
    "2999-01-01T00:00:00Z",
    "2023-02-07T09:30:00+99:99",
)
WRONG_NUMBERS = ("1", None, [], {}, True, 0, -1, 1.5, 10**30, 1e300)
WRONG_WORDS = (*WRONG_TEXTS, "weather", "SAFETY", "safety ")
WRONG_LISTS = (
    "jip",
    None,
    {},
    1,
    True,
    [],
    [None],
    [[]],
    [{}],
    [1],
    ["jip", "jip"],
    ["\x00"],
    ["\ud800"],
    ["nobody"],
    ["x" * 100_000],
    ["jip"] * 10_000,
)


@pytest.fixture(autouse=True)
def _in_february(clock):
    clock.set(at("2023-02-07 12:00"))


def test_without_a_token_there_is_nothing_but_the_description(story, stranger):
    wrong = [stranger, Caller(story, ""), Caller(story, "wrong"), Caller(story, "x" * 5000)]
    for who in wrong:
        for method, path in CALLS:
            answer = who.send(method, path)
            assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer"), path
    assert stranger.get("/openapi.json").status_code == 200


def test_a_browsers_session_opens_no_door_for_programs(sign_in):
    browser = sign_in("ilse-brand").client
    assert browser.get("/api/v1/me").status_code == 401
    assert browser.post("/api/v1/search", json={"q": "Dennis"}).status_code == 401


def test_a_token_ends_on_time(as_, clock):
    who = as_("ilse-brand")
    clock.set(at("2028-01-01 12:00"))
    assert who.get("/me").status_code == 401


def test_other_methods_and_addresses_are_refused_as_problems(as_):
    who = as_("ilse-brand")
    answer = who.send("DELETE", f"/cases/{CASE}")
    assert (answer.status_code, answer.get_json()["status"]) == (405, 405)
    assert "GET" in answer.headers["Allow"]
    for path in (
        "/nothing",
        "/entries/1",
        "/entries/%00",
        "/cases/%00",
        "/cases/%00/entries",
        "/cases/%EF%BF%BD",
    ):
        assert who.get(path).status_code == 404, path


def test_only_json_is_read(as_):
    who = as_("ilse-brand")
    body = json.dumps(NOTE)
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "application/xml", ""):
        answer = who.send("POST", ENTRIES, data=body, content_type=content_type)
        assert answer.status_code == 415, content_type
    assert (
        who.send("POST", ENTRIES, data=body, content_type="application/json; charset=utf-8").status_code
        == 201
    )


def test_a_request_larger_than_any_document_is_refused(as_, story):
    story.config["MAX_CONTENT_LENGTH"] = 10_000
    answer = as_("ilse-brand").post(ENTRIES, NOTE | {"body": "x" * 20_000})
    assert answer.status_code == 413


def test_a_wrong_idempotency_key_is_refused(as_):
    who = as_("ilse-brand")
    for key in ("short", "x" * 65, "with spaces", "sch\u00f6n-schoen"):
        assert who.post(ENTRIES, NOTE, key=key).status_code == 400


def test_searching_all_the_time_is_refused_for_a_while(as_, clock):
    who = as_("ilse-brand")
    answers = [who.post("/search", {"q": "!"}).status_code for _ in range(61)]
    assert answers == [200] * 60 + [429]
    assert int(who.post("/search", {"q": "!"}).headers["Retry-After"]) > 0


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_a_page_of_a_sensible_length_from_a_cursor_of_its_own(as_, path):
    who = as_("ilse-brand")
    for limit in ("0", "-1", "201", "x", "", "1e2", "٣", "9" * 5000, "1.0", "\x00"):
        assert who.get(path, limit=limit).status_code == 422, limit
    for cursor in ("", "x", "!!!!", "AAAA", "\x00", "x" * 100_000, "ZZ==", "AA", "YWJj\x00"):
        answer = who.get(path, cursor=cursor)
        assert answer.status_code in {200, 422} if path == "/cases" else answer.status_code == 422, cursor
    assert who.get(path, limit="1", limits="2").status_code == 200


def test_filters_are_words_days_and_parties(as_):
    who = as_("ilse-brand")
    for name, wrong in (
        ("kind", WRONG_WORDS),
        ("category", WRONG_WORDS),
        ("party", ("", "\x00", "nobody", NOWHERE, "x" * 10_000)),
        ("from", WRONG_DAYS),
        ("until", WRONG_DAYS),
    ):
        for value in {str(one).encode(errors="replace")[:10_000].decode() for one in wrong}:
            answer = who.get(ENTRIES, **{name: value})
            assert answer.status_code == 422, (name, value[:50])
            assert answer.get_json()["errors"][0]["parameter"] == name


def _sent(who, path, body):
    """Send any body, lone surrogates and all, and look whether the answer says what is wrong."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = who.send("POST", path, data=raw, content_type="application/json")
    shown = raw[:80]
    assert 400 <= answer.status_code < 500, (path, shown, answer.status_code)
    said = answer.get_json()
    assert said["status"] == answer.status_code
    if answer.status_code == 422:
        assert said["errors"], shown
        assert all(len(one["detail"]) < 300 and len(one["pointer"]) < 300 for one in said["errors"]), shown
    elif answer.status_code == 400:
        assert said["detail"], shown
    return answer


def _entries():
    for name, wrong in (
        ("kind", WRONG_WORDS),
        ("category", WRONG_WORDS),
        ("occurred_at", WRONG_MOMENTS),
        ("concerns", WRONG_LISTS),
        ("body", WRONG_TEXTS),
        ("certainty", WRONG_WORDS),
        ("source", WRONG_WORDS),
        ("author", WRONG_WORDS),
        ("onward", WRONG_WORDS),
        ("protected", WRONG_NUMBERS),
        ("disclosed_to", ("x", None, ["nobody"], [[]])),
        ("recorded_at", ("2023-01-01T00:00:00Z", *WRONG_TEXTS)),
        ("data", ("", None, [], 1, {"unknown": 1}, {"channel": "pigeon"}, {"with": ["nobody"]})),
        ("unknown", WRONG_TEXTS),
        ("", ("x",)),
        ("\x00", ("x",)),
        ("\ud800", ("x",)),
    ):
        for value in wrong:
            if not (name == "protected" and value is True):
                yield NOTE | {name: value}
    for value in WRONG_NUMBERS:
        if value is not True:
            yield NOTE | {"data": {"minutes": value}}
    for name in ("kind", "category", "occurred_at", "concerns"):
        yield {key: value for key, value in NOTE.items() if key != name}
    yield NOTE | {"protected": True}
    yield NOTE | {
        "kind": "document",
        "data": {"filename": "a.pdf", "media_type": "application/pdf", "base64": "%"},
    }
    yield NOTE | {"kind": "voice", "data": {"party": "jip", "theme": "x", "safety": 11}}
    yield json.dumps(NOTE)[:-1].encode() + b', "kind": "contact"}'


def test_bad_entries_are_refused_with_a_reason_and_leave_no_trace(as_, story):
    who = as_("ilse-brand")
    before = row_counts(story)
    for body in (*UNREADABLE, *(one.encode() for one in NOT_OBJECTS), *_entries()):
        _sent(who, ENTRIES, body)
    assert row_counts(story) == before


def test_bad_reports_that_a_milestone_is_done_leave_no_trace(as_, story):
    who = as_("ilse-brand")
    line = who.items(f"/cases/{CASE}/milestones")[0]
    path = f"/milestones/{line['id']}/done"
    before = row_counts(story)
    bodies = [
        *(one for one in UNREADABLE if one),
        *(one.encode() for one in NOT_OBJECTS),
        *({"done_on": value} for value in WRONG_DAYS),
        *({"result": value} for value in WRONG_TEXTS),
        *({"version": value} for value in WRONG_NUMBERS),
        {"unknown": 1},
        {"done_on": "2023-02-08"},
        {"version": line["version"] + 1},
    ]
    for body in bodies:
        _sent(who, path, body)
    assert row_counts(story) == before
    assert who.items(f"/cases/{CASE}/milestones")[0] == line


def test_bad_questions_are_refused(as_, clock):
    who = as_("ilse-brand")
    bodies = [
        *UNREADABLE,
        *(one.encode() for one in NOT_OBJECTS),
        *({"q": value} for value in WRONG_TEXTS),
        {},
    ]
    for body in bodies[:59]:
        _sent(who, "/search", body)
    for cursor in ("", "x", "AAAA", "\x00", "x" * 10_000):
        assert who.post("/search", {"q": "Dennis"}, cursor=cursor).status_code == 422
