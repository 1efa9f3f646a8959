"""Who read and changed a file: for its seats, and for privacy officers, who do not see what it said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.shown import organisation_name, user_name
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


def access_log(session: Session, case_id: UUID, *, cursor: int | None = None, limit: int = 50) -> AccessLog:
    """Return a page of the log of a case, from a cursor on.

    Raises:
        ForbiddenError: the actor may not read it.
    """
    require(session, Act.ACCESS_LOG_READ, case_id)
    wanted = LINES.where(AuditRow.chain == case_id)
    if cursor is not None:
        wanted = wanted.where(AuditRow.position < cursor)
    rows = session.execute(wanted.limit(limit + 1)).all()
    shown = rows[:limit]
    names = _names(session, shown)
    lines = tuple(_line(row, names) for row in shown)
    return AccessLog(lines, shown[-1].position if len(rows) > limit else None)


def _names(session: Session, rows: Sequence[Row[*tuple[Any, ...]]]) -> dict[UUID, str]:
    party_ids = {party_id for row in rows for party_id in _ids(row.party_ids)}
    known = select(Party.id, Person.name).join(Person, Person.id == Party.person_id)
    return {row.id: row.name for row in session.execute(known.where(Party.id.in_(party_ids)))}


def _line(row: Row[*tuple[Any, ...]], names: dict[UUID, str]) -> AccessLine:
    party_ids = list(_ids(row.party_ids))
    return AccessLine(
        id=row.id,
        at=row.at,
        user=row.user,
        organisation=row.organisation,
        act=row.act,
        through=row.through,
        parties=tuple(sorted(names[party_id] for party_id in party_ids if party_id in names)),
        party_count=len(party_ids),
        entry_count=len(row.entry_ids.split()),
    )


def _ids(text: str) -> Iterable[UUID]:
    return map(UUID, text.split())
