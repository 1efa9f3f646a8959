"""Who may read which row: one rule for every table. No rule, no row.

A rule is SQL over its own table; its docstring is the sentence that a privacy officer signs.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, or_, select, true

from caseflow import models
from caseflow.access.actor import Actor
from caseflow.access.entries import ENTRY, USER, entry_readable, may_read_entry
from caseflow.access.sets import (
    CASE,
    CELL,
    DEPUTY,
    LINK,
    linked_cases,
    my_cells,
    my_link,
    my_links,
    not_excluded,
    parties_with,
    seat,
    seat_cases,
    table_of,
)
from caseflow.models.vocabulary import Category, RelationshipKind, Role

Rule = Callable[[Actor], ColumnElement[bool]]

PARTY = table_of(models.Party)
RELATIONSHIP = table_of(models.Relationship)
SAFETY_RELATIONS = (RelationshipKind.VIOLENCE_AGAINST, RelationshipKind.NO_CONTACT_WITH)


def nobody(_actor: Actor) -> ColumnElement[bool]:
    """Nobody reads this: only the system does, for a stated reason."""
    return false()


def case_row(actor: Actor) -> ColumnElement[bool]:
    """A case exists for its seats, and for who has a link that opens at least one cell of it."""
    linked = and_(CASE.c.id.in_(linked_cases(actor)), not_excluded(actor, CASE.c.id))
    return or_(seat(actor), linked)


def seats_only(model: type[Any], column: str = "case_id") -> Rule:
    """Make the rule: only seats of the case."""
    case_id = table_of(model).c[column]

    def rule(actor: Actor) -> ColumnElement[bool]:
        """Only seats of the case read this."""
        return case_id.in_(seat_cases(actor))

    return rule


def party_row(actor: Actor) -> ColumnElement[bool]:
    """A party exists for seats, and for who has a cell about it."""
    return or_(PARTY.c.case_id.in_(seat_cases(actor)), PARTY.c.id.in_(my_cells(actor, CELL.c.party_id)))


def party_identified(actor: Actor, party_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The party may be known by name: from a seat, or with identity in scope."""
    seated = (
        exists().where(PARTY.c.id == party_id, PARTY.c.case_id.in_(seat_cases(actor))).correlate_except(PARTY)
    )
    return or_(seated, party_id.in_(parties_with(actor, Category.IDENTITY)))


def party_role(actor: Actor) -> ColumnElement[bool]:
    """The roles of a party are read with its identity."""
    return party_identified(actor, table_of(models.PartyRole).c.party_id)


def person(actor: Actor) -> ColumnElement[bool]:
    """A person is known through a party that may be known by name."""
    me = table_of(models.Person).c.id
    return (
        exists().where(PARTY.c.person_id == me, party_identified(actor, PARTY.c.id)).correlate_except(PARTY)
    )


def relationship_row(actor: Actor) -> ColumnElement[bool]:
    """A relationship is read when one link opens relations (for violence and no contact: safety) about both ends."""
    return or_(
        RELATIONSHIP.c.case_id.in_(seat_cases(actor)),
        and_(RELATIONSHIP.c.kind.not_in(SAFETY_RELATIONS), _both_ends(actor, Category.RELATIONS)),
        and_(RELATIONSHIP.c.kind.in_(SAFETY_RELATIONS), _both_ends(actor, Category.SAFETY)),
    )


def _both_ends(actor: Actor, category: Category) -> ColumnElement[bool]:
    here, there = CELL.alias("cell_here"), CELL.alias("cell_there")
    return (
        exists()
        .where(
            here.c.party_id == RELATIONSHIP.c.from_party_id,
            there.c.party_id == RELATIONSHIP.c.to_party_id,
            here.c.link_id == there.c.link_id,
            here.c.category == category,
            there.c.category == category,
            here.c.link_id.in_(my_links(actor)),
        )
        .correlate_except(here, there)
    )


def link_row(actor: Actor) -> ColumnElement[bool]:
    """Seats read every link; a professional reads the running links of their own that name them."""
    return or_(LINK.c.case_id.in_(seat_cases(actor)), my_link(actor))


def with_link(model: type[Any]) -> Rule:
    """Make the rule: with the link it belongs to."""
    link_id = table_of(model).c.link_id

    def rule(actor: Actor) -> ColumnElement[bool]:
        """Read with the link it belongs to."""
        return exists().where(LINK.c.id == link_id, link_row(actor)).correlate_except(LINK)

    return rule


