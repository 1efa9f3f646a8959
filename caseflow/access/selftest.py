"""The rules, tested on themselves: how many entries every linked professional reaches, beside the last time.

A number that moved while nobody changed a link is how a leak, or a right that was lost, first shows. On PostgreSQL both
walls are asked, and have to say the same. What is kept, and told, is numbers; of an entry itself nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.asking import values_for
from caseflow.access.roles import behind_the_wall
from caseflow.access.rules.entries import ENTRY, may_read_entry
from caseflow.models import Case, Link, LinkProfessional, ReachCount, User, UserRole
from caseflow.models.vocabulary import Category, Role

Place = tuple[UUID, UUID, Category]
"""A user, a case, and a category in it."""
Counts = dict[Place, int]
"""Entries by place."""
Reach = set[tuple[UUID, UUID, Category]]
"""Entries that somebody reads, with their case and category."""


@dataclass(frozen=True)
class Moved:
    """Two numbers of entries that differ, of a professional in a category of a case."""

    email: str
    reference: str
    category: Category
    before: int
    after: int


@dataclass(frozen=True)
class SelfTest:
    """What was counted, what changed since the last time, if there was one, and where the walls differ."""

    professionals: int
    cases: int
    entries: int
    last_at: datetime | None
    changes: tuple[Moved, ...]
    disagreements: tuple[Moved, ...]
    """Before: entries that only the guard gives; after: those that only the second wall gives."""


def self_test(session: Session, now: datetime, last_at: datetime | None) -> SelfTest:
    """Count what everybody named on a link reaches now, compare, and keep the numbers; for a system session.

    When it ran last is said by who asks: where nobody reached anything, no number was kept.
    """
    before = _kept(session)
    after: Counts = {}
    only_guard: Counts = {}
    only_wall: Counts = {}
    for actor in _named_on_links(session, now):
        guard = _by_the_guard(session, actor)
        wall = _by_the_wall(session, actor, guard)
        after |= _counted(actor, guard)
        only_guard |= _counted(actor, guard - wall)
        only_wall |= _counted(actor, wall - guard)
    _keep(session, after, now)
    return SelfTest(
        professionals=len({user_id for user_id, _, _ in after}),
        cases=len({case_id for _, case_id, _ in after}),
        entries=sum(after.values()),
        last_at=last_at,
        changes=() if last_at is None else tuple(_moved(session, before, after)),
        disagreements=tuple(_moved(session, only_guard, only_wall, lambda one, other: bool(one or other))),
    )


def _kept(session: Session) -> Counts:
    rows = session.execute(
        select(ReachCount.user_id, ReachCount.case_id, ReachCount.category, ReachCount.entries)
    )
    return {(user_id, case_id, category): count for user_id, case_id, category, count in rows}


def _named_on_links(session: Session, now: datetime) -> Iterator[Actor]:
    named = select(LinkProfessional.user_id).join(Link, Link.id == LinkProfessional.link_id)
    running = named.where(Link.from_at <= now, Link.until_at > now)
    roles: dict[UUID, set[Role]] = defaultdict(set)
    for user_id, role in session.execute(select(UserRole.user_id, UserRole.role)):
        roles[user_id].add(role)
    users = select(User.id, User.organisation_id, User.team_id).where(User.id.in_(running))
    for user_id, organisation_id, team_id in session.execute(users).all():
        yield Actor(user_id, organisation_id, team_id, frozenset(roles[user_id]), now)


ENTRIES = select(ENTRY.c.id, ENTRY.c.case_id, ENTRY.c.category)
GUARDED = ENTRIES.where(may_read_entry(ENTRY))


def _by_the_guard(session: Session, actor: Actor) -> Reach:
    return {(row.id, row.case_id, row.category) for row in session.execute(GUARDED, values_for(actor))}


def _by_the_wall(session: Session, actor: Actor, guard: Reach) -> Reach:
    """Return what the policies of PostgreSQL give; on SQLite, which has none, what the guard does."""
    if session.get_bind().dialect.name != "postgresql":
        return guard
    with behind_the_wall(session, actor) as connection:
        return {(row.id, row.case_id, row.category) for row in connection.execute(ENTRIES)}


def _counted(actor: Actor, reach: Reach) -> Counts:
    return dict(Counter((actor.user_id, case_id, category) for _entry, case_id, category in reach))


def _keep(session: Session, counts: Counts, now: datetime) -> None:
    session.execute(delete(ReachCount))
    rows = [
        {"user_id": user_id, "case_id": case_id, "category": category, "entries": count, "counted_at": now}
        for (user_id, case_id, category), count in counts.items()
    ]
    if rows:
        session.execute(insert(ReachCount), rows)


def _differs(one: int, other: int) -> bool:
    return one != other


def _moved(
    session: Session, before: Counts, after: Counts, tells: Callable[[int, int], bool] = _differs
) -> Iterable[Moved]:
    places = [key for key in before.keys() | after.keys() if tells(before.get(key, 0), after.get(key, 0))]
    if not places:
        return []
    emails: dict[UUID, str] = dict(iter(session.execute(select(User.id, User.email))))
    references: dict[UUID, str] = dict(iter(session.execute(select(Case.id, Case.reference))))
    found = (
        Moved(emails[key[0]], references[key[1]], key[2], before.get(key, 0), after.get(key, 0))
        for key in places
    )
    return sorted(found, key=lambda one: (one.email, one.reference, one.category))
