"""The menu: for each role its own rooms, and where a role lands."""

from dataclasses import dataclass
from typing import Any

from flask import request, url_for
from flask_babel import lazy_gettext as _l

from caseflow.access.actor import Actor
from caseflow.models.vocabulary import Role

DIRECTING = (Role.CASE_DIRECTOR, Role.TEAM_LEAD)
CASE_WORK = (*DIRECTING, Role.PARTNER)


@dataclass(frozen=True)
class Room:
    """A place in the menu, and whose it is."""

    path: str
    label: Any
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class Item:
    """A place in one reader's menu."""

    label: str
    url: str
    current: bool
    count: int | None = None


TODAY = Room("/today", _l("Today"), (Role.CASE_DIRECTOR, Role.TEAM_LEAD, Role.PRIVACY_OFFICER))
SHARED = Room("/shared", _l("Shared with me"), (Role.PARTNER,))
CASELOAD = Room("/caseload", _l("Caseload"), (Role.TEAM_LEAD,))
WATCHING = Room("/access", _l("Who read a file"), (Role.PRIVACY_OFFICER,))
ROOMS = (
    TODAY,
    SHARED,
    Room("/cases", _l("Cases"), DIRECTING),
    CASELOAD,
    WATCHING,
    Room("/excluded-persons", _l("Exclusions by person"), (Role.PRIVACY_OFFICER,)),
    Room("/agreements", _l("Sharing agreements"), (Role.PRIVACY_OFFICER,)),
)
LANDINGS = (CASELOAD, TODAY, SHARED, WATCHING)
"""Where somebody begins: the first that is theirs."""


def menu(actor: Actor) -> list[Item]:
    """Return the rooms of a reader, the one at hand marked."""
    seen: dict[str, Item] = {}
    for room in _rooms(actor):
        here = request.path == room.path or request.path.startswith(f"{room.path}/")
        seen.setdefault(room.path, Item(str(room.label), room.path, here))
    return list(seen.values())


def landing(actor: Actor) -> str:
    """Return where a reader begins."""
    mine = _rooms(actor)
    first = next((room.path for room in LANDINGS if room in mine), None)
    return first or url_for("accounts.me")


def only_linked(actor: Actor) -> bool:
    """Whether somebody meets cases through links alone: then the day's work stands in the room of what is shared."""
    return actor.has(Role.PARTNER) and not actor.has(*TODAY.roles)


def search_url(actor: Actor) -> str | None:
    """Return where a reader searches, when there is anything for them to search."""
    return "/search" if actor.has(*CASE_WORK) else None


def _rooms(actor: Actor) -> list[Room]:
    return [room for room in ROOMS if actor.has(*room.roles)]
