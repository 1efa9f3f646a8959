"""Who may read which row: one rule for every table. No rule, no row.

A rule is SQL about one row of its table; its docstring is the sentence that a privacy officer signs.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

from caseflow import models
from caseflow.access.aside import aside
from caseflow.access.asked import (
    about_party,
    info_answer,
    info_answer_note,
    info_place,
    info_request,
    release_request,
)
from caseflow.access.asking import (
    HAS_DIRECTORY,
    IS_PARTNER,
    IS_PRIVACY_OFFICER,
    ME,
    MY_ORGANISATION,
    MY_TEAM,
    NOW,
)
from caseflow.access.entries import ENTRY, USER, entry_in_seat, entry_readable, may_read_entry
from caseflow.access.sets import (
    CASE,
    CELL,
    CONSENT,
    DEPUTY,
    LINK,
    PARTY,
    case_exists,
    cell_is_open,
    hidden_persons,
    my_cases,
    my_linked_cases,
    not_excluded,
    open_parties,
    parties_open_in,
    runs_for_me,
    seat,
    seat_cases,
    seat_first,
    wholly_open,
)
from caseflow.access.shown import directs_cases
from caseflow.access.writing import Row, among, looked_up, there_is
from caseflow.models.vocabulary import Category, RelationshipKind

Rule = Callable[[Row], ColumnElement[bool]]

SAFETY_RELATIONS = (RelationshipKind.VIOLENCE_AGAINST, RelationshipKind.NO_CONTACT_WITH)


def nobody(_row: Row) -> ColumnElement[bool]:
    """Nobody reads this: only the system does, for a stated reason."""
    return false()


def own_row(row: Row) -> ColumnElement[bool]:
    """Everyone reads their own."""
    return row.c.user_id == ME


def seats_only(row: Row) -> ColumnElement[bool]:
    """Only seats of the case read this; break-glass does not open it."""
    return seat(row.c.case_id)


def with_directory(_row: Row) -> ColumnElement[bool]:
    """What law, custom and agreements say about sharing with organisations is for who has the directory."""
    return HAS_DIRECTORY


def whole_file(row: Row) -> ColumnElement[bool]:
    """Seats of the case read this, and who opened the case by break-glass, until it ends."""
    return seat_first(row.c.case_id, and_(case_exists(row), wholly_open(row)))


def case_row(case: Row) -> ColumnElement[bool]:
    """A case exists for its seats, for who has a link that opens at least one cell, and for who broke the glass."""
    return case.c.id.in_(my_cases())


def party_row(party: Row) -> ColumnElement[bool]:
    """A party exists for seats, for break-glass, and for who has a cell about it."""
    opened = or_(wholly_open(party), among(open_parties(), party.c.id))
    return seat_first(party.c.case_id, and_(case_exists(party), opened))


def party_exists(party_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The party with this id exists for the actor."""
    party = aside(PARTY)
    return looked_up(party, party.c.id == party_id, party_row(party))


def party_identified(party: Row) -> ColumnElement[bool]:
    """The party may be known by name: from a seat, by break-glass, or with identity in scope."""
    named = among(parties_open_in(Category.IDENTITY), party.c.id)
    return seat_first(party.c.case_id, and_(case_exists(party), or_(wholly_open(party), named)))


def party_role(role: Row) -> ColumnElement[bool]:
    """The roles of a party are read with its identity."""
    party = aside(PARTY)
    return looked_up(party, party.c.id == role.c.party_id, party_identified(party))


def person(row: Row) -> ColumnElement[bool]:
    """A person is known through a party that may be known by name."""
    party = aside(PARTY)
    return looked_up(party, party.c.person_id == row.c.id, party_identified(party))


def relationship_row(relationship: Row) -> ColumnElement[bool]:
    """A seat and break-glass read it; else one link opens relations (for violence, no contact: safety) of both ends."""
    about_safety = relationship.c.kind.in_(SAFETY_RELATIONS)
    opened = or_(
        wholly_open(relationship),
        and_(~about_safety, both_ends(relationship, Category.RELATIONS)),
        and_(about_safety, both_ends(relationship, Category.SAFETY)),
    )
    return seat_first(relationship.c.case_id, and_(case_exists(relationship), opened))


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
        cell_is_open(here, link),
        cell_is_open(there, link),
    )


