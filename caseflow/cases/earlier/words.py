"""What an earlier text says, as short terms and texts in the reader's language, and in what two of them differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from caseflow.audit.former import Said
from caseflow.cases.words import milestone_title, scope_lines, sentence
from caseflow.models.vocabulary import Basis, Category, Editable, Gender, RelationshipKind
from caseflow.web.templating import show_date, show_moment
from caseflow.web.terms import term

POINTERS = ("brought_in_by_id", "owner_id")
"""What in an earlier text is the id of a user or an organisation."""


@dataclass(frozen=True)
class Difference:
    """A fact that two texts say differently."""

    term: str
    before: str
    after: str


@dataclass(frozen=True)
class Names:
    """What those are called whose ids stand in earlier texts; whom the reader does not know is not there."""

    parties: Mapping[UUID, str]
    others: Mapping[UUID, str]

    def of(self, one: str | None) -> str:
        """Return what somebody is called."""
        if one is None:
            return ""
        return self.parties.get(UUID(one)) or self.others.get(UUID(one)) or _("Not shown")


def named_in(said: Said) -> Iterator[UUID]:
    """Yield the users and organisations whose ids stand in a text."""
    for one in (*(said.get(name) for name in POINTERS), *said.get("professional_ids", ())):
        if one is not None:
            yield UUID(one)


def called(thing: Editable, now: Any, names: Names) -> str:
    """Return which person, relationship, link or milestone it is; a case has one brief."""
    match thing:
        case Editable.PERSON:
            return str(now.name)
        case Editable.RELATIONSHIP:
            return sentence(now.kind, names.of(str(now.from_party_id)), names.of(str(now.to_party_id)))
        case Editable.LINK:
            return names.of(str(now.organisation_id))
        case Editable.MILESTONE:
            return milestone_title(str(now.kind), names.of(str(now.party_id)) if now.party_id else None)
    return ""


def differences(thing: Editable, before: Said, after: Said, names: Names) -> list[Difference]:
    """Return what two texts say differently."""
    earlier, later = (_WORDS[thing](said, names) for said in (before, after))
    return [
        Difference(what, earlier.get(what, ""), later.get(what, ""))
        for what in {**earlier, **later}
        if earlier.get(what, "") != later.get(what, "")
    ]


def _brief(said: Said, names: Names) -> dict[str, str]:
    return {
        _("What is going on"): said["problem_statement"] or "",
        _("What we want to achieve"): said["goal"] or "",
        _("Municipality"): said["municipality"] or "",
        _("Brought in by"): names.of(said["brought_in_by_id"]),
    }


def _person(said: Said, _names: Names) -> dict[str, str]:
    return {
        _("Name"): said["name"],
        _("Date of birth"): _day(said["born_on"]),
        _("Died on"): _day(said["died_on"]),
        _("Gender"): term(Gender(said["gender"])) if said["gender"] else "",
    }


def _relationship(said: Said, names: Names) -> dict[str, str]:
    ends = names.of(said["from_party_id"]), names.of(said["to_party_id"])
    return {
        _("Relationship"): sentence(RelationshipKind(said["kind"]), *ends),
        _("Since"): _day(said["since"]),
        _("Until"): _day(said["until"]),
        _("Note"): said["note"] or "",
    }


def _link(said: Said, names: Names) -> dict[str, str]:
    scope = {(UUID(party_id), Category(category)) for party_id, category in said["scope"]}
    return {
        _("Professionals"): ", ".join(sorted(names.of(one) for one in said["professional_ids"])),
        _("Purpose"): said["purpose"],
        _("Lawful basis"): term(Basis(said["basis"])),
        _("Weighing"): said["weighing"] or "",
        _("Until"): show_moment(datetime.fromisoformat(said["until_at"])),
        _("May write entries"): _("Yes") if said["may_contribute"] else _("No"),
        _("Scope"): "\n".join(f"{name}: {opened}" for name, opened in scope_lines(scope, names.parties)),
    }


def _milestone(said: Said, names: Names) -> dict[str, str]:
    return {
        _("Due on"): _day(said["due_on"]),
        _("Who sees to it"): names.of(said["owner_id"]),
        _("Done on"): _day(said["done_on"]),
        _("Result"): said["result"] or "",
        _("Does not have to happen, because"): said["not_applicable"] or "",
    }


def _day(said: str | None) -> str:
    return show_date(date.fromisoformat(said)) if said else ""


_WORDS = {
    Editable.BRIEF: _brief,
    Editable.PERSON: _person,
    Editable.RELATIONSHIP: _relationship,
    Editable.LINK: _link,
    Editable.MILESTONE: _milestone,
}
