"""An entry on its way to or from the database: what a bundle says about it, with ids for keys."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from caseflow.casefile.audience import Disclosure, Release
from caseflow.casefile.kinds import KIND_OF, Data
from caseflow.casefile.members import NOT_IN_BUNDLE, organisation, party, user
from caseflow.models.vocabulary import Category, Certainty, EntryKind, Onward


@dataclass(frozen=True, kw_only=True)
class EntryDraft:
    """Everything that the file says in one entry. `data` decides the kind.

    Author and source are None only on what was loaded for a reader from whom they are withheld. `disclosed_to` holds
    who may read a protected entry without an end; who has one stands in `disclosures`, as far as seats load it.
    """

    key: str | None = None
    occurred_at: datetime
    recorded_at: datetime
    author_id: UUID | None = field(metadata=user("author"))
    source_id: UUID | None = field(metadata=organisation("source"))
    source_confidential: bool = False
    category: Category
    concerns: tuple[UUID, ...] = field(metadata=party("concerns"))
    certainty: Certainty | None = None
    directors_only: bool = False
    protected: bool = False
    disclosed_to: tuple[UUID, ...] = field(default=(), metadata=user("disclosed_to"))
    onward: Onward = Onward.FREE
    released_to: tuple[UUID, ...] = field(default=(), metadata=organisation("released_to"))
    disclosures: tuple[Disclosure, ...] = ()
    releases: tuple[Release, ...] = ()
    body: str | None = None
    statement: str | None = None
    data: Data = field(metadata=NOT_IN_BUNDLE)

    @property
    def kind(self) -> EntryKind:
        """The kind of entry."""
        return KIND_OF[type(self.data)]

    def told_at(self, now: datetime) -> tuple[UUID, ...]:
        """Return who may read it by name at a moment, as far as that was loaded."""
        running = (one.user_id for one in self.disclosures if one.runs_at(now))
        return tuple(dict.fromkeys((*self.disclosed_to, *running)))

    @property
    def is_sealed(self) -> bool:
        """Whether its texts may not stand in plain: whereabouts, and whatever is protected."""
        return self.protected or self.category is Category.WHEREABOUTS
