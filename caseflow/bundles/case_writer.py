"""Says a case as a bundle says it: members in the place of columns, keys in the place of ids."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from caseflow import models
from caseflow.bundles.case_parts import CaseParts
from caseflow.bundles.directory_writer import DirectoryWriter, KeyBook, Members
from caseflow.casefile.wording import moment

UNTOLD_ROLE = "other_family"
"""What stands for the roles of a party whose roles the reader may not know: the schema asks for one."""


def said(**members: Any) -> Members:
    """Return members as JSON has them, without those that have no value."""
    return {name.removesuffix("_"): _plain(value) for name, value in members.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


class CaseWriter:
    """Writes one case with the keys of its directory and of its parties."""

    def __init__(self, parts: CaseParts, directory: DirectoryWriter, parties: dict[UUID, str]) -> None:
        self._parts = parts
        self._directory = directory
        self._parties = parties
        self._party_of = {party.person_id: parties[party.id] for party, _person in parts.parties}
        self._people = KeyBook()
        self._milestones = KeyBook()
        self._consents = KeyBook()

    def case(self) -> Members:
        """Return the case without parties and entries."""
        case, brief = self._parts.case, self._parts.brief
        organisation = self._directory.organisation(case.organisation_id)
        own = said(
            reference=case.reference,
            organisation=organisation,
            team=self._directory.team(case.team_id, organisation),
            director=self._directory.user(case.director_id),
            opened_on=case.opened_on,
        )
        if brief is not None:
            own |= said(
                municipality=brief.municipality,
                brought_in_by=self._organisation(brief.brought_in_by_id),
                problem_statement=brief.problem_statement,
                goal=brief.goal,
            )
        return own | self._lists()

    def _lists(self) -> Members:
        write: dict[str, Callable[[Any], Members]] = {
            "former_directors": self._turn,
            "deputies": self._turn,
            "phases": self._phase,
            "closures": self._closure,
            "relationships": self._relationship,
            "consents": self._consent,
            "links": self._link,
            "exclusions": self._exclusion,
            "person_exclusions": self._of_person,
            "person_ties": self._of_person,
            "break_glass": self._break_glass,
            "milestones": self._milestone,
        }
        lists = {name: [one(row) for row in self._parts.lists[name]] for name, one in write.items()}
        return {name: rows for name, rows in lists.items() if rows}

    def parties(self) -> list[Members]:
        """Return the parties with their roles, as far as those are known."""
        return [
            {
                "key": self._parties[party.id],
                "person": self._people.add(party.person_id, None if person is None else person.key),
                "roles": [self._role(role) for role in self._parts.roles.get(party.id, [])]
                or [{"role": UNTOLD_ROLE}],
            }
            for party, person in self._parts.parties
        ]

    def persons(self, labels: Mapping[UUID, str]) -> list[Members]:
        """Return the persons: by name where the reader may know it, else by the label of the party."""
        persons = {
            party.person_id: {"key": self._people.add(party.person_id, None), "name": labels[party.id]}
            if person is None
            else self._person(person)
            for party, person in self._parts.parties
        }
        return list(persons.values())

    def _person(self, person: models.Person) -> Members:
        return said(
            key=self._people.add(person.id, person.key),
            name=person.name,
            born_on=person.born_on,
            died_on=person.died_on,
            gender=person.gender,
            research_objection_on=person.research_objection_on,
        )

    def _role(self, role: models.PartyRole) -> Members:
        source = self._organisation(role.source_id)
        return said(role=role.role, from_=role.from_on, until=role.until_on, source=source)

    def _turn(self, turn: models.Deputy | models.FormerDirector) -> Members:
        return said(user=self._directory.user(turn.user_id), from_=turn.from_at, until=turn.until_at)

    def _phase(self, change: models.PhaseChange) -> Members:
        return said(phase=change.phase, from_=change.from_on, reason=change.reason)

    def _closure(self, closure: models.Closure) -> Members:
        return said(
            closed_on=closure.closed_on,
            reason=closure.reason,
            reviewed_by=self._user(closure.reviewed_by_id),
            lessons=closure.lessons,
            reopened_on=closure.reopened_on,
        )

    def _relationship(self, relationship: models.Relationship) -> Members:
        return said(
            from_=self._parties[relationship.from_party_id],
            to=self._parties[relationship.to_party_id],
            kind=relationship.kind,
            since=relationship.since,
            until=relationship.until,
            note=relationship.note,
        )

    def _link(self, link: models.Link) -> Members:
        return said(
            organisation=self._directory.organisation(link.organisation_id),
            professionals=[self._directory.user(id_) for id_ in self._parts.professionals.get(link.id, [])],
            purpose=self._parts.purposes[link.id],
            basis=link.basis,
            weighing=self._parts.weighings.get(link.id),
            from_=link.from_at,
            until=link.until_at,
            revoked_at=link.revoked_at,
            may_contribute=None if link.may_contribute else False,
            scope=self._scope(self._parts.cells.get(link.id, [])),
            rests_on=self._rests_on(self._parts.cells.get(link.id, [])) or None,
            answers=[self._answer(one) for one in self._parts.answers.get(link.id, [])] or None,
            deeds=[self._deed(one) for one in self._parts.deeds.get(link.id, [])] or None,
        )

    def _answer(self, answer: models.LinkAnswer) -> Members:
        return said(
            warning=answer.warning,
            answer=answer.answer,
            consented_by=answer.consented_by,
            consented_on=answer.consented_on,
            answered_by=self._directory.user(answer.answered_by_id),
            answered_at=answer.answered_at,
        )

    def _deed(self, deed: models.LinkDeed) -> Members:
        return said(
            act=deed.act,
            reason=deed.reason,
            done_by=self._directory.user(deed.done_by_id),
            done_at=deed.done_at,
        )

    def _scope(self, cells: list[models.ScopeCell]) -> list[Members]:
        rows: dict[UUID, list[str]] = {}
        for cell in cells:
            rows.setdefault(cell.party_id, []).append(cell.category.value)
        return [
            {"party": self._parties[party_id], "categories": categories}
            for party_id, categories in rows.items()
        ]

    def _rests_on(self, cells: list[models.ScopeCell]) -> list[Members]:
        """Say what rests on which consent, as far as the reader knows of it: `consents` is written before links."""
        rows: dict[str, list[str]] = {}
        for cell in cells:
            key = None if cell.consent_id is None else self._consents.keys.get(cell.consent_id)
            if key is not None:
                rows.setdefault(key, []).append(cell.category.value)
        return [{"consent": key, "categories": categories} for key, categories in rows.items()]

    def _consent(self, consent: models.Consent) -> Members:
        return said(
            key=self._consents.add(consent.id, consent.key),
            party=self._parties[consent.party_id],
            organisation=self._directory.organisation(consent.organisation_id),
            purpose=consent.purpose,
            categories=[one.category.value for one in self._parts.covered.get(consent.id, [])],
            by_self=consent.by_self,
            represented_by=consent.represented_by,
            how=consent.how,
            from_=consent.from_at,
            until=consent.until_at,
            recorded_by=self._directory.user(consent.recorded_by_id),
            recorded_at=consent.recorded_at,
            withdrawn_at=consent.withdrawn_at,
            withdrawn_by=consent.withdrawn_by,
            withdrawal_taken_by=self._user(consent.withdrawal_taken_by_id),
        )

    def _exclusion(self, exclusion: models.Exclusion) -> Members:
        user = self._directory.user(exclusion.user_id)
        return said(user=user, reason=exclusion.reason, from_=exclusion.from_at, until=exclusion.until_at)

    def _of_person(self, one: models.PersonExclusion | models.PersonTie) -> Members:
        return said(
            user=self._directory.user(one.user_id),
            party=self._party_of[one.person_id],
            reason=one.reason,
            set_by=self._user(one.set_by_id),
            from_=one.from_at,
            until=one.until_at,
        )

    def _break_glass(self, glass: models.BreakGlass) -> Members:
        return said(
            user=self._directory.user(glass.user_id),
            reason=glass.reason,
            at=glass.at,
            until=glass.until_at,
            reviewed_at=glass.reviewed_at,
            reviewed_by=self._user(glass.reviewed_by_id),
            outcome=glass.outcome,
            note=glass.note,
        )

    def _milestone(self, milestone: models.Milestone) -> Members:
        return said(
            key=self._milestones.add(milestone.id, milestone.key),
            kind=milestone.kind,
            party=self._parties.get(milestone.party_id) if milestone.party_id else None,
            owner=self._user(milestone.owner_id),
            due=milestone.due_at or milestone.due_on,
            done_on=milestone.done_on,
            not_applicable=milestone.not_applicable,
            result=milestone.result,
        )

    def _user(self, id_: UUID | None) -> str | None:
        return None if id_ is None else self._directory.user(id_)

    def _organisation(self, id_: UUID | None) -> str | None:
        return None if id_ is None else self._directory.organisation(id_)
