"""What the two walls cost: the same questions with both, and with neither, on PostgreSQL.

Asked are the application's own query functions, each time in a session of its own: the list of cases, the timeline of a
case, and a search for a common word. With both walls that is the session of a request that only reads, as all three
are: the guard puts the reading rules on every statement, and the transaction speaks for its actor, so that the policies
hold. Without them it is a plain session of who owns the tables, to whom no policy applies, and in place of the rules
stands what somebody would write by hand, once, where a query chooses its rows:

- for a director, the cases that they direct;
- for a professional, the cases of running links that name them, and of those the entries in a category that such a link
  opens there. About whom an entry is, whether it may travel, and what is held back or protected is not asked.

Either way words are looked for in the entries of those cases: to look through a whole region would take longer.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Engine, Select, and_, event, select, tuple_
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption, ExecutableStatement

from caseflow.access import guard
from caseflow.access.asking import values_for
from caseflow.casefile.timeline import TimelinePage, Wanted, timeline
from caseflow.cases import listing
from caseflow.cases.queries import get_case
from caseflow.db import GuardedSession, db
from caseflow.models import Case, Entry, Link, LinkProfessional, ScopeCell, SearchTerms, SearchToken
from caseflow.search.queries import find
from tests.access.asking import may_write
from tests.bench.figures import Figure
from tests.bench.installation import Installation
from tests.bench.pages import Act, ratio
from tests.bench.workers import Worker, director, professional

WORD = "gesprek"
"""A word that many entries have."""
DIRECTOR, PROFESSIONAL = 1.5, 2.5
"""How many times as long a question may take with both walls."""
PATIENCE = 10
"""How long the database may take for one statement. Unit: seconds."""
NOTHING = "To find nothing is no measure."

Ask = Callable[[Session, Worker], tuple[object, ...]]
QUESTIONS: dict[str, Ask] = {
    "case list": lambda session, who: listing.case_page(session, listing.Wanted(status=who.status)).lines,
    "timeline": lambda session, who: read_timeline(session, who).entries,
    "search": lambda session, _who: find(session, WORD).items,
}


def read_timeline(session: Session, who: Worker) -> TimelinePage:
    """Read it as the page does, which looks up the case first."""
    case = get_case(session, who.reference)
    assert case, NOTHING
    return timeline(session, case.id, Wanted())


@dataclass
class ByHand:
    """What somebody would write by hand for one worker, and the statements that it was written into."""

    worker: Worker
    options: tuple[ExecutableOption, ...]
    written: WeakKeyDictionary[Any, ExecutableStatement] = field(default_factory=WeakKeyDictionary)

    def into(self, statement: Any) -> ExecutableStatement:
        """Return a statement with it, kept as the guard keeps its own."""
        if statement not in self.written:
            self.written[statement] = statement.options(*self.options)
        return self.written[statement]


class Open(Session):
    """A session without walls."""


@event.listens_for(Open, "do_orm_execute")
def _write_by_hand(state: ORMExecuteState) -> None:
    by_hand: ByHand = state.session.info["by_hand"]
    state.statement = by_hand.into(state.statement)
    state.parameters = {**(state.parameters or {}), **values_for(by_hand.worker.actor)}


def wall_figures(installed: Installation) -> list[Figure]:
    """Measure what both walls cost a director, and a professional in a case with many links."""
    with installed.app.app_context():
        _lose_patience(db.engine)
        seated, linked = director(installed), professional(installed)
        return [
            *_figures("director", seated, _for_director(seated), DIRECTOR),
            *_figures("linked professional", linked, _for_professional(linked), PROFESSIONAL),
        ]


def _figures(who: str, worker: Worker, by_hand: ByHand, limit: float) -> list[Figure]:
    return [
        Figure(f"both walls: {what}, {who}", _ratio(walled(worker, ask), bare(by_hand, ask)), limit)
        for what, ask in QUESTIONS.items()
    ]


def _lose_patience(engine: Engine) -> None:
    engine.dispose()

    @event.listens_for(engine, "connect")
    def wait_no_longer(driver: Any, _record: Any) -> None:
        driver.execute(f"SET statement_timeout = '{PATIENCE}s'")
        driver.commit()


def _ratio(act: Act, other: Act) -> float:
    """Return the ratio; endless when the database comes to no answer in time."""
    try:
        return ratio(act, other)
    except OperationalError:
        return inf


def walled(worker: Worker, ask: Ask) -> Act:
    """Return the asking with both walls; it ends as a request does, for a rollback would make psycopg prepare anew."""

    def act() -> None:
        with may_write(False), GuardedSession(db=db, autoflush=False) as session:
            guard.bind(session, worker.actor)
            assert ask(session, worker), NOTHING
            session.commit()

    return act


def bare(by_hand: ByHand, ask: Ask) -> Act:
    """Return the asking with neither."""

    def act() -> None:
        with Open(db.engine, autoflush=False, info={"by_hand": by_hand}) as session:
            assert ask(session, by_hand.worker), NOTHING
            session.commit()

    return act


def _for_director(worker: Worker) -> ByHand:
    case, me = Case.__table__.c, worker.actor.user_id
    entry = Entry.__table__.c
    in_own_cases = select(entry.id).join(Case.__table__).where(case.director_id == me)
    return ByHand(worker, (with_loader_criteria(Case, case.director_id == me), *_texts(in_own_cases)))


def _for_professional(worker: Worker) -> ByHand:
    link, cell, entry = Link.__table__.c, ScopeCell.__table__.c, Entry.__table__.c
    opened = select(link.case_id, cell.category).join_from(Link.__table__, ScopeCell.__table__)
    in_scope = tuple_(entry.case_id, entry.category).in_(opened.where(_runs_for(worker)))
    linked = Case.__table__.c.id.in_(select(link.case_id).where(_runs_for(worker)))
    chosen = with_loader_criteria(Case, linked), with_loader_criteria(Entry, in_scope)
    return ByHand(worker, (*chosen, *_texts(select(entry.id).where(in_scope))))


def _runs_for(worker: Worker) -> ColumnElement[bool]:
    link, named = Link.__table__.c, LinkProfessional.__table__.c
    mine = select(named.link_id).where(named.user_id == worker.actor.user_id)
    now = worker.actor.now
    running = and_(link.from_at <= now, link.until_at > now, link.revoked_at.is_(None))
    return and_(link.id.in_(mine), running)


def _texts(entry_ids: Select[Any]) -> list[ExecutableOption]:
    """Return the option to look for words in these entries only."""
    return [
        with_loader_criteria(table, table.__table__.c.entry_id.in_(entry_ids))
        for table in (SearchTerms, SearchToken)
    ]
