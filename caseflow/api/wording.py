"""Says things in JSON. What the reader may not know is absent; what is not there is null. Always in English."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from caseflow.api.queries import CaseItem
from caseflow.audit.queries import AccessLine
from caseflow.casefile.portrait import Known, Portrait
from caseflow.casefile.wording import Keys, entry_members, moment
from caseflow.cases.overview import Brief
from caseflow.cases.queries import PartyLine
from caseflow.followup.queries import MilestoneLine, Standing
from caseflow.search.queries import Hit

Said = dict[str, Any]


def case_said(case: CaseItem) -> Said:
    """Say what everyone for whom a case exists may know of it."""
    return {
        "id": str(case.id),
        "reference": case.reference,
        "status": case.status,
        "phase": case.phase,
        "director": named(case.director),
        "contact_point": named(case.contact_point),
        "organisation": named(case.organisation),
        "opened_on": case.opened_on.isoformat(),
    }


def named(known: Known) -> Said:
    """Say who or what something is."""
    return {"key": known.key, "name": known.name}


def brief_said(brief: Brief | None) -> Said:
    """Say what the case is about, to its seats."""
    if brief is None:
        return {}
    return {
        "municipality": brief.municipality,
        "brought_in_by": brief.brought_in_by,
        "problem_statement": brief.problem_statement,
        "goal": brief.goal,
    }


def party_said(party: PartyLine, key: str) -> Said:
    """Say who a party is: by name where the reader may know it, else by a letter and adult or child."""
    said: Said = {
        "id": str(party.id),
        "key": key,
        "label": party.name or f"Party {party.letter or '?'}, {'child' if party.is_child else 'adult'}",
        "is_child": party.is_child,
        "roles": [
            {"role": role.role.value, "from": day(role.from_on), "until": day(role.until_on)}
            for role in party.roles
        ],
    }
    about = {
        "name": party.name,
        "born_on": day(party.born_on),
        "died_on": day(party.died_on),
        "gender": party.gender,
    }
    return said | {name: value for name, value in about.items() if value is not None}


def entry_said(entry: Portrait, reference: str, keys: Keys) -> Said:
    """Say an entry as a bundle does, with its id and its case."""
    own = {"id": str(entry.id), "case_reference": reference, "version": entry.version}
    return own | {"key": None, "body": None, "data": {}} | entry_members(entry.draft, keys)


def milestone_said(
    line: MilestoneLine, keys: tuple[str | None, str | None], parties: Mapping[UUID, str]
) -> Said:
    """Say what is due, and how it stands today."""
    key, owner = keys
    done = line.standing is Standing.DONE
    return {
        "id": str(line.id),
        "key": key,
        "kind": line.kind,
        "status": line.standing.value,
        "party": parties.get(line.party_id) if line.party_id else None,
        "owner": named(Known(owner, line.owner)) if owner and line.owner else None,
        "due_on": line.due_on.isoformat(),
        "due_at": None if line.due_at is None else moment(line.due_at),
        "done_on": day(line.done_on) if done else None,
        "days_late": line.days_late,
        "not_applicable": line.not_applicable,
        "result": line.result if done else None,
        "version": line.version,
    }


def hit_said(hit: Hit) -> Said:
    """Say where the words stand."""
    return {
        "case_reference": hit.reference,
        "entry_id": str(hit.entry_id),
        "kind": hit.kind.value,
        "category": hit.category.value,
        "occurred_at": moment(hit.occurred_at),
        "snippet": hit.snippet,
    }


def access_said(line: AccessLine) -> Said:
    """Say who read or changed what, without what it says."""
    return {
        "id": str(line.id),
        "at": moment(line.at),
        "user": line.user,
        "organisation": line.organisation,
        "act": line.act,
        "through": line.through,
        "parties": list(line.parties),
        "party_count": line.party_count,
        "entry_count": line.entry_count,
    }


def day(value: date | None) -> str | None:
    """Say a day."""
    return None if value is None else value.isoformat()


def cursor_of(at: datetime, entry_id: UUID) -> str:
    """Say where a page of hits ended."""
    return f"{at.isoformat()} {entry_id}"
