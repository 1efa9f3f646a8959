"""Every read is written down before the answer leaves, whatever the answer is; when it cannot be, nothing leaves."""

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from flask import template_rendered
from sqlalchemy import select, text

from caseflow.access.system import system_session, system_snapshot
from caseflow.audit.verify import verify
from caseflow.db import db
from caseflow.models import AuditRow, Case, Contact, Entry

REFERENCE = "OD-2023-004"


def rows_of(app, reference=REFERENCE):
    """Return the acts on a case so far, with the entries that each showed."""
    with app.app_context(), system_session("test") as session:
        case_id = session.scalar(select(Case.id).where(Case.reference == reference))
        wanted = select(AuditRow.act, AuditRow.entry_ids, AuditRow.through).where(AuditRow.chain == case_id)
        return session.execute(wanted.order_by(AuditRow.position)).all()


def an_entry(app):
    with app.app_context(), system_session("test") as session:
        here = select(Case.id).where(Case.reference == REFERENCE).scalar_subquery()
        wanted = select(Contact.id).where(Entry.case_id == here, Entry.body.is_not(None)).order_by(Contact.id)
        return session.scalars(wanted).first()


@pytest.mark.parametrize("page", ["", "/parties", "/timeline", "/partners", "/milestones", "/access"])
def test_every_page_of_a_case_that_was_read_is_in_its_log(story, sign_in, page):
    before = len(rows_of(story))
    assert sign_in("ilse-brand").get(f"/cases/{REFERENCE}{page}").status == 200
    [*_earlier, last] = rows_of(story)
    assert len(rows_of(story)) > before
    assert last.through == "seat:director"


def test_a_timeline_names_the_entries_that_it_showed(story, sign_in):
    sign_in("ilse-brand").get(f"/cases/{REFERENCE}/timeline")
    assert len(rows_of(story)[-1].entry_ids.split()) > 20


def test_a_form_that_comes_back_with_mistakes_shows_the_entry_and_is_in_the_log(story, sign_in):
    entry_id = an_entry(story)
    page = sign_in("ilse-brand").post(f"/cases/{REFERENCE}/entries/{entry_id}/edit", {"body": "half"})
    assert page.status in {409, 422}
    assert str(entry_id) in rows_of(story)[-1].entry_ids


def test_a_case_that_does_not_exist_for_the_reader_leaves_no_row(story, sign_in):
    before = rows_of(story)
    assert sign_in("ruud-sanders").get(f"/cases/{REFERENCE}/timeline").status == 404
    assert rows_of(story) == before


def test_what_cannot_be_written_down_is_not_shown(story, sign_in):
    director = sign_in("ilse-brand")
    assert REFERENCE in director.get(f"/cases/{REFERENCE}").whole_text
    with story.app_context(), db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE audit_row RENAME TO audit_row_gone"))
    page = director.get(f"/cases/{REFERENCE}/timeline")
    assert page.status == 503
    assert REFERENCE not in page.whole_text


def test_two_who_read_a_file_at_once_both_leave_their_line(story, sign_in):
    """The second reads and is written down while the first page is being made, which saw the log as it was before."""
    director, lead = sign_in("ilse-brand"), sign_in("petra-zuidema")
    before, others = len(rows_of(story)), []

    def meanwhile(_sender, **_more):
        if not others:
            others.append(elsewhere.submit(lead.get, f"/cases/{REFERENCE}/timeline"))
            wait(others)

    with ThreadPoolExecutor(1) as elsewhere, template_rendered.connected_to(meanwhile, story):
        page = director.get(f"/cases/{REFERENCE}/parties")
    assert (page.status, others[0].result().status) == (200, 200)
    assert [row.act for row in rows_of(story)[before:]] == ["timeline.read", "parties.read"]
    with story.app_context(), system_snapshot("verify") as session:
        assert verify(session).findings == []
