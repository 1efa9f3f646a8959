"""Who may read what people at different organisations ask each other, and who may answer it.

Who asks about a person by name may not learn from their request whether anybody here is known by it, nor that a case
exists from which they are excluded. So where a request lies is never for who asked, and a refusal looks the same
whoever gives it.
"""

from sqlalchemy import ColumnElement, and_, or_

from caseflow.access.aside import aside
from caseflow.access.asking import ME, MY_ORGANISATION, NOW, TEAM_I_LEAD
from caseflow.access.rules.entries import entry_readable
from caseflow.access.sets import excluded_cases, my_cases, my_linked_cases, open_parties, seat
from caseflow.access.writing import Row, looked_up, table_of, there_is
from caseflow.models import (
    InfoAnswer,
    InfoRequest,
    InfoRequestParty,
    InfoRequestPlace,
    ReleaseRequest,
)
from caseflow.models.vocabulary import RequestOutcome

RELEASE_REQUEST = table_of(ReleaseRequest)
REQUEST = table_of(InfoRequest)
PLACE = table_of(InfoRequestPlace)
ABOUT = table_of(InfoRequestParty)
ANSWER = table_of(InfoAnswer)


def release_request(request: Row) -> ColumnElement[bool]:
    """Seats of the case read what they asked of a source; who was asked reads it while they may read the entry."""
    return and_(asked_by_now(request), or_(seat(request.c.case_id), may_say_for_the_source(request)))


def may_say_for_the_source(request: Row) -> ColumnElement[bool]:
    """The actor was asked for the source of an entry, and may read that entry still."""
    return and_(request.c.asked_id == ME, entry_readable(request.c.entry_id))


def info_request(request: Row) -> ColumnElement[bool]:
    """Who asked, as long as a case that they asked in exists for them; whom it was put to; and where it lies."""
    return and_(asked_by_now(request), or_(asked_by_me(request), may_be_answered(request)))


def asked_by_now(request: Row) -> ColumnElement[bool]:
    """It had been asked by now."""
    return request.c.asked_at <= NOW


def asked_by_me(request: Row) -> ColumnElement[bool]:
    """The actor put it to who directs cases, and it names no case that does not exist for them any more."""
    still_there = or_(request.c.case_id.is_(None), request.c.case_id.in_(my_cases()))
    return and_(request.c.asked_by_id == ME, request.c.asked_id.is_(None), still_there)


def may_be_answered(request: Row) -> ColumnElement[bool]:
    """The actor was asked by name; or has a seat in the case it is about or lies at; or leads where it has none."""
    return or_(
        asked_of_me(request),
        seat(request.c.case_id),
        lies_in_my_case(request),
        lies_at_no_case_here(request),
    )


def asked_of_me(request: Row) -> ColumnElement[bool]:
    """A seat put it to the actor by name, who is linked to the case still and knows of every party it is about."""
    about = aside(ABOUT)
    unknown = there_is(about, about.c.request_id == request.c.id, about.c.party_id.not_in(open_parties()))
    return and_(request.c.asked_id == ME, request.c.case_id.in_(my_linked_cases()), ~unknown)


def lies_in_my_case(request: Row) -> ColumnElement[bool]:
    """It lies at a case in which the actor has a seat."""
    place = aside(PLACE)
    return there_is(place, place.c.request_id == request.c.id, seat(place.c.case_id))


def lies_at_no_case_here(request: Row) -> ColumnElement[bool]:
    """It lies at no case, at the organisation at which the actor leads a team."""
    place = aside(PLACE)
    nowhere = there_is(place, place.c.request_id == request.c.id, place.c.case_id.is_(None))
    return and_(TEAM_I_LEAD.is_not(None), request.c.organisation_id == MY_ORGANISATION, nowhere)


def info_place(place: Row) -> ColumnElement[bool]:
    """At which case a request lies is for seats of that case alone: never for who asked."""
    return seat(place.c.case_id)


def about_party(row: Row, party_exists: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whom a request is about is read with the request, as far as the party exists for the reader."""
    request = aside(REQUEST)
    return and_(looked_up(request, request.c.id == row.c.request_id, info_request(request)), party_exists)


def info_answer(answer: Row) -> ColumnElement[bool]:
    """Read with the request; what was granted not by who asked, once they are excluded from the case it lies at."""
    request = aside(REQUEST)
    told = or_(
        request.c.asked_by_id != ME, answer.c.outcome == RequestOutcome.REFUSED, ~lies_where_i_am_not(request)
    )
    return looked_up(request, request.c.id == answer.c.request_id, info_request(request), told)


def lies_where_i_am_not(request: Row) -> ColumnElement[bool]:
    """It lies at a case that does not exist for the actor."""
    place = aside(PLACE)
    return there_is(place, place.c.request_id == request.c.id, place.c.case_id.in_(excluded_cases()))


def info_answer_note(note: Row) -> ColumnElement[bool]:
    """Who answered and why is read with the answer; of a refusal about a person by name, not by who asked.

    A director refuses where somebody is known and a team lead where nobody is: the name alone would tell.
    """
    answer, request = aside(ANSWER), aside(REQUEST)
    asked = answer.join(request, request.c.id == answer.c.request_id)
    open_to_reader = and_(tells_no_more_than_it_may(request, answer), info_answer(answer))
    return looked_up(asked, answer.c.request_id == note.c.request_id, open_to_reader)


def tells_no_more_than_it_may(request: Row, answer: Row) -> ColumnElement[bool]:
    """It is no refusal, or about a case that the asker knew of when they asked, or read by somebody else."""
    in_a_case = request.c.case_id.is_not(None)
    return or_(request.c.asked_by_id != ME, in_a_case, answer.c.outcome != RequestOutcome.REFUSED)


def answers_now(request: Row) -> ColumnElement[bool]:
    """The actor may answer: whom it was put to by name, else a seat or team lead where it lies; never who asked."""
    put_to_others = and_(request.c.asked_id.is_not(None), ~asked_of_me(request))
    return and_(request.c.asked_by_id != ME, may_be_answered(request), ~put_to_others)
