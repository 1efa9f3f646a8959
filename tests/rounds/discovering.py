"""Finds every form by opening pages, so that a new form is found on the day it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from werkzeug.routing import Rule

from tests.pages import Page, Visitor
from tests.rounds.addresses import Things, addresses
from tests.rounds.forms import Form, forms_on


def pages_of(rules: Iterable[Rule], things: Things, of_one_route: int) -> Iterator[str]:
    """Give addresses of these routes: the form of each kind of entry, and about so many of the others."""
    for rule in rules:
        if rule.rule.startswith("/api/"):
            continue
        every = [*one_of_each_kind(addresses(rule, things), things)]
        few = every if "kind" in rule.arguments else every[:: 1 + len(every) // (of_one_route + 1)]
        yield from few


def one_of_each_kind(all_of_them: Iterator[str], things: Things) -> Iterator[str]:
    """Of entries, keep one of each kind."""
    kinds = {str(key): kind for key, kind in things.kinds.items()}
    seen = set()
    for address in all_of_them:
        of_entry = [kinds[part] for part in address.split("/") if part in kinds]
        if of_entry:
            if of_entry[0] in seen:
                continue
            seen.add(of_entry[0])
        yield address


def forms_of(visitor: Visitor, pages: Iterable[str]) -> dict[tuple[str, ...], Form]:
    """Find the forms that somebody sees on these pages, one of each shape."""
    found: dict[tuple[str, ...], Form] = {}
    for address in pages:
        answer = visitor.client.get(address)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            for form in forms_on(Page(visitor, answer)):
                found.setdefault(form.shape, form)
    return found
