"""What can be looked up about a case: its head, and the parties in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.named import about, about_own
from caseflow.access.seated import SEAT, WITH_SEATS, seat_taken
from caseflow.access.shown import (
    case_status,
    contact_point_id,
    current_phase,
    open_until,
    organisation_name,
    party_is_child,
    user_name,
)
from caseflow.audit import reads
from caseflow.models import Case, Link, Party, PartyLabel, PartyRole, Person
from caseflow.models.vocabulary import Gender, PartyRoleKind, Phase


@dataclass(frozen=True)
class CaseHead:
    """What everyone who may know of the case may know of it."""

    id: UUID
    reference: str
    opened_on: date
    status: str
    phase: Phase | None
    director_id: UUID
    director: str
    contact_point_id: UUID
    contact_point: str
    organisation_id: UUID
    organisation: str
    team_id: UUID
    seated: bool
    open_until: datetime | None
    """Until when the reader has it by break-glass, if they do."""

    @property
    def is_closed(self) -> bool:
        """Whether direction ended."""
        return self.status == "closed"


@dataclass(frozen=True)
class RoleLine:
    """A role that a party has in the case, between its days."""

    id: UUID
    role: PartyRoleKind
    from_on: date | None
    until_on: date | None
    source: str | None

    def runs_on(self, day: date) -> bool:
        """Whether the role had begun and not ended by a day."""
        has_begun = self.from_on is None or self.from_on <= day
        return has_begun and (self.until_on is None or self.until_on > day)


@dataclass(frozen=True)
class PartyLine:
    """A party: by name where the reader may know it, else by a letter and adult or child."""

    id: UUID
    key: str | None
    person_id: UUID | None
    name: str | None
    is_child: bool
    born_on: date | None
    died_on: date | None
    gender: Gender | None
    letter: str | None
    roles: tuple[RoleLine, ...]

    def age_on(self, day: date) -> int | None:
        """Return the age in whole years on a day, or at death."""
        if self.born_on is None:
            return None
        last = day if self.died_on is None else min(day, self.died_on)
        return (
            last.year - self.born_on.year - ((last.month, last.day) < (self.born_on.month, self.born_on.day))
        )


RANKS: tuple[frozenset[PartyRoleKind], ...] = (
    frozenset({PartyRoleKind.VICTIM, PartyRoleKind.PERPETRATOR, PartyRoleKind.MUTUAL}),
    frozenset({PartyRoleKind.CHILD_DIRECT_VICTIM, PartyRoleKind.CHILD_WITNESS}),
    frozenset(),
)
"""The order in which people are named: whom the violence is between, the children, everybody else."""

HEAD = select(
    Case.id,
    Case.reference,
    Case.opened_on,
    case_status().label("status"),
    current_phase().label("phase"),
    Case.director_id,
    user_name(Case.__table__.c.director_id).label("director"),
    contact_point_id().label("contact_point_id"),
    user_name(contact_point_id()).label("contact_point"),
    Case.organisation_id,
    organisation_name(Case.__table__.c.organisation_id).label("organisation"),
    Case.team_id,
    SEAT,
    seat_taken(Case.__table__.c.id).label("seat_taken"),
    open_until().label("open_until"),
).where(Case.reference == bindparam("reference"))

PARTIES = (
    select(
        Party.id,
        Party.key,
        Person.id.label("person_id"),
        Person.name,
        party_is_child(Party.__table__.c.person_id).label("is_child"),
        Person.born_on,
        Person.died_on,
        Person.gender,
        PartyRole.id.label("role_id"),
        PartyRole.role,
        PartyRole.from_on,
        PartyRole.until_on,
        organisation_name(PartyRole.__table__.c.source_id).label("source"),
    )
    .outerjoin(Person, Person.id == Party.person_id)
    .outerjoin(PartyRole, PartyRole.party_id == Party.id)
    .where(Party.case_id == bindparam("case_id"))
    .order_by(PartyRole.from_on, PartyRole.role)
)

LETTERS = (
    select(PartyLabel.party_id, PartyLabel.letter)
    .join(Link, Link.id == PartyLabel.link_id)
    .where(Link.case_id == bindparam("case_id"))
    .order_by(Link.from_at.desc(), Link.id.desc())
)


def get_case(session: Session, reference: str) -> CaseHead | None:
    """Return the head of a case, or nothing when there is none or it does not exist for who asks."""
    row = session.execute(HEAD, {"reference": reference}, execution_options=WITH_SEATS).one_or_none()
    if row is None:
        return None
    found = row._asdict()
    phase, seat, _taken = (found.pop(name) for name in ("phase", "seat", "seat_taken"))
    reads.saw_part(session, row.id)
    return CaseHead(**found, phase=None if phase is None else Phase(phase), seated=seat is not None)


def parties_of(session: Session, case_id: UUID) -> list[PartyLine]:
    """Return the parties of a case: by name whom the violence is between, then the children, then the others."""
    rows: Sequence[Any] = session.execute(
        PARTIES, {"case_id": case_id}, execution_options=about_own(session, case_id)
    ).all()
    letters = _letters(session, case_id) if any(row.name is None for row in rows) else {}
    roles: dict[UUID, list[RoleLine]] = {}
    about: dict[UUID, Any] = {}
    for row in rows:
        about[row.id] = row
        if row.role_id is not None:
            roles.setdefault(row.id, []).append(RoleLine(*row[8:]))
    lines = []
    for party_id, known in about.items():
        letter = letters.get(party_id) if known.name is None else None
        fields: tuple[Any, ...] = (*known[:8], letter, tuple(roles.get(party_id, ())))
        lines.append(PartyLine(*fields))
    reads.saw_part(session, case_id, party_ids=about)
    return sorted(lines, key=_order)


def _order(line: PartyLine) -> tuple[int, date, str, str]:
    """Put the unnamed last, by letter alone, so that their place tells nothing about age or role."""
    if line.name is None:
        return (len(RANKS), date.max, line.letter or "", str(line.id))
    held = {role.role for role in line.roles}
    rank = next((place for place, roles in enumerate(RANKS) if held & roles), len(RANKS) - 1)
    return (rank, line.born_on or date.max, line.name, str(line.id))


def _letters(session: Session, case_id: UUID) -> dict[UUID, str]:
    """Return the letter of each party by the reader's links; by the earliest where there are several."""
    rows = session.execute(LETTERS, {"case_id": case_id}, execution_options=about(case_id))
    return {row.party_id: row.letter for row in rows}
