"""The chain itself: what a row's hash covers, and how a row is put at the end of its chain.

Appending is made of INSERTs only. The first upsert moves the heads of the chains on and returns the hashes they had;
the database holds those heads locked until the transaction ends, so rows of one chain are numbered without a gap
however many write at once. Heads are locked in the order of their chains, so that no two wait for each other.
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.db import Base
from caseflow.models import AuditHead, AuditRow

HEAD = Base.metadata.tables[AuditHead.__tablename__]
ROW = Base.metadata.tables[AuditRow.__tablename__]
INSERT = insert(ROW)
START = ""
"""What the first row of a chain has for the hash before it."""


@dataclass(frozen=True)
class About:
    """What an act was about: a case or none, and what of it."""

    case_id: UUID | None = None
    party_ids: Collection[UUID] = ()
    entry_ids: Collection[UUID] = ()

    def columns(self) -> dict[str, Any]:
        """Return it the way a row keeps it: ids sorted, with a space between."""
        several = {name: getattr(self, name) for name in ("party_ids", "entry_ids")}
        texts = {name: " ".join(sorted({str(one) for one in ids})) for name, ids in several.items()}
        return {"case_id": self.case_id, "case_ids": "", **texts}


@dataclass(frozen=True)
class Line:
    """What a row says, and in which chain."""

    chain: UUID
    act: str
    who: "Who"
    about: About


@dataclass(frozen=True)
class Who:
    """Who did it, when, and by what right. No user: the system did."""

    user_id: UUID | None
    organisation_id: UUID | None
    at: datetime
    through: str

    @classmethod
    def acting(cls, actor: Actor, through: str) -> "Who":
        """An actor, at their moment."""
        return cls(actor.user_id, actor.organisation_id, actor.now, through)


def hash_of(row: dict[str, Any]) -> str:
    """Return the hash of a row: SHA-256 over every column but the hash itself, by name."""
    text = json.dumps(
        {name: _plain(value) for name, value in row.items() if name != "hash"},
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode()).hexdigest()


def append(session: Session, line: Line) -> None:
    """Put a row at the end of its chain, in the session's transaction."""
    append_each(session, [line])


def append_each(session: Session, lines: Sequence[Line]) -> None:
    """Put each row at the end of its chain, in three statements however many chains there are."""
    ordered = sorted(lines, key=lambda line: line.chain)
    by_chain = {chain: list(group) for chain, group in groupby(ordered, key=lambda line: line.chain)}
    move, set_hash = _upserts(_dialect(session))
    steps = [{"chain": chain, "position": len(group), "hash": START} for chain, group in by_chain.items()]
    rows, heads = [], []
    for chain, last, previous in session.execute(move, steps).all():
        added = _rows(by_chain[chain], last, previous)
        rows += added
        heads.append({"chain": chain, "position": last, "hash": added[-1]["hash"]})
    session.execute(INSERT, rows)
    session.execute(set_hash, heads)


def _rows(lines: Sequence[Line], last: int, previous: str) -> list[dict[str, Any]]:
    """Return what is added to one chain, so that the last row has that position, each on the hash of the one before."""
    rows: list[dict[str, Any]] = []
    for position, line in enumerate(lines, last - len(lines) + 1):
        place = {"id": uuid4(), "chain": line.chain, "position": position, "previous": previous}
        row = {**place, **vars(line.who), "act": str(line.act), **line.about.columns()}
        row["hash"] = previous = hash_of(row)
        rows.append(row)
    return rows


def _plain(value: Any) -> str | int | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value) if isinstance(value, UUID) else value


@cache
def _upserts(dialect: str) -> tuple[Any, Any]:
    """Return the statements that move heads on and that set their hash: written once, they take a third of the time."""
    head = (sqlite_insert if dialect == "sqlite" else postgresql_insert)(HEAD)
    move = head.on_conflict_do_update(
        index_elements=["chain"], set_={"position": HEAD.c.position + head.excluded.position}
    )
    set_hash = head.on_conflict_do_update(index_elements=["chain"], set_={"hash": head.excluded.hash})
    return move.returning(HEAD.c.chain, HEAD.c.position, HEAD.c.hash), set_hash


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name
