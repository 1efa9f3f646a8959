"""One person in two records: what is kept from a user because of the one is kept because of the other as well.

A director who cannot find a person adds them again, and need not know that there is another record, let alone that
somebody is kept from it. So it is copied past the rules, by full name and birth date, and what came along is told to
nobody who does not read what it came of. A copy's id is made from that: no column says so (ADR 0016).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import permutations
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, bindparam, delete, func, insert, select, union, update
from sqlalchemy.orm import Session
from sqlalchemy.sql import FromClause

from caseflow.access.aside import aside
from caseflow.access.asking import NOW
from caseflow.access.guard import actor_of
from caseflow.access.roles import past_the_wall
from caseflow.access.sets import PARTY, PERSON, PERSON_EXCLUSION, TIE
from caseflow.access.shown import is_not_over
from caseflow.access.writing import table_of
from caseflow.db import Ids, is_one_of
from caseflow.models import PersonExclusion, PersonTie

Kept = PersonExclusion | PersonTie
KeptRow = dict[str, Any]
"""One of these, by the names of its columns."""
OF_PERSON: tuple[Any, ...] = (PERSON_EXCLUSION, TIE)
TURN = int.from_bytes(b"alike")
"""What PostgreSQL knows the turn by: any number that nothing else takes turns by."""
COPY = 5
"""The version of the ids of copies; other ids have no version, or another."""


def folded(name: str) -> list[str]:
    """Return a full name as names are compared: whatever its case and spacing."""
    return name.casefold().split()


def beside(first_id: UUID, person_id: UUID) -> UUID:
    """Return the id of what was set in the same act as the first, about another record of the person."""
    return UUID(bytes=_copy_id(first_id, person_id).bytes, version=4)


def in_turn(session: Session) -> None:
    """Wait for who sets, copies or ends such rows at this moment: none may miss what another has not committed.

    Before anything that others wait for, such as a line of the log. SQLite has one writer as it is.
    """
    if session.get_bind().dialect.name == "postgresql":
        Session.connection(session).execute(select(func.pg_advisory_xact_lock(TURN)))


def hold_alike(session: Session, person_id: UUID) -> None:
    """Let what is kept from users because of a person who was just written hold for every record of them.

    Not what is kept from who writes: if their case were gone at once, they would learn that the name is known here.
    """
    session.flush()
    actor = actor_of(session)
    in_turn(session)
    with past_the_wall(session) as connection:
        persons = _alike(connection, person_id)
        for table in OF_PERSON:
            running = _running(connection, table, persons, actor.now)
            others = [row for row in running if row["user_id"] != actor.user_id]
            _write(connection, table, _copies(others, others, persons))


def hold_everywhere_alike(session: Session, now: datetime) -> None:
    """Do so for everybody at once, for a system session that took in much."""
    in_turn(session)
    with past_the_wall(session) as connection:
        for persons in _all_alike(connection):
            for table in OF_PERSON:
                running = _running(connection, table, persons, now)
                _write(connection, table, _copies(running, running, persons))


def spread(session: Session, one: Kept) -> None:
    """Let what was just set about a person hold for every record of them, also those that the actor does not know."""
    session.flush()
    in_turn(session)
    table = table_of(type(one))
    with past_the_wall(session) as connection:
        persons = _alike(connection, one.person_id)
        running = _running(connection, table, persons, actor_of(session).now)
        set_now = [row for row in running if row["id"] == one.id]
        _write(connection, table, _copies(set_now, running, persons))


def end_others(session: Session, one: Kept, until_at: datetime | None) -> None:
    """Let what came of the same act as one of these rows hold until a moment; none: delete it, for it never began."""
    in_turn(session)
    table: Any = table_of(type(one))
    with past_the_wall(session) as connection:
        theirs = connection.execute(_marks(table).where(table.c.user_id == one.user_id)).all()
        came = _came_of(theirs)
        first = _first(one.id, came)
        others = [row.id for row in theirs if row.id != one.id and _first(row.id, came) == first]
        if until_at is None:
            connection.execute(delete(table).where(table.c.id.in_(others)))
        else:
            connection.execute(update(table).where(table.c.id.in_(others)).values(until_at=until_at))


def let_go_of_copies(session: Session, person_id: UUID) -> None:
    """Delete the copies about a person who is in no case any more, who is about to be deleted."""
    with past_the_wall(session) as connection:
        party: Any = PARTY
        if connection.execute(select(party.c.id).where(party.c.person_id == person_id).limit(1)).first():
            return
        for table in OF_PERSON:
            there = connection.scalars(select(table.c.id).where(table.c.person_id == person_id))
            copies = [row_id for row_id in there if row_id.version == COPY]
            connection.execute(delete(table).where(table.c.id.in_(copies)))


def told_about(session: Session, model: Any, user_ids: Collection[UUID]) -> set[UUID]:
    """Return which rows about some users the reader may be told of: no copy of what they do not read themselves."""
    rows = session.execute(_marks(model).where(model.user_id.in_(user_ids))).all()
    came = _came_of(rows)
    return {row.id for row in rows if _first(row.id, came).version != COPY}


def acts_told(rows: Collection[Kept]) -> set[UUID]:
    """Return of all rows that somebody reads the one for each act, which stands for those that came of it."""
    came = _came_of(rows)
    return {row.id for row in rows if row.id not in came and row.id.version != COPY}


def _copy_id(of_id: UUID, person_id: UUID) -> UUID:
    return uuid5(of_id, person_id.hex)


def _marks(columns: Any) -> Any:
    source = columns.c if isinstance(columns, FromClause) else columns
    return select(source.id, source.user_id, source.person_id)


def _came_of(rows: Iterable[Any]) -> dict[UUID, UUID]:
    """Say of the rows that came of another one among them, of which: nobody else can make such an id."""
    by_user: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        by_user[row.user_id].append(row)
    return {
        row.id: other.id
        for theirs in by_user.values()
        for row, other in permutations(theirs, 2)
        if row.id in (_copy_id(other.id, row.person_id), beside(other.id, row.person_id))
    }


def _first(row_id: UUID, came: Mapping[UUID, UUID]) -> UUID:
    while row_id in came:
        row_id = came[row_id]
    return row_id


def _alike(connection: Connection, person_id: UUID) -> list[UUID]:
    """Return every record of a person, themselves included; none where no birth date can tell two people apart."""
    themselves = aside(PERSON)
    born = select(themselves.c.born_on).where(themselves.c.id == person_id).scalar_subquery()
    rows = connection.execute(select(PERSON.c.id, PERSON.c.name).where(PERSON.c.born_on == born)).all()
    names = {row.id: folded(row.name) for row in rows}
    return [row.id for row in rows if names[row.id] == names.get(person_id)]


def _all_alike(connection: Connection) -> Iterator[list[UUID]]:
    """Yield the records of each person of whom there are several, and because of whom anything is kept."""
    kept = union(*(select(table.c.person_id) for table in OF_PERSON)).subquery()
    someone = aside(PERSON)
    days = select(someone.c.born_on).join(kept, kept.c.person_id == someone.c.id)
    wanted = select(PERSON.c.id, PERSON.c.name, PERSON.c.born_on).where(PERSON.c.born_on.in_(days))
    groups: defaultdict[Any, list[UUID]] = defaultdict(list)
    for row in connection.execute(wanted):
        groups[row.born_on, *folded(row.name)].append(row.id)
    return (persons for persons in groups.values() if len(persons) > 1)


def _running(connection: Connection, table: Any, persons: Sequence[UUID], now: datetime) -> list[KeptRow]:
    # One text, however many there are.
    about = is_one_of(table.c.person_id, bindparam("persons", type_=Ids()))
    rows = connection.execute(
        select(table).where(about, is_not_over(table)), {"persons": persons, NOW.key: now}
    )
    return [row._asdict() for row in rows]


def _copies(rows: Iterable[KeptRow], held: Iterable[KeptRow], persons: Sequence[UUID]) -> Iterator[KeptRow]:
    """Yield each of the rows about every record about which the same does not hold yet; of what was set rather."""
    same = {_what_holds(row) for row in held}
    for row in sorted(rows, key=lambda row: (row["id"].version == COPY, row["id"])):
        for person_id in persons:
            copy = {**row, "id": _copy_id(row["id"], person_id), "person_id": person_id}
            if _what_holds(copy) not in same:
                same.add(_what_holds(copy))
                yield copy


def _what_holds(row: KeptRow) -> tuple[Any, ...]:
    return row["person_id"], row["user_id"], row["from_at"], row["until_at"]


def _write(connection: Connection, table: Any, rows: Iterable[KeptRow]) -> None:
    new = list(rows)
    if new:
        connection.execute(insert(table), new)
