"""Loads entries as drafts, for whoever asks: what the session does not give is simply left out.

However many entries are asked for, it takes the same few statements.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import Field, dataclass, field, fields
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session, defer, with_polymorphic

from caseflow import models
from caseflow.access import shown
from caseflow.access.named import about, about_entries
from caseflow.casefile.below import Below, Chosen, facts_below, named_below
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.files import nameless
from caseflow.casefile.kinds import DATA_OF, Data
from caseflow.casefile.told import told_of
from caseflow.db import Ids, is_one_of, unseal
from caseflow.models.vocabulary import EntryKind


@dataclass(frozen=True)
class Known:
    """A user or an organisation that stands on an entry: its key in a bundle, and its name."""

    key: str
    name: str


@dataclass(frozen=True)
class Origin:
    """Who wrote an entry, where it comes from and, of a report, who made it; nothing, to who may not know.

    The name of a file often says it too, and is withheld with it.
    """

    author_id: UUID | None
    source_id: UUID | None
    from_organisation_id: UUID | None

    @property
    def is_known(self) -> bool:
        """Whether the reader may know."""
        return self.author_id is not None


@dataclass(frozen=True)
class Portrait:
    """One entry as its reader may know it."""

    id: UUID
    case_id: UUID
    version: int
    draft: EntryDraft


@dataclass
class Portraits:
    """Entries by id, in no order, and the users and organisations named on them."""

    entries: dict[UUID, Portrait] = field(default_factory=dict)
    users: dict[UUID, Known] = field(default_factory=dict)
    organisations: dict[UUID, Known] = field(default_factory=dict)


ENTRY = with_polymorphic(models.Entry, "*")
ORIGIN = models.EntryOrigin

WITH_FACTS = frozenset(
    {
        EntryKind.ANALYSIS,
        EntryKind.ASSESSMENT,
        EntryKind.CONFERENCE,
        EntryKind.INCIDENT,
        EntryKind.SAFETY_PLAN,
    }
)
"""Kinds that have texts, words, scores or agreements below them."""
_ORIGIN, _REPORT, _ACTION = (
    model.__table__.c for model in (models.EntryOrigin, models.Report, models.PlannedAction)
)
_USERS = {"author": _ORIGIN.author_id, "owner": _ACTION.owner_id}
_ORGANISATIONS = {
    "source": _ORIGIN.source_id,
    "sender": _ORIGIN.from_organisation_id,
    "receiver": _REPORT.to_organisation_id,
    "accountable": _ACTION.owner_organisation_id,
}
"""Columns of tables that the entry is joined to anyway: as attributes of its kinds each would bring the rule along."""


def portray(session: Session, *where: ColumnElement[bool], contents: bool = False) -> Portraits:
    """Load the entries that meet conditions on `models.Entry` and that the session gives.

    `contents` also opens what documents hold, which is large.
    """
    rows = session.execute(_entries(contents=contents).where(*where))
    return _portraits(session, rows, contents=contents, told=True)


def portray_these(
    session: Session,
    case_id: UUID | None,
    entry_ids: Collection[UUID],
    *,
    contents: bool = False,
    told: bool = True,
) -> Portraits:
    """Load those of some entries, of one case or of any, at most `MOST_IDS`, that the session gives.

    Not `told`: a line that does not say to whom and by whom an entry was disclosed and released need not know it.
    """
    ids = list(entry_ids)
    options = about_entries(ids) if case_id is None else about(case_id, ids)
    rows = session.execute(_these(contents=contents), {"entry_ids": ids}, execution_options=options)
    return _portraits(session, rows, contents=contents, told=told)


def _portraits(session: Session, rows: Iterable[Any], *, contents: bool, told: bool) -> Portraits:
    found = Portraits()
    entries = [_entry_of(row, found) for row in rows]
    chosen = Chosen.of(entry for entry, _ in entries)
    below = _everything_below(session, chosen, {entry.kind for entry, _ in entries}, found)
    if told:
        for one, who in told_of(session, chosen, below):
            (found.organisations if who.is_organisation else found.users)[one] = Known(who.key, who.name)
    for entry, origin in entries:
        draft = _draft(entry, origin, below[entry.id], contents=contents)
        found.entries[entry.id] = Portrait(entry.id, entry.case_id, entry.version, draft)
    return found


@cache
def _these(*, contents: bool) -> Select[Any]:
    return _entries(contents=contents).where(is_one_of(ENTRY.id, bindparam("entry_ids", type_=Ids())))


@cache
def _entries(*, contents: bool) -> Select[Any]:
    named = [
        column.label(f"{name}_{what}")
        for group, key, title in (
            (_USERS, shown.user_key, shown.user_name),
            (_ORGANISATIONS, shown.organisation_key, shown.organisation_name),
        )
        for name, points in group.items()
        for what, column in (("id", points), ("key", key(points)), ("name", title(points)))
    ]
    statement = select(ENTRY, *named).outerjoin(ORIGIN, ORIGIN.entry_id == ENTRY.id)
    return statement if contents else statement.options(defer(ENTRY.Document.content_sealed, raiseload=True))


def _entry_of(row: Any, found: Portraits) -> tuple[models.Entry, Origin]:
    for names, known in ((_USERS, found.users), (_ORGANISATIONS, found.organisations)):
        for name in names:
            if (key := getattr(row, f"{name}_key")) is not None:
                known[getattr(row, f"{name}_id")] = Known(key, getattr(row, f"{name}_name"))
    return row[0], Origin(row.author_id, row.source_id, row.sender_id)


def _everything_below(
    session: Session, chosen: Chosen, kinds: set[EntryKind], found: Portraits
) -> defaultdict[UUID, Below]:
    below: defaultdict[UUID, Below] = defaultdict(lambda: defaultdict(list))
    for to, key, name, what in named_below(session, chosen, below):
        known = found.users if what == "user" else found.organisations
        known[to] = Known(key, name)
    if not kinds.isdisjoint(WITH_FACTS):
        facts_below(session, chosen, below)
    return below


def _draft(entry: models.Entry, origin: Origin, below: Below, *, contents: bool) -> EntryDraft:
    return EntryDraft(
        key=entry.key,
        occurred_at=entry.occurred_at,
        recorded_at=entry.recorded_at,
        author_id=origin.author_id,
        source_id=origin.source_id,
        source_confidential=entry.source_confidential,
        category=entry.category,
        concerns=tuple(below["concerns"]),
        certainty=entry.certainty,
        directors_only=entry.directors_only,
        protected=entry.protected,
        disclosed_to=tuple(below["disclosed_to"]),
        onward=entry.onward,
        released_to=tuple(below["released_to"]),
        disclosures=tuple(below["disclosures"]),
        releases=tuple(below["releases"]),
        body=_opened(entry.body, entry.body_sealed, "body", entry.id),
        statement=_opened(entry.statement, entry.statement_sealed, "statement", entry.id),
        data=_data(entry, origin, below, contents=contents),
    )


def _opened(plain: str | None, sealed: bytes | None, column: str, entry_id: UUID) -> str | None:
    return plain if sealed is None else unseal(sealed, "entry", column, entry_id)


def _data(entry: models.Entry, origin: Origin, below: Below, *, contents: bool) -> Data:
    shape = DATA_OF[entry.kind]
    elsewhere: dict[str, Any] = {"from_organisation_id": origin.from_organisation_id}
    if not contents:
        elsewhere["content"] = None
    if isinstance(entry, models.Document) and not origin.is_known:
        elsewhere["filename"] = nameless(str(entry.filename))
    return shape(**{field.name: _value(entry, field, below, elsewhere) for field in fields(shape)})


def _value(entry: models.Entry, field: Field[Any], below: Below, elsewhere: Mapping[str, Any]) -> Any:
    if field.name in elsewhere:
        return elsewhere[field.name]
    if hasattr(type(entry), field.name):
        return getattr(entry, field.name)
    rows = below[field.name]
    return dict(rows) if field.default_factory is dict else tuple(rows)
