"""Forms as they stand on a page, and whatever somebody could send instead of what they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from urllib.parse import quote_plus, urljoin, urlsplit

from werkzeug.test import TestResponse

from tests.html import Element
from tests.pages import FROM_OUR_PAGE, Page, Visitor

UUID_TEXT = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")
NUMBER = re.compile(r"\d+")
CONTROLS = ("input", "select", "textarea", "button")
GIVEN_BY_US = frozenset({"csrf_token", "once"})

Value = str | bytes
"""What is sent in a field; bytes go out as they are, however wrong they are as text."""
Sent = dict[str, list[Value]]


@dataclass(frozen=True)
class Form:
    """A form on a page."""

    page: Page
    element: Element
    action: str
    method: str

    @cached_property
    def shape(self) -> tuple[str, ...]:
        """What makes it the same form as another: where it goes and what it asks, whatever the case."""
        return (
            self.method,
            without_ids(urlsplit(self.action).path),
            *sorted({*map(without_ids, self.names)}),
        )

    @cached_property
    def names(self) -> list[str]:
        """The names of its fields, each once."""
        return list(dict.fromkeys(one.get("name") for one in self.controls if one.get("name")))

    @cached_property
    def controls(self) -> list[Element]:
        return self.element.find_all(*CONTROLS)

    @cached_property
    def named(self) -> dict[str, list[Element]]:
        """The controls of each name."""
        return {name: [one for one in self.controls if one.get("name") == name] for name in self.names}

    def options(self, name: str) -> list[str]:
        """What may be chosen in a field, or nothing when it is typed."""
        found = self.named[name]
        if found[0].tag == "select":
            return [one.get("value", one.text) for one in found[0].find_all("option")]
        boxes = [one for one in found if one.get("type") in {"radio", "checkbox"}]
        return [one.get("value", "on") for one in boxes]

    def kind(self, name: str) -> str:
        """Say what is asked for in a field: a word for the table of what is wrong."""
        control = self.named[name][0]
        if self.options(name):
            return "choice"
        if control.tag == "button":
            return "button"
        return "textarea" if control.tag == "textarea" else control.get("type") or "text"

    def at_first(self) -> Sent:
        """Return what it sends as it stands, with its main button: the first without a name, else the first."""
        sent: Sent = {name: [*values] for name, values in self.page.values(self.element).items()}
        buttons = [one for one in self.element.find_all("button") if one.get("type", "submit") == "submit"]
        if buttons and all(one.get("name") for one in buttons):
            sent.setdefault(buttons[0].get("name"), [buttons[0].get("value")])
        return sent


def without_ids(text: str) -> str:
    """Put the same mark for every id and number."""
    return NUMBER.sub("#", UUID_TEXT.sub("*", text))


def forms_on(page: Page) -> Iterator[Form]:
    """Find the forms of a page."""
    for element in page.forms:
        action = urljoin(page.url, element.get("action") or page.url)
        yield Form(page, element, action, element.get("method", "get").upper())


def sample_of(names: list[str]) -> Iterator[str]:
    """Leave out what differs by its ids only: two cells of a matrix stand for all."""
    seen: dict[str, int] = {}
    for name in names:
        shape = without_ids(name)
        seen[shape] = seen.get(shape, 0) + 1
        if seen[shape] <= 1 + (shape == name):
            yield name


def send(visitor: Visitor, form: Form, sent: Sent, files: dict[str, bytes] | None = None) -> TestResponse:
    """Send a form, byte for byte as told."""
    if form.method == "GET":
        return visitor.client.get(
            f"{urlsplit(form.action).path}?{encoded(sent).decode()}", headers=FROM_OUR_PAGE
        )
    if files is None:
        files = {name: b"A text." for name in form.names if form.kind(name) == "file" and name not in sent}
    if not files and form.element.get("enctype") != "multipart/form-data":
        return visitor.client.post(
            form.action,
            data=encoded(sent),
            content_type="application/x-www-form-urlencoded",
            headers=FROM_OUR_PAGE,
        )
    return visitor.client.post(form.action, **multipart(sent, files), headers=FROM_OUR_PAGE)


def encoded(sent: Sent) -> bytes:
    """Write fields as a browser does, and wrong bytes as no browser does."""
    return "&".join(_pair(name, value) for name, values in sent.items() for value in values).encode()


@lru_cache(maxsize=64)
def _pair(name: str, value: Value) -> str:
    return f"{quote_plus(name)}={quote_plus(value)}"


BOUNDARY = "a-line-that-stands-in-no-text"


def multipart(sent: Sent, files: dict[str, bytes]) -> dict[str, object]:
    """Write fields and files as a browser does."""
    body = BytesIO()
    for name, values in sent.items():
        for value in values:
            raw = value if isinstance(value, bytes) else value.encode()
            body.write(_part(f'name="{name}"', raw))
    for name, content in files.items():
        body.write(_part(f'name="{name}"; filename="x.txt"\r\nContent-Type: text/plain', content))
    body.write(f"--{BOUNDARY}--\r\n".encode())
    return {"data": body.getvalue(), "content_type": f"multipart/form-data; boundary={BOUNDARY}"}


def _part(head: str, content: bytes) -> bytes:
    return f"--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + content + b"\r\n"
