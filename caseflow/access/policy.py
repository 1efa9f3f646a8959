"""Who may read which row: one rule for every table. No rule, no row.

A rule is SQL about one row of its table; its docstring is the sentence that a privacy officer signs.
"""

from typing import Any

from sqlalchemy import ColumnElement, false

from caseflow import models
from caseflow.access.asking import ME
from caseflow.access.rules.asked import (
    info_answer,
    info_answer_note,
    info_place,
    info_request,
    release_request,
)
from caseflow.access.rules.beside import (
    entry_beside_seat,
    entry_disclosure,
    entry_origin,
    entry_release,
    entry_version,
    request_party,
    with_entry,
    with_entry_and_party,
    word_check,
)
from caseflow.access.rules.cases import (
    case_row,
    milestone_row,
    party_role,
    party_row,
    person,
    relationship_row,
    seats_only,
    whole_file,
)
from caseflow.access.rules.directory import organisation_row, team_row, user_role, user_row, with_directory
from caseflow.access.rules.entries import may_read_entry
from caseflow.access.rules.links import link_row, scope_cell, with_consent, with_link
from caseflow.access.rules.watching import (
    audit_row,
    break_glass_row,
    exclusion_row,
    person_exclusion_row,
    person_tie_row,
)
from caseflow.access.writing import Row, RowRule


def nobody(_row: Row) -> ColumnElement[bool]:
    """Nobody reads this: only the system does, for a stated reason."""
    return false()


def own_row(row: Row) -> ColumnElement[bool]:
    """Everyone reads their own."""
    return row.c.user_id == ME


READ: dict[type[Any], RowRule] = {
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
