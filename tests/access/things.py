"""What a world consists of: plain dataclasses that say nothing about who may see what."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class User:
    id: UUID
    organisation: UUID
    team: UUID | None
    roles: frozenset[str]


@dataclass(frozen=True)
class Period:
    """Somebody stands in from a moment (included) until a moment (excluded)."""

    id: UUID
    user: UUID
    from_at: datetime
    until_at: datetime


@dataclass(frozen=True)
class Exclusion:
    """From (included; always, when absent) until (excluded; open, when absent)."""

    id: UUID
    user: UUID
    from_at: datetime | None
    until_at: datetime | None = None


@dataclass(frozen=True)
class OfPerson(Exclusion):
    """The same, about a person: a user who may know nothing of them, or whose account is theirs."""

    person: UUID | None = None


@dataclass(frozen=True)
class BreakGlass(Period):
    """A user read the case in an emergency."""


@dataclass(frozen=True)
class Disclosure(Exclusion):
    """A user may read a protected entry, from and until as above, unless revoked before."""

    revoked_at: datetime | None = None


@dataclass(frozen=True)
class Party:
    id: UUID
    person: UUID


@dataclass(frozen=True)
class Relationship:
    id: UUID
    one: UUID
    other: UUID
    kind: str


@dataclass(frozen=True)
class Consent:
    """Somebody agreed, from (included) until (excluded), unless withdrawn before."""

    id: UUID
    party: UUID
    organisation: UUID
    categories: frozenset[str]
    from_at: datetime
    until_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class Link:
    id: UUID
    organisation: UUID
    professionals: frozenset[UUID]
    cells: frozenset[tuple[UUID, str]]
    from_at: datetime
    until_at: datetime
    revoked_at: datetime | None
    may_contribute: bool
    rests_on: tuple[tuple[tuple[UUID, str], UUID], ...] = ()
    """Which cells rest on which consent; the others rest on none."""


@dataclass(frozen=True)
class ReleaseRequest:
    """Somebody at the source was asked to let an entry travel to an organisation."""

    id: UUID
    organisation: UUID
    asked: UUID
    asked_at: datetime


@dataclass(frozen=True)
class InfoRequest:
    """A partner asks about a person, in a case or of an organisation; or a seat asks a professional by name."""

    id: UUID
    asked_by: UUID
    organisation: UUID
    asked: UUID | None
    case: UUID | None
    place: UUID | None
    """At which case it lies, where it names a person."""
    parties: frozenset[UUID]
    outcome: str | None
    asked_at: datetime

    @property
    def names_a_person(self) -> bool:
        return self.case is None


@dataclass(frozen=True)
class Entry:
    id: UUID
    kind: str
    category: str
    concerns: frozenset[UUID]
    occurred_at: datetime
    recorded_at: datetime
    author: UUID
    source: UUID
    directors_only: bool
    protected: bool
    onward: str
    source_confidential: bool
    disclosures: tuple[Disclosure, ...]
    released_to: frozenset[UUID]
    held: tuple[bool, ...] = ()
    """Whether each checked version was held back for protected words; the last one counts."""
    release_requests: tuple[ReleaseRequest, ...] = ()


@dataclass(frozen=True)
class Milestone:
    id: UUID
    owner: UUID | None


@dataclass(frozen=True)
class Case:
    id: UUID
    organisation: UUID
    team: UUID
    director: UUID
    deputies: tuple[Period, ...]
    exclusions: tuple[Exclusion, ...]
    parties: tuple[Party, ...]
    relationships: tuple[Relationship, ...]
    links: tuple[Link, ...]
    entries: tuple[Entry, ...]
    milestones: tuple[Milestone, ...]
    broken_glass: tuple[BreakGlass, ...] = ()
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True)
class World:
    organisations: tuple[UUID, ...]
    teams: tuple[tuple[UUID, UUID], ...]
    """A team and its organisation."""
    users: tuple[User, ...]
    persons: tuple[UUID, ...]
    cases: tuple[Case, ...]
    person_exclusions: tuple[OfPerson, ...] = ()
    person_ties: tuple[OfPerson, ...] = ()
    info_requests: tuple[InfoRequest, ...] = ()

    def _repr_pretty_(self, printer, _cycle) -> None:
        """Say less than everything: hypothesis warns of values that take pages to print."""
        printer.text(f"<World of {len(self.cases)} cases>")
