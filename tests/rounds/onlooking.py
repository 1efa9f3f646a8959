"""A user of a town from whom things are hidden: what those are, and how every route answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from uuid import UUID

from flask import Flask
from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from caseflow import models
from tests.access import things
from tests.access.asking import asking
from tests.access.worlds import MOMENTS
from tests.api.caller import DOOR, Caller
from tests.pages import Visitor
from tests.rounds.addresses import Things, addresses, routes
from tests.rounds.answers import Answer, asked
from tests.rounds.canaries import ANY_NAME, COMMON, FINDER
from tests.rounds.taking_out import Ids

NOW = MOMENTS[3]
ENTRY = models.Entry.__table__
KINDS = (
    models.Entry,
    models.Party,
    models.Link,
    models.Exclusion,
    models.PersonExclusion,
    models.Relationship,
    models.Milestone,
    models.BreakGlass,
)
"""What is taken out. A deputy or a phase is no secret from who sees the case: it changes whom they call. Nor is from
whom a case is hidden: they are in no list of those whom a seat may choose, and nothing says why. So no account that is
tied to a person, which seats do not read."""
TAKES_AWAY = (models.Exclusion, models.PersonExclusion)
"""Without these a town is another one for the user whom they name, who never reads them."""
LOG = re.compile(r"/(access|access-log|today|read)$")
"""What shows who read what, or how much there is of it."""

Asks = dict[tuple[str, str, str], Answer]
"""What was answered: by method, address and word searched for."""


@dataclass
class Onlooker:
    """A user of a town who sees a case, at a browser and at the JSON door."""

    user: things.User
    visitor: Visitor
    door: Caller

    def ask(self, method: str, address: str, word: str = "") -> Answer:
        fields = {"name" if address.endswith("/find") else "q": word} if word else {}
        return asked(self.visitor, self.door, method, address, **fields)

    def every_route(self, there: Things) -> Asks:
        """Ask every route for something that it shows, if it shows anything, and search; without what asking changes.

        Asked before, because a page tells once what was read in between, and the reading log grows by every page.
        """
        asks = [("GET", one, "") for rule in routes(self.app, "GET") for one in self._shown(rule, there)]
        asks += [("POST", address, COMMON) for address in ("/search", f"{DOOR}/search")]
        asks += [("POST", FINDER.format(one), ANY_NAME) for one in there.references]
        before, again = ({ask: self.ask(*ask) for ask in asks} for _time in range(2))
        changing = {ask for ask in asks if before[ask] != again[ask]}
        assert all(LOG.search(address) for _method, address, _word in changing), changing
        return {ask: answer for ask, answer in again.items() if ask not in changing}

    def _shown(self, rule: Rule, there: Things) -> list[str]:
        """Choose the first address that shows something, or else the first; none, where there is nothing to name."""
        every = [*addresses(rule, there)]
        shown = next((one for one in every if self.ask("GET", one)[0] == 200), None)
        return every[:1] if shown is None else [shown]

    @property
    def app(self) -> Flask:
        return self.visitor.client.application


def hidden_things(engine: Engine, user: things.User) -> list[Ids]:
    """Return what may be taken out without a difference for a user: of each kind in turn, with the entries about it."""
    with engine.connect() as connection:
        entries = readable(connection, user, models.Entry)
        of_each_kind = [
            [one for one in _hidden(connection, user, model) if not entries & {*one.get(ENTRY, ())}]
            for model in KINDS
        ]
    in_turn = chain.from_iterable(zip_longest(*of_each_kind))
    return [one for one in in_turn if one is not None]


def readable(connection: Connection, user: things.User, model: type) -> set[UUID]:
    """Return the ids of what a user may read."""
    with asking(connection, user, NOW) as session:
        return {*session.scalars(select(model.id))}


def _hidden(connection: Connection, user: things.User, model: type) -> Iterator[Ids]:
    seen = readable(connection, user, model)
    with Session(connection) as free:
        for one in free.scalars(select(model).where(model.id.not_in(seen)).order_by(model.id)):
            if _takes_away(free, one, user):
                continue
            yield {model.__table__: [one.id], **_entries_about(free, one.id)}


def _takes_away(free: Session, one: object, user: things.User) -> bool:
    """Whether it keeps a case from a user: an exclusion of theirs, or a party whom such a one or a tie is about."""
    if isinstance(one, TAKES_AWAY):
        return one.user_id == user.id
    if not isinstance(one, models.Party):
        return False
    kept = (
        select(table.person_id).where(table.person_id == one.person_id, table.user_id == user.id)
        for table in (models.PersonExclusion, models.PersonTie)
    )
    return any(free.scalars(rows).first() is not None for rows in kept)


def _entries_about(free: Session, party_id: UUID) -> Ids:
    """Without a party these would be about other people than they are."""
    concerns = select(models.EntryConcern.entry_id).where(models.EntryConcern.party_id == party_id)
    found = [*free.scalars(concerns)]
    return {models.Entry.__table__: found} if found else {}
