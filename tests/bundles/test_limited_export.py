"""An export for one user holds what they may read by the scenario, and nothing about anyone that they may not know."""

import json

import pytest
from sqlalchemy import select

from caseflow import models
from caseflow.bundles.exporting import export_case
from caseflow.bundles.importing import import_bundle
from caseflow.models.vocabulary import Role
from tests.bundles.test_round_trip import FORMAT, RAW

CASE = "OD-2023-004"
READS = {
    ("anneke-postma", "2023-02-01T12:00"): "r09-act-pickup r10-pickup-agreement",
    ("anneke-postma", "2023-09-01T12:00"): "r15-signal-school",
    ("joost-veldman", "2023-03-01T12:00"): "r12-safety-school-tess",
    ("liesbeth-oort", "2023-05-31T11:59"): "r09-act-trauma r17-health-mirjam r20-act-trauma",
    ("stefan-ruiter", "2023-09-06T12:00"): (
        "r05-contact-dennis r05-alcohol r09-act-referral r18-om-decision r18-supervision r18-address-dennis "
        "r26-notice-probation"
    ),
    ("chantal-dieters", "2023-02-20T12:00"): (
        "r03-address-home r03-phone-mirjam r04-contact-home r04-child-check r09-act-alert r09-act-pickup "
        "r09-act-shelter r09-act-trauma r09-act-support r10-pickup-agreement r11-contact-mirjam r12-decision-shelter "
        "r12-address-shelter-mirjam r12-address-shelter-children r12-address-school-tess r12-safety-school-tess"
    ),
}


def test_users_take_what_they_may_read(session, as_user):
    import_bundle(session, RAW["oosterdelta"])
    for (key, moment), keys in READS.items():
        exported = export_case(as_user(key, moment), CASE)
        FORMAT.validate(exported)
        (case,) = exported["cases"]
        assert {entry["key"] for entry in case["entries"]} == set(keys.split()), key
        assert "problem_statement" not in case
        assert "exclusions" not in case
        assert {tuple(link["professionals"]) for link in case["links"]} == {(key,)}


def test_what_is_held_back_for_protected_words_goes_along_for_seats_only(session, as_user):
    bundle = json.loads(RAW["oosterdelta"])
    check = {"entry": "r09-act-pickup", "at": "2023-02-01T11:00:00+01:00", "held": True, "reason": "Adres."}
    bundle["cases"][0]["word_checks"] = [check]
    import_bundle(session, json.dumps(bundle).encode())
    (seen,) = export_case(as_user("petra-zuidema", "2023-02-07T12:00"), CASE)["cases"]
    assert seen["word_checks"] == [check]
    (written,) = export_case(as_user("samira-benali", "2023-02-07T12:00"), CASE)["cases"]
    assert "word_checks" not in written
    assert "r09-act-pickup" not in {entry["key"] for entry in written["entries"]}


def test_a_seat_takes_everything_recorded_by_then(session, as_user):
    import_bundle(session, RAW["oosterdelta"])
    (case,) = export_case(as_user("petra-zuidema", "2023-02-07T12:00"), CASE)["cases"]
    assert len(case["entries"]) == 40
    (case,) = export_case(as_user("petra-zuidema", "2026-07-24T12:00"), CASE)["cases"]
    assert len(case["entries"]) == 120


def test_a_confidential_source_is_withheld_from_others_and_kept_for_itself(session, as_user):
    bundle = json.loads(RAW["oosterdelta"])
    signal = next(one for one in bundle["cases"][0]["entries"] if one["key"] == "r10-signal-street")
    signal["data"]["from_organisation"] = "lokaal-team"
    import_bundle(session, json.dumps(bundle).encode())
    told, known = {}, {}
    for key in ("esther-hoving", "samira-benali"):
        exported = export_case(as_user(key, "2023-02-20T12:00"), CASE)
        (case,) = exported["cases"]
        told[key] = next(entry for entry in case["entries"] if entry["key"] == "r10-signal-street")
        known[key] = [one["key"] for one in exported["organisations"]]
        FORMAT.validate(exported)
    assert "from_organisation" not in told["esther-hoving"].get("data", {})
    assert told["samira-benali"]["data"]["from_organisation"] == "lokaal-team"
    assert "lokaal-team" not in known["esther-hoving"]
    assert told["esther-hoving"]["author"] == "withheld"
    assert "source" not in told["esther-hoving"]
    assert (told["samira-benali"]["author"], told["samira-benali"]["source"]) == ("ilse-brand", "lokaal-team")
    assert told["samira-benali"]["body"] == told["esther-hoving"]["body"]


