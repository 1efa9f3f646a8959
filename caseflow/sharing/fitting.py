"""What fits a kind of organisation: lawful bases, and the scope that is usual. Both stand in tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from caseflow.access.asking import ADULT_AT, years_before
from caseflow.access.guard import actor_of
from caseflow.cases.queries import PartyLine
from caseflow.clock import local_date
from caseflow.models import BasisRule, Organisation, UsualCell, UsualReason
from caseflow.models.vocabulary import (
    Basis,
    Category,
    OrganisationKind,
    PartyGroup,
    PartyRoleKind,
    WgsParticipant,
)
from caseflow.sharing.queries import Scope

CHILD_ROLES = frozenset({PartyRoleKind.CHILD_DIRECT_VICTIM, PartyRoleKind.CHILD_WITNESS})
"""Who is a child where no birth date is known."""


@dataclass(frozen=True)
class Fitting:
    """A basis that fits an organisation: where it stands in the law, and which data it carries."""

    basis: Basis
    article: str
    carries_health: bool
    carries_justice: bool
    needs_consent: bool


@dataclass(frozen=True)
class Kind:
    """An organisation as what fits is asked of it."""

    id: UUID
    name: str
    kind: OrganisationKind
    wgs: WgsParticipant | None


@dataclass(frozen=True)
class Usual:
    """Which cells are usual, and why, in Dutch and in English."""

    cells: frozenset[tuple[PartyGroup, Category]]
    why_nl: str
    why_en: str

    def scope(self, parties: Iterable[PartyLine], today: date) -> Scope:
        """Return the cells that it opens about these parties."""
        return frozenset(
            (party.id, category)
            for party in parties
            for whom, category in self.cells
            if whom is PartyGroup.EVERYONE or (whom is PartyGroup.CHILDREN) is is_child(party, today)
        )


NOTHING_USUAL = Usual(frozenset(), "", "")
KIND = select(Organisation.id, Organisation.name, Organisation.kind, Organisation.wgs_participant).where(
    Organisation.id == bindparam("organisation_id")
)
FITTING = select(
    BasisRule.basis,
    BasisRule.article,
    BasisRule.carries_health,
    BasisRule.carries_justice,
    BasisRule.needs_consent,
).where(BasisRule.kind == bindparam("kind"))
USUAL = (
    select(UsualReason.why_nl, UsualReason.why_en, UsualCell.whom, UsualCell.category)
    .outerjoin(UsualCell, UsualCell.kind == UsualReason.kind)
    .where(UsualReason.kind == bindparam("kind"))
)


def kind_of(session: Session, organisation_id: UUID) -> Kind | None:
    """Return what kind an organisation is, or nothing when there is none."""
    row = session.execute(KIND, {"organisation_id": organisation_id}).one_or_none()
    return None if row is None else Kind(*row)


def bases_for(session: Session, organisation: Kind) -> dict[Basis, Fitting]:
    """Return the bases that fit an organisation, in the order of the vocabulary.

    Sharing under the Wgs is for participants (art. 2.27): what the directory says of the organisation itself goes
    before what is so for most of its kind.
    """
    rows = {row.basis: Fitting(*row) for row in session.execute(FITTING, {"kind": organisation.kind})}
    if organisation.wgs is WgsParticipant.NO:
        rows.pop(Basis.WGS_2_29, None)
    return {basis: rows[basis] for basis in Basis if basis in rows}


def needs_consent(basis: Basis, fitting: Fitting | None) -> bool:
    """Whether a basis needs the consent of whom it is about; one that is on no list does when it is consent itself."""
    return basis is Basis.CONSENT if fitting is None else fitting.needs_consent


def usual_for(session: Session, organisation: Kind) -> Usual:
    """Return the scope that is usual for an organisation."""
    rows = session.execute(USUAL, {"kind": organisation.kind}).all()
    if not rows:
        return NOTHING_USUAL
    cells = frozenset((row.whom, row.category) for row in rows if row.whom is not None)
    return Usual(cells, rows[0].why_nl, rows[0].why_en)


def usual_scope(session: Session, organisation: Kind, parties: Iterable[PartyLine]) -> Scope:
    """Return the cells that are usual for an organisation in a case with these parties."""
    return usual_for(session, organisation).scope(parties, local_date(actor_of(session).now))


def is_child(party: PartyLine, today: date) -> bool:
    """Whether somebody is under eighteen: by the birth date, and where that is not known by the role."""
    if party.born_on is not None:
        return party.born_on > years_before(today, ADULT_AT)
    return any(line.role in CHILD_ROLES and line.runs_on(today) for line in party.roles)
