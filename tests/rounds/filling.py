"""Fills in any form so that it is taken, guided by nothing but what the page says is wrong."""

from __future__ import annotations

from datetime import timedelta

from tests.html import Element
from tests.pages import Page, Visitor
from tests.rounds.forms import Form, Sent, forms_on, send
from tests.rounds.installation import Installation

TRIES = 8
DAYS = (0, 10, 30, -2, 120)
"""Which days to try, from today."""


def filled_in(installation: Installation, visitor: Visitor, form: Form) -> tuple[Sent, bool]:
    """Return what is taken, and whether it is: a password cannot be guessed."""
    sent = form.at_first()
    for _try in range(TRIES):
        answer = send(visitor, form, sent)
        if answer.status_code != 422:
            return sent, answer.status_code < 400
        page = Page(visitor, answer)
        at_fault, as_shown = names_at_fault(page), shown_again(form, page)
        for name in at_fault & {*as_shown.names}:
            sent[name] = [next_try(installation, as_shown, name, sent.get(name, []))]
        if not at_fault:
            break
    return sent, False


def shown_again(form: Form, page: Page) -> Form:
    """Return the form as it came back: what was chosen may have opened choices."""
    again = [one for one in forms_on(page) if (one.action, one.method) == (form.action, form.method)]
    return again[0] if again else form


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
    every = [one for one in form.options(name) if one] if name in form.named else []
    every = every or typed(installation, form.kind(name) if name in form.named else "text")
    place = every.index(before[0]) + 1 if before and before[0] in every else 0
    return every[place % len(every)]


def typed(installation: Installation, kind: str) -> list[str]:
    """Return what could be typed in a field, the likeliest first."""
    moments = [installation.clock() + timedelta(days=days) for days in DAYS]
    return {
        "date": [f"{one:%Y-%m-%d}" for one in moments],
        "datetime-local": [f"{one:%Y-%m-%dT%H:%M}" for one in moments],
        "time": ["09:00"],
        "number": ["1"],
        "email": ["someone@example.org"],
    }.get(kind, ["Een tekst"])
