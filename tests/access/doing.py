"""Who may do what, read aloud from the design's table in plain Python, and the same asked of a guarded session."""

from collections.abc import Iterable

from caseflow.access.check import (
    BY_ROLE,
    ON_A_CASE,
    Act,
    can,
    can_answer_release,
    can_answer_request,
    can_contribute,
    can_edit_entry,
    can_write_entry,
)
from caseflow.models.vocabulary import Category
from tests.access.oracle import Reader
from tests.access.things import Case, Entry, InfoRequest, ReleaseRequest
from tests.access.worlds import ENTRY_CATEGORIES


class Doer(Reader):
    """A user at a moment in a world, asked what they may do."""

    def directs(self, case: Case) -> bool:
        return case.director == self.user.id and not self.is_excluded(case)

    def stands_in(self, case: Case) -> bool:
        now = (one.from_at <= self.now < one.until_at for one in case.deputies if one.user == self.user.id)
        return any(now) and not self.is_excluded(case)

    def leads(self, case: Case) -> bool:
        lead = "team_lead" in self.user.roles and self.user.team == case.team
        return lead and not self.is_excluded(case)

    def may(self, act: Act, case: Case) -> bool:
        match act:
            case Act.CASE_CLOSE_PROPOSE | Act.FACT_WATCH:
                holds = self.directs(case) or self.stands_in(case)
            case Act.CASE_ASSIGN:
                holds = self.directs(case) or self.leads(case)
            case Act.DEPUTY_APPOINT:
                holds = self.leads(case)
            case Act.EXCLUSION_SET | Act.BREAK_GLASS_REVIEW:
                holds = self.leads(case) or self.watches(case)
            case Act.ACCESS_LOG_READ | Act.EXCLUSION_READ | Act.BREAK_GLASS_READ:
                holds = self.has_seat(case) or self.watches(case)
            case Act.DIRECTOR_ASK:
                holds = self.has_cell(case)
            case _:
                holds = self.has_seat(case)
        return holds

    def by_role(self) -> set[tuple[str, str]]:
        """What their roles let them do that is about no case yet."""
        needed = {
            Act.CASE_OPEN: {"case_director", "team_lead"},
            Act.ACCOUNT_TIE: {"privacy_officer"},
            Act.AGREEMENT_KEEP: {"privacy_officer"},
            Act.BREAK_GLASS_OPEN: {"case_director"},
            Act.PERSON_ASK: {"partner"},
        }
        return {(act, "") for act, roles in needed.items() if roles & self.user.roles}

    def may_answer(self, request: InfoRequest) -> bool:
        """Never one's own; what was put to somebody by name only they, and what was not, who could read it there."""
        if request.asked_by == self.user.id or not self.could_answer(request):
            return False
        case = self.case_with_id(request.case)
        if request.asked is None or case is None:
            return True
        knows = all(self.has_cell_about(case, party) for party in request.parties)
        return request.asked == self.user.id and self.has_cell(case) and knows

    def may_say_for_the_source(self, case: Case, entry: Entry, request: ReleaseRequest) -> bool:
        return request.asked == self.user.id and self.reads(case, entry)

    def may_contribute(self, case: Case) -> bool:
        linked = any(link.may_contribute and self.open_cells(case, link) for link in self.active_links(case))
        return self.has_seat(case) or linked

    def may_edit(self, case: Case, entry: Entry) -> bool:
        if not self.reads(case, entry):
            return False
        own = entry.author == self.user.id and bool(entry.concerns)
        return self.has_seat(case) or (own and self.may_write(case, entry.category, entry.concerns))


def allowed(doer: Doer) -> set[tuple[str, str]]:
    """Return all that the design lets somebody do, as act and what it is about."""
    found = doer.by_role()
    found |= {("request.answer", str(one.id)) for one in doer.world.info_requests if doer.may_answer(one)}
    for case in doer.world.cases:
        found |= {(act, str(case.id)) for act in ON_A_CASE if doer.may(act, case)}
        found |= allowed_to_write(doer, case, case.entries)
        asked = [(entry, one) for entry in case.entries for one in entry.release_requests]
        found |= {
            ("release.answer", str(one.id))
            for entry, one in asked
            if doer.may_say_for_the_source(case, entry, one)
        }
    return found


def allowed_to_write(doer: Doer, case: Case, entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """Return what the design lets somebody write in a case, and which of some entries it lets them edit."""
    found = {(Act.ENTRY_WRITE, key) for *asked, key in writings(case) if doer.may_write(case, *asked)}
    found |= {(Act.ENTRY_EDIT, str(one.id)) for one in entries if doer.may_edit(case, one)}
    return found | ({(Act.ENTRY_WRITE, str(case.id))} if doer.may_contribute(case) else set())


def answered(session, world) -> set[tuple[str, str]]:
    """Return all that a session's actor is told they may do."""
    found = {(act, "") for act in BY_ROLE if can(session, act)}
    requests = (one.id for one in world.info_requests)
    found |= {("request.answer", str(one)) for one in requests if can_answer_request(session, one)}
    for case in world.cases:
        found |= {(act, str(case.id)) for act in ON_A_CASE if can(session, act, case.id)}
        found |= answered_to_write(session, case, case.entries)
        asked = (one.id for entry in case.entries for one in entry.release_requests)
        found |= {("release.answer", str(one)) for one in asked if can_answer_release(session, one)}
    return found


def answered_to_write(session, case: Case, entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """Return what a session's actor is told they may write in a case, and which of some entries they may edit."""
    found = {
        (Act.ENTRY_WRITE, key)
        for category, parties, key in writings(case)
        if can_write_entry(session, case.id, Category(category), parties)
    }
    found |= {(Act.ENTRY_EDIT, str(one.id)) for one in entries if can_edit_entry(session, one.id)}
    return found | ({(Act.ENTRY_WRITE, str(case.id))} if can_contribute(session, case.id) else set())


def writings(case: Case):
    """Yield what an entry could be about: a category with one party, with two, and with none."""
    ids = [party.id for party in case.parties]
    for category in ENTRY_CATEGORIES:
        for parties in (frozenset(ids[:1]), frozenset(ids[:2]), frozenset()):
            yield category, parties, f"{case.id} {category} {len(parties)}"
