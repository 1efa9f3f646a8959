"""The people at work in a synthetic region: a municipality with teams of directors, and partner organisations."""

from dataclasses import dataclass
from uuid import UUID

from caseflow import models
from caseflow.casefile.rows import PlacedRow
from caseflow.models.vocabulary import OrganisationKind, Role
from caseflow.seeding.chance import Chance
from caseflow.seeding.words import FIRST_NAMES, LAST_NAMES

CASES_PER_DIRECTOR = 40
DIRECTORS_PER_TEAM = 5
PROFESSIONALS_PER_PARTNER = 25
CASES_PER_PARTNER = 500
"""How large a region gets with its number of cases: a professional then has about as many cases as a director."""

PARTNER_KINDS = (
    OrganisationKind.VEILIG_THUIS,
    OrganisationKind.POLICE,
    OrganisationKind.SCHOOL,
    OrganisationKind.PROBATION,
    OrganisationKind.MENTAL_HEALTH,
    OrganisationKind.WOMENS_SHELTER,
    OrganisationKind.DEBT_HELP,
    OrganisationKind.YOUTH_CARE,
)


@dataclass(frozen=True)
class Partner:
    """A partner organisation and who works there."""

    id: UUID
    kind: OrganisationKind
    user_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class TeamOf:
    """A team, its lead and its directors."""

    id: UUID
    lead_id: UUID
    director_ids: tuple[UUID, ...]


class Region:
    """Draws the directory; `rows` holds it until it is written."""

    def __init__(self, chance: Chance, cases: int) -> None:
        self.chance = chance
        self.rows: list[PlacedRow] = []
        self.municipality_id = self._organisation("Gemeente Zuiderveen", OrganisationKind.MUNICIPALITY)
        directors = max(cases // CASES_PER_DIRECTOR, 1)
        self.teams = tuple(self._team(number) for number in range(-(-directors // DIRECTORS_PER_TEAM)))
        self.partners = tuple(self._partner(number) for number in range(max(cases // CASES_PER_PARTNER, 8)))

    def _organisation(self, name: str, kind: OrganisationKind) -> UUID:
        organisation_id = self.chance.id()
        row = {"id": organisation_id, "key": f"o-{organisation_id.hex[:12]}", "name": name, "kind": kind}
        self.rows.append((models.Organisation, row | {"wgs_participant": None}))
        return organisation_id

    def _team(self, number: int) -> TeamOf:
        team_id = self.chance.id()
        row = {"id": team_id, "key": f"t-{number}", "organisation_id": self.municipality_id}
        self.rows.append((models.Team, row | {"name": f"Casusregie {number + 1}"}))
        lead = self._user(self.municipality_id, Role.TEAM_LEAD, team_id)
        directors = [
            self._user(self.municipality_id, Role.CASE_DIRECTOR, team_id) for _ in range(DIRECTORS_PER_TEAM)
        ]
        return TeamOf(team_id, lead, tuple(directors))

    def _partner(self, number: int) -> Partner:
        kind = PARTNER_KINDS[number % len(PARTNER_KINDS)]
        organisation_id = self._organisation(f"Partner {number + 1}", kind)
        users = [self._user(organisation_id, Role.PARTNER, None) for _ in range(PROFESSIONALS_PER_PARTNER)]
        return Partner(organisation_id, kind, tuple(users))

    def _user(self, organisation_id: UUID, role: Role, team_id: UUID | None) -> UUID:
        user_id = self.chance.id()
        name = f"{self.chance.one(FIRST_NAMES)} {self.chance.one(LAST_NAMES)}"
        row = {"id": user_id, "key": f"u-{user_id.hex[:12]}", "email": f"{user_id.hex[:12]}@seed.example"}
        more = {"name": name, "organisation_id": organisation_id, "team_id": team_id}
        self.rows.append((models.User, row | more | {"locale": None, "deactivated_at": None}))
        self.rows.append((models.UserRole, {"user_id": user_id, "role": role}))
        return user_id
