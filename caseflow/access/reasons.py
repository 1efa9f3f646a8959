"""The reading rules about a case and an entry, asked one by one and read aloud: each says its own docstring.

Whoever hears it learns which rules hold for the one it is about, so who may hear what is decided by who asks: about
oneself only what is open (`own_ways_into_case`, `own_way_into_entry`), about somebody else through `access.receiver` or
over a system session.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import FromClause

from caseflow.access import sets
from caseflow.access.actor import Actor
from caseflow.access.aside import aside
from caseflow.access.asking import ASKED_ABOUT, values_for
from caseflow.access.guard import POLICY_QUESTION, actor_of
from caseflow.access.rules import entries
from caseflow.access.sets import LINK
from caseflow.access.writing import RowRule


@dataclass(frozen=True)
class Reason:
    """A rule in the words of its docstring, whether it holds, and the rules that it is made of."""

    rule: str
    holds: bool
    parts: tuple["Reason", ...] = ()


@dataclass(frozen=True)
class Rule:
    """A reading rule: how it is asked about a row, whose words it has, and the rules that it is made of."""

    ask: RowRule
    words: Any
    parts: tuple["Rule", ...] = ()

    @property
    def sentence(self) -> str:
        """The rule in one sentence: the first paragraph of its docstring."""
        return " ".join((inspect.getdoc(self.words) or "").partition("\n\n")[0].split())

    def flat(self) -> Iterator["Rule"]:
        """Give the rule and all that it is made of."""
        yield self
        for part in self.parts:
            yield from part.flat()


def _among(cases: Callable[[], Any]) -> Rule:
    return Rule(lambda case: case.c.id.in_(cases()), cases)


def _of_entry(*questions: RowRule) -> tuple[Rule, ...]:
    return tuple(Rule(question, question) for question in questions)


NOT_EXCLUDED = Rule(
    lambda case: sets.not_excluded(case.c.id),
    sets.not_excluded,
    tuple(
        _among(excluded)
        for excluded in (sets.excluded_by_case, sets.excluded_by_person, sets.excluded_by_account)
    ),
)
[DIRECTS, STANDS_IN, LEADS] = map(_among, (sets.directed_cases, sets.deputised_cases, sets.led_cases))
INTO_A_CASE = (DIRECTS, STANDS_IN, LEADS, _among(sets.linked_cases), _among(sets.opened_cases))
"""The ways into a case, each enough by itself for whom it exists."""
CASE_RULE = Rule(lambda case: case.c.id.in_(sets.my_cases()), sets.my_cases, (NOT_EXCLUDED, *INTO_A_CASE))
THROUGH_A_LINK = Rule(
    entries.through_a_link,
    entries.through_a_link,
    _of_entry(
        entries.in_open_category,
        entries.not_for_directors_only,
        entries.not_protected_or_disclosed,
        entries.travels,
        entries.not_held_back,
        entries.one_link_covers_everyone,
    ),
)
[FROM_A_SEAT, FROM_OWN_ORGANISATION, BY_BREAK_GLASS] = _of_entry(
    entries.from_a_seat, entries.from_own_organisation, entries.by_break_glass
)
INTO_AN_ENTRY = (FROM_A_SEAT, THROUGH_A_LINK, FROM_OWN_ORGANISATION, BY_BREAK_GLASS)
"""The ways into an entry, each enough by itself for whom the case exists."""
OWN_WAYS = (FROM_A_SEAT, BY_BREAK_GLASS, FROM_OWN_ORGANISATION, THROUGH_A_LINK)
"""The same in the order in which somebody is told which of them is theirs."""
ENTRY_RULE = Rule(
    entries.may_read_entry,
    entries.may_read_entry,
    (*_of_entry(sets.case_exists, entries.recorded), *INTO_AN_ENTRY),
)


def sentences() -> list[str]:
    """Return every sentence that an explanation can say."""
    return [rule.sentence for whole in (CASE_RULE, ENTRY_RULE) for rule in whole.flat()]


def about_case(session: Session, actor: Actor, case_id: UUID) -> Reason:
    """Say what the rules say to an actor about a case."""
    [reason] = _ask(session, actor, (CASE_RULE,), sets.CASE, case_id)
    return reason


def about_entry(session: Session, actor: Actor, entry_id: UUID) -> Reason:
    """Say what the rules say to an actor about an entry."""
    [reason] = _ask(session, actor, (ENTRY_RULE,), entries.ENTRY, entry_id)
    return reason


def own_ways_into_case(session: Session, case_id: UUID) -> list[Reason]:
    """Return the ways by which the session's actor is in a case that exists for them. Closed ways are left out."""
    asked = _ask(session, actor_of(session), INTO_A_CASE, sets.CASE, case_id)
    return [way for way in asked if way.holds]


def own_way_into_entry(session: Session, entry_id: UUID, *, knows_origin: bool) -> Reason | None:
    """Return the first way by which the session's actor reads an entry that they may read, or nothing to be told.

    One way, and the link's as the last: what the own organisation wrote may be held back from links, and its writers do
    not notice. Who may not know where it comes from hears of no way but a seat and break-glass, for the same reason.
    """
    told = OWN_WAYS if knows_origin else OWN_WAYS[:2]
    asked = _ask(session, actor_of(session), told, entries.ENTRY, entry_id)
    return next((way for way in asked if way.holds), None)


def links_into_entry(session: Session, entry_id: UUID) -> frozenset[UUID]:
    """Return the running links of the session's actor that open the entry's category about everybody it concerns."""
    about, said = {ASKED_ABOUT.key: entry_id}, {POLICY_QUESTION: True}
    return frozenset(session.scalars(_links_into_it(), about, execution_options=said))


@cache
def _links_into_it() -> Select[Any]:
    link, entry = aside(LINK), aside(entries.ENTRY)
    return (
        select(link.c.id)
        .select_from(link.join(entry, entry.c.case_id == link.c.case_id))
        .where(
            entry.c.id == ASKED_ABOUT,
            sets.is_mine(link),
            entries.concerns_somebody(entry),
            ~entries.somebody_uncovered(entry, link),
        )
    )


def _ask(
    session: Session, actor: Actor, rules: tuple[Rule, ...], table: FromClause, row_id: UUID
) -> list[Reason]:
    """Ask rules about one row, in one statement."""
    asked = {**values_for(actor), ASKED_ABOUT.key: row_id}
    found = session.execute(_together(rules, table), asked, execution_options={POLICY_QUESTION: actor}).one()
    answers = dict(zip(map(id, _flat(rules)), found, strict=True))
    return [_reason(rule, answers) for rule in rules]


@cache
def _together(rules: tuple[Rule, ...], table: FromClause) -> Select[Any]:
    row = aside(table)
    every: list[Any] = [one.ask(row).label(f"rule_{number}") for number, one in enumerate(_flat(rules))]
    return select(*every).where(row.c.id == ASKED_ABOUT)


def _flat(rules: tuple[Rule, ...]) -> list[Rule]:
    return [one for rule in rules for one in rule.flat()]


def _reason(rule: Rule, answers: dict[int, Any]) -> Reason:
    parts = tuple(_reason(part, answers) for part in rule.parts)
    return Reason(rule.sentence, bool(answers[id(rule)]), parts)
