"""Consents, what rests on them, and agreements come out of a bundle as they went in; files without them stay valid."""

import copy
import json

import pytest
from sqlalchemy import func, select

from caseflow import models
from caseflow.bundles.documents import BundleError
from caseflow.bundles.exporting import export_whole_case
from caseflow.bundles.importing import import_bundle
from tests.bundles.canonical import by_key, canonical_case
from tests.bundles.small import FROM, SMALL, spoilt
from tests.bundles.test_round_trip import FORMAT, NOW

LINK = "/cases/0/links/0"


def test_consents_what_rests_on_them_and_agreements_come_out_as_they_went_in(opened):
    with opened() as session:
        import_bundle(session, json.dumps(SMALL).encode())
        exported = export_whole_case(session, "SM-0001", NOW)
        session.rollback()
    FORMAT.validate(exported)
    case = exported["cases"][0]
    assert canonical_case(case, exported) == canonical_case(SMALL["cases"][0], SMALL)
    assert case["consents"]
    assert case["links"][0]["rests_on"] == [{"consent": "c1", "categories": ["education"]}]
    assert by_key(exported["organisations"])["school"] == by_key(SMALL["organisations"])["school"]


def test_a_link_on_consent_from_a_file_without_consents_rests_on_none(opened):
    """A file from before consents were recorded opens what it opened."""
    old = copy.deepcopy(SMALL)
    del old["cases"][0]["consents"], old["cases"][0]["links"][0]["rests_on"]
    old["cases"][0]["links"][0]["basis"] = "consent"
    with opened() as session:
        import_bundle(session, json.dumps(old).encode())
        resting = session.scalars(select(models.ScopeCell.consent_id)).all()
        exported = export_whole_case(session, "SM-0001", NOW)
        session.rollback()
    assert resting == [None, None]
    assert "rests_on" not in exported["cases"][0]["links"][0]


def test_agreements_of_an_organisation_that_is_known_here_are_not_added_to_it(opened):
    with opened() as session:
        import_bundle(session, json.dumps(SMALL).encode())
        again = copy.deepcopy(SMALL)
        again["cases"] = [again["cases"][1] | {"reference": "SM-0003"}]
        again["organisations"][1]["agreements"][0]["version"] = "3.0"
        import_bundle(session, json.dumps(again).encode())
        editions = session.scalars(select(models.SharingAgreement.edition)).all()
        count = session.scalar(select(func.count()).select_from(models.Organisation))
        session.rollback()
    assert editions == ["2.1"]
    assert count == 2


@pytest.mark.parametrize(
    ("pointer", "value", "told"),
    [
        (
            "/cases/0/consents/0/party",
            "nobody",
            ["/cases/0/consents/0/party", f"{LINK}/rests_on/0/categories"],
        ),
        ("/cases/0/consents/0/until", FROM, ["/cases/0/consents/0/until"]),
        ("/cases/0/consents/0/how", "by_telegram", ["/cases/0/consents/0/how"]),
        ("/cases/0/consents/0/organisation", "town", [f"{LINK}/rests_on/0/consent"]),
        ("/cases/0/consents/0/categories", ["health"], [f"{LINK}/rests_on/0/categories"]),
        (f"{LINK}/rests_on/0/consent", "none", [f"{LINK}/rests_on/0/consent"]),
        (f"{LINK}/rests_on/0/categories", ["health"], [f"{LINK}/rests_on/0/categories"]),
        ("/organisations/1/agreements/0/until", "2022-01-01", ["/organisations/1/agreements/0/until"]),
        ("/organisations/1/agreements/0/from", "2023-02-30", ["/organisations/1/agreements/0/from"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(opened, pointer, value, told):
    with opened() as session, pytest.raises(BundleError) as refused:
        import_bundle(session, spoilt(pointer, value))
    assert [problem.pointer for problem in refused.value.problems] == told


def test_a_consent_that_nobody_gave_is_refused(opened):
    with opened() as session, pytest.raises(BundleError) as refused:
        import_bundle(session, spoilt("/cases/0/consents/0/by_self", value=False))
    assert [problem.pointer for problem in refused.value.problems] == ["/cases/0/consents/0/represented_by"]
