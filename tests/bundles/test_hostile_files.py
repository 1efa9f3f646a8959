"""A file that is wrong is refused whole, with one clear error at its place, and leaves no trace."""

import json
from base64 import b64encode

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.orm import Session

from caseflow import sealing
from caseflow.bundles import documents
from caseflow.bundles.documents import BundleError
from caseflow.bundles.importing import import_bundle
from tests.app_fixtures import KEYS
from tests.bundles.conftest import row_counts
from tests.bundles.small import FROM, SMALL, UNTIL, spoilt, with_entry

RIGHT = json.dumps(SMALL).encode()
NAME = "/persons/0/name"
CASE = "/cases/0"
LINK = f"{CASE}/links/0"
NEW = f"{CASE}/entries/1"
CHECK = f"{CASE}/word_checks/0"
ADDRESS = {"kind": "address", "category": "whereabouts"}


def voice(party: str) -> bytes:
    return with_entry(kind="voice", data={"party": party, "theme": "thuis"})


def address(**data: object) -> bytes:
    return with_entry(**ADDRESS, data={"party": "p1", "use": "home", "text": "Dorpsstraat 1", **data})


def document(content: str) -> bytes:
    data = {"filename": "a.pdf", "media_type": "application/pdf", "base64": content}
    return with_entry(kind="document", data=data)


def measure(**data: object) -> bytes:
    return with_entry(kind="measure", data={"measure": "home_ban", "from": FROM, **data})


def assessment(scores: object) -> bytes:
    return with_entry(kind="assessment", data={"instrument": "ZRM", "about": "p1", "scores": scores})


def raw(old: str, new: str) -> bytes:
    text = RIGHT.decode()
    assert old in text
    return text.replace(old, new, 1).encode()


