"""Who read and changed a file: for its seats, and for privacy officers, who do not see what it said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, bindparam, not_, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.oversight import entries_with_secret_source
from caseflow.access.shown import organisation_name, user_name
from caseflow.audit import reads
from caseflow.audit.chain import ROW
from caseflow.models import AuditRow, Party, Person


@dataclass(frozen=True)
class AccessLine:
    """Somebody read or changed something of a case. Names are there for who may know the parties by name."""

    id: UUID
    at: datetime
    user: str | None
    organisation: str | None
    act: str
    through: str
    parties: tuple[str, ...]
    party_count: int
    entry_count: int
    is_secret: bool = False
    """Who it was is not told: it would give a confidential source away."""


@dataclass(frozen=True)
class Only:
    """Which lines of a log are wanted: of one person, of one act, from (included) until (excluded)."""

    user_id: UUID | None = None
    act: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    through: str | None = None


EVERYTHING = Only()
WRITING = ("entry.edit", "entry.write", "release.granted", "release.refused")
"""Acts of who says something, or speaks for the source: they concern one entry each."""


@dataclass(frozen=True)
class InLog:
    """Who and what is in a log at all: what its reader can choose from."""

    users: tuple[tuple[UUID, str], ...]
    acts: tuple[str, ...]


@dataclass(frozen=True)
class AccessLog:
    """Lines of the log of a case, newest first, and where the next page starts."""

    items: tuple[AccessLine, ...]
    next: int | None


LINES = select(
    AuditRow.id,
    AuditRow.position,
    AuditRow.at,
    AuditRow.act,
    AuditRow.through,
    AuditRow.party_ids,
    AuditRow.entry_ids,
    user_name(ROW.c.user_id).label("user"),
    organisation_name(ROW.c.organisation_id).label("organisation"),
).order_by(AuditRow.position.desc())


KINDS = (
    select(AuditRow.user_id, user_name(ROW.c.user_id).label("user"), AuditRow.act)
    .where(AuditRow.chain == bindparam("case_id"))
    .distinct()
)


def access_log(
    session: Session,
    case_id: UUID,
    *,
    only: Only = EVERYTHING,
    cursor: int | None = None,
    limit: int = 50,
) -> AccessLog:
    """Return a page of the log of a case, from a cursor on.

    Raises:
        ForbiddenError: the actor may not read it.
    """
    require(session, Act.ACCESS_LOG_READ, case_id)
    secret = _tells_a_source(session, case_id)
    wanted = LINES.where(AuditRow.chain == case_id, *_conditions(only)).add_columns(secret.label("secret"))
    if only.user_id is not None or only.through is not None:
        wanted = wanted.where(not_(secret))
    if cursor is not None:
        wanted = wanted.where(AuditRow.position < cursor)
    rows = session.execute(wanted.limit(limit + 1)).all()
    shown = rows[:limit]
    names = _names(session, shown)
    reads.saw_part(session, case_id, party_ids=names)
    lines = tuple(_line(row, names) for row in shown)
    return AccessLog(lines, shown[-1].position if len(rows) > limit else None)


def in_log(session: Session, case_id: UUID) -> InLog:
    """Return who and what the log of a case names.

    Raises:
        ForbiddenError: the actor may not read it.
    """
    require(session, Act.ACCESS_LOG_READ, case_id)
    secret = _tells_a_source(session, case_id)
    rows = session.execute(KINDS.add_columns(secret.label("secret")), {"case_id": case_id}).all()
    users = {row.user_id: row.user for row in rows if row.user_id is not None and not row.secret}
    by_name = sorted(users.items(), key=lambda item: (item[1] or "", str(item[0])))
    return InLog(tuple(by_name), tuple(sorted({row.act for row in rows})))


def _conditions(only: Only) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if only.user_id is not None:
        wanted.append(AuditRow.user_id == only.user_id)
    if only.act is not None:
        wanted.append(AuditRow.act == only.act)
    if only.since is not None:
        wanted.append(AuditRow.at >= only.since)
    if only.until is not None:
        wanted.append(AuditRow.at < only.until)
    if only.through is not None:
        wanted.append(AuditRow.through.contains(only.through, autoescape=True))
    return wanted


def _tells_a_source(session: Session, case_id: UUID) -> ColumnElement[bool]:
    """Who wrote is left out where the source is confidential, for all but seats: the row stays, without a name."""
    secret = [str(entry_id) for entry_id in entries_with_secret_source(session, case_id)]
    return and_(AuditRow.act.in_(WRITING), AuditRow.entry_ids.in_(secret))


def _names(session: Session, rows: Sequence[Row[*tuple[Any, ...]]]) -> dict[UUID, str]:
    party_ids = {party_id for row in rows for party_id in _ids(row.party_ids)}
    known = select(Party.id, Person.name).join(Person, Person.id == Party.person_id)
    return {row.id: row.name for row in session.execute(known.where(Party.id.in_(party_ids)))}


def _line(row: Row[*tuple[Any, ...]], names: dict[UUID, str]) -> AccessLine:
    party_ids = list(_ids(row.party_ids))
    return AccessLine(
        id=row.id,
        at=row.at,
        user=None if row.secret else row.user,
        organisation=None if row.secret else row.organisation,
        act=row.act,
        through="" if row.secret else row.through,
        parties=tuple(sorted(names[party_id] for party_id in party_ids if party_id in names)),
        party_count=len(party_ids),
        entry_count=len(row.entry_ids.split()),
        is_secret=bool(row.secret),
    )


def _ids(text: str) -> Iterable[UUID]:
    return map(UUID, text.split())