def link_row(link: Row) -> ColumnElement[bool]:
    """Who the link is for reads it, and privacy officers: organisation, dates and basis, and nothing below it."""
    return or_(link_content(link), watched(link.c.case_id))


def link_content(link: Row) -> ColumnElement[bool]:
    """Seats and break-glass know every link; a professional the running links of their organisation that name them."""
    own = and_(runs_for_me(link), link.c.organisation_id == MY_ORGANISATION)
    return seat_first(link.c.case_id, and_(case_exists(link), or_(wholly_open(link), own)))


def with_link(row: Row) -> ColumnElement[bool]:
    """Why a link is there, whom it names and what it opens is for seats, for break-glass and for whom it names."""
    link = aside(LINK)
    return looked_up(link, link.c.id == row.c.link_id, link_content(link))


def scope_cell(cell: Row) -> ColumnElement[bool]:
    """What a link opens is read with it, by whom it names as far as it is open: what it rests on holds."""
    link = aside(LINK)
    known = or_(wholly_open(link), cell_is_open(cell, link))
    return looked_up(link, link.c.id == cell.c.link_id, link_content(link), known)


def with_consent(row: Row) -> ColumnElement[bool]:
    """What a consent covers is read with it: from a seat."""
    consent = aside(CONSENT)
    return looked_up(consent, consent.c.id == row.c.consent_id, seats_only(consent))


def milestone_row(milestone: Row) -> ColumnElement[bool]:
    """Seats and break-glass read every milestone; a linked professional those they own."""
    opened = or_(wholly_open(milestone), milestone.c.owner_id == ME)
    return seat_first(milestone.c.case_id, and_(case_exists(milestone), opened))


def exclusion_row(exclusion: Row) -> ColumnElement[bool]:
    """Seats of the case, and privacy officers for whom it exists; nobody their own, ever. Not by break-glass."""
    return and_(exclusion.c.user_id != ME, or_(seat(exclusion.c.case_id), watched(exclusion.c.case_id)))