def milestone_row(actor: Actor) -> ColumnElement[bool]:
    """Seats read every milestone; a linked professional those they own."""
    milestone = table_of(models.Milestone).c
    own = and_(milestone.owner_id == actor.user_id, milestone.case_id.in_(linked_cases(actor)))
    return or_(milestone.case_id.in_(seat_cases(actor)), own)


def exclusion_row(actor: Actor) -> ColumnElement[bool]:
    """Seats of the case and privacy officers read exclusions; the excluded never."""
    exclusion = table_of(models.Exclusion).c
    if actor.has(Role.PRIVACY_OFFICER):
        return exclusion.user_id != actor.user_id
    return exclusion.case_id.in_(seat_cases(actor))


def with_entry(model: type[Any]) -> Rule:
    """Make the rule: with the entry it belongs to."""
    entry_id = table_of(model).c.entry_id

    def rule(actor: Actor) -> ColumnElement[bool]:
        """Read with the entry it belongs to."""
        return entry_readable(actor, entry_id)

    return rule


def with_entry_and_party(model: type[Any], column: str = "party_id") -> Rule:
    """Make the rule: with the entry, and only about parties that exist for the actor."""
    row = table_of(model).c

    def rule(actor: Actor) -> ColumnElement[bool]:
        """Read with the entry it belongs to, as far as the party exists for the reader."""
        known = exists().where(PARTY.c.id == row[column], party_row(actor)).correlate_except(PARTY)
        return and_(entry_readable(actor, row.entry_id), known)

    return rule


