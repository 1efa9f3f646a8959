"""By what key a reader knows the parties of a case."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models


def party_keys(session: Session, case_id: UUID) -> dict[UUID, str]:
    """Return the parties that exist for the reader, each with the key to call it by.

    A key from a bundle may well be somebody's first name: who may not know a party by name gets its id instead.
    """
    statement = (
        select(models.Party.id, models.Party.key, models.Person.id)
        .outerjoin(models.Person, models.Person.id == models.Party.person_id)
        .where(models.Party.case_id == case_id)
    )
    return {
        party_id: str(party_id) if key is None or person_id is None else key
        for party_id, key, person_id in session.execute(statement)
    }
