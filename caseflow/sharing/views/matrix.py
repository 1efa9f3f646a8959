"""The scope matrix as the page draws it: a column for each party, a row for each category."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from caseflow.cases.queries import PartyLine
from caseflow.cases.words import party_name
from caseflow.clock import local_date
from caseflow.models.vocabulary import Category
from caseflow.web.terms import explanation, term
from caseflow.web.viewer import now


@dataclass(frozen=True)
class Column:
    """A party."""

    value: str
    label: str
    hint: str


@dataclass(frozen=True)
class Row:
    """A category, with what belongs to it."""

    value: str
    label: str
    hint: str


def columns(parties: Iterable[PartyLine]) -> list[Column]:
    """Return a column for each party, with what tells people of one name apart."""
    return [Column(str(party.id), party_name(party), _hint(party)) for party in parties]


def rows(categories: Iterable[Category] = tuple(Category)) -> list[Row]:
    """Return a row for each category."""
    return [Row(category.value, term(category), explanation(category)) for category in categories]


def _hint(party: PartyLine) -> str:
    today = local_date(now())
    roles = [str(term(line.role)) for line in party.roles if line.runs_on(today)]
    age = party.age_on(today)
    aged = [] if age is None else [_("%(age)d years", age=age)]
    return ", ".join([*roles, *aged])
