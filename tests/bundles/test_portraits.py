"""Entries are loaded in a few statements however many there are, and letters are given out once."""

import copy
import json
from uuid import uuid4

import pytest
from sqlalchemy import event, select

from caseflow import models
from caseflow.bundles.importing import import_bundle
from caseflow.casefile.portrait import portray
from caseflow.casefile.storing import store_entries
from caseflow.cases.labels import assign_labels
from tests.bundles.small import SMALL
from tests.bundles.test_round_trip import RAW

MOST_STATEMENTS = 6


def counted(connection, ask):
    """Return what was asked for and how many statements it took."""
    statements = []
    event.listen(connection, "before_cursor_execute", lambda *call: statements.append(call[2]))
    return ask(), len(statements)


@pytest.mark.parametrize("most", [1, 50, 120])
def test_any_number_of_entries_takes_the_same_few_statements(session, connection, as_user, most):
    import_bundle(session, RAW["oosterdelta"])
    ids = list(session.scalars(select(models.Entry.id).order_by(models.Entry.id).limit(most)))
    guarded = as_user("ilse-brand", "2026-07-24T12:00")
    found, statements = counted(connection, lambda: portray(guarded, models.Entry.id.in_(ids)))
    assert found.entries.keys() == set(ids)
    assert statements <= MOST_STATEMENTS


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_whole_large_case_is_loaded_as_a_page_is(session, connection):
    import_bundle(session, RAW["oosterdelta"])
    of_case = models.Entry.case_id.is_not(None)
    page = portray(session, of_case, contents=True)
    (case_id,) = {portrait.case_id for portrait in page.entries.values()}
    drafts = [portrait.draft for portrait in page.entries.values()]
    for _ in range(9):
        store_entries(session, case_id, [(uuid4(), draft) for draft in drafts])
    found, statements = counted(connection, lambda: portray(session, of_case, contents=True))
    assert len(found.entries) == 1200
    assert statements <= MOST_STATEMENTS
    said = sorted(str(each.draft.body) for each in found.entries.values())
    assert said == sorted(str(draft.body) for draft in drafts * 10)


def test_a_letter_once_given_stays_and_none_is_given_twice(session):
    import_bundle(session, json.dumps(SMALL).encode())
    labels = session.scalars(select(models.PartyLabel)).all()
    [link_id] = {label.link_id for label in labels}
    given = {label.party_id: label.letter for label in labels}
    parties = list(session.scalars(select(models.Party.id)))
    assign_labels(session, link_id, parties)
    assign_labels(session, link_id, parties)
    session.expire_all()
    letters = dict(session.execute(select(models.PartyLabel.party_id, models.PartyLabel.letter)).all())
    assert given
    assert {party: letters[party] for party in given} == given
    assert letters.keys() == set(parties)
    assert len(set(letters.values())) == len(parties)


def test_each_link_of_an_organisation_that_is_read_knows_a_party_by_the_same_letter(session):
    bundle = copy.deepcopy(SMALL)
    links = bundle["cases"][0]["links"]
    [ended] = copy.deepcopy(links)
    links += [ended | {"rests_on": []}, ended | {"rests_on": [], "scope": ended["scope"][:1]}]
    import_bundle(session, json.dumps(bundle).encode())
    labels = session.scalars(select(models.PartyLabel)).all()
    assert len(labels) == 5
    assert len({(label.party_id, label.letter) for label in labels}) == 2
