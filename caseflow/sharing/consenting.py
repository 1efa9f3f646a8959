"""Who has to agree at which age, and until when that agreement can hold.

Under twelve the legal representatives agree; from twelve the child and the representatives; from sixteen the young
person. Source: Wmo 2015, 5.3.2 and 5.3.3; Jeugdwet, chapter 7.3. What was agreed for a child holds until the child
has a say of their own.
"""

from dataclasses import dataclass
from datetime import date

from caseflow.access.asking import years_before
from caseflow.cases.queries import PartyLine
from caseflow.sharing.fitting import is_child

HAS_A_SAY = 12
"""From when a child agrees besides the representatives. Unit: years."""
DECIDES = 16
"""From when somebody agrees alone. Unit: years."""


@dataclass(frozen=True)
class Agreeing:
    """Who has to agree: the person, the representatives, or both; and the birthday on which that changes."""

    by_self: bool
    by_representative: bool
    until: date | None = None


def who_agrees(party: PartyLine, day: date) -> Agreeing:
    """Say who has to agree on a day. Without a birth date a child is taken to be under twelve, until it is known."""
    if party.born_on is None:
        child = is_child(party, day)
        return Agreeing(by_self=not child, by_representative=child)
    if party.born_on > years_before(day, HAS_A_SAY):
        return Agreeing(by_self=False, by_representative=True, until=_birthday(party.born_on, HAS_A_SAY))
    if party.born_on > years_before(day, DECIDES):
        return Agreeing(by_self=True, by_representative=True, until=_birthday(party.born_on, DECIDES))
    return Agreeing(by_self=True, by_representative=False)


def _birthday(born_on: date, age: int) -> date:
    """Return the day on which somebody becomes that old; who was born on 29 February on 1 March."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)
