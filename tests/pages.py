"""Somebody at a browser: asks for pages, reads them, fills in forms. Every answer is looked over."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from flask import has_app_context
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from caseflow.web.headers import HEADERS
from tests.html import Element, read

REDIRECTS = frozenset({301, 302, 303, 307, 308})
FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}
"""What a browser adds when a form or link stood on a page of the same site."""


class Visitor:
    """Somebody with a browser, signed in or not."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, *, follow: bool = True, **options: Any) -> Page:
        """Ask for a page, and go where one is sent."""
        return self._arrive(self.client.get(path, headers=FROM_OUR_PAGE, **options), follow=follow)

    def post(
        self, path: str, data: dict[str, Any] | None = None, *, follow: bool = True, **options: Any
    ) -> Page:
        """Send a form with a token of this browser, whether or not a page offers it."""
        token = {"csrf_token": self.token()} | (data or {})
        options.setdefault("headers", FROM_OUR_PAGE)
        return self._arrive(self.client.post(path, data=token, **options), follow=follow)

    def token(self) -> str:
        """Return a form token, from the one page that everybody can see."""
        page = self.get("/sign-in", follow=True)
        return next(
            one.get("value") for one in page.root.find_all("input") if one.get("name") == "csrf_token"
        )

    def _arrive(self, response: TestResponse, *, follow: bool) -> Page:
        assert not has_app_context(), (
            "a client inside an app context would be taken for whoever was there before"
        )
        look_over(response)
        if follow and response.status_code in REDIRECTS:
            return self.get(urljoin(response.request.path, response.location))
        return Page(self, response)


class Page:
    """A page as somebody sees it."""

    def __init__(self, visitor: Visitor, response: TestResponse) -> None:
        self.visitor = visitor
        self.response = response
        self.status = response.status_code
        self.url = response.request.full_path.rstrip("?")
        self.path = response.request.path
        self.html = response.get_data(as_text=True) if response.mimetype == "text/html" else ""
        self.root, _wrong = read(self.html)

    @property
    def main(self) -> Element:
        """What is on the page, without its frame."""
        return next(iter(self.root.find_all("main")), self.root)

    @property
    def text(self) -> str:
        """The words of the page, without its frame."""
        return self.main.text

    @property
    def whole_text(self) -> str:
        """All the words of the page."""
        return self.root.text

    @property
    def title(self) -> str:
        return self.root.find_all("title")[0].text

    @property
    def heading(self) -> str:
        return self.root.find_all("h1")[0].text

    @property
    def links(self) -> dict[str, str]:
        """Addresses by the words of their links."""
        return {one.text: one.get("href") for one in self.root.find_all("a")}

    @property
    def errors(self) -> list[str]:
        """What the error summary says."""
        return [
            li.text for box in self.root.walk() if "error-summary" in box.classes for li in box.find_all("li")
        ]

    @property
    def forms(self) -> list[Element]:
        return self.root.find_all("form")

    def follow(self, words: str) -> Page:
        """Follow a link by its words."""
        found = self.links.get(words) or next(href for text, href in self.links.items() if words in text)
        return self.visitor.get(urljoin(self.path, found))

    def form_with(self, *names: str, button: str | None = None) -> Element:
        """Return the first form, in the page itself if possible, that has these fields and this button."""
        everywhere = [*self.main.find_all("form"), *self.forms]
        for form in everywhere:
            known = {one.get("name") for one in form.find_all("input", "select", "textarea", "button")}
            said = [one.text for one in form.find_all("button")]
            if known.issuperset(names) and (button is None or button in said):
                return form
        shown = [
            sorted({one.get("name") for one in form.find_all("input", "select", "textarea")})
            for form in self.forms
        ]
        raise AssertionError(
            f"no form with {names} and button {button!r}; there are {shown}: {self.text[:300]}"
        )

    def values(self, form: Element | None = None) -> dict[str, list[str]]:
        """Return what a form would send as it stands."""
        sent: dict[str, list[str]] = {}
        for one in (form or self.main.find_all("form")[0]).find_all("input", "select", "textarea"):
            for value in _sent_by(one):
                sent.setdefault(one.get("name"), []).append(value)
        return sent

    def submit(self, *, button: str | None = None, follow: bool = True, **fields: Any) -> Page:
        """Fill in a form and send it. A value: text, a list of texts, True or False for a box, or (bytes, name)."""
        form = self.form_with(*fields, button=button)
        sent: dict[str, Any] = self.values(form)
        for name, value in fields.items():
            sent[name] = _filled_in(value, self._box_value(form, name))
        pressed = next(
            (one for one in form.find_all("button") if button in {None, one.text} and one.get("name")), None
        )
        if pressed is not None and (button is not None or len(form.find_all("button")) == 1):
            sent[pressed.get("name")] = [*sent.get(pressed.get("name"), []), pressed.get("value")]
        return self._send(form, sent, follow=follow)

    def _box_value(self, form: Element, name: str) -> str:
        boxes = [one for one in form.find_all("input") if one.get("name") == name]
        return boxes[0].get("value", "on") if boxes else "on"

    def _send(self, form: Element, sent: dict[str, Any], *, follow: bool) -> Page:
        action = urljoin(self.url, form.get("action") or self.url)
        client = self.visitor.client
        if form.get("method", "get").lower() == "get":
            query = [(name, value) for name, values in sent.items() for value in values]
            return self.visitor.get(urlsplit(action).path, query_string=query, follow=follow)
        options: dict[str, Any] = {"data": sent, "headers": FROM_OUR_PAGE}
        if form.get("enctype"):
            options["content_type"] = form.get("enctype")
        return self.visitor._arrive(client.post(action, **options), follow=follow)


