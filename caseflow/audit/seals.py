"""Sealing the chains: a signature, with a key that is not in the database, over where every chain stands.

A chain alone shows an edit to whoever does not recompute it. A seal cannot be recomputed without the key. What stays
out of reach is the end of the list of seals: `caseflow audit verify` prints the last signature, so that another
machine or organisation can keep it.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Select, exists, insert, select, text, update
from sqlalchemy.orm import Session

from caseflow.audit.chain import START
from caseflow.models import AuditHead, AuditSeal, SealedHead
from caseflow.sealing import Keyring, keyring

PURPOSE = "audit seal"


@dataclass(frozen=True)
class Sealing:
    """What one sealing did: which seal it made, or none, and over how many chains."""

    position: int | None
    chains: int


def seal(session: Session, now: datetime) -> Sealing:
    """Seal every chain that moved since it was last sealed. Nothing moved: nothing happens."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text("LOCK TABLE audit_seal IN SHARE ROW EXCLUSIVE MODE"))
    moved = session.execute(_moved_heads()).all()
    if not moved:
        return Sealing(None, 0)
    last = session.execute(_seals().order_by(AuditSeal.position.desc()).limit(1)).first()
    new = AuditSeal(id=uuid4(), position=last.position + 1 if last else 1, sealed_at=now)
    new.previous = last.signature if last else START
    new.signature = sign(keyring(), signed_text(new.position, now, new.previous, moved))
    session.add(new)
    session.flush()
    rows = [
        {"seal_id": new.id, "chain": one.chain, "position": one.position, "hash": one.hash} for one in moved
    ]
    session.execute(insert(SealedHead), rows)
    return Sealing(new.position, len(moved))


def sign_again(session: Session) -> int:
    """Sign every seal with the newest key, so that an older one may be forgotten; return how many there were.

    Call it on a log that verifies: what is signed anew is vouched for anew.
    """
    previous, count = START, 0
    for row in session.execute(_seals().order_by(AuditSeal.position)).all():
        heads = session.execute(heads_under(row.id)).all()
        signature = sign(keyring(), signed_text(row.position, row.sealed_at, previous, heads))
        session.execute(
            update(AuditSeal).where(AuditSeal.id == row.id).values(previous=previous, signature=signature)
        )
        previous, count = signature, count + 1
    return count


def sign(keys: Keyring, message: bytes) -> str:
    """Return a signature made with the newest key, with the id of that key before it."""
    return f"{keys.newest}:{_digest(keys, keys.newest, message)}"


def is_signed(keys: Keyring, message: bytes, signature: str) -> bool:
    """Whether a signature belongs to a message.

    Raises:
        SealingError: the key it was made with is not among the keys given.
    """
    key_id, _separator, digest = signature.rpartition(":")
    return hmac.compare_digest(_digest(keys, key_id, message), digest)


def signed_text(position: int, sealed_at: datetime, previous: str, heads: Iterable[Any]) -> bytes:
    """Return what a seal signs: its place, its moment, the seal before it, and every head under it."""
    lines = sorted(f"{head.chain} {head.position} {head.hash}" for head in heads)
    moment = sealed_at.astimezone(UTC).isoformat(timespec="microseconds")
    return "\n".join([str(position), moment, previous, *lines]).encode()


def heads_under(seal_id: UUID) -> Select[UUID, int, str]:
    """Select the heads that a seal covers."""
    return select(SealedHead.chain, SealedHead.position, SealedHead.hash).where(SealedHead.seal_id == seal_id)


def _digest(keys: Keyring, key_id: str, message: bytes) -> str:
    return hmac.digest(keys.derive(PURPOSE, key_id), message, hashlib.sha256).hex()


def _seals() -> Select[UUID, int, datetime, str]:
    return select(AuditSeal.id, AuditSeal.position, AuditSeal.sealed_at, AuditSeal.signature)


def _moved_heads() -> Select[UUID, int, str]:
    return select(AuditHead.chain, AuditHead.position, AuditHead.hash).where(~_sealed_so_far())


def _sealed_so_far() -> ColumnElement[bool]:
    return exists().where(SealedHead.chain == AuditHead.chain, SealedHead.position >= AuditHead.position)
