"""A small bundle that is right in every way, to be spoilt in one."""

import copy
import json
from typing import Any

FROM, UNTIL = "2024-01-01T09:00:00+01:00", "2025-01-01T09:00:00+01:00"
ENTRY = {
    "key": "e1",
    "kind": "contact",
    "occurred_at": FROM,
    "author": "ada",
    "category": "safety",
    "concerns": ["p1"],
    "body": "Gebeld.",
}
SAID = {
    "role": "Juf",
    "function": "Leerkracht",
    "legal_task": "Wet op het primair onderwijs",
    "purpose": "Ophalen",
    "need": "Wie haalt op?",
    "asked_at": FROM,
    "due_on": "2024-01-15",
}
SMALL: dict[str, Any] = {
    "format": "caseflow-bundle/1",
    "organisations": [
        {"key": "town", "name": "Town", "kind": "municipality"},
        {
            "key": "school",
            "name": "School",
            "kind": "school",
            "agreements": [
                {
                    "name": "Convenant",
                    "version": "2.1",
                    "from": "2023-01-01",
                    "until": "2027-01-01",
                    "covers": "Veiligheid van kinderen",
                    "recorded_at": FROM,
                }
            ],
        },
    ],
    "teams": [{"key": "north", "organisation": "town", "name": "North"}],
    "users": [
        {
            "key": "ada",
            "email": "ada@example.org",
            "name": "Ada",
            "organisation": "town",
            "team": "north",
            "roles": ["case_director"],
        },
        {
            "key": "bo",
            "email": "bo@example.org",
            "name": "Bo",
            "organisation": "school",
            "roles": ["partner"],
        },
    ],
    "persons": [
        {"key": "one", "name": "Één", "born_on": "1990-02-28"},
        {"key": "two", "name": "Twee", "born_on": "2015-06-01"},
    ],
    "cases": [
        {
            "reference": "SM-0001",
            "organisation": "town",
            "team": "north",
            "director": "ada",
            "opened_on": "2024-01-01",
            "deputies": [{"user": "ada", "from": FROM, "until": UNTIL}],
            "parties": [
                {"key": "p1", "person": "one", "roles": [{"role": "victim"}]},
                {"key": "p2", "person": "two", "roles": [{"role": "child_witness"}]},
            ],
            "relationships": [{"from": "p1", "to": "p2", "kind": "parent_of"}],
            "links": [
                {
                    "organisation": "school",
                    "professionals": ["bo"],
                    "purpose": "Safety",
                    "basis": "public_task",
                    "from": FROM,
                    "until": UNTIL,
                    "scope": [
                        {"party": "p2", "categories": ["safety"]},
                        {"party": "p1", "categories": ["education"]},
                    ],
                    "rests_on": [{"consent": "c1", "categories": ["education"]}],
                }
            ],
            "consents": [
                {
                    "key": "c1",
                    "party": "p1",
                    "organisation": "school",
                    "purpose": "Extra begeleiding",
                    "categories": ["education", "health"],
                    "by_self": True,
                    "how": "signed_form",
                    "from": FROM,
                    "until": UNTIL,
                    "recorded_by": "ada",
                    "recorded_at": FROM,
                    "withdrawn_at": "2024-06-01T09:00:00+02:00",
                    "withdrawn_by": "Één",
                    "withdrawal_taken_by": "ada",
                }
            ],
            "exclusions": [{"user": "bo", "reason": "Buren", "from": FROM, "until": UNTIL}],
            "person_exclusions": [
                {"user": "bo", "party": "p2", "reason": "Oom", "set_by": "ada", "from": FROM, "until": UNTIL},
                {"user": "ada", "party": "p1", "reason": "Zus", "until": FROM},
            ],
            "person_ties": [{"user": "bo", "party": "p1", "reason": "Zelf", "set_by": "ada", "from": FROM}],
            "break_glass": [
                {
                    "user": "ada",
                    "reason": "Brand",
                    "at": FROM,
                    "until": "2024-01-01T13:00:00+01:00",
                    "reviewed_at": UNTIL,
                    "reviewed_by": "bo",
                    "outcome": "justified",
                    "note": "Terecht",
                }
            ],
            "entries": [ENTRY],
            "milestones": [{"key": "m1", "kind": "m10", "due": "2024-02-01", "owner": "ada"}],
            "word_checks": [
                {
                    "entry": "e1",
                    "at": FROM,
                    "held": True,
                    "decided_by": "ada",
                    "decided_at": FROM,
                    "reason": "Een andere straat.",
                }
            ],
            "release_requests": [
                {
                    "entry": "e1",
                    "organisation": "school",
                    "asked_by": "ada",
                    "asked": "bo",
                    "question": "Mag dit verder?",
                    "asked_at": FROM,
                    "due_on": "2024-01-15",
                    "answer": {"outcome": "granted", "reason": "Ja.", "at": UNTIL},
                },
                {
                    "entry": "e1",
                    "organisation": "town",
                    "asked_by": "ada",
                    "asked": "bo",
                    "question": "En dit?",
                    "asked_at": FROM,
                    "due_on": "2024-01-15",
                    "withdrawn_at": UNTIL,
                },
            ],
            "info_requests": [
                SAID | {"asked_by": "ada", "organisation": "school", "asked": "bo", "about": ["p2"]},
                SAID
                | {
                    "asked_by": "bo",
                    "organisation": "town",
                    "person": {"name": "Twee", "born_on": "2015-06-01"},
                    "answer": {"outcome": "refused", "at": UNTIL, "by": "ada", "reason": "Geen taak."},
                },
            ],
        },
        {
            "reference": "SM-0002",
            "organisation": "town",
            "team": "north",
            "director": "ada",
            "opened_on": "2024-01-01",
            "parties": [{"key": "q1", "person": "two", "roles": [{"role": "victim"}]}],
        },
    ],
}


def spoilt(pointer: str, value: Any) -> bytes:
    """Return the small bundle with another value at a place; `/-` adds to a list."""
    bundle = copy.deepcopy(SMALL)
    *path, last = pointer.split("/")[1:]
    place: Any = bundle
    for step in path:
        place = place[int(step) if isinstance(place, list) else step]
    if isinstance(place, list):
        if last == "-":
            place.append(value)
        else:
            place[int(last)] = value
    else:
        place[last] = value
    return json.dumps(bundle).encode()


def with_entry(**members: Any) -> bytes:
    """Return the small bundle with one more entry."""
    return spoilt("/cases/0/entries/-", ENTRY | {"key": "e2"} | members)
