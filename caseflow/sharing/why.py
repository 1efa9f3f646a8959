"""Why somebody can see something: for themselves only what is open to them, and for seats about whom a link names.

Nobody learns here of anything that does not exist for them. Of themselves they hear which ways are open, and never
which are closed. About somebody to whom the case is closed, seats hear that and no more: not by what.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.reasons import (
    BY_BREAK_GLASS,
    THROUGH_A_LINK,
    Reason,
    about_entry,
    links_into_entry,
    own_way_into_entry,
    own_ways_into_case,
)
from caseflow.access.receiver import as_receiver
from caseflow.audit import reads
from caseflow.cases.queries import CaseHead
from caseflow.models import Deputy, Entry, EntryOrigin
from caseflow.sharing.preview import LINES, EntryLine, Receiver
from caseflow.sharing.queries import LinkLine, OwnLink, Standing, own_links

ASKED_WHY = "why.read"
ASKED_WHO = "who_sees.read"


@dataclass(frozen=True)
class Why:
    """The ways by which the reader is in a case, the one by which they read an entry of it, and their links."""

    into_case: list[Reason]
    into_entry: Reason | None
    links: list[OwnLink]
    """The reader's running links; of a seat none, since a seat reads everything."""
    opening: list[OwnLink]
    """Those of them through which the case, or the entry, is open."""
    deputy_until: datetime | None


@dataclass(frozen=True)
class TheirLink:
    """A link that names somebody, and whether it opens the category of an entry about everybody it concerns."""

    link: LinkLine
    opens: bool

    @property
    def runs(self) -> bool:
        """Whether it opens anything now."""
        return self.link.standing is Standing.RUNNING


@dataclass(frozen=True)
class TheirReading:
    """What the rules say about somebody and an entry; nothing where no link lets them in."""

    reason: Reason | None
    links: list[TheirLink]

    @property
    def may_read(self) -> bool:
        """Whether they may read it now."""
        return self.reason is not None and self.reason.holds


STANDS_IN_UNTIL = (
    select(Deputy.until_at)
    .where(
        Deputy.case_id == bindparam("case_id"),
        Deputy.user_id == bindparam("me"),
        Deputy.from_at <= bindparam("at"),
        Deputy.until_at > bindparam("at"),
    )
    .order_by(Deputy.until_at.desc())
    .limit(1)
)
KNOWN_ORIGIN = select(EntryOrigin.entry_id).where(EntryOrigin.entry_id == bindparam("entry_id"))


def entry_line(session: Session, case: CaseHead, entry_id: UUID) -> EntryLine | None:
    """Return an entry of a case as its readers find it back, or nothing."""
    row: Any = session.execute(LINES.where(Entry.case_id == case.id, Entry.id == entry_id)).one_or_none()
    return None if row is None else EntryLine(*row)


def why_case(session: Session, case: CaseHead) -> Why:
    """Say why a case exists for the reader."""
    reads.saw(session, ASKED_WHY, case.id)
    links = _own_links(session, case)
    return Why(own_ways_into_case(session, case.id), None, links, links, _deputy_until(session, case))


def why_entry(session: Session, case: CaseHead, entry_id: UUID) -> Why:
    """Say why the reader may read an entry, which they may."""
    reads.saw(session, ASKED_WHY, case.id, entry_ids=[entry_id])
    knows_origin = session.scalar(KNOWN_ORIGIN, {"entry_id": entry_id}) is not None
    way = own_way_into_entry(session, entry_id, knows_origin=knows_origin)
    links = _own_links(session, case)
    return Why(
        into_case=own_ways_into_case(session, case.id),
        into_entry=way,
        links=links,
        opening=_opening(session, entry_id, links, way),
        deputy_until=_deputy_until(session, case),
    )


def who_sees(
    session: Session, case: CaseHead, entry_id: UUID, links: Iterable[LinkLine], who: Receiver
) -> TheirReading:
    """Say why somebody whom a link names can read an entry, or cannot. For seats.

    Raises:
        ForbiddenError: the session's actor holds no seat, or no link of the case names the other.
    """
    reads.saw(session, ASKED_WHO, case.id, entry_ids=[entry_id])
    theirs = [(link, one) for link in links for one in link.professionals if one.id == who.user_id]
    actor = who.at(actor_of(session).now)
    with as_receiver(session, case.id, actor) as borrowed:
        if not all(one.has_access for _link, one in theirs):
            return TheirReading(None, [TheirLink(link, opens=False) for link, _one in theirs])
        reason = about_entry(borrowed, actor, entry_id)
        opening = links_into_entry(borrowed, entry_id)
    return TheirReading(reason, [TheirLink(link, opens=link.id in opening) for link, _one in theirs])


def _own_links(session: Session, case: CaseHead) -> list[OwnLink]:
    return [] if case.seated else own_links(session, case.id)


def _opening(session: Session, entry_id: UUID, links: list[OwnLink], way: Reason | None) -> list[OwnLink]:
    """Return through which links an entry is open. What the own organisation wrote is so while any of them runs."""
    if not links or (way is not None and way.rule == BY_BREAK_GLASS.sentence):
        return []
    if way is None or way.rule != THROUGH_A_LINK.sentence:
        return links
    opening = links_into_entry(session, entry_id)
    return [link for link in links if link.id in opening]


def _deputy_until(session: Session, case: CaseHead) -> datetime | None:
    if not case.seated:
        return None
    actor = actor_of(session)
    return session.scalar(STANDS_IN_UNTIL, {"case_id": case.id, "me": actor.user_id, "at": actor.now})
