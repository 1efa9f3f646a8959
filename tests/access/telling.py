"""What is told beside the rules: derived facts about what may be read, and what is asked past the rules to act on it.

Read aloud from the design in plain Python, and the same asked of a guarded session.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Uuid, literal, select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access import elsewhere, oversight, protected, reasons, seated, shown, through
from caseflow.access.check import Act, can
from caseflow.access.guard import POLICY_QUESTION
from caseflow.access.receiver import is_named
from tests.access.doing import Doer
from tests.access.things import Case, Entry, Exclusion, Link, User, World

Facts = Iterator[tuple[object, ...]]
Told = set[tuple[object, ...]]


class Teller(Doer):
    """A user at a moment in a world, asked what they are told."""

    def seat(self, case: Case) -> str | None:
        if self.directs(case):
            return "director"
        if self.stands_in(case):
            return "deputy"
        return "lead" if self.leads(case) else None

    def glass(self, case: Case) -> list[tuple[UUID, datetime]]:
        """The glass that opens the case to them now, and until when."""
        if not self.broke_the_glass(case):
            return []
        mine = (one for one in case.broken_glass if one.user == self.user.id)
        return [(one.id, one.until_at) for one in mine if one.from_at <= self.now < one.until_at]

    def ways(self, case: Case) -> set[str]:
        """Through what they are in a case: a seat, else links and broken glass, else a role."""
        if (seat := self.seat(case)) is not None:
            return {f"seat:{seat}"}
        links = {f"link:{link.id}" for link in self.active_links(case)}
        watcher = "privacy_officer" in self.user.roles
        role = "privacy_officer" if watcher else min(self.user.roles, default="none")
        return links | {f"break_glass:{one}" for one, _ in self.glass(case)} or {f"role:{role}"}

    def contact_point(self, case: Case) -> UUID:
        acting = [one.user for one in case.deputies if one.from_at <= self.now < one.until_at]
        return acting[0] if acting else case.director

    def is_hidden_from(self, user: User, case: Case) -> bool:
        """Another than the reader is kept from the case, or will be."""
        persons = {party.person for party in case.parties}
        of_persons = (*self.world.person_exclusions, *self.world.person_ties)
        here = (*case.exclusions, *(one for one in of_persons if one.person in persons))
        return user.id != self.user.id and any(one.user == user.id and self.lasts(one) for one in here)

    def lasts(self, exclusion: Exclusion) -> bool:
        return exclusion.until_at is None or exclusion.until_at > self.now

    def target(self, case: Case) -> tuple[bool, bool]:
        """Whether they have the case, and whether break-glass can open it to them."""
        director_there = "case_director" in self.user.roles and case.organisation == self.user.organisation
        return self.case_exists(case), director_there and not self.is_excluded(case)

    def opening(self, case: Case, entry: Entry) -> set[UUID]:
        """Links that open the category of an entry about everybody whom it concerns."""
        wanted = {(party, entry.category) for party in entry.concerns}
        return {link.id for link in self.active_links(case) if wanted <= self.open_cells(case, link)}

    def named(self, case: Case) -> Iterator[tuple[Link, "Receiver"]]:
        """Whom links name that are not over, from now or when theirs begins, without what they sit on."""
        users = {user.id: user for user in self.world.users}
        for link in case.links:
            revoked = link.revoked_at is not None and link.revoked_at <= self.now
            if link.until_at > self.now and not revoked:
                for one in link.professionals:
                    as_named = replace(users[one], team=None, roles=frozenset())
                    now = max(self.now, link.from_at)
                    yield link, Receiver(self.world, as_named, now, self.organisation_of)


class Receiver(Teller):
    """Somebody named on a link, who is let in: an exclusion may be lifted by who does not know what that opens."""

    def active_links(self, case: Case) -> list[Link]:
        return self.running_links(case)

    def reads_as_partner(self, case: Case, entry: Entry) -> bool:
        way = self.reads_through_a_link(case, entry) or self.reads_as_own(case, entry)
        return way and entry.recorded_at <= self.now


def expected(asking: Teller, part: str) -> Told:
    """Return what a user is told of a part at a moment."""
    return {fact for case in asking.world.cases for fact in PARTS[part][0](asking, case)}


def _of_the_case(asking: Teller, case: Case) -> Facts:
    if asking.case_exists(case):
        open_until = max((until for _, until in asking.glass(case)), default=None)
        yield "head", case.id, "closed", "recovery", asking.contact_point(case), open_until, asking.seat(case)
    for user in asking.world.users:
        yield "hidden", case.id, user.id, asking.is_hidden_from(user, case)
        yield "place", case.id, user.id, user.organisation
    directing = {place for _team, place in asking.world.teams}
    yield from (("directing", case.id, one, one in directing) for one in asking.world.organisations)
    persons = {party.person: party.id for party in case.parties}
    yield from (("party", case.id, one, one in persons) for one in asking.world.persons)
    yield from (("there", case.id, one, party) for one, party in persons.items())


def _past_the_rules(asking: Teller, case: Case) -> Facts:
    yield "through", case.id, frozenset(asking.ways(case))
    yield "watch", case.id if asking.reads_log(case) else None
    yield "target", case.id, *asking.target(case)
    secret = {one.id for one in case.entries if one.source_confidential}
    yield "secret", case.id, frozenset(() if asking.has_seat(case) else secret)
    yield "protected", case.id, frozenset(one.id for one in case.entries if one.protected)
    for user in asking.world.users:
        to_come = any(one.user == user.id and one.until_at > asking.now for one in case.deputies)
        yield "holds", case.id, user.id, case.director == user.id, to_come
        if asking.has_seat(case):
            yield "named", case.id, user.id, any(user.id in link.professionals for link in case.links)


def _readers(asking: Teller, case: Case) -> Facts:
    named = [*asking.named(case)]
    for place in (None, *asking.world.organisations):
        there = [one for link, one in named if place in (None, link.organisation)]
        yield (
            "readers",
            case.id,
            place,
            frozenset((one.user.id, one.user.organisation, one.now) for one in there),
        )
    readers = [one for _link, one in named if one.has_cell(case)]
    entries = {one.id for one in case.entries if any(who.reads_as_partner(case, one) for who in readers)}
    due = {one.id for one in case.milestones if any(who.reads_milestone(case, one) for who in readers)}
    ties = {one.id for one in case.relationships if any(who.reads_relationship(case, one) for who in readers)}
    yield "open", case.id, frozenset(entries), frozenset(ties), frozenset(due)


def _entries(asking: Teller, case: Case) -> Facts:
    readers = [one for _link, one in asking.named(case)]
    for entry in case.entries:
        wrote = asking.organisation_of[entry.author]
        others = (one for one in readers if one.user.organisation != wrote)
        yield "opening", entry.id, frozenset(asking.opening(case, entry))
        yield "partners", entry.id, any(one.reads_as_partner(case, entry) for one in others)


HEAD = select(
    models.Case.id,
    shown.case_status(),
    shown.current_phase(),
    shown.contact_point_id(),
    shown.open_until(),
    seated.SEAT,
)


def told(session: Session, world: World, part: str) -> Told:
    """Return what a session's actor is told of a part."""
    return {fact for case in world.cases for fact in PARTS[part][1](session, world, case)}


