"""What is done about somebody says in the log about whom it was."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.access.system import system_session
from caseflow.models import AuditRow, Case, Link, Milestone, Party, Person, ScopeCell

FILE = "/cases/OD-2023-004"


def last(app, act) -> set[UUID]:
    """Return the parties that the last row of an act names."""
    wanted = (
        select(AuditRow.party_ids)
        .join(Case, Case.id == AuditRow.chain)
        .where(Case.reference == "OD-2023-004", AuditRow.act == act)
        .order_by(AuditRow.position.desc())
    )
    with app.app_context(), system_session("test") as session:
        return {UUID(one) for one in session.scalars(wanted).first().split()}


def first(app, statement):
    with app.app_context(), system_session("test") as session:
        return session.execute(statement).first()


def test_what_becomes_of_a_milestone_says_about_whom_it_is(story, sign_in, clock):
    clock.set(datetime(2023, 2, 1, 12, tzinfo=UTC))
    wanted = select(Milestone.id, Milestone.party_id, Milestone.owner_id, Milestone.version).where(
        Milestone.case_id == select(Case.id).where(Case.reference == "OD-2023-004").scalar_subquery(),
        Milestone.party_id.is_not(None),
        Milestone.due_at.is_(None),
    )
    milestone_id, party_id, owner_id, version = first(story, wanted)
    ilse, address = sign_in("ilse-brand"), f"{FILE}/milestones/{milestone_id}"
    steps = [
        ("done", "milestone.done", {"done_on": "2023-01-31"}),
        ("again", "milestone.reopened", {}),
        ("drop", "milestone.dropped", {"because": "Staat in het plan."}),
        ("again", "milestone.reopened", {}),
        ("move", "milestone.moved", {"due_on": "2023-03-01", "owner_id": str(owner_id)}),
    ]
    for number, (step, act, fields) in enumerate(steps, version):
        page = ilse.post(f"{address}/{step}", fields | {"version": str(number)}, follow=False)
        assert page.status == 303, step
        assert last(story, act) == {party_id}


def test_a_revoked_link_says_about_whom_it_let_somebody_read(story, sign_in, clock):
    clock.set(datetime(2023, 2, 1, 12, tzinfo=UTC))
    running = (
        select(Link.id)
        .join(Case)
        .where(Case.reference == "OD-2023-004", Link.from_at <= clock(), Link.until_at > clock())
    )
    [link_id] = first(story, running)
    with story.app_context(), system_session("test") as session:
        parties = set(session.scalars(select(ScopeCell.party_id).where(ScopeCell.link_id == link_id)))
    sign_in("ilse-brand").get(f"{FILE}/partners/{link_id}/revoke").submit(reason="Niet meer nodig.")
    assert last(story, "link.revoked") == parties != set()


def test_a_removed_party_is_named_by_its_id(story, sign_in):
    ilse = sign_in("ilse-brand")
    ilse.get(f"{FILE}/parties/new").submit(name="Per Ongeluk", born_on="1990-01-01")
    [party_id] = first(story, select(Party.id).join(Person).where(Person.name == "Per Ongeluk"))
    ilse.get(f"{FILE}/parties/{party_id}/remove").submit()
    assert first(story, select(Party.id).where(Party.id == party_id)) is None
    assert last(story, "party.removed") == {party_id}
