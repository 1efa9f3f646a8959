"""Security headers on every answer, and addresses of static files that change with their content."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
TWO_YEARS = 63_072_000
"""How long a browser keeps to HTTPS. Unit: seconds. Source: RFC 6797 and the usual preload advice."""
A_YEAR = 31_536_000
"""How long a browser keeps a static file whose address names its content. Unit: seconds."""


def init_app(app: Flask, *, https: bool) -> None:
    """Add the headers to every answer of an application."""

    def add(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if https:
            response.headers.setdefault(
                "Strict-Transport-Security", f"max-age={TWO_YEARS}; includeSubDomains"
            )
        response.headers["Cache-Control"] = _caching(app, response)
        return response

    @cache
    def static_url(name: str) -> str:
        return f"{app.static_url_path}/{name}?v={fingerprint(Path(str(app.static_folder), name))}"

    app.after_request(add)
    app.jinja_env.globals["static_url"] = static_url


@cache
def fingerprint(file: Path) -> str:
    """Return what tells one content of a static file from another, for its address."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16] if file.is_file() else "none"


def _caching(app: Flask, response: Response) -> str:
    if request.endpoint != "static" or response.status_code not in {200, 206, 304}:
        return "no-store"
    named = fingerprint(Path(str(app.static_folder), (request.view_args or {})["filename"]))
    return f"public, max-age={A_YEAR}, immutable" if request.args.get("v") == named else "no-cache"
