"""What must be answered before a link is saved: it follows from what it would open, on what ground, and to whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from caseflow.access.guard import actor_of
from caseflow.access.shown import organisation_name
from caseflow.cases.linked import NOT_OVER
from caseflow.clock import local_date
from caseflow.models import Entry, EntryConcern, EntryOrigin, EntryRelease, Link, Organisation, User
from caseflow.models.vocabulary import (
    Basis,
    Category,
    EntryKind,
    LinkWarning,
    Onward,
    OrganisationKind,
    WgsParticipant,
)
from caseflow.sharing.agreements import has_agreement
from caseflow.sharing.fitting import Fitting, Kind, bases_for, kind_of, needs_consent
from caseflow.sharing.queries import Scope
from caseflow.sharing.resting import covered_by, resting_on, without_consent

HEALTH = frozenset({Category.HEALTH, Category.ADDICTION})
"""Data about health. Source: GDPR, article 9."""
JUSTICE = frozenset({Category.JUSTICE})
"""Data of a criminal nature. Source: GDPR, article 10."""


@dataclass(frozen=True)
class Proposed:
    """What a link would be, as far as the warnings look at it."""

    organisation_id: UUID
    basis: Basis
    scope: Scope
    from_on: date
    consent_ids: frozenset[UUID] = frozenset()
    link_id: UUID | None = None
    """The link that it is to become of, when there is one."""
    opens_the_same: bool = False
    """Whether it opens what it opened, on the same ground: then only what stands around it is asked about."""


@dataclass(frozen=True)
class HeldEntry:
    """An entry that the scope opens, and that does not travel because its source has not released it."""

    id: UUID
    kind: EntryKind
    occurred_at: datetime
    source: str


@dataclass(frozen=True)
class Warned:
    """A warning, with the entries, the cells or the other organisations that it is about, where it is about some."""

    kind: LinkWarning
    entries: tuple[HeldEntry, ...] = ()
    cells: Scope = frozenset()
    organisations: tuple[str, ...] = ()


def warnings_of(session: Session, case_id: UUID, proposed: Proposed) -> tuple[Warned, ...]:
    """Return what must be answered before a link may be as proposed. For seats.

    Raises:
        RefusedError: it is to rest on a consent that does not hold.
    """
    organisation = kind_of(session, proposed.organisation_id)
    if organisation is None:
        return ()
    around = [*_about_agreement(session, organisation, proposed.from_on)]
    if proposed.opens_the_same:
        return tuple(around)
    fitting = bases_for(session, organisation).get(proposed.basis)
    found = [Warned(kind) for kind in _about_basis(proposed, fitting)]
    if needs_consent(proposed.basis, fitting):
        found += _about_consent(session, case_id, proposed)
    found += _about_wgs(session, case_id, proposed.basis, organisation)
    held = _held(session, case_id, proposed)
    return (*found, *([Warned(LinkWarning.HELD_BY_SOURCE, held)] if held else []), *around)


def _about_basis(proposed: Proposed, fitting: Fitting | None) -> Iterable[LinkWarning]:
    """Compare what is opened with what the basis carries; one that is on no list carries nothing by itself."""
    opened = {category for _party_id, category in proposed.scope}
    if opened & HEALTH and not (fitting and fitting.carries_health):
        yield LinkWarning.BASIS_HEALTH
    if opened & JUSTICE and not (fitting and fitting.carries_justice):
        yield LinkWarning.BASIS_JUSTICE


def _about_consent(session: Session, case_id: UUID, proposed: Proposed) -> Iterable[Warned]:
    """Look for what would open without a recorded consent; what rested on one that is over opens nothing."""
    covered = covered_by(session, case_id, proposed.organisation_id, proposed.consent_ids)
    resting = {} if proposed.link_id is None else resting_on(session, proposed.link_id)
    bare = without_consent(proposed.scope, covered, resting)
    if bare:
        yield Warned(LinkWarning.CONSENT, cells=bare)


def _about_agreement(session: Session, organisation: Kind, day: date) -> Iterable[Warned]:
    """Look for an agreement with the organisation that is in force when the link begins, or now."""
    if not has_agreement(session, organisation.id, max(day, local_date(actor_of(session).now))):
        yield Warned(LinkWarning.NO_AGREEMENT)


PARTICIPANTS = frozenset({WgsParticipant.LID_1, WgsParticipant.LID_2})
"""Who takes part in a safety house. Source: Wgs, article 2.27."""
_OTHERS = (
    select(Organisation.name)
    .join(Link, Link.organisation_id == Organisation.id)
    .where(
        Link.case_id == bindparam("case_id"),
        Link.organisation_id != bindparam("organisation_id"),
        NOT_OVER,
    )
)
OTHERS_UNDER_THE_WGS = _OTHERS.where(
    or_(Link.basis == Basis.WGS_2_29, Organisation.kind == OrganisationKind.SAFETY_HOUSE)
).limit(1)
"""Whether the case is shared under the Wgs with somebody else, now or later."""
OTHERS_OUTSIDE_THE_WGS = (
    _OTHERS.where(func.coalesce(Organisation.wgs_participant, WgsParticipant.NO).not_in(PARTICIPANTS))
    .distinct()
    .order_by(Organisation.name)
)
"""With whom else the case is shared, now or later, who is not known to take part in the Wgs."""


def _about_wgs(session: Session, case_id: UUID, basis: Basis, organisation: Kind) -> Iterable[Warned]:
    """Look for who is not known to take part in the Wgs while the case is shared under it; in whichever order."""
    asked = {"case_id": case_id, "organisation_id": organisation.id}
    if organisation.wgs not in PARTICIPANTS and (
        basis is Basis.WGS_2_29 or session.scalars(OTHERS_UNDER_THE_WGS, asked).first() is not None
    ):
        yield Warned(LinkWarning.OUTSIDE_WGS)
    elif basis is Basis.WGS_2_29 or organisation.kind is OrganisationKind.SAFETY_HOUSE:
        outside = tuple(session.scalars(OTHERS_OUTSIDE_THE_WGS, asked))
        if outside:
            yield Warned(LinkWarning.OUTSIDE_WGS, organisations=outside)


def _held_statement() -> Select[Any]:
    released = select(EntryRelease.entry_id).where(
        EntryRelease.organisation_id == bindparam("organisation_id")
    )
    return (
        select(
            Entry.id,
            Entry.kind,
            Entry.category,
            Entry.occurred_at,
            organisation_name(EntryOrigin.__table__.c.source_id).label("source"),
            EntryConcern.party_id,
        )
        .join(EntryConcern, EntryConcern.entry_id == Entry.id)
        .join(EntryOrigin, EntryOrigin.entry_id == Entry.id)
        .join(User, User.id == EntryOrigin.author_id)
        .where(
            Entry.case_id == bindparam("case_id"),
            Entry.onward != Onward.FREE,
            Entry.directors_only.is_(False),
            Entry.protected.is_(False),
            EntryOrigin.source_id != bindparam("organisation_id"),
            User.organisation_id != bindparam("organisation_id"),
            Entry.id.not_in(released),
        )
        .order_by(Entry.occurred_at, Entry.id)
    )


HELD = _held_statement()
"""Entries that travel to an organisation only when their source releases them."""


def _held(session: Session, case_id: UUID, proposed: Proposed) -> tuple[HeldEntry, ...]:
    asked = {"case_id": case_id, "organisation_id": proposed.organisation_id}
    entries: dict[UUID, HeldEntry] = {}
    closed: set[UUID] = set()
    for row in session.execute(HELD, asked):
        entries[row.id] = HeldEntry(row.id, row.kind, row.occurred_at, row.source)
        if (row.party_id, row.category) not in proposed.scope:
            closed.add(row.id)
    return tuple(entry for entry_id, entry in entries.items() if entry_id not in closed)
