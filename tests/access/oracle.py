"""Who may read what, read aloud from the design in plain Python: slow, obvious, and sharing no code with caseflow.

A rule is a function that anybody can check against the words beside it. `seen.py` asks it about everything at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tests.access.things import (
    BreakGlass,
    Case,
    Consent,
    Entry,
    Exclusion,
    InfoRequest,
    Link,
    Milestone,
    OfPerson,
    Relationship,
    ReleaseRequest,
    User,
    World,
)

SAFETY_KINDS = {"violence_against", "no_contact_with"}
DIRECTORY_ROLES = {"case_director", "team_lead", "administrator", "privacy_officer"}


@dataclass(frozen=True)
class Reader:
    """A user at a moment in a world: everything that the rules are asked of."""

    world: World
    user: User
    now: datetime
    organisation_of: dict[UUID, UUID] = field(repr=False)

    # Rule 1: an excluded user: nothing. The case does not exist. Excluded by the case, by somebody in it, or by being
    # somebody in it.
    def is_excluded(self, case: Case) -> bool:
        by_case = any(self.holds_for_me(exclusion) for exclusion in case.exclusions)
        return by_case or any(party.person in self.persons_to_avoid() for party in case.parties)

    def persons_to_avoid(self) -> set[UUID]:
        every = (*self.world.person_exclusions, *self.world.person_ties)
        return {one.person for one in every if self.holds_for_me(one)}

    def holds_for_me(self, exclusion: Exclusion) -> bool:
        if exclusion.user != self.user.id:
            return False
        begun = exclusion.from_at is None or exclusion.from_at <= self.now
        over = exclusion.until_at is not None and exclusion.until_at <= self.now
        return begun and not over

    # Rule 2: a seat: director, deputy between its dates, team lead of the case's team.
    def has_seat(self, case: Case) -> bool:
        if self.is_excluded(case):
            return False
        directs = case.director == self.user.id
        stands_in = any(
            deputy.user == self.user.id and deputy.from_at <= self.now < deputy.until_at
            for deputy in case.deputies
        )
        leads = "team_lead" in self.user.roles and self.user.team == case.team
        return directs or stands_in or leads

    # Rule 3: a named professional of a link that is active: from <= now < until, not revoked.
    def active_links(self, case: Case) -> list[Link]:
        return [] if self.is_excluded(case) else self.running_links(case)

    def running_links(self, case: Case) -> list[Link]:
        return [
            link
            for link in case.links
            if self.user.id in link.professionals
            and link.from_at <= self.now < link.until_at
            and not (link.revoked_at is not None and link.revoked_at <= self.now)
        ]

    # A cell that rests on a consent opens what it names as long as that consent holds: this person's, for this
    # organisation, covering this category, from <= now < until, not withdrawn.
    def open_cells(self, case: Case, link: Link) -> set[tuple[UUID, str]]:
        consents = {consent.id: consent for consent in case.consents}
        resting = dict(link.rests_on)
        return {
            cell
            for cell in link.cells
            if cell not in resting or self.is_consented(cell, link, consents[resting[cell]])
        }

    def is_consented(self, cell: tuple[UUID, str], link: Link, consent: Consent) -> bool:
        party, category = cell
        fits = consent.party == party and consent.organisation == link.organisation
        withdrawn = consent.withdrawn_at is not None and consent.withdrawn_at <= self.now
        runs = consent.from_at <= self.now < consent.until_at and not withdrawn
        return fits and category in consent.categories and runs

    def has_cell(self, case: Case) -> bool:
        return any(self.open_cells(case, link) for link in self.active_links(case))

    def has_cell_about(self, case: Case, party: UUID, category: str | None = None) -> bool:
        return any(
            cell_party == party and category in (None, cell_category)
            for link in self.active_links(case)
            for cell_party, cell_category in self.open_cells(case, link)
        )

    def reads_through_a_link(self, case: Case, entry: Entry) -> bool:
        if entry.directors_only or not entry.concerns:
            return False
        if entry.protected and not self.was_told(entry):
            return False
        if entry.held and entry.held[-1]:
            return False
        own = self.user.organisation
        if not (entry.onward == "free" or entry.source == own or own in entry.released_to):
            return False
        return any(
            all((party, entry.category) in self.open_cells(case, link) for party in entry.concerns)
            for link in self.active_links(case)
        )

    def was_told(self, entry: Entry) -> bool:
        """It was disclosed to them by name, and that has neither ended nor been revoked."""
        return any(
            self.holds_for_me(one) and not (one.revoked_at is not None and one.revoked_at <= self.now)
            for one in entry.disclosures
        )

    # Rule 4: what a member of their own organisation wrote; what their organisation is the source of.
    def reads_as_own(self, case: Case, entry: Entry) -> bool:
        if not self.has_cell(case):
            return False
        own = self.user.organisation
        written = self.organisation_of[entry.author] == own
        sourced = entry.source == own and not (entry.directors_only or entry.protected)
        return written or sourced

    # Rule 5: a case director of the same organisation, for one case, until it ends, as a seat without protected facts.
    def broke_the_glass(self, case: Case) -> bool:
        if self.is_excluded(case) or "case_director" not in self.user.roles:
            return False
        if case.organisation != self.user.organisation:
            return False
        return any(
            one.user == self.user.id and one.from_at <= self.now < one.until_at for one in case.broken_glass
        )

    def opens_wholly(self, case: Case) -> bool:
        """What is not an entry, and not about who reads what, is read as from a seat."""
        return self.has_seat(case) or self.broke_the_glass(case)

    # Rules 6 and 7: no role reads an entry, and no rule grants it: hidden.
    def reads(self, case: Case, entry: Entry) -> bool:
        if entry.recorded_at > self.now:
            return False
        if self.has_seat(case) or (self.broke_the_glass(case) and not entry.protected):
            return True
        return self.reads_through_a_link(case, entry) or self.reads_as_own(case, entry)

    def knows_origin(self, case: Case, entry: Entry) -> bool:
        """The source of an entry whose source is confidential is for seats and for the source."""
        if not self.reads(case, entry):
            return False
        return (
            not entry.source_confidential
            or self.has_seat(case)
            or entry.source == self.user.organisation
            or entry.author == self.user.id
        )

    def case_exists(self, case: Case) -> bool:
        return self.opens_wholly(case) or self.has_cell(case)

    def party_exists(self, case: Case, party: UUID) -> bool:
        return self.opens_wholly(case) or self.has_cell_about(case, party)

    def identifies(self, case: Case, party: UUID) -> bool:
        return self.opens_wholly(case) or self.has_cell_about(case, party, "identity")

    def knows_person(self, person: UUID) -> bool:
        return any(
            party.person == person and self.identifies(case, party.id)
            for case in self.world.cases
            for party in case.parties
        )

    def reads_relationship(self, case: Case, relationship: Relationship) -> bool:
        category = "safety" if relationship.kind in SAFETY_KINDS else "relations"
        ends = (relationship.one, relationship.other)
        through_one_link = any(
            all((end, category) in self.open_cells(case, link) for end in ends)
            for link in self.active_links(case)
        )
        return self.opens_wholly(case) or through_one_link

    def reads_link(self, case: Case, link: Link) -> bool:
        """Privacy officers know who is linked, from when to when and on what ground, and nothing below it."""
        return self.reads_inside_link(case, link) or self.watches(case)

    def reads_inside_link(self, case: Case, link: Link) -> bool:
        own = link in self.active_links(case) and link.organisation == self.user.organisation
        return self.opens_wholly(case) or (own and self.has_cell(case))

    def reads_cell(self, case: Case, link: Link, cell: tuple[UUID, str]) -> bool:
        """Whom a link names do not read of it what is closed at the moment."""
        known = self.opens_wholly(case) or cell in self.open_cells(case, link)
        return self.reads_inside_link(case, link) and known

    def reads_milestone(self, case: Case, milestone: Milestone) -> bool:
        return self.opens_wholly(case) or (milestone.owner == self.user.id and self.has_cell(case))

    def reads_exclusion(self, case: Case, exclusion: Exclusion) -> bool:
        if exclusion.user == self.user.id:
            return False
        return self.has_seat(case) or self.watches(case)

    def reads_person_exclusion(self, exclusion: OfPerson) -> bool:
        """Seats of any case of the person, and privacy officers; never one's own."""
        if exclusion.user == self.user.id:
            return False
        sits = any(self.has_seat(case) for case in self.cases_with(exclusion.person))
        return sits or self.watches_over(exclusion.person)

    def reads_tie(self, tie: OfPerson) -> bool:
        """Whose account it is is for privacy officers; never one's own."""
        return tie.user != self.user.id and self.watches_over(tie.person)

    def watches_over(self, person: UUID) -> bool:
        """A privacy officer from whom nothing about this person is hidden."""
        hidden = any(self.is_excluded(case) for case in self.cases_with(person))
        return "privacy_officer" in self.user.roles and not hidden and person not in self.persons_to_avoid()

    def cases_with(self, person: UUID) -> list[Case]:
        return [case for case in self.world.cases if any(party.person == person for party in case.parties)]

    def reads_broken_glass(self, case: Case, glass: BreakGlass) -> bool:
        own = glass.user == self.user.id and self.case_exists(case)
        return self.has_seat(case) or self.watches(case) or own

    # What organisations ask each other.
    def reads_release_request(self, case: Case, entry: Entry, request: ReleaseRequest) -> bool:
        """Seats, and who was asked, while they read the entry; not before it was asked."""
        reads = self.has_seat(case) or (request.asked == self.user.id and self.reads(case, entry))
        return request.asked_at <= self.now and reads

    def reads_info_request(self, request: InfoRequest) -> bool:
        return request.asked_at <= self.now and (self.asked(request) or self.could_answer(request))

    def asked(self, request: InfoRequest) -> bool:
        """They put it to who directs cases; what they asked in a case is gone when the case is gone for them."""
        in_case = self.case_with_id(request.case)
        still_there = in_case is None or self.case_exists(in_case)
        return request.asked_by == self.user.id and request.asked is None and still_there

    def could_answer(self, request: InfoRequest) -> bool:
        """Whom it was put to by name, seats of its case, and leads of the organisation when it lies at no case."""
        in_case = self.case_with_id(request.case)
        if in_case is not None:
            by_name = request.asked == self.user.id and self.has_cell(in_case)
            known = all(self.has_cell_about(in_case, party) for party in request.parties)
            return self.has_seat(in_case) or (by_name and known)
        lies_at = self.case_with_id(request.place)
        if lies_at is not None:
            return self.has_seat(lies_at)
        leads = "team_lead" in self.user.roles and self.user.team is not None
        return leads and request.organisation == self.user.organisation

    def knows_where_it_lies(self, request: InfoRequest) -> bool:
        lies_at = self.case_with_id(request.place)
        return lies_at is not None and self.has_seat(lies_at)

    def reads_answer(self, request: InfoRequest) -> bool:
        """What was granted is gone for who asked when they are excluded from the case that it lay at."""
        if request.outcome is None or not self.reads_info_request(request):
            return False
        lies_at = self.case_with_id(request.place)
        kept_from_me = lies_at is not None and self.is_excluded(lies_at)
        return request.asked_by != self.user.id or request.outcome == "refused" or not kept_from_me

    def reads_why(self, request: InfoRequest) -> bool:
        """Who refused to tell about a person by name, and why, is not for who asked."""
        blank = request.names_a_person and request.outcome == "refused"
        return self.reads_answer(request) and not (blank and request.asked_by == self.user.id)

    def case_with_id(self, case_id: UUID | None) -> Case | None:
        return next((case for case in self.world.cases if case.id == case_id), None)

    def reads_log(self, case: Case) -> bool:
        return self.has_seat(case) or self.watches(case)

    def watches(self, case: Case) -> bool:
        """A privacy officer; rule 1 holds for them too."""
        return "privacy_officer" in self.user.roles and not self.is_excluded(case)

    @property
    def has_directory(self) -> bool:
        return bool(DIRECTORY_ROLES & self.user.roles)

    def contact_points(self) -> Iterator[UUID]:
        for case in self.world.cases:
            if self.has_cell(case):
                yield case.director
                for deputy in case.deputies:
                    if deputy.from_at <= self.now < deputy.until_at:
                        yield deputy.user

    def knows_user(self, user: User) -> bool:
        return (
            self.has_directory
            or user.organisation == self.user.organisation
            or user.id in self.contact_points()
        )

    def knows_organisation(self, organisation: UUID) -> bool:
        theirs = {self.organisation_of[user] for user in self.contact_points()}
        directing = {place for _team, place in self.world.teams}
        own = organisation == self.user.organisation
        to_ask = "partner" in self.user.roles and organisation in directing
        return self.has_directory or own or organisation in theirs or to_ask

    def knows_team(self, team: UUID) -> bool:
        return self.has_directory or team == self.user.team

    def may_write(self, case: Case, category: str, parties: frozenset[UUID]) -> bool:
        """Own entries, within scope, while the link may contribute."""
        within = any(
            link.may_contribute and all((party, category) in self.open_cells(case, link) for party in parties)
            for link in self.active_links(case)
        )
        return self.has_seat(case) or (bool(parties) and within)


def reader(world: World, user: User, now: datetime) -> Reader:
    return Reader(world, user, now, {someone.id: someone.organisation for someone in world.users})
