"""Writes a world into a real database."""

from collections import defaultdict
from datetime import date
from uuid import UUID, uuid5

from sqlalchemy import Connection

from caseflow.db import Base
from tests.access.things import Case, Consent, Entry, Exclusion, InfoRequest, Link, OfPerson, World
from tests.access.worlds import START

DAY = date(2026, 3, 2)
SEALED = b"sealed"
UNTOUCHED = {"audit_head", "audit_seal", "sealed_head", "attempt", "credential", "reach_count"}
"""Tables that nobody reads, and that no world fills."""

CARRIES = {"carries_health": True, "carries_justice": True, "needs_consent": True}

Rows = dict[str, list[dict]]


def load(connection: Connection, world: World) -> None:
    """Put a world in the place of what stood there.

    Deleted and committed rather than rolled back: after a ROLLBACK psycopg forgets what it prepared, and planning
    a statement anew takes ten times as long as running it.
    """
    tables = [table for table in Base.metadata.sorted_tables if table.name not in UNTOUCHED]
    for table in reversed(tables):
        connection.execute(table.delete())
    rows = rows_of(world)
    for table in tables:
        if rows[table.name]:
            connection.execute(table.insert(), rows[table.name])
    connection.commit()


def rows_of(world: World) -> Rows:
    """Return the rows of a world by table."""
    rows: Rows = defaultdict(list)
    for organisation in world.organisations:
        rows["organisation"].append({"id": organisation, "key": "o", "name": "o", "kind": "other"})
        agreed = {"name": "n", "edition": "1", "from_on": DAY, "covers": "c", "recorded_at": START}
        rows["sharing_agreement"].append({"id": organisation, "organisation_id": organisation, **agreed})
    for team, organisation in world.teams:
        rows["team"].append({"id": team, "key": "t", "organisation_id": organisation, "name": "t"})
    for user in world.users:
        who = {"key": "u", "email": str(user.id), "name": "u", "locale": None}
        place = {"organisation_id": user.organisation, "team_id": user.team}
        rows["user"].append({"id": user.id, **who, **place})
        rows["user_role"] += [{"user_id": user.id, "role": role} for role in user.roles]
    for person in world.persons:
        rows["person"].append({"id": person, "key": "p", "name": "p", "version": 1})
    for one in world.person_exclusions:
        rows["person_exclusion"].append({**_of_person(one), "reason": "r"})
    rows["person_tie"] += [_of_person(one) for one in world.person_ties]
    for case in world.cases:
        _add_case(rows, case)
    for request in world.info_requests:
        _add_info_request(rows, request)
    rows["basis_rule"].append({"kind": "other", "basis": "consent", "article": "a", **CARRIES})
    rows["usual_cell"].append({"kind": "other", "whom": "everyone", "category": "safety"})
    rows["usual_reason"].append({"kind": "other", "why_nl": "w", "why_en": "w"})
    return rows


def _of_person(one: OfPerson) -> dict:
    return {"id": one.id, "person_id": one.person, "user_id": one.user, **_bounds(one)}


def _bounds(one: Exclusion) -> dict:
    return {"from_at": one.from_at, "until_at": one.until_at}


def _add_case(rows: Rows, case: Case) -> None:
    of_case = {"case_id": case.id}
    head = {"organisation_id": case.organisation, "team_id": case.team, "director_id": case.director}
    rows["case"].append({"id": case.id, "reference": str(case.id), "opened_on": DAY, "version": 1, **head})
    rows["case_brief"].append({**of_case, "version": 1})
    rows["audit_row"].append(_audit_row(case.id))
    edit = {"version": 1, "changed_at": START, "changed_by_id": case.director, "said_sealed": SEALED}
    rows["earlier_text"].append({"id": case.id, **of_case, "thing": "brief", "thing_id": case.id, **edit})
    _add_history(rows, case)
    _add_holders(rows, case)
    for party in case.parties:
        rows["party"].append({"id": party.id, "person_id": party.person, **of_case})
        rows["party_role"].append({"id": party.id, "party_id": party.id, "role": "victim"})
    for one in case.relationships:
        ends = {"from_party_id": one.one, "to_party_id": one.other, "kind": one.kind, "version": 1}
        rows["relationship"].append({"id": one.id, **of_case, **ends})
    for milestone in case.milestones:
        due = {"kind": "m10", "owner_id": milestone.owner, "due_on": DAY, "version": 1}
        rows["milestone"].append({"id": milestone.id, **of_case, **due})
    for consent in case.consents:
        _add_consent(rows, case, consent)
    for link in case.links:
        _add_link(rows, case, link)
    for entry in case.entries:
        _add_entry(rows, case, entry)


