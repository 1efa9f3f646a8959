"""Exclusions by person and by account, break-glass, disclosures and releases come out of a bundle as they went in."""

import copy
import json

import pytest
from sqlalchemy import func, select

from caseflow import models
from caseflow.bundles.documents import BundleError
from caseflow.bundles.exporting import export_case, export_whole_case
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


KEPT = {"user": "bo", "party": "p2", "reason": "Tante", "set_by": "ada", "from": FROM}
OF_ONE_PERSON = (models.PersonExclusion.person_id, models.PersonExclusion.user_id)


def here():
    """Return a bundle in which somebody is kept from a child, for good."""
    made = copy.deepcopy(SMALL)
    made["cases"] = [made["cases"][0] | {"person_exclusions": [KEPT]}]
    return made


def elsewhere(**members):
    """Return one of another team, with a record of its own of the same child."""
    made = copy.deepcopy(SMALL)
    made["teams"] = [{"key": "south", "organisation": "town", "name": "South"}]
    cy = {"key": "cy", "email": "cy@example.org", "name": "Cy", "team": "south"}
    made["users"].append(made["users"][0] | cy)
    made["users"][0]["team"] = "south"
    made["persons"] = [{"key": "child", "name": "twee", "born_on": "2015-06-01"}]
    own = {"reference": "SM-0009", "team": "south", "director": "cy"}
    party = {"key": "q1", "person": "child", "roles": [{"role": "victim"}]}
    made["cases"] = [made["cases"][1] | own | {"parties": [party]} | members]
    return made


def take_in(session, *bundles):
    for one in bundles:
        import_bundle(session, json.dumps(one).encode())
    return session.execute(select(*OF_ONE_PERSON)).all()


def test_who_is_kept_from_a_person_is_kept_from_another_record_that_a_bundle_brings(session):
    kept = take_in(session, here(), elsewhere())
    assert len(kept) == len(set(kept)) == 2
    exported = export_whole_case(session, "SM-0009", NOW)
    FORMAT.validate(exported)
    [told] = exported["cases"][0]["person_exclusions"]
    assert (told["reason"], told["set_by"]) == ("Tante", "ada")


def test_what_a_bundle_says_of_a_person_holds_for_a_record_that_stands_here(session):
    kept = take_in(session, elsewhere(), here())
    assert len(kept) == len(set(kept)) == 2


def test_what_came_along_goes_out_and_in_again_and_stands_once(session):
    take_in(session, here(), elsewhere())
    exported = export_whole_case(session, "SM-0009", NOW)
    for bundles in ([here(), exported], [exported, here()]):
        session.rollback()
        kept = take_in(session, *bundles)
        assert len(kept) == len(set(kept)) == 2


def test_a_director_takes_out_nothing_of_what_came_along_with_a_case_of_others(session, as_user):
    take_in(session, here(), elsewhere())
    taken = export_case(as_user("cy", "2024-06-01T12:00"), "SM-0009")
    assert "person_exclusions" not in taken["cases"][0]
    own = export_case(as_user("ada", "2024-06-01T12:00"), "SM-0001")
    assert len(own["cases"][0]["person_exclusions"]) == 1
