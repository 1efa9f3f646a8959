"""Serves the gallery with the product's own templates, style sheets and scripts, and nothing else of the product."""

from pathlib import Path

from babel.messages.pofile import read_po
from flask import Flask, Response, abort, g, render_template, request
from flask_babel import Babel
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from werkzeug.datastructures import MultiDict

from tests.gallery import content
from tests.gallery.forms import EntryForm

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "caseflow/translations/nl/LC_MESSAGES/components.po"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def create_gallery() -> Flask:
    """Build the app that shows the components."""
    app = Flask("gallery", static_folder=str(ROOT / "caseflow/static"))
    app.config["SECRET_KEY"] = "for the gallery only"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Amsterdam"
    app.jinja_options = {
        "undefined": StrictUndefined,
        "loader": ChoiceLoader(
            [FileSystemLoader(ROOT / "templates"), FileSystemLoader(Path(__file__).parent / "templates")]
        ),
    }
    Babel(app, locale_selector=_language)
    _translate(app)
    app.jinja_env.globals.update(
        csrf_token=lambda: "token", once_key=lambda: "key", static_url=lambda name: f"/static/{name}"
    )
    app.context_processor(_frame)
    app.after_request(_seal)
    app.add_url_rule("/", view_func=_gallery, endpoint="gallery")
    app.add_url_rule("/part/<name>", view_func=_gallery, endpoint="part")
    app.add_url_rule("/error/<int:code>", view_func=_error, endpoint="error")
    return app


def _language() -> str:
    return request.args.get("lang", "nl")


def _translate(app: Flask) -> None:
    """Use the catalogue as it stands in the source, without compiling it."""
    with CATALOGUE.open("rb") as file:
        words = {message.id: message.string for message in read_po(file) if message.string}

    def translated(text: str) -> str:
        return str(words.get(text, text)) if _language() == "nl" else text

    def translated_number(one: str, many: str, n: int) -> str:
        return translated(one if n == 1 else many)

    app.jinja_env.install_gettext_callables(translated, translated_number, newstyle=True)  # type: ignore[attr-defined]  # added by the i18n extension


def _frame() -> dict[str, object]:
    signed_in = "signed-out" not in request.args
    return {
        "locale": _language(),
        "navigation": content.NAVIGATION if signed_in else [],
        "viewer": content.Viewer() if signed_in else None,
        "search_url": "#" if signed_in else None,
        "language_url": "#",
    }


def _seal(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _gallery(name: str = "") -> str:
    if name not in {"", "forms", "lists", "sharing", "case"}:
        abort(404)
    wrong = EntryForm(MultiDict([("title", ""), ("body", ""), ("kind", "contact")]))
    wrong.validate()
    filled = EntryForm(
        MultiDict(
            [
                ("title", "Huisbezoek"),
                ("certainty", "observed"),
                ("concerns", "a"),
                ("kind", "contact"),
                ("occurred_on", "2026-03-03"),
            ]
        )
    )
    g.part = name
    return render_template(
        f"gallery/{name or 'index'}.html",
        page_url="?page={}".format,
        content=content,
        wrong=wrong,
        filled=filled,
        quick=EntryForm(prefix="quick-"),
    )


def _error(code: int) -> str:
    return render_template(f"errors/{code}.html")