def _add_holders(rows: Rows, case: Case) -> None:
    of_case = {"case_id": case.id}
    for deputy in case.deputies:
        period = {"from_at": deputy.from_at, "until_at": deputy.until_at, "version": 1}
        rows["deputy"].append({"id": deputy.id, "user_id": deputy.user, **of_case, **period})
    for exclusion in case.exclusions:
        whom = {"user_id": exclusion.user, "reason": "r", **_bounds(exclusion)}
        rows["exclusion"].append({"id": exclusion.id, **of_case, **whom})
    for glass in case.broken_glass:
        what = {"user_id": glass.user, "reason": "r", "at": glass.from_at, "until_at": glass.until_at}
        rows["break_glass"].append({"id": glass.id, **of_case, **what})


def _add_history(rows: Rows, case: Case) -> None:
    one = {"id": case.id, "case_id": case.id}
    rows["former_director"].append({**one, "user_id": case.director, "from_at": START, "until_at": START})
    rows["phase_change"].append({**one, "phase": "recovery", "from_on": DAY, "position": 0})
    rows["closure"].append({**one, "closed_on": DAY, "reason": "other"})
    proposal = {"proposed_by_id": case.director, "proposed_at": START, "reason": "other"}
    rows["closure_proposal"].append({**one, **proposal})


def _audit_row(case_id: UUID) -> dict:
    about = {
        "chain": case_id,
        "position": 1,
        "case_id": case_id,
        "case_ids": "",
        "party_ids": "",
        "entry_ids": "",
    }
    return {"id": case_id, "at": START, "act": "a", "through": "", "previous": "", "hash": "", **about}


def _add_link(rows: Rows, case: Case, link: Link) -> None:
    period = {"from_at": link.from_at, "until_at": link.until_at, "revoked_at": link.revoked_at}
    why = {"basis": "public_task", "may_contribute": link.may_contribute, "version": 1}
    rows["link"].append(
        {"id": link.id, "case_id": case.id, "organisation_id": link.organisation, **period, **why}
    )
    rows["link_purpose"].append({"link_id": link.id, "purpose": "p"})
    rows["link_weighing"].append({"link_id": link.id, "case_id": case.id, "weighing": "w"})
    of_link = {"id": link.id, "link_id": link.id, "case_id": case.id}
    answered = {"answer": "a", "answered_by_id": case.director, "answered_at": START}
    rows["link_answer"].append({**of_link, "warning": "consent", **answered})
    done = {"reason": "r", "version": 1, "done_by_id": case.director, "done_at": START}
    rows["link_deed"].append({**of_link, "act": "renewed", **done})
    rows["link_professional"] += [{"link_id": link.id, "user_id": user} for user in link.professionals]
    resting = dict(link.rests_on)
    rows["scope_cell"] += [
        {"link_id": link.id, "party_id": cell[0], "category": cell[1], "consent_id": resting.get(cell)}
        for cell in link.cells
    ]
    rows["party_label"] += [
        {"link_id": link.id, "party_id": party, "letter": "A"} for party in {party for party, _ in link.cells}
    ]


def _add_consent(rows: Rows, case: Case, one: Consent) -> None:
    whose = {"party_id": one.party, "organisation_id": one.organisation, "by_self": True}
    told = {"purpose": "p", "how": "spoken", "recorded_by_id": case.director, "recorded_at": START}
    runs = {"from_at": one.from_at, "until_at": one.until_at, "withdrawn_at": one.withdrawn_at}
    rows["consent"].append({"id": one.id, "case_id": case.id, **whose, **told, **runs})
    rows["consent_category"] += [{"consent_id": one.id, "category": each} for each in one.categories]