HOSTILE = {
    "an empty file": (b"", ""),
    "white space": (b" \n", ""),
    "a byte order mark": (b"\xef\xbb\xbf" + RIGHT, ""),
    "another encoding": (RIGHT.decode().encode("utf-16"), ""),
    "no UTF-8": (RIGHT.replace(b"Town", b"T\xffwn"), ""),
    "no JSON": (RIGHT[:-1], ""),
    "two documents": (RIGHT + RIGHT, ""),
    "a NUL byte": (RIGHT.replace(b"Town", b"T\x00wn"), ""),
    "100,000 nested arrays": (b"[" * 100_000, ""),
    "100,000 nested objects": (b'{"a":' * 100_000, ""),
    "a list": (b"[]", ""),
    "nothing": (b"null", ""),
    "no format": (b"{}", ""),
    "another format": (spoilt("/format", "caseflow-bundle/2"), "/format"),
    "an unknown member": (spoilt("/people", []), "/people"),
    "an unknown member deep inside": (spoilt(f"{LINK}/scope/0/note", "x"), f"{LINK}/scope/0/note"),
    "a member that stands twice": (
        raw('"name": "Town"', '"name": "Town", "name": "Town"'),
        "/organisations/0/name",
    ),
    "NaN": (assessment({"a": float("nan")}), f"{NEW}/data/scores/a"),
    "infinity": (assessment({"a": float("inf")}), f"{NEW}/data/scores/a"),
    "a number beyond floats": (raw('"Gebeld."', "1e999"), f"{CASE}/entries/0/body"),
    "a whole number beyond 64 bits": (
        with_entry(kind="analysis", data={"version": 10**30}),
        f"{NEW}/data/version",
    ),
    "a version beyond what is counted": (
        with_entry(kind="analysis", data={"version": 2**40}),
        f"{NEW}/data/version",
    ),
    "a score that is not exact": (assessment({"a/b": 2**53 + 1}), f"{NEW}/data/scores/a~1b"),
    "a score without a name": (assessment({"": 1}), f"{NEW}/data/scores"),
    "a score with an endless name": (assessment({"x" * 5000: 1}), f"{NEW}/data/scores"),
    "truth for a number": (assessment({"a": True}), f"{NEW}/data/scores/a"),
    "a NUL in a text": (spoilt(NAME, "a\x00b"), NAME),
    "a control character": (spoilt(NAME, "a\x1bb"), NAME),
    "a lone surrogate": (spoilt(NAME, "a\ud800b"), NAME),
    "a million-character name": (spoilt(NAME, "x" * 1_000_000), NAME),
    "an empty name": (spoilt(NAME, ""), NAME),
    "a number for a name": (spoilt(NAME, 5), NAME),
    "an object for a list": (spoilt("/persons", {}), "/persons"),
    "a text for an object": (spoilt("/persons/0", "x"), "/persons/0"),
    "a missing member": (spoilt("/persons/0", {"key": "one"}), "/persons/0"),
    "a key with a line end": (spoilt("/persons/0/key", "one\n"), "/persons/0/key"),
    "a key given out twice": (spoilt("/persons/1/key", "one"), "/persons/1/key"),
    "a party key twice": (
        spoilt(f"{CASE}/parties/-", {"key": "p1", "person": "two", "roles": [{"role": "victim"}]}),
        f"{CASE}/parties/2/key",
    ),
    "an entry key twice": (with_entry(key="e1"), f"{NEW}/key"),
    "a reference twice": (spoilt("/cases/1/reference", "SM-0001"), "/cases/1/reference"),
    "an address twice": (spoilt("/users/1/email", "ADA@example.org"), "/users/1/email"),
    "an address that is none": (spoilt("/users/1/email", "bo"), "/users/1/email"),
    "an endless address": (spoilt("/users/1/email", "b@" + "o" * 5000), "/users/1/email"),
    "a dangling organisation": (spoilt("/teams/0/organisation", "x"), "/teams/0/organisation"),
    "a dangling team": (spoilt("/users/0/team", "x"), "/users/0/team"),
    "a team of another organisation": (spoilt("/users/1/team", "north"), "/users/1/team"),
    "a dangling director": (spoilt(f"{CASE}/director", "x"), f"{CASE}/director"),
    "a director without the role": (spoilt(f"{CASE}/director", "bo"), f"{CASE}/director"),
    "a dangling person": (spoilt(f"{CASE}/parties/0/person", "x"), f"{CASE}/parties/0/person"),
    "a dangling professional": (spoilt(f"{LINK}/professionals/0", "x"), f"{LINK}/professionals/0"),
    "a professional of elsewhere": (spoilt(f"{LINK}/professionals/0", "ada"), f"{LINK}/professionals/0"),
    "a party of another case in a scope": (spoilt(f"{LINK}/scope/0/party", "q1"), f"{LINK}/scope/0/party"),
    "a party of another case in an entry": (with_entry(concerns=["q1"]), f"{NEW}/concerns/0"),
    "a voice of another case": (voice("q1"), f"{NEW}/data/party"),
    "an address of another case": (address(party="q1"), f"{NEW}/data/party"),
    "a contact with another case": (with_entry(data={"with": ["q1"]}), f"{NEW}/data/with/0"),
    "a user where a party belongs": (with_entry(data={"with": ["ada"]}), f"{NEW}/data/with/0"),
    "a milestone of another case": (spoilt(f"{CASE}/milestones/0/party", "q1"), f"{CASE}/milestones/0/party"),
    "a word check of no entry": (spoilt(f"{CHECK}/entry", "e9"), f"{CHECK}/entry"),
    "a word check twice": (
        spoilt(f"{CASE}/word_checks/-", {"entry": "e1", "at": FROM, "held": False}),
        f"{CASE}/word_checks/1/entry",
    ),
    "a word check by nobody": (spoilt(f"{CHECK}/decided_by", "x"), f"{CHECK}/decided_by"),
    "a relationship to another case": (
        spoilt(f"{CASE}/relationships/0/to", "q1"),
        f"{CASE}/relationships/0/to",
    ),
    "a party concerned twice": (with_entry(concerns=["p1", "p1"]), f"{NEW}/concerns"),
    "a party met twice": (with_entry(data={"with": ["p1", "p1"]}), f"{NEW}/data/with"),
    "nobody concerned": (with_entry(concerns=[]), f"{NEW}/concerns"),
    "a dangling author": (with_entry(author="x"), f"{NEW}/author"),
    "a dangling source": (with_entry(source="x"), f"{NEW}/source"),
    "a moment without an offset": (with_entry(occurred_at="2024-01-01T09:00:00"), f"{NEW}/occurred_at"),
    "a day for a moment": (with_entry(occurred_at="2024-01-01"), f"{NEW}/occurred_at"),
    "a moment that never was": (with_entry(occurred_at="2024-02-30T09:00:00Z"), f"{NEW}/occurred_at"),
    "a moment in the year 1": (with_entry(occurred_at="0001-01-01T00:00:00+14:00"), f"{NEW}/occurred_at"),
    "a day that never was": (spoilt("/persons/0/born_on", "2023-02-29"), "/persons/0/born_on"),
    "a day in another form": (spoilt("/persons/0/born_on", "20230228"), "/persons/0/born_on"),
    "a day long ago": (spoilt("/persons/0/born_on", "1899-12-31"), "/persons/0/born_on"),
    "a day far away": (spoilt(f"{CASE}/milestones/0/due", "2200-01-01"), f"{CASE}/milestones/0/due"),
    "death before birth": (spoilt("/persons/0/died_on", "1980-01-01"), "/persons/0/died_on"),
    "a link that ends as it begins": (spoilt(f"{LINK}/until", FROM), f"{LINK}/until"),
    "a deputy who ends before": (spoilt(f"{CASE}/deputies/0/from", UNTIL), f"{CASE}/deputies/0/until"),
    "a measure that ends before": (measure(until="2023-01-01T09:00:00Z"), f"{NEW}/data/until"),
    "an address that ends before": (
        address(**{"from": "2024-01-02", "until": "2024-01-01"}),
        f"{NEW}/data/until",
    ),
    "an address of another category": (
        with_entry(kind="address", data={"party": "p1", "use": "home", "text": "x"}),
        f"{NEW}/category",
    ),
    "an incident without data": (with_entry(kind="incident"), NEW),
    "data of another kind": (with_entry(data={"theme": "x"}), f"{NEW}/data/theme"),
    "more text than can be searched": (
        with_entry(kind="conference", data={"decisions": ["woord " * 3333] * 13}),
        f"{NEW}/data",
    ),
    "an unknown kind": (with_entry(kind="rumour"), f"{NEW}/kind"),
    "wrong base64": (document("a===="), f"{NEW}/data/base64"),
    "base64 of another alphabet": (document("_-8="), f"{NEW}/data/base64"),
    "base64 with loose bits": (document("QR=="), f"{NEW}/data/base64"),
    "letters beyond base64": (document("é==="), f"{NEW}/data/base64"),
}


