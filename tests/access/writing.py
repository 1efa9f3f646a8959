"""What a row that is written may point to, read aloud in plain Python; and rows to try it with.

The rows are never written where they would belong: they stand in tables of the same names beside the database, and the
check of each table is asked about them.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, MetaData, func, literal_column, select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.guard import POLICY_QUESTION
from caseflow.access.policy import READ
from caseflow.access.rls_writes import check_of
from caseflow.db import Base
from tests.access.oracle import Reader
from tests.access.things import Case, Entry, Milestone, ReleaseRequest, World

BESIDE = "tried"
"""Where the rows stand."""
TABLES = MetaData()
for _table in Base.metadata.sorted_tables:
    _table.to_metadata(TABLES, schema=BESIDE)
UNKNOWN = UUID(int=7)
"""The id of nothing."""
LATER = timedelta(hours=1)
ANSWERS = (("granted", 0), ("refused", 0), ("granted", 1))
"""How requests for a release were answered, in turn: with what, and how many hours before somebody writes."""

Row = dict[str, Any]


class Writer(Reader):
    """A user at a moment in a world, asked what a row of theirs may point to."""

    def may_name(self, case_id: UUID) -> bool:
        """A case that exists for them, or that they watch over; of what is nowhere the foreign key says so."""
        case = self.case_with_id(case_id)
        if case is None:
            return "privacy_officer" in self.user.roles
        return self.case_exists(case) or self.watches(case)

    def may_name_entry(self, entry_id: UUID) -> bool:
        """An entry of such a case: whether it may be read shows when all that hangs below it is written."""
        return any(self.may_name(case.id) for case in self.world.cases if entry_id in _ids(case.entries))

    def may_name_user(self, user_id: UUID | None) -> bool:
        """Nobody, or a user whom they know."""
        return user_id is None or any(self.knows_user(one) for one in self.world.users if one.id == user_id)

    def may_name_person(self, person: UUID) -> bool:
        """A person whom they know, or who is in no case yet."""
        return self.knows_person(person) or not self.cases_with(person)

    def may_name_party(self, party: UUID) -> bool:
        return any(self.party_exists(case, party) for case in self.world.cases if party in _ids(case.parties))

    def writes(self, table: str, row: Row) -> bool:
        """Whether the row may stand there: one rule for each table."""
        return _RULES[table](self, row)

    def writes_line(self, row: Row) -> bool:
        """About what oneself did, wherever."""
        return row["user_id"] == self.user.id

    def writes_head(self, _row: Row) -> bool:
        return True

    def breaks_glass(self, row: Row) -> bool:
        """For oneself, now, where break-glass can open; or about what one knows, as who answers does."""
        case = self.case_with_id(row["case_id"])
        director = "case_director" in self.user.roles
        there = case is not None and director and case.organisation == self.user.organisation
        own = row["user_id"] == self.user.id and row["at"] == self.now and row["reviewed_by_id"] is None
        if there and own and not self.is_excluded(case):
            return True
        stood = self.stood("break_glass", row)
        known = self.may_name(row["case_id"]) or stood("case_id")
        people = ("user_id", "reviewed_by_id")
        return known and all(self.may_name_user(row[name]) or stood(name) for name in people)

    def keeps_earlier_text(self, row: Row) -> bool:
        """By oneself, in a known case; or of a known person, in a case that they are in."""
        case = self.case_with_id(row["case_id"])
        theirs = [one.person for one in case.parties if one.id == row["thing_id"]] if case else []
        everywhere = any(map(self.knows_person, theirs))
        return row["changed_by_id"] == self.user.id and (self.may_name(row["case_id"]) or everywhere)

    def releases(self, row: Row) -> bool:
        """From a known entry to a known organisation; or what one was asked for and grants now."""
        known = self.knows_organisation(row["organisation_id"]) and row["organisation_id"] != UNKNOWN
        return (self.may_name_entry(row["entry_id"]) and known) or self.grants(row)

    def grants(self, row: Row) -> bool:
        for number, case, entry, one in requests_to_release(self.world):  # all put to them: see `answer`
            wanted = (entry.id, one.organisation) == (row["entry_id"], row["organisation_id"])
            granted = self.answer(number) == ("granted", 0)
            if wanted and granted and self.reads(case, entry):
                return True
        return False

    def answer(self, number: int) -> tuple[str, int]:
        """How a request for a release was answered: another one each time that somebody writes."""
        return ANSWERS[(number + self.world.users.index(self.user)) % len(ANSWERS)]

    def lays_down(self, row: Row) -> bool:
        """One's own request about a person, as one asks it, anywhere; another that one reads, in a known case."""
        request = next((one for one in self.world.info_requests if one.id == row["request_id"]), None)
        if request is None:
            return False
        if request.asked_by == self.user.id and request.names_a_person and self.now == request.asked_at:
            return True
        place = row["case_id"]
        stays = place == request.place and self.knows_where_it_lies(request)
        return self.reads_info_request(request) and (place is None or self.may_name(place) or stays)

    def keeps_from_person(self, row: Row) -> bool:
        """Of a person who is known or new, or whom they watch over; a user whom they know."""
        person = self.may_name_person(row["person_id"]) or self.watches_over(row["person_id"])
        return person and self.may_name_user(row["user_id"])

    def ties_account(self, row: Row) -> bool:
        return self.keeps_from_person(row)

    def writes_entry(self, row: Row) -> bool:
        return self.may_name(row["case_id"])

    def concerns(self, row: Row) -> bool:
        return self.may_name_entry(row["entry_id"]) and self.may_name_party(row["party_id"])

    def sets_milestone(self, row: Row) -> bool:
        """In a known case, of somebody known; what stands in a milestone that they read may stay."""
        stood = self.stood("milestone", row)
        case = self.may_name(row["case_id"]) or stood("case_id")
        return case and (self.may_name_user(row["owner_id"]) or stood("owner_id"))

    def visits(self, row: Row) -> bool:
        return row["user_id"] == self.user.id

    def stood(self, table: str, row: Row) -> Callable[[str], bool]:
        """Say whether a value stands already in the row of this id, and they read that row."""
        before = {}
        for case in self.world.cases:
            for one in case.broken_glass:
                if (table, one.id) == ("break_glass", row["id"]) and self.reads_broken_glass(case, one):
                    before = {"case_id": case.id, "user_id": one.user}
            for due in case.milestones:
                if (table, due.id) == ("milestone", row["id"]) and self.reads_milestone(case, due):
                    before = {"case_id": case.id, "owner_id": due.owner}
        return lambda name: row[name] is not None and before.get(name) == row[name]


