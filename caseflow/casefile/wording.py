"""Says an entry as a bundle says it: keys for ids, times as in Amsterdam, and nothing that is as by default."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from caseflow.casefile.audience import Disclosure, Release
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.kinds import Agreement
from caseflow.casefile.members import Points, member_name, points_to
from caseflow.clock import AMSTERDAM

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Keys:
    """By what key the reader knows parties, users and organisations.

    What the reader does not know is left out; where something has to stand, `unknown` stands for it when given.
    """

    parties: Mapping[UUID, str]
    users: Mapping[UUID, str]
    organisations: Mapping[UUID, str]
    unknown: str | None = None

    def of(self, points: Points) -> Mapping[UUID, str]:
        """Return the keys of what is pointed to."""
        return {
            Points.PARTY: self.parties,
            Points.USER: self.users,
            Points.ORGANISATION: self.organisations,
        }[points]


def entry_members(draft: EntryDraft, keys: Keys) -> dict[str, Any]:
    """Return an entry as a bundle says it. Source and time of recording are always said."""
    said = {"kind": draft.kind.value} | _members(draft, keys)
    if data := _members(draft.data, keys):
        said["data"] = data
    return said


def _members(part: Any, keys: Keys) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for field in fields(part):
        name = member_name(field)
        value = _value(field, getattr(part, field.name), keys)
        if name is not None and value is not None and (_is_required(field) or not _is_default(field, value)):
            said[name] = value
    return said


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _is_default(field: Field[Any], value: Any) -> bool:
    return value in ([], {}) or value == field.default


def _value(field: Field[Any], value: Any, keys: Keys) -> Any:
    points = points_to(field)
    if points is None:
        return _spoken(value, keys)
    unknown = keys.unknown if _is_required(field) else None
    known = keys.of(points)
    if not isinstance(value, tuple):
        return known.get(value, unknown)
    return [known[each] for each in value if each in known] or ([unknown] if unknown else [])


def _spoken(value: Any, keys: Keys) -> Any:
    if isinstance(value, Agreement | Disclosure | Release):
        return _members(value, keys)
    if isinstance(value, tuple):
        return [_spoken(each, keys) for each in value]
    if isinstance(value, Mapping):
        return {name: number(score) for name, score in value.items()}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return moment(value)
    return value.isoformat() if isinstance(value, date) else value


def number(value: float) -> float:
    """Return a score as it was written: whole numbers without a point."""
    return int(value) if value.is_integer() else value


def moment(value: datetime) -> str:
    """Return a moment as in Amsterdam; in UTC where Amsterdam's offset was not in whole minutes."""
    local = value.astimezone(AMSTERDAM)
    offset = local.utcoffset()
    return (value.astimezone(UTC) if offset is None or offset % MINUTE else local).isoformat()
