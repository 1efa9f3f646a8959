"""What two bundles have to agree on: every object and value, whatever the order and however it is written down."""

import json
from datetime import UTC, datetime
from typing import Any

ORDERED = {"agreements", "decisions", "triggers", "protective", "phases"}
MOMENTS = {
    "occurred_at",
    "recorded_at",
    "from",
    "until",
    "revoked_at",
    "due",
    "at",
    "reviewed_at",
    "asked_at",
    "withdrawn_at",
}
LENGTH_OF_A_DAY = 10


def canonical_case(case: dict[str, Any], bundle: dict[str, Any]) -> dict[str, Any]:
    """Return a case with its defaults filled in, its moments in UTC and its lists in one order."""
    works_at = {user["key"]: user["organisation"] for user in bundle["users"]}
    entries = [
        {
            "recorded_at": entry["occurred_at"],
            "source": works_at[entry["author"]],
            "source_confidential": False,
            "directors_only": False,
            "protected": False,
            "onward": "free",
            **entry,
        }
        for entry in case.get("entries", [])
    ]
    links = [{"may_contribute": True, **link} for link in case.get("links", [])]
    return canonical("", {**case, "entries": entries, "links": links})


def canonical(name: str, value: Any) -> Any:
    """Bring one value into the one form."""
    if isinstance(value, dict):
        parts = {key: canonical(key, part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in ([], {})}
    if isinstance(value, list):
        parts = [canonical("", part) for part in value]
        return parts if name in ORDERED else sorted(parts, key=lambda part: json.dumps(part, sort_keys=True))
    if name in MOMENTS and len(value) > LENGTH_OF_A_DAY:
        return datetime.fromisoformat(value).astimezone(UTC).isoformat()
    return value


def by_key(things: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return things by key, roles and all in one order."""
    return {thing["key"]: canonical("", thing) for thing in things}
