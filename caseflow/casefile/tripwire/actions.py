"""What a seat can do about an entry that stands and holds protected words."""

from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.access.check import Act, ForbiddenError, require
from caseflow.access.guard import actor_of
from caseflow.access.protected import partners_read
from caseflow.audit.trail import record
from caseflow.casefile.actions import edit_entry
from caseflow.casefile.portrait import portray_these
from caseflow.casefile.problems import Problem, RefusedEntryError
from caseflow.casefile.tripwire.settling import Settling, settled
from caseflow.cases.queries import CaseHead
from caseflow.cases.refusals import same_version
from caseflow.models import Entry, WordCheck


def settle_entry(  # noqa: PLR0913 - keywords beyond the first three
    session: Session,
    case: CaseHead,
    entry_id: UUID,
    *,
    how: Settling,
    shown_version: int,
    reason: str | None,
    instead: str,
) -> None:
    """Do one of the things that can be done; what the entry said before is kept for directors.

    Raises:
        ForbiddenError: the actor holds no seat, or there is no such entry.
        EditConflictError: somebody else changed it since it was shown.
        RefusedEntryError: what comes of it does not meet the rules, or a partner could read the words at once.
    """
    require(session, Act.FACT_DISCLOSE, case.id)
    found = portray_these(session, case.id, [entry_id]).entries.get(entry_id)
    if found is None:
        raise ForbiddenError(Act.ENTRY_EDIT)
    same_version(found.version, shown_version)
    if how in {Settling.ALLOWED, Settling.HELD_BACK}:
        _decide(session, case.id, entry_id, how, reason)
        return
    draft = settled(session, case.id, found.draft, how, instead=instead, edited=entry_id)
    edit_entry(session, case, entry_id, draft, shown_version=shown_version)


def _decide(session: Session, case_id: UUID, entry_id: UUID, how: Settling, reason: str | None) -> None:
    """Let the entry go, or keep it back, and say why.

    Raises:
        RefusedEntryError: no reason was given, or a partner could read the words at once.
    """
    if not reason:
        raise RefusedEntryError([Problem("reason", "empty")])
    actor = actor_of(session)
    with session.begin_nested():
        check = _latest_check(session, entry_id)
        check.held = how is Settling.HELD_BACK
        check.decided_by_id, check.decided_at, check.reason = actor.user_id, actor.now, reason
        session.flush()
        if partners_read(session, case_id, entry_id):
            raise RefusedEntryError([Problem("words", "partners_read")])
    if how is Settling.ALLOWED:
        record(session, "words.allowed", case_id=case_id, entry_ids=[entry_id])
    else:
        record(session, "words.held_back", case_id=case_id, entry_ids=[entry_id])


def _latest_check(session: Session, entry_id: UUID) -> WordCheck:
    wanted = select(WordCheck).where(WordCheck.entry_id == entry_id).order_by(WordCheck.version.desc())
    check = session.scalars(wanted.limit(1)).first()
    if check is None:
        entry = session.get_one(Entry, entry_id)
        check = WordCheck(
            id=uuid4(),
            entry_id=entry_id,
            version=entry.version,
            checked_at=actor_of(session).now,
            held=False,
        )
        session.add(check)
    return check
