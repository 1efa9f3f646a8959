"""How a field of a draft is called in a bundle, and what it points to: notes on dataclass fields."""

from dataclasses import Field
from enum import StrEnum
from typing import Any


class Points(StrEnum):
    """What an id stands for, and a key in a bundle."""

    PARTY = "party"
    USER = "user"
    ORGANISATION = "organisation"
    TEAM = "team"
    PERSON = "person"


def member(name: str) -> dict[str, Any]:
    """Say that a field has another name in a bundle."""
    return {"member": name}


def party(name: str) -> dict[str, Any]:
    """Say that a field points to a party, or to several."""
    return {"member": name, "points": Points.PARTY}


def user(name: str) -> dict[str, Any]:
    """Say that a field points to a user, or to several."""
    return {"member": name, "points": Points.USER}


def organisation(name: str) -> dict[str, Any]:
    """Say that a field points to an organisation, or to several."""
    return {"member": name, "points": Points.ORGANISATION}


NOT_IN_BUNDLE: dict[str, Any] = {"member": None}
"""Says that a field follows from the others and does not stand in a bundle."""


def member_name(field: Field[Any]) -> str | None:
    """Return the name of a field in a bundle; None when it does not stand there."""
    name: str | None = field.metadata.get("member", field.name)
    return name


def points_to(field: Field[Any]) -> Points | None:
    """Return what the ids in a field point to; None when it holds no ids."""
    points: Points | None = field.metadata.get("points")
    return points
