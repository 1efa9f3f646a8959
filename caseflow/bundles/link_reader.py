"""Reads the partner links of a case: who, on what grounds, from when to when, and the cells of the scope."""

from collections.abc import Generator, Iterator
from typing import Any
from uuid import UUID, uuid4

from caseflow import models
from caseflow.bundles.consent_reader import Consents, Resting
from caseflow.bundles.directory import Thing
from caseflow.casefile.members import Points
from caseflow.casefile.reading import Reading
from caseflow.casefile.rows import PlacedRow
from caseflow.cases.labels import Letters, letters_for


class Links:
    """The links of one case, and the letters by which each organisation knows its parties."""

    def __init__(self, case: Thing, at: str, reading: Reading, consents: Consents) -> None:
        self._at = f"{at}/links"
        self._things: list[Thing] = case.get("links", [])
        self._reading = reading
        self._consents = consents
        self._known: dict[UUID | None, Letters] = {}

    def rows(self, case_id: UUID) -> Iterator[PlacedRow]:
        """Yield the rows of every link."""
        for position, link in enumerate(self._things):
            yield from self._link(case_id, link, f"{self._at}/{position}")

    def _link(self, case_id: UUID, link: Thing, at: str) -> Iterator[PlacedRow]:
        reading, link_id = self._reading, uuid4()
        organisation_id = reading.find(Points.ORGANISATION, link["organisation"], f"{at}/organisation")
        from_at, until_at = (
            reading.moment(link["from"], f"{at}/from"),
            reading.moment(link["until"], f"{at}/until"),
        )
        reading.period(from_at, until_at, f"{at}/until")
        revoked_at = reading.moment(link["revoked_at"], f"{at}/revoked_at") if "revoked_at" in link else None
        yield (
            models.Link,
            {
                "id": link_id,
                "case_id": case_id,
                "organisation_id": organisation_id,
                "basis": link["basis"],
                "from_at": from_at,
                "until_at": until_at,
                "revoked_at": revoked_at,
                "may_contribute": link.get("may_contribute", True),
            },
        )
        yield models.LinkPurpose, {"link_id": link_id, "purpose": link["purpose"]}
        if "weighing" in link:
            yield models.LinkWeighing, {"link_id": link_id, "case_id": case_id, "weighing": link["weighing"]}
        for user_id in _professionals(link, organisation_id, reading, f"{at}/professionals"):
            yield models.LinkProfessional, {"link_id": link_id, "user_id": user_id}
        resting = self._consents.under(link, f"{at}/rests_on")
        party_ids = yield from _scope(link["scope"], link_id, reading, resting, f"{at}/scope")
        yield from self._labels(link_id, organisation_id, party_ids)
        told = {"link_id": link_id, "case_id": case_id}
        for position, answer in enumerate(link.get("answers", [])):
            yield models.LinkAnswer, told | _answer(answer, reading, f"{at}/answers/{position}")
        for position, deed in enumerate(link.get("deeds", [])):
            yield models.LinkDeed, told | _deed(deed, reading, f"{at}/deeds/{position}")

    def _labels(
        self, link_id: UUID, organisation_id: UUID | None, party_ids: list[UUID]
    ) -> Iterator[PlacedRow]:
        known = self._known.setdefault(organisation_id, {})
        letters = letters_for(party_ids, (), known)
        known |= letters
        for party_id, letter in letters.items():
            yield models.PartyLabel, {"link_id": link_id, "party_id": party_id, "letter": letter}


def _answer(answer: Thing, reading: Reading, at: str) -> dict[str, Any]:
    consented_on = answer.get("consented_on")
    return {
        "id": uuid4(),
        "warning": answer["warning"],
        "answer": answer["answer"],
        "consented_by": answer.get("consented_by"),
        "consented_on": None if consented_on is None else reading.day(consented_on, f"{at}/consented_on"),
        "answered_by_id": reading.find(Points.USER, answer["answered_by"], f"{at}/answered_by"),
        "answered_at": reading.moment(answer["answered_at"], f"{at}/answered_at"),
    }


def _deed(deed: Thing, reading: Reading, at: str) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "act": deed["act"],
        "reason": deed["reason"],
        "done_by_id": reading.find(Points.USER, deed["done_by"], f"{at}/done_by"),
        "done_at": reading.moment(deed["done_at"], f"{at}/done_at"),
    }


def _professionals(link: Thing, organisation_id: UUID | None, reading: Reading, at: str) -> list[UUID]:
    user_ids = reading.find_each(Points.USER, link["professionals"], at)
    for position, key in enumerate(link["professionals"]):
        user_id = reading.keys[Points.USER].get(key)
        if user_id is not None and reading.organisation_of.get(user_id) != organisation_id:
            reading.complain(f"{at}/{position}", f"{key!r} does not work at the organisation of this link.")
    return list(user_ids)


def _scope(
    scope: list[Thing], link_id: UUID, reading: Reading, resting: Resting, at: str
) -> Generator[PlacedRow, None, list[UUID]]:
    """Yield the cells of a link, and return the parties that it opens something about."""
    party_ids: list[UUID] = []
    for position, row in enumerate(scope):
        party_id = reading.find(Points.PARTY, row["party"], f"{at}/{position}/party")
        if party_id is None:
            continue
        if party_id in party_ids:
            reading.complain(f"{at}/{position}/party", "The same key stands here twice.")
        party_ids.append(party_id)
        for category in row["categories"]:
            cell = {"link_id": link_id, "party_id": party_id, "category": category}
            yield models.ScopeCell, cell | {"consent_id": resting.get((row["party"], category))}
    return party_ids