def watched(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The actor is a privacy officer for whom the case exists."""
    return and_(IS_PRIVACY_OFFICER, not_excluded(case_id))


def person_exclusion_row(exclusion: Row) -> ColumnElement[bool]:
    """Seats of a case of the person, and privacy officers; nobody their own, ever. Not by break-glass."""
    party = aside(PARTY)
    seated = there_is(party, party.c.person_id == exclusion.c.person_id, party.c.case_id.in_(seat_cases()))
    return and_(exclusion.c.user_id != ME, or_(seated, may_watch_over(exclusion)))


def person_tie_row(tie: Row) -> ColumnElement[bool]:
    """Whose account it is that belongs to a person in the files is for privacy officers; nobody reads their own."""
    return and_(tie.c.user_id != ME, may_watch_over(tie))


def may_watch_over(row: Row) -> ColumnElement[bool]:
    """The row is about a person of whom no case is hidden from the actor, a privacy officer."""
    return watches_over(row.c.person_id)


def may_be_asked_after(person: Row) -> ColumnElement[bool]:
    """A privacy officer learns whether somebody is known here whom they name, unless a case of theirs is hidden."""
    return watches_over(person.c.id)


def watches_over(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The actor is a privacy officer from whom no case of the person is hidden."""
    return and_(IS_PRIVACY_OFFICER, person_id.not_in(hidden_persons()))


def break_glass_row(glass: Row) -> ColumnElement[bool]:
    """Seats of the case and privacy officers; and who broke it themselves, as long as the case exists for them."""
    own = and_(glass.c.user_id == ME, case_exists(glass))
    return or_(seat(glass.c.case_id), watched(glass.c.case_id), own)


def with_entry(row: Row) -> ColumnElement[bool]:
    """Read with the entry it belongs to."""
    return entry_readable(row.c.entry_id)


def with_entry_and_party(row: Row) -> ColumnElement[bool]:
    """Read with the entry it belongs to, as far as the party exists for the reader."""
    return and_(entry_readable(row.c.entry_id), party_exists(row.c.party_id))


def entry_origin(origin: Row) -> ColumnElement[bool]:
    """Who wrote it and where it comes from is read with the entry; when confidential only by seats and the source.

    Break-glass is no seat here: in an emergency one needs to know what was said, and not who wished to stay unknown.
    """
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
    """To whom a protected fact was disclosed is for seats, not for break-glass; everyone may know of their own."""
    own = and_(disclosure.c.user_id == ME, entry_readable(disclosure.c.entry_id))
    return or_(entry_in_seat(disclosure.c.entry_id), own)


def entry_release(release: Row) -> ColumnElement[bool]:
    """To which organisations the source released is for seats, not for break-glass; others may know of their own."""
    own = and_(release.c.organisation_id == MY_ORGANISATION, entry_readable(release.c.entry_id))
    return or_(entry_in_seat(release.c.entry_id), own)


def entry_beside_seat(row: Row) -> ColumnElement[bool]:
    """For seats alone: why and by whom an entry was disclosed or released."""
    return entry_in_seat(row.c.entry_id)


def entry_version(version: Row) -> ColumnElement[bool]:
    """Earlier texts are for seats. Not by break-glass: what is no longer protected may have been when it was said."""
    return entry_in_seat(version.c.entry_id)


def word_check(check: Row) -> ColumnElement[bool]:
    """Whether protected words were found in an entry, and what was decided, is for seats: not even for who wrote it."""
    return entry_in_seat(check.c.entry_id)


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
    """The directory is for who directs, leads or administers; others know their own and their contact points'.

    A partner's professional knows who directs cases here besides, for they may ask them something.
    """
    user = aside(USER)
    theirs = select(user.c.organisation_id).where(is_contact_point(user.c.id))
    known = or_(organisation.c.id.in_(theirs), and_(IS_PARTNER, directs_cases(organisation.c.id)))
    return or_(HAS_DIRECTORY, organisation.c.id == MY_ORGANISATION, known)


def request_party(row: Row) -> ColumnElement[bool]:
    """Whom a request is about is read with the request, as far as the party exists for the reader."""
    return about_party(row, party_exists(row.c.party_id))


def team_row(team: Row) -> ColumnElement[bool]:
    """Teams are read by who has the directory, and one's own."""
    return or_(HAS_DIRECTORY, team.c.id == MY_TEAM)


def audit_row(row: Row) -> ColumnElement[bool]:
    """Seats read who saw and did what in their case, not by break-glass; privacy officers where the case exists."""
    about_no_hidden_case = or_(row.c.case_id.is_(None), not_excluded(row.c.case_id))
    return or_(and_(IS_PRIVACY_OFFICER, about_no_hidden_case), seat(row.c.case_id))


READ: dict[type[Any], Rule] = {
    models.Case: case_row,
    models.CaseBrief: whole_file,
    models.FormerDirector: whole_file,
    models.Deputy: whole_file,
    models.PhaseChange: whole_file,
    models.Closure: whole_file,
    models.ClosureProposal: whole_file,
    models.Person: person,
    models.Party: party_row,
    models.PartyRole: party_role,
    models.Relationship: relationship_row,
    models.Link: link_row,
    models.LinkProfessional: with_link,
    models.LinkPurpose: with_link,
    models.LinkWeighing: whole_file,
    models.LinkAnswer: seats_only,
    models.LinkDeed: seats_only,
    models.ScopeCell: scope_cell,
    models.PartyLabel: with_link,
    models.Consent: seats_only,
    models.ConsentCategory: with_consent,
    models.EarlierText: seats_only,
    models.Exclusion: exclusion_row,
    models.PersonExclusion: person_exclusion_row,
    models.PersonTie: person_tie_row,
    models.BreakGlass: break_glass_row,
    models.Milestone: milestone_row,
    models.Entry: may_read_entry,
    models.EntryOrigin: entry_origin,
    models.EntryConcern: with_entry_and_party,
    models.EntryDisclosure: entry_disclosure,
    models.DisclosureNote: entry_beside_seat,
    models.EntryRelease: entry_release,
    models.ReleaseNote: entry_beside_seat,
    models.EntryVersion: entry_version,
    models.WordCheck: word_check,
    models.ReleaseRequest: release_request,
    models.InfoRequest: info_request,
    models.InfoRequestPlace: info_place,
    models.InfoRequestParty: request_party,
    models.InfoAnswer: info_answer,
    models.InfoAnswerNote: info_answer_note,
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
    models.BasisRule: with_directory,
    models.UsualCell: with_directory,
    models.UsualReason: with_directory,
    models.SharingAgreement: with_directory,
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
