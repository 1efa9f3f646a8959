"""What goes in comes out: every object and value of both demo bundles, and nothing twice."""

import json
from datetime import UTC, datetime

import jsonschema
import pytest

from caseflow.bundles.exporting import NoSuchCaseError, export_case, export_whole_case
from caseflow.bundles.importing import import_bundle
from caseflow.bundles.schema import SCHEMA
from tests.bundles.canonical import by_key, canonical_case
from tests.bundles.conftest import row_counts
from tests.demo_bundles import DEMO

NOW = datetime(2026, 7, 24, 12, tzinfo=UTC)
RAW = {name: (DEMO / f"{name}.json").read_bytes() for name in ("oosterdelta", "small-town")}
FORMAT = jsonschema.Draft202012Validator(
    json.loads(SCHEMA.read_text()), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


@pytest.mark.parametrize("name", RAW)
def test_every_case_comes_out_as_it_went_in(session, name):
    bundle = json.loads(RAW[name])
    import_bundle(session, RAW[name])
    for case in bundle["cases"]:
        exported = export_whole_case(session, case["reference"], NOW)
        FORMAT.validate(exported)
        assert canonical_case(exported["cases"][0], exported) == canonical_case(case, bundle)
        for list_ in ("organisations", "teams", "users", "persons"):
            everyone = by_key(bundle[list_])
            assert by_key(exported[list_]).items() <= everyone.items()
        assert {person["key"] for person in exported["persons"]} == {p["person"] for p in case["parties"]}


def test_two_bundles_that_use_the_same_keys_for_others_stay_apart(session):
    for raw in RAW.values():
        import_bundle(session, raw)
    for raw in RAW.values():
        bundle = json.loads(raw)
        for case in bundle["cases"][:3]:
            exported = export_whole_case(session, case["reference"], NOW)
            assert canonical_case(exported["cases"][0], exported) == canonical_case(case, bundle)


def test_the_same_file_again_changes_nothing(session):
    first = [import_bundle(session, raw) for raw in RAW.values()]
    before = row_counts(session)
    again = [import_bundle(session, raw) for raw in RAW.values()]
    assert row_counts(session) == before
    assert [report.imported for report in again] == [(), ()]
    assert [set(report.unchanged) for report in again] == [set(report.imported) for report in first]


def test_the_same_case_written_down_otherwise_is_the_same_case(session):
    import_bundle(session, RAW["oosterdelta"])
    before = row_counts(session)
    bundle = json.loads(RAW["oosterdelta"])
    (case,) = bundle["cases"]
    case["entries"].reverse()
    case["parties"].reverse()
    for entry in case["entries"]:
        entry.setdefault("onward", "free")
        moment = datetime.fromisoformat(entry["occurred_at"]).astimezone(UTC)
        entry["occurred_at"] = moment.isoformat().replace("+00:00", "Z")
    assert import_bundle(session, json.dumps(bundle).encode()).unchanged == ("OD-2023-004",)
    assert row_counts(session) == before


def test_a_case_that_was_exported_can_be_imported_elsewhere_and_is_known_here(session):
    import_bundle(session, RAW["oosterdelta"])
    exported = json.dumps(export_whole_case(session, "OD-2023-004", NOW)).encode()
    assert import_bundle(session, exported).unchanged == ("OD-2023-004",)


def test_a_case_that_is_not_there_cannot_be_exported(session, as_user):
    import_bundle(session, RAW["oosterdelta"])
    with pytest.raises(NoSuchCaseError):
        export_whole_case(session, "OD-1999-001", NOW)
    with pytest.raises(NoSuchCaseError):
        export_case(as_user("bram-vos", "2023-02-01T12:00"), "OD-2023-004")
