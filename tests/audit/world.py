"""A small office in which somebody reads and writes: two users, two cases."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access.actor import Actor
from caseflow.models.vocabulary import OrganisationKind, Role

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)


class Office:
    """An organisation with a director who has cases and a privacy officer."""

    def __init__(self, session: Session) -> None:
        self.organisation_id, self.team_id = uuid4(), uuid4()
        self.director_id, self.officer_id = uuid4(), uuid4()
        session.add(
            models.Organisation(
                id=self.organisation_id, key="o", name="Regie", kind=OrganisationKind.MUNICIPALITY
            )
        )
        session.flush()
        session.add(models.Team(id=self.team_id, key="t", organisation_id=self.organisation_id, name="Team"))
        session.flush()
        self.session = session
        self._user(self.director_id, "Dirk")
        self._user(self.officer_id, "Fenna")
        self.case_ids = [self._case("A-1"), self._case("A-2")]
        session.flush()

    def director(self) -> Actor:
        return self._actor(self.director_id, Role.CASE_DIRECTOR)

    def officer(self) -> Actor:
        return self._actor(self.officer_id, Role.PRIVACY_OFFICER)

    def _actor(self, user_id: UUID, role: Role) -> Actor:
        return Actor(user_id, self.organisation_id, None, frozenset([role]), NOW)

    def _user(self, user_id: UUID, name: str) -> None:
        self.session.add(
            models.User(
                id=user_id,
                key=name,
                email=f"{name.lower()}@example.org",
                name=name,
                organisation_id=self.organisation_id,
            )
        )
        self.session.flush()

    def _case(self, reference: str) -> UUID:
        case_id = uuid4()
        self.session.add(
            models.Case(
                id=case_id,
                reference=reference,
                organisation_id=self.organisation_id,
                team_id=self.team_id,
                director_id=self.director_id,
                opened_on=date(2024, 1, 1),
            )
        )
        return case_id
