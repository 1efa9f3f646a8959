"""What can be looked up about one entry, and what can be chosen while writing one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from caseflow.access import shown
from caseflow.access.named import about
from caseflow.audit import reads
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.entry_reader import read_entry
from caseflow.casefile.kinds import MeasureData
from caseflow.casefile.members import Points
from caseflow.casefile.portrait import Portrait, Portraits, portray_these
from caseflow.casefile.reading import Reading
from caseflow.casefile.wording import Keys
from caseflow.db import unseal
from caseflow.models import (
    Analysis,
    Case,
    Entry,
    EntryVersion,
    Link,
    Measure,
    Organisation,
    SafetyPlan,
    ScopeCell,
    User,
)
from caseflow.models.vocabulary import Category, EntryKind, MeasureKind


@dataclass(frozen=True)
class Earlier:
    """What an entry said before somebody edited it."""

    version: int
    edited_by: str
    edited_at: datetime
    draft: EntryDraft


@dataclass(frozen=True)
class Worker:
    """Somebody at work."""

    id: UUID
    name: str
    organisation_id: UUID
    organisation: str


@dataclass(frozen=True)
class Directory:
    """Whom the reader can name on an entry of a case."""

    organisations: tuple[tuple[UUID, str], ...]
    workers: tuple[Worker, ...]


@dataclass(frozen=True)
class Scope:
    """What the links of a professional let them write about: per link, the parties of each category."""

    links: tuple[Mapping[Category, frozenset[UUID]], ...]

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories in which something can be written."""
        return tuple(each for each in Category if any(each in cells for cells in self.links))

    @property
    def party_ids(self) -> frozenset[UUID]:
        """The parties about whom something can be written."""
        return frozenset(party for cells in self.links for parties in cells.values() for party in parties)


class ById(Mapping[Any, Any]):
    """Stands for a mapping between ids and themselves as text: a snapshot has ids for keys."""

    def __init__(self, turn: Any) -> None:
        self._turn = turn

    def __getitem__(self, key: Any) -> Any:
        if key is None:
            raise KeyError(key)
        return self._turn(key)

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __contains__(self, key: object) -> bool:
        return key is not None


IDS_AS_KEYS = Keys(parties=ById(str), users=ById(str), organisations=ById(str))
"""Says every party, user and organisation by its id."""

VERSIONS = (
    select(
        EntryVersion.id,
        EntryVersion.version,
        shown.user_name(EntryVersion.__table__.c.edited_by_id).label("edited_by"),
        EntryVersion.edited_at,
        EntryVersion.snapshot_sealed,
    )
    .where(EntryVersion.entry_id == bindparam("entry_id"))
    .order_by(EntryVersion.version.desc())
)
ORGANISATIONS = select(Organisation.id, Organisation.name).order_by(Organisation.name)
_LINKED = select(Link.organisation_id).where(Link.case_id == bindparam("case_id"))
_OWN = select(Case.organisation_id).where(Case.id == bindparam("case_id"))
USERS = (
    select(
        User.id,
        User.name,
        User.organisation_id,
        Organisation.name.label("organisation"),
    )
    .join(Organisation, Organisation.id == User.organisation_id)
    .where(
        User.deactivated_at.is_(None),
        ~shown.hidden_from(User.__table__.c.id, bindparam("case_id")),
        or_(User.organisation_id.in_(_LINKED), User.organisation_id.in_(_OWN)),
    )
    .order_by(User.name)
)
CELLS = (
    select(Link.id, ScopeCell.category, ScopeCell.party_id)
    .join(Link, Link.id == ScopeCell.link_id)
    .where(Link.case_id == bindparam("case_id"), Link.may_contribute.is_(True))
)
HOME_BANS = select(Measure.id, Measure.from_at, Measure.until_at, Measure.against_id).where(
    Measure.case_id == bindparam("case_id"),
    Measure.kind == EntryKind.MEASURE,  # which has an index, as the measure itself has not
    Measure.measure == MeasureKind.HOME_BAN,
)


def get_entry(
    session: Session, case_id: UUID, entry_id: UUID, *, contents: bool = False
) -> tuple[Portrait, Portraits] | None:
    """Return an entry of the case with the names on it, or nothing; it counts as read."""
    found = portray_these(session, case_id, [entry_id], contents=contents)
    portrait = found.entries.get(entry_id)
    if portrait is None:
        return None
    reads.saw(session, "entry.read", case_id, party_ids=portrait.draft.concerns, entry_ids=[entry_id])
    return portrait, found


def earlier_versions(session: Session, entry_id: UUID) -> list[Earlier]:
    """Return what the entry said before, the latest first; nothing for who may not read that."""
    rows = session.execute(VERSIONS, {"entry_id": entry_id})
    return [
        Earlier(row.version, row.edited_by, row.edited_at, draft)
        for row in rows
        if (draft := _draft_in(row.id, row.snapshot_sealed)) is not None
    ]


def _draft_in(version_id: UUID, sealed: bytes) -> EntryDraft | None:
    said = json.loads(unseal(sealed, "entry_version", "snapshot", version_id))
    ids = ById(UUID)
    reading = Reading(dict.fromkeys(Points, ids), organisation_of=ById(lambda _id: None))
    return read_entry(said, reading, "")


def directory(session: Session, case_id: UUID) -> Directory:
    """Return whom the reader can name."""
    return Directory(
        organisations=tuple((row.id, row.name) for row in session.execute(ORGANISATIONS)),
        workers=tuple(Worker(*row) for row in session.execute(USERS, {"case_id": case_id})),
    )


def scope(session: Session, case_id: UUID) -> Scope:
    """Return what the reader's contributing links open."""
    links: dict[UUID, dict[Category, set[UUID]]] = {}
    for link_id, category, party_id in session.execute(CELLS, {"case_id": case_id}):
        links.setdefault(link_id, {}).setdefault(category, set()).add(party_id)
    return Scope(
        tuple({key: frozenset(parties) for key, parties in cells.items()} for cells in links.values())
    )


def next_version(session: Session, case_id: UUID, kind: EntryKind) -> int | None:
    """Return the number that the next version of the safety plan or the analysis gets; nothing for other kinds."""
    column = {
        EntryKind.SAFETY_PLAN: SafetyPlan.plan_version,
        EntryKind.ANALYSIS: Analysis.analysis_version,
    }.get(kind)
    if column is None:
        return None
    latest = session.scalar(select(func.max(column)).where(Entry.case_id == case_id))
    return (latest or 0) + 1


def home_bans(session: Session, case_id: UUID, *, apart_from: UUID | None = None) -> list[MeasureData]:
    """Return the home bans of the case that the reader may know of."""
    rows = session.execute(HOME_BANS, {"case_id": case_id}, execution_options=about(case_id)).all()
    reads.saw_part(session, case_id, entry_ids=[row.id for row in rows])
    return [
        MeasureData(
            measure=MeasureKind.HOME_BAN,
            from_at=row.from_at,
            until_at=row.until_at,
            against_id=row.against_id,
        )
        for row in rows
        if row.id != apart_from
    ]
