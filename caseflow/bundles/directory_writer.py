"""The directory of an exported case: whom it names, as far as the reader may know them, and by which keys."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.casefile.portrait import Known
from caseflow.casefile.wording import moment

WITHHELD = "withheld"
"""The key of whoever has to stand somewhere and may not be known to the reader."""
NOWHERE = "withheld.invalid"
"""The domain of e-mail addresses that the reader may not know. Source: RFC 2606, section 2."""
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)

Members = dict[str, Any]


class KeyBook:
    """Keys of one list: the one a thing has, or its id where that is no key or another thing's already."""

    def __init__(self) -> None:
        self.keys: dict[UUID, str] = {}
        self._taken = {WITHHELD}

    def add(self, id_: UUID, key: str | None) -> str:
        """Return the key of a thing, given out once."""
        if id_ not in self.keys:
            usable = key is not None and _KEY.fullmatch(key) and key not in self._taken
            self.keys[id_] = key if usable and key is not None else str(id_)
            self._taken.add(self.keys[id_])
        return self.keys[id_]


@dataclass
class DirectoryWriter:
    """Gathers the organisations, teams and users that an exported case names."""

    organisations: KeyBook = field(default_factory=KeyBook)
    teams: KeyBook = field(default_factory=KeyBook)
    users: KeyBook = field(default_factory=KeyBook)
    lists: dict[str, list[Members]] = field(
        default_factory=lambda: {"organisations": [], "teams": [], "users": []}
    )
    works_at: dict[UUID, UUID] = field(default_factory=dict)
    _withheld: set[str] = field(default_factory=set)

    def load(
        self, session: Session, user_ids: Iterable[UUID], organisation_ids: Iterable[UUID], team_id: UUID
    ) -> None:
        """Load everyone named, as far as the session gives them."""
        user, team = models.User, models.Team
        users = session.scalars(
            select(user).where(user.id.in_(set(user_ids))).order_by(user.key, user.id)
        ).all()
        wanted = {team_id} | {user.team_id for user in users if user.team_id is not None}
        teams = session.scalars(select(team).where(team.id.in_(wanted)).order_by(team.key, team.id)).all()
        employers = {user.organisation_id for user in users} | {team.organisation_id for team in teams}
        self._organisations(session, employers | set(organisation_ids))
        for each in teams:
            self._team(each)
        roles = self._roles(session, [user.id for user in users])
        for person in users:
            self._user(person, roles.get(person.id, []))

    def know(self, users: Mapping[UUID, Known], organisations: Mapping[UUID, Known]) -> None:
        """Add those of whom the reader knows only the name, because they stand on what the reader may read."""
        for id_, known in sorted(organisations.items(), key=lambda item: (item[1].key, item[0])):
            if id_ not in self.organisations.keys:
                key = self.organisations.add(id_, known.key)
                self.lists["organisations"].append({"key": key, "name": known.name, "kind": "other"})
        for id_, known in sorted(users.items(), key=lambda item: (item[1].key, item[0])):
            if id_ not in self.users.keys:
                self._stranger(self.users.add(id_, known.key), known.name)

    def organisation(self, id_: UUID) -> str:
        """Return the key of an organisation, or of the one that is withheld."""
        return self.organisations.keys.get(id_) or self.withheld_organisation()

    def user(self, id_: UUID) -> str:
        """Return the key of a user, or of the one that is withheld."""
        return self.users.keys.get(id_) or self.withheld_user()

    def team(self, id_: UUID, organisation: str) -> str:
        """Return the key of a team, or of the one of that organisation that is withheld."""
        if id_ in self.teams.keys:
            return self.teams.keys[id_]
        self._once("teams", {"key": WITHHELD, "organisation": organisation, "name": WITHHELD})
        return WITHHELD

    def withheld_organisation(self) -> str:
        """Return the key of an organisation that the reader may not know."""
        self._once("organisations", {"key": WITHHELD, "name": WITHHELD, "kind": "other"})
        return WITHHELD

    def withheld_user(self) -> str:
        """Return the key of a user whom the reader may not know."""
        if "users" not in self._withheld:
            self._withheld.add("users")
            self._stranger(WITHHELD, WITHHELD)
        return WITHHELD

    def _once(self, name: str, members: Members) -> None:
        if name not in self._withheld:
            self._withheld.add(name)
            self.lists[name].append(members)

    def _stranger(self, key: str, name: str) -> None:
        self.lists["users"].append(
            {
                "key": key,
                "email": f"{key}@{NOWHERE}",
                "name": name,
                "organisation": self.withheld_organisation(),
                "roles": ["partner"],
            }
        )

    def _organisations(self, session: Session, ids: set[UUID]) -> None:
        own = models.Organisation
        statement = select(own).where(own.id.in_(ids)).order_by(own.key, own.id)
        agreements = self._agreements(session, ids)
        for each in session.scalars(statement):
            members: Members = {
                "key": self.organisations.add(each.id, each.key),
                "name": each.name,
                "kind": each.kind.value,
            }
            if each.wgs_participant is not None:
                members["wgs_participant"] = each.wgs_participant.value
            if each.id in agreements:
                members["agreements"] = agreements[each.id]
            self.lists["organisations"].append(members)

    def _agreements(self, session: Session, ids: set[UUID]) -> dict[UUID, list[Members]]:
        own = models.SharingAgreement
        found: dict[UUID, list[Members]] = {}
        statement = select(own).where(own.organisation_id.in_(ids)).order_by(own.from_on, own.id)
        for one in session.scalars(statement):
            until = {} if one.until_on is None else {"until": one.until_on.isoformat()}
            found.setdefault(one.organisation_id, []).append(
                {
                    "name": one.name,
                    "version": one.edition,
                    "from": one.from_on.isoformat(),
                    **until,
                    "covers": one.covers,
                    "recorded_at": moment(one.recorded_at),
                }
            )
        return found

    def _team(self, team: models.Team) -> None:
        key, organisation = self.teams.add(team.id, team.key), self.organisation(team.organisation_id)
        self.lists["teams"].append({"key": key, "organisation": organisation, "name": team.name})

    def _roles(self, session: Session, user_ids: list[UUID]) -> dict[UUID, list[str]]:
        own = models.UserRole
        roles: dict[UUID, list[str]] = {}
        for user_id, role in session.execute(
            select(own.user_id, own.role).where(own.user_id.in_(user_ids)).order_by(own.role)
        ):
            roles.setdefault(user_id, []).append(role.value)
        return roles

    def _user(self, user: models.User, roles: list[str]) -> None:
        self.works_at[user.id] = user.organisation_id
        members = {
            "key": self.users.add(user.id, user.key),
            "email": user.email,
            "name": user.name,
            "organisation": self.organisation(user.organisation_id),
            "roles": roles or ["partner"],
        }
        if user.team_id in self.teams.keys:
            members["team"] = self.teams.keys[user.team_id]
        self.lists["users"].append(members)