@pytest.fixture(scope="module")
def standing(shared_database_url: str):
    """A database in which the small bundle stands, and how many rows each table has."""
    sealing.use_keyring(sealing.Keyring.parse(KEYS))
    engine = create_engine(shared_database_url)
    with engine.connect() as connection, Session(connection, info={"system": "tests"}) as session:
        import_bundle(session, RIGHT)
        session.commit()
        yield connection, row_counts(session)
    engine.dispose()


def refused(standing: tuple[Connection, dict[str, int]], content: bytes) -> BundleError:
    """Import what is refused, and see that nothing of it stays even when the caller commits."""
    connection, before = standing
    with Session(connection, autoflush=False, info={"system": "tests"}) as session:
        with pytest.raises(BundleError) as refusal:
            import_bundle(session, content)
        session.commit()
        assert row_counts(session) == before
    return refusal.value


@pytest.mark.parametrize("name", HOSTILE)
def test_a_wrong_file_gets_one_clear_error_and_leaves_no_trace(standing, name):
    content, pointer = HOSTILE[name]
    error = refused(standing, content)
    assert [problem.pointer for problem in error.problems] == [pointer], str(error)
    (line,) = error.lines()
    assert len(line) < 400
    assert line.isprintable()
    line.encode()


def test_a_document_of_more_than_20_mb_is_refused(standing):
    error = refused(standing, document(b64encode(bytes(20 * 1024**2 + 1)).decode()))
    assert [problem.pointer for problem in error.problems] == [f"{NEW}/data/base64"]


def test_a_file_beyond_the_limits_is_not_even_read(standing):
    too_large = b" " * (documents.MAX_BUNDLE_BYTES + 1)
    assert "larger than" in str(refused(standing, too_large))
    too_many = b"[" + b"[]," * documents.MAX_PARTS
    assert "too many parts" in str(refused(standing, too_many))


def test_many_errors_are_told_up_to_a_hundred_and_the_others_counted(standing):
    error = refused(standing, spoilt("/persons", [{"key": f"k{n}"} for n in range(250)]))
    assert error.count == 250
    assert len(error.problems) == 100
    assert error.lines()[-1] == "And 150 more."


def test_a_case_that_stands_with_other_content_is_never_overwritten(standing):
    error = refused(standing, spoilt(f"{CASE}/opened_on", "2024-01-02"))
    assert [problem.pointer for problem in error.problems] == [f"{CASE}/reference"]


def test_a_known_user_is_not_renamed_by_a_new_case(standing):
    bundle = json.loads(RIGHT)
    bundle["users"][0]["name"] = "Eve"
    bundle["cases"] = [{**bundle["cases"][1], "reference": "SM-0003"}]
    error = refused(standing, json.dumps(bundle).encode())
    assert [problem.pointer for problem in error.problems] == ["/users/0/name"]


def test_a_known_user_is_not_moved_by_a_new_case(standing):
    bundle = json.loads(RIGHT)
    bundle["organisations"][0]["name"] = "Another town"
    bundle["cases"] = [{**bundle["cases"][1], "reference": "SM-0003"}]
    error = refused(standing, json.dumps(bundle).encode())
    assert [problem.pointer for problem in error.problems] == ["/users/0/organisation"]
