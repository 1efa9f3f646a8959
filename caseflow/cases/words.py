"""How relationships, scopes and milestones read, and the words of the field that the forms of a case offer."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.cases.queries import PartyLine
from caseflow.models.vocabulary import Category, Gender, PartyRoleKind, Phase, RelationshipKind
from caseflow.web.terms import term

__all__ = [
    "Gender",
    "PartyRoleKind",
    "Phase",
    "RelationshipKind",
    "milestone_title",
    "party_name",
    "party_names",
    "scope_lines",
    "sentence",
    "stands_to",
]

SENTENCES: dict[RelationshipKind, Any] = {
    RelationshipKind.PARTNER: _l("%(here)s and %(there)s are partners"),
    RelationshipKind.EX_PARTNER: _l("%(here)s and %(there)s are ex-partners"),
    RelationshipKind.MARRIED: _l("%(here)s and %(there)s are married"),
    RelationshipKind.DIVORCED: _l("%(here)s and %(there)s are divorced"),
    RelationshipKind.PARENT_OF: _l("%(here)s is a parent of %(there)s"),
    RelationshipKind.STEPPARENT_OF: _l("%(here)s is a stepparent of %(there)s"),
    RelationshipKind.FOSTER_PARENT_OF: _l("%(here)s is a foster parent of %(there)s"),
    RelationshipKind.GUARDIAN_OF: _l("%(here)s is the guardian of %(there)s"),
    RelationshipKind.CUSTODY_OF: _l("%(here)s has custody of %(there)s"),
    RelationshipKind.SIBLING: _l("%(here)s and %(there)s are siblings"),
    RelationshipKind.GRANDPARENT_OF: _l("%(here)s is a grandparent of %(there)s"),
    RelationshipKind.OTHER_FAMILY: _l("%(here)s and %(there)s are family"),
    RelationshipKind.FRIEND: _l("%(here)s and %(there)s are friends"),
    RelationshipKind.NEIGHBOUR: _l("%(here)s and %(there)s are neighbours"),
    RelationshipKind.EMPLOYER_OF: _l("%(here)s is the employer of %(there)s"),
    RelationshipKind.VIOLENCE_AGAINST: _l("%(here)s uses violence against %(there)s"),
    RelationshipKind.NO_CONTACT_WITH: _l("%(here)s and %(there)s may not have contact"),
    RelationshipKind.SUPPORTS: _l("%(here)s supports %(there)s"),
}
"""A relationship as a whole sentence."""

FORWARD: dict[RelationshipKind, Any] = {
    RelationshipKind.PARTNER: _l("partner of %(name)s"),
    RelationshipKind.EX_PARTNER: _l("ex-partner of %(name)s"),
    RelationshipKind.MARRIED: _l("married to %(name)s"),
    RelationshipKind.DIVORCED: _l("divorced from %(name)s"),
    RelationshipKind.PARENT_OF: _l("parent of %(name)s"),
    RelationshipKind.STEPPARENT_OF: _l("stepparent of %(name)s"),
    RelationshipKind.FOSTER_PARENT_OF: _l("foster parent of %(name)s"),
    RelationshipKind.GUARDIAN_OF: _l("guardian of %(name)s"),
    RelationshipKind.CUSTODY_OF: _l("has custody of %(name)s"),
    RelationshipKind.SIBLING: _l("brother or sister of %(name)s"),
    RelationshipKind.GRANDPARENT_OF: _l("grandparent of %(name)s"),
    RelationshipKind.OTHER_FAMILY: _l("family of %(name)s"),
    RelationshipKind.FRIEND: _l("friend of %(name)s"),
    RelationshipKind.NEIGHBOUR: _l("neighbour of %(name)s"),
    RelationshipKind.EMPLOYER_OF: _l("employer of %(name)s"),
    RelationshipKind.VIOLENCE_AGAINST: _l("violent towards %(name)s"),
    RelationshipKind.NO_CONTACT_WITH: _l("may not have contact with %(name)s"),
    RelationshipKind.SUPPORTS: _l("supports %(name)s"),
}
"""A relationship as seen from the party at its beginning."""

BACKWARD: dict[RelationshipKind, Any] = {
    RelationshipKind.PARENT_OF: _l("child of %(name)s"),
    RelationshipKind.STEPPARENT_OF: _l("stepchild of %(name)s"),
    RelationshipKind.FOSTER_PARENT_OF: _l("foster child of %(name)s"),
    RelationshipKind.GUARDIAN_OF: _l("ward of %(name)s"),
    RelationshipKind.CUSTODY_OF: _l("in the custody of %(name)s"),
    RelationshipKind.GRANDPARENT_OF: _l("grandchild of %(name)s"),
    RelationshipKind.EMPLOYER_OF: _l("works for %(name)s"),
    RelationshipKind.VIOLENCE_AGAINST: _l("suffers violence from %(name)s"),
    RelationshipKind.SUPPORTS: _l("is supported by %(name)s"),
}
"""The same from the party at its end, where that reads otherwise."""


def sentence(kind: RelationshipKind, here: str, there: str) -> str:
    """Say a relationship as a sentence."""
    return str(SENTENCES[kind]) % {"here": here, "there": there}


def stands_to(kind: RelationshipKind, name: str, *, backward: bool) -> str:
    """Say how a party stands to another, from the first one's side."""
    phrase = BACKWARD.get(kind, FORWARD[kind]) if backward else FORWARD[kind]
    return str(phrase) % {"name": name}


def scope_lines(cells: Collection[tuple[UUID, Category]], names: Mapping[UUID, str]) -> list[tuple[str, str]]:
    """Say the scope of a link in words: each party in the order of the names, and the categories about them."""
    opened = {
        name: [term(category) for category in Category if (party_id, category) in cells]
        for party_id, name in names.items()
    }
    return [(name, ", ".join(categories)) for name, categories in opened.items() if categories]


def milestone_title(kind: str, who: str | None) -> str:
    """Return what a milestone is called: its kind, and about whom."""
    return _("%(what)s: %(who)s", what=term(kind), who=who) if who else term(kind)


def party_name(party: PartyLine) -> str:
    """Return what a party is called for its reader: a name, or a letter with adult or child."""
    if party.name is not None:
        return party.name
    label = _l("Party %(letter)s, child") if party.is_child else _l("Party %(letter)s, adult")
    return str(label) % {"letter": party.letter or "–"}


def party_names(parties: Iterable[PartyLine]) -> dict[UUID, str]:
    """Return what each party is called for the reader, in the order of the case."""
    return {party.id: party_name(party) for party in parties}