def _told_of_the_case(session: Session, world: World, case: Case) -> Facts:
    yield from (("head", *row) for row in session.execute(HEAD.where(models.Case.id == case.id)))
    here = literal(case.id, Uuid())
    hidden = [shown.hidden_from(literal(one.id, Uuid()), here) for one in world.users]
    parties = [shown.is_party_of(literal(one, Uuid()), here) for one in world.persons]
    places = [shown.user_organisation_id(literal(one.id, Uuid())) for one in world.users]
    directing = [shown.directs_cases(literal(one, Uuid())) for one in world.organisations]
    asked = select(*hidden, *parties, *places, *directing)
    answers = session.execute(asked, execution_options={POLICY_QUESTION: True}).one()
    names = [
        *(("hidden", one.id) for one in world.users),
        *(("party", one) for one in world.persons),
        *(("place", one.id) for one in world.users),
        *(("directing", one) for one in world.organisations),
    ]
    for (kind, one), answer in zip(names, answers, strict=True):
        yield kind, case.id, one, answer
    for one in world.persons:
        there = elsewhere.parties_of_person(session, one)
        yield from (("there", case_id, one, party) for case_id, party in there.items())


def _told_past_the_rules(session: Session, world: World, case: Case) -> Facts:
    reference = str(case.id)
    yield "through", case.id, frozenset(through.through(session, case.id).split())
    yield "watch", oversight.case_to_watch(session, reference)
    target = oversight.glass_target(session, reference)
    yield "target", target.case_id, bool(target.exists), bool(target.may_open)
    yield "secret", case.id, frozenset(oversight.entries_with_secret_source(session, case.id))
    yield "protected", case.id, frozenset(row.id for row in protected.protected_facts(session, case.id))
    for user in world.users:
        directs = oversight.directs(session, case.id, user.id)
        yield "holds", case.id, user.id, directs, oversight.stands_in(session, case.id, user.id)
        if can(session, Act.LINK_SET, case.id):
            yield "named", case.id, user.id, is_named(session, case.id, user.id)


def _told_of_readers(session: Session, world: World, case: Case) -> Facts:
    for place in (None, *world.organisations):
        named = protected.readers_by_link(session, case.id, place)
        yield (
            "readers",
            case.id,
            place,
            frozenset((one.user_id, one.organisation_id, one.now) for one in named),
        )
    found = protected.open_to(session, case.id, protected.readers_by_link(session, case.id))
    yield "open", case.id, found.entries, found.relationships, found.milestones


def _told_of_entries(session: Session, _world: World, case: Case) -> Facts:
    for entry in case.entries:
        yield "opening", entry.id, reasons.links_into_entry(session, entry.id)
        yield "partners", entry.id, protected.partners_read(session, case.id, entry.id)


PARTS = {
    "of the case": (_of_the_case, _told_of_the_case),
    "past the rules": (_past_the_rules, _told_past_the_rules),
    "of readers": (_readers, _told_of_readers),
    "of entries": (_entries, _told_of_entries),
}
"""What is told, and what should be."""