def _add_entry(rows: Rows, case: Case, entry: Entry) -> None:
    of_entry = {"entry_id": entry.id}
    when = {"occurred_at": entry.occurred_at, "recorded_at": entry.recorded_at}
    flags = {
        name: getattr(entry, name)
        for name in ("directors_only", "protected", "source_confidential", "onward")
    }
    what = {"kind": entry.kind, "category": entry.category, "body": str(entry.id), "version": 1}
    rows["entry"].append({"id": entry.id, "case_id": case.id, **when, **flags, **what})
    rows[entry.kind].append({"id": entry.id, **DETAILS[entry.kind](case)})
    said = {"author_id": entry.author, "source_id": entry.source}
    rows["entry_origin"].append({**of_entry, "case_id": case.id, **said})
    rows["entry_concern"] += [{**of_entry, "party_id": party} for party in entry.concerns]
    for one in entry.disclosures:
        when_ended = {**_bounds(one), "revoked_at": one.revoked_at}
        rows["entry_disclosure"].append({"id": one.id, "user_id": one.user, **of_entry, **when_ended})
        rows["disclosure_note"].append({"id": one.id, **of_entry, "reason_sealed": SEALED})
    rows["entry_release"] += [{**of_entry, "organisation_id": one} for one in entry.released_to]
    for one in entry.released_to:
        rows["release_note"].append({"id": entry.id, **of_entry, "organisation_id": one, "at": START})
    edit = {"version": 1, "edited_by_id": entry.author, "edited_at": entry.recorded_at}
    rows["entry_version"].append({"id": entry.id, **of_entry, **edit, "snapshot_sealed": SEALED})
    rows["word_check"] += [_check(entry, number, held) for number, held in enumerate(entry.held, 1)]
    _add_release_requests(rows, case, entry)
    rows["search_terms"].append({**of_entry, "terms": "word"})
    rows["search_token"].append({**of_entry, "token": "word"})


def _add_release_requests(rows: Rows, case: Case, entry: Entry) -> None:
    asked = {"asked_by_id": case.director, "question": "q", "due_on": DAY, "version": 1}
    rows["release_request"] += [
        {
            "id": one.id,
            "case_id": case.id,
            "entry_id": entry.id,
            "organisation_id": one.organisation,
            "asked_id": one.asked,
            "asked_at": one.asked_at,
            **asked,
        }
        for one in entry.release_requests
    ]


def _add_info_request(rows: Rows, one: InfoRequest) -> None:
    said = dict.fromkeys(("role", "function", "legal_task", "purpose", "need"), "s")
    of_whom = {"organisation_id": one.organisation, "asked_by_id": one.asked_by, "asked_id": one.asked}
    when = {"asked_at": one.asked_at, "due_on": DAY}
    rows["info_request"].append({"id": one.id, "case_id": one.case, **of_whom, **said, **when})
    of_request = {"request_id": one.id}
    if one.names_a_person:
        rows["info_request_place"].append({**of_request, "case_id": one.place})
    rows["info_request_party"] += [{**of_request, "party_id": party} for party in one.parties]
    if one.outcome is not None:
        rows["info_answer"].append({**of_request, "outcome": one.outcome, "answered_at": START})
        rows["info_answer_note"].append({**of_request, "answered_by_id": one.asked_by, "reason": "r"})


def _check(entry: Entry, number: int, held: bool) -> dict:
    check_id = uuid5(entry.id, str(number))
    return {
        "id": check_id,
        "entry_id": entry.id,
        "version": number,
        "checked_at": entry.recorded_at,
        "held": held,
    }


DETAILS = {
    "contact": lambda _case: {},
    "decision": lambda _case: {},
    "incident": lambda _case: {"severity": 1},
    "voice": lambda case: {"party_id": case.parties[0].id, "theme": "t"},
}
