"""Who may read which row: one rule for every table. No rule, no row.

A rule is SQL about one row of its table; its docstring is the sentence that a privacy officer signs.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

from caseflow import models
from caseflow.access.aside import aside
from caseflow.access.asking import HAS_DIRECTORY, IS_PRIVACY_OFFICER, ME, MY_ORGANISATION, MY_TEAM, NOW
from caseflow.access.entries import ENTRY, USER, entry_readable, may_read_entry
from caseflow.access.sets import (
    CASE,
    CELL,
    DEPUTY,
    LINK,
    Row,
    case_exists,
    looked_up,
    my_cases,
    my_linked_cases,
    not_excluded,
    open_parties,
    parties_open_in,
    runs_for_me,
    sat_in,
    seat,
    table_of,
    there_is,
)
from caseflow.models.vocabulary import Category, RelationshipKind

Rule = Callable[[Row], ColumnElement[bool]]

PARTY = table_of(models.Party)
SAFETY_RELATIONS = (RelationshipKind.VIOLENCE_AGAINST, RelationshipKind.NO_CONTACT_WITH)


def nobody(_row: Row) -> ColumnElement[bool]:
    """Nobody reads this: only the system does, for a stated reason."""
    return false()


def own_row(row: Row) -> ColumnElement[bool]:
    """Everyone reads their own."""
    return row.c.user_id == ME


def seats_only(row: Row) -> ColumnElement[bool]:
    """Only seats of the case read this."""
    return seat(row.c.case_id)


def case_row(case: Row) -> ColumnElement[bool]:
    """A case exists for its seats, and for who has a link that opens at least one cell of it."""
    return case.c.id.in_(my_cases())


def party_row(party: Row) -> ColumnElement[bool]:
    """A party exists for seats, and for who has a cell about it."""
    return and_(case_exists(party), or_(sat_in(party), party.c.id.in_(open_parties())))


def party_exists(party_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The party with this id exists for the actor."""
    party = aside(PARTY)
    return looked_up(party, party.c.id == party_id, party_row(party))


def party_identified(party: Row) -> ColumnElement[bool]:
    """The party may be known by name: from a seat, or with identity in scope."""
    named = party.c.id.in_(parties_open_in(Category.IDENTITY))
    return and_(case_exists(party), or_(sat_in(party), named))


def party_role(role: Row) -> ColumnElement[bool]:
    """The roles of a party are read with its identity."""
    party = aside(PARTY)
    return looked_up(party, party.c.id == role.c.party_id, party_identified(party))


def person(row: Row) -> ColumnElement[bool]:
    """A person is known through a party that may be known by name."""
    party = aside(PARTY)
    return looked_up(party, party.c.person_id == row.c.id, party_identified(party))


def relationship_row(relationship: Row) -> ColumnElement[bool]:
    """A relationship is read when one link opens relations (for violence and no contact: safety) about both ends."""
    about_safety = relationship.c.kind.in_(SAFETY_RELATIONS)
    opened = or_(
        sat_in(relationship),
        and_(~about_safety, both_ends(relationship, Category.RELATIONS)),
        and_(about_safety, both_ends(relationship, Category.SAFETY)),
    )
    return and_(case_exists(relationship), opened)


def both_ends(relationship: Row, category: Category) -> ColumnElement[bool]:
    """One link of the actor opens the category about both ends."""
    here, there, link = aside(CELL), aside(CELL), aside(LINK)
    pairs = here.join(there, there.c.link_id == here.c.link_id).join(link, link.c.id == here.c.link_id)
    return there_is(
        pairs,
        here.c.party_id == relationship.c.from_party_id,
        there.c.party_id == relationship.c.to_party_id,
        here.c.category == category,
        there.c.category == category,
        runs_for_me(link),
    )


def link_row(link: Row) -> ColumnElement[bool]:
    """Who the link is for reads it, and privacy officers: organisation, dates and basis, and nothing below it."""
    return or_(link_content(link), and_(IS_PRIVACY_OFFICER, not_excluded(link.c.case_id)))


def link_content(link: Row) -> ColumnElement[bool]:
    """Seats know every link; a professional the running links of their own organisation that name them."""
    own = and_(runs_for_me(link), link.c.organisation_id == MY_ORGANISATION)
    return and_(case_exists(link), or_(sat_in(link), own))


def with_link(row: Row) -> ColumnElement[bool]:
    """Why a link is there, whom it names and what it opens is for its seats and for whom it names."""
    link = aside(LINK)
    return looked_up(link, link.c.id == row.c.link_id, link_content(link))


def milestone_row(milestone: Row) -> ColumnElement[bool]:
    """Seats read every milestone; a linked professional those they own."""
    return and_(case_exists(milestone), or_(sat_in(milestone), milestone.c.owner_id == ME))


def exclusion_row(exclusion: Row) -> ColumnElement[bool]:
    """Seats of the case, and privacy officers for whom it exists; nobody their own, not even before it begins."""
    watching = and_(IS_PRIVACY_OFFICER, not_excluded(exclusion.c.case_id))
    return and_(exclusion.c.user_id != ME, or_(seat(exclusion.c.case_id), watching))


def with_entry(row: Row) -> ColumnElement[bool]:
    """Read with the entry it belongs to."""
    return entry_readable(row.c.entry_id)


def with_entry_and_party(row: Row) -> ColumnElement[bool]:
    """Read with the entry it belongs to, as far as the party exists for the reader."""
    return and_(entry_readable(row.c.entry_id), party_exists(row.c.party_id))