def test_a_party_without_identity_in_scope_has_a_letter_for_a_name(session, as_user):
    bundle = json.loads(RAW["oosterdelta"])
    (link,) = [
        link
        for link in bundle["cases"][0]["links"]
        if "joost-veldman" in link["professionals"] and link["from"].startswith("2023-02")
    ]
    for row in link["scope"]:
        row["categories"] = [category for category in row["categories"] if category != "identity"]
    import_bundle(session, json.dumps(bundle).encode())
    letters = set(session.scalars(select(models.PartyLabel.letter)))
    exported = export_case(as_user("joost-veldman", "2023-03-01T12:00"), CASE)
    FORMAT.validate(exported)
    (person,) = exported["persons"]
    kind, letter, age = person["name"].replace(",", "").split()
    assert (kind, age, letter in letters) == ("Party", "child", True)
    assert person.keys() == {"key", "name"}
    (entry,) = exported["cases"][0]["entries"]
    assert entry["concerns"] == [exported["cases"][0]["parties"][0]["key"]]
    assert "tess" not in json.dumps({**exported["cases"][0], "entries": []})


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_taking_a_case_is_written_down(session, as_user):
    import_bundle(session, RAW["oosterdelta"])
    guarded = as_user("joost-veldman", "2023-03-01T12:00")
    export_case(guarded, CASE)
    (row,) = session.scalars(select(models.AuditRow)).all()
    assert row.act == "case.exported"
    assert row.through.startswith("link:")
    (entry_id,) = session.scalars(select(models.Entry.id).where(models.Entry.key == "r12-safety-school-tess"))
    assert str(entry_id) in row.entry_ids


def every_text(value):
    if isinstance(value, dict):
        return [text for each in value.values() for text in every_text(each)]
    if isinstance(value, list):
        return [text for each in value for text in every_text(each)]
    return [value]


@pytest.mark.parametrize(
    ("key", "moment"),
    [("chantal-dieters", "2023-02-20T12:00"), ("samira-benali", "2023-02-20T12:00")],
)
def test_why_a_link_opens_this_much_is_not_for_the_partner(session, as_user, key, moment):
    import_bundle(session, RAW["oosterdelta"])
    links = json.loads(RAW["oosterdelta"])["cases"][0]["links"]
    theirs = {link["weighing"] for link in links if key in link["professionals"]}
    exported = export_case(as_user(key, moment), CASE)
    (case,) = exported["cases"]
    assert case["links"]
    assert all("weighing" not in link and link["purpose"] for link in case["links"])
    assert theirs
    assert not {link["weighing"] for link in links if "weighing" in link} & set(every_text(exported))


def test_the_director_takes_every_link_with_its_weighing(session, as_user):
    import_bundle(session, RAW["oosterdelta"])
    exported = export_case(as_user("petra-zuidema", "2026-07-24T12:00"), CASE)
    links = json.loads(RAW["oosterdelta"])["cases"][0]["links"]
    reasons = [(link["purpose"], link.get("weighing")) for link in links]
    taken = exported["cases"][0]["links"]
    assert sorted((link["purpose"], link.get("weighing")) for link in taken) == sorted(reasons)


def test_whoever_also_watches_over_links_takes_only_those_that_name_them(session, as_user):
    import_bundle(session, RAW["oosterdelta"])
    (user_id,) = session.scalars(select(models.User.id).where(models.User.key == "chantal-dieters"))
    session.add(models.UserRole(user_id=user_id, role=Role.PRIVACY_OFFICER))
    session.flush()
    (case,) = export_case(as_user("chantal-dieters", "2023-02-20T12:00"), CASE)["cases"]
    assert {tuple(link["professionals"]) for link in case["links"]} == {("chantal-dieters",)}
