"""For whom a case does not exist: by the case itself, by somebody who is in it, and by who they are themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from caseflow.db import Base, Identified
from caseflow.models.columns import CaseKey, pointer


class Exclusion(Identified, Base):
    """A user for whom a case does not exist, from (included) until (excluded); always, where these are absent."""

    __tablename__ = "exclusion"
    case_id: Mapped[CaseKey]
    user_id: Mapped[UUID] = pointer("user.id")
    reason: Mapped[str]
    from_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]


class PersonExclusion(Identified, Base):
    """A user for whom no case exists that this person is a party of, now or later; from and until as above.

    The cases are found while they are asked for: nothing is copied when somebody joins a case. It is copied to other
    records of the same person, by full name and birth date; the id of a copy is made from what it came of.
    """

    __tablename__ = "person_exclusion"
    person_id: Mapped[UUID] = pointer("person.id")
    user_id: Mapped[UUID] = pointer("user.id")
    reason: Mapped[str]
    set_by_id: Mapped[UUID | None] = pointer("user.id")
    from_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]


class PersonTie(Identified, Base):
    """Whose account it is, when they are a person in the files themselves: no case of that person exists for them."""

    __tablename__ = "person_tie"
    user_id: Mapped[UUID] = pointer("user.id")
    person_id: Mapped[UUID] = pointer("person.id")
    reason: Mapped[str | None]
    set_by_id: Mapped[UUID | None] = pointer("user.id")
    from_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]
