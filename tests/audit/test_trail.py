"""What people do and read is written down, in one unbroken chain per case, and cannot be changed."""

import threading
from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from caseflow.access.system import system_snapshot
from caseflow.audit.chain import hash_of
from caseflow.audit.reads import forget, note_reading, saw, saw_part
from caseflow.audit.trail import record, record_by_system
from caseflow.audit.verify import verify
from caseflow.db import GuardedSession, db
from caseflow.models import AuditHead, AuditRow
from tests.audit.world import NOW


def rows_of(chain):
    with Session(db.engine) as session:
        return list(
            session.scalars(select(AuditRow).where(AuditRow.chain == chain).order_by(AuditRow.position))
        )


def columns_of(row):
    return {column.name: getattr(row, column.name) for column in AuditRow.__table__.columns}


def guarded(actor):
    return GuardedSession(db=db, info={"actor": actor})


def test_an_act_is_written_in_the_transaction_that_does_it(office):
    with guarded(office.director()) as session:
        record(session, "case.edit", case_id=office.case_ids[0])
        session.rollback()
    assert rows_of(office.case_ids[0]) == []
    with guarded(office.director()) as session:
        record(session, "case.edit", case_id=office.case_ids[0])
        session.commit()
    [row] = rows_of(office.case_ids[0])
    assert (row.act, row.through, row.user_id, row.at) == (
        "case.edit",
        "seat:director",
        office.director_id,
        NOW,
    )


def test_a_row_carries_the_hash_of_all_its_columns_and_of_the_row_before(office):
    parties = {uuid4(), uuid4()}
    with guarded(office.director()) as session:
        record(session, "case.edit", case_id=office.case_ids[0])
        record(session, "party.set", case_id=office.case_ids[0], party_ids=parties)
        session.commit()
    first, second = rows_of(office.case_ids[0])
    assert first.previous == ""
    assert second.previous == first.hash
    assert [hash_of(columns_of(row)) for row in (first, second)] == [first.hash, second.hash]
    assert second.party_ids == " ".join(sorted(map(str, parties)))
    with Session(db.engine) as session:
        head = session.get(AuditHead, office.case_ids[0])
        assert (head.position, head.hash) == (2, second.hash)


def test_what_was_read_is_written_per_file(office):
    entry_ids = [uuid4(), uuid4()]
    with guarded(office.director()) as session:
        saw(session, "timeline.read", office.case_ids[0], entry_ids=entry_ids[:1])
        saw(session, "timeline.read", office.case_ids[0], entry_ids=entry_ids)
        session.commit()
        note_reading(session)
        session.commit()
        forget(session)
        note_reading(session)
        session.commit()
    [row] = rows_of(office.case_ids[0])
    assert (row.act, row.case_id, row.entry_ids) == (
        "timeline.read",
        office.case_ids[0],
        " ".join(sorted(map(str, entry_ids))),
    )
    assert rows_of(office.case_ids[1]) == rows_of(office.director_id) == []


def test_a_list_leaves_a_row_in_every_file_that_it_showed_and_tells_none_of_the_others(office):
    party_ids = [uuid4(), uuid4()]
    with guarded(office.director()) as session:
        record(session, "case.edit", case_id=office.case_ids[0])
        for case_id, party_id in zip(office.case_ids, party_ids, strict=True):
            saw(session, "cases.list", case_id, party_ids=[party_id])
            saw(session, "party.search", case_id)
        session.commit()
        note_reading(session)
        session.commit()
    for case_id, party_id, before in zip(office.case_ids, party_ids, [1, 0], strict=True):
        rows = rows_of(case_id)[before:]
        assert [(row.act, row.party_ids, row.case_id) for row in rows] == [
            ("cases.list", str(party_id), case_id),
            ("party.search", "", case_id),
        ]
        assert [row.position for row in rows] == [before + 1, before + 2]
        assert rows[1].previous == rows[0].hash
    assert rows_of(office.director_id) == []
    with system_snapshot("verify") as session:
        assert verify(session).findings == []


def test_what_goes_into_a_page_belongs_to_what_the_page_is_about(office):
    party_id, entry_id = uuid4(), uuid4()
    with guarded(office.director()) as session:
        saw_part(session, office.case_ids[0], party_ids=[party_id])
        saw(session, "overview.read", office.case_ids[0], entry_ids=[entry_id])
        saw_part(session, office.case_ids[1], party_ids=[party_id])
        note_reading(session)
        session.commit()
    [whole], [alone] = map(rows_of, office.case_ids)
    assert (whole.act, whole.party_ids, whole.entry_ids) == ("overview.read", str(party_id), str(entry_id))
    assert (alone.act, alone.party_ids, alone.entry_ids) == ("case.read", str(party_id), "")


def test_what_was_looked_up_and_not_shown_is_not_written(office):
    with guarded(office.director()) as session:
        saw(session, "timeline.read", office.case_ids[0])
        forget(session)
        note_reading(session)
        session.commit()
    assert rows_of(office.case_ids[0]) == []


def test_a_privacy_officer_is_named_by_role_because_no_seat_or_link_brought_them(office):
    with guarded(office.officer()) as session:
        saw(session, "access_log.read", office.case_ids[0])
        note_reading(session)
        session.commit()
    [row] = rows_of(office.case_ids[0])
    assert row.through == "role:privacy_officer"


def test_what_the_system_does_names_its_reason(office):
    with Session(db.engine, info={"system": "import"}) as session:
        record_by_system(session, "case.import", at=NOW, case_id=office.case_ids[0])
        session.commit()
    [row] = rows_of(office.case_ids[0])
    assert (row.through, row.user_id) == ("system:import", None)


@pytest.mark.parametrize("statement", ["update audit_row set act = 'x'", "delete from audit_row"])
def test_the_application_cannot_change_or_delete_a_row(office, statement):
    with guarded(office.director()) as session:
        record(session, "case.edit", case_id=office.case_ids[0])
        session.commit()
    with db.engine.connect() as connection, pytest.raises(DBAPIError, match="audit_row only grows"):
        connection.execute(text(statement))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_the_application_cannot_empty_the_log(office):
    with db.engine.connect() as connection, pytest.raises(DBAPIError, match="audit_row only grows"):
        connection.execute(text("truncate audit_row"))


def test_eight_at_once_keep_one_unbroken_chain(app, office):
    case_id = office.case_ids[0]

    def append_ten():
        with app.app_context():
            for _ in range(10):
                with guarded(office.director()) as session:
                    record(session, "case.edit", case_id=case_id)
                    session.commit()

    threads = [threading.Thread(target=append_ten) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = rows_of(case_id)
    assert [row.position for row in rows] == list(range(1, 81))
    assert [row.previous for row in rows] == ["", *(row.hash for row in rows[:-1])]


def test_lists_of_the_same_cases_the_other_way_around_do_not_wait_for_each_other(app, office):
    def read_ten(case_ids):
        with app.app_context():
            for _ in range(10):
                with guarded(office.director()) as session:
                    for case_id in case_ids:
                        saw(session, "cases.list", case_id)
                    note_reading(session)
                    session.commit()

    orders = [office.case_ids, office.case_ids[::-1]] * 3
    threads = [threading.Thread(target=read_ten, args=[order]) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for case_id in office.case_ids:
        assert [row.position for row in rows_of(case_id)] == list(range(1, 61))
    with system_snapshot("verify") as session:
        assert verify(session).findings == []
