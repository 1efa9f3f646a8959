"""The rules, tested on themselves: how many entries every linked professional reaches, beside the last time.

A number that moved while nobody changed a link is how a leak, or a right that was lost, first shows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from caseflow.access.actor import Actor
from caseflow.access.asking import values_for
from caseflow.access.entries import ENTRY, may_read_entry
from caseflow.models import Case, Link, LinkProfessional, ReachCount, User, UserRole
from caseflow.models.vocabulary import Role

Counts = dict[tuple[UUID, UUID], int]
"""Entries by user and case."""


@dataclass(frozen=True)
class Change:
    """A number that differs from the last time; none: the case did not exist for the user."""

    email: str
    reference: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class SelfTest:
    """What was counted, and what changed since the last time, if there was one."""

    professionals: int
    cases: int
    entries: int
    last_at: datetime | None
    changes: tuple[Change, ...]


def self_test(session: Session, now: datetime) -> SelfTest:
    """Count what everybody named on a link reaches now, compare, and keep the numbers; for a system session."""
    last_at = session.scalar(select(func.max(ReachCount.counted_at)))
    before = _kept(session)
    after = {
        (actor.user_id, case_id): count
        for actor in _named_on_links(session, now)
        for case_id, count in _reach(session, actor)
    }
    _keep(session, after, now)
    return SelfTest(
        professionals=len({user_id for user_id, _ in after}),
        cases=len({case_id for _, case_id in after}),
        entries=sum(after.values()),
        last_at=last_at,
        changes=() if last_at is None else tuple(_changes(session, before, after)),
    )


def _kept(session: Session) -> Counts:
    rows = session.execute(select(ReachCount.user_id, ReachCount.case_id, ReachCount.entries))
    return {(user_id, case_id): count for user_id, case_id, count in rows}


def _named_on_links(session: Session, now: datetime) -> Iterator[Actor]:
    named = select(LinkProfessional.user_id).join(Link, Link.id == LinkProfessional.link_id)
    running = named.where(Link.from_at <= now, Link.until_at > now)
    roles: dict[UUID, set[Role]] = defaultdict(set)
    for user_id, role in session.execute(select(UserRole.user_id, UserRole.role)):
        roles[user_id].add(role)
    users = select(User.id, User.organisation_id, User.team_id).where(User.id.in_(running))
    for user_id, organisation_id, team_id in session.execute(users).all():
        yield Actor(user_id, organisation_id, team_id, frozenset(roles[user_id]), now)


REACH = select(ENTRY.c.case_id, func.count()).where(may_read_entry(ENTRY)).group_by(ENTRY.c.case_id)


def _reach(session: Session, actor: Actor) -> Iterable[tuple[UUID, int]]:
    return [(case_id, count) for case_id, count in session.execute(REACH, values_for(actor))]


def _keep(session: Session, counts: Counts, now: datetime) -> None:
    session.execute(delete(ReachCount))
    rows = [
        {"user_id": user_id, "case_id": case_id, "entries": count, "counted_at": now}
        for (user_id, case_id), count in counts.items()
    ]
    if rows:
        session.execute(insert(ReachCount), rows)


def _changes(session: Session, before: Counts, after: Counts) -> Iterator[Change]:
    moved = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    if not moved:
        return
    emails: dict[UUID, str] = dict(iter(session.execute(select(User.id, User.email))))
    references: dict[UUID, str] = dict(iter(session.execute(select(Case.id, Case.reference))))
    for key in sorted(moved, key=lambda key: (emails[key[0]], references[key[1]])):
        yield Change(emails[key[0]], references[key[1]], before.get(key), after.get(key))
