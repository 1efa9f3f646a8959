"""What a row that is written may point to: only what exists for the actor.

A foreign key to a row that one may not see would say whether it is there, and put a row into a hidden file. Who may
do what is not said here: that is asked by `access.check`, in every action. A pointer may stay in a row that one reads.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Uuid, and_, or_
from sqlalchemy.sql import FromClause

from caseflow import models
from caseflow.access.aside import aside
from caseflow.access.asking import DIRECTOR_AT, ME, NOW
from caseflow.access.policy import READ, nobody, own_row
from caseflow.access.rules.asked import RELEASE_REQUEST, REQUEST, may_say_for_the_source
from caseflow.access.rules.cases import person
from caseflow.access.rules.entries import ENTRY, with_its_entry
from caseflow.access.rules.watching import watched, watches_over
from caseflow.access.sets import CASE, PARTY, PERSON, my_cases, not_excluded
from caseflow.access.writing import Row, RowRule, there_is
from caseflow.models.vocabulary import RequestOutcome

Check = Callable[[Any], ColumnElement[bool]]
Known = Callable[[ColumnElement[Any]], ColumnElement[bool]]

ONLY_GROWS = frozenset({models.AuditRow})
"""What the application adds to and never changes."""
MOVED_ON = frozenset({models.AuditHead})
"""What nobody reads and everybody's acts move on: the heads of the log's chains."""


GIVEN = frozenset({models.BasisRule, models.UsualCell, models.UsualReason})
"""What migrations fill and the application only reads."""


def check_of(model: type[Any]) -> Check | None:
    """Return what holds of every row that an actor writes in a table, or nothing when they write none."""
    if model in MOVED_ON:
        return somebody
    if READ[model] is nobody or model in GIVEN:
        return None
    return OTHERWISE.get(model) or points_to_what_is_known


def somebody(_row: Row) -> ColumnElement[bool]:
    """Somebody asks."""
    return ME.is_not(None)


def points_to_what_is_known(row: FromClause) -> ColumnElement[bool]:
    """Somebody asks, what is one's own is one's own, and every pointer is to a row that exists for them."""
    return _points_to(row, KNOWN)


def _points_to(row: FromClause, known: Mapping[str, Known]) -> ColumnElement[bool]:
    own = [own_row(row)] if _is_own(row) else []
    pointers = [_pointer(row, key, known) for key in sorted(_pointers(row), key=lambda key: key.parent.name)]
    return and_(ME.is_not(None), *own, *pointers)


def about_whom_one_watches_over(row: FromClause) -> ColumnElement[bool]:
    """A privacy officer keeps people from cases of a person whom they watch over; others of a person they know."""

    def known(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
        return or_(_known_or_new_person(person_id), watches_over(person_id))

    return _points_to(row, {**KNOWN, "person": known})


def broken_or_answered(row: FromClause) -> ColumnElement[bool]:
    """A director breaks the glass for themselves, now, in a hidden case of their organisation; others answer."""
    case = aside(CASE)
    theirs = there_is(case, case.c.id == row.c.case_id, case.c.organisation_id == DIRECTOR_AT)
    here = and_(theirs, not_excluded(row.c.case_id))
    opened = and_(here, row.c.user_id == ME, row.c.at == NOW, row.c.reviewed_by_id.is_(None))
    return or_(opened, points_to_what_is_known(row))


def own_line(row: FromClause) -> ColumnElement[bool]:
    """A line of the log is about what oneself did, wherever: also in a case that one has just handed over."""
    return row.c.user_id == ME


def said_before(row: FromClause) -> ColumnElement[bool]:
    """What was said before is kept in a known case, and of a known person in every case that they are a party of."""
    party, someone = aside(PARTY), aside(PERSON)
    everywhere = there_is(
        party.join(someone, someone.c.id == party.c.person_id),
        party.c.id == row.c.thing_id,
        party.c.case_id == row.c.case_id,
        person(someone),
    )
    return and_(row.c.changed_by_id == ME, or_(may_be_named(row.c.case_id), everywhere))


def released_or_granted(row: FromClause) -> ColumnElement[bool]:
    """A release to a known organisation; or what somebody at the source grants now, who was asked for that release."""
    asked = aside(RELEASE_REQUEST)
    granted = there_is(
        asked,
        asked.c.entry_id == row.c.entry_id,
        asked.c.organisation_id == row.c.organisation_id,
        asked.c.outcome == RequestOutcome.GRANTED,
        asked.c.answered_at == NOW,
        may_say_for_the_source(asked),
    )
    return or_(points_to_what_is_known(row), granted)


def placed_by_who_asked(row: FromClause) -> ColumnElement[bool]:
    """Who asks now lays their own request at a case that they need not know; a seat leaves it in a known one."""
    request = aside(REQUEST)
    mine = and_(request.c.asked_by_id == ME, request.c.asked_at == NOW, request.c.case_id.is_(None))
    return or_(there_is(request, request.c.id == row.c.request_id, mine), points_to_what_is_known(row))


OTHERWISE: dict[type[Any], Check] = {
    models.AuditRow: own_line,
    models.BreakGlass: broken_or_answered,
    models.EarlierText: said_before,
    models.EntryRelease: released_or_granted,
    models.InfoRequestPlace: placed_by_who_asked,
    models.PersonExclusion: about_whom_one_watches_over,
    models.PersonTie: about_whom_one_watches_over,
    models.ReleaseNote: released_or_granted,
}
"""Tables in which more, or something else, may be written."""


def may_be_named(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The case exists for the actor, or they watch over it as a privacy officer."""
    return or_(case_id.in_(my_cases()), watched(case_id))


