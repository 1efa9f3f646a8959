"""Reads who is kept from a person of the case, whose account is theirs, and who opened it in an emergency."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from caseflow import models
from caseflow.bundles.directory import Thing
from caseflow.casefile.members import Points
from caseflow.casefile.reading import Reading
from caseflow.casefile.rows import PlacedRow


def exception_rows(case_id: UUID, case: Thing, reading: Reading, at: str) -> Iterator[PlacedRow]:
    """Yield the rows of all three. What is about a person is theirs in every case."""
    person_of = {party["key"]: party["person"] for party in case["parties"]}
    for name, model in (("person_exclusions", models.PersonExclusion), ("person_ties", models.PersonTie)):
        for position, one in enumerate(case.get(name, [])):
            yield model, _of_person(one, person_of, reading, f"{at}/{name}/{position}")
    for position, one in enumerate(case.get("break_glass", [])):
        yield models.BreakGlass, {"case_id": case_id} | _glass(one, reading, f"{at}/break_glass/{position}")


def _of_person(one: Thing, person_of: dict[str, str], reading: Reading, at: str) -> dict[str, Any]:
    reading.find(Points.PARTY, one["party"], f"{at}/party")
    person = person_of.get(one["party"])
    begins, ends = _moment(one, "from", reading, at), _moment(one, "until", reading, at)
    reading.period(begins, ends, f"{at}/until")
    return {
        "id": uuid4(),
        "person_id": None if person is None else reading.keys[Points.PERSON].get(person),
        "user_id": reading.find(Points.USER, one["user"], f"{at}/user"),
        "reason": one.get("reason"),
        "set_by_id": _user(one, "set_by", reading, at),
        "from_at": begins,
        "until_at": ends,
    }


def _glass(one: Thing, reading: Reading, at: str) -> dict[str, Any]:
    begins, ends = _moment(one, "at", reading, at), _moment(one, "until", reading, at)
    reading.period(begins, ends, f"{at}/until")
    return {
        "id": uuid4(),
        "user_id": reading.find(Points.USER, one["user"], f"{at}/user"),
        "reason": one["reason"],
        "at": begins,
        "until_at": ends,
        "reviewed_at": _moment(one, "reviewed_at", reading, at),
        "reviewed_by_id": _user(one, "reviewed_by", reading, at),
        "outcome": one.get("outcome"),
        "note": one.get("note"),
    }


def _moment(one: Thing, member: str, reading: Reading, at: str) -> datetime | None:
    return reading.moment(one[member], f"{at}/{member}") if member in one else None


def _user(one: Thing, member: str, reading: Reading, at: str) -> UUID | None:
    return reading.find(Points.USER, one[member], f"{at}/{member}") if member in one else None
