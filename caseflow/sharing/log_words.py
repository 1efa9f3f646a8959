"""Through which seat or link somebody was in a case, in words."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.models.vocabulary import Role
from caseflow.web.terms import term

SEATS: dict[str, Any] = {
    "director": _l("as director"),
    "deputy": _l("as deputy"),
    "lead": _l("as team lead"),
}


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
    if kind == "break_glass":
        return str(_("break-glass"))
    if kind == "role" and what in set(Role):
        return str(_("role: %(role)s", role=str(term(Role(what)))))
    return one
