"""Asks a guarded session, as application code would: everything at once, and for entries in every way there is."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Select,
    Text,
    Uuid,
    cast,
    event,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access import guard
from caseflow.access.actor import Actor
from caseflow.access.asking import values_for
from caseflow.access.roles import ACTORS, speak_as
from caseflow.db import GuardedSession, writes
from caseflow.models.vocabulary import Role
from tests.access.things import User

Seen = set[tuple[str, str]]
"""Rows, as table and id."""


class AskingSession(GuardedSession):
    """A guarded session on one connection, without an application around it."""

    def __init__(self, connection: Connection) -> None:
        Session.__init__(self, bind=connection, autoflush=False)

    def get_bind(self, *_arguments, **_options):
        return self.bind


def asking(connection: Connection, user: User, now: datetime) -> AskingSession:
    """Open a session for a user at a moment: on PostgreSQL behind both walls."""
    session = AskingSession(connection)
    guard.bind(session, actor(user, now))
    return session


def actor(user: User, now: datetime) -> Actor:
    """Return a user at a moment."""
    return Actor(user.id, user.organisation, user.team, frozenset(map(Role, user.roles)), now)


@contextlib.contextmanager
def behind_the_first_wall_alone(connection: Connection, user: User, now: datetime) -> Iterator[Session]:
    """Open a guarded session on PostgreSQL that speaks as who may see everything.

    Its statements are texts of their own: PostgreSQL plans one anew whenever another role asks it.
    """
    with asking(connection, user, now) as session, _texts_of_their_own(connection):
        session.begin()
        Session.connection(session)
        speak_as(connection, "none", {})
        yield session


@contextlib.contextmanager
def _texts_of_their_own(connection: Connection) -> Iterator[None]:
    def told_apart(_connection, _cursor, statement, parameters, _context, _many) -> tuple[str, Any]:
        return f"{statement} -- past the policies", parameters

    event.listen(connection, "before_cursor_execute", told_apart, retval=True)
    yield
    event.remove(connection, "before_cursor_execute", told_apart)


@contextlib.contextmanager
def behind_the_second_wall_alone(
    connection: Connection, user: User, now: datetime, *, keeps: bool = False
) -> Iterator[Session]:
    """Open a session on PostgreSQL that adds no rule to any statement; one in which sets are kept only reads."""
    with Session(connection, autoflush=False) as session:
        Session.connection(session)
        speak_as(connection, ACTORS, values_for(actor(user, now)), keeps=keeps)
        yield session


@contextlib.contextmanager
def may_write(whether: bool) -> Iterator[None]:
    """Let what begins inside write, or only read: what a transaction finds is then kept for as long as it lasts."""
    before = writes.set(whether)
    try:
        yield
    finally:
        writes.reset(before)


KEYED_BY_ID = (
    models.Organisation,
    models.Team,
    models.User,
    models.Person,
    models.Case,
    models.Deputy,
    models.AuditRow,
    models.Exclusion,
    models.PersonExclusion,
    models.PersonTie,
    models.BreakGlass,
    models.FormerDirector,
    models.PhaseChange,
    models.Closure,
    models.ClosureProposal,
    models.Party,
    models.PartyRole,
    models.Relationship,
    models.Milestone,
    models.Link,
    models.LinkAnswer,
    models.LinkDeed,
    models.Entry,
    models.Contact,
    models.Decision,
    models.Incident,
    models.Voice,
    models.EntryVersion,
    models.WordCheck,
    models.EarlierText,
    models.Consent,
    models.SharingAgreement,
    models.EntryDisclosure,
    models.DisclosureNote,
    models.ReleaseNote,
    models.ReleaseRequest,
    models.InfoRequest,
)
KEYED_OTHERWISE = (
    (models.UserRole, "user_id", None),
    (models.CaseBrief, "case_id", None),
    (models.EntryOrigin, "entry_id", None),
    (models.SearchTerms, "entry_id", None),
    (models.SearchToken, "entry_id", None),
    (models.LinkPurpose, "link_id", None),
    (models.LinkWeighing, "link_id", None),
    (models.LinkProfessional, "link_id", "user_id"),
    (models.ConsentCategory, "consent_id", None),
    (models.ScopeCell, "link_id", "party_id"),
    (models.PartyLabel, "link_id", "party_id"),
    (models.EntryConcern, "entry_id", "party_id"),
    (models.EntryRelease, "entry_id", "organisation_id"),
    (models.InfoRequestPlace, "request_id", None),
    (models.InfoRequestParty, "request_id", "party_id"),
    (models.InfoAnswer, "request_id", None),
    (models.InfoAnswerNote, "request_id", None),
)


def _row(model, first: str, second: str | None = None) -> Select:
    more = getattr(model, second) if second else cast(null(), Uuid())
    by_category = model in {models.ScopeCell, models.ConsentCategory}
    word = model.category if by_category else cast(null(), Text())
    return select(literal(model.__tablename__), getattr(model, first), more, word)


def _fitting(model) -> Select:
    return select(literal(model.__tablename__), cast(null(), Uuid()), cast(null(), Uuid()), model.kind)


EVERYTHING = union_all(
    *(_row(model, "id") for model in KEYED_BY_ID),
    *(_row(*keyed) for keyed in KEYED_OTHERWISE),
    *(_fitting(model) for model in (models.BasisRule, models.UsualCell, models.UsualReason)),
)
"""One statement that asks for every row of every table that a world fills."""


WHAT_STANDS_BY_ITSELF = (
    models.Case,
    models.Entry,
    models.Party,
    models.Person,
    models.Link,
    models.Milestone,
    models.Exclusion,
)
HEADS = union_all(*(_row(model, "id") for model in WHAT_STANDS_BY_ITSELF))
"""What all other tables hang below: PostgreSQL answers this ten times as fast as `EVERYTHING`."""


def everything(session: Session, **options: Any) -> Seen:
    """Return all that a session gets, as table and id."""
    return _found(session, EVERYTHING, **options)


def heads(session: Session) -> Seen:
    """Return what a session gets of the tables that others hang below."""
    return _found(session, HEADS)


def heads_among(seen: Seen) -> Seen:
    """Keep the same of what should be seen."""
    names = {model.__tablename__ for model in WHAT_STANDS_BY_ITSELF}
    return {one for one in seen if one[0] in names}


def _found(session: Session, statement: CompoundSelect, **options: Any) -> Seen:
    return {
        (table, " ".join(str(part) for part in key if part is not None))
        for table, *key in session.execute(statement, execution_options=options)
    }
