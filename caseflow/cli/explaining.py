"""`caseflow access`: why somebody sees something or not, and how far everybody's rights reach."""

from collections.abc import Iterator
from itertools import groupby

import click

from caseflow.access.explain import Explanation, NamedLink, explain
from caseflow.access.reasons import Reason
from caseflow.access.selftest import Moved, SelfTest, self_test
from caseflow.access.system import system_session
from caseflow.audit import trail
from caseflow.cli.context import application, moment
from caseflow.cli.people import actor_with

SELF_TEST = "access.self_test"


@click.group()
def command() -> None:
    """Say what the reading rules say."""


@command.command("explain")
@click.argument("email")
@click.argument("reference")
@click.argument("entry", required=False)
def explain_command(email: str, reference: str, entry: str | None) -> None:
    """Say which rule, seat or link lets the user with EMAIL read the case with REFERENCE, or ENTRY of it, or hides it.

    ENTRY is the id of an entry, or its key in the bundle it came from.
    """
    with application() as app:
        actor = actor_with(email, moment(app))
        with system_session("explain access") as session:
            found = explain(session, actor, reference, entry)
    if found is None:
        raise click.ClickException("There is no such case or entry.")
    click.echo("\n".join(_explained(found)))


@command.command("self-test")
def self_test_command() -> None:
    """Count what every linked professional reaches, and say what changed since the last time.

    Ends with 1 when the rules in the application and those in PostgreSQL do not say the same.
    """
    with application() as app, system_session("access self-test") as session:
        found = self_test(session, moment(app), trail.last_run(session, SELF_TEST))
        trail.record_by_system(session, SELF_TEST, at=moment(app))
    click.echo("\n".join(_counted(found)))
    if found.disagreements:
        raise click.ClickException("\n".join(_disagreeing(found)))


def _explained(found: Explanation) -> Iterator[str]:
    yield "May be read." if found.granted else "May not be read."
    yield "\nThe case:"
    yield from _read_aloud(found.case, 1)
    if found.entry is not None:
        yield "\nThe entry:"
        yield from _read_aloud(found.entry, 1)
    yield "\nLinks that name this user:" if found.links else "\nNo link names this user."
    yield from map(_link, found.links)


def _read_aloud(reason: Reason, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{'yes' if reason.holds else 'no '}  {reason.rule}"
    for part in reason.parts:
        yield from _read_aloud(part, depth + 1)


def _link(link: NamedLink) -> str:
    ends = f"from {link.from_at:%Y-%m-%d %H:%M} until {link.until_at:%Y-%m-%d %H:%M} UTC"
    revoked = f", revoked {link.revoked_at:%Y-%m-%d %H:%M} UTC" if link.revoked_at else ""
    closed = f", {link.closed} of them closed: their consent does not hold" if link.closed else ""
    return f"  {'runs' if link.runs else 'over'}  {link.organisation}: {ends}{revoked}; {link.cells} cells{closed}"


def _counted(found: SelfTest) -> Iterator[str]:
    yield f"{found.professionals} professionals reach {found.entries} entries in {found.cases} cases."
    if found.last_at is None:
        yield "There is no earlier count to compare with."
    elif found.changes:
        yield f"Since {found.last_at:%Y-%m-%d %H:%M} UTC:"
        for email, changes in groupby(found.changes, key=lambda one: one.email):
            yield f"  {email}"
            yield from map(_change, changes)
    else:
        yield f"Nothing changed since {found.last_at:%Y-%m-%d %H:%M} UTC."


def _change(one: Moved) -> str:
    gained = one.after - one.before
    how = f"gained {gained}" if gained > 0 else f"lost {-gained}"
    return f"    {one.reference} {one.category}: {how} ({one.before} -> {one.after})"


def _disagreeing(found: SelfTest) -> Iterator[str]:
    yield "The guard of the application and the second wall in PostgreSQL do not say the same:"
    for one in found.disagreements:
        only = f"{one.before} only by the guard, {one.after} only by the wall"
        yield f"  {one.email} {one.reference} {one.category}: {only}"