def entry_in_seat(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The entry was recorded by now, in a case in which the actor has a seat."""
    entry = aside(ENTRY)
    return looked_up(entry, entry.c.id == entry_id, entry.c.recorded_at <= NOW, seat(entry.c.case_id))


def entry_origin(origin: Row) -> ColumnElement[bool]:
    """Who wrote it and where it comes from is read with the entry; when confidential only by seats and the source."""
    entry = aside(ENTRY)
    open_to_readers = there_is(entry, entry.c.id == origin.c.entry_id, entry.c.source_confidential.is_(False))
    known = or_(
        open_to_readers,
        origin.c.source_id == MY_ORGANISATION,
        origin.c.author_id == ME,
        entry_in_seat(origin.c.entry_id),
    )
    return and_(entry_readable(origin.c.entry_id), known)


def entry_disclosure(disclosure: Row) -> ColumnElement[bool]:
    """To whom a protected fact was disclosed is for seats; everyone may know of their own."""
    own = and_(disclosure.c.user_id == ME, entry_readable(disclosure.c.entry_id))
    return or_(entry_in_seat(disclosure.c.entry_id), own)


def entry_release(release: Row) -> ColumnElement[bool]:
    """To which organisations the source released is for seats; an organisation may know of its own."""
    own = and_(release.c.organisation_id == MY_ORGANISATION, entry_readable(release.c.entry_id))
    return or_(entry_in_seat(release.c.entry_id), own)


def entry_version(version: Row) -> ColumnElement[bool]:
    """Earlier texts are for seats."""
    return entry_in_seat(version.c.entry_id)


def is_contact_point(user_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The user is the contact point of one of the actor's cases: its director, or who stands in."""
    case, deputy = aside(CASE), aside(DEPUTY)
    directing = select(case.c.director_id).where(case.c.id.in_(my_linked_cases()))
    now = and_(deputy.c.from_at <= NOW, deputy.c.until_at > NOW)
    standing_in = select(deputy.c.user_id).where(deputy.c.case_id.in_(my_linked_cases()), now)
    return or_(user_id.in_(directing), user_id.in_(standing_in))


def user_row(user: Row) -> ColumnElement[bool]:
    """The directory is for who directs, leads or administers; others know their colleagues and contact points."""
    return or_(HAS_DIRECTORY, user.c.organisation_id == MY_ORGANISATION, is_contact_point(user.c.id))


def user_role(role: Row) -> ColumnElement[bool]:
    """The roles of a user are read with the user."""
    user = aside(USER)
    return looked_up(user, user.c.id == role.c.user_id, user_row(user))


def organisation_row(organisation: Row) -> ColumnElement[bool]:
    """The directory is for who directs, leads or administers; others know their own and their contact points'."""
    user = aside(USER)
    theirs = select(user.c.organisation_id).where(is_contact_point(user.c.id))
    return or_(HAS_DIRECTORY, organisation.c.id == MY_ORGANISATION, organisation.c.id.in_(theirs))


def team_row(team: Row) -> ColumnElement[bool]:
    """Teams are read by who has the directory, and one's own."""
    return or_(HAS_DIRECTORY, team.c.id == MY_TEAM)


def audit_row(row: Row) -> ColumnElement[bool]:
    """Seats read who saw and did what in their case; privacy officers wherever the case exists for them."""
    about_no_hidden_case = or_(row.c.case_id.is_(None), not_excluded(row.c.case_id))
    return or_(and_(IS_PRIVACY_OFFICER, about_no_hidden_case), seat(row.c.case_id))


READ: dict[type[Any], Rule] = {
    models.Case: case_row,
    models.CaseBrief: seats_only,
    models.FormerDirector: seats_only,
    models.Deputy: seats_only,
    models.PhaseChange: seats_only,
    models.Closure: seats_only,
    models.ClosureProposal: seats_only,
    models.Person: person,
    models.Party: party_row,
    models.PartyRole: party_role,
    models.Relationship: relationship_row,
    models.Link: link_row,
    models.LinkProfessional: with_link,
    models.LinkPurpose: with_link,
    models.LinkWeighing: seats_only,
    models.ScopeCell: with_link,
    models.PartyLabel: with_link,
    models.EarlierText: seats_only,
    models.Exclusion: exclusion_row,
    models.Milestone: milestone_row,
    models.Entry: may_read_entry,
    models.EntryOrigin: entry_origin,
    models.EntryConcern: with_entry_and_party,
    models.EntryDisclosure: entry_disclosure,
    models.EntryRelease: entry_release,
    models.EntryVersion: entry_version,
    models.ContactWith: with_entry_and_party,
    models.IncidentForm: with_entry,
    models.IncidentMark: with_entry,
    models.IncidentParty: with_entry_and_party,
    models.ConferenceAttendee: with_entry,
    models.ConferenceDecision: with_entry,
    models.AssessmentScore: with_entry,
    models.AnalysisPoint: with_entry,
    models.SafetyAgreement: with_entry,
    models.MeasureNoContact: with_entry_and_party,
    models.SearchTerms: with_entry,
    models.SearchToken: with_entry,
    models.Organisation: organisation_row,
    models.Team: team_row,
    models.User: user_row,
    models.UserRole: user_role,
    models.Credential: nobody,
    models.AuditRow: audit_row,
    models.AuditHead: nobody,
    models.AuditSeal: nobody,
    models.SealedHead: nobody,
    models.UserSession: own_row,
    models.ApiToken: own_row,
    models.Attempt: nobody,
    models.ReachCount: nobody,
    models.HandledPost: own_row,
    models.Visit: own_row,
}
"""The reading rule of every table. A kind of entry is read by the rule of `Entry`, on which it stands."""
