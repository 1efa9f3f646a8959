"""What becomes of a link: changed, renewed, narrowed, widened, revoked. Each is an act of its own, with a reason."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.audit.former import keeping
from caseflow.audit.trail import record
from caseflow.cases.refusals import RefusedError, saving
from caseflow.clock import local_date
from caseflow.models import Link
from caseflow.models.vocabulary import Basis, LinkAct
from caseflow.sharing import deeds
from caseflow.sharing.answers import Answer, answered, keep
from caseflow.sharing.checks import check_basis, check_scope, parties_in, to_change
from caseflow.sharing.ending import refuse_beyond_consent
from caseflow.sharing.fitting import bases_for, kind_of, needs_consent
from caseflow.sharing.leaks import refusing_leaks
from caseflow.sharing.moments import until_moment
from caseflow.sharing.placing import cells_of, explain, replace_people, replace_scope
from caseflow.sharing.queries import LinkLine, Scope
from caseflow.sharing.resting import rest
from caseflow.sharing.warnings import Proposed


@dataclass(frozen=True)
class Changed:
    """What is said about a link, seen from the version that was on the page: everything but its end and its scope."""

    version: int
    reason: str
    professional_ids: frozenset[UUID]
    purpose: str
    basis: Basis
    weighing: str | None
    may_contribute: bool
    answers: tuple[Answer, ...] = ()
    consent_ids: frozenset[UUID] = frozenset()

    act = LinkAct.CHANGED


@dataclass(frozen=True)
class Renewed:
    """A later end."""

    version: int
    reason: str
    until_on: date
    answers: tuple[Answer, ...] = ()
    consent_ids: frozenset[UUID] = frozenset()

    act = LinkAct.RENEWED


@dataclass(frozen=True)
class Narrowed:
    """An earlier end, and the cells that stay open."""

    version: int
    reason: str
    until_on: date
    scope: Scope
    answers: tuple[Answer, ...] = ()

    act = LinkAct.NARROWED


@dataclass(frozen=True)
class Widened:
    """The cells that are opened besides those that are open."""

    version: int
    reason: str
    scope: Scope
    answers: tuple[Answer, ...] = ()
    consent_ids: frozenset[UUID] = frozenset()

    act = LinkAct.WIDENED


Change = Changed | Renewed | Narrowed | Widened


def change_link(session: Session, case_id: UUID, link_id: UUID, change: Changed) -> None:
    """Say something else about a link: who reads along, what for, on what ground. Raises what `_do` raises."""
    record(session, "link.changed", case_id=case_id, party_ids=_do(session, case_id, link_id, change))


def renew_link(session: Session, case_id: UUID, link_id: UUID, change: Renewed) -> None:
    """Let a link run longer. Raises what `_do` raises."""
    record(session, "link.renewed", case_id=case_id, party_ids=_do(session, case_id, link_id, change))


def narrow_link(session: Session, case_id: UUID, link_id: UUID, change: Narrowed) -> None:
    """Let a link open less, or end earlier. Raises what `_do` raises."""
    record(session, "link.narrowed", case_id=case_id, party_ids=_do(session, case_id, link_id, change))


def widen_link(session: Session, case_id: UUID, link_id: UUID, change: Widened) -> None:
    """Let a link open more. Raises what `_do` raises."""
    record(session, "link.widened", case_id=case_id, party_ids=_do(session, case_id, link_id, change))


def _do(session: Session, case_id: UUID, link_id: UUID, change: Change) -> frozenset[UUID]:
    """Make of a link what was asked, keep what it said and opened before and why this was done; return about whom.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        LeaksError: it would open protected words to this organisation for the first time.
        RefusedError: the link is over, something cannot be, nothing would change, or a warning has no answer.
    """
    require(session, Act.LINK_SET, case_id)
    with saving(session):
        link = to_change(session, case_id, link_id, change.version, actor_of(session).now)
        before, basis = cells_of(session, link.id), link.basis
        deeds.note(session, link, change.act, change.reason)
        with _watched(session, link, change), _kept(session, link):
            _apply(session, link, change)
        after = cells_of(session, link.id)
        if not isinstance(change, Narrowed):
            same = isinstance(change, Changed) and link.basis == basis
            proposed = proposed_of(link, after, change.consent_ids, opens_the_same=same)
            keep(session, link, answered(session, case_id, proposed, change.answers))
    return parties_in(before | after)


def proposed_of(
    link: Link | LinkLine, scope: Scope, consent_ids: frozenset[UUID], *, opens_the_same: bool = False
) -> Proposed:
    """Return what a link is to be as the warnings look at it."""
    return Proposed(
        link.organisation_id,
        link.basis,
        scope,
        local_date(link.from_at),
        consent_ids,
        link.id,
        opens_the_same,
    )


def place_change(session: Session, case_id: UUID, link_id: UUID, change: Change) -> Link:
    """Make of a link what was asked without a word about it, only to be looked at.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: the link is over, something cannot be, or nothing would change.
    """
    require(session, Act.LINK_SET, case_id)
    link = to_change(session, case_id, link_id, change.version, actor_of(session).now)
    _apply(session, link, change)
    session.flush()
    return link


def revoke_link(session: Session, case_id: UUID, link_id: UUID, version: int, reason: str) -> None:
    """End a link now. What was read and written under it stays.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: the link is over.
    """
    require(session, Act.LINK_SET, case_id)
    now = actor_of(session).now
    with saving(session):
        link = to_change(session, case_id, link_id, version, now)
        deeds.note(session, link, LinkAct.REVOKED, reason)
        link.revoked_at = now
    record(session, "link.revoked", case_id=case_id, party_ids=parties_in(cells_of(session, link_id)))


def _watched(session: Session, link: Link, change: Change) -> AbstractContextManager[None]:
    """Narrowing opens nothing; everything else is held against the protected facts of the case."""
    if isinstance(change, Narrowed):
        return nullcontext()
    purpose = change.purpose if isinstance(change, Changed) else None
    return refusing_leaks(session, link.case_id, link.organisation_id, purpose)


@contextmanager
def _kept(session: Session, link: Link) -> Iterator[None]:
    with keeping(session, link):
        yield
        # Why, by whom and what is read stands in other rows: the version counts for them too.
        flag_modified(link, "basis")


def _apply(session: Session, link: Link, change: Change) -> None:
    match change:
        case Changed():
            _say(session, link, change)
        case Renewed():
            _renew(session, link, change)
        case Narrowed():
            _narrow(session, link, change)
        case Widened():
            _widen(session, link, change)


def _say(session: Session, link: Link, change: Changed) -> None:
    if change.basis != link.basis:
        check_basis(session, link.organisation_id, change.basis)
    replace_people(session, link, change.professional_ids)
    explain(session, link, change.purpose, change.weighing)
    basis, link.basis, link.may_contribute = link.basis, change.basis, change.may_contribute
    organisation = kind_of(session, link.organisation_id)
    fitting = None if organisation is None else bases_for(session, organisation).get(link.basis)
    freed = basis != link.basis and not needs_consent(link.basis, fitting)
    if rest(session, link, change.consent_ids, freed=freed) or basis != link.basis:
        refuse_beyond_consent(session, link, link.from_at, "consent_ids")


def _renew(session: Session, link: Link, change: Renewed) -> None:
    until_at = until_moment(change.until_on, link.until_at)
    if until_at <= max(actor_of(session).now, link.until_at):
        raise RefusedError("until_on", "not_later")
    before, link.until_at = link.until_at, until_at
    rest(session, link, change.consent_ids)
    refuse_beyond_consent(session, link, before)


def _narrow(session: Session, link: Link, change: Narrowed) -> None:
    before = cells_of(session, link.id)
    until_at = until_moment(change.until_on, link.until_at)
    if until_at <= max(actor_of(session).now, link.from_at):
        raise RefusedError("until_on", "over")
    if until_at > link.until_at:
        raise RefusedError("until_on", "later")
    if not change.scope:
        raise RefusedError("scope", "nothing_left")
    if not change.scope <= before:
        raise RefusedError("scope", "wider")
    if change.scope == before and until_at == link.until_at:
        raise RefusedError("scope", "nothing_less")
    replace_scope(session, link.id, before, change.scope)
    link.until_at = until_at


def _widen(session: Session, link: Link, change: Widened) -> None:
    before = cells_of(session, link.id)
    check_scope(session, link.case_id, change.scope)
    if change.scope <= before:
        raise RefusedError("scope", "nothing_more")
    replace_scope(session, link.id, before, before | change.scope)
    if rest(session, link, change.consent_ids):
        refuse_beyond_consent(session, link, link.from_at, "consent_ids")
