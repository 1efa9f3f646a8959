"""Who is asking, and when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.models.vocabulary import Role


@dataclass(frozen=True)
class Actor:
    """A user at one moment. Every rule is asked of an actor, and an actor never changes within a session."""

    user_id: UUID
    organisation_id: UUID
    team_id: UUID | None
    roles: frozenset[Role]
    now: datetime

    def has(self, *roles: Role) -> bool:
        """Whether the actor holds one of these roles. Roles open rooms; what is in them is for the rules to say."""
        return not self.roles.isdisjoint(roles)
