"""What was answered before a link was saved, and why it changed, travels with it to seats and to nobody else."""

import json

import pytest

from caseflow.bundles.documents import BundleError
from caseflow.bundles.exporting import export_case, export_whole_case
from caseflow.bundles.importing import import_bundle
from tests.bundles.small import FROM, SMALL, spoilt
from tests.bundles.test_round_trip import FORMAT, NOW

ANSWER = {
    "warning": "consent",
    "answer": "On paper.",
    "consented_by": "One",
    "consented_on": "2024-01-01",
    "answered_by": "ada",
    "answered_at": FROM,
}
DEED = {"act": "renewed", "reason": "Still needed.", "done_by": "ada", "done_at": FROM}
LINK = "/cases/0/links/0"


def told() -> bytes:
    """Return the small bundle with an answer and a deed on its link, and nobody excluded."""
    bundle = json.loads(json.dumps(SMALL))
    case = bundle["cases"][0]
    case["links"][0] |= {"answers": [ANSWER], "deeds": [DEED]}
    for name in ("exclusions", "person_exclusions", "person_ties"):
        del case[name]
    return json.dumps(bundle).encode()


def test_answers_and_reasons_come_out_as_they_went_in(session):
    import_bundle(session, told())
    exported = export_whole_case(session, "SM-0001", NOW)
    FORMAT.validate(exported)
    [link] = exported["cases"][0]["links"]
    [answer], [deed] = link["answers"], link["deeds"]
    keys = {user["key"] for user in exported["users"]}
    assert {answer["answered_by"], deed["done_by"]} <= keys
    for found, given in ((answer, ANSWER), (deed, DEED)):
        assert {name: found[name] for name in given if not name.endswith("_at")} == {
            name: value for name, value in given.items() if not name.endswith("_at")
        }
    assert import_bundle(session, json.dumps(exported).encode()).unchanged == ("SM-0001",)


def test_a_partner_takes_neither_with_them(session, as_user):
    import_bundle(session, told())
    session.commit()
    [link] = export_case(as_user("bo", "2024-02-01T12:00"), "SM-0001")["cases"][0]["links"]
    assert not {"answers", "deeds"} & set(link)
    [link] = export_case(as_user("ada", "2024-02-01T12:00"), "SM-0001")["cases"][0]["links"]
    assert {"answers", "deeds"} <= set(link)


@pytest.mark.parametrize(
    ("member", "one", "who"), [("answers", ANSWER, "answered_by"), ("deeds", DEED, "done_by")]
)
def test_a_file_that_names_nobody_known_is_refused_where_it_does(session, member, one, who):
    with pytest.raises(BundleError) as refusal:
        import_bundle(session, spoilt(f"{LINK}/{member}", [one | {who: "nobody"}]))
    assert f"{LINK}/{member}/0/{who}" in str(refusal.value)
