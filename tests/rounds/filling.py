"""Fills in any form so that it is taken, guided by nothing but what the page says is wrong."""

from __future__ import annotations

from datetime import timedelta

from tests.html import Element
from tests.pages import Page, Visitor
from tests.rounds.forms import Form, Sent, send
from tests.rounds.installation import Installation

TRIES = 8


def filled_in(installation: Installation, visitor: Visitor, form: Form) -> tuple[Sent, bool]:
    """Return what is taken, and whether it is: a password cannot be guessed."""
    sent = form.at_first()
    for _try in range(TRIES):
        answer = send(visitor, form, sent)
        if answer.status_code != 422:
            return sent, answer.status_code < 400
        at_fault = names_at_fault(Page(visitor, answer))
        for name in at_fault & {*form.names}:
            sent[name] = [next_try(installation, form, name, sent.get(name, []))]
        if not at_fault:
            break
    return sent, False


def names_at_fault(page: Page) -> set[str]:
    """Return the fields that the error summary points to."""
    ids = {
        link.get("href").removeprefix("#")
        for box in page.root.walk()
        if "error-summary" in box.classes
        for link in box.find_all("a")
    }
    return {name for one in page.root.walk() if one.get("id") in ids for name in _names_in(one)}


def _names_in(element: Element) -> list[str]:
    names = [one.get("name") for one in [element, *element.walk()] if one.get("name")]
    return names[:1]


def next_try(installation: Installation, form: Form, name: str, before: list) -> str:
    """Think of something to put in a field: another than before."""
    options = [one for one in form.options(name) if one]
    if options:
        place = options.index(before[0]) + 1 if before and before[0] in options else 0
        return options[place % len(options)]
    days = 0 if not before or not before[0] else 1 + len(before[0]) % 3
    moment = installation.clock() - timedelta(days=days)
    return {
        "date": f"{moment:%Y-%m-%d}",
        "datetime-local": f"{moment:%Y-%m-%dT%H:%M}",
        "time": "09:00",
        "number": "1",
        "email": "someone@example.org",
    }.get(form.kind(name), "Een tekst")
