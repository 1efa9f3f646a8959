"""What a link lets somebody see, before it is saved and at any time after, and what would differ from now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, CompoundSelect, bindparam, literal, select, union_all
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.receiver import as_receiver, is_named, undone
from caseflow.access.shown import organisation_name
from caseflow.audit import reads
from caseflow.models import Entry, Link, LinkProfessional, Party, Person, Relationship, User, UserRole
from caseflow.models.vocabulary import Category, EntryKind, Role

PREVIEWED = "link.previewed"


@dataclass(frozen=True)
class Receiver:
    """Somebody whom a link names, as the pages that they get know them."""

    user_id: UUID
    name: str
    email: str
    locale: str | None
    organisation_id: UUID
    organisation: str
    team_id: UUID | None
    roles: frozenset[Role]

    def at(self, moment: datetime) -> Actor:
        """Return who asks, at a moment."""
        return Actor(self.user_id, self.organisation_id, self.team_id, self.roles, moment)


@dataclass(frozen=True)
class Reach:
    """What somebody may read of a case: ids of entries, of parties, of parties by name, and of relationships."""

    entries: frozenset[UUID] = frozenset()
    parties: frozenset[UUID] = frozenset()
    names: frozenset[UUID] = frozenset()
    relationships: frozenset[UUID] = frozenset()

    def beyond(self, other: "Reach") -> "Reach":
        """Return what is in here and not in the other."""
        return Reach(
            self.entries - other.entries,
            self.parties - other.parties,
            self.names - other.names,
            self.relationships - other.relationships,
        )

    def __bool__(self) -> bool:
        return bool(self.entries or self.parties or self.names or self.relationships)


@dataclass(frozen=True)
class Seen:
    """A page as somebody gets it, what becomes readable to them, and what stops being so."""

    page: str | None
    gained: Reach
    lost: Reach


@dataclass(frozen=True)
class EntryLine:
    """An entry as the director finds it back."""

    id: UUID
    kind: EntryKind
    category: Category
    occurred_at: datetime


@dataclass(frozen=True)
class NamedLink:
    """A link as far as a preview is about it: with whom, from when, and whom it names."""

    organisation: str
    from_at: datetime
    people: dict[UUID, str]


NAMED = (
    select(
        organisation_name(Link.__table__.c.organisation_id).label("organisation"),
        Link.from_at,
        User.id,
        User.name,
    )
    .join(LinkProfessional, LinkProfessional.link_id == Link.id)
    .join(User, User.id == LinkProfessional.user_id)
    .where(Link.case_id == bindparam("case_id"), Link.id == bindparam("link_id"))
    .order_by(User.name, User.id)
)
RECEIVER = (
    select(
        User.id,
        User.name,
        User.email,
        User.locale,
        User.organisation_id,
        organisation_name(User.__table__.c.organisation_id).label("organisation"),
        User.team_id,
        UserRole.role,
    )
    .outerjoin(UserRole, UserRole.user_id == User.id)
    .where(User.id == bindparam("user_id"))
)
LINES = select(Entry.id, Entry.kind, Entry.category, Entry.occurred_at).order_by(
    Entry.occurred_at.desc(), Entry.id
)


def _readable() -> CompoundSelect[Any]:
    case_id: BindParameter[Any] = bindparam("case_id")
    return union_all(
        select(literal("entries").label("what"), Entry.id).where(Entry.case_id == case_id),
        select(literal("parties"), Party.id).where(Party.case_id == case_id),
        select(literal("names"), Party.id)
        .join(Person, Person.id == Party.person_id)
        .where(Party.case_id == case_id),
        select(literal("relationships"), Relationship.id).where(Relationship.case_id == case_id),
    )


READABLE = _readable()
"""Everything of a case that a session gives, in one statement."""


def named_link(session: Session, case_id: UUID, link_id: UUID) -> NamedLink | None:
    """Return a link of a case with whom it names, or nothing when there is none, or it names nobody. For seats."""
    rows = session.execute(NAMED, {"case_id": case_id, "link_id": link_id}).all()
    if not rows:
        return None
    return NamedLink(rows[0].organisation, rows[0].from_at, {row.id: row.name for row in rows})


def receiver(session: Session, user_id: UUID) -> Receiver | None:
    """Return somebody as the pages they get know them, or nothing when there is no such account."""
    rows = session.execute(RECEIVER, {"user_id": user_id}).all()
    if not rows:
        return None
    roles = frozenset(row.role for row in rows if row.role is not None)
    fields: tuple[Any, ...] = (*rows[0][:7], roles)
    return Receiver(*fields)


def see(session: Session, case_id: UUID, actor: Actor, show: Callable[[Session], str | None]) -> str | None:
    """Return a page as a link that is saved lets somebody see it. For seats.

    Raises:
        ForbiddenError: the session's actor holds no seat, or no link names the other.
    """
    reads.saw(session, PREVIEWED, case_id)
    with as_receiver(session, case_id, actor) as theirs:
        page = show(theirs)
        reads.saw_as_another(session, PREVIEWED, theirs)
    return page


def try_out(
    session: Session,
    case_id: UUID,
    actor: Actor,
    place: Callable[[], object],
    show: Callable[[Session], str | None],
) -> Seen:
    """Return a page as a link that is not saved would let somebody see it, and the difference. For seats.

    Raises:
        ForbiddenError: the session's actor holds no seat.
        RefusedError: the link cannot be.
        EditConflictError: somebody else changed it meanwhile.
    """
    before = reach_of(session, case_id, actor)
    with undone(session):
        place()
        page = see(session, case_id, actor, show) if is_named(session, case_id, actor.user_id) else None
        after = reach_of(session, case_id, actor)
    return Seen(page, after.beyond(before), before.beyond(after))


def reach_of(session: Session, case_id: UUID, actor: Actor) -> Reach:
    """Return what somebody may read of a case as the links are now; nothing when none names them. For seats.

    Raises:
        ForbiddenError: the session's actor holds no seat.
    """
    if not is_named(session, case_id, actor.user_id):
        return Reach()
    found: dict[str, set[UUID]] = {}
    with as_receiver(session, case_id, actor) as theirs:
        for what, one in theirs.execute(READABLE, {"case_id": case_id}):
            found.setdefault(what, set()).add(one)
    return Reach(**{what: frozenset(ids) for what, ids in found.items()})


def lines_of(session: Session, case_id: UUID, entry_ids: frozenset[UUID]) -> list[EntryLine]:
    """Return entries as the director finds them back, the newest first."""
    if not entry_ids:
        return []
    reads.saw(session, PREVIEWED, case_id, entry_ids=entry_ids)
    return [EntryLine(*row) for row in session.execute(LINES.where(Entry.id.in_(entry_ids)))]