def entry_in_seat(actor: Actor, entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The entry is in a case in which the actor has a seat."""
    return (
        exists().where(ENTRY.c.id == entry_id, ENTRY.c.case_id.in_(seat_cases(actor))).correlate_except(ENTRY)
    )


def entry_origin(actor: Actor) -> ColumnElement[bool]:
    """Who wrote it and where it comes from is read with the entry; when confidential only by seats and the source."""
    origin = table_of(models.EntryOrigin).c
    confidential = (
        exists()
        .where(ENTRY.c.id == origin.entry_id, ENTRY.c.source_confidential.is_(True))
        .correlate_except(ENTRY)
    )
    known = or_(
        ~confidential,
        origin.source_id == actor.organisation_id,
        origin.author_id == actor.user_id,
        entry_in_seat(actor, origin.entry_id),
    )
    return and_(entry_readable(actor, origin.entry_id), known)


def entry_disclosure(actor: Actor) -> ColumnElement[bool]:
    """To whom a protected fact was disclosed is for seats; everyone may know of their own."""
    disclosure = table_of(models.EntryDisclosure).c
    own = and_(disclosure.user_id == actor.user_id, entry_readable(actor, disclosure.entry_id))
    return or_(entry_in_seat(actor, disclosure.entry_id), own)


def entry_release(actor: Actor) -> ColumnElement[bool]:
    """To which organisations the source released is for seats; an organisation may know of its own."""
    release = table_of(models.EntryRelease).c
    own = and_(release.organisation_id == actor.organisation_id, entry_readable(actor, release.entry_id))
    return or_(entry_in_seat(actor, release.entry_id), own)


def entry_version(actor: Actor) -> ColumnElement[bool]:
    """Earlier texts are for seats."""
    return entry_in_seat(actor, table_of(models.EntryVersion).c.entry_id)


def contact_points(actor: Actor) -> ColumnElement[bool]:
    """A user is the contact point of one of the actor's cases: its director, or who stands in."""
    directing = select(CASE.c.director_id).where(CASE.c.id.in_(linked_cases(actor))).correlate(None)
    standing_in = (
        select(DEPUTY.c.user_id)
        .where(
            DEPUTY.c.case_id.in_(linked_cases(actor)),
            DEPUTY.c.from_at <= actor.now,
            DEPUTY.c.until_at > actor.now,
        )
        .correlate(None)
    )
    return or_(USER.c.id.in_(directing), USER.c.id.in_(standing_in))


DIRECTORY_ROLES = (Role.CASE_DIRECTOR, Role.TEAM_LEAD, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER)


def user_row(actor: Actor) -> ColumnElement[bool]:
    """The directory is for who directs, leads or administers; others know their colleagues and contact points."""
    if actor.has(*DIRECTORY_ROLES):
        return true()
    return or_(USER.c.organisation_id == actor.organisation_id, contact_points(actor))


def user_role(actor: Actor) -> ColumnElement[bool]:
    """The roles of a user are read with the user."""
    return (
        exists()
        .where(USER.c.id == table_of(models.UserRole).c.user_id, user_row(actor))
        .correlate_except(USER)
    )


def organisation_row(actor: Actor) -> ColumnElement[bool]:
    """The directory is for who directs, leads or administers; others know their own and their contact points'."""
    if actor.has(*DIRECTORY_ROLES):
        return true()
    organisation = table_of(models.Organisation).c
    theirs = select(USER.c.organisation_id).where(contact_points(actor)).correlate(None)
    return or_(organisation.id == actor.organisation_id, organisation.id.in_(theirs))


def team_row(actor: Actor) -> ColumnElement[bool]:
    """Teams are read by who has the directory, and one's own."""
    if actor.has(*DIRECTORY_ROLES):
        return true()
    return table_of(models.Team).c.id == actor.team_id


def audit_row(actor: Actor) -> ColumnElement[bool]:
    """Seats read who saw and did what in their case; privacy officers everywhere."""
    if actor.has(Role.PRIVACY_OFFICER):
        return true()
    return table_of(models.AuditRow).c.case_id.in_(seat_cases(actor))


def own(model: type[Any]) -> Rule:
    """Make the rule: one's own."""
    user_id = table_of(model).c.user_id

    def rule(actor: Actor) -> ColumnElement[bool]:
        """Everyone reads their own."""
        return user_id == actor.user_id

    return rule


def _entry(actor: Actor) -> ColumnElement[bool]:
    """Rules 1 to 4, 6 and 7: see access/entries.py."""
    return may_read_entry(actor)


READ: dict[type[Any], Rule] = {
    models.Case: case_row,
    models.CaseBrief: seats_only(models.CaseBrief),
    models.FormerDirector: seats_only(models.FormerDirector),
    models.Deputy: seats_only(models.Deputy),
    models.PhaseChange: seats_only(models.PhaseChange),
    models.Closure: seats_only(models.Closure),
    models.ClosureProposal: seats_only(models.ClosureProposal),
    models.Person: person,
    models.Party: party_row,
    models.PartyRole: party_role,
    models.Relationship: relationship_row,
    models.Link: link_row,
    models.LinkProfessional: with_link(models.LinkProfessional),
    models.ScopeCell: with_link(models.ScopeCell),
    models.PartyLabel: with_link(models.PartyLabel),
    models.Exclusion: exclusion_row,
    models.Milestone: milestone_row,
    models.Entry: _entry,
    models.EntryOrigin: entry_origin,
    models.EntryConcern: with_entry_and_party(models.EntryConcern),
    models.EntryDisclosure: entry_disclosure,
    models.EntryRelease: entry_release,
    models.EntryVersion: entry_version,
    models.ContactWith: with_entry_and_party(models.ContactWith),
    models.IncidentForm: with_entry(models.IncidentForm),
    models.IncidentMark: with_entry(models.IncidentMark),
    models.IncidentParty: with_entry_and_party(models.IncidentParty),
    models.ConferenceAttendee: with_entry(models.ConferenceAttendee),
    models.ConferenceDecision: with_entry(models.ConferenceDecision),
    models.AssessmentScore: with_entry(models.AssessmentScore),
    models.AnalysisPoint: with_entry(models.AnalysisPoint),
    models.SafetyAgreement: with_entry(models.SafetyAgreement),
    models.MeasureNoContact: with_entry_and_party(models.MeasureNoContact),
    models.SearchTerms: with_entry(models.SearchTerms),
    models.SearchToken: with_entry(models.SearchToken),
    models.Organisation: organisation_row,
    models.Team: team_row,
    models.User: user_row,
    models.UserRole: user_role,
    models.Credential: nobody,
    models.AuditRow: audit_row,
    models.AuditHead: nobody,
    models.AuditSeal: nobody,
    models.SealedHead: nobody,
    models.UserSession: own(models.UserSession),
    models.ApiToken: own(models.ApiToken),
    models.Attempt: nobody,
    models.HandledPost: own(models.HandledPost),
    models.Visit: own(models.Visit),
}
"""The reading rule of every table. A kind of entry is read by the rule of `Entry`, on which it stands."""