_RULES: dict[str, Callable[[Writer, Row], bool]] = {
    "audit_head": Writer.writes_head,
    "audit_row": Writer.writes_line,
    "break_glass": Writer.breaks_glass,
    "earlier_text": Writer.keeps_earlier_text,
    "entry": Writer.writes_entry,
    "entry_concern": Writer.concerns,
    "entry_release": Writer.releases,
    "info_request_place": Writer.lays_down,
    "milestone": Writer.sets_milestone,
    "person_exclusion": Writer.keeps_from_person,
    "person_tie": Writer.ties_account,
    "visit": Writer.visits,
}


def _ids(things: Iterable[Any]) -> set[UUID]:
    return {one.id for one in things}


def requests_to_release(world: World) -> list[tuple[int, Case, Entry, ReleaseRequest]]:
    """Return the requests for a release of a world, numbered."""
    every = [
        (case, entry, one) for case in world.cases for entry in case.entries for one in entry.release_requests
    ]
    return [(number, *one) for number, one in enumerate(every)]


def answer(connection: Connection, writer: Writer) -> None:
    """Put all requests for a release to who writes, who answers some of them at that moment."""
    table = models.ReleaseRequest.__table__
    for number, _case, _entry, one in requests_to_release(writer.world):
        outcome, hours = writer.answer(number)
        asked = table.update().where(table.c.id == one.id)
        connection.execute(
            asked.values(asked_id=writer.user.id, outcome=outcome, answered_at=writer.now - hours * LATER)
        )


