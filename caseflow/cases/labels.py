"""Letters by which a link knows parties without a name."""

import secrets
from collections.abc import Collection, Iterable
from string import ascii_uppercase
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from caseflow import models


def assign_labels(session: Session, link_id: UUID, party_ids: Iterable[UUID]) -> None:
    """Give each party that has none yet a letter under a link; a letter once given stays.

    For a seat, or the system: who does not see all letters of a link could give one out twice.
    """
    label = models.PartyLabel
    statement = select(label.party_id, label.letter).where(label.link_id == link_id)
    given = {row.party_id: row.letter for row in session.execute(statement)}
    fresh = [party_id for party_id in dict.fromkeys(party_ids) if party_id not in given]
    if fresh:
        session.execute(insert(label), label_rows(link_id, fresh, given.values()))


def label_rows(
    link_id: UUID, party_ids: Collection[UUID], taken: Collection[str] = ()
) -> list[dict[str, UUID | str]]:
    """Draw a free letter for each party, at random, so that letters tell neither numbers nor order nor gaps."""
    rows: list[dict[str, UUID | str]] = []
    free = _free(len(party_ids), set(taken))
    for party_id in party_ids:
        letter = secrets.choice(free)
        free.remove(letter)
        rows.append({"link_id": link_id, "party_id": party_id, "letter": letter})
    return rows


def _free(wanted: int, taken: set[str]) -> list[str]:
    """Return the free letters of as many rounds (A to Z, AA to ZZ, ...) as are needed."""
    free: list[str] = []
    times = 0
    while len(free) < wanted:
        times += 1
        free += [letter * times for letter in ascii_uppercase if letter * times not in taken]
    return free