def _entry_in_known_case(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The entry is in such a case. Whether it may be read shows only when all that hangs below it is written."""
    entry = aside(ENTRY)
    return there_is(entry, entry.c.id == entry_id, may_be_named(entry.c.case_id))


def _known_or_new_person(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The person is known, or is in no case yet."""
    someone, party = aside(PERSON), aside(PARTY)
    known = there_is(someone, someone.c.id == person_id, person(someone))
    return or_(known, ~there_is(party, party.c.person_id == person_id))


KNOWN: dict[str, Known] = {
    "case": may_be_named,
    "entry": _entry_in_known_case,
    "person": _known_or_new_person,
}
"""What may be pointed to, where that is another question than what may be read."""
RULES = {model.__tablename__: rule for model, rule in READ.items()}


def _known(key: ForeignKey, known: Mapping[str, Known]) -> Known:
    name = key.column.table.name
    if name in known:
        return known[name]
    if name not in RULES:
        return _entry_in_known_case  # the detail row of a kind of entry has the id of the entry

    def read(row_id: ColumnElement[Any]) -> ColumnElement[bool]:
        parent = aside(key.column.table)
        return there_is(parent, parent.c[key.column.name] == row_id, RULES[name](parent))

    return read


def _pointer(row: FromClause, key: ForeignKey, known: Mapping[str, Known]) -> ColumnElement[bool]:
    column = row.c[key.parent.name]
    ways = [_known(key, known)(column)]
    if key.parent.nullable:
        ways.append(column.is_(None))
    if not key.parent.primary_key and all(isinstance(one.type, Uuid) for one in row.primary_key):
        before = aside(row)
        same = [before.c[one.name] == one for one in (*row.primary_key, column)]
        ways.append(there_is(before, *same, _read(row)(before)))
    return or_(*ways)


def _read(row: FromClause) -> RowRule:
    """Who reads the rows of a table: one that is hidden is no reason to let a pointer stand, or its key would show."""
    return RULES.get(str(getattr(row, "name", "")), with_its_entry)


def _pointers(row: FromClause) -> set[ForeignKey]:
    return set(row.foreign_keys)


def _is_own(row: FromClause) -> bool:
    return RULES.get(str(getattr(row, "name", ""))) is own_row
