"""Holding an entry back on behalf of somebody who may not notice it: written past the rules, and never shown."""

from uuid import UUID, uuid4

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.roles import past_the_wall
from caseflow.access.rules.entries import CHECK, ENTRY
from caseflow.models import WordCheck

VERSION = select(ENTRY.c.version).where(ENTRY.c.id == bindparam("entry_id")).with_for_update()
"""Two who search one entry at the same moment take turns."""
LATEST = (
    select(CHECK.c.id, CHECK.c.held, CHECK.c.decided_by_id, CHECK.c.decided_at, CHECK.c.reason_sealed)
    .where(CHECK.c.entry_id == bindparam("entry_id"))
    .order_by(CHECK.c.version.desc())
    .limit(1)
)
UNDECIDED = {"held": True, "decided_by_id": None, "decided_at": None, "reason_sealed": None}


def searched_again(session: Session, entry_id: UUID, *, hold: bool) -> None:
    """Write down that an entry was searched for protected words again; `hold` keeps it back until a seat decides.

    What a seat decided before counts no more then: it was about who could read it at the time. The same statements run
    whether it is held or not, so that who sets it off learns nothing.
    """
    about, now = {"entry_id": entry_id}, actor_of(session).now
    with past_the_wall(session):
        connection = Session.connection(session)
        version = connection.scalar(VERSION, about)
        latest = connection.execute(LATEST, about).one_or_none()
        if latest is None:
            first = {"id": uuid4(), "entry_id": entry_id, "version": version, "held": hold}
            connection.execute(insert(WordCheck).values(checked_at=now, **first))
            return
        stands = {name: getattr(latest, name) for name in UNDECIDED}
        said = {**(UNDECIDED if hold else stands), "checked_at": now}
        connection.execute(update(WordCheck).where(CHECK.c.id == latest.id).values(said))
