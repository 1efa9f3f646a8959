"""Reads the consents of a case, and which cells of its links rest on them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from caseflow import models
from caseflow.bundles.directory import Thing, by_key
from caseflow.casefile.members import Points
from caseflow.casefile.reading import Reading
from caseflow.casefile.rows import PlacedRow

Resting = dict[tuple[str, str], UUID]
"""By key of a party and category, the consent that the cell rests on."""


class Consents:
    """The consents of one case, by key. Reading them twice gives the same ids."""

    def __init__(self, case: Thing, at: str, reading: Reading) -> None:
        self._at = f"{at}/consents"
        self._things = by_key(case.get("consents", []), self._at, reading.problems)
        self._ids = {key: uuid4() for key in self._things}
        self._reading = reading

    def rows(self, case_id: UUID) -> Iterator[PlacedRow]:
        """Yield the rows of every consent."""
        for position, (key, one) in enumerate(self._things.items()):
            yield models.Consent, {"case_id": case_id} | self._consent(key, one, f"{self._at}/{position}")
            for category in one["categories"]:
                yield models.ConsentCategory, {"consent_id": self._ids[key], "category": category}

    def _consent(self, key: str, one: Thing, at: str) -> dict[str, Any]:
        reading = self._reading
        begins, ends = reading.moment(one["from"], f"{at}/from"), reading.moment(one["until"], f"{at}/until")
        reading.period(begins, ends, f"{at}/until")
        if not one["by_self"] and "represented_by" not in one:
            reading.complain(f"{at}/represented_by", "Nobody gave this consent.")
        return {
            "id": self._ids[key],
            "key": key,
            "party_id": reading.find(Points.PARTY, one["party"], f"{at}/party"),
            "organisation_id": reading.find(Points.ORGANISATION, one["organisation"], f"{at}/organisation"),
            "purpose": one["purpose"],
            "by_self": one["by_self"],
            "represented_by": one.get("represented_by"),
            "how": one["how"],
            "from_at": begins,
            "until_at": ends,
            "recorded_by_id": reading.find(Points.USER, one["recorded_by"], f"{at}/recorded_by"),
            "recorded_at": reading.moment(one["recorded_at"], f"{at}/recorded_at"),
            "withdrawn_at": (
                reading.moment(one["withdrawn_at"], f"{at}/withdrawn_at") if "withdrawn_at" in one else None
            ),
            "withdrawn_by": one.get("withdrawn_by"),
            "withdrawal_taken_by_id": (
                reading.find(Points.USER, one["withdrawal_taken_by"], f"{at}/withdrawal_taken_by")
                if "withdrawal_taken_by" in one
                else None
            ),
        }

    def under(self, link: Thing, at: str) -> Resting:
        """Return what the cells of a link rest on; complain of what does not fit the consent or the scope."""
        scope = {(row["party"], category) for row in link["scope"] for category in row["categories"]}
        resting: Resting = {}
        for position, row in enumerate(link.get("rests_on", [])):
            here = f"{at}/{position}"
            consent = self._things.get(row["consent"])
            if consent is None:
                self._reading.complain(
                    f"{here}/consent", f"There is no consent with the key {row['consent']!r} here."
                )
                continue
            if consent["organisation"] != link["organisation"]:
                self._reading.complain(f"{here}/consent", "This consent is for another organisation.")
            cells = {(consent["party"], category) for category in row["categories"]}
            if not cells <= scope or cells & resting.keys():
                self._reading.complain(
                    f"{here}/categories", "The link has no such cell, or it rests on another."
                )
            if not set(row["categories"]) <= set(consent["categories"]):
                self._reading.complain(f"{here}/categories", "The consent does not cover all of these.")
            resting |= dict.fromkeys(cells, self._ids[row["consent"]])
        return resting
