"""Writing down what was read: gathered while an answer is made, kept before the answer leaves.

Whoever looks something up for somebody says so with `saw`, on the session it was read with. What was gathered is
written by `note_reading`, in a transaction of its own, after the request's own transaction has ended: SQLite has one
writer, and a case's chain is held by whoever appends to it. When writing fails, the answer may not leave.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.guard import actor_of
from caseflow.access.through import known_rights, through_each
from caseflow.audit.chain import About, Who, append
from caseflow.db import GuardedSession, db, writes

_GATHERED = "reading"


@dataclass
class _Opened:
    """What was shown of one file."""

    party_ids: set[UUID] = field(default_factory=set)
    entry_ids: set[UUID] = field(default_factory=set)


@dataclass
class _Reading:
    """What one request showed: files that were opened, and cases that lists named, by act."""

    opened: dict[tuple[UUID, str], _Opened] = field(default_factory=dict)
    named: dict[str, set[UUID]] = field(default_factory=dict)

    def case_ids(self) -> set[UUID]:
        """Return every case it touched."""
        return {case_id for case_id, _act in self.opened}.union(*self.named.values())


def saw(
    session: Session,
    act: str,
    case_id: UUID,
    *,
    party_ids: Iterable[UUID] = (),
    entry_ids: Iterable[UUID] = (),
) -> None:
    """Remember that the session's actor is shown this of a file; the act says by what, such as `timeline.read`."""
    opened = _reading(session).opened.setdefault((case_id, act), _Opened())
    opened.party_ids.update(party_ids)
    opened.entry_ids.update(entry_ids)


def saw_cases(session: Session, act: str, case_ids: Iterable[UUID]) -> None:
    """Remember that a list named these cases, and showed nothing that is in them."""
    _reading(session).named.setdefault(act, set()).update(case_ids)


def note_reading(session: Session) -> None:
    """Write down what was gathered: in the chain of each file opened, and in the reader's own what a list named."""
    reading: _Reading | None = session.info.pop(_GATHERED, None)
    if reading is None or not reading.case_ids():
        return
    actor = actor_of(session)
    _write(actor, reading, {"actor": actor, **known_rights(session)})


def _reading(session: Session) -> _Reading:
    reading: _Reading = session.info.setdefault(_GATHERED, _Reading())
    return reading


def _write(actor: Actor, reading: _Reading, info: dict[str, Any]) -> None:
    may_write = writes.set(True)  # a request that only reads took no lock
    try:
        with GuardedSession(db=db, info=info) as session:  # without rules: it can look nothing up
            _append_all(session, actor, reading)
            session.commit()
    finally:
        writes.reset(may_write)


def _append_all(session: Session, actor: Actor, reading: _Reading) -> None:
    rights = through_each(session, reading.case_ids())
    for (case_id, act), seen in sorted(
        reading.opened.items()
    ):  # in one order, so that no two wait for each other
        about = About(case_id, (), seen.party_ids, seen.entry_ids)
        append(session, case_id, act, Who.acting(actor, rights[case_id]), about)
    for act, case_ids in sorted(reading.named.items()):
        if case_ids:
            through = " ".join(sorted({rights[case_id] for case_id in case_ids}))
            append(session, actor.user_id, act, Who.acting(actor, through), About(case_ids=case_ids))
