"""To whom an entry was disclosed and released, by whom, why and for how long: what only seats read of it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from caseflow.casefile.members import member, organisation, user


@dataclass(frozen=True, kw_only=True)
class Disclosure:
    """A protected fact was disclosed to somebody, from (included) until (excluded), unless revoked before."""

    user_id: UUID = field(metadata=user("user"))
    reason: str | None = None
    by_id: UUID | None = field(default=None, metadata=user("disclosed_by"))
    from_at: datetime | None = field(default=None, metadata=member("from"))
    until_at: datetime | None = field(metadata=member("until"))
    """None only on what was taken in without an end."""
    revoked_at: datetime | None = None
    revoked_because: str | None = None

    def runs_at(self, now: datetime) -> bool:
        """Whether it holds at a moment."""
        begun = self.from_at is None or self.from_at <= now
        return begun and self.revoked_at is None and (self.until_at is None or self.until_at > now)


@dataclass(frozen=True, kw_only=True)
class Release:
    """The source agreed that an organisation reads the entry: who wrote that down, and when."""

    organisation_id: UUID = field(metadata=organisation("organisation"))
    by_id: UUID | None = field(default=None, metadata=user("released_by"))
    at: datetime