def rows_to_try(writer: Writer) -> Iterator[tuple[str, Row]]:
    """Yield rows with every pointer that makes a difference, by table."""
    yield "audit_head", {"chain": UNKNOWN}
    yield from _rows_of_users(writer.world)
    for case_id in (*_ids(writer.world.cases), UNKNOWN):
        yield from _rows_in_case(writer, case_id)
    for case in writer.world.cases:
        yield from (("milestone", _milestone(due, case)) for due in case.milestones)
        yield from _earlier_texts(writer, case)
        yield from _rows_below_entries(writer.world, case)
    for one in writer.world.info_requests:
        places = (None, one.place, UNKNOWN, *_ids(writer.world.cases))
        yield from (("info_request_place", {"request_id": one.id, "case_id": place}) for place in places)


def _rows_of_users(world: World) -> Iterator[tuple[str, Row]]:
    for user in world.users:
        yield "visit", {"user_id": user.id}
        yield "audit_row", {"id": UNKNOWN, "user_id": user.id}
        for person, table in product(world.persons, ("person_exclusion", "person_tie")):
            yield table, {"id": UNKNOWN, "person_id": person, "user_id": user.id}


def _rows_in_case(writer: Writer, case_id: UUID) -> Iterator[tuple[str, Row]]:
    new = {"id": UNKNOWN, "case_id": case_id}
    yield "entry", new
    yield from _glass(writer, case_id)
    owners = (None, *(one.id for one in writer.world.users))
    yield from (("milestone", {**new, "owner_id": one}) for one in owners)


def _earlier_texts(writer: Writer, case: Case) -> Iterator[tuple[str, Row]]:
    me, other = writer.user.id, next(one.id for one in writer.world.users if one != writer.user)
    parties = [party.id for there in writer.world.cases for party in there.parties]
    for thing, one in product(parties, (me, other)):
        yield "earlier_text", {"id": UNKNOWN, "case_id": case.id, "thing_id": thing, "changed_by_id": one}


def _rows_below_entries(world: World, case: Case) -> Iterator[tuple[str, Row]]:
    parties = [party.id for there in world.cases for party in there.parties]
    for entry in case.entries:
        yield from (("entry_concern", {"entry_id": entry.id, "party_id": one}) for one in parties)
        for place in (*world.organisations, UNKNOWN):
            yield "entry_release", {"entry_id": entry.id, "organisation_id": place}


def _milestone(due: Milestone, case: Case) -> Row:
    return {"id": due.id, "case_id": case.id, "owner_id": due.owner}


def _glass(writer: Writer, case_id: UUID) -> Iterator[tuple[str, Row]]:
    me, now, other = (
        writer.user.id,
        writer.now,
        next(one.id for one in writer.world.users if one != writer.user),
    )
    for user, at, by in ((me, now, None), (other, now, None), (me, now - LATER, None), (me, now, me)):
        row = {"case_id": case_id, "user_id": user, "at": at, "reviewed_by_id": by}
        yield "break_glass", {"id": UNKNOWN, **row}
        case = writer.case_with_id(case_id)
        for one in case.broken_glass if case else ():
            yield "break_glass", {"id": one.id, **row, "user_id": one.user}


def make_tables_beside(connection: Connection) -> None:
    """Make the tables in which rows stand to be tried."""
    driver = connection.connection.driver_connection
    driver.execute(f"ATTACH ':memory:' AS {BESIDE}")
    for table in TABLES.tables.values():
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        driver.execute(f'CREATE TABLE {BESIDE}."{table.name}" ({columns})')


def may_stand(session: Session, connection: Connection, rows: list[tuple[str, Row]]) -> list[bool]:
    """Return whether each row may stand where it is tried, as the check of its table says."""
    found: dict[int, bool] = {}
    for name in {name for name, _ in rows}:
        table, model = TABLES.tables[f"{BESIDE}.{name}"], MODELS[name]
        numbered = [(number, row) for number, (of, row) in enumerate(rows) if of == name]
        connection.execute(table.delete())
        connection.execute(table.insert(), [row for _number, row in numbered])
        check = check_of(model)
        assert check is not None
        asked = select(literal_column(f'{BESIDE}."{name}".rowid')).select_from(table).where(check(table))
        stand = set(session.scalars(asked, execution_options={POLICY_QUESTION: True}))
        first = connection.scalar(select(func.min(literal_column("rowid"))).select_from(table))
        found |= {number: first + place in stand for place, (number, _row) in enumerate(numbered)}
    return [found[number] for number in range(len(rows))]


MODELS = {model.__tablename__: model for model in READ}
