"""Exclusions by person and by account, break-glass, disclosures and releases come out of a bundle as they went in."""

import copy
import json

import pytest
from sqlalchemy import func, select

from caseflow import models
from caseflow.bundles.documents import BundleError
from caseflow.bundles.exporting import export_whole_case
from caseflow.bundles.importing import import_bundle
from tests.bundles.canonical import canonical_case
from tests.bundles.small import ENTRY, FROM, SMALL, UNTIL, spoilt
from tests.bundles.test_round_trip import FORMAT, NOW

PROTECTED = ENTRY | {
    "key": "e2",
    "category": "whereabouts",
    "protected": True,
    "disclosed_to": ["ada"],
    "disclosures": [
        {
            "user": "bo",
            "reason": "Haalt op bij Dorpsstraat 1",
            "disclosed_by": "ada",
            "from": FROM,
            "until": UNTIL,
            "revoked_at": UNTIL,
            "revoked_because": "Verhuisd",
        }
    ],
    "released_to": ["school"],
    "releases": [{"organisation": "school", "released_by": "ada", "at": FROM}],
}


def bundle():
    made = copy.deepcopy(SMALL)
    made["cases"][0]["entries"].append(PROTECTED)
    return made


def test_everything_comes_out_as_it_went_in(opened):
    with opened() as session:
        import_bundle(session, json.dumps(bundle()).encode())
        exported = export_whole_case(session, "SM-0001", NOW)
        sealed = session.scalars(select(models.DisclosureNote.reason_sealed)).one()
        session.rollback()
    FORMAT.validate(exported)
    assert canonical_case(exported["cases"][0], exported) == canonical_case(bundle()["cases"][0], bundle())
    assert b"Dorpsstraat" not in sealed


def test_what_is_about_a_person_stands_once_however_many_cases_bring_it(opened):
    with opened() as session:
        import_bundle(session, json.dumps(bundle()).encode())
        again = bundle()
        again["cases"] = [again["cases"][0] | {"reference": "SM-0003"}]
        import_bundle(session, json.dumps(again).encode())
        counts = [session.scalar(select(func.count()).select_from(one)) for one in
                  (models.PersonExclusion, models.PersonTie, models.BreakGlass)]  # fmt: skip
        session.rollback()
    assert counts == [2, 1, 2]


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/cases/0/person_exclusions/0/party", "nobody"),
        ("/cases/0/person_exclusions/0/until", "2023-01-01T09:00:00+01:00"),
        ("/cases/0/person_ties/0/user", "nobody"),
        ("/cases/0/break_glass/0/until", FROM),
        ("/cases/0/break_glass/0/outcome", "perhaps"),
        ("/cases/0/break_glass/0/reviewed_by", "nobody"),
        ("/cases/0/release_requests/0/entry", "nothing"),
        ("/cases/0/release_requests/0/asked", "nobody"),
        ("/cases/0/release_requests/0/answer/outcome", "partly"),
        ("/cases/0/info_requests/0/about/0", "nobody"),
        ("/cases/0/info_requests/1/asked", "bo"),
        ("/cases/0/info_requests/1/answer/by", "nobody"),
        ("/cases/0/info_requests/1/person/born_on", "ooit"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(opened, pointer, value):
    with opened() as session, pytest.raises(BundleError) as refused:
        import_bundle(session, spoilt(pointer, value))
    assert [problem.pointer for problem in refused.value.problems] == [pointer]
