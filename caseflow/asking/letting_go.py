"""What comes of a source that agrees: the entry goes to the organisation, unless it would take protected words there.

Whoever agrees may not know the words, and notices nothing: as with what partners write, the entry is held back until a
director decides, and the same statements run whether something is found or not (ADR 0009).
"""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.holding import searched_again
from caseflow.access.protected import open_to, readers_by_link
from caseflow.casefile.travelling import ReleaseLine
from caseflow.casefile.tripwire.facts import words_of
from caseflow.casefile.tripwire.standing import hits_among
from caseflow.models import EntryRelease, ReleaseNote


def let_go(session: Session, line: ReleaseLine) -> None:
    """Release an entry for its source, and hold it back when that opens protected words to somebody."""
    stood_open = _is_open(session, line)
    _release(session, line)
    opens = _is_open(session, line) and not stood_open
    words = words_of(session, line.case_id)
    found = hits_among(session, line.case_id, words, among={line.entry_id})
    searched_again(session, line.entry_id, hold=opens and bool(found))


def _is_open(session: Session, line: ReleaseLine) -> bool:
    """Whether somebody whom links of the organisation name may read the entry, or can when theirs begins."""
    readers = readers_by_link(session, line.case_id, line.organisation_id)
    return line.entry_id in open_to(session, line.case_id, readers).entries


def _release(session: Session, line: ReleaseLine) -> None:
    """Release it; a seat may have written down meanwhile that the source agreed."""
    actor = actor_of(session)
    released = {"entry_id": line.entry_id, "organisation_id": line.organisation_id}
    try:
        with session.begin_nested():
            session.add(EntryRelease(**released))
            session.flush()
    except IntegrityError:
        return
    session.add(ReleaseNote(**released, by_id=actor.user_id, at=actor.now))
    session.flush()