def _filled_in(value: Any, box_value: str) -> list[Any]:
    if value is True:
        return [box_value]
    if value is False or value is None:
        return []
    if isinstance(value, tuple):
        content, name = value
        return [(BytesIO(content), name)]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _sent_by(control: Element) -> list[str]:
    if not control.get("name") or "disabled" in control.attributes:
        return []
    if control.tag == "textarea":
        typed = "".join(str(one) for one in control.inside).replace("\r\n", "\n")
        return [typed.removeprefix("\n")]
    if control.tag == "select":
        options = control.find_all("option")
        chosen = [one for one in options if "selected" in one.attributes] or options[
            : "multiple" not in control.attributes
        ]
        return [one.get("value", one.text) for one in chosen]
    if control.get("type") in {"checkbox", "radio"} and "checked" not in control.attributes:
        return []
    if control.get("type") in {"submit", "button", "file", "image"}:
        return []
    return [control.get("value", "on" if control.get("type") in {"checkbox", "radio"} else "")]


def look_over(response: TestResponse) -> None:
    """Check what holds for every answer."""
    where = f"{response.request.method} {response.request.path} -> {response.status_code}"
    for name, value in HEADERS.items():
        assert response.headers.get(name) == value, f"{where}: {name} is {response.headers.get(name)!r}"
    if not response.request.path.startswith("/static/"):
        assert response.headers["Cache-Control"] == "no-store", where
    assert response.status_code < 500 or response.status_code == 503, (
        f"{where}: {response.get_data(as_text=True)[:300]}"
    )
    if response.mimetype == "text/html" and response.data and response.status_code not in REDIRECTS:
        look_over_page(where, response.get_data(as_text=True))


def look_over_page(where: str, html: str) -> None:
    """Check what holds for every page."""
    root, wrong = read(html)
    assert not wrong, f"{where}: {wrong}"
    assert len(root.find_all("h1")) == 1, f"{where}: {len(root.find_all('h1'))} first headings"
    assert root.find_all("title")[0].text.removesuffix("– caseflow").strip(), f"{where}: no title"
    assert root.find_all("html")[0].get("lang") in {"nl", "en"}, where
    unsafe = [
        one.tag for one in root.walk() if "style" in one.attributes or (one.tag == "script" and one.text)
    ]
    assert not unsafe, f"{where}: inline style or script on {unsafe}"
    for form in root.find_all("form"):
        names = [one.get("name") for one in form.find_all("input")]
        assert form.get("method", "get").lower() == "get" or "csrf_token" in names, (
            f"{where}: form without token"
        )


def query_of(url: str) -> dict[str, str]:
    """Return the query of an address."""
    return dict(parse_qsl(urlsplit(url).query))
