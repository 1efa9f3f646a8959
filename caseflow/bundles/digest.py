"""What a case of a bundle comes down to, as one short text: the same however it is written down."""

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from caseflow.bundles.directory import Directory, Thing
from caseflow.casefile.members import Points

IN_ORDER = {"phases", "agreements", "decisions", "triggers", "protective"}
"""Lists in which the order says something."""
DEFAULTS: dict[str, Any] = {
    "source_confidential": False,
    "directors_only": False,
    "protected": False,
    "onward": "free",
    "may_contribute": True,
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def case_digest(case: Thing, directory: Directory, used: Iterable[tuple[Points, str]]) -> str:
    """Return the digest of a case and of whom its keys mean."""
    total = hashlib.sha256()
    meant = {points: {key for of, key in used if of is points} for points in directory.things}
    for points, keys in meant.items():
        for key in sorted(keys):
            total.update(_hash(directory.identity(points, key)))
    for name, value in sorted(case.items()):
        if value != []:
            total.update(_hash(name) + _hash_of_list(name, value, directory))
    return total.hexdigest()


def _hash_of_list(name: str, value: Any, directory: Directory) -> bytes:
    """Hash a list by its parts, so that a large case is never written out in whole."""
    if not isinstance(value, list):
        return _hash(_plain(name, value))
    parts = [_completed(part, directory) if name == "entries" else part for part in value]
    hashes = [_hash(_plain("", part)) for part in parts]
    return _hash([each.hex() for each in (hashes if name in IN_ORDER else sorted(hashes))])


def _completed(entry: Thing, directory: Directory) -> Thing:
    source = directory.things[Points.USER][entry["author"]]["organisation"]
    return {"source": source, "recorded_at": entry["occurred_at"], **entry}


def _hash(value: Any) -> bytes:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).digest()


def _plain(name: str, value: Any) -> Any:
    match value:
        case dict():
            return {
                member: _plain(member, part)
                for member, part in value.items()
                if part not in ([], {}) and (member not in DEFAULTS or part != DEFAULTS[member])
            }
        case list():
            parts = [_plain("", part) for part in value]
            return (
                parts
                if name in IN_ORDER
                else sorted(parts, key=lambda part: json.dumps(part, sort_keys=True))
            )
        case float() if value.is_integer():
            return int(value)
        case str() if _MOMENT.fullmatch(value):
            return datetime.fromisoformat(value.upper()).astimezone(UTC).isoformat()
        case _:
            return value
