"""Letters by which an organisation knows parties of a case without a name."""

import secrets
from collections.abc import Collection, Iterable
from string import ascii_uppercase
from uuid import UUID

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session, aliased

from caseflow.models import Link, PartyLabel

Letters = dict[UUID, str]
"""By party, its letter."""
_this = aliased(Link)
GIVEN = (
    select(PartyLabel.link_id, PartyLabel.party_id, PartyLabel.letter)
    .join(Link, Link.id == PartyLabel.link_id)
    .join(_this, (_this.case_id == Link.case_id) & (_this.organisation_id == Link.organisation_id))
    .where(_this.id == bindparam("link_id"))
    .order_by(Link.from_at, Link.id)
)
"""Every letter under a link and under the others of its organisation in its case, also those that are over."""


def assign_labels(session: Session, link_id: UUID, party_ids: Iterable[UUID]) -> None:
    """Give each party that has none yet a letter under a link; a letter once given stays.

    For a seat, or the system: who does not see all letters of an organisation could give one out twice.
    """
    given: Letters = {}
    known: Letters = {}
    for row in session.execute(GIVEN, {"link_id": link_id}):
        letters = given if row.link_id == link_id else known
        letters[row.party_id] = row.letter
    fresh = [party_id for party_id in dict.fromkeys(party_ids) if party_id not in given]
    if fresh:
        letters = letters_for(fresh, given.values(), known)
        rows = [{"link_id": link_id, "party_id": one, "letter": letter} for one, letter in letters.items()]
        session.execute(insert(PartyLabel), rows)


def letters_for(party_ids: Collection[UUID], taken: Collection[str], known: Letters) -> Letters:
    """Give each party the letter by which the organisation knows it, and draw one for who has none that is free."""
    kept: Letters = {}
    for party_id in party_ids:
        letter = known.get(party_id)
        if letter is not None and letter not in {*taken, *kept.values()}:
            kept[party_id] = letter
    fresh = [party_id for party_id in party_ids if party_id not in kept]
    return kept | _drawn(fresh, {*taken, *kept.values()}, set(known.values()))


def _drawn(party_ids: Collection[UUID], taken: set[str], known: set[str]) -> Letters:
    """Draw a free letter for each party, at random, so that letters tell neither numbers nor order nor gaps.

    One that the organisation knows for somebody is drawn only where no other is left: a longer one would tell how many
    others it was told of.
    """
    letters: Letters = {}
    free = _free(len(party_ids), taken)
    for party_id in party_ids:
        letters[party_id] = secrets.choice([one for one in free if one not in known] or free)
        free.remove(letters[party_id])
    return letters


def _free(wanted: int, taken: set[str]) -> list[str]:
    """Return the free letters of as many rounds (A to Z, AA to ZZ, ...) as are needed."""
    free: list[str] = []
    times = 0
    while len(free) < wanted:
        times += 1
        free += [letter * times for letter in ascii_uppercase if letter * times not in taken]
    return free
