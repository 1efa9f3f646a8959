"""Reads one case of a bundle that fits the schema into rows and drafts, and notes what is wrong with it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from caseflow import models
from caseflow.bundles.consent_reader import Consents
from caseflow.bundles.directory import Directory, Thing, by_key
from caseflow.bundles.exception_reader import exception_rows
from caseflow.bundles.link_reader import Links
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.entry_reader import read_entry
from caseflow.casefile.members import Points
from caseflow.casefile.reading import Problems, Reading
from caseflow.casefile.rows import PlacedRow
from caseflow.clock import local_date

DAY_LENGTH = len("2026-03-03")


class CaseReader:
    """One case of a bundle. Reading it twice gives the same ids of case and parties."""

    def __init__(self, case: Thing, at: str, directory: Directory, problems: Problems) -> None:
        self.id = uuid4()
        self.case = case
        self.reference: str = case["reference"]
        self.at = at
        self._directory = directory
        parties = by_key(case["parties"], f"{at}/parties", problems)
        keys = directory.ids | {Points.PARTY: {key: uuid4() for key in parties}}
        self.reading = Reading(keys, directory.organisation_of, problems)
        self._consents = Consents(case, at, self.reading)
        self._links = Links(case, at, self.reading, self._consents)

    def rows(self, digest: str | None = None) -> Iterator[PlacedRow]:
        """Yield every row but those of entries, rows that others point to first."""
        yield from self._case(digest)
        yield from self._people()
        for position, change in enumerate(self.case.get("phases", [])):
            yield self._phase(change, position)
        for position, closure in enumerate(self.case.get("closures", [])):
            yield self._closure(closure, f"{self.at}/closures/{position}")
        for position, party in enumerate(self.case["parties"]):
            yield from self._party(party, f"{self.at}/parties/{position}")
        for position, relationship in enumerate(self.case.get("relationships", [])):
            yield self._relationship(relationship, f"{self.at}/relationships/{position}")
        yield from self._consents.rows(self.id)
        yield from self._links.rows(self.id)
        yield from exception_rows(self.id, self.case, self.reading, self.at)
        by_key(self.case.get("milestones", []), f"{self.at}/milestones", self.reading.problems)
        for position, milestone in enumerate(self.case.get("milestones", [])):
            yield self._milestone(milestone, f"{self.at}/milestones/{position}")

    def entries(self) -> Iterator[tuple[UUID, EntryDraft]]:
        """Yield every entry."""
        by_key(self.case.get("entries", []), f"{self.at}/entries", self.reading.problems)
        for position, entry in enumerate(self.case.get("entries", [])):
            draft = read_entry(entry, self.reading, f"{self.at}/entries/{position}")
            if draft is not None:
                yield uuid4(), draft

    def _find(self, points: Points, part: Thing, member: str, at: str) -> UUID | None:
        return self.reading.find(points, part[member], f"{at}/{member}") if member in part else None

    def _day(self, part: Thing, member: str, at: str) -> date | None:
        return self.reading.day(part[member], f"{at}/{member}") if member in part else None

    def _moment(self, part: Thing, member: str, at: str) -> datetime | None:
        return self.reading.moment(part[member], f"{at}/{member}") if member in part else None

    def _days(self, part: Thing, first: str, last: str, at: str) -> tuple[date | None, date | None]:
        begins, ends = self._day(part, first, at), self._day(part, last, at)
        self.reading.period(begins, ends, f"{at}/{last}")
        return begins, ends

    def _case(self, digest: str | None) -> Iterator[PlacedRow]:
        case, at = self.case, self.at
        self._check_director()
        yield (
            models.Case,
            {
                "id": self.id,
                "reference": case["reference"],
                "organisation_id": self._find(Points.ORGANISATION, case, "organisation", at),
                "team_id": self._find(Points.TEAM, case, "team", at),
                "director_id": self._find(Points.USER, case, "director", at),
                "opened_on": self._day(case, "opened_on", at),
            },
        )
        yield (
            models.CaseBrief,
            {
                "case_id": self.id,
                "municipality": case.get("municipality"),
                "brought_in_by_id": self._find(Points.ORGANISATION, case, "brought_in_by", at),
                "problem_statement": case.get("problem_statement"),
                "goal": case.get("goal"),
                "import_digest": digest,
            },
        )

    def _check_director(self) -> None:
        director = self._directory.things[Points.USER].get(self.case["director"])
        if director is not None and "case_director" not in director["roles"]:
            self.reading.complain(f"{self.at}/director", "This user does not have the role case_director.")
        team = self._directory.things[Points.TEAM].get(self.case["team"])
        if team is not None and team["organisation"] != self.case["organisation"]:
            self.reading.complain(f"{self.at}/team", "This team is of another organisation.")

    def _people(self) -> Iterator[PlacedRow]:
        """Yield who directed before, who stands in, and for whom the case does not exist."""
        for name, model in (("former_directors", models.FormerDirector), ("deputies", models.Deputy)):
            for position, turn in enumerate(self.case.get(name, [])):
                at = f"{self.at}/{name}/{position}"
                begins, ends = self._moment(turn, "from", at), self._moment(turn, "until", at)
                self.reading.period(begins, ends, f"{at}/until")
                yield model, self._row(turn, at) | {"from_at": begins, "until_at": ends}
        for position, exclusion in enumerate(self.case.get("exclusions", [])):
            at = f"{self.at}/exclusions/{position}"
            from_at = self._moment(exclusion, "from", at)
            row = self._row(exclusion, at) | {"reason": exclusion["reason"], "from_at": from_at}
            yield models.Exclusion, row | {"until_at": self._moment(exclusion, "until", at)}

    def _row(self, part: Thing, at: str) -> dict[str, Any]:
        return {"id": uuid4(), "case_id": self.id, "user_id": self._find(Points.USER, part, "user", at)}

    def _phase(self, change: Thing, position: int) -> PlacedRow:
        return models.PhaseChange, {
            "id": uuid4(),
            "case_id": self.id,
            "phase": change["phase"],
            "from_on": self._day(change, "from", f"{self.at}/phases/{position}"),
            "position": position,
            "reason": change.get("reason"),
        }

    def _closure(self, closure: Thing, at: str) -> PlacedRow:
        closed_on, reopened_on = self._days(closure, "closed_on", "reopened_on", at)
        return models.Closure, {
            "id": uuid4(),
            "case_id": self.id,
            "closed_on": closed_on,
            "reason": closure["reason"],
            "reviewed_by_id": self._find(Points.USER, closure, "reviewed_by", at),
            "lessons": closure.get("lessons"),
            "reopened_on": reopened_on,
        }

    def _party(self, party: Thing, at: str) -> Iterator[PlacedRow]:
        party_id = self.reading.keys[Points.PARTY][party["key"]]
        person_id = self._find(Points.PERSON, party, "person", at)
        yield (
            models.Party,
            {
                "id": party_id,
                "case_id": self.id,
                "person_id": person_id,
                "key": party["key"],
            },
        )
        for position, role in enumerate(party["roles"]):
            here = f"{at}/roles/{position}"
            from_on, until_on = self._days(role, "from", "until", here)
            yield (
                models.PartyRole,
                {
                    "id": uuid4(),
                    "party_id": party_id,
                    "role": role["role"],
                    "from_on": from_on,
                    "until_on": until_on,
                    "source_id": self._find(Points.ORGANISATION, role, "source", here),
                },
            )

    def _relationship(self, relationship: Thing, at: str) -> PlacedRow:
        since, until = self._days(relationship, "since", "until", at)
        return models.Relationship, {
            "id": uuid4(),
            "case_id": self.id,
            "from_party_id": self._find(Points.PARTY, relationship, "from", at),
            "to_party_id": self._find(Points.PARTY, relationship, "to", at),
            "kind": relationship["kind"],
            "since": since,
            "until": until,
            "note": relationship.get("note"),
        }

    def _milestone(self, milestone: Thing, at: str) -> PlacedRow:
        exact = len(milestone["due"]) > DAY_LENGTH
        due_at = self._moment(milestone, "due", at) if exact else None
        due_on = self._day(milestone, "due", at) if not exact else due_at and local_date(due_at)
        return models.Milestone, {
            "id": uuid4(),
            "case_id": self.id,
            "key": milestone["key"],
            "kind": milestone["kind"],
            "party_id": self._find(Points.PARTY, milestone, "party", at),
            "owner_id": self._find(Points.USER, milestone, "owner", at),
            "due_on": due_on,
            "due_at": due_at,
            "done_on": self._day(milestone, "done_on", at),
            "not_applicable": milestone.get("not_applicable"),
            "result": milestone.get("result"),
        }
