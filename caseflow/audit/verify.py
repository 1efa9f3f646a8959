"""Checking the log: every row against its chain, every chain against its head, every head against its seals."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from caseflow.audit.chain import START, hash_of
from caseflow.audit.seals import heads_under, is_signed, signed_text
from caseflow.models import AuditHead, AuditRow, AuditSeal, SealedHead
from caseflow.sealing import SealingError, keyring

AnyRow = Row[*tuple[Any, ...]]
BATCH = 2_000
"""How many rows are held at a time."""


class Damage(StrEnum):
    """What is wrong with a row, a chain or a seal."""

    CUT_OFF = "cut off"
    DELETED = "deleted"
    EDITED = "edited"
    HEAD_FORGED = "head forged"
    REORDERED = "reordered"
    REWRITTEN = "rewritten"
    SEAL_FORGED = "seal forged"


@dataclass(frozen=True)
class Finding:
    """The first broken place of one chain; without a chain, of the seals."""

    damage: Damage
    chain: UUID | None
    position: int
    detail: str


@dataclass
class Report:
    """What a check went through, and what it found."""

    rows: int = 0
    chains: int = 0
    seals: int = 0
    last_seal: str | None = None
    findings: list[Finding] = field(default_factory=list)


def verify(session: Session) -> Report:
    """Check the whole log, in a session that sees one moment; names the first broken row of every chain."""
    report = Report()
    heads = {
        row.chain: row for row in session.execute(select(AuditHead.chain, AuditHead.position, AuditHead.hash))
    }
    for chain, rows in groupby(_rows(session), key=lambda row: row.chain):
        report.chains += 1
        finding = _check_chain(session, chain, _counted(report, rows), heads.pop(chain, None))
        report.findings.extend([finding] if finding else [])
    report.findings.extend(_emptied(head) for head in heads.values())
    _check_sealed_rows(session, report)
    _check_seals(session, report)
    return report


def _rows(session: Session) -> Iterator[AnyRow]:
    ordered = select(*AuditRow.__table__.c).order_by(AuditRow.chain, AuditRow.position)
    yield from session.execute(ordered.execution_options(yield_per=BATCH))


def _counted(report: Report, rows: Iterator[AnyRow]) -> Iterator[AnyRow]:
    for row in rows:
        report.rows += 1
        yield row


def _check_chain(
    session: Session, chain: UUID, rows: Iterator[AnyRow], head: AnyRow | None
) -> Finding | None:
    position, previous, finding = 0, START, None
    for row in rows:
        finding = finding or _check_row(session, row, position + 1, previous)
        position, previous = row.position, row.hash
    return finding or _check_head(chain, position, previous, head)


def _check_row(session: Session, row: AnyRow, position: int, previous: str) -> Finding | None:
    intact = hash_of(row._asdict()) == row.hash
    if row.previous != previous and _goes_on_elsewhere(session, row.chain, previous, row.position):
        return _found(Damage.REORDERED, row, position, "another row of the chain belongs here")
    if row.position != position:
        return _found(Damage.DELETED, row, position, f"the next row there is has position {row.position}")
    if row.previous == previous:
        return None if intact else _found(Damage.EDITED, row, position, "its content does not give its hash")
    if intact and position > 1:
        return _found(Damage.REWRITTEN, row, position - 1, "the row after it was made after another row")
    return _found(Damage.EDITED, row, position, "it does not follow from the row before")


def _goes_on_elsewhere(session: Session, chain: UUID, previous: str, position: int) -> bool:
    follows = AuditRow.previous == previous
    elsewhere = exists().where(AuditRow.chain == chain, follows, AuditRow.position != position)
    return bool(session.scalar(select(elsewhere)))


def _check_head(chain: UUID, position: int, last_hash: str, head: AnyRow | None) -> Finding | None:
    if head is None:
        return Finding(Damage.HEAD_FORGED, chain, position, "the chain has no head")
    if head.position > position:
        return Finding(
            Damage.CUT_OFF, chain, position + 1, f"the head says that there are {head.position} rows"
        )
    if (head.position, head.hash) != (position, last_hash):
        return Finding(Damage.HEAD_FORGED, chain, position, "the head is not the last row")
    return None


def _found(damage: Damage, row: AnyRow, position: int, detail: str) -> Finding:
    return Finding(damage, row.chain, position, detail)


def _emptied(head: AnyRow) -> Finding:
    return Finding(Damage.CUT_OFF, head.chain, 1, f"the head says that there are {head.position} rows")


def _check_sealed_rows(session: Session, report: Report) -> None:
    """Hold the rows against what was sealed: catches a chain that was recomputed or cut together with its head."""
    known = {finding.chain for finding in report.findings}
    for sealed in session.execute(_sealed_but_different()):
        if sealed.chain not in known:
            known.add(sealed.chain)
            damage = Damage.CUT_OFF if sealed.row_id is None else Damage.REWRITTEN
            report.findings.append(Finding(damage, sealed.chain, sealed.position, "a seal says otherwise"))


def _sealed_but_different() -> Select[*tuple[Any, ...]]:
    same_place = (AuditRow.chain == SealedHead.chain) & (AuditRow.position == SealedHead.position)
    return (
        select(SealedHead.chain, SealedHead.position, AuditRow.id.label("row_id"))
        .outerjoin(AuditRow, same_place)
        .where(or_(AuditRow.id.is_(None), AuditRow.hash != SealedHead.hash))
        .order_by(SealedHead.chain, SealedHead.position)
    )


def _check_seals(session: Session, report: Report) -> None:
    previous, position = START, 0
    seals = select(
        AuditSeal.id, AuditSeal.position, AuditSeal.sealed_at, AuditSeal.previous, AuditSeal.signature
    )
    for seal in session.execute(seals.order_by(AuditSeal.position)).all():
        broken = _broken_seal(session, seal, position + 1, previous)
        if broken:
            report.findings.append(Finding(Damage.SEAL_FORGED, None, position + 1, broken))
            return
        position, previous = seal.position, seal.signature
        report.seals, report.last_seal = position, previous
    if session.scalar(select(func.count()).where(SealedHead.seal_id.not_in(select(AuditSeal.id)))):
        report.findings.append(Finding(Damage.SEAL_FORGED, None, position + 1, "a seal was deleted"))


def _broken_seal(session: Session, seal: AnyRow, position: int, previous: str) -> str | None:
    if seal.position != position:
        return f"the next seal there is has position {seal.position}"
    if seal.previous != previous:
        return "it does not follow from the seal before"
    heads = session.execute(heads_under(seal.id)).all()
    try:
        signed = is_signed(keyring(), signed_text(position, seal.sealed_at, previous, heads), seal.signature)
    except SealingError as error:
        return str(error)
    return None if signed else "its signature does not belong to what it covers"
