"""The log of a file in words: what was done, and through which seat or link."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.models.vocabulary import Role
from caseflow.web.terms import term

ACTS: dict[str, Any] = {
    "access_log.read": _l("Looked who read this file"),
    "brief.edited": _l("Changed what the case is about"),
    "case.assigned": _l("Handed the case over"),
    "case.closed": _l("Closed the case"),
    "case.opened": _l("Opened the case"),
    "case.reopened": _l("Reopened the case"),
    "closing.proposed": _l("Proposed to close the case"),
    "closing.refused": _l("Sent a proposal to close back"),
    "closing.withdrawn": _l("Took a proposal to close back"),
    "deputy.appointed": _l("Appointed a deputy"),
    "deputy.ended": _l("Ended a deputy's part"),
    "deputies.read": _l("Looked who stands in"),
    "exclusion.lifted": _l("Lifted an exclusion"),
    "exclusion.set": _l("Excluded somebody"),
    "exclusions.read": _l("Looked who is excluded"),
    "entry.edit": _l("Corrected an entry"),
    "entry.read": _l("Read an entry"),
    "entry.write": _l("Wrote an entry"),
    "link.changed": _l("Changed a link"),
    "link.revoked": _l("Revoked a link"),
    "link.set": _l("Linked a partner"),
    "milestone.done": _l("Completed a milestone"),
    "milestone.dropped": _l("Dropped a milestone"),
    "milestone.moved": _l("Moved a milestone"),
    "milestone.reopened": _l("Made a milestone open again"),
    "milestone.set": _l("Set a milestone"),
    "milestones.read": _l("Read the milestones"),
    "overview.read": _l("Read the overview"),
    "partners.read": _l("Read the partners"),
    "party.added": _l("Added a party"),
    "party.removed": _l("Removed a party"),
    "parties.read": _l("Read the parties"),
    "person.edited": _l("Corrected a person's details"),
    "phase.entered": _l("Changed the phase"),
    "relationship.added": _l("Added a relationship"),
    "relationship.edited": _l("Corrected a relationship"),
    "relationship.removed": _l("Removed a relationship"),
    "role.added": _l("Added a role"),
    "role.ended": _l("Ended a role"),
    "role.removed": _l("Removed a role"),
    "search.read": _l("Found it by searching"),
    "timeline.read": _l("Read the timeline"),
}
"""Acts that stand in the log of a file. What lists of several files show stands in the reader's own log."""
SEATS: dict[str, Any] = {
    "director": _l("as director"),
    "deputy": _l("as deputy"),
    "lead": _l("as team lead"),
}


def act_text(act: str) -> str:
    """Say what was done; an act without words here keeps its code, so that no line is hidden."""
    return str(ACTS.get(act, act))


def through_texts(through: str, links: Mapping[UUID, str]) -> list[str]:
    """Say through what somebody was in the case: each seat, link or role. Links are named for who may know them."""
    if through.startswith("system:"):
        return [_("by the system")]
    return list(dict.fromkeys(_through(one, links) for one in through.split()))


def _through(one: str, links: Mapping[UUID, str]) -> str:
    kind, _colon, what = one.partition(":")
    if kind == "seat" and what in SEATS:
        return str(SEATS[what])
    if kind == "link":
        name = links.get(UUID(what))
        return str(_("link with %(organisation)s", organisation=name) if name else _("a partner's link"))
    if kind == "role" and what in set(Role):
        return str(_("role: %(role)s", role=str(term(Role(what)))))
    return one
