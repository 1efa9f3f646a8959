"""Writing down what was read: gathered while an answer is made, kept before the answer leaves.

Whoever looks something up for somebody says so, on the session it was read with: `saw` where a page or list is about
it, `saw_part` where it goes into whatever page is being made. What was gathered is written by `note_reading`, as the
last thing in a transaction: a case's chain is held by whoever appends to it. When writing fails, the answer may not
leave.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.guard import actor_of
from caseflow.access.through import through_each
from caseflow.audit.chain import About, Line, Who, append_each
from caseflow.db import writes

_GATHERED = "reading"


@dataclass
class _Shown:
    """What was shown of one file."""

    party_ids: set[UUID] = field(default_factory=set)
    entry_ids: set[UUID] = field(default_factory=set)

    def add(self, party_ids: Iterable[UUID], entry_ids: Iterable[UUID]) -> None:
        self.party_ids.update(party_ids)
        self.entry_ids.update(entry_ids)


@dataclass
class _Opened:
    """What was shown of one file by acts, and in parts."""

    acts: dict[str, _Shown] = field(default_factory=dict)
    parts: _Shown = field(default_factory=_Shown)

    def by_act(self) -> Iterator[tuple[str, _Shown]]:
        """Give a row for each act; what was shown in parts belongs to the first."""
        next(iter(self.acts.values())).add(self.parts.party_ids, self.parts.entry_ids)
        yield from self.acts.items()


_Reading = dict[UUID, _Opened]
"""What one request showed, by case."""


def saw(
    session: Session,
    act: str,
    case_id: UUID,
    *,
    party_ids: Iterable[UUID] = (),
    entry_ids: Iterable[UUID] = (),
) -> None:
    """Remember that the session's actor is shown this of a file; the act says by what, such as `timeline.read`."""
    _opened(session, case_id).acts.setdefault(act, _Shown()).add(party_ids, entry_ids)


def saw_part(
    session: Session, case_id: UUID, *, party_ids: Iterable[UUID] = (), entry_ids: Iterable[UUID] = ()
) -> None:
    """Remember that the session's actor is shown this of a file, by whatever page it is part of."""
    _opened(session, case_id).parts.add(party_ids, entry_ids)


def saw_as_another(session: Session, act: str, other: Session) -> None:
    """Remember that the session's actor is shown what was looked up with a session of somebody else."""
    reading: _Reading = other.info.pop(_GATHERED, {})
    for case_id, opened in reading.items():
        for shown in (opened.parts, *opened.acts.values()):
            saw(session, act, case_id, party_ids=shown.party_ids, entry_ids=shown.entry_ids)


def forget(session: Session) -> None:
    """Let go of what was gathered: it was looked up, and not shown."""
    session.info.pop(_GATHERED, None)


def note_reading(session: Session) -> None:
    """Write down what was gathered, each file in its own chain; let go of it with `forget`, once that is committed."""
    reading: _Reading = session.info.get(_GATHERED, {})
    if not reading:
        return
    for case_id, opened in reading.items():
        if not opened.acts:
            saw(session, "case.read", case_id)
    may_write = writes.set(True)  # a request that only reads took no lock
    try:
        rights = through_each(session, reading.keys())
        append_each(session, [*_lines(actor_of(session), reading, rights)])
    finally:
        writes.reset(may_write)


def _opened(session: Session, case_id: UUID) -> _Opened:
    reading: _Reading = session.info.setdefault(_GATHERED, {})
    return reading.setdefault(case_id, _Opened())


def _lines(actor: Actor, reading: _Reading, rights: dict[UUID, str]) -> Iterator[Line]:
    for case_id, opened in reading.items():
        who = Who.acting(actor, rights[case_id])
        for act, shown in opened.by_act():
            yield Line(case_id, act, who, About(case_id, shown.party_ids, shown.entry_ids))
